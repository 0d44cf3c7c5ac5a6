"""The anchors of a thread: which comment an id or anchor belongs to, and which one the words cite by its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from whowhom.read.dom import inline_text, walk
from whowhom.read.groups import Unit

ID_DIGITS = re.compile(r"[0-9a-f]{12,}|\d+")
_CITED_NUMBER = re.compile(r"[@#>»\s]*(\d{1,7})[.:,]?")
_OPENS_WITH_NUMBER = re.compile(r"(?P<mark>@|#|>>|»)?\s?(?P<number>\d{1,7})(?P<end>[:,–—-]|\.?$)?(?=\s|$)", re.M)


def find_anchors(
    units: Sequence[Unit], owner: dict[HtmlElement, int], alone: Sequence[Sequence[HtmlElement]]
) -> dict[str, int]:
    """Ids and anchor names to the block that carries them, with the number inside each as well."""
    found: dict[str, int] = {}
    for i, unit in enumerate(units):
        nodes = list(unit.nodes)
        before = unit.root.getprevious()
        if before is not None and before.tag == "a" and not (before.text or "").strip():
            nodes.append(before)
        own = (element for node in nodes for element in walk(node, owner))
        for element in (*alone[i], *own):
            for key, value in element.items():
                is_own = key in {"id", "name"} or (key.startswith("data-") and key.endswith("id"))
                if is_own and "parent" not in key and value and len(value) < 80:
                    found.setdefault(value, i)
                    for digits in ID_DIGITS.findall(value)[-1:]:
                        found.setdefault(digits, i)
    return found


def anchored(stated: str, anchors: dict[str, int]) -> int | None:
    """The block that an id or anchor name belongs to, else the one with the number in it."""
    return anchors.get(stated, anchors.get((ID_DIGITS.findall(stated) or [""])[-1]))


def cited_comment(
    unit: Unit, i: int, text: str, anchors: dict[str, int], numbers: dict[str, int], owner: dict[HtmlElement, int]
) -> int | None:
    """The earlier comment whose number the words open with: a link "#7" to it, or "@7" where numbers are shown."""
    opening = _OPENS_WITH_NUMBER.match(text)
    if not opening:
        return None
    links = (e for node in unit.nodes for e in walk(node, owner) if e.tag == "a" and "#" in (e.get("href") or ""))
    link = next((e for e in links if _cited_number(inline_text(e)) == opening["number"]), None)
    if link is not None:
        found = anchored((link.get("href") or "").rpartition("#")[2], anchors)
    else:
        is_cited = opening["mark"] in {"@", ">>", "»"} or (opening["mark"] and opening["end"])
        found = numbers.get(opening["number"]) if len(numbers) > 1 and is_cited else None
    return found if found is not None and found < i else None


def _cited_number(text: str) -> str | None:
    cited = _CITED_NUMBER.fullmatch(text)
    return cited[1] if cited else None
