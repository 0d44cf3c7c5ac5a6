"""The readers' thread of a page as a tree: comments in page order, each with the comment it replies to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from whowhom.read.groups import Unit
from whowhom.read.parents import find_parents
from whowhom.read.parts import Reader, is_pingback
from whowhom.read.ruled import mark_ruled
from whowhom.read.units import find_headed, find_units
from whowhom.records import Comment


def read_thread(tree: HtmlElement, *, day_first: bool | None = None) -> tuple[tuple[Comment, ...], list[Unit]]:
    """The page's comments and the blocks they stand in."""
    reader = Reader(day_first)
    units = find_units(tree, reader)
    if not units and mark_ruled(tree):
        reader = Reader(day_first)
        units = find_units(tree, reader)
    units = units or find_headed(tree, reader)
    if not units:
        return (), []
    taken = {node for unit in units for node in unit.nodes}
    parts = [reader.read(unit.nodes, taken) for unit in units]
    keep = [p.is_comment and not is_pingback(unit.nodes, p) for unit, p in zip(units, parts, strict=True)]
    parents = find_parents(units, parts)
    answered = set(parents)  # what was taken away is kept where it holds a place: somebody answers it
    keep = [kept and (i in answered or not parts[i].is_removed) for i, kept in enumerate(keep)]
    # A title of several openings, or of what a comment answers, was filled in by the form.
    openings = Counter(part.title for part, parent in zip(parts, parents, strict=True) if parent is None)
    number: dict[int, int] = {}
    comments: list[Comment] = []
    for i, part in enumerate(parts):
        if keep[i]:
            number[i] = len(comments)
            parent = _kept_parent(i, parents, number)
            above = parents[i]
            is_own = openings[part.title] < 2 and (above is None or part.title != parts[above].title)
            text = "\n\n".join(filter(None, (part.title if is_own else None, part.text)))
            comments.append(Comment(len(comments), parent, part.author, part.published, text))
    return tuple(comments), units


def _kept_parent(i: int, parents: Sequence[int | None], number: dict[int, int]) -> int | None:
    """The nearest ancestor that is a comment: one that was removed hands its replies to its own parent."""
    seen = {i}
    parent = parents[i]
    while parent is not None and parent not in number and parent not in seen:
        seen.add(parent)
        parent = parents[parent]
    return number.get(parent) if parent is not None else None
