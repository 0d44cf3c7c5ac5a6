"""What a page shows, in page order: candidates for headline, standfirst, byline and date, and where its text starts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.bylines import parse_byline
from whowhom.read.dates import parse_date
from whowhom.read.dom import SILENT, inline_text, is_hidden, raw_length, walk, words
from whowhom.read.posted import opens_entry

_ASIDE = frozenset(
    "sidebar related footer nav navigation menu widget recommended trending popular mostread teaser teasers "
    "promo promos carousel breadcrumb breadcrumbs"
    " comments respond newsletter subscribe outbrain taboola masthead rail recirc similar morestories "
    "latest readmore login recommends hovercard".split()
)
_NOT_ASIDE = frozenset({"article", "headline", "byline", "post", "entry", "story", "meta"})
_BRAND = frozenset(
    {"banner", "masthead", "branding", "logo", "sitetitle", "sitename", "site", "blogtitle", "blogname", "brand"}
)
_HEADLINE_WORDS = frozenset(
    {
        "headline",
        "title",
        "hed",
        "hdl",
        "titre",
        "titulo",
        "titel",
        "heading",
        "storyheadline",
        "entrytitle",
        "posttitle",
        "articletitle",
    }
)
_DATE_WORDS = frozenset(
    "date time timestamp datetime published publication pubdate posted dateline updated datum fecha meta byline "
    "info created postdate entrydate dates data day details"
    " datestamp datebox modified when submitted".split()
)
_AUTHOR_WORDS = frozenset(
    "author authors contributors byline by auteur autor autoren writer creator vcard fn contributor signature "
    "redakteur reporter columnist storybyline postauthor authorname firma firmante forfatter skribent "
    "muhabir yazar".split()
)
PROFILE_LINK = re.compile(
    r"/(?:authors?|autore?n?|auteurs?|people|staff|by|profiles?|contributors?|reporters?|journalists?|writers?"
    r"|muhabir|yazar|redactie|redaktion|firmas?|experts?|fellows|scholars|columnists?|our-people)/|/@[\w.-]+/?$"
)
_USER_LINK = re.compile(r"/(?:users?|u|members?|account)[/=?-]|/~\w|[?&](?:user|uid|u)=")
_PICTURE = frozenset("photo foto photos image picture bild legende picinfo pie fot".split())
_CREDIT = frozenset("credit credits author autor auteur by fotografo photographer fotograf source".split())
_TEXT_TAGS = frozenset({"p", "div", "td", "span", "blockquote", "section", "article", "font"})
_NO_TEXT_TAGS = frozenset({"h1", "h2", "h3", "a", "li"})
_FRAME_TAGS = frozenset({"h1", "h2", "h3", "h4", "p", "font", "time", "a"})
"""Tags that may belong to the frame without words or text of their own."""
_TELLING_TAGS = frozenset({"a", "h1", "h2", "h3", "footer", "nav", "form", "aside", "figure"})
"""Tags that may tell an aside, a brand or a picture without any words of their own."""
_MAX = 600
_LONGEST = 400
_ROUGHLY = 1.2
"""Text is counted first without what stands between its parts, and with what is not shown."""


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """One candidate: where it stands in the page, and whether in a sidebar, a menu or the site's own header."""

    position: int
    element: HtmlElement
    text: str
    aside: bool
    brand: bool = False


class _Place(NamedTuple):
    """What the elements around a place say of it."""

    aside: bool
    brand: bool
    picture: bool


_OPEN = _Place(False, False, False)


@dataclass(slots=True)
class Shown:
    """The candidates of a page whose thread is cut out already."""

    headings: list[Mark] = field(default_factory=list)
    dates: list[Mark] = field(default_factory=list)
    authors: list[Mark] = field(default_factory=list)
    profiles: list[Mark] = field(default_factory=list)
    users: list[Mark] = field(default_factory=list)
    lines: list[Mark] = field(default_factory=list)
    entries: list[Mark] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    texts: list[HtmlElement] = field(default_factory=list)
    day_first: bool | None = None

    @classmethod
    def of(cls, tree: HtmlElement, day_first: bool | None) -> Shown:
        """Everything near a headline that may be part of the story's frame."""
        shown = cls(day_first=day_first)
        places: dict[HtmlElement, _Place] = {}
        for position, element in enumerate(walk(tree)):
            if element.tag in SILENT:
                continue
            found = words(element)
            place = places.get(element.getparent(), _OPEN)
            if found or element.tag in _TELLING_TAGS:
                place = _place_within(place, element, found)
            places[element] = place
            shown._add(position, element, found, place)
        return shown

    def _add(self, position: int, element: HtmlElement, found: frozenset[str], place: _Place) -> None:
        tag, own = element.tag, (element.text or "").strip()
        if tag == "br":
            line = clean(element.tail or "") if len(element.tail or "") < 120 else ""
            if line and (parse_byline(line) or parse_date(line)):
                self.lines.append(Mark(position, element, line, place.aside, place.brand))
            return
        is_text = tag in _TEXT_TAGS and len(element) and _direct_length(element) > 140
        if (is_text or len(own) > 100) and not place.aside and tag not in _NO_TEXT_TAGS:
            self.starts.append(position)
            self.texts.append(element)
        if own and tag not in _NO_TEXT_TAGS and opens_entry(own):
            self.entries.append(Mark(position, element, inline_text(element)[:_LONGEST], place.aside))
        if not (found or own or tag in _FRAME_TAGS):
            return
        wanted = [listed for listed in self._lists_for(element, found, own, place) if len(listed[0]) < _MAX]
        if not wanted:
            return
        size, hidden = _short_length(element), is_hidden(element)
        text = inline_text(element) if 0 < size <= _ROUGHLY * _LONGEST else ""
        for kept, limit, machine in wanted:
            line = text if size <= _ROUGHLY * limit and len(text) <= limit else ""
            line = "" if hidden and not machine else line or clean(machine)
            if line:
                kept.append(Mark(position, element, line, place.aside, place.brand))

    def _lists_for(
        self, element: HtmlElement, found: frozenset[str], own: str, place: _Place
    ) -> Iterator[tuple[list[Mark], int, str]]:
        """The lists an element may belong to, each with the longest text it takes and what it says to machines."""
        tag, prop = element.tag, (element.get("itemprop") or "").lower() if found else ""
        if (
            tag in {"h1", "h2", "h3"}
            or "headline" in prop
            or (tag == "font" and element.get("size") in {"4", "5", "6", "7", "+2", "+3", "+4"})
            or (not found.isdisjoint(_HEADLINE_WORDS) and tag in {"h4", "h5", "div", "span", "p", "td", "strong"})
        ):
            yield self.headings, 300, ""
        if tag == "time" or "date" in prop or not found.isdisjoint(_DATE_WORDS):
            yield self.dates, 220, element.get("datetime") or element.get("content") or ""
        if tag == "label" or "form" in found or place.picture:
            return  # the byline under a picture is the photographer's
        if prop == "creator" or not found.isdisjoint(_AUTHOR_WORDS):
            yield self.authors, 220, ""
        is_line = own and len(own) < 220 and tag not in {"script", "title"}
        if "username" in found and tag == "span":
            yield self.users, 40, ""
        if tag == "a":
            is_line = is_line and len(own) < 40 and parse_date(own) is not None
            if PROFILE_LINK.search(element.get("href") or ""):
                yield self.profiles, 60, ""
            if _USER_LINK.search(element.get("href") or ""):
                yield self.users, 40, ""
        if tag in {"p", "h2", "h3", "h4"} or (is_line and (tag != "li" or parse_date(own))):
            yield self.lines, _LONGEST, ""

    def start_after(self, position: int) -> int:
        """Where the first long text after a position begins; the position itself plus a little when there is none."""
        i = bisect_left(self.starts, position)
        return self.starts[i] if i < len(self.starts) else position + 60

    def text_after(self, position: int) -> HtmlElement | None:
        """The element that holds the first long text after a position."""
        i = bisect_left(self.starts, position)
        return self.texts[i] if i < len(self.texts) else None

    def lead_in(self, heading: Mark | None) -> list[str]:
        """Sentences between the headline and the first long text: short opening paragraphs."""
        if heading is None:
            return []
        start = self.start_after(heading.position + 1)
        found = [m.text for m in self.lines if heading.position < m.position < start and not m.aside]
        return [text for text in found if len(text) >= 15 and text.endswith((".", "!", "?", ":", "”", '"', "…"))]


def _place_within(outer: _Place, element: HtmlElement, found: frozenset[str]) -> _Place:
    """What an element with these words says of its content, beside what the elements around it say."""
    return _Place(
        outer.aside or _is_aside(element, found),
        outer.brand or _is_brand(element, found),
        outer.picture or _is_picture(element, found),
    )


def _short_length(element: HtmlElement) -> int:
    """How much text an element holds, counted no further than a line of the frame may be long."""
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > _ROUGHLY * _LONGEST:
            break
    return size


def _is_picture(element: HtmlElement, found: frozenset[str]) -> bool:
    """True for a picture with its caption and credit, whose names are no authors."""
    if element.tag == "figure":
        return True
    if "caption" in found:
        return True
    if found.isdisjoint(_PICTURE):
        return False
    if not found.isdisjoint(_CREDIT):
        return True
    if found & {"byline", "author", "bio"}:
        return False
    is_header = element.find(".//h1") is not None or element.find(".//h2") is not None
    return not is_header and element.find(".//img") is not None and raw_length(element) < 500


def _direct_length(element: HtmlElement) -> int:
    """The length of an element's own text, with that between its inline children."""
    return len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)


_HOLDS_STORY = XPath(
    "boolean(.//*[contains(@class, 'hentry') or contains(@itemprop, 'articleBody') or contains(@class,"
    " 'entry-content')])"
)


def _is_aside(element: HtmlElement, found: frozenset[str]) -> bool:
    if element.tag in {"html", "body", "article", "main"}:
        return False
    if element.tag in {"footer", "nav", "form", "aside"}:
        return not found & _NOT_ASIDE
    # "content-sidebar-wrap" holds the article and the sidebar.
    return (
        not found.isdisjoint(_ASIDE)
        and found.isdisjoint(_NOT_ASIDE)
        and element.find(".//h1") is None
        and element.find(".//article") is None
        and not _HOLDS_STORY(element)
    )


def _is_brand(element: HtmlElement, found: frozenset[str]) -> bool:
    """True for the site's own header, its logo and name."""
    if element.tag in {"html", "body", "article", "main"}:
        return False
    named = not found.isdisjoint(_BRAND) and raw_length(element) < 1500 and element.find(".//p") is None
    return named or element.get("id") in {"header", "blog-title", "site-title", "head"} or _links_home(element)


def _links_home(element: HtmlElement) -> bool:
    """True for a heading or link that leads to the site's front page."""
    if element.tag not in {"a", "h1", "h2", "h3"}:
        return False
    link = element if element.tag == "a" else next(element.iter("a"), None)
    if link is None or not _leads_home(link.get("href") or ""):
        return False
    return link is element or 2 * raw_length(link) >= raw_length(element)  # "Science: the headline" links its section


def _leads_home(href: str) -> bool:
    if not href or "#" in href or "?" in href or href.rstrip("/").count("/") > 3:
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.path in {"", "/", "/index.html", "/index.php", "/home", "/blog/"} and bool(parts.netloc or parts.path)
