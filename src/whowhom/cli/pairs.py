"""The marked pairs of a relate file."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from whowhom.errors import InputError
from whowhom.read.cells import split_cells
from whowhom.records import Skipped

COLUMNS = ("uid", "sentence", "source", "target")
Pair = tuple[str, str, str, str]


def read_pairs(path: str) -> Iterator[Pair | Skipped]:
    """The rows of a tab-separated file whose first line names at least uid, sentence, source and target."""
    with _open(path) as stream:
        lines = enumerate(stream, start=1)
        header = split_cells(next(lines, (1, ""))[1])
        if missing := [name for name in COLUMNS if name not in header]:
            raise InputError(path, f"no column {', '.join(missing)} in the first line (tab-separated)")
        yield from _rows(path, [header.index(name) for name in COLUMNS], lines)


def _rows(path: str, places: list[int], lines: Iterable[tuple[int, str]]) -> Iterator[Pair | Skipped]:
    for number, line in lines:
        cells = split_cells(line)
        if len(cells) > max(places):
            uid, sentence, source, target = (cells[place] for place in places)
            yield uid, sentence, source, target
        elif line.strip():
            yield Skipped(f"{path}, line {number}", "read", "too few columns")


@contextmanager
def _open(path: str) -> Iterator[IO[str]]:
    try:
        if path == "-":
            yield sys.stdin
        elif path.endswith(".gz"):
            with gzip.open(path, "rt", encoding="utf-8") as stream:
                yield stream
        else:
            with open(path, encoding="utf-8") as stream:
                yield stream
    except (OSError, UnicodeDecodeError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(path, reason) from error
