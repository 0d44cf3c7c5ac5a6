"""Stores of other ages."""

import duckdb
import pytest

from whowhom.errors import StoreError
from whowhom.store import migrations, open_store
from whowhom.store.write import link_again

LINKED = ("happenings", "events", "clues", "shelves", "copies", "copy_shelves")


def test_the_record_shares_the_transaction_with_the_step(tmp_path, monkeypatch):
    path = tmp_path / "news.duckdb"
    open_store(path).close()
    steps = {**migrations.list_migrations(), "999_broken": "CREATE TABLE kept.fine (x INTEGER); SELECT * FROM nowhere;"}
    monkeypatch.setattr(migrations, "list_migrations", lambda: steps)
    with pytest.raises(StoreError, match="nowhere"):
        open_store(path)
    with duckdb.connect(str(path)) as raw:
        assert raw.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'fine'").fetchone() == (0,)
        assert ("999_broken",) not in raw.execute("SELECT name FROM migrations").fetchall()


def test_an_earlier_store_is_brought_up_to_date_by_writing_only(tmp_path, monkeypatch):
    path = tmp_path / "news.duckdb"
    open_store(path).close()
    steps = {**migrations.list_migrations(), "900_more": "CREATE TABLE kept.more (x INTEGER)"}
    monkeypatch.setattr(migrations, "list_migrations", lambda: steps)
    with pytest.raises(StoreError, match="earlier version"):
        open_store(path, read_only=True)
    open_store(path).close()
    open_store(path, read_only=True).close()


@pytest.mark.parametrize("read_only", [True, False])
def test_a_store_of_a_newer_version_is_refused(tmp_path, read_only):
    path = tmp_path / "news.duckdb"
    open_store(path).close()
    with duckdb.connect(str(path)) as raw:
        raw.execute("INSERT INTO migrations VALUES ('998_from_the_future', now())")
    with pytest.raises(StoreError, match="newer version"):
        open_store(path, read_only=read_only)


def test_a_store_is_linked_anew_from_its_stories_and_mentions(tmp_path, make_story, make_mention):
    pairs = [
        (make_story(f"s{n}", published=f"20{10 + n // 4}-01-{1 + n % 3:02d}"), [make_mention(f"m{n}", f"s{n}")])
        for n in range(12)
    ]
    with open_store(tmp_path / "news.duckdb") as store:
        store.add(pairs, "coder 1")

        def contents(table):
            return sorted(map(repr, store._connection.execute(f"SELECT * FROM kept.{table}").fetchall()))

        before = {table: contents(table) for table in (*LINKED, "mentions")}
        for table in LINKED:
            store._connection.execute(f"DELETE FROM kept.{table}")
        store._connection.execute("UPDATE kept.mentions SET event_key = 'old', stretch = NULL, told = NULL")
        link_again(store._connection)
        assert {table: contents(table) for table in before} == before
        assert before["events"]
