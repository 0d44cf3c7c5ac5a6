"""The one line of writer and day that stands below a story, with no mark that says what it is."""

from __future__ import annotations

import re

from whowhom.read.bylines import parse_byline
from whowhom.read.credits import words_of
from whowhom.read.dates import holds_date, parse_date
from whowhom.read.dom import LINES, block_paragraphs
from whowhom.read.shown import Mark, Shown
from whowhom.read.vocabulary import any_of

_LONGEST = 160
_OPENS = re.compile(
    rf"(?:{any_of(words_of('author') - words_of('other'))}|mise? en ligne|created|added|hinzugefügt)\b[^.!?]{{0,40}}\d",
    re.I,
)
_UPDATED = re.compile(r"updated|modified|aktualisiert|geändert|modifié|actualizad|aggiornat", re.I)


def signed_below(shown: Shown, heading: Mark | None) -> tuple[str, ...]:
    """The writers in the only line after the headline that names a writer and a day: lists of stories have several."""
    found = {m.text: names for m in _dated(shown, heading) if (names := _writers(m))}
    return next(iter(found.values())) if len(found) == 1 else ()


def dated_below(shown: Shown, heading: Mark | None) -> str | None:
    """The day in the only line after the headline that names a writer and a day, or opens with "Posted on"."""
    found = {m.text for m in _dated(shown, heading) if _OPENS.match(m.text) or _writers(m)}
    text = next(iter(found)) if len(found) == 1 else ""
    return None if _UPDATED.match(text) else parse_date(text, day_first=shown.day_first)


def _writers(mark: Mark) -> tuple[str, ...]:
    """The names in a line, or in what stands before its first break."""
    if mark.element.find("br") is None:
        return parse_byline(mark.text)
    return parse_byline(block_paragraphs(mark.element, blocks=LINES)[0])


def _dated(shown: Shown, heading: Mark | None) -> list[Mark]:
    """The short lines after the headline that hold a day and are no sentence; a line in a line once."""
    after = heading.position if heading is not None else 0
    lines = [m for m in shown.lines if m.position > after and not m.aside and len(m.text) < _LONGEST]
    lines = [m for m in lines if holds_date(m.text)]
    known = {mark.element for mark in lines}
    return [m for m in lines if known.isdisjoint(m.element.iterancestors())]
