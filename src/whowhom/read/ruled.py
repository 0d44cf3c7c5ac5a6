"""Readers' views set between rules: words, then a name in bold, then a line across; no block of their own.

Each such stretch is put into a block that says what it is, so that it is read as every other comment.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dom import inline_text, raw_length

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
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
    return False


def _stretches(parent: HtmlElement) -> list[list[HtmlElement]]:
    """The children between rules; each list opens with the rule or heading whose tail may hold the first words."""
    found: list[list[HtmlElement]] = [[]]
    for child in parent:
        if child.tag == "hr":
            found.append([child])
        elif child.tag in _HEADINGS:
            found[-1] = [child]
        else:
            found[-1].append(child)
    return [nodes for nodes in found if clean(" ".join(_texts(nodes)))]


def _signature(nodes: Sequence[HtmlElement]) -> HtmlElement | None:
    """The bold name that a stretch ends with, when words stand before it and nothing after."""
    inner = [e for node in nodes if node.tag not in {"hr", *_HEADINGS} for e in node.iter("b", "strong")]
    if not inner:
        return None
    name = inline_text(inner[-1])
    whole = clean(" ".join(_texts(nodes)))
    is_name = 1 < len(name) <= _LONGEST_NAME and not name.endswith((".", "!", "?", ":"))
    is_end = whole.endswith(name) and len(name) + 5 < len(whole) < _LONGEST
    return inner[-1] if is_name and is_end else None


def _texts(nodes: Sequence[HtmlElement]) -> list[str]:
    skipped = {"hr", *_HEADINGS}
    return [("" if node.tag in skipped else inline_text(node)) + " " + (node.tail or "") for node in nodes]


def _follows_story(first: HtmlElement) -> bool:
    before = first.xpath("preceding::p[position() <= 60]")
    return sum(raw_length(p) for p in before) > _MIN_STORY


def _wrap(parent: HtmlElement, nodes: Sequence[HtmlElement], name: HtmlElement) -> None:
    """One stretch as a block of class "comment", its bold words as its author."""
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
    name.set("class", "author")
