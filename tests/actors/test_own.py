"""Tables of the user's own: checked, kept in a folder, and put before or behind the package's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from whowhom.actors import load_knowledge, resolve
from whowhom.actors.own import ADDED, IMPORTED, OwnRow, add_table, own_folder, own_tables, read_own, write_own
from whowhom.errors import InputError, LexiconError

HEAD = "name\tnames\tkind\tcode\tsector\toffice\tfrom\tto\n"
ROWS = (
    "Ada Testwell\tTestwell\tperson\tKEN\tGOV\tGovernor\t2020-01-01\t2021-12-31\n"
    "Northern Hamlet Watch\tNHW\tgroup\tMLI\tPRM\t\t\t\n"
    "Kremlin\t\tbody\tFRA\tBUS\t\t\t\n"
    "hamlet elder\thamlet elders\trole\t\tREL\t\t\t\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WHOWHOM_ACTORS", str(tmp_path / "own"))
    return tmp_path / "own"


def _table(tmp_path: Path, rows: str = ROWS) -> Path:
    path = tmp_path / "mine.txt"
    path.write_text("# mine\n" + HEAD + rows, encoding="utf-8")
    return path


def _code(phrase: str, day: str | None = None) -> tuple[str | None, str | None, str | None]:
    words = phrase.split()
    found = resolve(words, len(words) - 1, knowledge=load_knowledge(), day=date.fromisoformat(day) if day else None)
    assert found is not None, phrase
    return found.code, found.sector, found.office


def test_added_rows_count_and_take_the_place_of_the_package_s(tmp_path: Path, folder: Path) -> None:
    assert _code("Kremlin") == ("RUS", "GOV", None)
    assert add_table(_table(tmp_path), folder) == 7
    assert _code("Kremlin") == ("FRA", "BUS", None)
    assert _code("NHW") == ("MLI", "PRM", None)
    assert _code("Ada Testwell", "2020-06-01") == ("KEN", "GOV", "Governor")
    assert _code("Ada Testwell", "2023-06-01") == ("KEN", "ELI", "Former Governor")


def test_imported_rows_leave_known_names_alone(folder: Path) -> None:
    rows = [
        OwnRow("Kremlin", "", "body", "FRA", "BUS", "", "", "", "", "x:1"),
        OwnRow("Hamlet Front", "Front of Hamlets", "group", "MLI", "REB", "", "", "", "", "x:2"),
    ]
    write_own(rows, folder / IMPORTED / "x.tsv")
    assert _code("Kremlin") == ("RUS", "GOV", None)
    assert _code("Front of Hamlets") == ("MLI", "REB", None)


def test_own_tables_are_part_of_the_version(tmp_path: Path, folder: Path) -> None:
    before = load_knowledge().version
    add_table(_table(tmp_path), folder)
    assert load_knowledge().version != before
    assert own_tables(folder) == [(folder / ADDED / "mine.tsv", False)]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("X\t\tperson\tXXX\tGOV\t\t\t\n", "'XXX' is no country"),
        ("X\t\tghost\tKEN\tGOV\t\t\t\n", "kind"),
        ("X\t\tperson\tKEN\tGUV\t\t\t\n", "'GUV' is no PLOVER sector"),
        ("X\t\tperson\tKEN\tGOV\t\t2021\t2020\n", "to lies before from"),
        ("\t\tperson\tKEN\tGOV\t\t\t\n", "name is empty"),
    ],
)
def test_a_wrong_row_is_named_by_line_and_nothing_is_kept(tmp_path: Path, folder: Path, row: str, reason: str) -> None:
    with pytest.raises(LexiconError, match=reason) as caught:
        add_table(_table(tmp_path, row), folder)
    assert caught.value.line == 3
    assert not folder.exists()


def test_a_missing_file_is_an_input_error(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        add_table(tmp_path / "none.tsv", folder)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    row = OwnRow("Ada Testwell", "Testwell|A. Testwell", "person", "KEN", "GOV", "LEG", "Mayor", "2020", "2021-05", "x")
    write_own([row], tmp_path / "t.tsv")
    named = list(read_own(tmp_path / "t.tsv"))
    assert [name for name, _ in named] == ["Ada Testwell", "Testwell", "A. Testwell"]
    fact = named[0][1]
    assert (fact.code, fact.sector, fact.other_sectors, fact.office) == ("KEN", "GOV", ("LEG",), "Mayor")
    assert (fact.start, fact.end) == (date(2020, 1, 1), date(2021, 5, 31))


def test_the_folder_is_the_setting_s_or_the_usual_one() -> None:
    assert own_folder({"WHOWHOM_ACTORS": "/data/mine"}) == Path("/data/mine")
    assert own_folder({"XDG_DATA_HOME": "/data", "HOME": "/h"}) == Path("/data/whowhom/actors")
    assert own_folder({"HOME": "/h"}) == Path("/h/.local/share/whowhom/actors")
    assert own_folder({}) is None
