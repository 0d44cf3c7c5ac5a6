"""Groups of the room ``link`` in tables: only the shelves that a batch touches are read, what changed is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import duckdb
import pyarrow as pa

from whowhom.link import Groups, Item
from whowhom.store.door import insert_table
from whowhom.store.result import fetch_table
from whowhom.store.rows import arrow_table

T = TypeVar("T")
HASH_BITS = 40


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """How items of one kind are kept.

    ``items``, ``shelves`` and ``groups`` are tables in which ``key`` names an item; ``groups`` has its leader in the
    column ``leader``; ``items`` and ``groups`` have its first stretch of days in ``stretch``. ``longest`` is how many
    stretches an item may stand on beside its first. ``read`` makes an item of a row of ``items``.
    """

    items: str
    shelves: str
    groups: str
    key: str
    leader: str
    longest: int
    read: Callable[[Mapping[str, Any]], Item[T]]
    likeness: Callable[[T, T], float | None]


def regroup(
    connection: duckdb.DuckDBPyConnection, kept: Kept[T], added: Iterable[Item[T]], removed: Sequence[str]
) -> Mapping[str, str]:
    """The new leader of every item that has another leader once these came and those went; tables are as before."""

    def fetch(names: list[str]) -> Iterable[tuple[Item[T], str]]:
        return _fetch(connection, kept, [shelf_number(name) for name in names])

    gone = [item for item, _ in _read(connection, kept, removed)]
    return Groups(kept.likeness, fetch).update(added, gone)


def _fetch(connection: duckdb.DuckDBPyConnection, kept: Kept[T], numbers: list[int]) -> Iterator[tuple[Item[T], str]]:
    """What stands on these shelves; shelves of neighbouring days are read together, and nothing else is read."""
    for first, last, wanted in _runs(numbers):
        low, high = first << HASH_BITS, (last + 1) << HASH_BITS
        keys = (
            f"SELECT {kept.key} FROM {kept.shelves}"
            f" WHERE shelf >= {low} AND shelf < {high} AND shelf IN (SELECT unnest($wanted))"
        )
        rows = connection.execute(f"SELECT DISTINCT {kept.key} FROM ({keys})", {"wanted": wanted}).fetchall()
        yield from _read(connection, kept, [key for (key,) in rows], (first - kept.longest, last))


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int, list[int]]]:
    """The numbers in runs of neighbouring stretches: the first stretch, the last, the numbers."""
    run: list[int] = []
    for number in sorted(numbers):
        if run and (number >> HASH_BITS) - (run[-1] >> HASH_BITS) > 1:
            yield run[0] >> HASH_BITS, run[-1] >> HASH_BITS, run
            run = []
        run.append(number)
    if run:
        yield run[0] >> HASH_BITS, run[-1] >> HASH_BITS, run


def _read(
    connection: duckdb.DuckDBPyConnection, kept: Kept[T], keys: Sequence[str], stretches: tuple[int, int] | None = None
) -> list[tuple[Item[T], str]]:
    """The items with these keys, and who leads each; ``stretches`` says between which days they lie."""
    if not keys:
        return []
    alone = kept.groups == kept.items
    leader = "i" if alone else "g"
    sql = f"SELECT i.*, {leader}.{kept.leader} AS leader_now FROM {kept.items} AS i"
    sql += "" if alone else f" JOIN {kept.groups} AS g USING ({kept.key})"
    sql += f" WHERE i.{kept.key} IN (SELECT unnest($keys))"
    if stretches is not None:
        for table in {"i", leader}:
            sql += f" AND {table}.stretch BETWEEN {stretches[0]} AND {stretches[1]}"
    rows = fetch_table(connection, sql, {"keys": list(keys)}).to_pylist()
    return [(kept.read(row), row["leader_now"]) for row in rows]


def stretch_of(item: Item[T]) -> int:
    """The first stretch of days that an item stands on; 0 for none."""
    return min((int(name.rpartition("@")[2]) for name in item.files), default=0)


def file_items(connection: duckdb.DuckDBPyConnection, kept: Kept[T], items: Iterable[Item[T]]) -> None:
    """Put items on their shelves."""
    rows = [{"shelf": shelf_number(name), kept.key: item.key} for item in items for name in item.files]
    schema = pa.schema([("shelf", pa.int64()), (kept.key, pa.string())])
    insert_table(connection, kept.shelves, arrow_table(rows, schema))


def remove_rows(connection: duckdb.DuckDBPyConnection, table: str, key: str, values: Iterable[str]) -> None:
    """Take the rows with these keys out of a table of our own."""
    if chosen := sorted(values):
        connection.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT unnest(?))", [chosen])


def shelf_number(name: str) -> int:
    """A shelf's name as the number it is kept under: its stretch of days first, so that days lie together."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return (int(name.rpartition("@")[2]) << HASH_BITS) + int.from_bytes(digest[: HASH_BITS // 8])
