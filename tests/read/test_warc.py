"""WARC archives, record by record."""

from __future__ import annotations

import gzip
import io
import os
import resource
from pathlib import Path
from typing import Any

import pytest

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
    path.write_bytes(data[:-300])
    found = list(open_inputs([str(path)]))
    assert [type(item) for item in found] == [Story, Story, Skipped]
    assert found[2] == Skipped(str(path), "read", "ends too early after record 3")


class Repeated(io.RawIOBase):
    """A stream of one block so many times over, without ever holding more than one."""

    def __init__(self, block: bytes, times: int) -> None:
        self.block, self.left, self.rest = block, times, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        if not self.rest and self.left:
            self.left, self.rest = self.left - 1, memoryview(self.block)
        size = min(len(target), len(self.rest))
        target[:size], self.rest = self.rest[:size], self.rest[size:]
        return size


def twenty_records() -> list[bytes]:
    """Two pages among what else an archive holds."""
    other = [
        record(b"GET / HTTP/1.1", kind="request"),
        record(b"fetchTimeMs: 20", kind="metadata"),
        record(b"\x89PNG" + bytes(500), http=b"HTTP/1.1 200 OK\r\nContent-Type: image/png"),
        record(b"<p>gone", http=b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html"),
        record(b"{}", http=b"HTTP/1.1 200 OK\r\nContent-Type: application/json"),
    ]
    return [*other, record(page().encode()), *other, *other[:3], record(page(headline="Talks end").encode()), *other]


def resident() -> int:
    """Bytes of memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def stream_records(number: int, *, squeezed: bool) -> tuple[int, list[int]]:
    """How many stories so many records give, and the memory held at every tenth of the way."""
    block = b"".join(gzip.compress(r) if squeezed else r for r in twenty_records())
    stream = io.BufferedReader(Repeated(block, number // 20))
    stories, held = 0, list[int]()
    for found in open_inputs(["-"], stdin=stream):
        assert isinstance(found, Story)
        stories += 1
        if stories % (number // 100) == 0:
            held.append(resident())
    return stories, held


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_a_long_archive_streams_in_flat_memory() -> None:
    stories, held = stream_records(20_000, squeezed=True)
    assert stories == 2_000
    assert max(held) - held[1] < 15_000_000


@pytest.mark.skipif("SLOW_TESTS" not in os.environ, reason="takes four minutes each: set SLOW_TESTS=1")
@pytest.mark.parametrize("squeezed", [False, True], ids=["plain", "a gzip member a record"])
def test_a_million_records_stream_in_flat_memory(squeezed: bool) -> None:
    stories, held = stream_records(1_000_000, squeezed=squeezed)
    assert stories == 100_000
    assert max(held) - held[1] < 15_000_000


def test_a_damaged_record_costs_only_itself() -> None:
    good = record(page().encode())
    lost = good.replace(b"WARC/1.0", b"WURC/1.0", 1)
    found = list(read_warc(io.BytesIO(good + b"\x00\xffnoise\n" + lost + good), "crawl"))
    assert [type(item) for item in read_warc(io.BytesIO(good + b"noise"), "crawl")] == [Story, Skipped]
    assert [type(item) for item in found] == [Story, Skipped, Story]
    assert found[1] == Skipped("crawl, after record 1", "read", "not a WARC record")
