"""What stands in a comment's block beside its words, told by the lines alone: who wrote and when, replying."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from lxml.html import HtmlElement

from whowhom.read.dates import holds_date
from whowhom.read.dom import LINES, block_paragraphs
from whowhom.read.phrases import CARD_LINE, FURNITURE, author_after_by, is_furniture


def without_edges(
    paragraphs: list[str], nodes: Sequence[HtmlElement], skip: Container[HtmlElement], author: str | None
) -> list[str]:
    """The paragraphs without a first line of name and time, and a last one for replying, that only a break parts."""
    if not paragraphs or (len(nodes) == 1 and nodes[0].find(".//br") is None):
        return paragraphs
    first = block_paragraphs(nodes[0], skip, blocks=LINES)
    last = first if len(nodes) == 1 else block_paragraphs(nodes[-1], skip, blocks=LINES)
    kept = list(paragraphs)
    if author and first and kept[0] != first[0] and kept[0].startswith(first[0]) and len(first[0]) < 120:
        bare = first[0].replace(author, "").strip()
        kept[0] = kept[0].removeprefix(first[0]).strip() if _is_meta(bare, first[0], author) else kept[0]
    if last and kept[-1] != last[-1] and kept[-1].endswith(last[-1]) and is_furniture(last[-1]):
        kept[-1] = kept[-1].removesuffix(last[-1]).strip()
    return [text for text in kept if text]


def without_meta(paragraphs: list[str], author: str | None) -> list[str]:
    """Paragraphs without the lines that only say who wrote and when."""
    kept = []
    for i, text in enumerate(paragraphs):
        edge = i < 4 or i >= len(paragraphs) - 3
        bare = text.replace(author, "").strip() if author else text
        if edge and len(text) < 120 and (not bare or _is_meta(bare, text, author)):
            continue
        kept.append(text)
    return kept


def _is_meta(bare: str, text: str, author: str | None) -> bool:
    """True for "NAME wrote on March 11th, 2015 at 02:57:" and for what is left of such a line."""
    if author and bare.startswith(("·", "•", "|")) and not bare.endswith("."):
        return True
    if CARD_LINE.match(text) or (author and FURNITURE.match(bare.strip(" :|,–—()"))):
        return True
    if holds_date(text) and len(re.findall(r"[^\W\d_]{2,}", bare)) <= 9:
        return True
    if author and holds_date(text) and author_after_by([text]) == author:
        return True
    return bool(re.match(r"^(?:posted by|comment by|from:|by\b)", text, re.I) and len(text) < 100)
