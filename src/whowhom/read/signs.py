"""Signs of a comment's writer and time: the elements that name them in class or markup."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dates import parse_date, parse_epoch
from whowhom.read.dom import inline_text, raw_length, walk, words
from whowhom.read.phrases import (
    BY,
    FURNITURE,
    JOINED,
    RELATIVE,
    author_before_date,
    clean_name,
    is_furniture,
    is_sentence,
)

WRITER_WORDS = frozenset("author auteur autor autore forfatter yazar yazan writer verfasser".split())
"""The word for who wrote, as the markup of many countries has it."""
_AUTHOR_RANK = (
    ({"fn"}, 0),
    (
        {
            "username",
            "nickname",
            "nick",
            "commenter",
            "screenname",
            "displayname",
            "postedname",
            "uname",
            "commentator",
            "pseudo",
            "isim",
        },
        1,
    ),
    (WRITER_WORDS | {"creator", "poster", "cite", "who"}, 2),
    (
        {"user", "name", "from", "by", "person", "member", "qui", "profile", "says", "postedby", "byline"}
        | set("nom nombre nome naam navn namn imie usuario utilisateur utente benutzer gebruiker kullanici".split()),
        3,
    ),
)
_AUTHOR_WORDS = frozenset(word for ranked, _ in _AUTHOR_RANK for word in ranked)
LABELS = frozenset(
    "author autor autorin auteur autore moderator mod admin staff op verified subscriber member contributor "
    "editor you pro new".split()
)
"""Badges beside a name; believed only where nothing else names the writer."""
_NOT_AUTHOR = frozenset(
    "avatar image photo pic picture img userpic gravatar badge actions action reply tools toolbox date time "
    "timestamp text content body message rating"
    " votes count flag title headline permalink controls location children replies sig signature menu publication"
    " bio role rank karma points stats".split()
)
_DATE_WORDS = frozenset(
    "date time timestamp datetime published postdate posttime when posted ago datum fecha permalink "
    "created postedtime commentdate commenttime age tarih zaman dato heure hora zeit tijd orario".split()
)
ACTION_WORDS = frozenset(
    "reply answer vote votes like likes dislike rating karma tools toolbox minitoolbox report flag share edit "
    "delete permalink moderation action actions"
    " controls avatar badge badges says said score points counter util inreply up jump buttons button upvote "
    "downvote replytocomment recommend"
    " signature sig follow anchor hidden offscreen sr toggle unlike thumbs".split()
)
_SIGNED = frozenset({"signature", "signoff", "signed", "firma", "unterschrift"})
_PROFILE = re.compile(
    r"//(?:www\.)?(?:facebook|twitter|vk)\.com/\w|/(?:u|users?|profile|members?|people|commenter|author|account)s?[/=?-]|/@\w"
)
_ADDRESS = re.compile(r"https?://[^\s/]+/?[^\s/]*/?")
"""What some are called who sign in with an address of their own."""
_RDF_DATE = re.compile(r"(?:^|[\s:])(?:date|created|datePublished|dateCreated)(?:$|\s)")


_NO_WORDS: frozenset[str] = frozenset()
Named = Mapping[HtmlElement, frozenset[str]]
"""The marks of a block that have words in class, id or itemprop, with these words."""


def read_date(
    marks: Sequence[HtmlElement], named: Named, day_first: bool | None
) -> tuple[HtmlElement | None, str | None, bool]:
    """The element that shows the time, the time as ISO, and whether there is any."""
    relative: HtmlElement | None = None
    for element in marks:
        is_time = element.tag == "time" or _is_property_date(element)
        if not is_time and element.tag != "abbr" and named.get(element, _NO_WORDS).isdisjoint(_DATE_WORDS):
            continue
        value = _stated_time(element) or (element.get("content") if is_time else None)
        text = inline_text(element)
        if len(text) > 120 or JOINED.match(text):
            continue
        printed = parse_date(text, day_first=day_first)
        machine = parse_date(value) or parse_epoch(element.get("data-timestamp") or element.get("data-time"))
        titled = parse_date(_inner_title(element), day_first=day_first)
        found = _fuller(machine, titled) or printed
        if machine and printed and len(machine) == 10:
            found = printed if printed[:10] == machine else machine
        if found:
            return element, _fuller(found, printed if found[:10] == (printed or "")[:10] else None), True
        if relative is None and text and RELATIVE.search(text) and len(text) < 40:
            relative = element
    return _date_of_link(marks, day_first) or (relative, None, relative is not None)


def _is_property_date(element: HtmlElement) -> bool:
    """True when microdata or RDFa call the element a date."""
    prop = element.get("property")
    is_date = element.get("itemprop") in {"datePublished", "dateCreated", "commentTime"}
    return is_date or (prop is not None and _RDF_DATE.search(prop) is not None)


def _stated_time(element: HtmlElement) -> str | None:
    """The machine-readable time of an element, or of the ``time`` in it."""
    inner = None if element.tag == "time" else element.find(".//time")
    stated: str | None = (element if inner is None else inner).get("datetime")
    rdf = (e.get("content") for e in element.iter("span", "time") if _RDF_DATE.search(e.get("property") or ""))
    return stated or next(rdf, None)


def _inner_title(element: HtmlElement) -> str | None:
    """The title of an element, else of the one element in it."""
    inner = element[0] if len(element) == 1 else element
    title: str | None = element.get("title") or inner.get("title")
    return title


def _fuller(first: str | None, second: str | None) -> str | None:
    """The one of two dates that says more."""
    return max((d for d in (first, second) if d), key=len, default=None)


def _date_of_link(
    marks: Sequence[HtmlElement], day_first: bool | None
) -> tuple[HtmlElement | None, str | None, bool] | None:
    """A short link or span whose whole text, or whose title, is a date."""
    for element in marks:
        if element.tag not in {
            "a",
            "span",
            "small",
            "em",
            "i",
            "abbr",
            "p",
            "div",
            "font",
            "li",
            "td",
            "h4",
            "h5",
            "h6",
        }:
            continue
        title = element.get("title")
        titled = parse_date(title, day_first=day_first) if title and len(title) < 40 else None
        own = clean(element.text or "") if len(element.text or "") < 60 else ""
        printed = parse_date(own, day_first=day_first) if own else None
        if titled or printed:
            return element, _fuller(titled, printed), True
        if own and len(own) < 16 and element.tag in {"a", "span", "small"} and RELATIVE.fullmatch(own):
            return element, None, True
    return None


def read_author(
    marks: Sequence[HtmlElement], named: Named, text_mark: HtmlElement | None
) -> tuple[HtmlElement | None, str | None]:
    """The element that names the writer and the name, the surest mark first."""
    inside = set(walk(text_mark)) if text_mark is not None else set()
    ranked: list[tuple[int, int, HtmlElement]] = []
    for i, element in enumerate(marks):
        if (element not in named and element.tag != "cite") or element in inside:
            continue
        rank = _author_rank(element.tag, element.get("itemprop"), named.get(element, _NO_WORDS))
        if rank is not None:
            ranked.append((rank, i, element))
    if len(ranked) > 1:
        holders = {(rank, ancestor) for rank, _, element in ranked for ancestor in element.iterancestors()}
        ranked = [(rank, i, element) for rank, i, element in ranked if (rank, element) not in holders]
    label: tuple[HtmlElement | None, str | None] = (None, None)
    for _, _, element in sorted(ranked, key=lambda item: item[:2]):
        name = _name_in(element)
        if name is None or (" " in name and is_furniture(name)):
            continue
        if name.lower() not in LABELS:
            return element, name
        if label[0] is None:
            label = element, name
    return label


@lru_cache(maxsize=4_000)
def _author_rank(tag: str, prop: str | None, found: frozenset[str]) -> int | None:
    if prop in {"author", "creator", "name"}:
        return 1
    if tag == "cite":
        return 0 if "fn" in found else 2
    if found.isdisjoint(_AUTHOR_WORDS):
        return 3 if any(word.endswith(("author", "username", "commenter")) for word in found) else None
    own = found - {"comment", "comments", "link", "meta", "info"}
    if own & _NOT_AUTHOR and not found & ({"fn", "username"} | WRITER_WORDS):
        return None
    if own & {"avatar", "image", "photo", "gravatar", "body", "content", "text", "replies", "children"}:
        return None
    return min(rank for ranked, rank in _AUTHOR_RANK if found & ranked)


def _name_in(element: HtmlElement) -> str | None:
    """The name an author element shows: its text, or its first link or bold words when it shows more."""
    text = inline_text(element)
    if not text or len(text) > 200:
        return None
    if _ADDRESS.fullmatch(text):
        return text
    for inner in element.iter("a", "b", "strong", "cite", "span"):
        inner_text = inline_text(inner)
        is_part = inner is not element and 0 < len(inner_text) < len(text)
        is_first = text.startswith(inner_text) or inner.tag != "span" or BY.sub("", text).startswith(inner_text)
        if is_part and is_first and (name := clean_name(inner_text)):
            return name
    own = clean(element.text or "")
    if own and own != text and (name := clean_name(own)) and not BY.fullmatch(own + " "):
        return name
    return clean_name(text) or author_before_date([text])


def linked_author(marks: Sequence[HtmlElement], text_mark: HtmlElement | None) -> tuple[HtmlElement | None, str | None]:
    """A name that is a heading, bold, or a link, before the words of the comment."""
    weak: tuple[HtmlElement | None, str | None] = (None, None)
    for element in marks[:60]:
        if element is text_mark:
            break
        if element.tag not in {"a", "strong", "b", "h3", "h4", "h5", "h6"} or words(element) & (
            ACTION_WORDS | _DATE_WORDS
        ):
            continue
        text = _untimed(element)
        name = clean_name(text) if 0 < len(text) <= 60 else None
        if not name or FURNITURE.match(name) or is_sentence(name):
            continue
        if element.tag != "a" or _is_personal(element):
            return element, name
        if (
            text_mark is not None
            and weak[0] is None
            and len(name) <= 40
            and not (element.get("href") or "#").startswith("#")
        ) or (text_mark is not None and weak[0] is None and len(name) <= 40 and element.get("href") is None):
            weak = element, name
    return weak


def _untimed(element: HtmlElement) -> str:
    """An element's text without the time in it."""
    return inline_text(element, set(element.iter("time", "small"))) if len(element) else inline_text(element)


def heading_name(marks: Sequence[HtmlElement], text_mark: HtmlElement | None) -> tuple[HtmlElement | None, str | None]:
    """A name set as a small heading of its own before the marked words of the comment."""
    if text_mark is None:
        return None, None
    for element in marks[:60]:
        if element is text_mark:
            break
        text = _untimed(element) if element.tag in {"h4", "h5", "h6"} else ""
        name = clean_name(text) if 0 < len(text) <= 40 else None
        if name and not FURNITURE.match(name) and not is_sentence(name):
            return element, name
    return None, None


def _is_personal(link: HtmlElement) -> bool:
    """True for a link to a profile, or to a site as only commenters' names carry it."""
    rel = (link.get("rel") or "").split()
    return _PROFILE.search(link.get("href") or "") is not None or ("nofollow" in rel and "external" in rel)


def leading_name(marks: Sequence[HtmlElement]) -> tuple[HtmlElement | None, str | None]:
    """The name in bold, a heading or a personal link that a block opens with, when more than the name follows."""
    opening = next((m for m in marks if clean(m.text or "")), None)
    if opening is None:
        return None, None
    element = opening
    while element.tag not in {"b", "strong", "a", "h4", "h5", "h6"}:
        parent = element.getparent()
        if parent is None or parent not in marks or parent is marks[0]:
            return None, None
        element = parent
    if element.tag == "a" and not _is_personal(element):
        return None, None
    text = _untimed(element)
    name = clean_name(text) if 0 < len(text) <= 40 else None
    if not name or FURNITURE.match(name) or name.endswith(("!", "?", "…")):
        return None, None
    return element, name


def signed_name(marks: Sequence[HtmlElement], named: Named) -> tuple[HtmlElement | None, str | None]:
    """The name that a letter is signed with: what opens a short element called a signature at its end."""
    for element in marks[len(marks) // 2 :]:
        if not named.get(element, frozenset()) & _SIGNED or raw_length(element) > 160 or not len(marks[0]):
            continue
        inner = next((inline_text(e) for e in element.iter("strong", "b", "em", "i") if e is not element), "")
        name = clean_name(inner or inline_text(element).partition(",")[0])
        if name and not is_sentence(name):
            return element, name
    return None, None


def author_beside_date(date_mark: HtmlElement | None) -> str | None:
    """The name in the short element right before the time's."""
    box = date_mark
    while (
        box is not None
        and box.getprevious() is None
        and (parent := box.getparent()) is not None
        and len(parent) == 1
        and not (parent.text or "").strip()
    ):
        box = parent
    before = box.getprevious() if box is not None else None
    while before is not None and before.getprevious() is not None and is_furniture(inline_text(before)):
        before = before.getprevious()
    holder = box.getparent() if box is not None else None
    if before is None or is_furniture(inline_text(before)):
        text = clean(holder.text or "") if holder is not None and len(holder.text or "") < 60 else ""
        return clean_name(text) if text and not is_furniture(text) and not is_sentence(text) else None
    if before.tag not in {"span", "a", "b", "strong", "em", "i", "font", "small", "div", "p"}:
        return None
    text = inline_text(before) if len(before) < 3 else ""
    if not (1 < len(text) <= 40 or text.isalpha()) or is_furniture(text) or is_sentence(text) or parse_date(text):
        return None
    return clean_name(text)
