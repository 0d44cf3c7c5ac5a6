"""Groups of the room ``link`` in tables: only the shelves that a batch touches are read, what changed is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import duckdb
import pyarrow as pa

from whowhom.link import Groups, Item
from whowhom.store.door import insert_table
from whowhom.store.result import fetch_table
from whowhom.store.rows import arrow_table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """How items of one kind are kept.

    ``items``, ``shelves`` and ``groups`` are tables in which ``key`` names an item; ``groups`` has its leader in the
    column ``leader``. ``read`` makes an item of a row of ``items``.
    """

    items: str
    shelves: str
    groups: str
    key: str
    leader: str
    read: Callable[[Mapping[str, Any]], Item[T]]
    likeness: Callable[[T, T], float | None]


def regroup(
    connection: duckdb.DuckDBPyConnection, kept: Kept[T], added: Iterable[Item[T]], removed: Sequence[str]
) -> Mapping[str, str]:
    """The new leader of every item that has another leader once these came and those went; tables are as before."""

    def fetch(names: list[str]) -> Iterable[tuple[Item[T], str]]:
        numbers = [shelf_number(name) for name in names]
        where = f"i.{kept.key} IN (SELECT {kept.key} FROM {kept.shelves} WHERE shelf IN (SELECT unnest($wanted)))"
        return _read(connection, kept, where, numbers)

    gone = [item for item, _ in _read(connection, kept, f"i.{kept.key} IN (SELECT unnest($wanted))", list(removed))]
    return Groups(kept.likeness, fetch).update(added, gone)


def _read(
    connection: duckdb.DuckDBPyConnection, kept: Kept[T], where: str, wanted: Sequence[Any]
) -> list[tuple[Item[T], str]]:
    if not wanted:
        return []
    join = "" if kept.groups == kept.items else f" JOIN {kept.groups} AS g ON g.{kept.key} = i.{kept.key}"
    leader = "i" if kept.groups == kept.items else "g"
    sql = f"SELECT i.*, {leader}.{kept.leader} AS leader_now FROM {kept.items} AS i{join} WHERE {where}"
    rows = fetch_table(connection, sql, {"wanted": wanted}).to_pylist()
    return [(kept.read(row), row["leader_now"]) for row in rows]


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
    """A shelf's name as the number it is kept under."""
    return int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:7])
