"""Rules for what is counted: from the day of the story ("two weeks ago"), or from the day told last ("a day later")."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from whowhom.annotate.clock import OPEN_NUMBERS, Clock, Days, first_day, part_of
from whowhom.annotate.timewords import PART, THE_UNIT, UNIT, N, make_rule, number_of, plain_word


def _calendar_unit(clock: Clock, part: str, which: str, unit: str) -> Days:
    """ "last week", "later this month", "the end of the year", "the weekend"."""
    which = plain_word(which)
    if unit == "weekend":
        return clock.weekend(which if which != "this" else "")
    span = clock.unit(unit, {"last": -1, "next": 1}.get(which, 0))
    if part == "earlier":
        return Days(span.first, min(clock.today, span.last or clock.today), "range")
    if part == "later":
        return Days(max(clock.today, first_day(span)), span.last, "range")
    return part_of(span, plain_word(part))


def _rolling(clock: Clock, way: str, n: str, unit: str) -> Days:
    """ "the past three days", "the next two weeks", "recent months": up to today, or from it."""
    count = None if n in OPEN_NUMBERS else number_of(n or "one")
    ahead = way in ("next", "coming", "following")
    if way == "recent" or count is None or (not n and unit.endswith("s")):
        return Days(clock.today, None, "range") if ahead else Days(None, clock.today, "range")
    other = _away(clock.today, unit.removesuffix("s"), count if ahead else -count)
    return Days(min(clock.today, other), max(clock.today, other), "range")


def _ago(clock: Clock, n: str, unit: str) -> Days:
    count = number_of(n)
    return Days(None, clock.today, "range") if count is None else clock.unit(unit, -count)


def _ahead(clock: Clock, n: str, unit: str) -> Days:
    count = number_of(n)
    return Days(clock.today, None, "range") if count is None else clock.unit(unit, count)


def _in(clock: Clock, n: str, unit: str) -> Days:
    """ "in three days": ahead when the act is to come, else how long it took."""
    return _ahead(clock, n, unit) if clock.future else Days(None, None, "day")


def _within(clock: Clock, n: str, unit: str) -> Days:
    return _rolling(clock, "next", n, unit)


def _within_hours(clock: Clock, n: str) -> Days:
    return Days(clock.today, clock.today + timedelta(-(-(number_of(n) or 24) // 24)), "range")


def _hours_ago(clock: Clock) -> Days:
    return Days(clock.today - timedelta(1), clock.today, "range")


def _previous_day(clock: Clock) -> Days:
    """ "the day before": of the day told last, else of the story's."""
    return Clock(clock.told or clock.today, False).day(-1)


def _beside_told(clock: Clock | None, which: str, unit: str) -> Days:
    """ "the following day": counted from the day told last; open when none was."""
    if clock is None or clock.told is None:
        return Days(None, None, "day")
    return Clock(clock.told, True).unit(unit, 0 if which == "same" else 1)


def _from_told(clock: Clock | None, n: str, unit: str, way: str) -> Days:
    """ "two days later", likewise."""
    count = number_of(n)
    if clock is None or clock.told is None or count is None:
        return Days(None, None, "day")
    return Clock(clock.told, True).unit(unit, count if way in ("later", "after") else -count)


def _away(day: date, unit: str, count: int) -> date:
    """The day that lies a number of units away, at the end of a shorter month if need be."""
    if unit in ("day", "week"):
        return day + timedelta(count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_ONE = r"(?P<part>)(?:the )?(?P<which>last|next|this|previous|coming)"
COUNT_RULES = (
    make_rule(rf"(?:(?P<part>earlier|later|{PART}) )?(?P<which>{THE_UNIT}) (?P<unit>weekend)", _calendar_unit, "range"),
    make_rule(
        rf"(?P<part>earlier|later|{PART}) (?P<which>{THE_UNIT}) (?P<unit>week|month|year)", _calendar_unit, "range"
    ),
    make_rule(rf"{_ONE} (?P<unit>week)", _calendar_unit, "week"),
    make_rule(rf"{_ONE} (?P<unit>month)", _calendar_unit, "month"),
    make_rule(rf"{_ONE} (?P<unit>year)", _calendar_unit, "year"),
    make_rule(rf"(?:the )?(?P<way>past|last|previous|next|coming) (?P<n>{N}) (?P<unit>{UNIT}s?)", _rolling, "range"),
    make_rule(rf"(?:the )?(?P<way>recent|past|coming)(?P<n>) (?P<unit>{UNIT}s)", _rolling, "range"),
    make_rule(rf"(?:over |in |during |within |for )?the (?P<way>past)(?P<n>) (?P<unit>{UNIT})", _rolling, "range"),
    make_rule(
        rf"(?:over|in|during|within|for) the (?P<way>last|coming|next)(?P<n>) (?P<unit>{UNIT})", _rolling, "range"
    ),
    make_rule(rf"(?P<n>{N}) (?P<unit>day)s? ago", _ago, "day"),
    make_rule(rf"(?P<n>{N}) (?P<unit>week)s? ago", _ago, "week"),
    make_rule(rf"(?P<n>{N}) (?P<unit>month)s? ago", _ago, "month"),
    make_rule(rf"(?P<n>{N}) (?P<unit>year|decade)s? ago", _ago, "year"),
    make_rule(rf"(?:in )?(?P<n>{N}) (?P<unit>{UNIT})s? from now", _ahead, "day"),
    make_rule(rf"in (?P<n>{N}) (?P<unit>{UNIT})s? time", _ahead, "day"),
    make_rule(rf"in (?P<n>{N}) (?P<unit>{UNIT})s?", _in, "day"),
    make_rule(rf"within (?:the next )?(?P<n>{N}) (?P<unit>{UNIT}s?)", _within, "range"),
    make_rule(rf"within (?:the next )?(?P<n>{N}) hours?", _within_hours, "range"),
    make_rule(rf"(?:just )?{N} (?:hour|minute)s? ago", _hours_ago, "range"),
    make_rule(r"(?:the )?(?:previous day|day before|day earlier)|a day earlier", _previous_day, "day"),
    make_rule(rf"(?:the )?(?P<which>next|following|same) (?P<unit>{UNIT})", _beside_told),
    make_rule(rf"(?P<n>{N}) (?P<unit>{UNIT})s? (?P<way>later|earlier)", _from_told),
)
