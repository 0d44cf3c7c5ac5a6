"""What a query gives: rows for Python, frames for analysts, Arrow for everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from whowhom.errors import ModelMissing
from whowhom.store.door import clear_errors

BATCH = 2048


@dataclass(frozen=True, slots=True)
class Result:
    """A query that runs when its rows are asked for; iterating never holds more than one batch of them."""

    connection: duckdb.DuckDBPyConnection
    path: Path
    sql: str
    parameters: Mapping[str, Any]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Rows one by one, as dicts with the contract's field names."""
        for batch in self.batches():
            yield from batch.to_pylist()

    def rows(self) -> list[dict[str, Any]]:
        """All rows, as dicts with the contract's field names."""
        return list(self)

    def arrow(self) -> pa.Table:
        """All rows as an Arrow table."""
        with clear_errors(self.path, self.sql):
            return fetch_table(self.connection.cursor(), self.sql, self.parameters)

    def df(self) -> Any:
        """All rows as a pandas DataFrame."""
        _need("pandas")
        return self.arrow().to_pandas()

    def pl(self) -> Any:
        """All rows as a polars DataFrame."""
        return _need("polars").from_arrow(self.arrow())

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The rows as Arrow record batches, in order."""
        with clear_errors(self.path, self.sql):
            relation = self.connection.cursor().sql(self.sql, params=dict(self.parameters))
            # DuckDB 2 renamed the method; both are kept working.
            read = getattr(relation, "to_arrow_reader", None) or relation.fetch_arrow_reader
            yield from read(BATCH)


def fetch_table(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, Any]) -> pa.Table:
    """All rows of a query as one Arrow table."""
    return connection.sql(sql, params=dict(parameters)).to_arrow_table()


def _need(package: str) -> Any:
    try:
        return import_module(package)
    except ImportError as error:
        raise ModelMissing(package, f'is not installed; get it with: pip install "whowhom[{package}]"') from error
