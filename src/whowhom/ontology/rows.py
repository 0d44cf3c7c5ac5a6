"""Reads the tables under ``ontology/data``: tab-separated, ``#`` comments first, then one line of column names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from whowhom.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its file, its line number and its cells by column name."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def wrong(self, reason: str) -> LexiconError:
        """The error that names this line."""
        return LexiconError(self.file, self.line, reason)

    def many(self, column: str) -> tuple[str, ...]:
        """The comma-separated values of a cell."""
        return tuple(value.strip() for value in self[column].split(",") if value.strip())

    def number(self, column: str) -> float:
        """The cell as a number from -10 to 10."""
        try:
            value = float(self[column])
        except ValueError:
            raise self.wrong(f"{column} is not a number: {self[column]!r}") from None
        if not -10 <= value <= 10:
            raise self.wrong(f"{column} is outside -10..10: {value:g}")
        return value

    def check(self, column: str, values: Sequence[str], known: Collection[str]) -> None:
        """Raises when one of the values is not known."""
        for value in values:
            if value not in known:
                raise self.wrong(f"unknown {column}: {value!r}")


def read_table(name: str) -> str:
    """The text of a table of the package."""
    return files("whowhom.ontology").joinpath("data", name).read_text(encoding="utf-8")


def parse_rows(name: str, text: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a table, each with exactly the named columns."""
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if header != list(columns):
                raise LexiconError(name, number, f"columns are {header}, expected {list(columns)}")
        elif len(cells) != len(header):
            raise LexiconError(name, number, f"{len(cells)} cells, expected {len(header)}")
        else:
            yield Row(name, number, dict(zip(header, (cell.strip() for cell in cells), strict=True)))


def keyed(rows: Iterator[Row], *columns: str) -> Iterator[Row]:
    """The same rows; raises when two have the same key."""
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = tuple(row[column] for column in columns)
        if key in seen:
            raise row.wrong(f"{' '.join(key)} stands twice")
        seen.add(key)
        yield row
