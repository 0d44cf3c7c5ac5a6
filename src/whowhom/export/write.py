"""Events told in a format and written as its files are, with an account of what the format could not say."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from whowhom.errors import SettingsError
from whowhom.export.layout import Layout, Row
from whowhom.store.rows import arrow_table

ARROW = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64()}
PARQUET_BATCH = 4096


@dataclass(slots=True)
class Tally:
    """What was told and what was not: events left out by reason, and events that lost a part by the part's name."""

    told: int = 0
    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)

    def lines(self, name: str) -> list[str]:
        """The account in sentences."""
        lines = [f"{name}: {_count(self.told, 'event')} in {_count(self.rows, 'row')}"]
        if self.left_out:
            reasons = ", ".join(f"{number} {reason}" for reason, number in _by_count(self.left_out))
            lines.append(f"{name}: {_count(self.left_out.total(), 'event')} left out: {reasons}")
        if self.lost:
            parts = ", ".join(f"{part} ({number})" for part, number in _by_count(self.lost))
            lines.append(f"{name}: no column for {parts}")
        return lines


def tell_events(found: Iterable[Row], layout: Layout, tally: Tally) -> Iterator[Row]:
    """The rows of all events that the format can tell, each with every column; the tally is kept as they go by."""
    for cited in found:
        if reason := layout.why_not(cited):
            tally.left_out[reason] += 1
            continue
        tally.told += 1
        tally.lost.update(layout.lost(cited))
        for row in layout.rows(cited):
            tally.rows += 1
            yield {column.name: row.get(column.name) for column in layout.columns} if layout.columns else row


def write_text(rows: Iterable[Row], layout: Layout, stream: IO[str]) -> None:
    """The rows as the format's files have them: JSON lines, or cells with the format's own delimiter."""
    if not layout.columns:
        stream.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        return
    names = [column.name for column in layout.columns]
    # The published files know no quotes: what would need them is written in another way (see _plain).
    is_plain = layout.delimiter == "\t"
    quoting = {"quoting": csv.QUOTE_NONE, "quotechar": None} if is_plain else {}
    writer = csv.writer(stream, delimiter=layout.delimiter, lineterminator="\n", **quoting)  # type: ignore[arg-type]
    if layout.header:
        writer.writerow(names)
    for row in rows:
        cells = (layout.missing if row[name] is None else row[name] for name in names)
        writer.writerow([_plain(cell) for cell in cells] if is_plain else list(cells))


def write_parquet(rows: Iterable[Row], layout: Layout, path: Path) -> None:
    """The rows as Parquet: the format's own column names, each with its type."""
    if not layout.columns:
        raise SettingsError(f"{layout.name} is JSON: it is not written as Parquet")
    schema = pa.schema([(column.name, ARROW[column.kind]) for column in layout.columns])
    stream = iter(rows)
    with pq.ParquetWriter(path, schema) as writer:
        while batch := list(islice(stream, PARQUET_BATCH)):
            writer.write_table(arrow_table(batch, schema))


def _plain(cell: Any) -> Any:
    """A cell without tabs and ends of lines; a double quote, which readers take for more, as a single one."""
    return " ".join(cell.split()).replace('"', "'") if isinstance(cell, str) else cell


def _by_count(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
