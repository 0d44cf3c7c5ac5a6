"""Putting a Story together: text cleaning, dateline and the id that every door shares."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from whowhom.actors import load_knowledge
from whowhom.errors import InputError
from whowhom.read.dates import parse_date
from whowhom.read.inferred import infer_published
from whowhom.records import Author, AuthorProfile, Comment, Dateline, InferredDate, Story

# Soft hyphens, zero-width marks and bidi controls are typesetting, not text; offsets must not count them.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_READ_FOR_DATE = 40  # paragraphs: what is said later of people in office is mostly background

_PLACE = r"[^\W\d_a-zà-öø-ÿ][\w.'’\- ]{1,30}?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)"
_AGENCY = r"\([^()]{2,40}\)"
# "BAGHDAD, June 26 (Reuters) —", "ASTANA, Kazakhstan —", "WASHINGTON (AP) -": the dash is what makes it a dateline.
_DATELINE = re.compile(
    rf"^(?:{_AGENCY} ?[-–—]* ?)?(?P<place>{_PLACE}(?:[,/] ?{_PLACE}){{0,2}}?)"
    rf"(?:, (?:\w+, )?(?P<date>{_DATE}))?,?(?: ?{_AGENCY}| \| ?[A-Z]\w+)?(?::? ?[—–]+ ?| ?-{{1,2}} )(?=\S)"
)
# A place in small letters ("Paris - ", "Beirut, Lebanon — ") is a dateline only when it is short and capitalised.
_SMALL_WORDS = {"of", "de", "la", "le", "al", "el", "du", "da", "do", "dos", "des", "von", "am", "an", "der", "upon"}


def clean(text: str) -> str:
    """One line of plain text: entities are gone already, invisible marks and runs of space go now."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(_CONTROL.sub("", _INVISIBLE.sub("", text)).split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def printable(text: str) -> str:
    """The text without control characters, which a tree gives out but does not take back."""
    return _CONTROL.sub("", text)


def clean_paragraphs(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """The paragraphs that still hold text, each cleaned."""
    return tuple(p for p in map(clean, paragraphs) if p)


def find_dateline(paragraph: str) -> Dateline | None:
    """The place and date a first paragraph opens with, as printed; None when it opens with neither."""
    match = _DATELINE.match(paragraph[:160])
    if not match:
        return None
    place, date = match["place"].strip(" ,"), match["date"]
    return Dateline(place, date) if _is_place(place, date) else None


def _is_place(place: str, date: str | None) -> bool:
    """True for "BAGHDAD" and "Beirut, Lebanon", false for "The talks" before a dash."""
    words = re.findall(r"[^\W\d_]+", place)
    if not words or len(words) > 6:
        return False
    first_part = re.findall(r"[^\W\d_]+", place.split(",")[0])
    if "".join(first_part).isupper() and len("".join(first_part)) > 2:
        return True
    named = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    return named and (date is not None or "," in place)


def _resolve(dateline: Dateline | None, published: str | None) -> Dateline | None:
    """The dateline with its day as ISO when the day of publication tells the year."""
    known = parse_date(published)
    if dateline is None or dateline.date is None or known is None:
        return dateline
    year = int(known[:4])
    days = [parse_date(dateline.date)] + [parse_date(f"{dateline.date}, {y}") for y in (year, year - 1)]
    for day in days:
        if day and 0 <= (date.fromisoformat(known[:10]) - date.fromisoformat(day[:10])).days <= 60:
            return Dateline(dateline.place, day)
    return dateline


def story_id(
    url: str | None, site: str | None, headline: str | None, dek: str | None, published: str | None, body: Iterable[str]
) -> str:
    """16 hex digits of what the page says; comments and the file's path do not count."""
    parts = (url or site or "", headline or "", dek or "", published or "", *body)
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def build_story(
    *,
    file: str | None,
    body: tuple[str, ...],
    url: str | None = None,
    site: str | None = None,
    language: str | None = None,
    headline: str | None = None,
    dek: str | None = None,
    authors: tuple[Author, ...] = (),
    published: str | None = None,
    modified: str | None = None,
    published_inferred: InferredDate | None = None,
    dateline: Dateline | None = None,
    author_profile: AuthorProfile | None = None,
    comments: tuple[Comment, ...] = (),
    given_id: str | None = None,
) -> Story:
    """A Story with its id; a story without body paragraphs is an InputError."""
    if not body:
        raise InputError(file or url or "page", "no article text")
    if published is None and published_inferred is None:
        told = (headline or "", dek or "", *body[:_READ_FOR_DATE])
        published_inferred = infer_published(told, load_knowledge())
    return Story(
        story_id=given_id or story_id(url, site, headline, dek, published, body),
        file=file,
        url=url,
        site=site,
        language=language,
        headline=headline,
        dek=dek,
        authors=authors,
        published=published,
        modified=modified,
        published_inferred=published_inferred,
        dateline=dateline or _resolve(find_dateline(body[0]), published),
        body=body,
        author_profile=author_profile,
        comments=comments,
    )
