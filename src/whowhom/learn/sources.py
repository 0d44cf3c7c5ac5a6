"""Files of gold and of answers, opened: bytes, text, JSON rows with their lines, and rows that are at fault."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from whowhom.errors import GoldError, WhowhomError
from whowhom.records import Skipped

T = TypeVar("T")
R = TypeVar("R")

Row = dict[str, Any]
# A row's first line, and the row; or why it could not be read.
Numbered = Iterator[tuple[int, Row] | Skipped]

_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"


class RowFault(WhowhomError):
    """One row is wrong; the message says how, without file and line."""


def read_bytes(path: Path) -> bytes:
    """What a file (``-``: standard input) holds, unpacked; raises GoldError when it cannot be read or is empty."""
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        data = gzip.decompress(data) if data.startswith(_GZIP) else data
    except FileNotFoundError as error:
        raise GoldError(str(path), None, "there is no such file") from error
    except (OSError, EOFError, zlib.error) as error:
        raise GoldError(str(path), None, getattr(error, "strerror", None) or "is damaged") from error
    data = data.removeprefix(_BOM)
    if not data.strip():
        raise GoldError(str(path), None, "is empty")
    return data


def read_text(data: bytes, name: str) -> str:
    """The bytes as text; raises GoldError with the line that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise GoldError(name, data.count(b"\n", 0, error.start) + 1, "is not UTF-8 text") from error


def read_json(text: str, name: str) -> Numbered:
    """The objects of JSON lines, of one JSON list, or of objects laid out over several lines.

    A line that is no JSON costs only itself; a list or a laid-out object that breaks off ends the file: GoldError.
    """
    if text.lstrip().startswith("[") or _is_laid_out(text):
        return _walk(text, name)
    return _read_lines(text, name)


def _is_laid_out(text: str) -> bool:
    """Whether the text begins with an object that takes more than a line."""
    first, _, _ = text.lstrip().partition("\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        try:
            json.JSONDecoder().raw_decode(text.lstrip())
        except (ValueError, RecursionError):
            return False
        return True
    return False


def _read_lines(text: str, name: str) -> Numbered:
    # Not splitlines: JSON strings may hold U+2028 and its like as they are.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield fault(name, number, f"is not JSON ({getattr(error, 'msg', error)})")
            continue
        yield (number, row) if isinstance(row, dict) else fault(name, number, "is not a JSON object")


def _walk(text: str, name: str) -> Numbered:
    """The objects of a text one after the other; brackets and commas between them are passed over."""
    decoder, at, line, seen = json.JSONDecoder(), 0, 1, 0
    while True:
        while at < len(text) and (text[at].isspace() or text[at] in "[],"):
            at += 1
        line, seen = line + text.count("\n", seen, at), at
        if at == len(text):
            return
        try:
            row, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise GoldError(name, error.lineno, f"is not JSON ({error.msg})") from error
        except (ValueError, RecursionError) as error:
            raise GoldError(name, line, f"is not JSON ({error})") from error
        yield (line, row) if isinstance(row, dict) else fault(name, line, "is not a JSON object")


def fault(name: str, line: int, reason: str) -> Skipped:
    """A row of a file that is left out, with the reason."""
    return Skipped(f"{name}, line {line}", "read", reason)


def read_rows(
    rows: Iterable[tuple[int, T] | Skipped], name: str, read: Callable[[int, T], Iterable[R]]
) -> Iterator[R | Skipped]:
    """What ``read`` makes of each row; a RowFault becomes a Skipped with the line, and the next row is read."""
    for row in rows:
        if isinstance(row, Skipped):
            yield row
            continue
        try:
            made = list(read(*row))
        except RowFault as error:
            yield fault(name, row[0], str(error))
            continue
        yield from made


def split_faults(found: Iterable[R | Skipped]) -> tuple[tuple[R, ...], tuple[Skipped, ...]]:
    """What could be read, and what could not, each in the order of the file."""
    made: list[R] = []
    skipped: list[Skipped] = []
    for item in found:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            made.append(item)
    return tuple(made), tuple(skipped)
