"""The names of one story, settled in the light of the others."""

from __future__ import annotations

import pytest
import spacy

from whowhom.actors import load_knowledge
from whowhom.places import StoryMap, load_gazetteer
from whowhom.records import Sentence, Token

TOKENS = spacy.blank("en")
gazetteer = load_gazetteer()


def sentences(*texts: str) -> list[Sentence]:
    """Sentences whose words carry a place label where they stand in square brackets."""
    result = []
    for index, text in enumerate(texts):
        words, at, tokens = TOKENS(text.replace("[", "").replace("]", "")), 0, []
        marked = [part.split("]")[0] for part in text.split("[")[1:]]
        labelled = {word for part in marked for word in part.split()}
        for token in words:
            ent = "GPE" if token.text in labelled else ""
            tokens.append(Token(token.text, token.text, "X", "X", "dep", 0, at, at + len(token.text), ent))
            at += len(token.text_with_ws)
        result.append(Sentence("s", "body", 0, index, words.text, 0, tuple(tokens)))
    return result


def told(*texts: str, dateline: str | None = None) -> list[list[tuple[str, str | None, str | None]]]:
    """(name, country, admin1) of every place, sentence by sentence."""
    sents = sentences(*texts)
    story_map = StoryMap(gazetteer, sents, knowledge=load_knowledge(), dateline=dateline)
    return [[(s.place.name, s.place.country, s.place.admin1) for s in story_map.settle(sent)] for sent in sents]


@pytest.mark.parametrize(
    ("name", "others", "country"),
    [
        ("Tripoli", "The Lebanese army sent troops.", "LBN"),
        ("Tripoli", "The Libyan government refused.", "LBY"),
        ("Hyderabad", "Pakistan closed the border.", "PAK"),
        ("Hyderabad", "India closed the border.", "IND"),
        ("Valencia", "Venezuela held an election.", "VEN"),
        ("Valencia", "Spain held an election.", "ESP"),
        ("Birmingham", "The Alabama senate voted.", "USA"),
        ("Birmingham", "The British police spoke.", "GBR"),
        ("Cordoba", "Argentina raised taxes.", "ARG"),
        ("Santiago", "The Chilean president spoke.", "CHL"),
        ("Georgetown", "Guyana found oil.", "GUY"),
        ("Vienna", "The Virginia governor spoke in Virginia.", "AUT"),
    ],
)
def test_the_storys_country_decides(name: str, others: str, country: str) -> None:
    for first, second in ((f"They met in [{name}].", others), (others, f"They met in [{name}].")):
        places = [place for sent in told(first, second) for place in sent]
        assert country in {code for place, code, _ in places if place not in {"Virginia", "Alabama"}}


def test_a_place_spelt_out_once_is_meant_throughout() -> None:
    first, second = told("A bomb went off in [Tripoli], Lebanon.", "The dead in [Tripoli] were buried.")
    assert first == second == [("Tripoli", "LBN", first[0][2])]


def test_a_dateline_speaks_for_its_country() -> None:
    assert told("A fire broke out in [Birmingham].", dateline="MONTGOMERY, Ala.")[0][0][1] == "USA"


def test_a_small_town_is_found_in_a_story_of_its_country() -> None:
    first, _ = told("They picked berries in [Ponchatoula].", "The state of [Louisiana] is proud.")
    assert first == [("Ponchatoula", "USA", "Louisiana")]
    assert told("They picked berries in [Ponchatoula].", "The sun shone.")[0] == []


def test_the_north_is_a_country_where_both_koreas_are_named() -> None:
    both = told("South Korea and North Korea met.", "Later the North fired a rocket.")
    assert both[1] == [("North Korea", "PRK", None)]
    assert told("Mali fights rebels.", "Later the North fired a rocket.")[1] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shelling hit [northern Syria].", [("Syria", "SYR", None)]),
        ("Troops stood outside [Mosul].", [("Mosul", "IRQ", "Nineveh")]),
        ("Rockets were fired from the [Gaza Strip].", [("Gaza Strip", "PSE", "Gaza Strip")]),
        ("A ship sank in the [Black Sea].", [("Black Sea", None, None)]),
        ("It lies in the [Gulf of Thailand].", [("Gulf of Thailand", None, None)]),
        ("The Syrian army and the French president spoke.", []),
        ("Paris Hilton and Jack London wrote.", []),
        ("It hit [Wakayama] and [Mie] prefectures.", [("Wakayama", "JPN", "Wakayama"), ("Mie", "JPN", "Mie")]),
        ("Rebels from [Ninevah] province fled.", [("Nineveh", "IRQ", "Nineveh")]),
        ("It burned in [Marin] county, said the [United States].",
         [("Marin County", "USA", "California"), ("United States", "USA", None)]),
    ],
)  # fmt: skip
def test_directions_seas_and_divisions(text: str, places: list[tuple[str, str | None, str | None]]) -> None:
    assert told(text) == [places]


def test_one_by_one_equals_in_any_order() -> None:
    sents = sentences("A bomb went off in [Tripoli].", "Lebanon mourned.", "Police went to [Tripoli].")
    forward = StoryMap(gazetteer, sents)
    backward = StoryMap(gazetteer, sents)
    assert [forward.settle(s) for s in sents] == [backward.settle(s) for s in reversed(sents)][::-1]
