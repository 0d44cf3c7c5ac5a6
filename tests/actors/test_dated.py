"""The table of dated cases: a name or an office phrase on a story's date, with the package's own tables."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from whowhom.actors import load_knowledge, resolve
from whowhom.actors.knowledge import DATA

TABLE = Path(__file__).with_name("dated_cases.tsv")


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the table."""

    phrase: str
    day: str
    code: str
    sector: str
    office: str
    person: str
    change: str


def read_cases() -> list[Case]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Case(**row) for row in csv.DictReader(lines, delimiter="\t")]


def test_there_are_enough_and_enough_changes_of_government() -> None:
    cases = read_cases()
    assert len({(case.phrase, case.day) for case in cases}) == len(cases) >= 150
    assert sum(case.change == "yes" for case in cases) >= 60  # both sides of thirty changes


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: f"{case.phrase} {case.day}")
def test_who_it_is_that_day(case: Case) -> None:
    words = case.phrase.split()
    head = next((i for i, word in enumerate(words) if word.startswith("*")), len(words) - 1)
    words = [word.lstrip("*") for word in words]
    # The package's own tables, whatever tables of their own a developer has.
    found = resolve(words, head, knowledge=load_knowledge(DATA), day=date.fromisoformat(case.day))
    assert found is not None
    assert (found.code, found.sector, found.office or "") == (case.code, case.sector, case.office)
    assert (found.person or "") == case.person
