"""The article's paragraphs: trafilatura's main text, without what is no part of the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import trafilatura
from lxml.etree import _Element
from lxml.html import HtmlElement

from whowhom.read.boxes import cut_boxes, is_furniture_box
from whowhom.read.bylines import parse_byline
from whowhom.read.column import within_column
from whowhom.read.dates import holds_date
from whowhom.read.dom import SILENT, block_paragraphs, inline_text, raw_length
from whowhom.read.headline import normal
from whowhom.read.lines import is_line_of_furniture

_TRACKBACKS = re.compile(
    r"^(?:\d+ )?(?:trackbacks?|pingbacks?)(?: \(?\d+\)?)?:?$|^trackback (?:url|address|link)\b", re.I
)

MAX_ELEMENTS = 12_000
"""Pages of more elements, their thread apart, are not given to trafilatura, whose time grows with the square."""

_BODY_BLOCKS = frozenset({"p", "item", "list", "quote", "row", "table", "div", "code", "ab", "body", "main", "graphic"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What is told apart from the body already, and the element in which the text under the headline starts."""

    headline: str | None
    dek: str | None
    authors: Sequence[str]
    start: HtmlElement | None = None
    lead: Sequence[str] = ()


def read_body(tree: HtmlElement, frame: Frame, *, url: str | None) -> tuple[str, ...]:
    """The paragraphs of the article in order; empty when there are none."""
    captions = cut_boxes(tree, frame.start)
    opening = _opening(frame)
    own = _container_paragraphs(frame.start)
    found = own if _is_oversized(tree) else _main_text(tree, url)
    if opening and not _holds(found, opening) and sum(map(len, own)) > 0.3 * sum(map(len, found)):
        found = own
    if not found:
        found = _plain_paragraphs(tree)
    found = within_column(_parted(_resplit(found, tree), own), frame.start, is_furniture_box)
    if (
        opening
        and any(len(text) > 1800 and normal(text).find(opening) > 0 for text in found)
        and sum(map(len, own)) > 200
    ):
        found = own  # the whole page in one piece: trafilatura's last resort
    if opening:
        found = _without_lead_in(found, opening, {normal(line) for line in frame.lead})
    kept = _without_signature(
        _without_tail(_without_menu(_drop_furniture(found, frame, captions), tree), tree), frame.authors
    )
    return () if _is_menu(kept, tree) else tuple(kept)


def _is_oversized(tree: HtmlElement) -> bool:
    return sum(1 for _ in islice(tree.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS


def _main_text(tree: HtmlElement, url: str | None) -> list[str]:
    """The paragraphs that trafilatura takes for the main text."""
    document = trafilatura.bare_extraction(tree, url=url, include_comments=False, with_metadata=False)
    main = getattr(document, "body", None)
    return _paragraphs(main) if main is not None else []


def _without_menu(paragraphs: list[str], tree: HtmlElement) -> list[str]:
    """The paragraphs without rows of links ("News | Sport | Jobs") before the first."""
    start = next((i for i, text in enumerate(paragraphs) if " | " not in text), 0)
    if not start:
        return paragraphs
    linked = {normal("".join(a.itertext())) for a in tree.iter("a")}
    pieces = {piece for text in paragraphs[:start] for piece in map(normal, text.split(" | "))} - {""}
    return paragraphs[start:] if pieces <= linked and max(map(len, pieces), default=0) < 40 else paragraphs


def _without_tail(paragraphs: list[str], tree: HtmlElement) -> list[str]:
    """The paragraphs without trackbacks, links and rows of links that trail the story."""
    end = next((i for i, text in enumerate(paragraphs) if i and _TRACKBACKS.match(text)), len(paragraphs))
    paragraphs = paragraphs[:end]
    if len(paragraphs) < 3 or len(paragraphs[-1]) > 90:
        return paragraphs
    linked = {normal("".join(a.itertext())) for a in tree.iter("a")}
    end = len(paragraphs)
    while end > 2 and len(paragraphs[end - 1]) < 90 and _is_link_row(paragraphs[end - 1], linked):
        end -= 1
    return paragraphs[:end]


def _without_signature(paragraphs: list[str], authors: Sequence[str]) -> list[str]:
    """The paragraphs without a last line that is only the byline: "Par Ann Lee", "von Ann Lee erstellt am …"."""
    known = set(map(normal, authors))
    for text in paragraphs[:0:-1][:2]:
        is_signed = len(text) < 100 and known and known.issuperset(map(normal, parse_byline(text)))
        if is_signed and parse_byline(text) and not text.endswith((".", "!", "?", ")")):
            return [other for other in paragraphs if other is not text]
    return paragraphs


def _is_link_row(text: str, linked: set[str]) -> bool:
    parts = [normal(part) for part in re.split(r"\s[|•·]\s|\s[|•·]$", text)]
    return (len(parts) > 1 or not re.search(r"[.!?]$", text)) and any(part in linked for part in parts if part)


def _is_menu(paragraphs: Sequence[str], tree: HtmlElement) -> bool:
    """True when a few words are all there is, and all of them are links: a page without an article."""
    text = normal(" ".join(paragraphs))
    if len(text) > 600 or any(re.search(r"[.!?。؟]", p) and len(p) > 40 for p in paragraphs):
        return False
    linked = normal(" ".join("".join(a.itertext()) for a in tree.iter("a", "button", "option")))
    return len(text) < 15 or text in linked


def _opening(frame: Frame) -> str:
    """The first letters of the text under the headline."""
    return normal(inline_text(frame.start)[:120])[:50] if frame.start is not None else ""


def _holds(paragraphs: Sequence[str], opening: str) -> bool:
    return opening in normal(" ".join(paragraphs))


def _container_paragraphs(start: HtmlElement | None) -> list[str]:
    """The paragraphs of the element that the text starts in, for pages where trafilatura takes another."""
    if start is None:
        return []
    parent = start.getparent()
    container = (
        parent
        if start.tag in {"p", "span", "font", "blockquote"}
        and parent is not None
        and parent.tag not in {"body", "html"}
        else start
    )
    skip = {
        e
        for e in container.iter()
        if e.tag in {"nav", "aside", "footer", "figure", "button", "table"} or is_furniture_box(e)
    } - {container}
    return block_paragraphs(container, skip)


def _parted(paragraphs: Sequence[str], own: Sequence[str]) -> list[str]:
    """Paragraphs that hold several of the ones where the text starts taken apart."""
    parts: list[str] = []
    for text in paragraphs:
        whole = normal(text)
        inner = [b for b in own if 40 < len(b) < len(text) and normal(b) in whole] if len(text) > 200 else []
        parts += inner if len(inner) > 1 and sum(len(normal(b)) for b in inner) > 0.9 * len(whole) else [text]
    return parts


def _resplit(paragraphs: Sequence[str], tree: HtmlElement) -> list[str]:
    """Paragraphs that were run together taken apart again where the page has blocks."""
    if not any(len(text) > 1800 for text in paragraphs):
        return list(paragraphs)
    blocks = block_paragraphs(tree)
    if len(blocks) > 5000 or sum(map(len, paragraphs)) > 200_000:
        return list(paragraphs)  # each block is looked for in each long paragraph
    result: list[str] = []
    for text in paragraphs:
        whole = normal(text)
        inner = [b for b in blocks if len(text) > 1800 and len(b) < len(text) and len(b) > 2 and normal(b) in whole]
        covers = sum(len(normal(b)) for b in inner) > 0.8 * len(whole)
        result.extend(inner if covers and len(inner) > 2 else [text])
    return result


def _without_lead_in(paragraphs: list[str], opening: str, lead: set[str]) -> list[str]:
    """The paragraphs from the text's first long one on; before it only whole sentences under the headline may stand."""
    for i, text in enumerate(paragraphs[:25]):
        if opening[:40] in normal(text[:400]):
            return [
                t for t in paragraphs[:i] if normal(t) in lead or (len(t) > 80 and re.search(r"[.!?”\"]$", t))
            ] + paragraphs[i:]
    return paragraphs


def _paragraphs(body: _Element) -> list[str]:
    """The paragraphs of trafilatura's tree: headings, list items and table rows each one of their own."""
    for row in body.iter("row"):
        cells = [cell for cell in row if isinstance(cell.tag, str)]
        if all(raw_length(cell) < 200 for cell in cells):
            for cell in cells[1:]:
                cell.text = " | " + (cell.text or "")
        else:
            for cell in cells:
                cell.tag = "div"
    for heading in body.iter("head"):
        heading.tag = "p"  # in HTML the tag of that name holds no text
    return block_paragraphs(body, blocks=_BODY_BLOCKS, line_break="lb")


def _plain_paragraphs(tree: HtmlElement) -> list[str]:
    """For pages too short or odd for trafilatura: paragraphs that read like sentences."""
    silent = {e for e in tree.iter() if e.tag in SILENT or e.tag in {"nav", "footer", "aside", "button"}}
    paragraphs = [inline_text(p) for p in tree.iter("p")] or block_paragraphs(tree, silent)
    return [p for p in paragraphs if len(p) > 40 and re.search(r"[.!?。؟»”\"]\s*$", p)]


def _drop_furniture(paragraphs: Sequence[str], frame: Frame, captions: set[str]) -> list[str]:
    """The paragraphs without what is told elsewhere (headline, byline) and lines that are no part of a story."""
    kept: list[str] = []
    for text in paragraphs:
        early = len(kept) < 3
        if not any(map(str.isalpha if early else str.isalnum, text)) or is_line_of_furniture(text) or text in captions:
            continue
        if frame.headline and early and normal(text) == normal(frame.headline):
            continue
        if frame.dek and early and normal(text) in {normal(frame.dek), normal(f"{frame.headline} {frame.dek}")}:
            continue
        if early and len(text) < 120 and _is_byline(text, frame.authors):
            continue
        if kept and text == kept[-1]:
            continue
        kept.append(text)
    return kept


def _is_byline(text: str, authors: Sequence[str]) -> bool:
    """True for a line above the story that only says who wrote it and when."""
    if parse_byline(text):
        return True
    rest = text
    for author in authors:
        rest = rest.replace(author, "")
    if holds_date(text) and len(text) < 70 and not re.search(r"[.!?]$", text):
        return True
    return rest != text and len(rest) < 30 and not re.search(r"[.!?]$", text)
