"""The knowledge tables, read row by row: every code, sector and date is checked, errors name file and line."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from whowhom.actors.codes import CODES, SECTORS
from whowhom.actors.facts import Fact, Kind
from whowhom.actors.words import fold
from whowhom.errors import LexiconError

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NOTE = re.compile(r" \([^)]*\)$")
_NOT_WORD = re.compile(r"[^a-z0-9]+")

# A name as a table writes it, with what it means there.
Named = tuple[str, Fact]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with its place for error messages."""

    file: str
    line: int
    cells: dict[str, str]

    def fail(self, reason: str) -> LexiconError:
        return LexiconError(self.file, self.line, reason)

    def text(self, column: str) -> str:
        """The cell, which must not be empty."""
        if not self.cells[column]:
            raise self.fail(f"{column} is empty")
        return self.cells[column]

    def names(self, column: str) -> list[str]:
        """The parts of a cell joined by "|"."""
        cell = self.cells[column]
        return [part.strip() for part in cell.split("|") if part.strip()] if cell else []

    def code(self, column: str = "code") -> str:
        """A country or organisation code of PLOVER."""
        code = self.text(column)
        if code not in CODES:
            raise self.fail(f"{column}: {code!r} is no country or organisation code of PLOVER")
        return code

    def sector(self, column: str = "sector") -> str | None:
        """A PLOVER sector, or None when the cell is empty."""
        sector = self.cells[column] or None
        if sector is not None and sector not in SECTORS:
            raise self.fail(f"{column}: {sector!r} is no PLOVER sector")
        return sector

    def sectors(self, column: str = "other_sectors") -> tuple[str, ...]:
        """All the sectors of a cell."""
        found = tuple(self.names(column))
        for sector in found:
            if sector not in SECTORS:
                raise self.fail(f"{column}: {sector!r} is no PLOVER sector")
        return found

    def choice(self, column: str, allowed: tuple[str, ...]) -> str:
        """A cell that holds one of a few words."""
        if self.cells[column] not in allowed:
            raise self.fail(f"{column}: {self.cells[column]!r} is not one of {', '.join(allowed)}")
        return self.cells[column]

    def flag(self, column: str) -> bool:
        """A cell that says "yes" or nothing."""
        return self.choice(column, ("yes", "")) == "yes"

    def day(self, column: str, *, last: bool = False) -> date | None:
        """A date; of "2014" or "2014-05" the first day, or the last one."""
        cell = self.cells[column]
        if not cell:
            return None
        found = _DATE.fullmatch(cell)
        if found is None:
            raise self.fail(f"{column}: {cell!r} is no date such as 2014-05-25, 2014-05 or 2014")
        year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        try:
            month = month or (12 if last else 1)
            return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
        except ValueError as error:
            raise self.fail(f"{column}: {cell!r}: {error}") from None

    def term(self) -> tuple[date | None, date | None]:
        """The days of the columns from and to."""
        start, end = self.day("from"), self.day("to", last=True)
        if start and end and end < start:
            raise self.fail("to lies before from")
        return start, end


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table: comment lines, one header row, then cells between tabs."""
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            if missing := [column for column in columns if column not in header]:
                raise LexiconError(path.name, number, f"the header lacks {', '.join(missing)}")
            continue
        if len(cells) != len(header):
            raise LexiconError(path.name, number, f"{len(cells)} cells, the header has {len(header)}")
        yield Row(path.name, number, dict(zip(header, cells, strict=True)))
    if header is None:
        raise LexiconError(path.name, 1, "no header row")


@lru_cache(maxsize=1 << 13)
def identify(kind: str, name: str) -> str:
    """A stable identifier made of kind and name: ``group:al-shabaab``."""
    return f"{kind}:{_NOT_WORD.sub('-', fold(name).lower()).strip('-')}"


def _plain(name: str) -> str:
    """The name without the note in brackets that tells namesakes apart."""
    return _NOTE.sub("", name).removesuffix("?")


def _states(row: Row) -> Iterator[Named]:
    code, name = row.code(), row.text("name")
    start, end = row.term()
    ident = identify("state", name)

    def fact(kind: Kind, sector: str | None, *, weak: bool = False) -> Fact:
        return Fact(kind, name, code, sector, identifier=ident, start=start, end=end, weak=weak)

    yield from ((word, fact("state", "GOV")) for word in [name, *row.names("names")])
    yield from ((word, fact("adjective", None)) for word in row.names("adjectives"))
    yield from ((word, fact("demonym", "CVL", weak=True)) for word in row.names("demonyms"))
    yield from ((word, fact("capital", "GOV")) for word in row.names("capital"))


def _territories(row: Row) -> Iterator[Named]:
    city = row.choice("kind", ("disputed", "region", "state", "people", "city")) == "city"
    code, name, others = row.code(), row.text("name"), row.sectors()
    ident = identify("place", name)
    place = Fact("city" if city else "territory", name, code, None if city else "GOV", others, None, ident, weak=city)
    yield from ((word, place) for word in [name, *row.names("names")])
    adjective = Fact("adjective", name, code, None, others, None, ident)
    yield from ((word, adjective) for word in row.names("adjectives"))
    people = Fact("demonym", name, code, "CVL", others, None, ident, weak=True)
    yield from ((word, people) for word in row.names("demonyms"))


def _metonyms(row: Row) -> Iterator[Named]:
    kinds: dict[str, Kind] = {"seat": "seat", "capital": "capital", "body": "body", "generic": "generic"}
    kind = kinds[row.choice("kind", tuple(kinds))]
    names = row.names("names")
    if not names:
        raise row.fail("names is empty")
    name = names[0].removeprefix("the ").removesuffix("?")
    ident = identify(kind, f"{row.code()} {name}")
    fact = Fact(kind, name, row.code(), row.sector(), row.sectors(), None, ident)
    yield from ((word, fact) for word in names)


def _dated(kind: Kind) -> Callable[[Row], Iterator[Named]]:
    def read(row: Row) -> Iterator[Named]:
        name = row.text("name")
        start, end = row.term() if "from" in row.cells else (None, None)
        others = row.sectors() if "other_sectors" in row.cells else ()
        ident = identify(kind, name)
        fact = Fact(kind, _plain(name), row.code(), row.sector(), others, None, ident, start, end)
        yield from ((word, fact) for word in [_NOTE.sub("", name), *row.names("names")])

    return read


def _roles(row: Row) -> Iterator[Named]:
    role = row.choice("kind", ("office", "group", "person", "body"))
    sector, others, office = row.sector(), row.sectors(), row.cells["office"] or None
    weak, defers, code = row.flag("weak"), row.flag("defers"), row.code() if row.cells["code"] else None
    words = row.names("words")
    if not words:
        raise row.fail("words is empty")
    for word in words:
        yield word, Fact("role", word, code, sector, others, office, role=role, weak=weak, defers=defers)


def _holders(row: Row) -> Iterator[Named]:
    person = row.text("person")
    sectors = row.sectors("sector")
    start, end = row.term()
    fact = Fact(
        "person",
        person,
        row.code("country"),
        sectors[0] if sectors else None,
        sectors[1:],
        row.cells["office"] or None,
        identify("person", person),
        start,
        end,
    )
    yield from ((word, fact) for word in [person, *row.names("aliases")])


def _notables(row: Row) -> Iterator[Named]:
    person = row.text("person")
    fact = Fact("person", person, row.code("country"), row.sector(), identifier=identify("person", person))
    yield from ((word, fact) for word in [person, *row.names("aliases")])


# In this order: where one name has several readings, the earlier table's comes first.
TABLES: dict[str, tuple[tuple[str, ...], Callable[[Row], Iterator[Named]]]] = {
    "states.tsv": (("code", "name", "names", "adjectives", "demonyms", "capital", "from", "to"), _states),
    "territories.tsv": (("kind", "code", "name", "names", "adjectives", "demonyms", "other_sectors"), _territories),
    "organisations.tsv": (("name", "names", "code", "sector", "other_sectors", "from", "to"), _dated("organisation")),
    "groups.tsv": (("name", "names", "code", "sector", "other_sectors", "from", "to"), _dated("group")),
    "metonyms.tsv": (("names", "code", "sector", "other_sectors", "kind"), _metonyms),
    "parties.tsv": (("name", "names", "code", "sector"), _dated("party")),
    "office_holders.tsv": (("person", "aliases", "country", "office", "sector", "from", "to"), _holders),
    "notables.tsv": (("person", "aliases", "country", "sector"), _notables),
    "roles.tsv": (("words", "sector", "other_sectors", "office", "kind", "weak", "defers", "code"), _roles),
}
TRAPS = ("kind", "words", "why")
