"""What was reported of a happening, report by report, and what became of what was expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import duckdb

from whowhom.link import Expectation, Report, follow
from whowhom.link.outlook import EXPECTED
from whowhom.records import Attribution, EventMention, Status, When
from whowhom.store.query import Query, check_day
from whowhom.store.result import Result
from whowhom.store.rows import record_of


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One report of a happening; ``copy_of`` is the story whose text this one copies, null when it stands alone."""

    published: str | None
    site: str | None
    status: Status
    event: str
    when: When | None
    attribution: Attribution
    text: str
    mention_id: str
    story_id: str
    url: str | None
    copy_of: str | None


def ask_history(event_id: str) -> Query:
    """All reports of a happening, the earliest first."""
    sql = (
        'SELECT m.published, m.site, m.status, m.event, m."when", m.attribution, m."text", m.mention_id, m.story_id,'
        " m.url, nullif(c.source, m.story_id) AS copy_of"
        " FROM main.mentions AS m JOIN kept.copies AS c ON c.story_id = m.story_id"
        " WHERE m.event_id = $event_id ORDER BY m.published NULLS FIRST, m.story_id, m.position"
    )
    return Query(sql, {"event_id": event_id})


def find_expectations(
    connection: duckdb.DuckDBPyConnection, path: Path, chosen: Query, as_of: str | None
) -> Iterator[Expectation]:
    """What the chosen events expected and what became of it by this day, by the day that it was due."""
    day = check_day(as_of) if as_of else _last_day(connection)
    wanted = ", ".join(f"'{status}'" for status in sorted({*EXPECTED, "conditional"}))
    sql = (
        "SELECT m.*, c.source FROM main.mentions AS m JOIN kept.copies AS c ON c.story_id = m.story_id"
        f" WHERE m.event_id IN (SELECT event_id FROM main.mentions WHERE status IN ({wanted}))"
        f" AND m.event_id IN (SELECT event_id FROM ({chosen.sql}))"
        " ORDER BY m.event_id, m.published, m.mention_id"
    )
    found = []
    for event_id, rows in groupby(Result(connection, path, sql, chosen.parameters), key=lambda row: row["event_id"]):
        reports = [Report(record_of(EventMention, row), row["published"], row["site"], row["source"]) for row in rows]
        expectation = follow(str(event_id), reports, day)
        if expectation is not None:
            found.append(expectation)
    yield from sorted(found, key=lambda e: (e.due_from or "9", e.said[0].published or "", e.event_id))


def _last_day(connection: duckdb.DuckDBPyConnection) -> str:
    """The day of the newest story: what the store can know of."""
    row = connection.execute('SELECT CAST(max("day") AS VARCHAR) FROM kept.stories').fetchone()
    return str(row[0]) if row and row[0] else ""
