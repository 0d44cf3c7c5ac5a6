"""``whowhom events|mentions|stories|authors|export``: statuses, formats, tables."""

import json
import signal
import subprocess
import sys
from dataclasses import fields

import pytest

from whowhom.records import AuthorProfile, Event, RecentPost, Where
from whowhom.store import open_store


@pytest.fixture
def store(tmp_path, make_story, make_mention, make_entity):
    """A store of three stories."""
    path = tmp_path / "news.duckdb"
    profile = AuthorProfile("Ann Writer", "Ann writes.", (RecentPost("An older post", None, "2017-01-02"),))
    krol = make_entity("the ambassador", "USA", "GOV", person="George Krol")
    astana = Where("Astana", 0, 6, "Astana", "KAZ")
    pairs = [
        (make_story("s1", author_profile=profile), [make_mention("m1", "s1", where=astana)]),
        (make_story("s2"), [make_mention("m2", "s2", status="planned", actor=(krol,), event="AGREE")]),
        (make_story("s3", published=None), [make_mention("m3", "s3", act="ASSAULT", event="ASSAULT", quad=4)]),
    ]
    with open_store(path) as opened:
        opened.add(pairs, "coder 1")
    return path


def test_events_write_the_contract_s_fields_in_order(run, store):
    done = run("events", "--store", store)
    assert done.status == 0
    assert [list(row) for row in done.rows] == [[field.name.rstrip("_") for field in fields(Event)]] * 3


def test_filters_reach_the_store(run, store):
    options = ["--country", "KAZ", "--actor", "RUS", "--event", "CONSULT", "--status", "occurred"]
    options += ["--from", "2017-01-01", "--to", "2017-12-31", "--text", "astana", "--limit", "5"]
    for command in ("events", "mentions"):
        assert len(run(command, "--store", store, *options).rows) == 1
    assert len(run("stories", "--store", store, "--status", "planned").rows) == 1


def test_nothing_found_says_so_beside_the_data(run, store):
    for format in ("table", "jsonl"):
        done = run("events", "--store", store, "--country", "FRA", "--format", format)
        assert (done.status, done.out) == (0, "")
        assert "nothing found" in done.err


@pytest.mark.parametrize("command", ["events", "mentions", "stories", "authors", "export"])
def test_a_missing_store_is_one_line_and_status_2(run, tmp_path, command):
    done = run(command, "--store", tmp_path / "none.duckdb")
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "none.duckdb" in done.err


def test_a_process_of_its_own_says_the_same(shell, store):
    assert shell("events", "--store", store).rows == shell("events", "--store", store, "--format", "jsonl").rows
    done = shell("events", "--store", store.parent)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)


def test_no_store_named(run):
    done = run("events")
    assert done.status == 2
    assert "--store" in done.err


def test_the_store_can_come_from_the_environment(run, store, monkeypatch):
    monkeypatch.setenv("WHOWHOM_STORE", str(store))
    assert run("events").status == 0


def test_a_wrong_value_is_status_2(run, store):
    for option in (["--status", "done"], ["--from", "yesterday"]):
        done = run("events", "--store", store, *option)
        assert done.status == 2
        assert done.err.count("\n") == 1


def test_asking_changes_nothing(run, store):
    before = store.read_bytes()
    run("events", "--store", store)
    assert store.read_bytes() == before


def test_an_author_s_page(run, store):
    row = run("authors", "ann writer", "--store", store).rows[0]
    assert list(row) == ["name", "bio", "stories", "recent_posts"]
    assert (len(row["stories"]), row["recent_posts"][0]["title"]) == (3, "An older post")
    shown = run("authors", "ann writer", "--store", store, "--format", "table").out
    for words in ("Ann writes.", "An older post", "2017-01-02", "Russia meets Turkey"):
        assert words in shown


@pytest.mark.parametrize("width", [80, 100, 160])
def test_tables_fit_and_cut_nothing_that_matters(run, store, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    for command in ("events", "mentions"):
        shown = run(command, "--store", store, "--format", "table").out
        assert max(map(len, shown.splitlines())) <= width
        flat = " ".join(shown.split())
        for words in ("CONSULT", "AGREE", "planned", "Astana, KAZ", "→", "George Krol", "Russia met Turkey in Astana."):
            assert words in flat
    assert "…" not in shown


def test_export_plover(run, store, tmp_path):
    out = tmp_path / "events.jsonl"
    assert run("export", "--store", store, "--format", "plover", "--out", out).status == 0
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["event"] for row in rows] == [["CONSULT"], ["AGREE"], ["ASSAULT"]]
    assert run("export", "--store", store, "--format", "mystery").status == 2


@pytest.mark.parametrize("format", ["gdelt2", "icews", "polecat", "phoenix", "csv"])
def test_export_says_beside_the_data_what_it_could_not_say(run, store, tmp_path, format):
    done = run("export", "--store", store, "--format", format)
    assert done.status == 0
    assert all(line.startswith(f"whowhom: {format}: ") for line in done.err.splitlines())
    assert format == "csv" or "no column for" in done.err
    out = tmp_path / "events"
    run("export", "--store", store, "--format", format, "--out", out)
    assert out.read_text("utf-8") == done.out


def test_export_parquet(run, store, tmp_path):
    import pyarrow.parquet as pq

    out = tmp_path / "gdelt.parquet"
    assert run("export", "--store", store, "--format", "gdelt2", "--out", out).status == 0
    assert pq.read_table(out).column_names[:2] == ["GLOBALEVENTID", "SQLDATE"]
    assert run("export", "--store", store, "--format", "parquet").status == 2


@pytest.mark.parametrize("question", ["daily", "series", "meetings", "pairs", "coverage"])
def test_counts(run, store, question):
    done = run("count", question, "--store", store)
    assert done.rows
    shown = run("count", question, "--store", store, "--format", "table").out
    assert all(name.split("_")[0] in shown for name in done.rows[0])
    assert run("count", question, "--store", store, "--from", "2030-01-01").out == ""


def test_an_unknown_question_is_status_2(run, store):
    assert run("count", "weather", "--store", store).status == 2
    assert run("count", "series", "--by", "decade", "--store", store).status == 2


def test_the_ledger_is_kept_when_asked(run, store):
    import duckdb

    shown = run("talks", "--store", store)
    assert run("talks", "--keep", "--store", store).out == shown.out
    with duckdb.connect(str(store), read_only=True) as raw:
        assert raw.execute("SELECT count(*) FROM talks").fetchone() == (len(shown.rows),)


def test_nobody_reads_to_the_end(shell, tmp_path, make_story, make_mention):
    path = tmp_path / "many.duckdb"
    with open_store(path) as opened:
        pairs = ((make_story(f"s{n}"), [make_mention(f"m{n}", f"s{n}", text="x" * 500)]) for n in range(1500))
        opened.add(pairs, "coder 1")
    command = f"'{sys.executable}' -m whowhom mentions --store '{path}' | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], env=shell.env, capture_output=True, text=True, check=False
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
    assert done.returncode in (0, 128 + signal.SIGPIPE)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/full is of Linux")
def test_standard_output_that_is_full(shell, store):
    command = f"'{sys.executable}' -m whowhom mentions --store '{store}' > /dev/full"
    done = subprocess.run(["bash", "-c", command], env=shell.env, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
