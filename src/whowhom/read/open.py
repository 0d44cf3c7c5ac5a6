"""Opening inputs: files, folders, patterns, addresses and standard input, one story after another, in order."""

from __future__ import annotations

import glob
import io
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import urlsplit

from whowhom.errors import InputError
from whowhom.read import decode
from whowhom.read.feeds import read_feed
from whowhom.read.html import read_page
from whowhom.read.tables import read_csv, read_jsonl, read_parquet
from whowhom.read.text import read_text
from whowhom.read.warc import read_warc
from whowhom.records import Skipped, Story

if TYPE_CHECKING:
    from whowhom.read.web import Fetched, Web

SUFFIXES = frozenset(
    {
        ".html",
        ".htm",
        ".txt",
        ".jsonl",
        ".csv",
        ".tsv",
        ".parquet",
        ".xml",
        ".rss",
        ".atom",
        ".warc",
        ".xhtml",
        ".ndjson",
    }
)
"""What is read in a folder; a file named on the command line is tried whatever its suffix."""

Columns = Mapping[str, str]
Stories = Iterator[Story | Skipped]
# An address has a scheme; "C://" has not, and neither has a pattern.
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)
_Reader = Callable[[BinaryIO, str, Columns | None], Stories]


def open_inputs(
    paths: Sequence[str],
    *,
    columns: Columns | None = None,
    stdin: BinaryIO | None = None,
    web: Web | None = None,
) -> Iterator[Story | Skipped]:
    """Every story in the inputs, in order, and a Skipped for each input or row that gives none.

    ``web`` says how addresses are asked for; by default as politely as ``Web()`` is.
    """
    for path in paths:
        if is_address(path):
            web = web or _make_web()
            yield from _read_address(path, web, columns)
            continue
        for name in _expand(path):
            if isinstance(name, Skipped):
                yield name
            elif name == "-":
                yield from _read_stream(stdin or sys.stdin.buffer, "-", "", columns)
            else:
                yield from _read_file(name, columns)


def is_address(path: str) -> bool:
    """True for an address with a scheme, whether it is one that is read or not."""
    return _ADDRESS.match(path) is not None


def read(path: str) -> Story:
    """The first story of one path; InputError when it gives none."""
    for found in open_inputs([path]):
        if isinstance(found, Story):
            return found
        raise InputError(found.input, found.reason)
    raise InputError(path, "nothing to read")


def read_fetched(page: Fetched, name: str, columns: Columns | None = None) -> Iterator[Story | Skipped]:
    """The stories of what a server sent, by its media type, else its address, else its first bytes."""
    from whowhom.read.web import choose_suffix, settle_charset

    try:
        suffix = choose_suffix(page, name)
    except InputError as error:
        yield Skipped(error.name, "read", error.reason)
        return
    suffix = suffix or split_suffix(urlsplit(page.url).path)[0]
    data = settle_charset(page) if suffix in {"", ".html", ".htm", ".xhtml", ".txt"} else page.data or b""
    yield from _read_stream(decode.ungzip(io.BytesIO(data)), name, suffix, columns, page.url)


def _read_address(url: str, web: Web, columns: Columns | None) -> Stories:
    try:
        page = web.fetch(url)
    except InputError as error:
        yield Skipped(error.name, "read", error.reason)
        return
    yield from read_fetched(page, url, columns)


def _make_web() -> Web:
    # What asks the web is loaded only when an address is named.
    from whowhom.read.web import Web

    return Web()


def _expand(path: str) -> Iterator[str | Skipped]:
    """The files a path stands for: itself, a folder's files in order, or a pattern's."""
    if path == "-" or os.path.isfile(path):
        yield path
    elif os.path.isdir(path):
        yield from _walk(path)
    elif glob.has_magic(path):
        found = sorted(glob.glob(path, recursive=True))
        if not found:
            yield Skipped(path, "read", "no file matches")
        for name in found:
            yield from _walk(name) if os.path.isdir(name) else (name,)
    elif os.path.exists(path):
        yield Skipped(path, "read", "not a file")
    else:
        yield Skipped(path, "read", "no such file")


def _walk(folder: str) -> Iterator[str | Skipped]:
    """A folder's readable files, sorted by path, subfolders in their place; links to folders are not followed."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(folder, "read", error.strerror or str(error))
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif split_suffix(entry.name)[0] in SUFFIXES and entry.is_file():
            yield entry.path


def split_suffix(name: str) -> tuple[str, bool]:
    """A name's suffix under any ".gz", and whether it had one."""
    base, suffix = os.path.splitext(name.lower())
    return (os.path.splitext(base)[1], True) if suffix == ".gz" else (suffix, False)


def _read_file(path: str, columns: Columns | None) -> Stories:
    try:
        stream = decode.open_binary(path)
    except InputError as error:
        yield Skipped(error.name, "read", error.reason)
        return
    with stream:
        yield from _read_stream(stream, path, split_suffix(path)[0], columns)


def _read_stream(stream: BinaryIO, name: str, suffix: str, columns: Columns | None, url: str | None = None) -> Stories:
    """The stories of an open input, by its suffix or, without a known one, by its first bytes."""
    stream = decode.ungzip(stream) if name == "-" else stream
    try:
        reader = _READERS.get(suffix) or _READERS[_sniff(cast(io.BufferedReader, stream).peek(2048)[:2048])]
        if url is not None and reader in (_read_html, _read_xml):
            reader = partial(reader, url=url)
        yield from reader(stream, name, columns)
    except InputError as error:
        yield Skipped(error.name, "read", error.reason)
    except (OSError, EOFError, zlib.error) as error:
        yield Skipped(name, "read", f"cannot be read: {error}")


def _sniff(head: bytes) -> str:
    """The suffix that the first bytes stand for."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1024].lower()
    if head.startswith(b"PAR1"):
        return ".parquet"
    if start.startswith(b"warc/"):
        return ".warc"
    if start.startswith(b"{"):
        return ".jsonl"
    if start.startswith(b"<"):
        return ".xml" if any(tag in start for tag in (b"<rss", b"<feed", b"<rdf:rdf")) else ".html"
    return ".html" if b"<html" in start or b"<body" in start or b"<p>" in start else ".txt"


def _read_html(stream: BinaryIO, name: str, columns: Columns | None, url: str | None = None) -> Stories:
    data = decode.read_capped(stream, name)
    decode.refuse_binary(data, name)
    yield read_page(data, file=name, url=url)


def _read_text(stream: BinaryIO, name: str, columns: Columns | None) -> Stories:
    data = decode.read_capped(stream, name)
    decode.refuse_binary(data, name)
    yield read_text(decode.decode(data), file=name)


def _read_xml(stream: BinaryIO, name: str, columns: Columns | None, url: str | None = None) -> Stories:
    data = decode.read_capped(stream, name)
    decode.refuse_binary(data, name)
    if _sniff(data[:4096]) == ".html" and b"<html" in data[:4096].lower():
        yield read_page(data, file=name, url=url)
    else:
        yield from read_feed(data, file=name, url=url)


def _read_csv(stream: BinaryIO, name: str, columns: Columns | None) -> Stories:
    return read_csv(stream, name, columns)


def _read_tsv(stream: BinaryIO, name: str, columns: Columns | None) -> Stories:
    return read_csv(stream, name, columns, "\t")


def _read_parquet(stream: BinaryIO, name: str, columns: Columns | None) -> Stories:
    """Parquet needs to seek: a file is read where it lies, standard input or gzip through memory."""
    if stream.seekable() and not name.lower().endswith(".gz"):
        return read_parquet(stream, name, columns)
    return read_parquet(io.BytesIO(decode.read_capped(stream, name)), name, columns)


def _read_warc(stream: BinaryIO, name: str, columns: Columns | None) -> Stories:
    return read_warc(stream, name)


_READERS: dict[str, _Reader] = {
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".txt": _read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": _read_csv,
    ".tsv": _read_tsv,
    ".parquet": _read_parquet,
    ".xml": _read_xml,
    ".rss": _read_xml,
    ".atom": _read_xml,
    ".warc": _read_warc,
}
