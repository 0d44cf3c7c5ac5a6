"""The text that talks are read from: paragraphs cut into sentences, each with the cities and days that it names."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from whowhom.annotate.times import find_times, resolve_time
from whowhom.records import Section, Story
from whowhom.talks.lookup import Lookup
from whowhom.talks.reasons import sentence_end
from whowhom.talks.records import TalksPlace

_TOKEN = re.compile(
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|\d+(?:st|nd|rd|th)?|[^\W\d]+(?:[’'][a-z]+)?|[^\w\s]"
)
# "CITY, Jan. 3 —", "CITY (Agency) --" or "CITY: " in front of the first words.
_DATELINE = re.compile(
    r"(?P<city>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,2})(?:,[^:—–]{0,40}| ?\([^)]{0,30}\))?\s*(?::|—|–|--?)\s"
)
_DATED = re.compile(r",\s*(?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+)\b")
_IN_CITY = re.compile(
    r"\b(?P<how>[Ii]n|[Aa]t|to|for|[Ff]rom|[Nn]ext stop|reached|"
    r"left)\s+(?:the\s+(?:[\w'’-]+\s+){0,4}(?:city|town|resort|port|village|capital|suburb|retreat|"
    r"island)\s*(?:of|,)?\s+)?"
    r"(?P<city>[A-Z][\w'’-]+(?:\s+[A-Z][\w-]+){0,2})"
)
# "the Kazakh capital": the city of that country that the story names.
_TOLD = re.compile(r"[.!?:…][”\"’)]*\s*$")
_BARE_CAPITAL = re.compile(r"\b(?:in|to|from|of) the capital\b(?! (?:of|city of|punishment|letters?|markets?))")
_CAPITAL = re.compile(
    r"\b(?:the\s+(?P<whose>[A-Z]\w+(?:\s[A-Z]\w+)?)\s+(?:capital|city)|"
    r"(?P<owner>[A-Z]\w+(?:\s[A-Z]\w+)?)['’]s?\s+capital)"
    r"\b(?! of)"
)
# A date that only bounds the time is no day of the talks.
_BOUND = re.compile(r"^(?:since|until|till|by|before|after)\b", re.IGNORECASE)
_AGE = re.compile(
    r"\bsince\b[^,.;]{0,40}$|\b(?:since|until|till|by|before|after|due|planned for|scheduled for|from)\s+$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|(?:is|are|were|was) to|due|next|plan(?:s|ned)?|begins?|opens?|starts?|"
    r"set (?:for|to)|"
    r"back to|put (?:off|back) to|moved to|postponed to|until|expected|as (?:early|soon) as|aims?|scheduled|invit\w+|"
    r"to (?:meet|hold|host|open|begin|start|convene|reconvene|gather|resume|attend|return|travel|discuss)|"
    r"(?:is|are) (?:hosting|holding|meeting|convening|gathering))\b"
)
# "Friday, when their envoys are due to meet"
_THEN_AHEAD = re.compile(
    r"^,? (?:when|that|which|where) [^.;]{0,60}\b(?:(?:is|are|were|was) (?:due |expected |set )?to|will|would)\b"
)
# The day of a statement, or of another thing, is not that of the talks.
_TELLING = re.compile(
    r"\b(?:said|told|announced|published|known|informed|floated|ordered|voted|asked|invited|named|adopted|declared|"
    r"recalled|inauguration|"
    r"target|deadline|settled|begun|(?:ceasefire|truce|armistice|elections?|vote|withdrawal)\b[^.;,]{0,30}\b(?:begins?|"
    r"starts?|held|due|takes? (?:effect|hold)|comes? into)|suspended|vetoed|failed|carried|chosen|"
    r"attacks?)\b(?:(?!\b(?:meeting|talks|summit|session|round)\b)[^.;,]){0,60}$"
)
_TELLS = re.compile(
    r"^[^,.;]{0,40}\b(?:published|said|told|announced|suspended|set)\b|^ as (?:the|a) (?:target|deadline|date)"
)
_OWNED = re.compile(r"['’]s (?!(?:\w+[- ]){0,3}(?:talks|meeting|summit|session|conference|round|opening|negotiations))")
# "They had been expected on Thursday", "it was to have begun on Thursday": that day is over.
_MONTH_TALKS = re.compile(
    rf"\b(?:[Tt]he|[Ll]ast|[Tt]his|[Aa]t|[Ii]ts|[Tt]heir)(?: \w+[’']s)? "
    rf"(?P<month>{'|'.join(calendar.month_name[1:])})(?:[’']s)?(?: [\w-]+)? "
    r"(?:summit|talks|round|meeting|session|conference)\b"
)
_OVER = re.compile(r"\b(?:had (?:\w+ly )?been|(?:to|would|could|might|may) have)\b[^,;]*$")
LONGEST_STAY = 31  # days: a longer span says nothing of when talks were held


@dataclass(frozen=True, slots=True)
class Days:
    """Days that words name: ``paragraph[start:end]``; ``is_bound`` when they only limit a time ("since March")."""

    start: int
    end: int
    first: date
    last: date
    is_bound: bool


@dataclass(frozen=True, slots=True)
class City:
    """A city that a sentence names; ``is_at`` when something is there, not from there or going there."""

    start: int
    is_at: bool
    place: TalksPlace


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and where it stands."""

    story_id: str
    section: Section
    paragraph: int
    text: str
    as_of: str | None
    is_lead: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a passage, ``passage.text[start:end]``."""

    passage: Passage
    start: int
    end: int
    days: tuple[Days, ...]
    cities: tuple[City, ...]

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


_LONGEST_SENTENCE = 1500  # characters; a list without a full stop is no sentence, and takes the square of its length


def read_parts(story: Story, lookup: Lookup) -> list[Part]:
    """The sentences of a story's own text, in order."""
    parts: list[Part] = []
    first, dateline = _lead_of(story), read_dateline(story, lookup)
    for section, index, text in story.paragraphs():
        is_lead = section == "body" and index == first
        passage = Passage(story.story_id, section, index, text, story.published, is_lead)
        for start, end in _sentences(text, is_lead):
            if end - start > _LONGEST_SENTENCE:
                continue
            days = (*_find_days(text, start, end, lookup.day), *_find_months(text, start, end, lookup.day))
            parts.append(Part(passage, start, end, days, tuple(_find_cities(text, start, end, lookup, dateline))))
    return _with_capitals(_with_headline(parts), dateline, lookup)


def _lead_of(story: Story) -> int:
    """Which paragraph of the body is the first that tells something: no byline does."""
    return next((at for at, text in enumerate(story.body) if _TOLD.search(text)), 0)


def read_dateline(story: Story, lookup: Lookup) -> TalksPlace | None:
    """The city that the story is told from."""
    if story.dateline is not None and story.dateline.place:
        return lookup.place(story.dateline.place.title(), city_only=True)
    lead = story.body[_lead_of(story)] if story.body else ""
    found = _DATELINE.match(lead)
    if found is None:
        return None
    place = lookup.place(found["city"].title(), city_only=True)
    country = re.match(r",\s*(?:The )?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?! ?\d)", lead[found.end("city") :])
    if country is not None and (place is None or place.country != lookup.state_of(country["name"])):
        place = lookup.small(found["city"].title(), country["name"]) or place
    # A village that no gazetteer has is a place all the same where a country or a day follows it.
    is_told = country is not None or _DATED.match(lead, found.end("city")) is not None
    known = lookup.state_of(country["name"]) if country is not None else None
    return place or (TalksPlace(found["city"].title(), known) if is_told else None)


def _sentences(text: str, is_lead: bool) -> Iterator[tuple[int, int]]:
    dateline = _DATELINE.match(text) if is_lead else None
    start = dateline.end() if dateline is not None else 0
    while start < len(text):
        end = sentence_end(text, start)
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            yield start, end
        start = end if end > start else len(text)


def _find_days(text: str, start: int, end: int, day: date | None) -> Iterator[Days]:
    tokens = list(_TOKEN.finditer(text, start, end))
    for first, last in find_times([token.group() for token in tokens]):
        begin, stop = tokens[first].start(), tokens[last - 1].end()
        words = text[begin:stop]
        ahead = bool(_AHEAD.search(text[start:begin]) or _THEN_AHEAD.search(text[stop:end]))
        ahead = ahead and not _OVER.search(text[start:begin])
        days = _resolve(words, ahead, day)
        if days is None or _OWNED.match(text[stop - 2 if words.endswith(("'s", "’s")) else stop :]):
            continue
        if (days[1] - days[0]).days <= LONGEST_STAY:
            bound = bool(_BOUND.match(words) or _AGE.search(text[start:begin]))
            bound = bound or bool(_TELLING.search(text[max(start, begin - 80) : begin]) or _TELLS.match(text[stop:]))
            yield Days(begin, stop, *days, bound)


def _find_months(text: str, start: int, end: int, day: date | None) -> Iterator[Days]:
    """The months that talks are named by: "the April summit"."""
    for found in _MONTH_TALKS.finditer(text, start, end):
        days = _resolve(f"in {found['month']}", False, day)
        if days is not None:
            yield Days(*found.span("month"), *days, False)


def _resolve(words: str, ahead: bool, day: date | None) -> tuple[date, date] | None:
    """First and last day of time words; a day or month without year is the one nearest to the story."""
    wanted = (False, True) if re.search(r"\d", words) else (ahead,)
    spans = [span for future in wanted if (span := resolve_time(words, anchor=day, future=future)) is not None]
    told = [(date.fromisoformat(span.from_), date.fromisoformat(span.to)) for span in spans if span.from_ and span.to]
    if not told or day is None:
        return told[0] if told else None
    return min(told, key=lambda days: min(abs((days[0] - day).days), abs((days[1] - day).days)))


def _find_cities(text: str, start: int, end: int, lookup: Lookup, dateline: TalksPlace | None) -> Iterator[City]:
    for found in _IN_CITY.finditer(text, start, end):
        words = found["city"].split()
        for size in range(len(words), 0, -1):
            name = re.sub(r"['’]s$", "", " ".join(words[:size]))
            is_here = dateline is not None and name == dateline.name
            place = dateline if is_here else lookup.place(name, city_only=True)
            if place is not None:
                yield City(found.start("city"), found["how"].lower() in {"in", "at"}, place)
                break


def _with_headline(parts: list[Part]) -> list[Part]:
    """The sentences, the headline's weekday being the one that the story tells of: a headline has no tense."""
    told = {days.first.weekday(): days for part in parts if part.passage.section == "body" for days in part.days[::-1]}
    return [
        replace(part, days=tuple(_as_told(days, told.get(days.first.weekday())) for days in part.days))
        if part.passage.section == "headline"
        else part
        for part in parts
    ]


def _as_told(days: Days, told: Days | None) -> Days:
    same = told is not None and days.first == days.last and told.first == told.last
    if told is None or not same or abs((told.first - days.first).days) != 7:
        return days
    return replace(days, first=told.first, last=told.last)


def _with_capitals(parts: list[Part], dateline: TalksPlace | None, lookup: Lookup) -> list[Part]:
    """The sentences with what "the Kazakh capital" stands for: the city of that country that the story names."""
    named = {city.place.country: city.place for part in reversed(parts) for city in part.cities}
    if dateline is not None:
        named.setdefault(dateline.country, dateline)
    capitals = {city.place for part in parts for city in part.cities if _is_capital(city.place, lookup)}
    capitals |= {dateline} if dateline is not None and _is_capital(dateline, lookup) else set()
    whole: list[Part] = []
    for part in parts:
        cities = list(part.cities)
        for found in _CAPITAL.finditer(part.passage.text, part.start, part.end):
            country = lookup.state_of(found["whose"] or found["owner"])
            if country is not None:
                place = named.get(country) or lookup.capital(country)
                cities += [City(found.start(), True, place)] if place else []
        for found in _BARE_CAPITAL.finditer(part.passage.text, part.start, part.end) if len(capitals) == 1 else ():
            cities.append(City(found.start(), found.group().startswith("in"), next(iter(capitals))))
        whole.append(Part(part.passage, part.start, part.end, part.days, tuple(sorted(cities, key=lambda c: c.start))))
    return whole


def _is_capital(place: TalksPlace, lookup: Lookup) -> bool:
    return place.country is not None and lookup.capital(place.country) == place
