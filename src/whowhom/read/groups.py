"""Elements of a page that have a class, an id or a schema in common, and how much each group looks like comments.

No list of sites: a group counts by what its members hold, each an author, a time and words of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from math import log2

from lxml.etree import XPath
from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dom import SILENT, class_and_id, raw_length, walk, words
from whowhom.read.parts import Parts, Reader
from whowhom.read.phrases import is_furniture

MAX_UNITS = 20_000
"""Comments read of one page at most."""
SAMPLE = 8
COMMENT_WORDS = frozenset(
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
_SURE_WORDS = COMMENT_WORDS - _WEAK_WORDS
_ZONE_WORDS = COMMENT_WORDS - {"post", "message", "wc", "thread"}
_NOISE = frozenset(
    "odd even alt first last clearfix row clear parent child byuser bypostauthor hentry depth level thread-even "
    "thread-odd thread-alt active hide show"
    " hidden visible group cf clr item list-group-item".split()
)
_NOISE_PREFIX = re.compile(
    r"^(?:depth|level|indent|thread|comment-author|comment-by|by|user|uid|col|span|mt|mb|pl|ml|p|m)-"
)
_SURE_CLASS = re.compile(
    r"(?:^|[-_])(?:comments?|kommentar|kommentare|comentario|commentaire|commento|yorum|komentarz|reply)$|^commentsitem$"
    r"|^comments?list$|^citem$"
    r"|comment[-_]{0,2}(?:item|box|wrapper|entry|block|container|post|single|body|wrap|row|card|node|root"
    r"|unit)s?(?:$|[-_])"
)
_VERB = re.compile(
    r"^(?:add|post|leave|no|link|show|hide|load|more|view|write|new|submit|edit|delete|report|to|go-?to|js-reply)[-_]"
)
DIGITS = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}|\d+")
_COMMENT_ID = re.compile(r"(?:li-)?c(?:omment|mt)?[-_]?\d+")
_WIDGET = re.compile(
    r"recent-?comments|latest-?comments|top-?comments|comments?-?(?:count|link|popup|form|policy|feed)"
    r"|respond\b|reply-?form"
)
_NEWEST = re.compile(
    r"(?:recent|latest|newest|last|neueste|letzte|derniers?|ultim[oa]s?|son|ostatnie)[-_]?(?:comments?|kommentare|commentaires"
    r"|comentarios|commenti|replies|reactions|komentarze|yorumlar)"
)
"""A list of what readers said under other stories too; names are in small letters."""
_NEWEST_STEMS = ("recent", "latest", "newest", "last", "neueste", "letzte", "dernier", "ultim", "son", "ostatnie")
PAGE_TAGS = frozenset({"html", "body", "head", "main"})
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
_LONG_TEXT = XPath(
    "preceding::text()[string-length(normalize-space(.)) > 60]"
    "[not(parent::script or parent::style or parent::title)][1]"
)
"""Text of a page that has no paragraphs, only lines."""
_DATA_KEYS = frozenset({"data-comment-id", "data-commentid", "data-comment"})
BLOCK_TAGS = frozenset({"li", "div", "article", "section", "table", "tr", "dl", "fieldset"})


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One comment's elements, in page order; the first stands for it."""

    nodes: tuple[HtmlElement, ...]

    @property
    def root(self) -> HtmlElement:
        return self.nodes[0]


@dataclass(slots=True, eq=False)
class Group:
    key: tuple[str, str]
    units: list[Unit] = field(default_factory=list)
    score: float = 0.0
    rates: tuple[float, float, float] = (0.0, 0.0, 0.0)


def _lists_newest(names: str) -> bool:
    return any(map(names.__contains__, _NEWEST_STEMS)) and _NEWEST.search(names) is not None


def group_elements(tree: HtmlElement) -> list[Group]:
    """Elements that share a class or an id pattern and say "comment", or stand where one is said."""
    grouped: dict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
    zone_depth: dict[HtmlElement, bool] = {}
    newest: set[HtmlElement] = set()
    for element in walk(tree):
        parent = element.getparent()
        in_zone = zone_depth.get(parent, False)
        names = class_and_id(element)
        if parent in newest or (len(names) > 9 and element.tag not in PAGE_TAGS and _lists_newest(names)):
            newest.add(element)
            continue
        if element.tag in SILENT or not (in_zone or len(names) > 3 or element.get("itemprop")):
            continue
        found = words(element)
        zone_depth[element] = in_zone or (element.tag not in PAGE_TAGS and _is_zone(names, found))
        if element.tag in _SKIP_TAGS and not (element.tag == "p" and in_zone):
            continue
        said = not found.isdisjoint(_SURE_WORDS)
        if not (said or in_zone or element.get("id") or element.get("itemprop")) or _WIDGET.search(names):
            continue
        for key in _keys(element, said, in_zone):
            if len(grouped[key]) < MAX_UNITS:
                grouped[key].append(element)
    return [Group(key, _units(members)) for key, members in grouped.items()]


def _units(members: Sequence[HtmlElement]) -> list[Unit]:
    """A block for each member; a ``dt`` with the ``dd`` that follow it is one."""
    if not any(e.tag == "dt" for e in members):
        return [Unit((e,)) for e in members]
    return [Unit((e, *_descriptions(e)) if e.tag == "dt" else (e,)) for e in members if e.tag != "dd"]


def _descriptions(term: HtmlElement) -> Iterable[HtmlElement]:
    return takewhile(lambda e: e.tag == "dd", term.itersiblings())


def _is_zone(names: str, found: frozenset[str]) -> bool:
    return len(names) > 3 and not found.isdisjoint(_ZONE_WORDS) and not _WIDGET.search(names)


def _keys(element: HtmlElement, said: bool, in_zone: bool) -> Iterable[tuple[str, str]]:
    """What this element may have in common with the other comments of the page."""
    pattern = DIGITS.sub("#", element.get("id") or "")
    if "#" in pattern and len(pattern) > 1 and (said or in_zone or re.fullmatch(r"c-?#", pattern)):
        yield "id", pattern
    elif "#" in pattern and len(pattern) > 1 and element.tag in BLOCK_TAGS:
        yield "numbered", pattern
    if (element.get("itemtype") or "").endswith("/Comment") or element.get("itemprop") == "comment":
        yield "item", "comment"
    if not _DATA_KEYS.isdisjoint(element.keys()):
        yield "data", "comment-id"
    if not (said or in_zone):
        return
    tokens = {DIGITS.sub("#", token) for token in (element.get("class") or "").split()[:12]}
    kept = {t for t in tokens if t.lower() not in _NOISE and not _NOISE_PREFIX.match(t.lower())}
    for token in sorted(kept):  # sets of strings change their order from run to run
        yield "class", token
    if in_zone and not kept and element.tag in {"li", "article", "dt", "dd", "tr", "div", "table", "section"}:
        parent = element.getparent()
        if element.tag == "dt" and parent is not None and sum(e.tag == "dt" for e in parent) < 2:
            return  # "Joined: 2010": a fact in a list of its own
        home = "" if parent is None else f"{parent.tag}.{DIGITS.sub('#', parent.get('class') or '')}"
        yield "tag", f"{element.tag} in {home}"


def evaluate(group: Group, reader: Reader, *, known: bool = False) -> Group:
    """The group with its score: how many of a sample have words, a writer, a time; zero when they are no comments."""
    roots = {node for unit in group.units for node in unit.nodes}
    size = SAMPLE if is_sure(group.key) else 3 * SAMPLE
    sample = _sample(group.units, size)
    if not is_sure(group.key) and not any(
        parts.author is not None or parts.dated for parts in (reader.read(u.nodes, roots) for u in _sample(sample, 3))
    ):
        return group  # most groups are no comments, and three of their members say so
    if any(raw_length(unit.root) > 400_000 for unit in sample[:2]):
        return group
    parts = [reader.read(unit.nodes, roots) for unit in sample]
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


def _score(group: Group, sample: Sequence[Unit], parts: Sequence[Parts], known: bool) -> float:
    has_text, has_author, has_date = group.rates
    sure, count = is_sure(group.key) or known, len(sample)
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
    if (not sure and _all_linked(sample, parts)) or _point_elsewhere(sample) or all(map(_is_in_link, sample)):
        return 0.0
    if group.key[0] == "numbered" and not (
        min(group.rates) >= 0.9 and all(map(_is_in_talk, sample)) and follows_story(group.units[0].root)
    ):
        return 0.0
    if group.key[0] in {"shape", "heads"} and min(group.rates) < 0.75:
        return 0.0
    if group.key[0] in {"letters", "heads"} and sum(map(_is_teaser, sample)) > 0.5 * count:
        return 0.0
    # Under a heading of their own letters to the editor need no time, but all of them a name.
    if group.key[0] == "letters" and not (min(group.rates) >= 0.75 or all(map(_is_signed, sample, parts))):
        return 0.0
    quality = has_text + has_author + 0.8 * has_date + (0.4 if sure else 0.0)
    return quality**2 * log2(len(group.units) + 1) - 0.001 * (group.key[0] == "class")


def _is_in_link(unit: Unit) -> bool:
    """True for a block within a link, or all in one: a word from the talk below another story, shown to lead there."""
    root = unit.root
    link = next(root.iterancestors("a"), None)
    if link is None:
        link = next(root.iter("a"), None)
        if link is None or raw_length(link) < raw_length(root):
            return False
    return not (link.get("href") or "").startswith("#")


def _is_teaser(unit: Unit) -> bool:
    """True for a block with a title that leads elsewhere: another story, with its writer, day and first words."""
    links = [
        a for node in unit.nodes for a in node.iter("a") if not (a.get("href") or "#").startswith(("#", "mailto:"))
    ]
    return any(len(text := clean("".join(a.itertext()))) > 15 and text.count(" ") > 1 for a in links)


def _is_signed(unit: Unit, parts: Parts) -> bool:
    """True for words with the writer's name after them."""
    after = clean(" ".join(unit.root.itertext())).rpartition(parts.text[-20:] or "\0")[2]
    return parts.author is not None and parts.author in after and len(after) < 160


def is_sure(key: tuple[str, str]) -> bool:
    """True for keys that name a single comment: an id "comment-#", schema.org's type, the class "comment"."""
    kind, name = key
    if kind in {"item", "data"}:
        return True
    name = name.lower()
    if kind == "id":
        return (
            "/" not in name
            and bool(re.search(r"comment|dsq|kommentar|^(?:li-)?c-?#$|reply_#|koment|yorum", name))
            and not re.search(
                r"author|cite|header|body|message|content|text|footer|avatar|meta|form|tools|rating|title|reply-link"
                r"|user|replybox|label",
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


def _point_elsewhere(sample: Sequence[Unit]) -> bool:
    """True when the blocks link to comments on several other pages: a list of the site's newest."""
    pages = set()
    for unit in sample:
        links = (link.get("href") or "" for link in unit.root.iter("a"))
        linked = [page for page, _, at in (link.partition("#") for link in links) if page and _COMMENT_ID.fullmatch(at)]
        pages.add(DIGITS.sub("#", min(linked, default="")))
    return len(pages - {""}) > 2 and 2 * len(pages) > len(sample)


def follows_story(first: HtmlElement) -> bool:
    """True when a paragraph stands before the block: the posts of a live blog are the story, not its readers'."""
    if any(raw_length(p) > 60 for p in first.xpath("preceding::p[position() <= 60]")):
        return True
    return bool(_LONG_TEXT(first)) if next(first.getroottree().iter("p"), None) is None else False


def _is_in_talk(unit: Unit) -> bool:
    """True when a block links to itself, or has a control for replying, as posts of a talk do and teasers do not."""
    identifier = unit.root.get("id") or ""
    for link in unit.root.iter("a", "button"):
        target = (link.get("href") or "").rpartition("#")[2]
        if identifier and target and target in {identifier, *DIGITS.findall(identifier)[-1:]}:
            return True
        if is_furniture(clean(link.text or "")) and clean(link.text or ""):
            return True
    return False
