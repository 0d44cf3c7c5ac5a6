"""Rounds told in passing by place, day and count: "in May in Astana, for the ninth time, in Sochi for the tenth"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from whowhom.talks.names import TalksName, read_ordinal
from whowhom.talks.passages import City, Part

_HELD = re.compile(
    r"\b(?:talks|negotiations?|summits?|conferences?|meetings?|gatherings?|rounds?|sessions?|consultations|"
    r"met|meet(?:s|ing)?|"
    r"gather(?:s|ed)?|convened?|sat down|negotiated)\b"
)
_COUNT = re.compile(r"[^.;]{0,45}?\bfor (?:the|an?|what was the) (?P<number>[\w-]+)(?P<time> time)?(?=[\s,.;])")


def find_rounds(part: Part) -> list[TalksName]:
    """The rounds of one sentence that a city and a count tell apart, each with the day before or after the city."""
    return list(_read_rounds(part)) if _HELD.search(part.text) else []


def _read_rounds(part: Part) -> Iterator[TalksName]:
    text, at, is_counted = part.passage.text, part.start, False
    cities = [city for city in part.cities if city.is_at]
    for city, after in zip_longest(cities, cities[1:]):
        found = _COUNT.match(text, city.start, _stop(text, part, after))
        number = read_ordinal(found["number"].lower()) if found else None
        if found is None or number is None or not (found["time"] or is_counted):
            continue
        is_counted = True
        days = [days.start for days in part.days if at <= days.start < found.end() and not days.is_bound]
        if days:
            start = min(city.start, max(days))
            yield TalksName(text[start : found.end()], start, found.end(), place=city.place, round=number)
        at = found.end()


def _stop(text: str, part: Part, after: City | None) -> int:
    """Where the words of one round end at the latest: before the next city."""
    return after.start if after is not None else part.end
