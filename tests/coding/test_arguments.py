"""Who does it and to whom, by syntax alone: control, passives, gaps, containers."""

from __future__ import annotations

import pytest

from tests.coding.trees import at, tree_of
from whowhom import Coder
from whowhom.coding.arguments import noun_owners, objects_of, prepositional, subjects_of, unwrap
from whowhom.coding.surroundings import surroundings
from whowhom.coding.tree import Tree
from whowhom.records import Story


def words(tree: Tree, indices: list[int]) -> list[str]:
    return [tree.tokens[i].text for i in indices]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("France and Iran met.", "met", ["France", "Iran"]),
        ("Rebels were killed by soldiers.", "killed", ["soldiers"]),
        ("Rebels were killed.", "killed", []),
        ("France plans to meet Iran.", "meet", ["France"]),
        ("France urged Iran to release him.", "release", ["Iran"]),
        ("France accused Iran of attacking ships.", "attacking", ["Iran"]),
        ("France attacked Iran and arrested a diplomat.", "arrested", ["France"]),
        ("The rebels, who attacked Chad, left.", "attacked", ["rebels"]),
        ("Trump is expected to meet Putin.", "meet", ["Trump"]),
        ("France left after meeting Iran.", "meeting", ["France"]),
        ("Iran rejected France's decision to send troops.", "send", ["France"]),
    ],
)
def test_who_does_it(text: str, verb: str, expected: list[str]) -> None:
    tree = tree_of(text)
    assert words(tree, subjects_of(tree, at(tree, verb))) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Soldiers killed rebels and civilians.", "killed", ["rebels", "civilians"]),
        ("Rebels were killed by soldiers.", "killed", ["Rebels"]),
        ("The diplomats expelled by France left.", "expelled", ["diplomats"]),
        ("The city that rebels attacked fell.", "attacked", ["city"]),
        ("Soldiers slept.", "slept", []),
    ],
)
def test_whom_it_is_done_to(text: str, verb: str, expected: list[str]) -> None:
    tree = tree_of(text)
    assert words(tree, objects_of(tree, at(tree, verb))) == expected


def test_a_container_gives_what_it_holds() -> None:
    tree = tree_of("France launched a series of attacks.")
    assert words(tree, [unwrap(tree, at(tree, "series"))]) == ["attacks"]


@pytest.mark.parametrize("text", ["Israel's attack killed ten.", "The attack by Israel killed ten."])
def test_the_owner_of_an_act_noun(text: str) -> None:
    tree = tree_of(text)
    assert words(tree, noun_owners(tree, at(tree, "attack"))) == ["Israel"]


def test_objects_of_a_preposition_come_with_what_is_joined_to_them() -> None:
    tree = tree_of("France met with Iran and Iraq.")
    assert words(tree, prepositional(tree, [at(tree, "met")], "with")) == ["Iran", "Iraq"]


def test_surroundings_hold_what_conditions_ask_for() -> None:
    tree = tree_of("The rebels laid down their arms in Chad.")
    around = surroundings(tree, at(tree, "laid"))
    assert around.has_obj
    assert "arm" in around.obj
    assert "down" in around.particles
    assert around.preps["in"] == ("chad",)
    assert not around.comp


def test_an_infinitive_is_a_complement() -> None:
    tree = tree_of("France agreed to meet Iran.")
    around = surroundings(tree, at(tree, "agreed"))
    assert (around.comp, around.comp_verbs, around.infinitive) == (True, ("meet", "meet-iran"), True)


def test_who_is_scolded_for_a_deed_did_it(coder: Coder) -> None:
    text = "The Syrian press lashed out at Jordan for hosting Israeli officials."
    mention = next(m for m in coder.code(Story("s", body=(text,))) if m.event == "CONSULT")
    assert [e.code for e in mention.recipient] == ["JOR"]
