"""Signs of a comment's writer and time: what names them in class, markup or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dates import parse_date, parse_epoch
from whowhom.read.dom import inline_text, walk, words

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
        },
        1,
    ),
    ({"author", "auteur", "autor", "creator", "verfasser", "poster", "cite", "who", "writer"}, 2),
    ({"user", "name", "from", "by", "person", "member", "qui", "profile", "says", "postedby", "byline"}, 3),
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
    " votes count flag title headline permalink controls location children replies sig signature menu".split()
)
_DATE_WORDS = frozenset(
    "date time timestamp datetime published postdate posttime when posted ago datum fecha permalink "
    "created postedtime commentdate commenttime age".split()
)
ACTION_WORDS = frozenset(
    "reply answer vote votes like likes dislike rating karma tools toolbox minitoolbox report flag share edit "
    "delete permalink moderation action actions"
    " controls avatar badge badges says said score points counter util inreply up jump buttons button upvote "
    "downvote replytocomment recommend"
    " signature sig follow anchor hidden offscreen sr toggle unlike thumbs".split()
)
_SAYS = re.compile(
    r"[\s,:;|–—-]*(?:\b(?:says?|said|wrote|writes|commented|sagte?|schrieb|schreibt|meint|dice|dit|a écrit|écrit"
    r"|disse|diz|zegt|pisze|on|at|am|wrote on)\s*[:,.|–—-]*|[:,|–—-]+)?\s*$",
    re.I,
)
_BY = re.compile(
    r"^(?:(?:posted|written|commented|submitted|von|par|por|by)\b\s*(?:by\b)?\s*:?\s*|(?:comment(?: by)?|name"
    r"|author|user|autor|from)\s*:\s*|comment by\s+|#?\d+[.)]\s+)+",
    re.I,
)
_POSTED = re.compile(
    r"(?:(?:^|\b)(?:posted|written|comment(?:ed)?|submitted|gepostet|verfasst|geschrieben|publié)\s*(?:by|von|par)?"
    r"|(?:^|[\d|,.•·–—-]\s?)(?:from|by|von|par))\s*:?\s+"
    r"(?P<name>[^|:]{2,50}?)\s*(?=$|\||\s+(?:on|at|am|um|le)\b|\s+\d|\s[-–—]|, \d|, \w+ \d)",
    re.I,
)
_WROTE = re.compile(
    r"^(?P<name>[^:.]{2,50}?(?:\s[A-Z]\.)?)\s+(?:says?|said|wrote|writes|schrieb|sagte?|dice|dit|a écrit)\b\s*[:,]?",
    re.I,
)
_NAME_ON = re.compile(r"^(?P<name>[^|,:]{2,40}?)\s+(?:am|on|at|le|el|op|il|dia)\s+(?=\S)", re.I)
_PROFILE = re.compile(r"/(?:users?|profile|members?|people|commenter|author|account)s?[/=?-]|/@\w")
_RELATIVE = re.compile(
    r"\b(?:\d+|an?|one|two|few)\s?(?:s|sec|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo"
    r"|months?|y|yrs?|years?)\b(?:\s+ago)?"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b(?:yesterday|today|just now)\b|\bvor \w+ (?:Stunden|Tagen|Minuten"
    r"|Jahr\w*)|\bil y a \d",
    re.I,
)
FURNITURE = re.compile(
    r"^(?:reply|répondre(?: à (?:ce|cette|la) \w+)?|antworten|responder|responde|rispondi|odpowiedz|svara"
    r"|vastaa|beantwoorden|quote|permalink"
    r"|permanent link|link(?: to this comment)?"
    r"|permanenter link|report(?: abuse| this)?|flag(?:ged)?|edit|delete|share|like|dislike"
    r"|like or dislike:?[\s\d+-]*|unlike|up|actions?|parent|profile|follow"
    r"|(?:says?|said|wrote|sagt|schrieb|at|on|by|am|um|le|the|via mobile|via)[:,.…]*|posted(?: by| on| at)?:?"
    r"|[\d\s.,:;|•·+\-–—−×#()/\[\]▲▼△▽★☆⚑✓✔]+|#\d[\d.]*.{0,40}"
    r"|[\d.,]+k? (?:claps?|responses?|respuestas?|réponses?|antworten|respostas?)"
    r"|\d+ (?:votes?|likes?|points?|replies|reply|repl(?:y|ies)|people like this.*)|rating:?.{0,20}"
    r"|inappropriate\??(?: alert us\.?)?|alert us\.?|post a comment"
    r"|(?:show|hide|view|see|expand|collapse|load)(?:(?: all| more| full| \d+)* ?(?:comments?|repl(?:y|ies)"
    r"|thread).{0,10}|(?: all| more| full| less){1,2}\W{0,3})|expand full comment|read more|comment:|from:|"
    r"melden|löschen|zitieren|teilen|empfehlen|gefällt mir|signaler|denunciar|compartir|citar|me gusta|segnala"
    r"|condividi|mi piace|curtir"
    r"|zgłoś|cytuj|udostępnij|rapporteren|anmäl|rapportera|gilla|поделиться|ответить|пожаловаться"
    r"|цитировать|şikayet(?: et)?|beğen|yanıtla|paylaş"
    r"|recommend(?:ed)?.{0,12}|log ?in to (?:reply|comment).*|(?:in )?reply to .{1,60}|replying to a? ?.{0,60}"
    r"|(?:en respuesta a|em resposta a|in risposta a|en réponse à|antwort auf|als antwoord op|svar til"
    r"|svar på|w odpowiedzi na|ответ (?:на|для))\s*:?\s*.{1,40}"
    r"|click to expand\W*|voir en ligne\s*:.{0,200}|loading\W*|thank you for your vote!?|score: ?-?\d+)$",
    re.I,
)


_RDF_DATE = re.compile(r"(?:^|[\s:])(?:date|created|datePublished|dateCreated)(?:$|\s)")
_ROW = re.compile(r"\s*[|·•/]\s*")


def read_date(marks: Sequence[HtmlElement], day_first: bool | None) -> tuple[HtmlElement | None, str | None, bool]:
    """The element that shows the time, the time as ISO, and whether there is any."""
    relative: HtmlElement | None = None
    for element in marks:
        is_time = element.tag == "time" or element.get("itemprop") in {"datePublished", "dateCreated", "commentTime"}
        is_time = is_time or _RDF_DATE.search(element.get("property") or "") is not None
        if not is_time and not words(element) & _DATE_WORDS and element.tag != "abbr":
            continue
        value = _stated_time(element) or (element.get("content") if is_time else None)
        text = inline_text(element)
        if len(text) > 120:
            continue
        printed = parse_date(text, day_first=day_first)
        machine = parse_date(value) or parse_epoch(element.get("data-timestamp") or element.get("data-time"))
        titled = parse_date(_inner_title(element), day_first=day_first)
        found = _fuller(machine, titled) or printed
        if machine and printed and len(machine) == 10:
            found = printed if printed[:10] == machine else machine
        if found:
            return element, _fuller(found, printed if found[:10] == (printed or "")[:10] else None), True
        if relative is None and text and _RELATIVE.search(text) and len(text) < 40:
            relative = element
    return _date_of_link(marks, day_first) or (relative, None, relative is not None)


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
        if own and len(own) < 16 and element.tag in {"a", "span", "small"} and _RELATIVE.fullmatch(own):
            return element, None, True
    return None


def read_author(marks: Sequence[HtmlElement], text_mark: HtmlElement | None) -> tuple[HtmlElement | None, str | None]:
    """The element that names the writer and the name, the surest mark first."""
    inside = set(walk(text_mark)) if text_mark is not None else set()
    ranked: list[tuple[int, int, HtmlElement]] = []
    for i, element in enumerate(marks):
        if element in inside:
            continue
        rank = _author_rank(element)
        if rank is not None:
            ranked.append((rank, i, element))
    label: tuple[HtmlElement | None, str | None] = (None, None)
    for _, _, element in sorted(ranked, key=lambda item: item[:2]):
        name = _name_in(element)
        if name and name.lower() not in LABELS:
            return element, name
        if name and label[0] is None:
            label = element, name
    return label


def _author_rank(element: HtmlElement) -> int | None:
    found = words(element)
    if element.get("itemprop") in {"author", "creator", "name"}:
        return 1
    if element.tag == "cite":
        return 0 if "fn" in found else 2
    if not found & _AUTHOR_WORDS:
        return 3 if any(word.endswith(("author", "username", "commenter")) for word in found) else None
    own = found - {"comment", "comments", "link", "meta", "info"}
    if own & _NOT_AUTHOR and not found & {"fn", "username", "author"}:
        return None
    if own & {"avatar", "image", "photo", "gravatar", "body", "content", "text", "replies", "children"}:
        return None
    return min(rank for ranked, rank in _AUTHOR_RANK if found & ranked)


def _name_in(element: HtmlElement) -> str | None:
    """The name an author element shows: its text, or its first link or bold words when it shows more."""
    text = inline_text(element)
    if not text or len(text) > 200:
        return None
    for inner in element.iter("a", "b", "strong", "cite", "span"):
        inner_text = inline_text(inner)
        is_part = inner is not element and 0 < len(inner_text) < len(text)
        is_first = text.startswith(inner_text) or inner.tag != "span" or _BY.sub("", text).startswith(inner_text)
        if is_part and is_first and (name := clean_name(inner_text)):
            return name
    own = clean(element.text or "")
    if own and own != text and (name := clean_name(own)) and not _BY.fullmatch(own + " "):
        return name
    return clean_name(text)


def clean_name(text: str) -> str | None:
    """A commenter's name without "says:", dates and lead words; None when nothing name-like is left."""
    text = re.sub(r"(?<=\S)\s+\([^()]{2,30}\)$", "", _BY.sub("", text).rstrip(" :"))
    text = _SAYS.sub("", text).strip(' :,|–—•·"“”')
    if not text or len(text) > 60 or (FURNITURE.match(text) and not re.search(r"[^\W\d_]", text)):
        return None
    if text.lower() in {
        "reply",
        "permalink",
        "link",
        "profile",
        "follow",
        "#",
        "edit",
        "mail",
        "wrote on",
        "website",
        "guest:",
    }:
        return None
    if len(text) > 8 and (parse_date(text) or (_RELATIVE.fullmatch(text) is not None)):
        return None
    return None if text.startswith(("http://", "https://")) else text


def _is_sentence(text: str) -> bool:
    """True for words that end as sentences do; "Marga R." is a name."""
    return text.endswith((".", "!", "?", "…")) and not re.search(r"(?:^|\s)[A-ZÀ-Þ]\.$", text)


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
        text = inline_text(element)
        name = clean_name(text) if 0 < len(text) <= 60 else None
        if not name or FURNITURE.match(name) or _is_sentence(name):
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


def heading_name(marks: Sequence[HtmlElement], text_mark: HtmlElement | None) -> tuple[HtmlElement | None, str | None]:
    """A name set as a small heading of its own before the marked words of the comment."""
    if text_mark is None:
        return None, None
    for element in marks[:60]:
        if element is text_mark:
            break
        text = inline_text(element) if element.tag in {"h4", "h5", "h6"} else ""
        name = clean_name(text) if 0 < len(text) <= 40 else None
        if name and not FURNITURE.match(name) and not _is_sentence(name):
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
    text = inline_text(element)
    name = clean_name(text) if 0 < len(text) <= 40 else None
    if not name or FURNITURE.match(name) or name.endswith(("!", "?", "…")):
        return None, None
    return element, name


def is_furniture(text: str) -> bool:
    """True for a line, or a row of links ("reply | report abuse"), that is for replying, voting, sharing."""
    if FURNITURE.match(re.sub(r"(?<=\w)(?:\s*\(\d+\))+$", "", text)):
        return True
    pieces = _ROW.split(text) if len(text) < 120 else []
    return len(pieces) > 1 and all(not piece or FURNITURE.match(piece) for piece in pieces)


def says_time(text: str) -> bool:
    """True for words that are a time, by the calendar or "3 days ago"."""
    return parse_date(text) is not None or _RELATIVE.search(text) is not None


def author_from_lines(lines: Sequence[str]) -> str | None:
    for line in lines:
        dated = _NAME_ON.match(line) if len(line) < 120 else None
        if dated and parse_date(line[dated.end() :]) and (name := clean_name(dated["name"])):
            return name
        match = _WROTE.match(line) if len(line) < 400 else None
        is_sentence = _is_sentence(line) and not re.search(r"\d\d\.$", line)
        match = match or (_POSTED.search(line) if len(line) < 160 and not is_sentence else None)
        if match and (name := clean_name(match["name"])):
            return name
        if re.fullmatch(r"[^.!?]{2,40}:", line) and (name := clean_name(line)):
            return name
    return None


def author_before_date(lines: Sequence[str]) -> str | None:
    """The name in a line like "Ann Lee · 3 May 2014"."""
    for line in lines:
        named = re.match(r"^([^|•·/]{2,40}?)(?:\s*[|•·/,]\s*|\s+[–—-]\s+)(?=\S)", line) if len(line) < 120 else None
        if (
            named
            and parse_date(line[named.end() :])
            and not parse_date(line[: named.end()])
            and (name := clean_name(named[1]))
        ):
            return name
    return None


def author_above_date(lines: Sequence[str]) -> str | None:
    """The name on a line of its own right above a line that is only a time."""
    for line, after in pairwise(lines):
        if not 1 < len(line) <= 40 or is_furniture(line) or line.endswith(" ago"):
            continue
        if _is_sentence(line):
            continue
        is_time = len(after) < 40 and (parse_date(after) or _RELATIVE.search(after))
        if is_time and len(re.findall(r"[^\W\d_]{2,}", after)) <= 5 and (name := clean_name(line)):
            return name
    return None


def author_beside_date(date_mark: HtmlElement | None) -> str | None:
    """The name in the short element right before the time's."""
    box = date_mark
    while (
        box is not None and box.getprevious() is None and (parent := box.getparent()) is not None and len(parent) == 1
    ):
        box = parent
    before = box.getprevious() if box is not None else None
    if before is None or before.tag not in {"span", "a", "b", "strong", "em", "i", "font", "small", "div", "p"}:
        return None
    text = inline_text(before) if len(before) < 3 else ""
    if not 1 < len(text) <= 40 or is_furniture(text) or _is_sentence(text) or parse_date(text):
        return None
    return clean_name(text)


def date_from_lines(lines: Sequence[str], day_first: bool | None) -> tuple[str | None, bool]:
    for line in lines:
        if len(line) < 120 and (found := parse_date(line, day_first=day_first)):
            return found, True
    return None, any(len(line) < 40 and _RELATIVE.search(line) for line in lines)
