"""The one door to the database file: opening it, and its errors in words that help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from whowhom.errors import StoreError

if TYPE_CHECKING:
    import pyarrow as pa

# What DuckDB says (the message is all it gives), and what a person needs to hear.
REASONS = (
    (r"set lock on file.*PID (\d+)", r"is in use by another process (number \1); try again when that is done"),
    (r"set lock on file|different configuration", "is in use by another process or session"),
    (r"not a valid DuckDB database", "is not a Whowhom store (not a DuckDB file)"),
    (r"No space left on device", "the disk is full; what was finished before is kept"),
    (r"File too large|file size limit", "the file may not grow any larger here; what was finished before is kept"),
    (r"Permission denied|Read-only file system|read-only mode", "may not be written (no permission)"),
    (r"Is a directory", "is a folder, not a store"),
    (r"No such file or directory|database does not exist", "no such file or folder"),
    (r"newer version|older version|storage version", "was written by another version of DuckDB than the one installed"),
)


def connect(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """A connection to the file, which is created unless it is only to be read."""
    if read_only and not path.exists():
        raise StoreError(str(path), "there is no such store (make one with: whowhom code PAGES --store FILE)")
    if path.exists() and path.is_file() and path.stat().st_size == 0:
        raise StoreError(str(path), "is not a Whowhom store (an empty file)")
    with clear_errors(path):
        return duckdb.connect(str(path), read_only=read_only)


@contextmanager
def clear_errors(path: Path, sql: str | None = None) -> Iterator[None]:
    """Turn what DuckDB raises inside into a StoreError of one line that names the file."""
    try:
        yield
    except duckdb.Error as error:
        raise StoreError(str(path), explain(str(error)), sql) from error


def explain(message: str) -> str:
    """DuckDB's message in words that help; its first line where nothing better is known."""
    for pattern, reason in REASONS:
        if found := re.search(pattern, message, re.IGNORECASE | re.DOTALL):
            return found.expand(reason)
    return message.strip().splitlines()[0]


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All that is done inside, or nothing of it."""
    connection.begin()
    try:
        yield
        connection.commit()
    except BaseException:
        roll_back(connection)
        raise


def roll_back(connection: duckdb.DuckDBPyConnection) -> None:
    """Undo the open transaction, if a failed commit has left one open."""
    try:
        connection.rollback()
    except duckdb.Error:
        return


def utc_now() -> datetime:
    """The time by UTC, without a zone: zones in SQL would need an extension of DuckDB."""
    return datetime.now(UTC).replace(tzinfo=None)


def insert_table(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Append an Arrow table to a table of the store by column name; ``name`` is one of our own."""
    if rows.num_rows == 0:
        return
    connection.register("incoming", rows)
    connection.execute(f"INSERT INTO {name} BY NAME SELECT * FROM incoming")
    # Not after a failure: the transaction is spent then, and this would hide why. Rolling back forgets the rows too.
    connection.unregister("incoming")
