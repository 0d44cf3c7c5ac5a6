"""The calendar behind the time rules: the days that a weekday, a month or a part of a year means, seen from a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "week", "month", "year", "range"]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
NUMBERS |= {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
NUMBERS |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2, "couple of": 2, "a couple": 2}
OPEN_NUMBERS = frozenset({"several", "a few", "few", "some", "many"})


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, None where open, and how fine the words are."""

    first: date | None
    last: date | None
    grain: Grain


@dataclass(frozen=True, slots=True)
class Clock:
    """The day the story speaks from, and whether the act is still to come."""

    today: date
    future: bool
    told: date | None = None  # the day that the story told last

    def day(self, offset: int) -> Days:
        return Days(self.today + timedelta(offset), self.today + timedelta(offset), "day")

    def weekday(self, number: int, which: str) -> Days:
        """The Monday (0) to Sunday (6) that ``which`` ("", last, next, this) asks for."""
        ahead = (number - self.today.weekday()) % 7
        if which == "this":
            return self.day(ahead if self.future else number - self.today.weekday())
        if which == "last":
            return self.day(ahead - 7)
        if which == "next":
            return self.day(ahead or 7)
        return self.day(ahead if self.future or not ahead else ahead - 7)

    def week(self, offset: int) -> Days:
        monday = self.today + timedelta(7 * offset - self.today.weekday())
        return Days(monday, monday + timedelta(6), "week")

    def weekend(self, which: str) -> Days:
        """The weekend under way or nearest; with last or next, never the one under way."""
        to_saturday = 5 - self.today.weekday()
        if which == "last" or (which in ("", "past") and not self.future and to_saturday > 0):
            to_saturday -= 7
        elif which == "next" and to_saturday <= 0:
            to_saturday += 7
        saturday = self.today + timedelta(to_saturday)
        return Days(saturday, saturday + timedelta(1), "range")

    def month(self, offset: int) -> Days:
        year, month = divmod(self.today.year * 12 + self.today.month - 1 + offset, 12)
        return whole_month(year, month + 1)

    def unit(self, name: str, offset: int) -> Days:
        """The week, month, year or day that lies ``offset`` of them away."""
        if name in ("day", "week", "month"):
            return {"day": self.day, "week": self.week, "month": self.month}[name](offset)
        return whole_year(self.today.year + offset * (10 if name == "decade" else 1))

    def year_of(self, first: Callable[[int], Days], weekday: int | None = None) -> Days:
        """What ``first`` gives for the year that the tense asks for; a weekday beside a date tells the year."""
        spans = [first(self.today.year + offset) for offset in range(-8, 9)]  # 8: leap days
        days = [span for span in spans if span.first and weekday in (None, span.first.weekday())]
        days = days or [span for span in spans if span.first] or [Days(None, None, "day")]
        if days[0].first is None:
            return days[0]
        if weekday is not None:
            return min(days, key=lambda span: abs((first_day(span) - self.today).days))
        if self.future:
            return next((span for span in days if (span.last or self.today) >= self.today), days[-1])
        # one day of grace for a day: the story's date may be one behind in another time zone
        latest = self.today + timedelta(days[0].grain == "day")
        return [span for span in days if first_day(span) <= latest][-1]


def first_day(span: Days) -> date:
    return span.first or date.max


def whole_month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def whole_year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31), "year")


def days_of(year: int, month: int, day: int, last: int | None = None) -> Days:
    """A day, or the days to ``last``, of a month; open when there is no such day."""
    length = monthrange(year, month)[1]
    if not 1 <= day <= length or (last is not None and not day <= last <= length):
        return Days(None, None, "day")
    return Days(date(year, month, day), date(year, month, last or day), "range" if last else "day")


def season_of(year: int, name: str) -> Days:
    first, last = SEASONS[name]
    end = whole_month(year + (last < first), last).last
    return Days(date(year, first, 1), end, "range")


def part_of(span: Days, part: str) -> Days:
    """The early, middle or late third of a span, or its start or end: ten days of a month, a month of a year."""
    if not part or span.first is None or span.last is None:
        return span
    length = (span.last - span.first).days + 1
    if span.grain == "year":
        months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 1), "end": (12, 12)}[part]
        return Days(
            whole_month(span.first.year, months[0]).first, whole_month(span.first.year, months[1]).last, "range"
        )
    third = 10 if span.grain == "month" else max(length // 3, 1)
    part = {"start": "early", "end": "late"}.get(part, part)
    cut = {"early": (0, third), "mid": (third, 2 * third), "late": (2 * third, length)}[part]
    return Days(span.first + timedelta(cut[0]), span.first + timedelta(cut[1] - 1), "range")
