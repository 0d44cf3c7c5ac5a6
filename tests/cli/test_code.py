"""``whowhom read``, ``code`` and ``relate``: data out, failures named, the status true."""

import json
import os
from dataclasses import fields
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from whowhom.records import EventMention, Relation, Story


def names(record):
    return [field.name.rstrip("_") for field in fields(record)]


def test_read_writes_the_contract_s_fields_in_order(run, pages):
    done = run("read", pages)
    assert done.status == 0
    assert [list(row) for row in done.rows] == [names(Story)] * 3
    assert [row["file"] for row in done.rows] == [str(pages / f"p{n}.html") for n in (1, 2, 3)]


def test_code_writes_the_contract_s_fields_in_order(run, pages, coder):
    done = run("code", pages, "--format", "jsonl")
    assert done.status == 0
    assert [list(row) for row in done.rows] == [names(EventMention)] * len(done.rows)
    assert {row["event_id"] is None for row in done.rows} == {False}


def test_bad_inputs_are_named_and_the_others_done(run, pages, coder):
    (pages / "a-empty.html").write_bytes(b"")
    (pages / "b-binary.html").write_bytes(bytes(range(256)) * 40)
    bad = PAGE_OF_TROUBLE.encode()
    (pages / "c-trouble.html").write_bytes(bad)
    done = run("code", pages, pages / "none.html", "--format", "jsonl")
    assert done.status == 1
    for name in ("a-empty.html", "b-binary.html", "c-trouble.html", "none.html"):
        assert sum(name in line for line in done.err.splitlines()) == 1
    assert len({row["story_id"] for row in done.rows}) == 3


PAGE_OF_TROUBLE = "<html><body><article><h1>Trouble</h1>" + "<p>This page is quite unspeakable and long.</p>" * 9


def test_stories_without_a_readable_date_are_counted(run, tmp_path, coder):
    table = tmp_path / "a.jsonl"
    rows = [{"text": "Talks were held.", "date": day} for day in ("2017-01-02", "soon", "03/04/2017", None)]
    table.write_text("\n".join(map(json.dumps, rows)))
    assert "3 of 4 stories without a date that can be read" in run("code", table, "--format", "jsonl").err
    assert "3 of 4 stories" in run("code", table, "--store", tmp_path / "news.duckdb").err


def test_a_store_is_filled_once(run, pages, coder, tmp_path):
    store = tmp_path / "news.duckdb"
    first = run("code", pages, "--store", store)
    assert (first.status, first.out) == (0, "")
    assert "3 stories read, 3 coded, 0 already there" in first.err
    again = run("code", pages, "--store", store)
    assert "3 stories read, 0 coded, 3 already there" in again.err
    assert len(coder.coded) == 3


def test_mentions_of_a_store_are_printed_when_asked_for(run, pages, coder, tmp_path):
    store = tmp_path / "news.duckdb"
    first = run("code", pages, "--store", store, "--format", "jsonl")
    again = run("code", pages, "--store", store, "--format", "jsonl")
    assert first.out == again.out != ""
    stored = run("mentions", "--store", store).rows
    assert sorted(map(json.dumps, first.rows)) == sorted(map(json.dumps, stored))


def test_other_options_code_again(run, pages, coder, tmp_path):
    store = tmp_path / "news.duckdb"
    run("code", pages, "--store", store)
    assert "3 coded" in run("code", pages, "--store", store, "--min-confidence", "0.5").err
    assert {row["confidence"] for row in run("mentions", "--store", store).rows} == {0.8}


def test_a_line_of_json_with_other_names(run, coder):
    line = json.dumps({"content": "Russia met Turkey.", "url": "https://x.example/1", "date": "2017-01-23"})
    done = run("code", "-", "--map", "text=content,published=date", stdin=line + "\n")
    assert done.status == 0
    assert [(row["text"], row["url"], row["file"]) for row in done.rows] == [
        ("Russia met Turkey.", "https://x.example/1", "-")
    ]


def test_a_map_that_is_none(run, coder):
    done = run("code", "-", "--map", "text:content", stdin="")
    assert done.status == 2
    assert "--map" in done.err


def test_nothing_found_is_no_failure(run, coder, tmp_path):
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("Spring came early\n\nThe cherry trees are in bloom along the river this week.\n")
    done = run("code", quiet, "--format", "jsonl")
    assert (done.status, done.out) == (0, "")


def test_csv_has_lists_and_objects_as_json(run, pages, coder):
    done = run("code", pages / "p1.html", "--format", "csv")
    header, first = done.out.splitlines()[:2]
    assert header.split(",") == names(EventMention)
    assert '"[""meet""]"' in first


def test_parquet_needs_a_file_and_keeps_the_columns(run, pages, coder, tmp_path):
    assert run("code", pages, "--format", "parquet").status == 2
    out = tmp_path / "mentions.parquet"
    assert run("code", pages, "--out", out).status == 0
    table = pq.read_table(out)
    assert table.column_names == names(EventMention)
    assert table.num_rows == len(run("code", pages, "--format", "jsonl").rows)


def test_an_empty_table_is_still_a_table(run, coder, tmp_path):
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("Spring came early\n\nThe cherry trees are in bloom along the river this week.\n")
    for suffix in ("csv", "parquet"):
        out = tmp_path / f"none.{suffix}"
        assert run("code", quiet, "--out", out).status == 0
        assert out.stat().st_size > 0


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "parquet"])
def test_a_file_is_whole_or_not_there(run, pages, coder, monkeypatch, tmp_path, suffix):
    out = tmp_path / f"mentions.{suffix}"
    out.write_text("what was there before")

    def break_off(*args, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(coder, "code_many", break_off)
    assert run("code", pages, "--out", out).status == 130
    assert out.read_text() == "what was there before"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_a_device_is_written_to_and_a_link_is_followed(run, pages, tmp_path):
    null = Path(os.devnull)
    assert run("read", pages, "--out", null).status == 0
    assert not null.is_file()
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    assert run("read", pages, "--out", tmp_path / "link.jsonl").status == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text("utf-8").count("\n") == 3


def test_a_file_that_cannot_be_written(run, pages, coder, tmp_path):
    done = run("read", pages, "--out", tmp_path / "nowhere" / "stories.jsonl")
    assert done.status == 2
    assert "nowhere" in done.err


def test_relate_answers_every_row_in_order(run, coder, tmp_path):
    file = tmp_path / "pairs.tsv"
    file.write_text('uid\tsentence\tsource\ttarget\nb\t"We met," they said.\tWe\tthey\na\tX met Y.\tX\tY\n')
    done = run("relate", file)
    assert done.status == 0
    assert [list(row) for row in done.rows] == [names(Relation)] * 2
    assert [row["uid"] for row in done.rows] == ["b", "a"]


def test_relate_names_a_short_row_and_goes_on(run, coder, tmp_path):
    file = tmp_path / "pairs.tsv"
    file.write_text("uid\tsentence\tsource\ttarget\n1\tX met Y.\n2\tX met Y.\tX\tY\n")
    done = run("relate", file)
    assert done.status == 1
    assert "line 2" in done.err
    assert [row["uid"] for row in done.rows] == ["2"]


@pytest.mark.parametrize("content", ["", "id,sentence\n", None])
def test_relate_needs_its_columns(run, coder, tmp_path, content):
    file = tmp_path / "pairs.tsv"
    if content is not None:
        file.write_text(content)
    done = run("relate", file)
    assert done.status == 1
    assert str(file) in done.err
