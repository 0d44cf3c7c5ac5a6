"""Named steps that bring a store of any age to the present schema, each in one transaction with its record."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path

import duckdb

from whowhom.errors import StoreError
from whowhom.store.door import clear_errors, transaction, utc_now
from whowhom.store.write import link_again

# What a step has to do beside its SQL, in the same transaction.
AFTERWARDS: dict[str, Callable[[duckdb.DuckDBPyConnection], None]] = {"004_near": link_again}


def list_migrations() -> dict[str, str]:
    """The SQL of every step by name, in the order they are taken."""
    files = sorted(resources.files(__package__).iterdir(), key=lambda file: file.name)
    return {file.name.removesuffix(".sql"): file.read_text("utf-8") for file in files if file.name.endswith(".sql")}


def migrate(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Take the steps that this store has not seen."""
    done = _done(connection)
    for name, sql in list_migrations().items():
        if name in done:
            continue
        with clear_errors(path, sql), transaction(connection):
            connection.execute("CREATE TABLE IF NOT EXISTS main.migrations (name VARCHAR, applied TIMESTAMP)")
            connection.execute(sql)
            AFTERWARDS.get(name, _nothing)(connection)
            connection.execute("INSERT INTO main.migrations VALUES (?, ?)", [name, utc_now()])
    _refuse_newer(done, path)


def check_migrated(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise StoreError unless the store has exactly the schema of this version; for stores that are only read."""
    done = _done(connection)
    if not done:
        raise StoreError(str(path), "is a DuckDB file, but not a Whowhom store")
    if missing := list_migrations().keys() - done:
        raise StoreError(str(path), f"is of an earlier version; open it once for writing (missing: {min(missing)})")
    _refuse_newer(done, path)


def _refuse_newer(done: set[str], path: Path) -> None:
    if unknown := done - list_migrations().keys():
        raise StoreError(str(path), f"was written by a newer version of whowhom (it has {max(unknown)}); upgrade first")


def _done(connection: duckdb.DuckDBPyConnection) -> set[str]:
    found = connection.execute(
        "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'main' AND table_name = 'migrations'"
    ).fetchone()
    if not found or not found[0]:
        return set()
    return {name for (name,) in connection.execute("SELECT name FROM main.migrations").fetchall()}


def _nothing(_: duckdb.DuckDBPyConnection) -> None:
    """For steps that are SQL alone."""
