"""Which words of a sentence may name an act, and what governs them."""

from __future__ import annotations

import pytest

from tests.coding.trees import candidate, lexicon, tree_of
from whowhom.coding.candidates import find_candidates


def acts(text: str) -> list[tuple[str, str]]:
    tree = tree_of(text)
    return [(tree.lower[c.head], c.act) for c in find_candidates(tree, lexicon())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested ten students.", [("arrested", "COERCE")]),
        ("The cat slept.", []),
        ("An attack helicopter fell.", []),
        ("The bank killed the deal.", []),
        (
            "The army attacked Homs, and police later arrested ten men.",
            [("attacked", "ASSAULT"), ("arrested", "COERCE")],
        ),
    ],
)
def test_acts_come_in_text_order(text: str, expected: list[tuple[str, str]]) -> None:
    assert acts(text) == expected


def test_a_noun_that_the_verbs_row_names_is_not_told_twice() -> None:
    assert acts("France imposed sanctions on Iran.") == [("imposed", "SANCTION")]


def test_a_light_verb_carries_the_act_noun() -> None:
    tree = tree_of("France resumed its offensive against Iran.")
    cand = candidate(tree, "offensive")
    assert cand.is_nominal
    assert tree.lower[cand.pred] == "resumed"
    assert cand.governors[0][0] == "do"


@pytest.mark.parametrize(
    ("text", "word", "effects"),
    [
        ("France attacked Iran.", "attacked", []),
        ("France plans to attack Iran.", "attack", ["plan"]),
        ("France refused to meet Iran.", "meet", ["refuse"]),
        ("France threatened to attack Iran.", "attack", ["threaten"]),
        ("Iran said France attacked Chad.", "attacked", ["report"]),
        ("Iran said France plans to attack Chad.", "attack", ["plan", "report"]),
        ("France failed to release Iran's diplomat.", "release", ["fail"]),
        ("France accused Iran of attacking Chad.", "attacking", ["accuse"]),
    ],
)
def test_governors_come_inner_first(text: str, word: str, effects: list[str]) -> None:
    assert [effect for effect, _ in candidate(tree_of(text), word).governors] == effects
