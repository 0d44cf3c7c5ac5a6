"""Linking in the store: only the happenings that a batch touches are grouped and summed up again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from whowhom.link import Clue, Item, Report, event_id, iso_day, latest_report, likeness, merge_reports, shelve
from whowhom.records import Event, EventMention, as_dict
from whowhom.store.door import insert_table
from whowhom.store.grouped import Kept, Move, file_items, forget_items, regroup
from whowhom.store.near import find_near, near, remove_near
from whowhom.store.rows import arrow_schema, arrow_table, record_of

HAPPENING_COLUMNS = pa.schema(
    [(name, pa.string()) for name in ("event_key", "event_day", "leader", "event_id")]
    + [(name, pa.int64()) for name in ("stretch", "led")]
)
CLUE_COLUMNS = pa.schema([("event_key", pa.string()), ("stretch", pa.int64()), *arrow_schema(Clue)])
EVENT_COLUMNS = pa.schema(
    [*arrow_schema(Event)]
    + [(name, pa.string()) for name in ("day", "mention_id")]
    + [(name, pa.int64()) for name in ("quad", "stretch")]
)


def _clue(row: Mapping[str, Any]) -> Item[Clue]:
    return shelve(record_of(Clue, row), row["event_key"])


# An act announced without a day may lie weeks ahead: its clue stands on so many shelves beside the first.
LONGEST = 6
CLUES = Kept("kept.clues", "kept.shelves", "kept.happenings", "event_key", "leader", LONGEST, _clue, likeness)

# Keys of clues, ids of events or of stories, each with the stretch of days that its rows are kept under.
Placed = Mapping[str, int]


def link_clues(
    connection: duckdb.DuckDBPyConnection, clues: Mapping[str, Item[Clue]], left: Placed, retold: Placed
) -> None:
    """Bring happenings and events up to date.

    ``clues`` are those of mentions that came, by key; ``left`` the keys of mentions that went; ``retold`` the ids of
    other stories whose text turned out to be, or no longer to be, a copy.
    """
    before = _happenings_of(connection, {**{key: item.stretch for key, item in clues.items()}, **left})
    gone = {key: left[key] for key in left.keys() - _still_told(connection, left)}
    fresh = [item for key, item in sorted(clues.items()) if key not in before]
    changed = regroup(connection, CLUES, fresh, gone)
    added = {item.key for item in fresh}
    others = {key: move.item.stretch for key, move in changed.items() if key not in added}
    others |= _clues_told_by(connection, retold)
    stale = dict(before.values()) | dict(_happenings_of(connection, others).values())
    stale |= {event_id(move.leader.key): move.leader.stretch for move in changed.values()}
    _write_clues(connection, fresh, gone)
    _write_happenings(connection, changed, gone)
    _sum_up(connection, stale)


def _happenings_of(connection: duckdb.DuckDBPyConnection, clues: Placed) -> dict[str, tuple[str, int]]:
    """The event that each of these clues belongs to, with the stretch of its leader, for those that are kept."""
    sql = f"SELECT event_key, event_id, led FROM kept.happenings WHERE {near()} AND event_key IN (SELECT unnest($keys))"
    return {row["event_key"]: (row["event_id"], row["led"]) for row in find_near(connection, sql, clues)}


def _still_told(connection: duckdb.DuckDBPyConnection, clues: Placed) -> set[str]:
    sql = f"SELECT DISTINCT event_key FROM kept.mentions WHERE {near()} AND event_key IN (SELECT unnest($keys))"
    return {row["event_key"] for row in find_near(connection, sql, clues)}


def _clues_told_by(connection: duckdb.DuckDBPyConnection, stories: Placed) -> dict[str, int]:
    sql = (
        "SELECT DISTINCT event_key, stretch FROM kept.mentions"
        f" WHERE {near('told')} AND story_id IN (SELECT unnest($keys))"
    )
    return {row["event_key"]: row["stretch"] for row in find_near(connection, sql, stories)}


def _write_clues(connection: duckdb.DuckDBPyConnection, fresh: Sequence[Item[Clue]], gone: Placed) -> None:
    forget_items(connection, CLUES, gone)
    rows = [{"event_key": item.key, "stretch": item.stretch} | as_dict(item.value) for item in fresh]
    insert_table(connection, "kept.clues", arrow_table(rows, CLUE_COLUMNS))
    file_items(connection, CLUES, fresh)


def _write_happenings(connection: duckdb.DuckDBPyConnection, changed: Mapping[str, Move[Clue]], gone: Placed) -> None:
    stretches = {key: move.item.stretch for key, move in changed.items()}
    remove_near(connection, "kept.happenings", "event_key", {**stretches, **gone})
    rows = [
        {
            "event_key": key,
            "event_day": move.item.value.day,
            "leader": move.leader.key,
            "event_id": event_id(move.leader.key),
            "stretch": move.item.stretch,
            "led": move.leader.stretch,
        }
        for key, move in sorted(changed.items())
    ]
    insert_table(connection, "kept.happenings", arrow_table(rows, HAPPENING_COLUMNS))


def _sum_up(connection: duckdb.DuckDBPyConnection, events: Placed) -> None:
    """Make these events anew from their reports; those that nobody reports any longer are gone."""
    remove_near(connection, "kept.events", "event_id", events)
    reports = _reports(connection, events)
    summed = (_event_row(name, reports[name]) | {"stretch": events[name]} for name in sorted(reports))
    insert_table(connection, "kept.events", arrow_table(summed, EVENT_COLUMNS))


def _reports(connection: duckdb.DuckDBPyConnection, events: Placed) -> Mapping[str, list[Report]]:
    sql = (
        "SELECT event_key, event_id, stretch FROM kept.happenings"
        f" WHERE {near('led')} AND event_id IN (SELECT unnest($keys))"
    )
    clues = {row["event_key"]: (row["event_id"], row["stretch"]) for row in find_near(connection, sql, events)}
    sql = f"SELECT * FROM kept.mentions WHERE {near()} AND event_key IN (SELECT unnest($keys))"
    mentions = list(find_near(connection, sql, {key: stretch for key, (_, stretch) in clues.items()}))
    # Joined by the database, all stories would be made ready for a look-up of a few hundred.
    sql = (
        "SELECT story_id, nullif(published, '') AS published, site, source FROM kept.copies"
        f" WHERE {near()} AND story_id IN (SELECT unnest($keys))"
    )
    told = {row["story_id"]: row["told"] for row in mentions}
    stories = {row["story_id"]: row for row in find_near(connection, sql, told)}
    reports: dict[str, list[Report]] = defaultdict(list)
    for row in mentions:
        story = stories[row["story_id"]]
        report = Report(record_of(EventMention, row), story["published"], story["site"], story["source"])
        reports[clues[row["event_key"]][0]].append(report)
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
