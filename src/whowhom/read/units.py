"""Finding the blocks that are comments: repeated elements, each with an author, a time and words of its own.

The group (``groups``, or ``shapes`` where no class tells) whose members look most like comments wins. Groups that hold
replies in a markup of their own are added to it. Where author and words are neighbours rather than one block
(``dt``/``dd``, rows of a table), a block is the stretch from one author line to the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from whowhom.read.dom import inline_text, raw_length, words
from whowhom.read.groups import (
    COMMENT_WORDS,
    MAX_UNITS,
    PAGE_TAGS,
    SAMPLE,
    Group,
    Unit,
    evaluate,
    group_elements,
    is_sure,
)
from whowhom.read.heads import group_heads
from whowhom.read.parts import Reader
from whowhom.read.phrases import is_furniture, says_time
from whowhom.read.shapes import group_shapes

_MAX_GROUPS = 60
_LONGEST_OPENING = 6000
_REPLY_KEY = re.compile(r"repl(?:y|ies)$|child$|sub-?comment|answer$|antwort$|respuesta$|r[eé]ponse$|nested", re.I)


def find_units(tree: HtmlElement, reader: Reader) -> list[Unit]:
    """The page's comment blocks in page order; empty when it has none."""
    for button in tree.iter("button"):
        if words(button) & {"username", "author"} or _stands_before_time(button):
            button.tag = "span"  # some put the name in a button that opens the profile
    groups = group_elements(tree)
    unsure = [g for g in groups if not is_sure(g.key) and len(g.units) > 1][:_MAX_GROUPS]
    # Groups that say "a comment" are tried first: most pages have one, and the others need not be looked at.
    good = _score_groups([g for g in groups if is_sure(g.key)], reader)
    if good:
        replies = [g for g in groups if _REPLY_KEY.search(g.key[1]) and not is_sure(g.key)]
        good += _score_groups(replies, reader, known=True)
        if all(len(g.units) == 1 for g in good):  # one "comment" may be the list of them all
            good += _score_groups(unsure, reader)
            good.sort(key=lambda g: -g.score)
    else:
        good = _score_groups(unsure, reader)
    good = good or _score_groups(group_shapes(tree), reader)
    if not good:
        return []
    chosen = _widest(good[0], groups, reader)
    for other in good[1:8]:
        chosen = _merge(chosen, other, reader)
    return _in_order(tree, _without_box(chosen, reader))


def find_headed(tree: HtmlElement, reader: Reader) -> list[Unit]:
    """The stretches under lines of name and time, for pages where no block and no rule parts the comments."""
    good = _score_groups(group_heads(tree), reader)
    return _in_order(tree, good[0].units) if good else []


def _in_order(tree: HtmlElement, units: Sequence[Unit]) -> list[Unit]:
    roots = {unit.root: unit for unit in units}
    return [roots[element] for element in tree.iter(*{str(root.tag) for root in roots}) if element in roots][:MAX_UNITS]


def _stands_before_time(button: HtmlElement) -> bool:
    """True for a short button with a time right after it."""
    after = button.getnext()
    if after is None or raw_length(after) > 30 or not 0 < raw_length(button) <= 40:
        return False
    return says_time(inline_text(after)) and not is_furniture(inline_text(button))


def _widest(best: Group, groups: Sequence[Group], reader: Reader) -> list[Unit]:
    """The best group's blocks, or those of a group that has them all and more: replies say "comment", openings less."""
    roots = {unit.root for unit in best.units}
    wider = [g for g in groups if len(g.units) > len(roots) and roots < {unit.root for unit in g.units}]
    found = _score_groups(wider[:3], reader)
    return list(found[0].units if found and min(found[0].rates) >= 0.75 else best.units)


def _score_groups(groups: Sequence[Group], reader: Reader, *, known: bool = False) -> list[Group]:
    """The groups that look like comments, the best first; ``known`` lets one alone be enough beside others."""
    tried: dict[tuple[HtmlElement, ...], Group] = {}
    for group in groups:
        tried.setdefault(tuple(unit.root for unit in group.units), group)
    scored = [evaluate(group, reader, known=known) for group in tried.values()]
    scored += [evaluate(flat, reader) for group in scored if (flat := _flat_group(group)) is not None]
    return sorted((g for g in scored if g.score > 0), key=lambda g: -g.score)


def _flat_group(group: Group) -> Group | None:
    """Author lines as starts of blocks, when the words stand beside them and not in them."""
    has_text, has_author, has_date = group.rates
    if len(group.units) < 2 or has_text > 0.4 or max(has_author, has_date) < 0.6:
        return None
    heads = _lift([unit.root for unit in group.units])
    if heads is None:
        return None
    starts = set(heads)
    trailing = _text_comes_first(heads[0], starts)
    units = [Unit(_stretch(head, starts, trailing)) for head in heads]
    return Group(("flat", group.key[1]), units) if any(len(u.nodes) > 1 for u in units) else None


def _lift(members: Sequence[HtmlElement]) -> list[HtmlElement] | None:
    """The members' ancestors that are siblings of each other; None when two members share one."""
    shared: set[HtmlElement] | None = None
    for member in members:
        line = set(member.iterancestors())
        shared = line if shared is None else shared & line
    lifted = []
    for member in members:
        top = member
        while (parent := top.getparent()) is not None and parent not in (shared or ()):
            top = parent
        lifted.append(top)
    return lifted if len(set(lifted)) == len(lifted) else None


def _text_comes_first(head: HtmlElement, starts: set[HtmlElement]) -> bool:
    """True when signatures follow the words: the last one has no words after it, the first has some before it."""
    before = head.getprevious()
    last = head
    following = head.getnext()
    while following is not None:
        last = following if following in starts else last
        following = following.getnext()
    after = last.getnext()
    return (
        before is not None
        and before.tag not in {"h2", "h3", "h4", "a"}
        and raw_length(before) > 1
        and (after is None or raw_length(after) < 2)
    )


def _stretch(head: HtmlElement, starts: set[HtmlElement], trailing: bool) -> tuple[HtmlElement, ...]:
    """A head and its neighbours up to the next head (or, for signatures, back to the one before)."""
    nodes = [head]
    step = head.getprevious() if trailing else head.getnext()
    while step is not None and step not in starts and len(nodes) < 60:
        if isinstance(step.tag, str) and (step.tag in {"h1", "h2", "form"} or (trailing and step.tag in {"h3", "h4"})):
            break
        if isinstance(step.tag, str):
            nodes.append(step)
        step = step.getprevious() if trailing else step.getnext()
    return tuple(reversed(nodes)) if trailing else tuple(nodes)


def _without_box(chosen: list[Unit], reader: Reader) -> list[Unit]:
    """The blocks without the box around all the others, when it is of another kind and shows no time as they do."""
    roots = {unit.root for unit in chosen}
    count = len(chosen) - 1
    holders = Counter(a for root in roots for a in root.iterancestors() if a in roots)
    box = next((unit for unit in chosen if holders[unit.root] == count), None) if count > 1 else None
    if box is None:
        return chosen
    others = [unit for unit in chosen if unit is not box]
    shared = frozenset.intersection(*(_tokens(unit) for unit in others))
    if not shared or shared & _tokens(box) or reader.read(box.nodes, roots).dated:
        return chosen
    return others


def _tokens(unit: Unit) -> frozenset[str]:
    return frozenset((unit.root.get("class") or "").split())


def _merge(chosen: list[Unit], other: Group, reader: Reader) -> list[Unit]:
    """The chosen blocks and those of another group that are comments of their own, not parts of chosen ones."""
    taken = {node for unit in chosen for node in unit.nodes}
    above = {ancestor for unit in chosen for ancestor in unit.root.iterancestors()}
    fresh = [u for u in other.units if not any(node in taken or node in above for node in u.nodes)]
    if is_sure(other.key):
        fresh += [u for u in other.units if u.root in above and _is_whole(u, taken, reader)]
    if not fresh or other.rates[0] < 0.7 or other.rates[1] < 0.7 or (not is_sure(other.key) and other.rates[2] < 0.7):
        return chosen
    roots = {node for unit in fresh for node in unit.nodes}
    for unit in fresh:
        if not reader.read(unit.nodes, roots).is_comment:
            return chosen
    holders = {ancestor for unit in fresh for ancestor in unit.root.iterancestors()}
    hosts = [unit for unit in chosen if not holders.isdisjoint(unit.nodes)]
    for host in hosts[:SAMPLE]:
        parts = reader.read(host.nodes, taken | roots)
        if not parts.is_comment or parts.author is None:
            return chosen
    if len(chosen) > 2 and len(hosts) == len(chosen):
        return chosen  # what every comment has is a part of it
    return [*chosen, *fresh] if hosts or _shares_zone(chosen, fresh) else chosen


def _is_whole(unit: Unit, taken: set[HtmlElement], reader: Reader) -> bool:
    """True for a block that is a comment without the ones in it: what those answer."""
    parts = reader.read(unit.nodes, taken)
    return parts.author is not None and bool(parts.text) and parts.dated and len(parts.text) < _LONGEST_OPENING


def _shares_zone(chosen: Sequence[Unit], fresh: Sequence[Unit]) -> bool:
    """True when both kinds of blocks stand in one container that is smaller than the page."""
    line = set(chosen[0].root.iterancestors())
    shared = next((a for a in fresh[0].root.iterancestors() if a in line), None)
    return shared is not None and shared.tag not in PAGE_TAGS and bool(words(shared) & COMMENT_WORDS)
