"""The parts of one comment: who wrote it, when, and what, told from the rest of its block."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dates import holds_date, parse_date
from whowhom.read.dom import SILENT, block_paragraphs, inline_text, raw_length, walk, words
from whowhom.read.phrases import author_from_lines, date_from_lines, is_furniture, is_sentence, said_by
from whowhom.read.placed import TITLE_WORDS, placed_author, title_marks, without
from whowhom.read.signs import ACTION_WORDS, LABELS, Named, read_author, read_date
from whowhom.read.trimming import without_edges, without_meta
from whowhom.read.wording import find_text

_CARD_WORDS = frozenset("profile postprofile userprofile userinfo usercard poster signature sig".split())
_STATE_WORDS = {"hidden", "offscreen", "sr", "anchor"}  # on a box with others in it: "field-label-hidden"
_MODERATION = re.compile(
    r"^(?:your comment is awaiting moderation\.?|this comment (?:has been|was) (?:removed|deleted|moderated"
    r"|hidden)\b.*|\[?(?:comment )?(?:removed|deleted)"
    r"(?: by (?:a )?(?:moderator|author|user))?\]?\.?|dein kommentar (?:wartet|muss).*|ihr kommentar wartet.*"
    r"|comment deleted.*)$",
    re.I,
)
_SHORTEST = re.compile(r"^(?:\+\s?\d{1,4}[.!]*|[:;]-?[()DP]+|(?:\.{3}|…)[?!]*)$")
"""What would be furniture beside words and is all that some readers say."""
_RATING = re.compile(r"\s*\(\d+\s?\+\s?/\s?\d+\s?-\)$")
_REMOVED = re.compile(r"\b(?:removed|deleted|entfernt|gelöscht|supprimé|eliminado|removido|rimosso|usunięty)\b", re.I)
_TOMBSTONE = re.compile(
    r"(?=.*(?:comment|kommentar|posting|beitrag|commentaire|comentario|comentário|commento|komentarz|yorum|reactie|bericht"
    r"|комментари|сообщени|message|mensaje|post\b))"
    r".*(?:removed|deleted|entfernt|gelöscht|supprimé|eliminad|borrado|removido|apagado|excluído|rimosso|cancellato|usunięt"
    r"|silin|kaldırıl|удал[её]н|verwijderd|slettet|fjernet|borttagen|poistettu)[^.!?]{0,50}[.!\])]?$",
    re.I,
)
"""What is left of a comment that was taken away."""
_META = frozenset({"meta", "metadata", "commentmetadata", "byline", "submitted", "info"})
_INLINE = frozenset({"span", "small", "em", "i", "font", "cite"})
_SIGNED = re.compile(
    r"^\W{0,3}(?:posted|written|submitted|gepostet|geschrieben|publié) (?:by|von|par)\b.{2,80}\d{1,2}:\d\d", re.I
)
"""A signature in the line of the last words: "posted by NAME at 8:58 AM"."""
_WORD_TAGS = frozenset({"p", "blockquote", "li", "ul", "body"})
_NAME_TAGS = frozenset({"b", "strong", "em", "i", "a", "cite"})
_CARD_TAGS = frozenset({"div", "dl", "td", "aside"})
_TOOLS = frozenset({"footer", "menu", "nav"})
_SMALL_TAGS = frozenset({"font", "span", "small", "em", "i"})
_NO_WORDS: frozenset[str] = frozenset()
_LARGE = 300
"""Blocks of more elements are no comments as a rule, and too large to be remembered."""
_PINGBACK = re.compile(r"^\W*(?:pingbacks?|trackbacks?)\b\s*[:|]", re.I)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a block gives of a comment; ``dated`` is true when it shows a time, even a relative one."""

    author: str | None
    published: str | None
    dated: bool
    text: str
    title: str | None = None
    is_removed: bool = False

    @property
    def is_comment(self) -> bool:
        return bool(self.text or self.title) and (self.author is not None or self.dated or self.is_removed)


class Reader:
    """Reads blocks, each once: one that is a comment is tried in several groups before."""

    def __init__(self, day_first: bool | None = None) -> None:
        self.day_first = day_first
        self._known: dict[tuple[tuple[HtmlElement, ...], ...], Parts] = {}
        self._named: dict[HtmlElement, frozenset[str]] = {}

    def read(self, nodes: Sequence[HtmlElement], nested: Container[HtmlElement]) -> Parts:
        """The parts of the comment these elements hold, without the comments nested in them."""
        marks = _find_marks(nodes, nested)
        if len(marks) > _LARGE:
            return self._read(nodes, marks, nested)
        key = (tuple(nodes), tuple(marks))
        if key not in self._known:
            self._known[key] = self._read(nodes, marks, nested)
        return self._known[key]

    def _read(
        self, nodes: Sequence[HtmlElement], marks: Sequence[HtmlElement], nested: Container[HtmlElement]
    ) -> Parts:
        self._named.update((mark, words(mark)) for mark in marks if mark not in self._named)
        named = {mark: found for mark in marks if (found := self._named[mark])}
        return _read_parts(nodes, marks, named, nested, self.day_first)


def _read_parts(
    nodes: Sequence[HtmlElement],
    marks: Sequence[HtmlElement],
    named: Named,
    nested: Container[HtmlElement],
    day_first: bool | None,
) -> Parts:
    date_mark, published, dated = read_date(_without_cards(marks, named), named, day_first)
    text_mark = find_text(nodes, named)
    if text_mark is not None and date_mark is not None and text_mark in date_mark.iterancestors():
        text_mark = None  # what holds the time as well is not the words alone
    if text_mark is not None and _is_head_line(text_mark):
        text_mark = None
    author_mark, author = read_author([m for m in marks if m not in nodes], named, text_mark)
    small = _small_parts(marks, named)
    titles: set[HtmlElement] = set()
    if author is None or not dated:
        cards = {m for m in marks[1:] if m.tag == "dl" and m in named and named[m] & _CARD_WORDS}
        left_out = small | cards | ({text_mark} if text_mark is not None else set())
        lines = _framing_lines(nodes, _Skipped(nested, left_out), text_mark)
        if not dated:
            published, dated = date_from_lines(lines, day_first)
        beside = date_mark if _has_room_beside(date_mark, nodes) else None
        titles = title_marks(marks, named) if author is None else set()
        if titles:  # a name anywhere else goes before what is called a title
            rest = _framing_lines(nodes, _Skipped(nested, left_out | titles), text_mark)
            author_mark, author = placed_author(without(marks, titles), named, text_mark, beside, rest)
        if author is None:
            titles.clear()
            author_mark, author = placed_author(marks, named, text_mark, beside, lines)
    title = None
    if text_mark is not None:
        paragraphs = [
            text for mark in _with_twins(text_mark, nodes) for text in block_paragraphs(mark, _Skipped(nested, small))
        ]
        title = _title(marks, named, text_mark, author_mark, paragraphs)
    else:
        named_mark = author_mark
        if named_mark is None and author is not None:
            named_mark = next((m for m in marks if m.tag in _NAME_TAGS and clean(m.text or "") == author), None)
        is_late = named_mark is not None and 2 * marks.index(named_mark) >= len(marks)
        signature = _signature(named_mark, nodes, nested) if is_late else None
        head = _head_line(named_mark, nodes)
        skip = {m for m in (author_mark, head, signature, _pure_date(date_mark)) if m is not None and m not in nodes}
        skip |= {m for m in marks if m not in nodes and m.tag in _INLINE and _SIGNED.match(inline_text(m)[:200])}
        skip |= {m for m in named if m not in nodes and named[m] & _META and _frames(m, author_mark, date_mark)}
        title = _title(marks, named, None, author_mark, []) if titles else None
        skip |= titles
        around = without_edges(_around(nodes, nested, small | skip), nodes, _Skipped(nested, small | skip), author)
        paragraphs = without_meta(around, author) or [p for p in around if _SHORTEST.match(p)]
    kept = [p for p in paragraphs if not is_furniture(p) and not _MODERATION.match(p)]
    if text_mark is not None and paragraphs and paragraphs[0] not in kept and _cites(paragraphs[0]):
        kept.insert(0, paragraphs[0])
    if not kept:
        is_said = text_mark is not None and author is not None and dated and len(paragraphs) == 1
        kept = [p for p in paragraphs if _SHORTEST.match(p) or (is_said and p.isalpha())]
    is_removed = author is None and len(paragraphs) == 1 and _is_tombstone(paragraphs[0])
    if author is None and any(map(_MODERATION.match, paragraphs)):
        kept = []
    if is_removed:
        kept = paragraphs
    elif not kept and author is not None:
        kept = [p for p in paragraphs if _REMOVED.search(p)]
    if len(kept) > 1 and author and (_is_initials(kept[0], author) or kept[0].lower() in LABELS):
        del kept[0]  # what stands where a picture is missing, or a badge
    if len(kept) > 1 and author_mark is not None and len(kept[0]) <= 60:
        kept = kept[kept[0] == _line_under_name(author_mark, nodes) :]
    if author is None and len(kept) > 1 and (speaker := said_by(kept[0])):
        author, kept = speaker, kept[1:]
    if kept:
        kept[0] = _RATING.sub("", kept[0])
    author = _NUMBERED.sub("", author) if author else None
    return Parts(author, published, dated, "\n\n".join(kept), title, is_removed)


def _cites(text: str) -> bool:
    """True for words behind the number of the comment that they answer: "#7 Well said"."""
    return _CITED.match(text) is not None and not holds_date(text)


_CITED = re.compile(r"(?:#|@|>>)\s?\d{1,4}[.:,]?\s+[^\W\d_]+(?:[\s,]+[^\W\d_]|[.!?…]+$)")
_NUMBERED = re.compile(r"^#\s?\d{1,4}[.:)]?\s+(?=\S)")  # "#3 Ann Lee": the number is the comment's


def _frames(element: HtmlElement, author_mark: HtmlElement | None, date_mark: HtmlElement | None) -> bool:
    """True for the short line around name and time."""
    parts = {mark for mark in (author_mark, date_mark) if mark is not None}
    return raw_length(element) < 160 and bool(parts) and parts <= set(element.iter())


def _is_head_line(element: HtmlElement) -> bool:
    """True for a line of name and time, whatever its class says."""
    text = inline_text(element) if raw_length(element) < 200 else ""
    return 0 < len(text) < 120 and holds_date(text) and author_from_lines([text]) is not None


def _is_tombstone(text: str) -> bool:
    return len(text) < 90 and _TOMBSTONE.match(text) is not None


def _with_twins(mark: HtmlElement, nodes: Sequence[HtmlElement]) -> list[HtmlElement]:
    """The marked words with the paragraphs beside them that are marked alike."""
    parent = mark.getparent()
    if parent is None or not mark.get("class") or mark in nodes:
        return [mark]
    return [e for e in parent if e.tag == mark.tag and e.get("class") == mark.get("class")]


def _is_initials(text: str, author: str) -> bool:
    """True for "D" or "DD" of deckhand_dan."""
    letters = "".join(part[0] for part in re.findall(r"[^\W_]+", author))
    return len(text) <= 2 and text.isalnum() and letters.casefold().startswith(text.casefold())


def _signature(
    mark: HtmlElement | None, nodes: Sequence[HtmlElement], nested: Container[HtmlElement]
) -> HtmlElement | None:
    """The short block that a letter ends with and that opens with the writer's name: name, place and day."""
    top, name = mark, inline_text(mark) if mark is not None else ""
    while top is not None and (parent := top.getparent()) is not None and parent not in nodes:
        text = inline_text(parent) if raw_length(parent) < 200 else ""
        if len(text) > 160 or not text.startswith(name) or not name:
            break
        top = parent
    if top is None or top is mark:
        return None
    whole, text = inline_text(nodes[-1], nested), inline_text(top)
    return top if whole.endswith(text) and len(whole) > len(text) + 5 else None


def _head_line(mark: HtmlElement | None, nodes: Sequence[HtmlElement]) -> HtmlElement | None:
    """The inline element that holds a name, perhaps a place, and the time: the line over the words."""
    head = mark.getparent() if mark is not None else None
    if head is None or head in nodes or head.tag not in _INLINE or mark is None or raw_length(head) > 120:
        return None
    text = inline_text(head)
    rest = text.removeprefix(inline_text(mark))
    return head if rest != text and holds_date(rest) and not is_sentence(text) and len(rest.split()) < 12 else None


def _line_under_name(mark: HtmlElement, nodes: Sequence[HtmlElement]) -> str | None:
    """The line under a name in a box of their own: where the writer lives, works or studies."""
    name, box = inline_text(mark), mark
    while (parent := box.getparent()) is not None and parent not in nodes and box.getnext() is None:
        box = parent
    line = box.getnext()
    if line is None or line.tag not in {"div", "span", "small"} or words(line) & TITLE_WORDS:
        return None
    text = inline_text(line)
    is_all = (
        parent is not None
        and parent not in nodes
        and inline_text(parent).replace(" ", "") == (name + text).replace(" ", "")
    )
    return text if is_all and len(text) <= 60 and not is_sentence(text) else None


def _without_cards(marks: Sequence[HtmlElement], named: Named) -> Sequence[HtmlElement]:
    """The marks without the writer's card, whose "Joined" is no time of the comment."""
    cards = {m for m, found in named.items() if found & _CARD_WORDS and m.tag in _CARD_TAGS and m is not marks[0]}
    return [m for m in marks if m not in cards and cards.isdisjoint(m.iterancestors())] if cards else marks


def _has_room_beside(mark: HtmlElement | None, nodes: Sequence[HtmlElement]) -> bool:
    """False for a block that is no more than its time: what stands beside it is another's."""
    return len(nodes) > 1 or mark not in nodes


def _pure_date(mark: HtmlElement | None) -> HtmlElement | None:
    """A date's element when it holds little else ("Posted by: X at DATE" holds more)."""
    if mark is None or len(re.findall(r"[^\W\d_]{2,}", inline_text(mark))) > 6:
        return None
    return mark


def _title(
    marks: Sequence[HtmlElement],
    named: Named,
    text_mark: HtmlElement | None,
    author_mark: HtmlElement | None,
    paragraphs: list[str],
) -> str | None:
    """The title a reader gave the comment, when it stands apart from the words."""
    for element in marks:
        if element is text_mark:
            break
        found = named.get(element, _NO_WORDS)
        if (
            not (element.tag in {"h3", "h4", "h5", "h6"} or found & TITLE_WORDS)
            or element.find(".//time") is not None
            or found & {"user", "author", "profile", "member", "badge"}
            or (author_mark is not None and _contains(element, author_mark))
        ):
            continue
        text = inline_text(element)
        is_repeated = text.lower().startswith("re:") or (paragraphs and paragraphs[0].startswith(text))
        text = _RATING.sub("", re.sub(r"^#?\d{1,4}[.)]\s+", "", text))
        if 1 < len(text) < 150 and not is_repeated and not parse_date(text):
            return text
    return None


def _contains(outer: HtmlElement, inner: HtmlElement) -> bool:
    return outer is inner or any(ancestor is outer for ancestor in inner.iterancestors())


def is_pingback(nodes: Sequence[HtmlElement], parts: Parts) -> bool:
    """True for a link another site left ("Pingback: …", a trackback's clipped quotation)."""
    if any(words(node) & {"pingback", "trackback", "pingbacks", "trackbacks"} for node in nodes):
        return True
    opening = next((text for text in nodes[0].itertext() if text.strip()), "")
    if _PINGBACK.match(parts.author or "") or _PINGBACK.match(parts.text) or _PINGBACK.match(opening):
        return True
    if re.search(r"^\[(?:…|\.\.\.)\].*\[(?:…|\.\.\.)\]$", parts.text, re.M):
        return True
    return _is_excerpt(nodes, parts.text)


def _is_excerpt(nodes: Sequence[HtmlElement], text: str) -> bool:
    """True for a trackback of old: the other site's title in bold as a paragraph, then an excerpt that breaks off."""
    title, _, rest = text.partition("\n\n")
    if not rest.endswith(("...", "…", "[...]", "[…]")) or "\n\n" in rest:
        return False
    return any(inline_text(e) == title for node in nodes for e in node.iter("strong"))


def _find_marks(nodes: Sequence[HtmlElement], nested: Container[HtmlElement]) -> list[HtmlElement]:
    """The block's own elements that can carry a part, in page order."""
    found: list[HtmlElement] = []
    for node in nodes:
        found.extend(e for e in walk(node, nested) if e.tag not in SILENT)
        if len(found) > 3000:
            break
    return found


def _framing_lines(
    nodes: Sequence[HtmlElement], skip: Container[HtmlElement], text_mark: HtmlElement | None
) -> list[str]:
    """The lines that may say who wrote and when; where no element holds the words, the first and last ones."""
    lines = [text for node in nodes for text in block_paragraphs(node, skip)]
    lines = lines if text_mark is not None else lines[:3] + lines[-3:]
    return [line for line in lines if not _MODERATION.match(line)]


def _around(nodes: Sequence[HtmlElement], nested: Container[HtmlElement], skip: Container[HtmlElement]) -> list[str]:
    return [text for node in nodes for text in block_paragraphs(node, _Skipped(nested, skip))]


class _Skipped:
    """Two collections seen as one, without copying: a page may hold 20,000 comments."""

    def __init__(self, one: Container[HtmlElement], other: Container[HtmlElement]) -> None:
        self.one, self.other = one, other

    def __contains__(self, element: object) -> bool:
        return element in self.one or element in self.other


def _small_parts(marks: Sequence[HtmlElement], named: Named) -> set[HtmlElement]:
    """Small elements that are no part of the words: for replying, voting, reporting."""
    small = {
        m for m in marks if (m.tag in _TOOLS and _is_all_links(m)) or (m.tag in _SMALL_TAGS and _is_control_row(m))
    }
    for element, found in named.items():
        said = found & ACTION_WORDS
        if not said or element.tag in _WORD_TAGS or (said <= _STATE_WORDS and element.find("*") is not None):
            continue
        if raw_length(element) < 200 and len(inline_text(element)) < 90 and not _links_by_name(element, said):
            small.add(element)
    return small


def _links_by_name(element: HtmlElement, said: frozenset[str]) -> bool:
    """True for a link to the comment itself that is the writer's name before the time: "Ann Lee | 14-02-12"."""
    if said != {"permalink"} or element.tag != "a" or not holds_date((element.tail or "")[:40]):
        return False
    text = inline_text(element)
    return text[:1].isalpha() and not is_furniture(text) and not any(map(str.isdigit, text))


def _is_control_row(element: HtmlElement) -> bool:
    """True for "[ Reply ]" and the like in an element of its own, perhaps on the last line of the words."""
    if not 0 < raw_length(element) < 40 or element.find(".//a") is None:
        return False
    return is_furniture(inline_text(element).strip("[]() |·•-–—»"))


def _is_all_links(element: HtmlElement) -> bool:
    length = raw_length(element)
    return length < 200 and sum(raw_length(e) for e in element.iter("a", "button")) > 0.7 * length
