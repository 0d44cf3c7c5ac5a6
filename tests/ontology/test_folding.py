"""How an act and its status become an event."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.errors import LexiconError
from whowhom.ontology.entries import STATUSES
from whowhom.ontology.folding import build_fold, fold, load_fold
from whowhom.ontology.rows import read_table
from whowhom.ontology.tables import load_ontology

FUTURE = ("planned", "expected", "proposed", "conditional")


def cases(
    acts: str, statuses: tuple[str, ...], event: str, *modes: str, act_mode: str = "", threat: bool = False
) -> list[Any]:
    """One case for each act and status."""
    held = [act_mode] if act_mode else []
    return [(act, held, status, threat, event, modes) for act in acts.split() for status in statuses]


# In the order of the rows of fold.tsv.
CASES = [
    *cases("ASSAULT", FUTURE, "THREATEN", "violence", act_mode="aerial", threat=True),
    *cases("MOBILIZE", FUTURE, "THREATEN", "violence", threat=True),
    *cases("PROTEST", FUTURE, "THREATEN", "violence", act_mode="riot", threat=True),
    *cases("PROTEST", FUTURE, "THREATEN", "relations", act_mode="strike", threat=True),
    *cases("COERCE", FUTURE, "THREATEN", "arrest", act_mode="arrest", threat=True),
    *cases("COERCE", FUTURE, "THREATEN", "expel", act_mode="deport", threat=True),
    *cases("COERCE", FUTURE, "THREATEN", "restrict", act_mode="curfew", threat=True),
    *cases("SANCTION", FUTURE, "THREATEN", "expel", act_mode="expel", threat=True),
    *cases("SANCTION", FUTURE, "THREATEN", "arrest", act_mode="convict", threat=True),
    *cases("SANCTION", FUTURE, "THREATEN", "relations", act_mode="discontinue", threat=True),
    *cases("SANCTION", FUTURE, "THREATEN", "restrict", threat=True),
    *cases("CONSULT SUPPORT COOPERATE AID", ("declined", "cancelled"), "THREATEN", "relations", threat=True),
    *cases("CONSULT SUPPORT COOPERATE AID", FUTURE, "AGREE"),
    *cases("CONSULT", FUTURE, "AGREE", act_mode="visit"),
    *cases("RETREAT", FUTURE, "CONCEDE", act_mode="release"),
    *cases("CONSULT", ("declined", "cancelled"), "REJECT", "meet", act_mode="visit"),
    *cases("SUPPORT COOPERATE AID", ("declined",), "REJECT", "assist"),
    *cases("RETREAT CONCEDE", ("declined",), "REJECT", "yield"),
    *cases("RETREAT CONCEDE", ("cancelled",), "REJECT", "yield"),
    *cases("REQUEST", ("declined",), "REJECT", "change", act_mode="change"),
    *cases("REQUEST", ("declined",), "REJECT"),
    *cases("AGREE", ("declined", "cancelled"), "REJECT"),
    *cases("ASSAULT COERCE SANCTION MOBILIZE PROTEST THREATEN ACCUSE", ("declined",), "REJECT"),
    *cases("COOPERATE AID", ("cancelled",), "SANCTION", "discontinue"),
    *cases("SUPPORT", ("cancelled",), "SANCTION", "withdraw"),
    *cases("PROTEST THREATEN REQUEST", ("cancelled",), "CONCEDE"),
    *cases("ACCUSE REJECT", ("cancelled",), "CONCEDE"),
    *cases("ASSAULT", ("cancelled",), "RETREAT", "release", act_mode="abduct"),
    *cases("ASSAULT", ("cancelled",), "RETREAT", "ceasefire", act_mode="aerial"),
    *cases("COERCE", ("cancelled",), "RETREAT", "release", act_mode="arrest"),
    *cases("MOBILIZE", ("cancelled",), "RETREAT", "withdraw", act_mode="troops"),
    *cases("COERCE SANCTION", ("cancelled",), "RETREAT"),
    *cases("ASSAULT", FUTURE, "ASSAULT", "aerial", act_mode="aerial"),
    *cases("CONCEDE REQUEST ACCUSE STATEMENT AGREE", ("planned", "denied", "alleged"), "="),
]


@pytest.mark.parametrize(("act", "modes", "status", "threat", "event", "folded"), CASES)
def test_fold(act: str, modes: list[str], status: str, threat: bool, event: str, folded: tuple[str, ...]) -> None:
    expected = (act, tuple(modes)) if event == "=" else (event, folded)
    assert fold(act, modes, status, threat=threat) == expected


def test_every_row_is_met_by_a_case() -> None:
    met = set()
    for act, modes, status, threat, *_ in CASES:
        met.add(next(i for i, rule in enumerate(load_fold()) if rule.fits(act, modes, status, threat)))
    assert met == set(range(len(load_fold())))


@given(
    act=st.sampled_from(list(load_ontology().types)),
    status=st.sampled_from(STATUSES),
    threat=st.booleans(),
    data=st.data(),
)
def test_fold_gives_a_type_with_its_own_modes(act: str, status: str, threat: bool, data: st.DataObject) -> None:
    names = load_ontology().modes_of(act)
    modes = data.draw(st.lists(st.sampled_from(names), unique=True)) if names else []
    event, folded = fold(act, modes, status, threat=threat)
    assert set(folded) <= set(load_ontology().modes_of(event))
    if status in ("occurred", "ongoing", "historical", "alleged", "denied"):
        assert (event, folded) == (act, tuple(modes))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("RETREAT\t\tplanned", "RETREET\t\tplanned"),
        ("planned,expected", "planed,expected"),
        ("*\t\t*\t\t=\t=", "AID\t\t*\t\t=\t="),
    ],
)
def test_a_wrong_row_is_named(old: str, new: str) -> None:
    text = read_table("fold.tsv")
    assert old in text
    with pytest.raises(LexiconError, match=r"fold\.tsv, line \d+"):
        build_fold(text.replace(old, new, 1), load_ontology())
