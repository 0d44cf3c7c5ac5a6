"""The one line of writer and day that stands below a story, with no mark that says what it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection

from lxml.html import HtmlElement

from whowhom.read.agencies import AGENCIES
from whowhom.read.build import clean
from whowhom.read.bylines import is_full_name, is_outlet, is_role, parse_byline, split_byline
from whowhom.read.credits import words_of
from whowhom.read.dates import holds_date, parse_date
from whowhom.read.dom import LINES, block_paragraphs, raw_length
from whowhom.read.headline import normal
from whowhom.read.lines import is_line_of_furniture
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


def signature_of(shown: Shown, heading: Mark | None, own: Collection[str]) -> tuple[str, ...]:
    """The name in bold, italics or set to the right that the story ends with, alone or over the site's own name."""
    box = _story_box(shown, heading.position if heading is not None else 0)
    last = _last_block(box) if box is not None and box.tag != "body" else None
    if last is None or raw_length(last) > 80 or not _is_set_apart(last):
        return ()
    first, *others = [line.strip(" .()–—-") for line in block_paragraphs(last, blocks=LINES)] or [""]
    is_alone = all(normal(line) in own or is_role(line) or line.lower() in AGENCIES for line in others)
    names = split_byline(first)
    is_name = len(names) == 1 and is_full_name(names[0]) and not is_outlet(names[0]) and names[0] in first
    return names if is_name and is_alone and _is_bare(first) and not is_line_of_furniture(first) else ()


def _story_box(shown: Shown, after: int) -> HtmlElement | None:
    """The element that holds most of the long texts after the headline."""
    first = bisect_left(shown.starts, after)
    boxes = Counter(text.getparent() if text.tag in _LINE_TAGS else text for text in shown.texts[first:])
    return boxes.most_common(1)[0][0] if boxes else None


_LINE_TAGS = frozenset({"p", "span", "font"})


def _is_bare(line: str) -> bool:
    """True for a line of words in capitals, as names are written."""
    return len(line.split()) <= 5 and sum(word[0].islower() for word in line.split()) < 2 and line[-1:] not in ":?!"


def _last_block(box: HtmlElement) -> HtmlElement | None:
    """The last child that holds words; None when words of the box itself, or a list, stand after it."""
    for child in reversed(box):
        if clean(child.tail or ""):
            return None
        if isinstance(child.tag, str) and clean("".join(child.itertext())):
            return child if child.tag in {"p", "div", "strong", "b", "em", "i"} else None
    return None


def _is_set_apart(element: HtmlElement) -> bool:
    """True when all words of an element are bold or in italics, or stand at the right."""
    if element.get("align") == "right" or "right" in (element.get("style") or ""):
        return element.find(".//a") is None
    inner = element if element.tag in _EMPHASIS else next((e for e in element if e.tag in _EMPHASIS), None)
    is_whole = inner is not None and raw_length(inner) >= raw_length(element) - 1
    return is_whole and element.find(".//a") is None


_EMPHASIS = frozenset({"strong", "b", "em", "i"})


def dated_beside(shown: Shown, heading: Mark | None) -> str | None:
    """The day in bare words right over the headline, as behind the way to the page: "Home > Town • 3 March 2010"."""
    if heading is None:
        return None
    before = [clean(str(text)) for text in heading.element.xpath("preceding::text()[normalize-space()]")[-_NEAR:]]
    found = (parse_date(text, day_first=shown.day_first) for text in reversed(before) if len(text) < 60)
    return next(filter(None, found), None)


_NEAR = 6


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
