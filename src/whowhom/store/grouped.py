"""Groups of the room ``link`` in tables: only the shelves that a batch touches are read, what changed is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import duckdb
import pyarrow as pa

from whowhom.link import Groups, Item
from whowhom.store.door import insert_table
from whowhom.store.near import find_near, in_runs, near, remove_near
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


@dataclass(frozen=True, slots=True)
class Move(Generic[T]):
    """An item and what leads it now."""

    item: Item[T]
    leader: Item[T]


def regroup(
    connection: duckdb.DuckDBPyConnection, kept: Kept[T], added: Iterable[Item[T]], removed: Mapping[str, int]
) -> Mapping[str, Move[T]]:
    """Every item that has another leader once these came and those went, by key; tables are as before.

    ``removed`` are keys with their stretches of days.
    """

    def fetch(names: list[str]) -> Iterable[tuple[Item[T], str]]:
        return _fetch(connection, kept, [shelf_number(name) for name in names])

    groups = Groups(kept.likeness, fetch)
    changed = groups.update(added, [item for item, _ in _read(connection, kept, removed)])
    return {key: Move(groups.item(key), groups.item(leader)) for key, leader in changed.items()}


def _fetch(connection: duckdb.DuckDBPyConnection, kept: Kept[T], numbers: list[int]) -> Iterator[tuple[Item[T], str]]:
    """What stands on these shelves; shelves of neighbouring days are read together, and nothing else is read."""
    sql = (
        f"SELECT DISTINCT {kept.key} FROM {kept.shelves}"
        " WHERE shelf >= $low AND shelf < $high AND shelf IN (SELECT unnest($wanted))"
    )
    for run in in_runs((number >> HASH_BITS, number) for number in numbers):
        low, high = run.first << HASH_BITS, (run.last + 1) << HASH_BITS
        rows = connection.execute(sql, {"wanted": list(run.wanted), "low": low, "high": high}).fetchall()
        if not rows:
            continue
        values = {
            "keys": [key for (key,) in rows],
            "first": run.first - kept.longest,
            "last": run.last,
            "stretches": sorted(
                {(number >> HASH_BITS) - back for number in run.wanted for back in range(kept.longest + 1)}
            ),
        }
        for row in fetch_table(connection, _items_sql(kept), values).to_pylist():
            yield kept.read(row), row["leader_now"]


def _read(
    connection: duckdb.DuckDBPyConnection, kept: Kept[T], stretches: Mapping[str, int]
) -> Iterator[tuple[Item[T], str]]:
    """The items with these keys, and who leads each."""
    for row in find_near(connection, _items_sql(kept), stretches):
        yield kept.read(row), row["leader_now"]


def _items_sql(kept: Kept[T]) -> str:
    """Asks for the items with the keys ``$keys`` between two stretches of days, each with its leader."""
    alone = kept.groups == kept.items
    leader = "i" if alone else "g"
    sql = f"SELECT i.*, {leader}.{kept.leader} AS leader_now FROM {kept.items} AS i"
    if not alone:
        sql += f" JOIN {kept.groups} AS g USING ({kept.key})"
    days = " AND ".join(near(f"{table}.stretch") for table in sorted({"i", leader}))
    return f"{sql} WHERE {days} AND i.{kept.key} IN (SELECT unnest($keys))"


def file_items(connection: duckdb.DuckDBPyConnection, kept: Kept[T], items: Iterable[Item[T]]) -> None:
    """Put items on their shelves."""
    rows = [{"shelf": shelf_number(name), kept.key: item.key} for item in items for name in item.files]
    schema = pa.schema([("shelf", pa.int64()), (kept.key, pa.string())])
    insert_table(connection, kept.shelves, arrow_table(rows, schema))


def forget_items(connection: duckdb.DuckDBPyConnection, kept: Kept[T], stretches: Mapping[str, int]) -> None:
    """Take the items with these keys away, and off their shelves."""
    remove_near(connection, kept.items, kept.key, stretches)
    sql = f"DELETE FROM {kept.shelves} WHERE shelf >= $low AND shelf < $high AND {kept.key} IN (SELECT unnest($keys))"
    for run in in_runs((stretch, key) for key, stretch in stretches.items()):
        low, high = run.first << HASH_BITS, (run.last + kept.longest + 1) << HASH_BITS
        connection.execute(sql, {"low": low, "high": high, "keys": list(run.wanted)})


def shelf_number(name: str) -> int:
    """A shelf's name as the number it is kept under: its stretch of days first, so that days lie together."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return (int(name.rpartition("@")[2]) << HASH_BITS) + int.from_bytes(digest[: HASH_BITS // 8])
