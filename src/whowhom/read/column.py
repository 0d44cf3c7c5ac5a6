"""The story's column: the smallest element around its opening that holds most of its text.

What was taken for text outside the column is furniture of the page; short paragraphs inside it belong to the story
even where an extractor passed over them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from whowhom.read.dom import SILENT, block_paragraphs, class_and_id, inline_text, raw_length, raw_text, walk
from whowhom.read.headline import normal

_SHARE = 0.6
"""How much of the text found must lie in the column; 0.5-0.75 read the practice pages alike."""
_PURE = 0.8
"""How much of a larger element's text must be the story's for it to be the column."""
_ASIDES = frozenset({"nav", "aside", "footer", "figure", "figcaption", "button", "form", "header", "dl"})
_PROSE = frozenset({"p", "blockquote"})
_LINE_TAGS = frozenset({"p", "span", "font", "b", "strong", "i", "em", "blockquote"})
_SENTENCE = re.compile(r"[.!?…。؟][\"”’'»)\]]*$")


def within_column(
    found: Sequence[str], start: HtmlElement | None, is_furniture: Callable[[HtmlElement], bool]
) -> list[str]:
    """The found paragraphs that lie in the story's column, with the column's own sentences that are missing."""
    column = _find_column(found, start)
    if column is None:
        return list(found)
    parts = [column, *_continued(column, found, is_furniture)]
    skip = {e for part in parts for e in walk(part) if e is not part and _is_outside(e, is_furniture)}
    own = [text for part in parts for text in block_paragraphs(part, skip)]
    known = {normal(text): text for text in found}
    whole = normal("".join(map(raw_text, parts)))
    blocks = set(map(normal, own))
    # A single word proves nothing: a menu's may stand in the story as well.
    inside = [t for t in found if normal(t) in blocks or (len(normal(t)) > 20 and normal(t) in whole)]
    pieces = [normal(text) for text in inside if normal(text) not in blocks]
    if pieces and all(any(piece in block for block in blocks) for piece in pieces):
        # Paragraphs that were cut at their links are whole in the column.
        return [t for t in own if normal(t) in set(map(normal, inside)) or any(piece in normal(t) for piece in pieces)]
    if pieces:
        return _between(found, set(inside))
    prose = {normal(inline_text(e)) for part in parts for e in walk(part, skip) if e.tag in _PROSE}
    missed = [t for t in own if normal(t) not in known and normal(t) in prose and _SENTENCE.search(t)]
    kept = {*map(normal, inside), *map(normal, missed)}
    return [text for text in own if normal(text) in kept]


def _find_column(found: Sequence[str], start: HtmlElement | None) -> HtmlElement | None:
    """The smallest ancestor of the opening with most of the text found; None when only the page itself has it."""
    # Menus that an extractor took along must not hide the story: only whole sentences count, if there are any.
    found = [text for text in found if len(text) > 40 and _SENTENCE.search(text)] or found
    sentences = [normal(text) for text in found]
    total = sum(map(len, sentences))
    if start is None or not total:
        return None
    column, held, seen = None, 0, 0
    for element in [start, *start.iterancestors()]:
        if element.tag in {"body", "html", "center"}:
            break
        length = raw_length(element)
        if element.tag in _LINE_TAGS or length < _SHARE * total or length == seen:
            continue  # too little, or nothing beside what was looked at
        seen = length
        text = normal(raw_text(element))
        inside = sum(len(sentence) for sentence in sentences if sentence in text)
        # Above the first such element only a larger one that is nearly all story: text laid out in blocks.
        if inside >= _SHARE * total and (column is None or (inside > held and inside > _PURE * len(text))):
            column, held = element, inside
            if held == total:
                break  # nothing larger can hold more
        elif column is not None and inside < 0.4 * len(text):
            break
    return column


def _is_outside(element: HtmlElement, is_furniture: Callable[[HtmlElement], bool]) -> bool:
    return element.tag in _ASIDES or is_furniture(element) or _is_links(element)


def _continued(
    column: HtmlElement, found: Sequence[str], is_furniture: Callable[[HtmlElement], bool]
) -> list[HtmlElement]:
    """The elements right after the column that are story too: nearly all of it found, or called the rest of it."""
    sentences = {normal(text) for text in found if len(text) > 40}
    after: list[HtmlElement] = []
    for element in column.itersiblings():
        text = normal(raw_text(element)) if isinstance(element.tag, str) else ""
        if not text:
            continue
        if _is_rest(element, is_furniture):
            after.append(element)
            continue
        inside = [s for s in sentences if s in text]
        if element.tag in _ASIDES or len(inside) < 2 or sum(map(len, inside)) < _PURE * len(text):
            break
        after.append(element)
    return after


def _is_rest(element: HtmlElement, is_furniture: Callable[[HtmlElement], bool]) -> bool:
    """True for paragraphs that blogs keep off their front page, in a block or behind an anchor called "more"."""
    if element.tag not in {"div", "section"} or is_furniture(element):
        return False
    first = element[0] if len(element) and not (element.text or "").strip() else None
    anchor = (first.get("name") or first.get("id") or "") if first is not None and first.tag in {"a", "span"} else ""
    if not _REST.search(class_and_id(element)) and not _REST.search(anchor.lower()):
        return False
    prose = [e for e in element.iter(*_PROSE) if _SENTENCE.search(inline_text(e))]
    linked = sum(map(raw_length, element.iter("a")))
    length = raw_length(element)
    return sum(map(raw_length, prose)) > _SHARE * length and linked < 0.4 * length


_REST = re.compile(
    r"(?:^|\s)(?:(?:entry|asset|post|article|story|body|text|content)[-_]?)?"
    r"(?:more(?:-\d+)?|extended|jump|continued|continuation|full-?text)(?:$|\s)"
)


def _between(found: Sequence[str], inside: set[str]) -> list[str]:
    """The found paragraphs from the column's first to its last."""
    places = [i for i, text in enumerate(found) if text in inside]
    return list(found[places[0] : places[-1] + 1]) if places else list(found)


def _is_links(element: HtmlElement) -> bool:
    """True for a block that is nearly all links: related stories, tags, sharing."""
    if element.tag in SILENT or element.tag not in {"div", "ul", "ol", "section", "table"}:
        return False
    length = raw_length(element)
    linked = sum(raw_length(a) for a in element.iter("a"))
    return 0 < length < 1500 and linked > 0.7 * length
