"""The user's own tables beside the package's: a folder of TSV files, each row checked as the package's rows are.

A row that was added takes the place of what the package says of the same name; a row that was imported from another
project's dictionary counts only where the package does not know the name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from whowhom.actors.facts import Fact, Kind
from whowhom.actors.tables import Named, Row, identify, read_rows
from whowhom.errors import InputError
from whowhom.settings import load_settings

ADDED, IMPORTED = "added", "imported"
KINDS: dict[str, Kind] = {
    "person": "person",
    "organisation": "organisation",
    "group": "group",
    "party": "party",
    "body": "body",
    "place": "territory",
    "role": "role",
}
COLUMNS = ("name", "names", "kind", "code", "sector", "other_sectors", "office", "from", "to", "source")
NEEDED = ("name", "kind")
_HEAD = """\
# Actors of your own; lists in a cell are joined by "|"
#   name, names: the usual name and other spellings
#   kind: person, organisation, group, party, body, place or role
#   code: ISO 3166 alpha-3, KOS, or UNO EUR IGO NGO ISM IMG MNC; may be empty for a role
#   sector, other_sectors: PLOVER sectors
#   office, from, to: of a person, the office and its first and last day (2014-05-25, 2014-05 or 2014)
#   source: where the fact is from
"""


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row of a table of the user's own."""

    name: str
    names: str
    kind: str
    code: str
    sector: str
    other_sectors: str
    office: str
    start: str
    end: str
    source: str


def own_folder(env: Mapping[str, str] | None = None) -> Path | None:
    """The folder of own tables: the one the setting names, else the usual one of the user."""
    env = os.environ if env is None else env
    if named := load_settings(env=env)["actors"]:
        return Path(str(named))
    home = env.get("XDG_DATA_HOME") or (f"{env['HOME']}/.local/share" if env.get("HOME") else None)
    return Path(home) / "whowhom" / "actors" if home else None


def own_tables(folder: Path) -> list[tuple[Path, bool]]:
    """Every table of the folder in order, with whether it was imported."""
    return [(path, kind == IMPORTED) for kind in (ADDED, IMPORTED) for path in sorted((folder / kind).glob("*.tsv"))]


def read_own(path: Path) -> Iterator[Named]:
    """The names of one table with what they mean; raises LexiconError with file and line."""
    for row in read_rows(path, NEEDED):
        cells = {column: row.cells.get(column, "") for column in COLUMNS}
        yield from _named(Row(row.file, row.line, cells))


def _named(row: Row) -> Iterator[Named]:
    name, kind = row.text("name"), KINDS[row.choice("kind", tuple(KINDS))]
    code = row.code() if row.cells["code"] or kind != "role" else None
    start, end = row.term()
    office, role = row.cells["office"] or None, None
    sector, others = row.sector(), row.sectors()
    if kind == "role":
        role = "office" if office else "group"
    identifier = None if kind == "role" else identify(row.cells["kind"], name)
    fact = Fact(kind, name, code, sector, others, office, identifier, start, end, role)
    yield from ((spelling, fact) for spelling in [name, *row.names("names")])


def add_table(path: Path, folder: Path) -> int:
    """Takes a checked table into the folder under its own name; how many names it holds."""
    try:
        names = check_own(path)
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), getattr(error, "strerror", None) or "is no UTF-8 text") from error
    put(text, folder / ADDED / path.with_suffix(".tsv").name)
    return names


def put(text: str, path: Path) -> None:
    """Writes a file that stands under its name only when it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def check_own(path: Path) -> int:
    """How many names a table holds; raises LexiconError at the first wrong row."""
    return sum(1 for _ in read_own(path))


def write_own(rows: Iterable[OwnRow], path: Path) -> None:
    """Writes a table in the form that is read again."""
    names = [{"start": "from", "end": "to"}.get(field.name, field.name) for field in fields(OwnRow)]
    lines = ["\t".join(names), *("\t".join(astuple(row)) for row in rows)]
    put(_HEAD + "\n".join(lines) + "\n", path)
