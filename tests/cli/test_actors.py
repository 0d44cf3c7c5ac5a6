"""``whowhom actors``: own tables in, and the names of a store out."""

from __future__ import annotations

import pytest

from whowhom.records import Entity
from whowhom.store import open_store


@pytest.fixture
def store(tmp_path, make_story, make_mention):
    """A store with an unknown name twice, one that the text explains, and a known one."""
    file = tmp_path / "news.duckdb"
    known = Entity("Russia", 0, 6, "Russia", "RUS", "GOV", identifier="state:russia")
    told = Entity("Ada Test", 0, 8, "Ada Test", "KEN", "OPP", (), "Opposition Leader", "Ada Test")
    unknown = Entity("the Hamlet Front", 0, 16, "the Hamlet Front")
    crowd = Entity("protesters", 0, 10, "protesters", None, "CVL")
    story = make_story("s1")
    mentions = [
        make_mention("m1", "s1", actor=(unknown,), recipient=(known,)),
        make_mention("m2", "s1", actor=(told, crowd), recipient=(unknown,), sentence=2),
    ]
    with open_store(file) as kept:
        kept.add([(story, mentions)], "test")
    return file


def test_unknown_lists_names_without_a_code(run, store):
    (row,) = run("actors", "unknown", "--store", store, "--format", "jsonl").rows
    assert (row["name"], row["mentions"], row["stories"], row["code"]) == ("the Hamlet Front", 2, 1, None)
    assert row["first"] == "2017-01-23"
    assert row["evidence"]


def test_learned_lists_persons_that_the_text_explains(run, store):
    (row,) = run("actors", "learned", "--store", store, "--format", "jsonl").rows
    assert (row["name"], row["code"], row["sector"], row["office"]) == ("Ada Test", "KEN", "OPP", "Opposition Leader")


def test_the_table_shows_name_and_sentence(run, store):
    shown = run("actors", "unknown", "--store", store, "--format", "table").out
    assert "the Hamlet Front" in shown


def test_no_store_named(run):
    done = run("actors", "unknown")
    assert (done.status, done.out) == (2, "")
    assert "which store?" in done.err


def test_add_keeps_a_table_and_code_uses_it(run, tmp_path):
    table = tmp_path / "my.tsv"
    table.write_text("name\tkind\tcode\tsector\nHamlet Front\tgroup\tMLI\tREB\n", encoding="utf-8")
    done = run("actors", "add", table, "--actors", tmp_path / "own")
    assert done.status == 0
    assert (tmp_path / "own" / "added" / "my.tsv").read_text("utf-8") == table.read_text("utf-8")


def test_a_wrong_table_is_status_2_with_its_line(run, tmp_path):
    table = tmp_path / "my.tsv"
    table.write_text("name\tkind\tcode\tsector\nHamlet Front\tgroup\tXXX\tREB\n", encoding="utf-8")
    done = run("actors", "add", table, "--actors", tmp_path / "own")
    assert done.status == 2
    assert "my.tsv, line 2" in done.err


def test_import_tells_what_it_leaves_out(run, tmp_path):
    file = tmp_path / "small.txt"
    file.write_text("HAMLET_FRONT_ [MLIREB]\nODD_ [XQZGOV]\n", encoding="utf-8")
    done = run("actors", "import", file, "--actors", tmp_path / "own")
    assert done.status == 0
    assert "line 2: [XQZGOV]" in done.err
    assert "Hamlet Front\t" in (tmp_path / "own" / "imported" / "small.tsv").read_text("utf-8")
