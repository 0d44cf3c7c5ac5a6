"""The tables hold PLOVER 2.0, are checked on load, and translate to CAMEO and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.errors import LexiconError
from whowhom.ontology.entries import STATUSES
from whowhom.ontology.rows import read_table
from whowhom.ontology.tables import COLUMNS, build_ontology, load_ontology

ontology = load_ontology()
SIXTEEN = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


def test_vocabulary_is_that_of_plover_2() -> None:
    assert list(ontology.types) == [*SIXTEEN, "STATEMENT"]
    assert len(ontology.modes) == 67
    assert len(ontology.contexts) == 37


@pytest.mark.parametrize(
    ("event", "quad"),
    [
        ("AGREE", 1),
        ("CONCEDE", 1),
        ("AID", 2),
        ("RETREAT", 2),
        ("ACCUSE", 3),
        ("THREATEN", 3),
        ("PROTEST", 4),
        ("SANCTION", 4),
        ("ASSAULT", 4),
        ("STATEMENT", 1),
    ],
)
def test_quad(event: str, quad: int) -> None:
    assert ontology.quad(event) == quad


@pytest.mark.parametrize(
    ("event", "modes", "score"),
    [
        ("ACCUSE", [], -3),
        ("PROTEST", ["vandalize"], -5),
        ("PROTEST", ["demo", "riot"], -7),
        ("SANCTION", ["expel"], -5.5),
        ("THREATEN", ["expel"], -3.5),
        ("REQUEST", ["assist"], 0.5),
        ("REJECT", ["assist"], -1.5),
        ("REQUEST", ["assist", "yield"], -1),
        ("CONSULT", ["visit"], 4),
        ("STATEMENT", [], 0),
    ],
)
def test_score(event: str, modes: list[str], score: float) -> None:
    assert ontology.score(event, modes) == score


def test_score_of_a_mode_of_another_type_is_an_error() -> None:
    with pytest.raises(KeyError):
        ontology.score("AID", ["visit"])


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("202", {"event": "ASSAULT", "modes": ["unconventional"], "contexts": ["religion_ethnicity"]}),
        ("042", {"event": "CONSULT", "modes": ["visit"]}),
        ("043", {"event": "CONSULT", "modes": ["visit"], "words": ["host"]}),
        ("041", {"event": "CONSULT", "modes": ["phone"]}),
        ("044", {"event": "CONSULT", "modes": ["third-party"]}),
        ("040", {"event": "CONSULT", "contexts": ["diplomatic"]}),
        ("046", {"event": "CONSULT", "words": ["negotiate"]}),
        ("045", {"event": "CONSULT", "words": ["mediate", "negotiation"]}),
        ("036", {"event": "AGREE", "act": "CONSULT", "contexts": ["military"], "status": "planned"}),
        ("033", {"event": "AGREE", "act": "AID"}),
        ("0332", {"event": "AGREE", "act": "AID", "contexts": ["military"]}),
        ("032", {"event": "AGREE", "act": "SUPPORT"}),
        ("031", {"event": "AGREE", "act": "COOPERATE"}),
        ("030", {"event": "AGREE"}),
        ("035", {"event": "CONCEDE", "act": "RETREAT", "status": "planned"}),
        ("0871", {"event": "RETREAT", "modes": ["ceasefire"]}),
        ("0841", {"event": "RETREAT", "modes": ["release"]}),
        ("125", {"event": "REJECT", "act": "CONSULT", "modes": ["meet"], "status": "declined"}),
        ("125", {"event": "REJECT", "act": "CONSULT"}),
        ("122", {"event": "REJECT", "act": "AID", "modes": ["assist"]}),
        ("129", {"event": "REJECT", "words": ["veto"]}),
        ("090", {"event": "ACCUSE", "modes": ["investigate"]}),
        ("091", {"event": "ACCUSE", "modes": ["investigate"], "contexts": ["corruption"]}),
        ("111", {"event": "ACCUSE", "modes": ["disapprove"]}),
        ("112", {"event": "ACCUSE", "modes": ["allege"]}),
        ("138", {"event": "THREATEN", "modes": ["violence"]}),
        ("1312", {"event": "THREATEN", "modes": ["restrict"], "contexts": ["economic"]}),
        ("1382", {"event": "THREATEN", "modes": ["territory"]}),
        ("143", {"event": "PROTEST", "modes": ["strike"]}),
        ("1413", {"event": "PROTEST", "modes": ["demo"], "contexts": ["rights_freedoms"]}),
        ("161", {"event": "SANCTION", "modes": ["withdraw"]}),
        ("1621", {"event": "SANCTION", "modes": ["discontinue"], "contexts": ["economic"]}),
        ("163", {"event": "SANCTION", "contexts": ["economic"]}),
        ("163", {"event": "COERCE", "modes": ["restrict"], "words": ["sanction"]}),
        ("173", {"event": "COERCE", "modes": ["arrest"]}),
        ("192", {"event": "COERCE", "modes": ["seize"], "military": True}),
        ("1711", {"event": "COERCE", "modes": ["seize"]}),
        ("190", {"event": "ASSAULT", "military": True}),
        ("180", {"event": "ASSAULT", "military": False, "contexts": ["military"]}),
        ("190", {"event": "ASSAULT", "contexts": ["military"]}),
        ("193", {"event": "ASSAULT", "modes": ["firearms"], "military": True}),
        ("180", {"event": "ASSAULT", "modes": ["firearms"], "military": False}),
        ("195", {"event": "ASSAULT", "modes": ["drone"]}),
        ("016", {"event": "STATEMENT", "status": "denied"}),
        ("010", {"event": "STATEMENT"}),
    ],
)
def test_cameo_for(code: str, facts: dict[str, Any]) -> None:
    assert ontology.cameo_for(**facts) == code


# CAMEO cannot say these: appeals (02) come back as demands (10), and 08 does not part CONCEDE from RETREAT.
@pytest.mark.parametrize("code", list(ontology.cameo))
def test_code_keeps_type_mode_and_root_on_the_way_back(code: str) -> None:
    event, mode, contexts = ontology.from_cameo(code)
    back = ontology.cameo_for(event, event, [mode] if mode else [], contexts, "occurred")
    event_back, mode_back, _ = ontology.from_cameo(back)
    assert back[:2] == ("10" if code.startswith("02") else code[:2])
    assert mode_back == mode
    assert event_back == event or {event, event_back} == {"CONCEDE", "RETREAT"}


def test_statement_is_cameo_01() -> None:
    assert ontology.from_cameo("01")[0] == "STATEMENT"
    assert ontology.cameo_for("STATEMENT")[:2] == "01"


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("200", ("ASSAULT", "unconventional", ("military",))),
        ("1431", ("PROTEST", "strike", ("executive",))),
        ("0813", ("RETREAT", None, ("legal",))),
        ("073", ("AID", None, ("human_security",))),
        ("1722", ("COERCE", "restrict", ("pro_autocracy",))),
        ("175", ("ASSAULT", "crowd-control", ("pro_autocracy", "military"))),
        ("1712", ("ASSAULT", "destroy", ("human_security",))),
        ("1953", ("ASSAULT", "aerial", ("military",))),
        ("19", ("ASSAULT", None, ("military",))),
    ],
)
def test_from_cameo(code: str, facts: tuple[str, str | None, tuple[str, ...]]) -> None:
    assert ontology.from_cameo(code) == facts


@pytest.mark.parametrize("code", ["", "0", "21", "99", "xx"])
def test_unknown_root_is_an_error(code: str) -> None:
    with pytest.raises(KeyError):
        ontology.from_cameo(code)


@pytest.mark.parametrize(("code", "value"), [("016", -2), ("0334", 6), ("163", -8), ("1213", -4), ("2042", -10)])
def test_goldstein(code: str, value: float) -> None:
    assert ontology.goldstein(code) == value


@given(
    pair=st.sampled_from(list(ontology.modes)),
    act=st.sampled_from(SIXTEEN),
    contexts=st.lists(st.sampled_from(list(ontology.contexts)), max_size=4),
    status=st.sampled_from(STATUSES),
    military=st.sampled_from([None, True, False]),
)
def test_every_event_gets_a_code_under_a_root_of_its_type(
    pair: tuple[str, str], act: str, contexts: list[str], status: str, military: bool | None
) -> None:
    event, mode = pair
    for modes in ([], [mode]):
        code = ontology.cameo_for(event, act, modes, contexts, status, military=military)
        assert code in ontology.cameo
        # a conviction is SANCTION in PLOVER and 116 in CAMEO
        assert code[:2] in ontology.types[event].cameo or (event, mode, code) == ("SANCTION", "convict", "116")


def test_every_rule_can_be_reached() -> None:
    for event, rules in ontology.rules.items():
        for later, rule in enumerate(rules):
            covered = [first for first in rules[:later] if _asks_no_more(first, rule)]
            assert not covered, f"{event}: {rule} never applies"


def _asks_no_more(first: Any, rule: Any) -> bool:
    names = ("acts", "modes", "contexts", "statuses", "words")
    sets = all(not getattr(first, n) or (getattr(rule, n) and getattr(rule, n) <= getattr(first, n)) for n in names)
    return sets and (first.military is None or first.military is rule.military)


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("types.tsv", "\t2\t9.5\t", "\t5\t9.5\t", "unknown quad"),
        ("types.tsv", "\trequired\t", "\tperhaps\t", "unknown recipient"),
        ("types.tsv", "type\tcameo", "type\troot", "columns are"),
        ("modes.tsv", "CONSULT\tvisit", "CONVERSE\tvisit", "unknown type"),
        ("modes.tsv", "CONSULT\tvisit\t4", "CONSULT\tvisit\tfour", "not a number"),
        ("modes.tsv", "CONSULT\tvisit\t4", "CONSULT\tvisit\t40", "outside"),
        ("modes.tsv", "CONSULT\tphone", "CONSULT\tvisit", "stands twice"),
        ("modes.tsv", "\t1821\t", "\t1829\t", "unknown CAMEO code"),
        ("contexts.tsv", "soldier, troop", "soldier, soldier", "twice"),
        ("contexts.tsv", "soldier, troop", "Soldier, troop", "lower case"),
        ("cameo.tsv", "042\tCONSULT\tvisit", "042\tCONSULT\tmarch", "no mode"),
        ("cameo.tsv", "0311\tAGREE\t\teconomic", "0311\tAGREE\t\thumanitarian", "unknown context"),
        ("cameo.tsv", "0311\tAGREE\t\teconomic", "0311\tAGREE\teconomic", "cells"),
        ("sectors.tsv", "GOV\tfrequent", "GOV\toften", "unknown kind"),
        ("to_cameo.tsv", "\t042\n", "\t049\n", "unknown CAMEO code"),
        ("to_cameo.tsv", "CONSULT\t\tvisit", "CONSULT\t\tdemo", "no mode"),
    ],
)
def test_a_wrong_line_is_named(file: str, old: str, new: str, reason: str) -> None:
    texts = {name: read_table(name) for name in COLUMNS}
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    with pytest.raises(LexiconError, match=reason) as caught:
        build_ontology(texts)
    assert caught.value.file == file
    assert caught.value.line >= 1
