"""Readers' views that have no block of their own: set between rules, or each with a line "Posted by: NAME | DATE".

Each such stretch is put into a block that says what it is, so that it is read as every other comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from lxml import etree
from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dates import parse_date
from whowhom.read.dom import inline_text, raw_length
from whowhom.read.shapes import READERS_HEADING

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SIGNATURE = re.compile(
    r"^(?:posted|written|comment|sent|geschrieben|verfasst|gepostet|publié|écrit|rédigé|escrito|scritto|postado)"
    r"(?: (?:by|von|par|por|da))?\s*:?\s*\S.{1,60}?[\s|,(–—-].*\d{4}"
    r"|^(?:by|von|par)\s*:?\s*\S.{1,60}?[\s|,(–—-].*\d{4}",
    re.I | re.S,
)
_LONGEST_NAME = 60
_LONGEST = 5000
_MIN_STORY = 200


def mark_ruled(tree: HtmlElement) -> bool:
    """Put the signed stretches between rules into blocks; True when there were some."""
    for parent in dict.fromkeys(rule.getparent() for rule in tree.iter("hr")):
        if parent is None or parent.tag == "html":
            continue
        stretches = _stretches(parent)
        signed = [(s, name) for s in stretches if (name := _signature(s)) is not None]
        if len(signed) < 2 or len(signed) < 0.6 * len(stretches) or not _follows_story(signed[0][0][0]):
            continue
        for nodes, name in signed:
            _wrap(parent, nodes, name)
        return True
    return _mark_signed(tree)


def _mark_signed(tree: HtmlElement) -> bool:
    """Put the stretches under a heading "Comments" that a signature ends (or opens) each into blocks."""
    for heading in tree.iter(*_HEADINGS):
        parent = heading.getparent()
        if parent is None or not READERS_HEADING.match(inline_text(heading)) or not _follows_story(heading):
            continue
        after = list(takewhile(lambda e: e.tag not in {*_HEADINGS, "form"}, heading.itersiblings()))
        for element in after:
            _part_signature(element)
        views = _cut_at_signatures([e for e in heading.itersiblings() if e in after or e.get("class") == _SIGNED_CLASS])
        for nodes in views:
            _wrap(parent, nodes, None)
        if views:
            return True
    return False


def _cut_at_signatures(nodes: Sequence[HtmlElement]) -> list[list[HtmlElement]]:
    """The nodes from one signature to the next; whether they end or open a view, the first one tells."""
    signed = [i for i, node in enumerate(nodes) if _is_signature(node)]
    if not signed:
        return []
    opens = not any(inline_text(node) for node in nodes[: signed[0]])
    edges = [*signed, len(nodes)] if opens else [0, *(i + 1 for i in signed)]
    return [list(nodes[low:high]) for low, high in pairwise(edges)]


def _is_signature(node: HtmlElement) -> bool:
    is_told = _SIGNATURE.match(inline_text(node)[:200]) is not None
    return is_told or node.get("class") == _SIGNED_CLASS or _signs_letter(node)


def _part_signature(node: HtmlElement) -> None:
    """Put the last line of a paragraph, when it is "- Ann, London, 3 May 2016", into an element of its own."""
    last = node[-1] if len(node) else None
    line = clean(last.tail or "") if last is not None and last.tag == "br" else ""
    found = _DASHED.match(line) if len(line) <= 120 else None
    if last is None or not found:
        return
    signature = etree.Element("p", {"class": _SIGNED_CLASS})
    for kind, text in (("author", found["name"]), ("place", found["place"]), ("date", found["date"])):
        if text:
            etree.SubElement(signature, "span", {"class": kind}).text = text
    last.tail = None
    node.addnext(signature)


_SIGNED_CLASS = "signature-of-reader"
_DASHED = re.compile(
    r"^[-–—~]{1,2}\s?(?P<name>[^\W\d_][^,;|\d]{0,40}?)(?:\s*[,;|]\s*(?P<place>[^\d]{2,60}?))?(?:\s*[,;|]\s*(?P<date>.{0,12}\d.{4,30}))?$"
)


def _signs_letter(node: HtmlElement) -> bool:
    """True for a short line set apart at the right that opens with a name in bold: "A. Lee, Leek"."""
    is_right = node.get("align") == "right" or "text-align:right" in (node.get("style") or "").replace(" ", "")
    if not is_right or not len(node) or clean(node.text or "") or node[0].tag not in {"b", "strong", "i", "em"}:
        return False
    return 1 < len(inline_text(node[0])) <= _LONGEST_NAME and len(inline_text(node)) <= 160


def _stretches(parent: HtmlElement) -> list[list[HtmlElement]]:
    """The children between rules; each list opens with the rule or heading whose tail may hold the first words."""
    found: list[list[HtmlElement]] = [[]]
    for child in parent:
        if child.tag == "hr":
            found.append([child])
        elif child.tag in _HEADINGS or READERS_HEADING.match(inline_text(child)[:100]):
            child.tag = child.tag if child.tag in _HEADINGS else "h4"  # the page's own headings stay what they are
            found[-1] = [child]
        else:
            found[-1].append(child)
    return [nodes for nodes in found if clean(" ".join(_texts(nodes)))]


def _signature(nodes: Sequence[HtmlElement]) -> HtmlElement | None:
    """The bold name that a stretch ends with, or that it opens with before a date."""
    inner = [e for node in nodes if node.tag not in {"hr", *_HEADINGS} for e in node.iter("b", "strong")]
    if not inner:
        return None
    whole = clean(" ".join(_texts(nodes)))
    first = inline_text(inner[0])
    if 1 < len(first) <= _LONGEST_NAME and whole.startswith(first) and _dated_next(whole[len(first) :]):
        return inner[0] if len(whole) < _LONGEST else None
    name = inline_text(inner[-1])
    is_name = 1 < len(name) <= _LONGEST_NAME and not name.endswith((".", "!", "?", ":"))
    is_end = whole.endswith(name) and len(name) + 5 < len(whole) < _LONGEST
    return inner[-1] if is_name and is_end else None


def _dated_next(rest: str) -> bool:
    """True when a date follows at once: " - 14 March 2001, 10:12"."""
    return (
        re.match(r"\s*(?:[-–—,|:(@•·]|on\b|am\b|le\b|el\b|\d)", rest) is not None and parse_date(rest[:40]) is not None
    )


def _texts(nodes: Sequence[HtmlElement]) -> list[str]:
    skipped = {"hr", *_HEADINGS}
    return [("" if node.tag in skipped else inline_text(node)) + " " + (node.tail or "") for node in nodes]


def _follows_story(first: HtmlElement) -> bool:
    before = first.xpath("preceding::p[position() <= 60]")
    return sum(raw_length(p) for p in before) > _MIN_STORY


def _wrap(parent: HtmlElement, nodes: Sequence[HtmlElement], name: HtmlElement | None) -> None:
    """One stretch as a block of class "comment", its bold words, if any, as its author."""
    block = etree.SubElement(parent, "div", {"class": "comment"})
    inside = list(nodes)
    if inside[0].tag in {"hr", *_HEADINGS}:
        opening = inside.pop(0)
        block.text, opening.tail = opening.tail, None
        opening.addnext(block)
    else:
        inside[0].addprevious(block)
    for node in inside:
        block.append(node)
    if name is not None:
        name.set("class", "author")
        if parse_date(name.tail):
            moment = etree.Element("span", {"class": "date"})
            moment.text, name.tail = name.tail, None
            name.addnext(moment)
