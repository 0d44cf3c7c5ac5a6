"""What people ask first, counted over the views ``dyads``, ``mentions`` and ``stories``.

Only events are counted that a record may take for done (``counted`` in the view ``events``), and of the two sides only
those with a code. With ``sectors`` a side is "SYR REB", without it "SYR".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from whowhom.errors import SettingsError
from whowhom.store.query import Filters, Query, ask_events, ask_mentions_in, ask_stories

PERIODS = ("day", "week", "month", "year")
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
HELD = "('occurred', 'ongoing', 'historical')"


@dataclass(frozen=True, slots=True)
class DayRow:
    """How many events one side did to another on a day."""

    day: str
    source: str
    target: str
    events: int


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """Cooperation and conflict of a dyad in a period: mean PLOVER score and counts by quad class."""

    period: str
    source: str
    target: str
    events: int
    score: float
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """How often two sides met, whoever came to whom."""

    a: str
    b: str
    meetings: int
    first: str | None
    last: str | None
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairRow:
    """How much two sides did to each other, in either direction."""

    a: str
    b: str
    events: int
    score: float
    cooperation: int
    conflict: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class SiteRow:
    """What a site tells; ``alone`` counts the events that no other site tells."""

    site: str | None
    stories: int
    mentions: int
    events: int
    alone: int
    first: str | None
    last: str | None


# What each question, a method of the store by that name, gives a row of.
RECORDS = {"daily": DayRow, "series": SeriesRow, "meetings": MeetingRow, "pairs": PairRow, "coverage": SiteRow}


def ask_daily(filters: Filters, *, sectors: bool = False) -> Query:
    """Events a day and dyad, by day."""
    pairs, values = _pairs(filters, sectors)
    sql = (
        f'WITH {pairs} SELECT CAST("day" AS VARCHAR) AS "day", source, target, count(*) AS events'
        ' FROM pairs WHERE "day" IS NOT NULL GROUP BY "day", source, target'
    )
    return _ordered(sql, '"day", source, target', values, filters.limit, latest='"day"')


def ask_series(filters: Filters, *, by: str = "month", sectors: bool = False) -> Query:
    """Mean score and counts by quad class, by period and dyad."""
    if by not in PERIODS:
        raise SettingsError(f"unknown period {by!r}: choose from {', '.join(PERIODS)}")
    pairs, values = _pairs(filters, sectors)
    quads = ", ".join(f"count(*) FILTER (quad = {i}) AS {name}" for i, name in enumerate(QUADS, start=1))
    sql = (
        f"WITH {pairs} SELECT CAST(CAST(date_trunc('{by}', \"day\") AS DATE) AS VARCHAR) AS period, source, target,"
        f" count(*) AS events, round(avg(intensity), 3) AS score, {quads}"
        ' FROM pairs WHERE "day" IS NOT NULL GROUP BY period, source, target'
    )
    return _ordered(sql, "period, source, target", values, filters.limit, latest="period")


def ask_meetings(filters: Filters, *, sectors: bool = False) -> Query:
    """Who met whom, most often first."""
    pairs, values = _pairs(filters, sectors)
    sql = (
        f"WITH {pairs} SELECT least(source, target) AS a, greatest(source, target) AS b,"
        f" count(DISTINCT event_id) AS meetings, {_DAYS},"
        " coalesce(list(DISTINCT place ORDER BY place) FILTER (place IS NOT NULL), []) AS places"
        f" FROM pairs WHERE event = 'CONSULT' AND status IN {HELD} GROUP BY a, b"
    )
    return _ordered(sql, "meetings DESC, a, b", values, filters.limit)


def ask_pairs(filters: Filters, *, sectors: bool = False) -> Query:
    """The most active pairs, whichever side acts."""
    pairs, values = _pairs(filters, sectors)
    sql = (
        f'WITH {pairs}, either AS (SELECT DISTINCT event_id, "day", quad, intensity, least(source, target) AS a,'
        " greatest(source, target) AS b FROM pairs)"
        " SELECT a, b, count(*) AS events, round(avg(intensity), 3) AS score,"
        " count(*) FILTER (quad <= 2) AS cooperation, count(*) FILTER (quad >= 3) AS conflict,"
        f" {_DAYS} FROM either GROUP BY a, b"
    )
    return _ordered(sql, "events DESC, a, b", values, filters.limit)


def ask_coverage(filters: Filters) -> Query:
    """What each site tells, the one with most stories first; the filters choose stories and, in them, mentions."""
    every = replace(filters, limit=None)
    stories = ask_stories(every)
    # Words that a story must hold need not stand in the sentence of each of its mentions.
    mentions = ask_mentions_in(replace(every, text=None))
    sql = (
        "SELECT s.site, count(DISTINCT s.story_id) AS stories, count(DISTINCT m.mention_id) AS mentions,"
        " count(DISTINCT m.event_id) AS events, count(DISTINCT m.event_id) FILTER (e.sites = 1) AS alone,"
        ' CAST(min(k."day") AS VARCHAR) AS first, CAST(max(k."day") AS VARCHAR) AS last'
        f" FROM ({stories.sql}) AS s JOIN kept.stories AS k ON k.story_id = s.story_id"
        f" LEFT JOIN ({mentions.sql}) AS m ON m.story_id = s.story_id"
        " LEFT JOIN kept.events AS e ON e.event_id = m.event_id GROUP BY s.site"
    )
    values = {**stories.parameters, **mentions.parameters}
    return _ordered(sql, "stories DESC, s.site NULLS LAST", values, filters.limit)


_DAYS = 'CAST(min("day") AS VARCHAR) AS first, CAST(max("day") AS VARCHAR) AS last'


def _pairs(filters: Filters, sectors: bool) -> tuple[str, dict[str, Any]]:
    """The pairs of the chosen events as ``pairs``: each event once a pair."""
    chosen = ask_events(replace(filters, limit=None))
    source, target = (
        f"concat_ws(' ', d.{side}, d.{side}_sector)" if sectors else f"d.{side}" for side in ("source", "target")
    )
    sql = (
        'pairs AS (SELECT DISTINCT d.event_id, d."day", d.event, d.status, d.quad, d.intensity,'
        f' c."where".name AS place, {source} AS source, {target} AS target'
        f" FROM main.dyads AS d JOIN ({chosen.sql}) AS c ON c.event_id = d.event_id)"
    )
    return sql, dict(chosen.parameters)


def _ordered(sql: str, order: str, values: dict[str, Any], limit: int | None, *, latest: str | None = None) -> Query:
    """The rows in order; of so many, the first, or the latest where they are told by time."""
    if limit is None:
        return Query(f"{sql} ORDER BY {order}", values)
    values = {**values, "limit": limit}
    if latest is None:
        return Query(f"{sql} ORDER BY {order} LIMIT $limit", values)
    inner = f"{sql} ORDER BY {order.replace(latest, f'{latest} DESC', 1)} LIMIT $limit"
    return Query(f"SELECT * FROM ({inner}) ORDER BY {order}", values)
