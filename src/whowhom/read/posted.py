"""Who posted and when, as systems say it by themselves: "Thu, 03/19/2009 - 06:15 — Ann Lee", "This entry was posted …".

The sentence that blogs print below a post holds day and writer among categories and feeds; the line of day and name
has no word for "by" between them.
"""

from __future__ import annotations

import re

from whowhom.read.build import clean
from whowhom.read.credits import CAPITAL, words_of
from whowhom.read.dates import holds_date, parse_date
from whowhom.read.vocabulary import any_of, is_weekday

_OPENING = re.compile(
    r"(?:this|the (?:above|following)) (?:entry|post|article|story|item|blog(?:post| post)?|page) was\b"
    r"|(?:dieser|dieses) (?:beitrag|eintrag|artikel|posting|text|post) (?:wurde|ist)\b"
    r"|(?:ce|cet|cette) (?:billet|article|entrée|contenu|note|post|message) (?:a été|est)\b"
    r"|est[ae]? (?:entrada|post|artigo|artículo|anotación|texto|noticia|notícia) (?:fue|foi|se)\b"
    r"|quest[oa] (?:articolo|post|voce|inserzione) (?:è stat[oa]|è|fu)\b|articolo (?:pubblicato|scritto)\b"
    r"|dit (?:bericht|artikel|item|stuk) (?:is|werd)\b|ten (?:wpis|artykuł|post) (?:został|opublikowano)\b"
    r"|(?:det här|detta) inlägg(?:et)? |dette indl[æe]gg?e?t? |denne (?:posten|artikkelen) "
    r"|запись (?:опубликована|создана|добавлена)\b|bu yazı\b|tämä (?:artikkeli|kirjoitus) |ez a bejegyzés ",
    re.I,
)
_PARTED = re.compile(_OPENING.pattern.replace(" ", r"\s+"), re.I)
_WORK = re.compile(
    r"\b(?:posted|written|published|added|created|filed|submitted|veröffentlicht|geschrieben|erstellt|verfasst|gepostet"
    r"|publiée?|écrite?|postée?|rédigée?|publicad[oa]|escrit[oa]|enviad[oa]|publicó|pubblicat[oa]|scritt[oa]|inserit[oa]"
    r"|geplaatst|geschreven|gepubliceerd|gepost|opublikowan[yae]|napisan[yae]|dodan[yae]|publicerades|postades|skrevs"
    r"|skrevet|publisert|udgivet|опубликована|создана|добавлена|yayınlan\w+|julkaistiin|közzé\w+)\b",
    re.I,
)
_BY = any_of(words_of("by") - {"di"})
_WRITER = re.compile(
    rf"\b(?i:{_BY})\s+(?P<name>{CAPITAL}[\w.'’-]*(?:\s(?:(?:van|von|de|der|den|da|di|la|le|du|al|el|bin)\s)*"
    rf"{CAPITAL}[\w.'’-]*){{0,3}}|\w[\w-]{{2,24}})"
    r"(?=\s*[.,;|(]|\s*$|\s+(?:on|at|in|and|under|am|um|unter|und|le|à|dans|et|el|en|a las|y|il|alle|in|e|ed|op|om|w|o"
    r"|dnia|em|às|den|kl|veröffentlicht|geschrieben|erstellt|gepostet|verfasst)\b)",
)
_LONGEST = 240
"""The day of the sentence stands at its beginning; feeds and pings come after."""
_CLOCK = re.compile(r"\d\s?[:.hH]\s?\d\d")
_DAY_AND_NAME = re.compile(
    r"^(?P<when>[^—–]{6,48}?)\s+[—–-]\s+(?P<name>[^\W\d_][\w.'’ -]{1,40}?)"
    r"(?:\s\((?:not|nicht|non|no)\s\w+\))?$"
)


def opens_entry(text: str) -> bool:
    """True for the opening of the sentence that blogs print below a post: "This entry was posted …"."""
    return _PARTED.match(text) is not None


def entry_date(text: str, day_first: bool | None) -> str | None:
    """The day on which the sentence says that the post was written; None when it names none."""
    said = _said(text)
    return parse_date(said, day_first=day_first) if said else None


def entry_writer(text: str) -> str | None:
    """Whom the sentence names as the writer; None when it names nobody."""
    match = _WRITER.search(_said(text))
    return re.sub(r"(?<=\w\w)\.$", "", match["name"]) if match else None


def _said(text: str) -> str:
    """The part of the sentence with day and writer; empty for other lines."""
    opening = clean(text)[:_LONGEST]
    return opening if _OPENING.match(opening) and _WORK.search(opening) else ""


def name_after_day(line: str) -> str | None:
    """The name in a line that is a day with its time, a dash and a name; None for any other line."""
    match = _DAY_AND_NAME.match(line) if len(line) < 100 and _CLOCK.search(line) else None
    # A hyphen may stand between day and time as well, and the greedy reading is the right one.
    if match is None or not _CLOCK.search(match["when"]) or not holds_date(match["when"]):
        return None
    words = re.findall(r"[^\W\d_]{2,}", match["when"])
    return None if len(words) > 5 or is_weekday(match["name"]) else match["name"].strip()


def writer_after_day(line: str) -> str | None:
    """The same for a story, where a section may stand after a plain hyphen: a full name, or any after a long dash."""
    name = name_after_day(line)
    is_sure = name is not None and ("—" in line or (" " in name and name[:1].isupper()))
    return name if is_sure else None
