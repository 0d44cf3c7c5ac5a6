"""Rules for what the calendar names: weekdays, dates, months, quarters, seasons, years, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from whowhom.annotate.clock import (
    MONTHS,
    WEEKDAYS,
    Clock,
    Days,
    days_of,
    first_day,
    part_of,
    season_of,
    whole_month,
    whole_year,
)
from whowhom.annotate.timewords import (
    DAYPART,
    FULL_MO,
    LEADS,
    MO,
    PART,
    SEASON,
    WD,
    WHICH,
    D,
    Y,
    make_rule,
    plain_word,
)

_NAMED = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "day before yesterday": -2,
    "day after tomorrow": 2, "this morning": 0, "this afternoon": 0, "this evening": 0,
}  # fmt: skip
# Days of the year that are the same in every country that keeps them; Easter and Labour Day are not.
_HOLIDAYS = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "may day": (5, 1), "valentine's day": (2, 14), "st valentine's day": (2, 14),
    "international women's day": (3, 8), "bastille day": (7, 14), "fourth of july": (7, 4), "4th of july": (7, 4),
    "halloween": (10, 31), "armistice day": (11, 11), "veterans day": (11, 11), "st patrick's day": (3, 17),
    "juneteenth": (6, 19), "cinco de mayo": (5, 5), "anzac day": (4, 25), "all saints' day": (11, 1),
    "april fools' day": (4, 1),
}  # fmt: skip
_MARK = re.compile(r" ?['’]s?")  # spaCy gives the "'s" a token of its own
_HOLIDAYS_PLAIN = {_MARK.sub("", name): day for name, day in _HOLIDAYS.items()}
_HOLIDAY = "|".join(sorted((_MARK.sub(lambda _: "(?: ?['’]s?)?", name) for name in _HOLIDAYS), key=len, reverse=True))
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "final": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_ORDINAL = "|".join(_ORDINALS)


def _named_day(clock: Clock, day: str) -> Days:
    return clock.day(_NAMED[day])


def _overnight(clock: Clock) -> Days:
    return Days(clock.today - timedelta(1), clock.today, "range")


def _weekday(clock: Clock, which: str, wd: str) -> Days:
    return clock.weekday(WEEKDAYS.index(wd[:3]), plain_word(which))


def _weekday_of_week(clock: Clock, wd: str, which: str) -> Days:
    monday = first_day(clock.week({"last": -1, "this": 0, "next": 1}[which]))
    return Clock(monday, clock.future).day(WEEKDAYS.index(wd[:3]))


def _day_of_month(clock: Clock | None, wd: str, d: str, e: str, mo: str, y: str) -> Days:
    month, day = MONTHS.index(mo[:3]) + 1, int(re.sub(r"\D", "", d))
    last = int(re.sub(r"\D", "", e)) if e else None
    if y:
        return days_of(int(y), month, day, last)
    if clock is None:
        return Days(None, None, "range" if e else "day")
    weekday = WEEKDAYS.index(wd[:3]) if wd else None
    return clock.year_of(lambda year: days_of(year, month, day, last), weekday)


def _day_of_this_month(clock: Clock, d: str, which: str) -> Days:
    month = first_day(clock.month({"last": -1, "this": 0, "next": 1}[which]))
    return days_of(month.year, month.month, int(re.sub(r"\D", "", d)))


def _date_of_numbers(_: Clock | None, y: str, mo: str, d: str) -> Days:
    return days_of(int(y), int(mo), int(d)) if 1 <= int(mo) <= 12 else Days(None, None, "day")


def _open_date(_: Clock | None) -> Days:
    """ "03/04/2015": which number is the month, these words do not say."""
    return Days(None, None, "day")


def _month_of_year(clock: Clock | None, part: str, which: str, mo: str, y: str) -> Days:
    month = MONTHS.index(mo[:3]) + 1
    if y:
        return part_of(whole_month(int(y), month), plain_word(part))
    if clock is None:
        return Days(None, None, "range" if part else "month")
    offset = (month - clock.today.month) % 12
    named = {"last": offset - 12, "next": offset or 12, "this": month - clock.today.month}
    if which:
        return part_of(clock.month(named[plain_word(which)]), plain_word(part))
    return part_of(clock.year_of(lambda year: whole_month(year, month)), plain_word(part))


def _quarter(clock: Clock | None, ordinal: str, unit: str, y: str, which: str) -> Days:
    """ "the third quarter of 2016", "the first half of the year"."""
    length = 6 if unit == "half" else 3
    number = min(_ORDINALS[ordinal], 12 // length)
    first = length * (number - 1) + 1

    def span(year: int) -> Days:
        return Days(date(year, first, 1), whole_month(year, first + length - 1).last, "range")

    if y:
        return span(int(y))
    if clock is None:
        return Days(None, None, "range")
    if which:
        return span(clock.today.year + {"last": -1, "next": 1}.get(plain_word(which), 0))
    return clock.year_of(span)


def _numbered_quarter(clock: Clock | None, q: str, y: str) -> Days:
    return _quarter(clock, f"{q}{'stndrdth'[2 * int(q) - 2 : 2 * int(q)]}", "quarter", y, "")


def _season(clock: Clock | None, part: str, which: str, season: str, y: str) -> Days:
    if y:
        return part_of(season_of(int(y), season), plain_word(part))
    if clock is None:
        return Days(None, None, "range")
    if which == "this":
        return part_of(season_of(clock.today.year, season), plain_word(part))
    near = {"last": Clock(clock.today, False), "next": Clock(clock.today, True)}.get(plain_word(which), clock)
    return part_of(near.year_of(lambda year: season_of(year, season)), plain_word(part))


def _holiday(clock: Clock | None, which: str, holiday: str, y: str) -> Days:
    month, day = _HOLIDAYS_PLAIN[_MARK.sub("", holiday)]
    if y:
        return days_of(int(y), month, day)
    if clock is None:
        return Days(None, None, "day")
    near = {"last": Clock(clock.today, False), "next": Clock(clock.today, True)}.get(plain_word(which), clock)
    return near.year_of(lambda year: days_of(year, month, day))


def _plain_year(_: Clock | None, part: str, y: str) -> Days:
    return part_of(whole_year(int(y)), plain_word(part))


def _years(_: Clock | None, y: str, z: str) -> Days:
    return Days(date(int(y), 1, 1), date(int(y[: 4 - len(z)] + z), 12, 31), "range")


def _decade(_: Clock | None, part: str, y: str) -> Days:
    """The early, middle or late years of a decade, in whole years."""
    first = int(y[:3] + "0")
    years = {"early": (0, 3), "start": (0, 3), "mid": (3, 6), "late": (6, 9), "end": (6, 9)}
    start, end = years.get(plain_word(part), (0, 9))
    return Days(date(first + start, 1, 1), date(first + end, 12, 31), "range")


_WDS, _YS = rf"(?:(?P<wd>{WD})(?: ,)? )?(?:the )?", rf"(?:(?: ,)?(?: of)? (?P<y>{Y}))?"
_ED = rf"(?: (?:to|and) (?P<e>{D}))?"
DATE_RULES = (
    make_rule(rf"(?:the )?(?P<day>{'|'.join(_NAMED)})(?: {DAYPART})?", _named_day, "day"),
    make_rule(r"overnight", _overnight, "range"),
    make_rule(rf"(?:(?P<which>{WHICH}) )?(?P<wd>{WD})(?: {DAYPART})?", _weekday, "day"),
    make_rule(rf"(?P<wd>{WD})(?: of)? (?P<which>last|next|this) week", _weekday_of_week, "day"),
    make_rule(rf"(?P<which>last|next|this) week(?: on)? (?P<wd>{WD})", _weekday_of_week, "day"),
    make_rule(rf"{_WDS}(?P<d>{D}){_ED}(?: of)? (?P<mo>{MO}){_YS}", _day_of_month),
    make_rule(rf"{_WDS}(?P<mo>{MO}) (?:the )?(?P<d>{D}){_ED}{_YS}", _day_of_month),
    make_rule(rf"(?:the )?(?P<d>{D}) of (?P<which>last|next|this) month", _day_of_this_month, "day"),
    make_rule(r"(?P<y>\d{4})(?:/| to )(?P<mo>0[1-9]|1[0-2])(?:/| to )(?P<d>0[1-9]|[12]\d|3[01])", _date_of_numbers),
    make_rule(r"\d\d?/\d\d?/(?:19|20)\d\d", _open_date),
    make_rule(rf"(?P<part>)(?P<which>)(?P<mo>{MO})(?P<y>)", _month_of_year, leads=LEADS),
    make_rule(rf"(?P<part>)(?P<which>)(?P<mo>{FULL_MO})(?P<y>)", _month_of_year),
    make_rule(rf"(?P<part>)(?P<which>)(?P<mo>{MO})(?: ,)?(?: of)? (?P<y>{Y})", _month_of_year),
    make_rule(rf"(?P<part>{PART}) (?P<which>)(?P<mo>{MO}){_YS}", _month_of_year),
    make_rule(rf"(?:(?P<part>{PART}) )?(?P<which>{WHICH}) (?P<mo>{MO})(?P<y>)", _month_of_year),
    make_rule(rf"(?:the )?(?P<ordinal>{_ORDINAL}) (?P<unit>quarter|half)(?P<which>)(?:(?: of)? (?P<y>{Y}))?", _quarter),
    make_rule(
        rf"(?:the )?(?P<ordinal>{_ORDINAL}) (?P<unit>quarter|half) of(?P<y>) (?P<which>the|this|last|next) year",
        _quarter,
    ),
    make_rule(rf"q(?P<q>[1-4])(?:(?: of)? (?P<y>{Y}))?", _numbered_quarter),
    make_rule(rf"(?P<part>)(?P<which>)(?:the )?(?P<season>{SEASON})(?P<y>)", _season, leads=frozenset({"in"})),
    make_rule(rf"(?P<part>{PART}) (?P<which>)(?:the )?(?P<season>{SEASON}){_YS}", _season),
    make_rule(rf"(?P<part>)(?P<which>)(?:the )?(?P<season>{SEASON})(?: of)? (?P<y>{Y})", _season),
    make_rule(rf"(?:(?P<part>{PART}) )?(?:the )?(?P<which>{WHICH}) (?P<season>{SEASON})(?P<y>)", _season),
    make_rule(rf"(?:the )?(?:(?P<which>last|next|this) )?(?P<holiday>{_HOLIDAY})(?: (?P<y>{Y}))?", _holiday),
    make_rule(rf"(?P<part>)(?P<y>{Y})", _plain_year, leads=LEADS),
    make_rule(rf"(?:(?P<part>{PART}) (?:the year )?|the year (?:of )?)(?P<y>{Y})", _plain_year),
    make_rule(rf"(?P<y>{Y}) to (?P<z>{Y}|\d\d)", _years),
    make_rule(rf"(?:the )?(?:(?P<part>{PART}) )?(?:the )?(?P<y>{Y})s", _decade),
)
