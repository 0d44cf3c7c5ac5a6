from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from whowhom.actors.codes import CODES, STATE_CODES
from whowhom.actors.knowledge import DATA, load_knowledge
from whowhom.actors.tables import TABLES, identify, read_rows
from whowhom.errors import LexiconError

OWN = [name for name in TABLES if name != "office_holders.tsv"]


@pytest.mark.parametrize("file", OWN)
def test_every_table_of_the_package_is_right(file: str) -> None:
    columns, named = TABLES[file]
    rows = list(read_rows(DATA / file, columns))
    assert len(rows) > 200
    assert all(list(named(row)) for row in rows)


@pytest.mark.parametrize("file", [*OWN, "traps.tsv"])
def test_every_table_says_what_it_is(file: str) -> None:
    head = [line for line in (DATA / file).read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    text = "\n".join(head)
    assert all(word in text for word in ("Source:", "Last check:", "Licence:", "Known gaps:"))


def test_the_office_holders_load_with_the_rest() -> None:
    if not (DATA / "office_holders.tsv").exists():
        pytest.skip("no office_holders.tsv")
    assert load_knowledge().find(["Vladimir", "Putin"])[0].facts[0].code == "RUS"


def _broken(folder: Path, tmp_path: Path, file: str, row: str) -> Path:
    copy = tmp_path / "tables"
    shutil.copytree(folder, copy)
    path = copy / file
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("file", "row", "reason"),
    [
        ("states.tsv", "XXX\tNowhere\t\t\t\t\t\t", "code"),
        ("states.tsv", "FRA\tFrance", "cells"),
        ("territories.tsv", "planet\tFRA\tMars\t\t\t\t", "kind"),
        ("organisations.tsv", "Club\t\tIGO\tFUN\t\t\t", "sector"),
        ("organisations.tsv", "Club\t\tIGO\tGOV\tGOV|FUN\t\t", "other_sectors"),
        ("groups.tsv", "Band\t\tFRA\tREB\t\t2010-13-01\t", "from"),
        ("groups.tsv", "Band\t\tFRA\tREB\t\tlong ago\t", "from"),
        ("groups.tsv", "Band\t\tFRA\tREB\t\t2012\t2010", "before"),
        ("metonyms.tsv", "\tFRA\tGOV\t\tseat", "names"),
        ("parties.tsv", "\t\tFRA\tPTY\thigh\ttest", "name is empty"),
        ("roles.tsv", "clown\tCVL\t\t\tperson\tmaybe\t\t", "weak"),
        ("office_holders.tsv", "A B\t\tFRA\tPresident\tXYZ\t2010\t\thigh\ttest", "sector"),
        ("traps.tsv", "joke\tTurkey\twhy", "kind"),
    ],
)
def test_a_broken_row_is_named_by_file_and_line(
    table_folder: Path, tmp_path: Path, file: str, row: str, reason: str
) -> None:
    folder = _broken(table_folder, tmp_path, file, row)
    line = len((folder / file).read_text(encoding="utf-8").splitlines())
    with pytest.raises(LexiconError, match=reason) as caught:
        load_knowledge(folder)
    assert (caught.value.file, caught.value.line) == (file, line)


def test_a_header_without_a_column_is_an_error(table_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "tables"
    shutil.copytree(table_folder, copy)
    (copy / "parties.tsv").write_text("name\tcode\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="lacks names, sector"):
        load_knowledge(copy)


def test_a_missing_table_is_an_error_but_office_holders_may_be_absent(table_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "tables"
    shutil.copytree(table_folder, copy)
    (copy / "office_holders.tsv").unlink()
    assert load_knowledge(copy).find(["Kenya"])
    (copy / "states.tsv").unlink()
    with pytest.raises(LexiconError, match="missing"):
        load_knowledge(tmp_path / "tables" / ".." / "tables")


def test_the_version_changes_with_any_table(table_folder: Path, tmp_path: Path) -> None:
    folder = _broken(table_folder, tmp_path, "parties.tsv", "New Party\t\tFRA\tPTY\thigh\ttest")
    assert load_knowledge(folder).version != load_knowledge(table_folder).version


def test_part_dates_mean_their_first_and_last_day(table_folder: Path) -> None:
    columns, named = TABLES["office_holders.tsv"]
    rows = [row for row in read_rows(table_folder / "office_holders.tsv", columns) if row.cells["from"] == "1994"]
    fact = next(iter(named(rows[0])))[1]
    assert (fact.start, fact.end) == (date(1994, 1, 1), date(2004, 3, 8))


def test_identifiers_are_plain_words() -> None:
    assert identify("group", "Jama'at Nasr al-Islam") == "group:jama-at-nasr-al-islam"


def test_kosovo_is_plovers_and_no_withdrawn_code_is_allowed() -> None:
    assert "KOS" in STATE_CODES
    assert not {"XKX", "SUN", "YUG", "DDR"} & CODES


def _count(file: str, column: str, *values: str) -> int:
    columns, _ = TABLES[file]
    return sum(row.cells[column] in values for row in read_rows(DATA / file, columns))


def test_breadth() -> None:
    assert _count("parties.tsv", "sector", "PTY") >= 400
    assert _count("groups.tsv", "sector", "REB", "PRM", "UAF", "CRM") >= 400
    assert _count("organisations.tsv", "code", "UNO", "IGO", "EUR", "NGO") >= 300
