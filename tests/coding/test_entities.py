"""Noun phrases and pronouns to entities."""

from __future__ import annotations

import pytest

from tests.coding.trees import at, knowledge, lexicon, namer_of, tree_of
from whowhom import Coder
from whowhom.coding.entities import Namer
from whowhom.coding.memory import Memory
from whowhom.records import Story


def names(text: str, head: str) -> list[tuple[str, str | None, str | None]]:
    tree = tree_of(text)
    return [(n.entity.text, n.entity.code, n.entity.sector) for n in namer_of(tree).name(at(tree, head))]


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("France left.", "France", [("France", "FRA", "GOV")]),
        ("The Kenyan police left.", "police", [("The Kenyan police", "KEN", "COP")]),
        ("The president of Kenya left.", "president", [("The president of Kenya", "KEN", "GOV")]),
        ("The rebels left.", "rebels", [("The rebels", None, "REB")]),
        ("The table fell.", "table", []),
    ],
)
def test_a_phrase_names_who_it_says(text: str, head: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert names(text, head) == expected


def test_joined_adjectives_are_two_states() -> None:
    found = names("Russian and Chinese warships left.", "warships")
    assert [code for _, code, _ in found] == ["RUS", "CHN"]


@pytest.mark.parametrize(
    ("text", "noun", "sectors"),
    [
        ("Ethiopia and Tigray forces met in Pretoria.", "forces", ["GOV", "REB"]),
        ("Turkish and Russian forces met in Pretoria.", "forces", ["MIL", "MIL"]),
        ("U.S. and Afghan forces met in Pretoria.", "forces", ["MIL", "MIL"]),
        ("India and China troops clashed in Ladakh.", "troops", ["MIL", "MIL"]),
    ],
)
def test_a_state_that_shares_no_forces_is_its_government(text: str, noun: str, sectors: list[str]) -> None:
    assert [sector for _, _, sector in names(text, noun)] == sectors


def test_a_date_before_an_office_is_no_part_of_the_phrase(coder: Coder) -> None:
    story = Story("s", body=("In late August US President Donald Trump met Russian President Vladimir Putin.",))
    assert next(e.text for m in coder.code(story) for e in m.actor) == "US President Donald Trump"


def test_a_shared_office_is_one_for_each_state() -> None:
    found = names("The presidents of Kenya and Uganda left.", "presidents")
    assert [(code, sector) for _, code, sector in found] == [("KEN", "GOV"), ("UGA", "GOV")]


def test_an_unknown_person_is_kept_by_the_words() -> None:
    tree = tree_of("John Mbeki-Smith visited Paris.")
    (named,) = namer_of(tree).name(at(tree, "Smith"))
    assert (named.entity.code, named.entity.sector, named.is_known) == (None, None, False)


@pytest.mark.parametrize(
    ("text", "pronoun", "codes"),
    [
        ("France said it attacked Chad.", "it", ["FRA"]),
        ("France and Iran said they met.", "they", ["FRA", "IRN"]),
        ("It rained.", "it", []),
    ],
)
def test_a_pronoun_stands_for_what_its_sentence_named(text: str, pronoun: str, codes: list[str]) -> None:
    assert [code for _, code, _ in names(text, pronoun)] == codes


def test_he_stands_for_the_person_of_the_sentence_before() -> None:
    memory = Memory(None)
    first = tree_of("Kenyan President Uhuru Kenyatta left.")
    Namer(first, knowledge(), memory, lexicon().nouns).remember()
    second = tree_of("He visited Iran.")
    (named,) = Namer(second, knowledge(), memory, lexicon().nouns).name(0)
    assert (named.entity.text, named.entity.start, named.entity.code) == ("He", 0, "KEN")


def test_the_ministry_is_the_one_the_story_named() -> None:
    memory = Memory(None)
    Namer(tree_of("The Kenyan army left."), knowledge(), memory, lexicon().nouns).remember()
    tree = tree_of("The army returned.")
    (named,) = Namer(tree, knowledge(), memory, lexicon().nouns).name(at(tree, "army"))
    assert (named.entity.code, named.entity.sector) == ("KEN", "MIL")


def test_another_story_does_not_remember() -> None:
    Namer(tree_of("The Kenyan army left."), knowledge(), Memory(None), lexicon().nouns).remember()
    assert names("The army returned.", "army") == [("The army", None, "MIL")]


def test_main_countries_are_the_most_named_first() -> None:
    memory = Memory(None)
    memory.count(["KEN", "FRA", "FRA", "IRN"])
    assert memory.main_countries() == ["FRA", "IRN", "KEN"]


def test_envoys_of_rebels_lend_no_sector_to_those_of_a_state(coder: Coder) -> None:
    text = "Qatar hosted representatives of the Taliban and the United States for a round of talks."
    (mention,) = coder.code(Story("s", body=(text,)))
    assert (mention.event, mention.mode) == ("CONSULT", ("visit",))
    assert [(e.code, e.sector) for e in mention.actor] == [("AFG", "REB"), ("USA", "GOV")]
