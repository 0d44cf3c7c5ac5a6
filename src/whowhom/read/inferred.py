"""The day of an undated page from what it says: who is in office, whose term has ended, who has just come or gone.

A text may speak of presidents long gone, never of one to come. So the latest of those it names in office tell when it
was written: not before the last of them began, not after the first of them ended. Where a weekday stands beside the
beginning or the end of a term, and was one, the page is of that week.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from whowhom.actors import Knowledge
from whowhom.actors.facts import Fact
from whowhom.read.terms import Sign, find_signs
from whowhom.records import InferredDate

# Nobody waits longer for an office he was elected to: five months in Mexico, until 2018, were the longest wait.
_LONGEST_WAIT = timedelta(200)
_WEEK = timedelta(6)
# The news of an end still calls the one who went president, and tells of what he did last.
_GRACE = timedelta(14)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SENTENCE = re.compile(r"(?<=[a-z0-9)][.!?])[\"”’']*\s+(?=[\"“‘']?[A-Z])")

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Reason:
    """The spans of days that one sign leaves, and why."""

    spans: tuple[Span, ...]
    why: str


def infer_published(paragraphs: Iterable[str], knowledge: Knowledge) -> InferredDate | None:
    """The bounds that the text sets to its own day, with the reasons; None when it sets none."""
    signs = [sign for text in paragraphs for part in _SENTENCE.split(text) for sign in find_signs(part, knowledge)]
    reasons = sorted(filter(None, map(_weigh, dict.fromkeys(signs))), key=_rank)
    left: tuple[Span, ...] = ((date.min, date.max),)
    why: list[str] = []
    for reason in reasons:
        common = _common(left, reason.spans)
        # What leaves nothing is a name of the past, or a namesake.
        if common and common != left:
            left = common
            why.append(reason.why)
    if not why:
        return None
    start, end = left[0][0], left[-1][1]
    return InferredDate(
        None if start == date.min else start.isoformat(), None if end == date.max else end.isoformat(), tuple(why)
    )


def _rank(reason: Reason) -> tuple[bool, int, str]:
    """The week of an event first, then those that began last: earlier names may be of the past."""
    length = sum((last - first).days for first, last in reason.spans)
    return length > 31 * len(reason.spans), -reason.spans[0][0].toordinal(), reason.why


def _weigh(sign: Sign) -> Reason | None:
    """What a sign says of the day of the page."""
    spans = sorted({span for term in sign.terms for span in _spans(sign, term)})
    if not spans:
        return None
    person = sign.terms[0].name
    told = {term.office: term for term in sign.terms}
    offices = ", ".join(f"{office} of {term.code}" for office, term in told.items())
    days = "; ".join(f"{_show(first)} to {_show(last)}" for first, last in spans)
    reasons = {
        "holds": f"“{sign.words}” in office ({person}, {offices}): {days}",
        "former": f"“{sign.words}” no longer in office ({person}, {offices}): {days}",
        "elect": f"“{sign.words}” elected and not yet in office ({person}, {offices}): {days}",
        "outgoing": f"“{sign.words}” about to leave office ({person}, {offices}): {days}",
        "begins": f"“{sign.words}” comes into office, told as “{sign.day}” ({person}): {days}",
        "ends": f"“{sign.words}” leaves office, told as “{sign.day}” ({person}): {days}",
    }
    return Reason(tuple(spans), reasons[sign.kind])


def _show(day: date) -> str:
    return "…" if day in (date.min, date.max) else day.isoformat()


def _spans(sign: Sign, term: Fact) -> Iterable[Span]:
    """The days that a sign leaves when it is about this term."""
    start, end = term.start or date.min, term.end or date.max
    if sign.kind == "holds":
        yield start, end if end == date.max else end + _GRACE
    elif sign.kind == "former" and end < date.max:
        yield end, date.max
    elif sign.kind == "elect":
        yield start - _LONGEST_WAIT, start
    elif sign.kind == "outgoing" and end < date.max:
        yield max(start, end - _LONGEST_WAIT), end + _WEEK
    elif sign.kind == "begins":
        yield from _week_of(start, sign)
    elif sign.kind == "ends" and end < date.max:
        yield from _week_of(end, sign)


def _week_of(day: date, sign: Sign) -> Iterable[Span]:
    """The days on which an event of that day is told with that word: nothing when it was another weekday."""
    word = (sign.day or "").removeprefix("last ")
    if word in ("today", "yesterday"):
        offset = timedelta(word == "yesterday")
        yield day + offset, day + offset
    elif _WEEKDAYS[day.weekday()] == word:
        longer = timedelta(7 if word != sign.day else 0)
        yield (day - _WEEK, day) if sign.is_ahead else (day, day + _WEEK + longer)


def _common(first: Iterable[Span], second: Iterable[Span]) -> tuple[Span, ...]:
    """The days in both, as spans in order."""
    second = tuple(second)
    both = [(max(a[0], b[0]), min(a[1], b[1])) for a in first for b in second]
    return tuple(sorted(span for span in both if span[0] <= span[1]))
