"""From days to happenings: a result that depends on the set of reports, never on the order they came in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from whowhom.link.happening import digest


def first_days(days: Iterable[str], window: int) -> dict[str, str]:
    """Each day with the first day of the happening it belongs to.

    A happening starts at the earliest day left and takes what lies within ``window`` days of that start. Days are not
    chained from report to report: a front where somebody is shelled every day would become one event of years.
    """
    starts: dict[str, str] = {}
    start = ""
    for day in sorted(set(days)):
        if not start or not day or _apart(start, day) > window:
            start = day
        starts[day] = start
    return starts


def event_id(key: str, first_day: str) -> str:
    """The id of the happening of this key that starts on this day."""
    return f"ev-{digest([key, first_day])}"


def _apart(start: str, day: str) -> int:
    return (date.fromisoformat(day) - date.fromisoformat(start)).days
