"""Questions to a dependency tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coding.trees import at, tree_of
from whowhom.coding.tree import Tree
from whowhom.records import Sentence, Token


def words(tree: Tree, indices: list[int]) -> list[str]:
    return [tree.tokens[i].text for i in indices]


def phrase(tree: Tree, head: str) -> str:
    return tree.span(*tree.phrase(at(tree, head))).text


def test_conjuncts_are_the_word_and_what_is_joined_to_it() -> None:
    tree = tree_of("France, Germany and Italy met Iran.")
    assert words(tree, tree.conjuncts(at(tree, "France"))) == ["France", "Germany", "Italy"]


def test_prepositions_give_nested_ones_as_one_phrase() -> None:
    tree = tree_of("Troops moved out of Iran.")
    found = [(p, tree.tokens[o].text) for p, _, o in tree.prepositions(at(tree, "moved"))]
    assert ("out of", "Iran") in found


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The Russian foreign minister left.", "minister", "The Russian foreign minister"),
        ("The president of Kenya left.", "president", "The president of Kenya"),
        ("The UN envoy for Syria left.", "envoy", "The UN envoy for Syria"),
        ("The minister, who was ill, left.", "minister", "The minister"),
        ("Rebels from Chad left.", "rebels", "Rebels from Chad"),
    ],
)
def test_a_phrase_is_what_says_who_it_is(text: str, head: str, expected: str) -> None:
    assert phrase(tree_of(text), head) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Rebels were killed by soldiers.", "killed", True),
        ("Troops sent by Chad arrived.", "sent", True),
        ("Soldiers killed rebels.", "killed", False),
        ("Soldiers have killed rebels.", "killed", False),
    ],
)
def test_passives_are_known(text: str, verb: str, expected: bool) -> None:
    tree = tree_of(text)
    assert tree.is_passive(at(tree, verb)) is expected


def test_a_span_counts_from_the_paragraph() -> None:
    text = "GENEVA (AP) — The president of Kenya left."
    tree = tree_of(text)
    span = tree.span(*tree.phrase(at(tree, "president")))
    assert span.text == text[span.start : span.end] == "The president of Kenya"


@given(st.lists(st.integers(min_value=-3, max_value=9), min_size=1, max_size=8))
def test_a_broken_tree_never_hangs(heads: list[int]) -> None:
    tokens = tuple(Token("w", "w", "NOUN", "NN", "dep", h, 2 * i, 2 * i + 1, "") for i, h in enumerate(heads))
    tree = Tree(Sentence("s", "body", 0, 0, "w " * len(heads), 0, tokens))
    for i in range(len(heads)):
        assert len(list(tree.ancestors(i))) <= len(heads)
