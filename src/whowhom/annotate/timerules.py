"""The rules behind ``times``: each phrase of English time words as a pattern with the days it means."""

from __future__ import annotations

import re
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
        return _month(year, month + 1)

    def unit(self, name: str, offset: int) -> Days:
        """The week, month, year or day that lies ``offset`` of them away."""
        if name in ("day", "week", "month"):
            return {"day": self.day, "week": self.week, "month": self.month}[name](offset)
        return _year(self.today.year + offset)

    def year_of(self, first: Callable[[int], Days], weekday: int | None = None) -> Days:
        """What ``first`` gives for the year that the tense asks for; a weekday beside a date tells the year."""
        spans = [first(self.today.year + offset) for offset in range(-8, 9)]  # 8: leap days
        days = [span for span in spans if span.first and weekday in (None, span.first.weekday())]
        days = days or [span for span in spans if span.first] or [Days(None, None, "day")]
        if days[0].first is None:
            return days[0]
        if weekday is not None:
            return min(days, key=lambda span: abs((_first(span) - self.today).days))
        if self.future:
            return next((span for span in days if (span.last or self.today) >= self.today), days[-1])
        # one day of grace: the story's date may be a day behind in another time zone
        return [span for span in days if _first(span) <= self.today + timedelta(1)][-1]


def _first(span: Days) -> date:
    return span.first or date.max


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def _year(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31), "year")


def _date(year: int, month: int, day: int, last: int | None = None) -> Days:
    """A day, or the days to ``last``, of a month; open when there is no such day."""
    length = monthrange(year, month)[1]
    if not 1 <= day <= length or (last is not None and not day <= last <= length):
        return Days(None, None, "day")
    return Days(date(year, month, day), date(year, month, last or day), "range" if last else "day")


def _season(year: int, name: str) -> Days:
    first, last = SEASONS[name]
    end = _month(year + (last < first), last).last
    return Days(date(year, first, 1), end, "range")


def _part(span: Days, part: str) -> Days:
    """The early, middle or late third of a span, or its start or end: ten days of a month, a month of a year."""
    if not part or span.first is None or span.last is None:
        return span
    length = (span.last - span.first).days + 1
    if span.grain == "year":
        months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 1), "end": (12, 12)}[part]
        return Days(_month(span.first.year, months[0]).first, _month(span.first.year, months[1]).last, "range")
    third = 10 if span.grain == "month" else max(length // 3, 1)
    part = {"start": "early", "end": "late"}.get(part, part)
    cut = {"early": (0, third), "mid": (third, 2 * third), "late": (2 * third, length)}[part]
    return Days(span.first + timedelta(cut[0]), span.first + timedelta(cut[1] - 1), "range")


# --- patterns over words in lower case, without commas and dots ---------------------------------------------

_WD = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
_MO = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
# Names that are nothing else; the others need a word such as "in" before them.
_FULL_MO = r"(?:january|february|july|september|october|november|december)"
_D, _Y = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:1[5-9]|20)\d\d"
_N = (
    r"(?:\d{1,3}|a couple(?: of)?|couple of|a few|"
    + "|".join(sorted({*NUMBERS, *OPEN_NUMBERS} - {"a couple of", "a few"}))
    + ")"
)
_UNIT = r"(?:day|week|month|year)"
_PART = r"(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)"
_WHICH = r"(?:last|next|this past|this coming|this|past|coming)"
_SEASON = "(?:" + "|".join(SEASONS) + ")"
_DAYPART = r"(?:morning|afternoon|evening|night|noon|midnight)"
_THE_UNIT = r"(?:last|next|this|(?:the )?(?:past|previous|coming)|in the|of the|the)"
_NAMED = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "day before yesterday": -2,
    "day after tomorrow": 2, "previous day": -1, "day before": -1, "day earlier": -1, "a day earlier": -1,
    "this morning": 0, "this afternoon": 0, "this evening": 0,
}  # fmt: skip
_SAME = {"beginning": "start", "middle": "mid"}
_SAME |= {"this past": "last", "past": "last", "previous": "last", "coming": "next", "this coming": "next", "": "this"}


def _same(text: str | None) -> str:
    """ "the end of" as "late", "this past" as "last"."""
    word = re.sub(r"^(?:in |of )?(?:the\b ?)?|\bof$", "", text or "").strip()
    return _SAME.get(word, word) if text else ""


def _number(text: str) -> int | None:
    """The number that words or digits give; None for "several"."""
    return int(text) if text.isdigit() else NUMBERS.get(text.removesuffix(" of"))


def _named_day(clock: Clock, day: str) -> Days:
    return clock.day(_NAMED[day])


def _weekday(clock: Clock, which: str, wd: str) -> Days:
    return clock.weekday(WEEKDAYS.index(wd[:3]), _same(which))


def _weekday_of_week(clock: Clock, wd: str, which: str) -> Days:
    monday = _first(clock.week({"last": -1, "this": 0, "next": 1}[which]))
    return Clock(monday, clock.future).day(WEEKDAYS.index(wd[:3]))


def _day_of_month(clock: Clock | None, wd: str, d: str, e: str, mo: str, y: str) -> Days:
    month, day = MONTHS.index(mo[:3]) + 1, int(re.sub(r"\D", "", d))
    last = int(re.sub(r"\D", "", e)) if e else None
    if y:
        return _date(int(y), month, day, last)
    if clock is None:
        return Days(None, None, "range" if e else "day")
    weekday = WEEKDAYS.index(wd[:3]) if wd else None
    return clock.year_of(lambda year: _date(year, month, day, last), weekday)


def _month_of_year(clock: Clock | None, part: str, which: str, mo: str, y: str) -> Days:
    month = MONTHS.index(mo[:3]) + 1
    if y:
        return _part(_month(int(y), month), _same(part))
    if clock is None:
        return Days(None, None, "range" if part else "month")
    offset = (month - clock.today.month) % 12
    named = {"last": offset - 12, "next": offset or 12, "this": month - clock.today.month}
    if which:
        return _part(clock.month(named[_same(which)]), _same(part))
    return _part(clock.year_of(lambda year: _month(year, month)), _same(part))


def _season_of_year(clock: Clock | None, part: str, which: str, season: str, y: str) -> Days:
    if y:
        return _part(_season(int(y), season), _same(part))
    if clock is None:
        return Days(None, None, "range")
    if which == "this":
        return _part(_season(clock.today.year, season), _same(part))
    near = {"last": Clock(clock.today, False), "next": Clock(clock.today, True)}.get(_same(which), clock)
    return _part(near.year_of(lambda year: _season(year, season)), _same(part))


def _plain_year(_: Clock | None, part: str, y: str) -> Days:
    return _part(_year(int(y)), _same(part))


def _years(_: Clock | None, y: str, z: str) -> Days:
    return Days(date(int(y), 1, 1), date(int(y[: 4 - len(z)] + z), 12, 31), "range")


def _decade(_: Clock | None, part: str, y: str) -> Days:
    first = int(y[:3] + "0")
    return _part(Days(date(first, 1, 1), date(first + 9, 12, 31), "range"), _same(part))


def _calendar_unit(clock: Clock, part: str, which: str, unit: str) -> Days:
    """ "last week", "later this month", "the end of the year", "the weekend"."""
    which = _same(which)
    if unit == "weekend":
        return clock.weekend(which if which != "this" else "")
    span = clock.unit(unit, {"last": -1, "next": 1}.get(which, 0))
    if part == "earlier":
        return Days(span.first, min(clock.today, span.last or clock.today), "range")
    if part == "later":
        return Days(max(clock.today, _first(span)), span.last, "range")
    return _part(span, _same(part))


def _rolling(clock: Clock, way: str, n: str, unit: str) -> Days:
    """ "the past three days", "the next two weeks", "recent months": up to today, or from it."""
    count = None if n in OPEN_NUMBERS else _number(n or "one")
    ahead = way in ("next", "coming", "following")
    if way == "recent" or count is None or (not n and unit.endswith("s")):
        return Days(clock.today, None, "range") if ahead else Days(None, clock.today, "range")
    other = _away(clock.today, unit.removesuffix("s"), count if ahead else -count)
    return Days(min(clock.today, other), max(clock.today, other), "range")


def _ago(clock: Clock, n: str, unit: str) -> Days:
    count = _number(n)
    return Days(None, clock.today, "range") if count is None else clock.unit(unit, -count)


def _ahead(clock: Clock, n: str, unit: str) -> Days:
    count = _number(n)
    return Days(clock.today, None, "range") if count is None else clock.unit(unit, count)


def _in(clock: Clock, n: str, unit: str) -> Days:
    """ "in three days": ahead when the act is to come, else how long it took."""
    return _ahead(clock, n, unit) if clock.future else Days(None, None, "day")


def _within(clock: Clock, n: str, unit: str) -> Days:
    return _rolling(clock, "next", n, unit)


def _within_hours(clock: Clock, n: str) -> Days:
    return Days(clock.today, clock.today + timedelta(-(-(_number(n) or 24) // 24)), "range")


def _hours_ago(clock: Clock, **_: str) -> Days:
    return Days(clock.today - timedelta(1), clock.today, "range")


def _elsewhere(_: Clock | None, **__: str) -> Days:
    """Counted from another event, which these words alone do not name."""
    return Days(None, None, "day")


def _away(day: date, unit: str, count: int) -> date:
    """The day that lies a number of units away, at the end of a shorter month if need be."""
    if unit in ("day", "week"):
        return day + timedelta(count * (7 if unit == "week" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, its meaning, and the grain to give when the story's day is not known (None: it may not matter).

    ``leads`` are words of which one must stand before the phrase in running text, where it could be something else.
    """

    pattern: re.Pattern[str]
    meaning: Callable[..., Days]
    grain: Grain | None
    leads: frozenset[str] | None

    def days(self, match: re.Match[str], clock: Clock | None) -> Days:
        """The days that a match of the pattern means."""
        if clock is None and self.grain is not None:
            return Days(None, None, self.grain)
        return self.meaning(clock, **{name: text or "" for name, text in match.groupdict().items()})


def _rule(
    pattern: str, meaning: Callable[..., Days], grain: Grain | None = None, leads: frozenset[str] | None = None
) -> Rule:
    return Rule(re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), meaning, grain, leads)


_LEADS = frozenset(
    {"in", "since", "until", "till", "by", "from", "to", "before", "after", "during", "of", "through", "between", "and"}
)
_WDS, _YS = rf"(?:(?P<wd>{_WD})(?: ,)? )?(?:the )?", rf"(?:(?: ,)?(?: of)? (?P<y>{_Y}))?"
_ED = rf"(?: (?:to|and) (?P<e>{_D}))?"
RULES = (
    _rule(rf"(?:the )?(?P<day>{'|'.join(_NAMED)})(?: {_DAYPART})?", _named_day, "day"),
    _rule(rf"(?:(?P<which>{_WHICH}) )?(?P<wd>{_WD})(?: {_DAYPART})?", _weekday, "day"),
    _rule(rf"(?P<wd>{_WD})(?: of)? (?P<which>last|next|this) week", _weekday_of_week, "day"),
    _rule(rf"(?P<which>last|next|this) week(?: on)? (?P<wd>{_WD})", _weekday_of_week, "day"),
    _rule(rf"{_WDS}(?P<d>{_D}){_ED}(?: of)? (?P<mo>{_MO}){_YS}", _day_of_month),
    _rule(rf"{_WDS}(?P<mo>{_MO}) (?:the )?(?P<d>{_D}){_ED}{_YS}", _day_of_month),
    _rule(rf"(?P<part>)(?P<which>)(?P<mo>{_MO})(?P<y>)", _month_of_year, leads=_LEADS),
    _rule(rf"(?P<part>)(?P<which>)(?P<mo>{_FULL_MO})(?P<y>)", _month_of_year),
    _rule(rf"(?P<part>)(?P<which>)(?P<mo>{_MO})(?: ,)?(?: of)? (?P<y>{_Y})", _month_of_year),
    _rule(rf"(?P<part>{_PART}) (?P<which>)(?P<mo>{_MO}){_YS}", _month_of_year),
    _rule(rf"(?:(?P<part>{_PART}) )?(?P<which>{_WHICH}) (?P<mo>{_MO})(?P<y>)", _month_of_year),
    _rule(rf"(?P<part>)(?P<which>)(?:the )?(?P<season>{_SEASON})(?P<y>)", _season_of_year, leads=frozenset({"in"})),
    _rule(rf"(?P<part>{_PART}) (?P<which>)(?:the )?(?P<season>{_SEASON}){_YS}", _season_of_year),
    _rule(rf"(?P<part>)(?P<which>)(?:the )?(?P<season>{_SEASON})(?: of)? (?P<y>{_Y})", _season_of_year),
    _rule(rf"(?:(?P<part>{_PART}) )?(?:the )?(?P<which>{_WHICH}) (?P<season>{_SEASON})(?P<y>)", _season_of_year),
    _rule(rf"(?P<part>)(?P<y>{_Y})", _plain_year, leads=_LEADS),
    _rule(rf"(?:(?P<part>{_PART}) (?:the year )?|the year (?:of )?)(?P<y>{_Y})", _plain_year),
    _rule(rf"(?P<y>{_Y}) to (?P<z>{_Y}|\d\d)", _years),
    _rule(rf"(?:the )?(?:(?P<part>{_PART}) )?(?:the )?(?P<y>{_Y})s", _decade),
    _rule(rf"(?:(?P<part>earlier|later|{_PART}) )?(?P<which>{_THE_UNIT}) (?P<unit>weekend)", _calendar_unit, "range"),
    _rule(
        rf"(?P<part>earlier|later|{_PART}) (?P<which>{_THE_UNIT}) (?P<unit>week|month|year)", _calendar_unit, "range"
    ),
    _rule(r"(?P<part>)(?:the )?(?P<which>last|next|this|previous|coming) (?P<unit>week)", _calendar_unit, "week"),
    _rule(r"(?P<part>)(?:the )?(?P<which>last|next|this|previous|coming) (?P<unit>month)", _calendar_unit, "month"),
    _rule(r"(?P<part>)(?:the )?(?P<which>last|next|this|previous|coming) (?P<unit>year)", _calendar_unit, "year"),
    _rule(rf"(?:the )?(?P<way>past|last|previous|next|coming) (?P<n>{_N}) (?P<unit>{_UNIT}s?)", _rolling, "range"),
    _rule(rf"(?:the )?(?P<way>recent|past|coming)(?P<n>) (?P<unit>{_UNIT}s)", _rolling, "range"),
    _rule(rf"(?:over |in |during |within |for )?the (?P<way>past)(?P<n>) (?P<unit>{_UNIT})", _rolling, "range"),
    _rule(rf"(?:over|in|during|within|for) the (?P<way>last|coming|next)(?P<n>) (?P<unit>{_UNIT})", _rolling, "range"),
    _rule(rf"(?P<n>{_N}) (?P<unit>day)s? ago", _ago, "day"),
    _rule(rf"(?P<n>{_N}) (?P<unit>week)s? ago", _ago, "week"),
    _rule(rf"(?P<n>{_N}) (?P<unit>month)s? ago", _ago, "month"),
    _rule(rf"(?P<n>{_N}) (?P<unit>year)s? ago", _ago, "year"),
    _rule(rf"(?:in )?(?P<n>{_N}) (?P<unit>{_UNIT})s? from now", _ahead, "day"),
    _rule(rf"in (?P<n>{_N}) (?P<unit>{_UNIT})s? time", _ahead, "day"),
    _rule(rf"in (?P<n>{_N}) (?P<unit>{_UNIT})s?", _in, "day"),
    _rule(rf"within (?:the next )?(?P<n>{_N}) (?P<unit>{_UNIT}s?)", _within, "range"),
    _rule(rf"within (?:the next )?(?P<n>{_N}) hours?", _within_hours, "range"),
    _rule(rf"(?:just )?{_N} (?:hour|minute)s? ago", _hours_ago, "range"),
    _rule(rf"(?:the )?(?:next|following|same) (?:day|week|month|year)|{_N} {_UNIT}s? (?:later|earlier)", _elsewhere),
)
WEEKDAY, MONTH = re.compile(_WD), re.compile(_MO)
