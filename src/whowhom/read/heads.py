"""Comments that no class and no block tells: a line "NAME wrote on DATE", or "NAME, DATE", above words, time and again.

The very last resort of ``units``. A page must say that readers speak, by a heading, a field to write in, a control for
replying or the lines' own "wrote". A block is a line with what stands beside it up to the next such line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from lxml.etree import XPath
from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dom import LINES, block_paragraphs, inline_text, raw_length
from whowhom.read.groups import PAGE_TAGS, Group, Unit
from whowhom.read.lines import is_line_of_furniture
from whowhom.read.phrases import (
    author_above_date,
    author_before_date,
    author_from_lines,
    is_furniture,
    is_sentence,
    said_by,
    says_time,
)
from whowhom.read.shapes import is_control, is_readers_heading

_HEAD_TAGS = ("div", "p", "span", "font", "td", "th", "dt", "b", "strong", "em", "i", "small", "h3", "h4", "h5", "h6")
_LONGEST = 110
_WORDS = 14
"""So many words may stand beside name and time: a place, "wrote on", the number of the comment."""
_LONG_BEFORE = XPath(
    "boolean(preceding::text()[string-length(normalize-space(.)) > 100][not(parent::script or parent::style)])"
)
_BORDERS = frozenset({"h1", "h2", "form", "footer"})
_MAX_HEADS = 2000


def group_heads(tree: HtmlElement) -> list[Group]:
    """Stretches from one line of name and time to the next, by the shape of their lines; empty where none has two."""
    shaped: dict[str, list[HtmlElement]] = defaultdict(list)
    for element in tree.iter(*_HEAD_TAGS):
        if _is_head(element):
            shaped[_shape(element)].append(element)
    groups = []
    for shape, heads in shaped.items():
        holders = {ancestor for head in heads for ancestor in head.iterancestors()}
        heads = [head for head in heads if head not in holders][:_MAX_HEADS]
        heads = heads[bisect_left(heads, True, key=lambda head: bool(_LONG_BEFORE(head))) :]
        if len(heads) > 1 and _is_talk(tree, heads):
            groups.append(Group(("heads", shape), _stretches(heads)))
    return groups


def _is_head(element: HtmlElement) -> bool:
    """True for a short line that is a name and a time."""
    if not 1 < raw_length(element) < 2 * _LONGEST:
        return False
    lines = block_paragraphs(element, blocks=LINES)
    text = " ".join(lines)
    if len(text) > _LONGEST or len(re.findall(r"[^\W\d_]{2,}", text)) > _WORDS:
        return False
    if len(lines) == 1 and (said_by(text) or _stands_over_time(element, text)):
        return True
    if not says_time(text):
        return False
    pieces = [piece for part in element.itertext() if (piece := clean(part))]
    return (author_from_lines(lines) or author_before_date(lines) or author_above_date(pieces)) is not None


def _stands_over_time(element: HtmlElement, text: str) -> bool:
    """True for a name in a line of its own with only a time in the next element."""
    after = element.getnext()
    if after is None or raw_length(after) > 40 or len(text) > 40 or is_sentence(text) or is_furniture(text):
        return False
    below = inline_text(after)
    return says_time(below) and len(re.findall(r"[^\W\d_]{2,}", below)) < 5 and not says_time(text)


def _shape(element: HtmlElement) -> str:
    """The tags of an element and of two around it, with its class."""
    line = [element, *element.iterancestors()][:3]
    return f"{'<'.join(str(e.tag) for e in line)}.{element.get('class') or ''}"


def _is_talk(tree: HtmlElement, heads: Sequence[HtmlElement]) -> bool:
    """True when the page says by more than names and times that readers speak."""
    if sum(_SAID.search(inline_text(head)) is not None for head in heads) > 0.8 * len(heads):
        return True
    if any(is_control(e) for e in tree.iter("a", "button", "span")) or next(tree.iter("textarea"), None) is not None:
        return True
    before = heads[0].xpath("preceding::*[position() <= 12]")
    return any(is_readers_heading(e) for e in before)


_SAID = re.compile(
    r"\b(?:wrote|says?|said|commented|posted|schrieb|schreibt|sagte?|meint|dit|a écrit|dice|dijo|escribió|ha scritto"
    r"|scrive|disse|escreveu|napisała?|pisze|schreef|skrev|yazdı|написала?|пишет|كتب|قال)\b",
    re.I,
)


def _ends_thread(element: HtmlElement) -> bool:
    """True for a heading of readers' words and for an invitation to write some."""
    text = inline_text(element) if raw_length(element) < 120 else ""
    return is_readers_heading(element) or (
        bool(text) and element.find(".//a") is not None and is_line_of_furniture(text)
    )


def _stretches(heads: Sequence[HtmlElement]) -> list[Unit]:
    """A block for each head: its own box where no other head is, and what follows that box."""
    count: dict[HtmlElement, int] = defaultdict(int)
    for head in heads:
        for element in [head, *head.iterancestors()]:
            count[element] += 1
    units = []
    for head in heads:
        top = head
        while (parent := top.getparent()) is not None and count[parent] == 1 and parent.tag not in PAGE_TAGS:
            top = parent
        nodes = [top]
        for beside in top.itersiblings():
            if beside in count or beside.tag in _BORDERS or len(nodes) > 60 or _ends_thread(beside):
                break
            nodes.append(beside)
        units.append(Unit(tuple(nodes)))
    return units
