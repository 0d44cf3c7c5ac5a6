"""What each comment of a thread replies to.

A reply is told, in this order, by: a parent's id in an attribute; a link "in reply to" another comment; the markup's
own nesting; a container of replies that follows a comment, or that bears its number; conversations side by side; depth
classes or indentation; numbers ("#1.1"); the name after "in reply to"; and the number that
the words open with.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import islice, takewhile

from lxml.html import HtmlElement

from whowhom.read.anchors import ID_DIGITS, anchored, cited_comment, find_anchors
from whowhom.read.build import clean
from whowhom.read.dom import class_and_id, inline_text, walk, words
from whowhom.read.groups import PAGE_TAGS, Unit
from whowhom.read.parts import Parts
from whowhom.read.phrases import IN_REPLY_TO, may_answer

_PARENT_ATTRIBUTES = (
    "data-parent-id",
    "data-parent",
    "data-parentid",
    "data-reply-to",
    "data-comment-parent",
    "data-in-reply-to",
    "data-reply",
    "data-replyto",
    "data-parent_id",
    "data-pid",
)
_DEPTH = re.compile(
    r"(?:^|[\s_-])(?:depth|level|indent|lvl|nest(?:ed|ing)?|niveau|tiefe|ebene)[-_]?(\d{1,2})(?=$|[\s_-])"
)
_MARGIN = re.compile(r"(?:margin|padding)-left\s*:\s*(\d+(?:\.\d+)?)\s*(?:px|em|rem|%|pt)")
_MARGINS = re.compile(r"margin\s*:\s*(?:-?[\d.]+[a-z%]*\s+){3}(\d+(?:\.\d+)?)(?:px|em|rem|%|pt)")
_CHILD_BOX = re.compile(
    r"children|replies|reply-?list|responses|subcomments?|sub-?thread|nested|indent|antworten|reponses|respuestas"
    r"|child|inline-thread"
)
_NUMBER = re.compile(r"^\s*(?:#|no\.?\s?|nr\.?\s?)?(\d{1,4}(?:\.\d{1,3}){0,6})\.?(?=\s|$|\))")
_REPLY_LINK = re.compile(rf"in\s?reply|originally posted by|{IN_REPLY_TO}", re.I)
_REPLY_NAME = re.compile(rf"{IN_REPLY_TO}\s*:?\s*@?(?P<name>[^\n|:]{{2,50}})", re.I)
_WROTE = re.compile(r"(?P<name>[^:]{2,40}?)\s*(?:wrote|said|schrieb|a écrit|escribió|ha scritto)?\s*:?\s*$")
_REPLY_NUMBER = re.compile(rf"{IN_REPLY_TO}\s*:?\s*(?:#|no?\.?\s?)(\d{{1,4}})\b", re.I)
_SAID = re.compile(r"^(?P<name>[^:]{2,40}?) (?:wrote|said|schrieb|sagte|a écrit|escribió|ha scritto|disse)\s*:$", re.I)
_REPLY_CLASS = re.compile(r"(?:^|[\s_-])(?:in-?)?reply-?to(?:-?(?:author|name|user))?(?:$|\s)")
_CALLED = re.compile(r"^@\s?([^\n]{2,60})")
_REPLY_TOKENS = frozenset(
    "child reply is-reply nested sub subcomment sub-comment child-comment comment-child comment--child reply-comment "
    "comment-reply comment--reply is-child antwort respuesta reponse".split()
)


def find_parents(units: Sequence[Unit], parts: Sequence[Parts]) -> list[int | None]:
    """For each block the index of the block it replies to."""
    owner = {node: i for i, unit in enumerate(units) for node in unit.nodes}
    alone = _boxes_of_one(units)
    anchors = find_anchors(units, owner, alone)
    authors: dict[str, list[int]] = {}
    for i, part in enumerate(parts):
        authors.setdefault((part.author or "").casefold().rstrip(":,."), []).append(i)
    names = [(part.author or "").casefold() for part in parts]
    holders = {ancestor for node in owner for ancestor in node.iterancestors()}
    by_depth = _parents_by_depth(_depths(units))
    numbers = _numbers(units, owner)
    by_number = _parents_by_number(numbers if any("." in (n or "") for n in numbers) else [None] * len(units))
    shown_numbers = {number: i for i, number in reversed(list(enumerate(numbers))) if number}

    def ways(i: int, unit: Unit) -> Iterator[int | None]:
        yield _by_attribute(unit, anchors, alone[i])
        yield _by_link(unit, anchors, owner, names)
        yield _by_nesting(unit, owner)
        yield _by_box(unit, owner, holders)
        yield _by_wrapper(unit, owner)
        yield _by_conversation(unit, owner, holders)
        yield by_depth[i]
        yield by_number[i]
        opening = inline_text(unit.root, owner)[:300]
        yield _by_stated_number(opening, i, shown_numbers)
        yield cited_comment(unit, i, parts[i].text, anchors, shown_numbers, owner)
        yield _by_name(_replied_name(opening, unit, owner, parts[i].author), i, authors)

    parents = [next((p for p in ways(i, unit) if p is not None), None) for i, unit in enumerate(units)]
    parents = [parent if parent != i else None for i, parent in enumerate(parents)]
    if not any(parent is not None for parent in parents):  # a flat thread, where readers name whom they answer
        called = [_CALLED.match(part.text) for part in parts]
        parents = [_by_name(call[1].casefold(), i, authors) if call else None for i, call in enumerate(called)]
    return parents


def _by_attribute(unit: Unit, anchors: dict[str, int], alone: Sequence[HtmlElement]) -> int | None:
    for element in (unit.root, *alone):
        for name, value in element.items():
            is_parent = name in _PARENT_ATTRIBUTES or (name.startswith("data-") and "parent" in name)
            if is_parent and value not in {"", "0"}:
                return anchored(value, anchors)
    return None


def _boxes_of_one(units: Sequence[Unit]) -> list[list[HtmlElement]]:
    """For each block the boxes around it, at most two, that hold no other block."""
    lines = [list(islice(unit.root.iterancestors(), 2)) for unit in units]
    held = Counter(box for line in lines for box in line)
    inside = {unit.root for unit in units}
    return [list(takewhile(lambda box: held[box] == 1 and box not in inside, line)) for line in lines]


def _by_link(unit: Unit, anchors: dict[str, int], owner: dict[HtmlElement, int], authors: Sequence[str]) -> int | None:
    """The comment that a link "in reply to …", "up to parent", or with that comment's writer, points at."""
    own = owner[unit.root]
    for node in unit.nodes:
        for element in walk(node, owner):
            href = element.get("href") if element.tag == "a" else None
            _, mark, target = (href or "").rpartition("#")
            found = anchored(target, anchors) if mark and len(target) > 1 else None
            if found is None or found == own:
                continue
            if inline_text(element).casefold().strip("@↑→▶>«^: ") == authors[found] != "":
                return found
            parent = element.getparent()
            around = inline_text(parent)[:80] if parent is not None and parent is not unit.root else ""
            before = element.getprevious()
            lead = before.tail if before is not None else parent.text if parent is not None else None
            stated = f"{element.get('class') or ''} {element.get('title') or ''}"
            said = f"{(lead or '')[-30:]} {stated} {inline_text(element)[:60]}"
            names = words(element) | (words(parent) if parent is not None and parent not in unit.nodes else frozenset())
            if "parent" in said.lower() or "inreply" in names or _REPLY_LINK.search(said) or _REPLY_LINK.match(around):
                return found
    return None


def _by_nesting(unit: Unit, owner: dict[HtmlElement, int]) -> int | None:
    return next((owner[a] for a in unit.root.iterancestors() if a in owner), None)


def _by_box(unit: Unit, owner: dict[HtmlElement, int], holders: Container[HtmlElement]) -> int | None:
    """The comment before the box of replies that this one stands in."""
    box = unit.root
    for box in unit.root.iterancestors():
        if box in owner or box.tag == "body":
            return None
        previous = box.getprevious()
        while previous is not None and previous not in owner and previous not in holders:
            previous = previous.getprevious()
        if previous is None or not _is_child_box(box, previous, previous in owner):
            continue
        if previous in owner:
            return owner[previous]
        inside = [owner[e] for e in previous.iter() if e in owner]
        if inside and previous.tag != box.tag:
            return inside[0]
        if len(inside) == 1 and _CHILD_BOX.search(class_and_id(box)):
            return inside[0]
    return None


def _by_wrapper(unit: Unit, owner: dict[HtmlElement, int]) -> int | None:
    """The comment in the wrapper around this one's own wrapper, when both are of one kind."""
    wrapper = unit.root.getparent()
    if wrapper is None or not wrapper.get("class"):
        return None
    for outer in wrapper.iterancestors(wrapper.tag):
        if outer.get("class") == wrapper.get("class"):
            before = wrapper.itersiblings(preceding=True) if wrapper.getparent() is outer else ()
            above = next((owner[e] for e in before if e in owner), None)
            if above is not None:
                return above
            return _first_inside(outer, owner) if _first_inside(wrapper, owner) == owner[unit.root] else None
    return None


def _first_inside(wrapper: HtmlElement, owner: dict[HtmlElement, int]) -> int | None:
    return next((owner[child] for child in wrapper if child in owner), None)


def _is_child_box(box: HtmlElement, previous: HtmlElement, previous_is_comment: bool) -> bool:
    if previous_is_comment and _same_number(box, previous):
        return True
    if previous_is_comment and re.search(r"(?:^|[\s_-])threads?(?:$|[\s_-](?!even|odd|alt))", class_and_id(box)):
        return True
    if _CHILD_BOX.search(class_and_id(box)) and not _CHILD_BOX.search(class_and_id(previous)):
        return True
    return box.tag in {"ul", "ol", "dl", "blockquote"} and previous.tag != box.tag


def _same_number(box: HtmlElement, comment: HtmlElement) -> bool:
    """True when a box bears the number of a comment: "replies-304" after "comment-304"."""
    stated = box.get("data-parent-id") or box.get("data-parent") or box.get("id")
    found = ID_DIGITS.findall(stated or "")[-1:]
    return bool(found) and len(found[0]) > 1 and found == ID_DIGITS.findall(comment.get("id") or "")[-1:]


def _by_conversation(unit: Unit, owner: dict[HtmlElement, int], holders: Container[HtmlElement]) -> int | None:
    """The comment that opens the box this one stands in, when the boxes beside it open with a comment each too.

    Conversations in markup without names: in each box first a comment, then a box of another kind with the replies.
    """
    own = owner[unit.root]
    inner = unit.root
    for box in unit.root.iterancestors():
        if box in owner or box.tag in PAGE_TAGS:
            return None
        opening = inner.getprevious()
        while opening is not None and opening not in owner and opening not in holders:
            opening = opening.getprevious()
        if opening is not None and inner is not unit.root:
            first = _opened_by(opening, owner)
            if first is not None and first != own and _is_unlike(opening, inner) and _is_one_of_boxes(box, holders):
                return first
        inner = box
    return None


def _opened_by(element: HtmlElement, owner: dict[HtmlElement, int]) -> int | None:
    """The one comment that an element is or holds."""
    inside = list(islice((owner[e] for e in element.iter() if e in owner), 2))
    return inside[0] if len(inside) == 1 else None


def _is_unlike(one: HtmlElement, other: HtmlElement) -> bool:
    """True for two classed elements that share no word of their classes."""
    first, second = set((one.get("class") or "").split()), set((other.get("class") or "").split())
    return bool(first and second) and first.isdisjoint(second)


def _is_one_of_boxes(box: HtmlElement, holders: Container[HtmlElement]) -> bool:
    """True when an element of the same kind with comments stands right beside a box, perhaps one wrapper up."""
    for element in (box, box.getparent()):
        if element is None or not element.get("class"):
            continue
        beside = (element.getprevious(), element.getnext())
        if any(e is not None and e in holders and e.get("class") == element.get("class") for e in beside):
            return True
    return False


def _depths(units: Sequence[Unit]) -> Sequence[float | None]:
    """How deep each block says it stands: by class, attribute or indentation; else 1 for each classed as a reply."""
    depths: list[float] = []
    for unit in units:
        depths.append(_depth_of(unit.root) or _spacer_width(unit.root) or _depth_of_wrappers(unit.root))
    if len(set(depths)) < 2:
        depths = [float(not _REPLY_TOKENS.isdisjoint((unit.root.get("class") or "").split())) for unit in units]
    return depths if len(set(depths)) > 1 else [None] * len(units)


def _depth_of_wrappers(root: HtmlElement) -> float:
    """What the boxes around one block alone say of its depth."""
    wrapper = root.getparent()
    for _ in range(2):
        if wrapper is None or len(wrapper) > 2 or wrapper.tag == "body":
            break
        if depth := _depth_of(wrapper):
            return depth
        wrapper = wrapper.getparent()
    return 0.0


def _spacer_width(root: HtmlElement) -> float | None:
    """The width of the invisible image that indents a reply in tables."""
    image = next((e for e in root.iter("img") if e.get("height") in {"0", "1", "2"}), None)
    width = image.get("width") if image is not None else None
    return float(width) if width and width.isdigit() and width.isascii() else None


def _depth_of(element: HtmlElement) -> float | None:
    style = element.get("style") or ""
    match = _DEPTH.search(class_and_id(element)) or _MARGIN.search(style) or _MARGINS.search(style)
    value = match[1] if match else element.get("data-depth") or element.get("data-level") or element.get("aria-level")
    try:
        return float(value) if value else (0.0 if not match else None)
    except ValueError:
        return None


def _parents_by_depth(depths: Sequence[float | None]) -> list[int | None]:
    """For each block the nearest earlier one that stands less deep."""
    parents: list[int | None] = []
    line: list[tuple[float, int]] = []
    for i, depth in enumerate(depths):
        if depth is None:
            parents.append(None)
            continue
        while line and line[-1][0] >= depth:
            line.pop()
        parents.append(line[-1][1] if line else None)
        line.append((depth, i))
    return parents


def _numbers(units: Sequence[Unit], owner: dict[HtmlElement, int]) -> list[str | None]:
    """The number each block shows ("#1.1")."""
    found: list[str | None] = []
    for unit in units:
        number = None
        for element in walk(unit.root, owner):
            match = (
                _NUMBER.match(element.text or "")
                if element.tag in {"a", "span", "div", "b", "strong", "small", "em"}
                else None
            )
            if match and ((element.text or "").strip().startswith("#") or len((element.text or "").strip()) < 9):
                number = match[1]
                break
        found.append(number)
    return found


def _parents_by_number(numbers: Sequence[str | None]) -> list[int | None]:
    """For each block the earlier one whose number is this one's without its last part."""
    seen: dict[str, int] = {}
    parents: list[int | None] = []
    for i, number in enumerate(numbers):
        parents.append(seen.get((number or "").rpartition(".")[0]))
        if number:
            seen[number] = i
    return parents


def _by_stated_number(opening: str, i: int, numbers: dict[str, int]) -> int | None:
    """The comment whose number stands after "in reply to #3"."""
    match = _REPLY_NUMBER.search(opening) if len(numbers) > 1 and may_answer(opening) else None
    found = numbers.get(match[1]) if match else None
    return found if found is not None and found < i else None


def _by_name(name: str | None, i: int, authors: dict[str, list[int]]) -> int | None:
    """The last comment before this one by whom the words open with."""
    words_of_name = (name or "").split()[:8]
    for count in range(len(words_of_name), 0, -1):
        places = authors.get(" ".join(words_of_name[:count]).rstrip(":,."), [])
        at = bisect_left(places, i)
        if at:
            return places[at - 1]
    return None


def _replied_name(opening: str, unit: Unit, owner: dict[HtmlElement, int], author: str | None) -> str | None:
    """The name after "in reply to", over a quotation ("Ann said:"), or in an element that says so in its class."""
    match = _REPLY_NAME.search(opening) if may_answer(opening) else None
    if match:
        return match["name"].casefold()
    quoted = unit.root.find(".//blockquote//cite")
    if quoted is not None and (said := _WROTE.match(inline_text(quoted))):
        return said["name"].casefold()
    for element in walk(unit.root, owner):
        own = element.text or ""
        said = _SAID.match(clean(own)) if ":" in own and len(own) < 60 else None
        if said and said["name"].casefold() != (author or "").casefold():
            return said["name"].casefold()
        names = class_and_id(element)
        if "reply" in names and _REPLY_CLASS.search(names):
            text = inline_text(element)
            if 1 < len(text) < 60:
                return text.casefold().lstrip("@→▶> ")
    return None
