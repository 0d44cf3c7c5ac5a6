"""The writer of a comment whom no class names: told by where the name stands in the block."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lxml.html import HtmlElement

from whowhom.read.dates import holds_date
from whowhom.read.dom import raw_length, raw_text
from whowhom.read.phrases import author_above_date, author_after_by, author_before_date, author_from_lines
from whowhom.read.signs import (
    WRITER_WORDS,
    Named,
    author_beside_date,
    heading_name,
    leading_name,
    linked_author,
    signed_name,
)

TITLE_WORDS = frozenset("title subject titre titel titulo betreff sujet asunto assunto oggetto onderwerp temat".split())
"""What the title that a reader gave a comment is called."""
_NAMES = WRITER_WORDS | frozenset("user username name by nick nickname profile member badge meta info".split())
_LONGEST = 150


def placed_author(
    marks: Sequence[HtmlElement],
    named: Named,
    text_mark: HtmlElement | None,
    date_mark: HtmlElement | None,
    lines: Sequence[str],
) -> tuple[HtmlElement | None, str | None]:
    """The writer told by place, the surest first, with the element where it has one of its own.

    ``lines`` are those that may name who speaks; ``date_mark`` is None where nothing beside the time is the comment's.
    """
    if name := author_after_by(lines):
        return None, name
    for found in (signed_name(marks, named), leading_name(marks)):
        if found[1] is not None:
            return found
    if name := author_from_lines(lines):
        return None, name
    if (found := heading_name(marks, text_mark))[1] is not None:
        return found
    if name := author_before_date(lines) or author_above_date(lines):
        return None, name
    if (found := linked_author(marks, text_mark))[1] is not None:
        return found
    return None, author_beside_date(date_mark)


def title_marks(marks: Sequence[HtmlElement], named: Named) -> set[HtmlElement]:
    """Short elements that are called a title and hold nothing else, with what is in them."""
    titles = {
        m
        for m in marks[1:]
        if named.get(m, _NAMES).isdisjoint(_NAMES) and not named[m].isdisjoint(TITLE_WORDS) and _is_title(m)
    }
    return {inner for title in titles for inner in title.iter()}


def without(marks: Sequence[HtmlElement], left_out: Collection[HtmlElement]) -> Sequence[HtmlElement]:
    """The marks but those left out."""
    return [m for m in marks if m not in left_out] if left_out else marks


def _is_title(element: HtmlElement) -> bool:
    return 1 < raw_length(element) < _LONGEST and not holds_date(raw_text(element))
