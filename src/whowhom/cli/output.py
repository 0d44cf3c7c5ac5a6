"""Rows to standard output or a file, as table, JSON lines, CSV or Parquet."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from whowhom.errors import SettingsError, WhowhomError

Row = dict[str, Any]
ShowTable = Callable[[Iterable[Row], IO[str]], None]

PARQUET_BATCH = 4096


@dataclass(frozen=True, slots=True)
class Target:
    """Where rows go and how they are written."""

    format: str
    out: Path | None


def choose_target(format: str | None, out: Path | None) -> Target:
    """The target that the options mean: a file's suffix tells the format, a terminal gets a table."""
    if format is None and out is not None:
        suffix = out.suffix.removeprefix(".").lower()
        format = suffix if suffix in ("csv", "parquet", "jsonl") else "jsonl"
    if format is None:
        format = "table" if sys.stdout.isatty() else "jsonl"
    if format == "parquet" and out is None:
        raise SettingsError("--format parquet needs --out FILE")
    return Target(format, out)


def column_names(record: type) -> list[str]:
    """The public names of a record's fields, in the contract's order."""
    return [field.name.rstrip("_") for field in fields(record)]


def emit(rows: Iterable[Row], record: type, target: Target, show: ShowTable) -> None:
    """Write all rows; a file stands under its name only when it is whole."""
    if target.format == "parquet":
        with whole_file(target.out) as path:
            _write_parquet(rows, record, path)
    else:
        with text_stream(target.out) as stream:
            _write_text(rows, record, target.format, show, stream)


def _write_text(rows: Iterable[Row], record: type, format: str, show: ShowTable, stream: IO[str]) -> None:
    if format == "table":
        show(rows, stream)
    elif format == "csv":
        _write_csv(rows, record, stream)
    else:
        _write_jsonl(rows, stream)


def _write_jsonl(rows: Iterable[Row], stream: IO[str]) -> None:
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_csv(rows: Iterable[Row], record: type, stream: IO[str]) -> None:
    names = column_names(record)
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)


def _cell(value: Any) -> Any:
    """Lists and objects as JSON, truth as JSON has it, nothing as an empty cell."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict, bool)) else value


def _write_parquet(rows: Iterable[Row], record: type, path: Path) -> None:
    import pyarrow.parquet as pq

    from whowhom.store.rows import arrow_schema, arrow_table

    schema, stream = arrow_schema(record), iter(rows)
    with pq.ParquetWriter(path, schema) as writer:
        while batch := list(islice(stream, PARQUET_BATCH)):
            writer.write_table(arrow_table(batch, schema))


@contextmanager
def text_stream(out: Path | None) -> Iterator[IO[str]]:
    """Standard output, or a file that stands under its name only when it is whole."""
    if out is None:
        # A stray half of a surrogate pair comes out as its \uXXXX escape, which is what JSON wants.
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        yield sys.stdout
        return
    with whole_file(out) as path, path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        yield stream


@contextmanager
def whole_file(out: Path | None) -> Iterator[Path]:
    """A name to write to; it takes the place of ``out`` when all went well, and is gone when it did not."""
    if out is None:
        raise SettingsError("this format needs --out FILE")
    direct = out.exists() and not out.is_file()  # a device or a pipe is written to, never replaced
    target = out if direct else out.resolve()
    part = target if direct else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        if not direct:
            part.replace(target)
    except OSError as error:
        raise WhowhomError(f"{out}: cannot be written: {error.strerror or error}") from error
    finally:
        if not direct:
            part.unlink(missing_ok=True)


def peek(rows: Iterable[Row]) -> tuple[bool, Iterator[Row]]:
    """Whether there is any row, and all of them still."""
    stream = iter(rows)
    first = list(islice(stream, 1))
    return bool(first), chain(first, stream)
