"""The ledger of talks in the store: written whole, since it is gathered over all stories."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from whowhom.records import as_dict
from whowhom.store.door import insert_table
from whowhom.store.rows import arrow_schema, arrow_table
from whowhom.talks import Party, Talks

Connection = duckdb.DuckDBPyConnection

TALKS_COLUMNS = pa.schema(
    [field for field in arrow_schema(Talks) if field.name != "parties"]
    + [("position", pa.int32()), ("run", pa.int64())]
)
PARTY_COLUMNS = pa.schema([("talks_id", pa.string()), ("position", pa.int32()), *arrow_schema(Party)])


def write_talks(connection: Connection, ledger: Sequence[Talks]) -> None:
    """Put this ledger in the place of the one kept; the caller holds the transaction."""
    found = connection.execute("SELECT coalesce(max(run), 0) FROM kept.runs").fetchone()
    run = found[0] if found else 0
    for table in ("talks", "parties"):
        connection.execute(f"DELETE FROM kept.{table}")
    talks = [as_dict(item) | {"position": i, "run": run} for i, item in enumerate(ledger)]
    insert_table(connection, "kept.talks", arrow_table(talks, TALKS_COLUMNS))
    parties = [
        as_dict(party) | {"talks_id": item.talks_id, "position": i}
        for item in ledger
        for i, party in enumerate(item.parties)
    ]
    insert_table(connection, "kept.parties", arrow_table(parties, PARTY_COLUMNS))
