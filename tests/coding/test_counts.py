"""Numbers of people, as words and as figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coding.trees import at, tree_of
from whowhom.coding.counts import find_counts, read_number
from whowhom.records import Counts


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty - five", 25),
        ("twenty-five", 25),
        ("1,200", 1200),
        ("12", 12),
        ("two hundred", 200),
        ("three thousand two hundred", 3200),
        ("two dozen", 24),
        ("zero", 0),
        ("1.5 million", None),
        ("several", None),
        ("12,00", None),
        ("-", None),
        ("", None),
    ],
)
def test_a_number_is_read_or_left(words: str, number: int | None) -> None:
    assert read_number(words.split()) == number


@given(st.integers(min_value=0, max_value=10**9))
def test_figures_with_and_without_commas_are_the_same_number(n: int) -> None:
    assert read_number([f"{n:,}"]) == read_number([str(n)]) == n


@given(st.lists(st.text(max_size=5), max_size=4))
def test_any_words_give_a_number_or_none(words: list[str]) -> None:
    assert read_number(words) is None or read_number(words) >= 0  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "verb", "counts"),
    [
        ("Soldiers killed at least 12 people.", "killed", Counts(dead=12)),
        ("At least 12 people were killed and 30 were wounded.", "killed", Counts(dead=12, injured=30)),
        ("Police arrested twenty-five protesters.", "arrested", Counts(arrested=25)),
        ("About 1,200 people protested in Nairobi.", "protested", Counts(participants=1200)),
        ("The shelling left five people dead.", "left", Counts(dead=5)),
        ("Soldiers killed several people.", "killed", Counts()),
        ("The 12 soldiers killed a man.", "killed", Counts()),
    ],
)
def test_counts_are_tied_to_what_befell_the_people(text: str, verb: str, counts: Counts) -> None:
    tree = tree_of(text)
    assert find_counts(tree, at(tree, verb)) == counts


@pytest.mark.parametrize(
    ("text", "word", "dead"),
    [
        ("The army shelled a base, residents said, and air strikes hit a market, killing 18 people.", "shelled", None),
        ("The army shelled a base, residents said, and air strikes hit a market, killing 18 people.", "hit", 18),
        ("Rebels attacked a village and killed 20 people.", "attacked", 20),
        ("Clashes broke out and 20 people were killed.", "Clashes", 20),
        ("At least five people were shot dead, doctors said.", "shot", 5),
    ],
)
def test_the_dead_are_those_of_the_act(text: str, word: str, dead: int | None) -> None:
    tree = tree_of(text)
    assert find_counts(tree, at(tree, word)).dead == dead
