"""Linking in the store: only the happenings that a batch touches are grouped and summed up again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import duckdb
import pyarrow as pa

from whowhom.link import Clue, Item, Report, event_id, iso_day, latest_report, likeness, merge_reports, shelve
from whowhom.records import Event, EventMention, as_dict
from whowhom.store.door import insert_table
from whowhom.store.grouped import Kept, file_items, regroup, remove_rows, stretch_of
from whowhom.store.result import fetch_table
from whowhom.store.rows import arrow_schema, arrow_table, record_of

HAPPENING_COLUMNS = pa.schema(
    [(name, pa.string()) for name in ("event_key", "event_day", "leader", "event_id")] + [("stretch", pa.int64())]
)
CLUE_COLUMNS = pa.schema([("event_key", pa.string()), ("stretch", pa.int64()), *arrow_schema(Clue)])
EVENT_COLUMNS = pa.schema(
    [*arrow_schema(Event), ("day", pa.string()), ("quad", pa.int64()), ("mention_id", pa.string())]
)


def _clue(row: Mapping[str, Any]) -> Item[Clue]:
    return shelve(record_of(Clue, row), row["event_key"])


# An act announced without a day may lie weeks ahead: its clue stands on so many shelves beside the first.
LONGEST = 6
CLUES = Kept("kept.clues", "kept.shelves", "kept.happenings", "event_key", "leader", LONGEST, _clue, likeness)


def link_clues(
    connection: duckdb.DuckDBPyConnection,
    clues: Mapping[str, Item[Clue]],
    left: Iterable[str],
    retold: Iterable[str],
) -> None:
    """Bring happenings and events up to date.

    ``clues`` are those of mentions that came, by key; ``left`` the keys of mentions that went; ``retold`` the ids of
    stories whose text turned out to be, or no longer to be, a copy.
    """
    touched = {*clues, *left}
    before = _events_of(connection, touched)
    gone = sorted(set(left) - _still_told(connection, left))
    fresh = [item for key, item in sorted(clues.items()) if key not in before]
    changed = regroup(connection, CLUES, fresh, gone)
    stale = set(before.values()) | set(_events_of(connection, changed).values()) | _events_told_by(connection, retold)
    _write_clues(connection, fresh, gone)
    _write_happenings(connection, changed, gone)
    stale |= set(_events_of(connection, touched | changed.keys()).values())
    _sum_up(connection, stale)


def _events_of(connection: duckdb.DuckDBPyConnection, keys: Iterable[str]) -> dict[str, str]:
    """The event that each of these clues belongs to, for those that are kept."""
    rows = connection.execute(
        "SELECT event_key, event_id FROM kept.happenings WHERE event_key IN (SELECT unnest(?))", [sorted(keys)]
    ).fetchall()
    return dict(rows)


def _still_told(connection: duckdb.DuckDBPyConnection, keys: Iterable[str]) -> set[str]:
    wanted = sorted(keys)
    if not wanted:
        return set()
    rows = connection.execute(
        "SELECT DISTINCT event_key FROM kept.mentions WHERE event_key IN (SELECT unnest(?))", [wanted]
    ).fetchall()
    return {key for (key,) in rows}


def _events_told_by(connection: duckdb.DuckDBPyConnection, story_ids: Iterable[str]) -> set[str]:
    rows = connection.execute(
        "SELECT DISTINCT event_id FROM kept.mentions JOIN kept.happenings USING (event_key)"
        " WHERE story_id IN (SELECT unnest(?))",
        [sorted(story_ids)],
    ).fetchall()
    return {name for (name,) in rows}


def _write_clues(connection: duckdb.DuckDBPyConnection, fresh: Sequence[Item[Clue]], gone: Sequence[str]) -> None:
    for table in (CLUES.items, CLUES.shelves):
        remove_rows(connection, table, "event_key", gone)
    rows = [{"event_key": item.key, "stretch": stretch_of(item)} | as_dict(item.value) for item in fresh]
    insert_table(connection, "kept.clues", arrow_table(rows, CLUE_COLUMNS))
    file_items(connection, CLUES, fresh)


def _write_happenings(connection: duckdb.DuckDBPyConnection, changed: Mapping[str, str], gone: Sequence[str]) -> None:
    remove_rows(connection, "kept.happenings", "event_key", {*changed, *gone})
    days = connection.execute(
        'SELECT event_key, "day", stretch FROM kept.clues WHERE event_key IN (SELECT unnest(?))', [sorted(changed)]
    ).fetchall()
    rows = [
        {
            "event_key": key,
            "event_day": day,
            "leader": changed[key],
            "event_id": event_id(changed[key]),
            "stretch": stretch,
        }
        for key, day, stretch in sorted(days)
    ]
    insert_table(connection, "kept.happenings", arrow_table(rows, HAPPENING_COLUMNS))


def _sum_up(connection: duckdb.DuckDBPyConnection, names: set[str]) -> None:
    """Make these events anew from their reports; those that nobody reports any longer are gone."""
    remove_rows(connection, "kept.events", "event_id", names)
    reports = _reports(connection, names)
    summed = (_event_row(name, reports[name]) for name in sorted(reports))
    insert_table(connection, "kept.events", arrow_table(summed, EVENT_COLUMNS))


def _reports(connection: duckdb.DuckDBPyConnection, events: Iterable[str]) -> Mapping[str, list[Report]]:
    found = connection.execute(
        "SELECT event_key, event_id, event_day FROM kept.happenings WHERE event_id IN (SELECT unnest(?))"
        " ORDER BY event_day, event_key",
        [sorted(events)],
    ).fetchall()
    names = {key: name for key, name, _ in found}
    reports: dict[str, list[Report]] = defaultdict(list)
    # Mentions of neighbouring days lie together; month by month, the others need not be read.
    for _, rows in groupby(found, key=lambda row: row[2][:7]):
        days = [(key, day) for key, _, day in rows]
        table = fetch_table(
            connection,
            "SELECT m.*, s.published, s.site, c.source FROM kept.mentions AS m"
            " JOIN kept.stories AS s ON s.story_id = m.story_id JOIN kept.copies AS c ON c.story_id = m.story_id"
            " WHERE m.event_day BETWEEN $first AND $last AND m.event_key IN (SELECT unnest($keys))",
            {"first": days[0][1], "last": days[-1][1], "keys": [key for key, _ in days]},
        )
        for row in table.to_pylist():
            report = Report(record_of(EventMention, row), row["published"], row["site"], row["source"])
            reports[names[row["event_key"]]].append(report)
    return reports


def _event_row(name: str, reports: Sequence[Report]) -> dict[str, Any]:
    latest, event = latest_report(reports).mention, merge_reports(name, reports)
    row: dict[str, Any] = as_dict(event)
    return row | {
        # A happening that no mention dates takes the day of its first report.
        "day": (iso_day(event.when.from_) if event.when else None) or iso_day(event.first_reported),
        "quad": latest.quad,
        "mention_id": latest.mention_id,
    }
