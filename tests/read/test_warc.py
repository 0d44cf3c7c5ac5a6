"""WARC archives, record by record."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

from tests.read.pages import PARAGRAPHS, page
from whowhom.read import open_inputs
from whowhom.read.warc import read_warc
from whowhom.records import Skipped, Story


def record(
    body: bytes,
    *,
    kind: str = "response",
    url: str = "https://post.example/1",
    http: bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html",
) -> bytes:
    block = http + b"\r\n\r\n" + body
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def test_pages_are_read_and_other_records_passed_over() -> None:
    data = (
        record(b"software: x", kind="warcinfo")
        + record(page().encode())
        + record(b"{}", http=b"HTTP/1.1 200 OK\r\nContent-Type: application/json")
    )
    data += record(b"<html><body><a href='/'>Home</a></body></html>", url="https://post.example/2")
    story, skipped = read_warc(io.BytesIO(data), "crawl.warc")
    assert isinstance(story, Story)
    assert (story.url, story.body) == ("https://post.example/1", PARAGRAPHS)
    assert isinstance(skipped, Skipped)
    assert "record 4" in skipped.input
    assert "https://post.example/2" in skipped.input


def test_one_gzip_member_a_record(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(page(headline=f"Talks open, day {i}").encode())) for i in range(3)))
    assert [s.headline for s in open_inputs([str(path)]) if isinstance(s, Story)] == [
        f"Talks open, day {i}" for i in range(3)
    ]


def test_chunked_and_compressed_pages() -> None:
    html = page().encode()
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (html[:700], html[700:])) + b"0\r\n\r\n"
    squeezed = gzip.compress(html)
    data = record(chunked, http=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked")
    data += record(squeezed, http=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip")
    assert [s.body for s in read_warc(io.BytesIO(data), "c") if isinstance(s, Story)] == [PARAGRAPHS, PARAGRAPHS]


def test_cut_archive_gives_the_records_before_the_cut(tmp_path: Path) -> None:
    path = tmp_path / "cut.warc"
    data = record(page().encode()) * 3
    path.write_bytes(data[: len(data) - 1500])
    found = list(open_inputs([str(path)]))
    assert isinstance(found[0], Story)
    assert isinstance(found[1], Story)
