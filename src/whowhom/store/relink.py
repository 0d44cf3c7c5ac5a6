"""Linking in the store: only the happenings that a batch touches are placed and summed up again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from whowhom.link.happening import iso_day
from whowhom.link.merge import Report, latest_report, merge_reports
from whowhom.link.windows import event_id, first_days
from whowhom.records import Event, EventMention, as_dict
from whowhom.store.door import insert_table
from whowhom.store.result import fetch_table
from whowhom.store.rows import arrow_schema, arrow_table, record_of

Place = tuple[str, str]
"""Where a mention stands: its happening's key and the day, "" when there is none."""

HAPPENING_COLUMNS = pa.schema([(name, pa.string()) for name in ("event_key", "event_day", "first_day", "event_id")])
EVENT_COLUMNS = pa.schema(
    [*arrow_schema(Event), ("day", pa.string()), ("quad", pa.int64()), ("mention_id", pa.string())]
)


def link_places(connection: duckdb.DuckDBPyConnection, touched: set[Place]) -> None:
    """Bring happenings and events up to date after mentions at these places came or went."""
    keys = sorted({key for key, _ in touched})
    before, after = _kept_starts(connection, keys), _place_again(connection, keys)
    moved = touched | {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
    # A happening is known by its key and first day; all that any place moved from or to is made anew.
    changed = {(key, starts[key, day]) for starts in (before, after) for key, day in moved if (key, day) in starts}
    names = {happening: event_id(*happening) for happening in changed}
    for table in ("happenings", "events"):
        connection.execute(f"DELETE FROM kept.{table} WHERE event_id IN (SELECT unnest(?))", [sorted(names.values())])
    placed = [
        {"event_key": key, "event_day": day, "first_day": start, "event_id": names[key, start]}
        for (key, day), start in sorted(after.items())
        if (key, start) in names
    ]
    insert_table(connection, "kept.happenings", arrow_table(placed, HAPPENING_COLUMNS))
    first = {row["event_id"]: row["first_day"] for row in placed}
    reports = _reports(connection, first)
    summed = (_event_row(name, reports[name], start) for name, start in sorted(first.items()))
    insert_table(connection, "kept.events", arrow_table(summed, EVENT_COLUMNS))


def _kept_starts(connection: duckdb.DuckDBPyConnection, keys: list[str]) -> dict[Place, str]:
    """For every place of these keys, the first day of the happening that it belonged to so far."""
    rows = connection.execute(
        "SELECT event_key, event_day, first_day FROM kept.happenings WHERE event_key IN (SELECT unnest(?))", [keys]
    ).fetchall()
    return {(key, day): start for key, day, start in rows}


def _place_again(connection: duckdb.DuckDBPyConnection, keys: list[str]) -> dict[Place, str]:
    """For every place of these keys, the first day of the happening that it belongs to now."""
    rows = connection.execute(
        "SELECT event_key, any_value(event_window), list(DISTINCT event_day) FROM kept.mentions"
        " WHERE event_key IN (SELECT unnest(?)) GROUP BY event_key",
        [keys],
    ).fetchall()
    return {(key, day): start for key, window, days in rows for day, start in first_days(days, window).items()}


def _reports(connection: duckdb.DuckDBPyConnection, events: Iterable[str]) -> Mapping[str, list[Report]]:
    table = fetch_table(
        connection,
        "SELECT m.*, h.event_id, s.published, s.site, s.body_hash"
        " FROM kept.happenings AS h"
        " JOIN kept.mentions AS m ON m.event_key = h.event_key AND m.event_day = h.event_day"
        " JOIN kept.stories AS s ON s.story_id = m.story_id"
        " WHERE h.event_id IN (SELECT unnest($events))",
        {"events": sorted(events)},
    )
    reports: dict[str, list[Report]] = defaultdict(list)
    for row in table.to_pylist():
        report = Report(record_of(EventMention, row), row["published"], row["site"], row["body_hash"])
        reports[row["event_id"]].append(report)
    return reports


def _event_row(name: str, reports: Sequence[Report], first_day: str) -> dict[str, Any]:
    latest = latest_report(reports).mention
    row: dict[str, Any] = as_dict(merge_reports(name, reports))
    return row | {
        # A happening that no mention dates takes the day of its first report.
        "day": first_day or iso_day(row["first_reported"]),
        "quad": latest.quad,
        "mention_id": latest.mention_id,
    }
