"""PETRARCH dictionaries: every entry becomes a row or is told with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from whowhom.actors.cameo import Meaning, read_code
from whowhom.actors.own import read_own, write_own
from whowhom.actors.petrarch import read_dictionary

DATA = Path(os.environ.get("BENCH_DATA", Path(__file__).resolve().parents[3] / "shared")) / "data" / "petrarch"
FILES = (
    "Phoenix.Countries.actors.txt",
    "Phoenix.International.actors.txt",
    "Phoenix.MilNonState.actors.txt",
    "Phoenix.agents.txt",
)
SMALL = """\
# a comment
!MINIST! = MINISTER, MINISTRY
&FORCE = TROOPS, SOLDIERS

RURITANIA_ [AUT]
+RURITANIAN_
RUPERT_HENTZAU_ # a count
+COUNT_RUPERT
\t[AUTGOV 19940101-20011231] # first
\t[AUTELI >011231]
HOME_!MINIST! [~GOV]
&FORCE_OF_LAW [~MIL]
HERALD {HERALDS} [~MED]
BAD_DATE_ [USAGOV 2004017-20061201]
NO_CODE_
ODD_ [XQZGOV]
UN_WATCHERS_ [IGOUNOGOV]
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path


def test_entries_become_rows(small: Path) -> None:
    rows = {(row.name, row.code, row.sector, row.start, row.end): row for row in read_dictionary(small).rows}
    assert rows["Ruritania", "AUT", "", "", ""].names == "Ruritanian"
    count = rows["Rupert Hentzau", "AUT", "GOV", "1994-01-01", "2001-12-31"]
    assert (count.names, count.kind, count.source) == ("Count Rupert", "person", "small.txt:9")
    assert ("Rupert Hentzau", "AUT", "ELI", "2001-12-31", "") in rows
    assert rows["home minister", "", "GOV", "", ""].names == "home ministers|home ministry|home ministries"
    assert "soldiers of law" in rows["troops of law", "", "MIL", "", ""].names.split("|")
    assert rows["herald", "", "JRN", "", ""].names == "heralds"  # CAMEO's MED is the media
    assert ("UN Watchers", "UNO", "GOV", "", "") in rows


def test_what_is_left_out_is_told_with_its_line(small: Path) -> None:
    told = {problem.line: problem.reason for problem in read_dictionary(small).problems}
    assert "is no date" in told[14]
    assert told[15] == "no code under this name"
    assert "has no counterpart" in told[16]


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("USAGOV", Meaning("USA", "GOV", ())),
        ("ZARREB", Meaning("COD", "REB", ())),
        ("IGOUNO", Meaning("UNO", "GOV", ())),
        ("IGOEUREEC", Meaning("EUR", "GOV", ())),
        ("NGOHLHIRC", Meaning("NGO", "MED", ("SOC",))),
        ("SASREB", Meaning("IMG", "REB", ())),
        ("~GOVMED", Meaning(None, "GOV", ("JRN",))),
        ("USA", Meaning("USA", None, ())),
    ],
)
def test_codes(code: str, meaning: Meaning) -> None:
    assert read_code(code) == meaning


@pytest.mark.parametrize("code", ["---", "US", "", "WSTGOV", "KKLREB"])
def test_codes_without_a_counterpart_say_why(code: str) -> None:
    assert isinstance(read_code(code), str)


@pytest.mark.skipif(not DATA.is_dir(), reason="the PETRARCH dictionaries are not there")
@pytest.mark.parametrize("name", FILES)
def test_round_trip_every_entry_is_imported_or_told(name: str, tmp_path: Path) -> None:
    path = DATA / name
    found = read_dictionary(path)
    told = {problem.line for problem in found.problems}
    entries = {
        number
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), start=1)
        if line.split("#", 1)[0].strip() and not (line.startswith("!") and "=" in line)
    }
    assert entries - found.lines - told == set()
    assert len(told) < len(entries) / 5
    write_own(found.rows, tmp_path / "t.tsv")
    again = {(fact.name, fact.code, fact.sector, fact.start) for _, fact in read_own(tmp_path / "t.tsv")}
    assert len(again) >= len({(row.name, row.code, row.sector, row.start) for row in found.rows})
