"""Whether it happened: one construction a case, read into event, act and status."""

from __future__ import annotations

import pytest

from tests.coding.trees import candidate, tree_of
from whowhom.coding.clauses import read_clause
from whowhom.coding.status import Reading, read_status, refold
from whowhom.ontology import load_ontology


def reading(text: str, word: str) -> Reading | None:
    tree = tree_of(text)
    return read_status(tree, candidate(tree, word))


CASES = [
    ("France attacked Iran.", "attacked", "ASSAULT ASSAULT occurred"),
    ("France is attacking Iran.", "attacking", "ASSAULT ASSAULT ongoing"),
    ("France continues to attack Iran.", "attack", "ASSAULT ASSAULT ongoing"),
    ("France has attacked Iran.", "attacked", "ASSAULT ASSAULT occurred"),
    ("France may attack Iran.", "attack", "ASSAULT ASSAULT conditional"),
    ("If France attacks Iran, Chad will suffer.", "attacks", "ASSAULT ASSAULT conditional"),
    ("France reportedly attacked Iran.", "attacked", "ASSAULT ASSAULT alleged"),
    ("Chad accused France of attacking Iran.", "attacking", "ASSAULT ASSAULT alleged"),
    ("France denied attacking Iran.", "attacking", "ASSAULT ASSAULT denied"),
    ("France rejects the ruling and does not intend to release Iran's ships.", "release", "REJECT RETREAT declined"),
    ("If France refuses to meet Iran, talks will fail.", "meet", "REJECT CONSULT conditional"),
    ("France and Iran agreed at a summit on a ceasefire.", "agreed", "SUPPORT SUPPORT occurred"),
    (
        "France denied that it had agreed to talks, and in March it attacked Iran.",
        "attacked",
        "ASSAULT ASSAULT occurred",
    ),
    ("France threatened to attack Iran.", "attack", "THREATEN ASSAULT planned"),
    ("France met Iran.", "met", "CONSULT CONSULT occurred"),
    ("France will meet Iran.", "meet", "AGREE CONSULT planned"),
    ("France is expected to meet Iran.", "meet", "AGREE CONSULT expected"),
    ("France agreed to meet Iran.", "meet", "AGREE CONSULT planned"),
    ("France will not meet Iran.", "meet", "REJECT CONSULT declined"),
    ("France refused to meet Iran.", "meet", "REJECT CONSULT declined"),
    ("France called off talks with Iran.", "talks", "REJECT CONSULT cancelled"),
    ("France urged Iran to release him.", "release", "REQUEST REQUEST occurred"),
    ("France released ten prisoners.", "released", "RETREAT RETREAT occurred"),
    ("France will release ten prisoners.", "release", "CONCEDE RETREAT planned"),
    ("France refused to release ten prisoners.", "release", "REJECT RETREAT declined"),
    ("France wants to meet Iran.", "meet", "AGREE CONSULT proposed"),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_the_construction_tells_event_act_and_status(text: str, word: str, expected: str) -> None:
    read = reading(text, word)
    assert read is not None
    assert f"{read.event} {read.act} {read.status}" == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("France did not attack Iran.", "attack"),
        ("France never attacked Iran.", "attacked"),
        ("France left without meeting Iran.", "meeting"),
        ("France prevented an attack on Iran.", "attack"),
    ],
)
def test_what_is_said_not_to_be_is_no_event(text: str, word: str) -> None:
    assert reading(text, word) is None


def test_the_negation_of_one_verb_stops_at_but() -> None:
    tree = tree_of("France will not attend but send troops.")
    clause = read_clause(tree, tree.lower.index("send"))
    assert (clause.future, clause.negated) == (True, False)


def test_the_modes_of_a_refusal_are_refusals_modes() -> None:
    read = reading("France refused to meet Iran.", "meet")
    assert read is not None
    assert read.modes == ("meet",)


@pytest.mark.parametrize(("text", "word", "_expected"), CASES)
def test_every_mode_belongs_to_its_event(text: str, word: str, _expected: str) -> None:
    read = reading(text, word)
    assert read is not None
    assert all((read.event, mode) in load_ontology().modes for mode in read.modes)


def test_a_meeting_whose_day_is_to_come_is_folded_anew() -> None:
    read = reading("France met Iran.", "met")
    assert read is not None
    later = refold(read, "planned")
    assert (later.event, later.act, later.status) == ("AGREE", "CONSULT", "planned")


def test_a_folded_reading_keeps_its_event_under_another_status() -> None:
    read = reading("France refused to meet Iran.", "meet")
    assert read is not None
    assert refold(read, "historical").event == "REJECT"
