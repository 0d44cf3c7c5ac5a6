"""Finding the blocks that are comments: repeated elements, each with an author, a time and words of its own.

No list of sites: elements are grouped by what their class or id has in common, and the group whose members look most
like comments wins. Groups that hold replies in a markup of their own are added to it. Where author and words are
neighbours rather than one block (``dt``/``dd``, rows of a table), a block is the stretch from one author line to
the next.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log2

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dom import SILENT, raw_length, walk, words
from whowhom.read.parts import Parts, read_parts
from whowhom.read.signs import is_furniture

MAX_UNITS = 20_000
"""Comments read of one page at most."""

_SAMPLE = 8
_MAX_GROUPS = 60
_COMMENT_WORDS = frozenset(
    "comment comments commentlist commentbody commentbox kommentar kommentare komentarz komentarze comentario "
    "comentarios comentário comentários"
    " commentaire commentaires commento commenti reactie reacties reaction reactions discussion disqus dsq "
    "respond responses response reply replies"
    " forum opinie opinion opinions leserbrief leserkommentar yorum yorumlar talkback talkbacks commentsitem "
    "citem kommentarer kommentit livefyre"
    " commenti komentari komentar комментарий комментарии discuss conversation thread feedback wc coral "
    "spotim commentthread post message".split()
)
_WEAK_WORDS = {
    "post",
    "message",
    "thread",
    "opinion",
    "opinions",
    "conversation",
    "discuss",
    "forum",
    "reaction",
    "reactions",
    "feedback",
    "respond",
}
_SURE_WORDS = _COMMENT_WORDS - _WEAK_WORDS
_NOISE = frozenset(
    "odd even alt first last clearfix row clear parent child byuser bypostauthor hentry depth level thread-even "
    "thread-odd thread-alt active hide show"
    " hidden visible group cf clr item list-group-item".split()
)
_NOISE_PREFIX = re.compile(
    r"^(?:depth|level|indent|thread|comment-author|comment-by|by|user|uid|col|span|mt|mb|pl|ml|p|m)-"
)
_SURE_CLASS = re.compile(
    r"(?:^|[-_])(?:comments?|kommentar|kommentare|comentario|commentaire|commento|reply)$|^commentsitem$"
    r"|^comments?list$|^citem$"
    r"|comment[-_]{0,2}(?:item|box|wrapper|entry|block|container|post|single|body|wrap|row|card|node|root"
    r"|unit)s?(?:$|[-_])"
)
_VERB = re.compile(
    r"^(?:add|post|leave|no|link|show|hide|load|more|view|write|new|submit|edit|delete|report|to|go-?to|js-reply)[-_]"
)
_REPLY_KEY = re.compile(r"repl(?:y|ies)$|child$|sub-?comment|answer$|antwort$|respuesta$|r[eé]ponse$|nested", re.I)
_DIGITS = re.compile(r"[0-9a-f]{16,}|\d+")
_WIDGET = re.compile(
    r"recent-?comments|latest-?comments|top-?comments|comments?-?(?:count|link|popup|form|policy|feed)"
    r"|respond\b|reply-?form"
)
_PAGE_TAGS = frozenset({"html", "body", "head", "main"})
_SKIP_TAGS = frozenset(
    {
        "a",
        "img",
        "input",
        "label",
        "br",
        "p",
        "h1",
        "h2",
        "h3",
        "time",
        "cite",
        "b",
        "i",
        "em",
        "strong",
        "link",
        "meta",
    }
)


_BLOCK_TAGS = frozenset({"li", "div", "article", "section", "table", "tr", "dl"})


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One comment's elements, in page order; the first stands for it."""

    nodes: tuple[HtmlElement, ...]

    @property
    def root(self) -> HtmlElement:
        return self.nodes[0]


@dataclass(slots=True, eq=False)
class _Group:
    key: tuple[str, str]
    units: list[Unit] = field(default_factory=list)
    score: float = 0.0
    rates: tuple[float, float, float] = (0.0, 0.0, 0.0)


def find_units(tree: HtmlElement) -> list[Unit]:
    """The page's comment blocks in page order; empty when it has none."""
    for button in tree.iter("button"):
        if words(button) & {"username", "author"}:
            button.tag = "span"  # some put the name in a button that opens the profile
    groups = _group_elements(tree)
    # Groups that say "a comment" are tried first: most pages have one, and the others need not be looked at.
    good = _score_groups([g for g in groups if _is_sure(g.key)])
    if good:
        good += _score_groups([g for g in groups if _REPLY_KEY.search(g.key[1]) and not _is_sure(g.key)], known=True)
        if all(len(g.units) == 1 for g in good):  # one "comment" may be the list of them all
            good += _score_groups([g for g in groups if not _is_sure(g.key) and len(g.units) > 1][:_MAX_GROUPS])
            good.sort(key=lambda g: -g.score)
    else:
        good = _score_groups([g for g in groups if not _is_sure(g.key) and len(g.units) > 1][:_MAX_GROUPS])
    if not good:
        return []
    chosen = list(good[0].units)
    for other in good[1:8]:
        chosen = _merge(chosen, other)
    roots = {unit.root: unit for unit in chosen}
    return [roots[element] for element in tree.iter(*{str(root.tag) for root in roots}) if element in roots][:MAX_UNITS]


def _score_groups(groups: Sequence[_Group], *, known: bool = False) -> list[_Group]:
    """The groups that look like comments, the best first; ``known`` lets one alone be enough beside others."""
    tried: dict[tuple[HtmlElement, ...], _Group] = {}
    for group in groups:
        tried.setdefault(tuple(unit.root for unit in group.units), group)
    scored = [_evaluate(group, known=known) for group in tried.values()]
    scored += [_evaluate(flat) for group in scored if (flat := _flat_group(group)) is not None]
    return sorted((g for g in scored if g.score > 0), key=lambda g: -g.score)


def _group_elements(tree: HtmlElement) -> list[_Group]:
    """Elements that share a class or an id pattern and say "comment", or stand where one is said."""
    grouped: dict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
    zone_depth: dict[HtmlElement, bool] = {}
    for element in walk(tree):
        parent = element.getparent()
        in_zone = zone_depth.get(parent, False) if parent is not None else False
        if element.tag in SILENT:
            continue
        names = _names(element)
        if not in_zone and len(names) < 4 and "itemprop" not in element.attrib:
            continue
        zone_depth[element] = in_zone or (element.tag not in _PAGE_TAGS and _is_zone(names, element))
        if element.tag in _SKIP_TAGS and not (element.tag == "p" and in_zone):
            continue
        if _WIDGET.search(names):
            continue
        said = not words(element).isdisjoint(_SURE_WORDS)
        if not (said or in_zone or element.get("id") or element.get("itemprop")):
            continue
        for key in _keys(element, said, in_zone):
            if len(grouped[key]) < MAX_UNITS:
                grouped[key].append(element)
    return [_Group(key, [Unit((e,)) for e in members]) for key, members in grouped.items()]


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _is_zone(names: str, element: HtmlElement) -> bool:
    return (
        len(names) > 3
        and bool((words(element) & _COMMENT_WORDS) - {"post", "message", "wc", "thread"})
        and not _WIDGET.search(names)
    )


def _keys(element: HtmlElement, said: bool, in_zone: bool) -> Iterable[tuple[str, str]]:
    """What this element may have in common with the other comments of the page."""
    identifier = element.get("id") or ""
    pattern = _DIGITS.sub("#", identifier)
    if "#" in pattern and len(pattern) > 1 and (said or in_zone or re.fullmatch(r"c-?#", pattern)):
        yield "id", pattern
    elif "#" in pattern and len(pattern) > 1 and element.tag in _BLOCK_TAGS:
        yield "numbered", pattern
    if (element.get("itemtype") or "").endswith("/Comment") or element.get("itemprop") == "comment":
        yield "item", "comment"
    if any(name in element.attrib for name in ("data-comment-id", "data-commentid", "data-comment")):
        yield "data", "comment-id"
    if not (said or in_zone):
        return
    tokens = {_DIGITS.sub("#", token) for token in (element.get("class") or "").split()[:12]}
    kept = {t for t in tokens if t.lower() not in _NOISE and not _NOISE_PREFIX.match(t.lower())}
    for token in sorted(kept):  # sets of strings change their order from run to run
        yield "class", token
    if in_zone and not kept and element.tag in {"li", "article", "dt", "dd", "tr", "div", "table", "section"}:
        parent = element.getparent()
        home = "" if parent is None else f"{parent.tag}.{_DIGITS.sub('#', parent.get('class') or '')}"
        yield "tag", f"{element.tag} in {home}"


def _evaluate(group: _Group, *, known: bool = False) -> _Group:
    """The group with its score: how many of a sample have words, a writer, a time; zero when they are no comments."""
    roots = {unit.root for unit in group.units}
    size = _SAMPLE if _is_sure(group.key) else 3 * _SAMPLE
    sample = _sample(group.units, size)
    if any(raw_length(unit.root) > 400_000 for unit in sample[:2]):
        return group
    parts = [read_parts(unit.nodes, roots) for unit in sample]
    count = len(parts)
    group.rates = (
        sum(bool(p.text) for p in parts) / count,
        sum(p.author is not None for p in parts) / count,
        sum(p.dated for p in parts) / count,
    )
    group.score = _score(group, sample, parts, known)
    return group


def _sample(units: Sequence[Unit], size: int) -> list[Unit]:
    """At most so many blocks, spread evenly: strangers in a group tend to stand at its end."""
    count = len(units)
    return list(units) if count <= size else [units[i * count // size] for i in range(size)]


def _score(group: _Group, sample: Sequence[Unit], parts: Sequence[Parts], known: bool) -> float:
    has_text, has_author, has_date = group.rates
    sure = _is_sure(group.key) or known
    if has_text < 0.5 or has_author + has_date < 0.5 or (len(group.units) == 1 and not sure):
        return 0.0
    if has_author < 0.3 and not sure:
        return 0.0
    if group.key[0] in {"class", "tag"} and not sure and (has_date < 0.5 or has_author < 0.5):
        return 0.0
    if len(group.units) == 1 and re.search(r"s$", group.key[1]):
        return 0.0  # "comments" is the box, not one of them
    if len(group.units) == 1 and group.units[0].root.find(".//h1") is not None:
        return 0.0
    if not sure and _all_linked(sample, parts):
        return 0.0
    if group.key[0] == "numbered" and not (
        min(group.rates) >= 0.9 and all(map(_is_in_talk, sample)) and _follows_story(group.units[0].root)
    ):
        return 0.0
    quality = has_text + has_author + 0.8 * has_date + (0.4 if sure else 0.0)
    return quality**2 * log2(len(group.units) + 1) - 0.001 * (group.key[0] == "class")


def _is_sure(key: tuple[str, str]) -> bool:
    """True for keys that name a single comment: an id "comment-#", schema.org's type, the class "comment"."""
    kind, name = key
    if kind in {"item", "data"}:
        return True
    name = name.lower()
    if kind == "id":
        return (
            "/" not in name
            and bool(re.search(r"comment|dsq|kommentar|^(?:li-)?c-?#$|reply_#|koment", name))
            and not re.search(
                r"author|cite|header|body|message|content|text|footer|avatar|meta|form|tools|rating|title|reply-link"
                r"|user|replybox",
                name,
            )
        )
    return _SURE_CLASS.search(name) is not None and _VERB.match(name) is None


def _all_linked(sample: Sequence[Unit], parts: Sequence[Parts]) -> bool:
    """True when what the blocks "say" is the text of their links: a list of other stories."""
    linked = 0
    for unit, part in zip(sample, parts, strict=True):
        titles = {" ".join("".join(a.itertext()).split()) for node in unit.nodes for a in node.iter("a")}
        linked += bool(part.text) and all(paragraph in titles for paragraph in part.text.split("\n\n"))
    return linked > 0.5 * len(sample)


def _follows_story(first: HtmlElement) -> bool:
    """True when a paragraph stands before the block: the posts of a live blog are the story, not its readers'."""
    return any(raw_length(p) > 60 for p in first.xpath("preceding::p[position() <= 60]"))


def _is_in_talk(unit: Unit) -> bool:
    """True when a block links to itself, or has a control for replying, as posts of a talk do and teasers do not."""
    identifier = unit.root.get("id") or ""
    for link in unit.root.iter("a", "button"):
        target = (link.get("href") or "").rpartition("#")[2]
        if identifier and target and target in {identifier, *_DIGITS.findall(identifier)[-1:]}:
            return True
        if is_furniture(clean(link.text or "")) and clean(link.text or ""):
            return True
    return False


def _flat_group(group: _Group) -> _Group | None:
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
    return _Group(("flat", group.key[1]), units) if any(len(u.nodes) > 1 for u in units) else None


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


def _merge(chosen: list[Unit], other: _Group) -> list[Unit]:
    """The chosen blocks and those of another group that are comments of their own, not parts of chosen ones."""
    taken = {node for unit in chosen for node in unit.nodes}
    above = {ancestor for unit in chosen for ancestor in unit.root.iterancestors()}
    fresh = [u for u in other.units if not any(node in taken or node in above for node in u.nodes)]
    if not fresh or other.rates[0] < 0.7 or other.rates[1] < 0.7 or (not _is_sure(other.key) and other.rates[2] < 0.7):
        return chosen
    roots = {node for unit in fresh for node in unit.nodes}
    for unit in fresh:
        if not read_parts(unit.nodes, roots).is_comment:
            return chosen
    hosts = [u for u in chosen if any(a in taken for f in fresh for a in f.root.iterancestors() if a in u.nodes)]
    for host in hosts[:_SAMPLE]:
        parts = read_parts(host.nodes, taken | roots)
        if not parts.is_comment or parts.author is None:
            return chosen
    return [*chosen, *fresh] if hosts or _shares_zone(chosen, fresh) else chosen


def _shares_zone(chosen: Sequence[Unit], fresh: Sequence[Unit]) -> bool:
    """True when both kinds of blocks stand in one container that is smaller than the page."""
    line = set(chosen[0].root.iterancestors())
    shared = next((a for a in fresh[0].root.iterancestors() if a in line), None)
    return shared is not None and shared.tag not in _PAGE_TAGS and bool(words(shared) & _COMMENT_WORDS)
