"""WARC archives (Common Crawl and others): every HTML response a story, one record in memory at a time."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from whowhom.errors import InputError
from whowhom.read import decode
from whowhom.read.html import read_page
from whowhom.records import Skipped, Story

_MAX_HEADER_LINES = 200
_MAX_LINE = 16_384


def read_warc(stream: BinaryIO, name: str) -> Iterator[Story | Skipped]:
    """The stories of a decompressed WARC stream; pages without an article are named and skipped.

    What is no record is passed over up to the next one, and told.
    """
    number = 0
    try:
        while True:
            headers, lost = _read_headers(stream)
            if lost:
                where = f"{name}, after record {number}" if number else name
                yield Skipped(where, "read", "not a WARC record")
            if headers is None:
                break
            number += 1
            length = _length(headers)
            if headers.get("warc-type") == "response" and length <= decode.MAX_BYTES:
                block = stream.read(length)
                if len(block) < length:
                    raise EOFError  # half a page must not pass for a page
                page = _read_response(block, headers, name, number)
                if page is not None:
                    yield page
            else:
                _skip(stream, length)
    except (OSError, EOFError, zlib.error) as error:
        cut = "ends too early" if isinstance(error, EOFError) else "damaged data"
        yield Skipped(name, "read", f"{cut} after record {number}")
        return
    if number == 0 and not lost:
        yield Skipped(name, "read", "no WARC records")


def _read_headers(stream: BinaryIO) -> tuple[dict[str, str] | None, bool]:
    """The next record's header fields (none at the end), and whether anything that is no record stood before."""
    lost = False
    while line := stream.readline(_MAX_LINE):
        if line.startswith(b"WARC/"):
            return _header_fields(stream), lost
        lost = lost or line not in (b"\r\n", b"\n")
    return None, lost


def _header_fields(stream: BinaryIO) -> dict[str, str]:
    fields: dict[str, str] = {}
    for _ in range(_MAX_HEADER_LINES):
        line = stream.readline(_MAX_LINE).strip()
        if not line:
            break
        key, _, value = line.decode("utf-8", "replace").partition(":")
        fields[key.strip().lower()] = value.strip()
    return fields


def _length(headers: dict[str, str]) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isdigit() else 0


def _skip(stream: BinaryIO, length: int) -> None:
    while length > 0 and (chunk := stream.read(min(length, 1 << 16))):
        length -= len(chunk)


def _read_response(block: bytes, headers: dict[str, str], name: str, number: int) -> Story | Skipped | None:
    """The story of one HTTP response; None when it is no page (an image, a redirect, robots.txt)."""
    head, _, payload = block.partition(b"\r\n\r\n")
    status, _, rest = head.partition(b"\r\n")
    lines = (line.partition(":") for line in rest.decode("latin-1").split("\r\n"))
    fields = {key.strip().lower(): value.strip() for key, _, value in lines}
    if b" 200" not in status or "html" not in fields.get("content-type", "html"):
        return None
    url = headers.get("warc-target-uri", "").strip("<>") or None
    where = f"{name}, record {number}" + (f" ({url})" if url else "")
    try:
        payload = _decode_payload(payload, fields, where)
        decode.refuse_binary(payload, where)
        return read_page(payload, file=name, url=url)
    except InputError as error:
        return Skipped(where, "read", error.reason)


def _decode_payload(payload: bytes, fields: dict[str, str], where: str) -> bytes:
    """The page's bytes without chunking and compression, which crawlers mostly undo but may leave."""
    if fields.get("transfer-encoding", "").lower() == "chunked":
        payload = _join_chunks(payload)
    encoding = fields.get("content-encoding", "").lower()
    if encoding in {"gzip", "x-gzip"} and payload.startswith(b"\x1f\x8b"):
        return decode.read_capped(decode.ungzip(io.BytesIO(payload)), where)
    return payload


def _join_chunks(payload: bytes) -> bytes:
    """Chunked transfer undone; the bytes as they are when the chunk sizes make no sense."""
    parts: list[bytes] = []
    rest = payload
    while rest:
        size, _, after = rest.partition(b"\r\n")
        try:
            length = int(size.split(b";")[0], 16)
        except ValueError:
            return payload if not parts else b"".join(parts)
        if length == 0:
            break
        parts.append(after[:length])
        rest = after[length + 2 :]
    return b"".join(parts)
