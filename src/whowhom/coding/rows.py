"""Reads the tables under ``coding/data``: comment lines, a header, then rows of as many cells."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from whowhom.errors import LexiconError


def read_table(name: str) -> str:
    """The text of a table of this room."""
    return (resources.files("whowhom.coding") / "data" / name).read_text(encoding="utf-8")


def read_rows(name: str, width: int) -> Iterator[tuple[int, list[str]]]:
    """(line number, cells) of each row; LexiconError when a row has not ``width`` cells."""
    header_seen = False
    for number, line in enumerate(read_table(name).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != width:
            raise LexiconError(name, number, f"{len(cells)} columns, expected {width}")
        if header_seen:
            yield number, cells
        header_seen = True
