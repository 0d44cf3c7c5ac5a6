"""Rows found by key near a day: all of them, and nothing else read."""

from itertools import pairwise

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.store import open_store
from whowhom.store.near import find_near, in_runs, near, remove_near
from whowhom.store.write import FIND_STORIES

FIND = f"SELECT key FROM rows WHERE {near()} AND key IN (SELECT unnest($keys))"


@pytest.fixture
def rows():
    """Two hundred rows of four hundred thousand days, five keys in each stretch of a hundred."""
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE rows AS SELECT range AS n, range // 5 * 100 AS stretch FROM range(200)")
        connection.execute("ALTER TABLE rows ADD COLUMN key VARCHAR")
        connection.execute("UPDATE rows SET key = 'k' || n")
        yield connection


@given(st.lists(st.integers(0, 400)), st.integers(1, 5))
def test_runs_hold_all_that_is_wanted_and_stand_apart(stretches, most):
    runs = in_runs([(stretch, str(i)) for i, stretch in enumerate(stretches)], most)
    assert len(runs) <= most
    assert sorted(one for run in runs for one in run.wanted) == sorted(str(i) for i in range(len(stretches)))
    assert all(run.first <= stretches[int(one)] <= run.last for run in runs for one in run.wanted)
    assert all(before.last + 1 < after.first for before, after in pairwise(runs))


def test_the_widest_gaps_part_the_runs():
    runs = in_runs([(stretch, "x") for stretch in (9, 1, 2, 50, 90, 52)], most=3)
    assert [(run.first, run.last) for run in runs] == [(1, 9), (50, 52), (90, 90)]


def test_keys_of_many_years_are_found(rows):
    wanted = {f"k{n}": n // 5 * 100 for n in range(0, 200, 7)}
    assert {row["key"] for row in find_near(rows, FIND, wanted)} == set(wanted)
    assert list(find_near(rows, FIND, {})) == []
    assert list(find_near(rows, FIND, {"k0": 100})) == []


def test_only_what_is_named_is_removed(rows):
    remove_near(rows, "rows", "key", {"k0": 0, "k199": 3900, "k6": 3900})
    assert rows.execute("SELECT count(*) FROM rows").fetchall() == [(198,)]


def test_a_story_is_looked_up_by_the_index(tmp_path, make_story):
    with open_store(tmp_path / "news.duckdb") as store:
        store.add([(make_story(f"s{n}"), []) for n in range(300)], "coder 1")
        plan = store._connection.execute(f"EXPLAIN ANALYZE {FIND_STORIES} IN (?, ?)", ["s7", "s99"]).fetchall()
    assert "Index Scan" in plan[0][1]
