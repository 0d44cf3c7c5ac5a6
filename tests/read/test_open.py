"""Opening inputs: order, kinds, and everything that can be wrong with a file."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.errors import InputError
from whowhom.read import decode, open_inputs, read
from whowhom.records import Skipped, Story, as_dict


def results(*paths: object, **options: object) -> list[Story | Skipped]:
    return list(open_inputs([str(path) for path in paths], **options))  # type: ignore[arg-type]


def test_folder_is_read_in_order_and_other_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/x.html", "a.html", "c.html.gz"):
        data = page(headline=f"Talks open in room {name[0]}").encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    (tmp_path / "README.md").write_text("read me")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    found = results(tmp_path)
    assert [Path(s.file or "").name for s in found if isinstance(s, Story)] == ["a.html", "x.html", "c.html.gz"]
    assert len(found) == 3
    assert [s.story_id for s in results(tmp_path)] == [s.story_id for s in found]  # type: ignore[union-attr]


def test_unknown_suffix_named_outright_is_tried(tmp_path: Path) -> None:
    (tmp_path / "page.aspx").write_text(page())
    assert isinstance(results(tmp_path / "page.aspx")[0], Story)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.html", b"", "empty"),
        ("space.txt", b" \n\n", "empty"),
        ("image.html", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, "PNG"),
        ("program.txt", b"MZ\x90\x00\x03\x00" + bytes(range(256)) * 20, "executable"),
        ("archive.html", b"PK\x03\x04\x14\x00" + bytes(range(256)) * 20, "zip"),
        ("cut.html.gz", gzip.compress(page().encode())[:300], "too early"),
        ("broken.html.gz", b"\x1f\x8b\x09\x00" + b"nonsense" * 10, "damaged"),
        ("menu.html", b"<html><body><a href='/a'>World</a></body></html>", "no article text"),
        ("feed.xml", b"<rss><channel></channel></rss>", "no feed entries"),
        ("table.parquet", b"PAR1 not really", "broken Parquet"),
        ("crawl.warc", b"WARC", "not a WARC record"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_run_goes_on(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.html").write_text(page())
    skipped, story = results(tmp_path / name, tmp_path / "zz.html")
    assert isinstance(story, Story)
    assert isinstance(skipped, Skipped)
    assert skipped.input == str(tmp_path / name)
    assert skipped.stage == "read"
    assert reason in skipped.reason
    assert "\n" not in skipped.reason


def test_missing_paths_are_named(tmp_path: Path) -> None:
    assert [s.input for s in results(tmp_path / "nope.html", tmp_path / "*.html") if isinstance(s, Skipped)] == [
        str(tmp_path / "nope.html"),
        str(tmp_path / "*.html"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.html"
    path.write_text(page())
    path.chmod(0)
    assert isinstance(results(path)[0], Skipped)


def test_gzip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 1_000_000)
    (tmp_path / "bomb.html.gz").write_bytes(gzip.compress(b"a" * 3_000_000))
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b"a" * 3_000_000 + b'\n{"body": "One."}\n'))
    page_bomb, line_bomb, story = results(tmp_path / "bomb.html.gz", tmp_path / "bomb.jsonl.gz")
    assert isinstance(page_bomb, Skipped)
    assert "larger than 1 MB" in page_bomb.reason
    assert isinstance(line_bomb, Skipped)
    assert line_bomb.input.endswith("line 1")
    assert isinstance(story, Story)


def test_broken_lines_are_named_and_the_others_done(tmp_path: Path) -> None:
    lines = [
        '{"body": "One.\\n\\nTwo."}',
        "{broken",
        "[1]",
        '{"headline": "x"}',
        '{"text": ["A", "B"], "comments": null}',
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines) + "\n")
    found = results(tmp_path / "rows.jsonl")
    assert [s.input.rpartition(", ")[2] for s in found if isinstance(s, Skipped)] == ["line 2", "line 3", "line 4"]
    assert [s.body for s in found if isinstance(s, Story)] == [("One.", "Two."), ("A", "B")]


def test_cut_jsonl_gz_gives_the_lines_before_the_cut(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"body": f"{i} " + os.urandom(200).hex()}) + "\n" for i in range(200))
    data = gzip.compress(rows.encode())
    (tmp_path / "rows.jsonl.gz").write_bytes(data[: len(data) // 2])
    found = results(tmp_path / "rows.jsonl.gz")
    assert len(found) > 20
    assert isinstance(found[0], Story)
    assert isinstance(found[-1], Skipped)


def test_standard_input_by_content() -> None:
    row = json.dumps({"body": "One."}).encode()
    assert isinstance(results("-", stdin=io.BytesIO(row))[0], Story)
    assert isinstance(results("-", stdin=io.BytesIO(gzip.compress(row)))[0], Story)
    html = results("-", stdin=io.BytesIO(page().encode()))[0]
    assert isinstance(html, Story)
    assert html.body == PARAGRAPHS


def test_what_read_writes_is_read_back_the_same(tmp_path: Path) -> None:
    from tests.read.test_thread import WORDPRESS

    story = next(iter(open_inputs([str(_write(tmp_path / "a.html", page("<p>By Jane Doe</p>", after=WORDPRESS)))])))
    assert isinstance(story, Story)
    path = _write(tmp_path / "a.jsonl", json.dumps(as_dict(story)) + "\n")
    assert results(path) == [story]


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_declared_columns_in_csv_tsv_and_parquet(tmp_path: Path) -> None:
    rows = [
        {"content": "One.\n\nTwo.", "date": "2017-01-02", "title": "Talks"},
        {"content": "Three.", "date": None, "title": "More"},
    ]
    for name, delimiter in (("a.csv", ","), ("a.tsv", "\t")):
        with (tmp_path / name).open("w", newline="") as file:
            writer = csv.DictWriter(file, ["content", "date", "title"], delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    for name in ("a.csv", "a.tsv", "a.parquet"):
        found = results(tmp_path / name, columns={"text": "content", "published": "date", "headline": "title"})
        stories = [s for s in found if isinstance(s, Story)]
        assert [(s.body, s.published, s.headline) for s in stories] == [
            (("One.", "Two."), "2017-01-02", "Talks"),
            (("Three.",), None, "More"),
        ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
def test_a_spreadsheets_own_csv(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [("Title", "Date", "Publication", "Text"), ("Möbel, teuer; neu", "2017-01-02", "Die Post", "Ein Café.")]
    with (tmp_path / "a.csv").open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    (story,) = results(tmp_path / "a.csv")
    assert isinstance(story, Story)
    assert (story.headline, story.published, story.site, story.body) == (*(v for v in rows[1][:3]), ("Ein Café.",))


def test_first_story_of_a_path(tmp_path: Path) -> None:
    assert read(str(_write(tmp_path / "a.html", page()))).body == PARAGRAPHS
    with pytest.raises(InputError, match="no such file"):
        read(str(tmp_path / "b.html"))
