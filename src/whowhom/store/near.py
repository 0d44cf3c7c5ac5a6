"""Rows found by key near a day: a database of columns looks a key up at a cost, but passes over other days for nothing.

Rows of neighbouring days lie together, since news is told as it comes. So whoever looks something up says beside the
key in which stretch of days it lies, and however much is kept, only those days are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, TypeVar

import duckdb

from whowhom.store.result import fetch_table

T = TypeVar("T")

# The days at hand, and what looks back on other years: each is a statement. Of twenty-six single days among five years,
# two goes that also name the stretches took 7 ms, six goes without 25 ms, one for each day 43 ms.
MOST_RUNS = 2


@dataclass(frozen=True, slots=True)
class Run(Generic[T]):
    """Neighbouring stretches of days, and what is wanted in them."""

    first: int
    last: int
    wanted: tuple[T, ...]


def in_runs(wanted: Iterable[tuple[int, T]], most: int = MOST_RUNS) -> list[Run[T]]:
    """What is wanted, given with its stretch, in runs of stretches by day; the widest gaps part the runs."""
    ordered = sorted(wanted, key=lambda one: one[0])
    gaps = [(ordered[i][0] - ordered[i - 1][0], i) for i in range(1, len(ordered))]
    # Gaps of one stretch are none; of those as wide, the later part, whatever was asked for in which order.
    parts = sorted(i for gap, i in sorted(gaps, reverse=True)[: most - 1] if gap > 1)
    cuts = [0, *parts, len(ordered)] if ordered else []
    return [
        Run(ordered[start][0], ordered[end - 1][0], tuple(one for _, one in ordered[start:end]))
        for start, end in pairwise(cuts)
    ]


def near(column: str = "stretch") -> str:
    """The condition that a row lies in one of the stretches asked for: first what lets whole days be passed over."""
    return f"{column} BETWEEN $first AND $last AND {column} IN (SELECT unnest($stretches))"


def find_near(
    connection: duckdb.DuckDBPyConnection, sql: str, stretches: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    """The rows of a query for these keys, each given with its stretch of days.

    The query names what it looks for as ``$keys``, and says by ``near`` where that lies.
    """
    for values in _goes(stretches):
        yield from fetch_table(connection, sql, values).to_pylist()


def remove_near(
    connection: duckdb.DuckDBPyConnection, table: str, key: str, stretches: Mapping[str, int], column: str = "stretch"
) -> None:
    """Take the rows with these keys out of a table of our own, in which ``column`` holds their stretch of days."""
    for values in _goes(stretches):
        connection.execute(f"DELETE FROM {table} WHERE {near(column)} AND {key} IN (SELECT unnest($keys))", values)


def _goes(stretches: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for run in in_runs((stretch, key) for key, stretch in stretches.items()):
        keys = sorted(run.wanted)
        among = sorted({stretches[key] for key in keys})
        yield {"keys": keys, "first": run.first, "last": run.last, "stretches": among}
