"""Phrases that do not say whose they are: bound by the words around them, by place, and by the story."""

from __future__ import annotations

import pytest

from tests.coding.trees import at, knowledge, lexicon, tree_of
from whowhom.coding.entities import Namer
from whowhom.coding.memory import Memory
from whowhom.records import Entity

CITIES = {"Lyon": "FRA", "Boston": "USA", "Calais": "FRA"}


def code_of(text: str, word: str, memory: Memory | None = None) -> str | None:
    tree = tree_of(text)
    namer = Namer(tree, knowledge(), memory or Memory(None, lambda name, _: CITIES.get(name)), lexicon().nouns)
    return next((n.entity.code for n in namer.name(at(tree, word)) if n.entity.code), None)


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The then president, Goodluck Jonathan, rejected the plan.", "president", "NGA"),
        ("Troops loyal to Ivory Coast leader Laurent Gbagbo fired on the crowd.", "Troops", "CIV"),
        ("Groups such as Oxfam and Greenpeace protested.", "Groups", "NGO"),
        ("A court in Lyon found the priest guilty.", "court", "FRA"),
        ("Police arrested dozens of demonstrators in Yerevan.", "demonstrators", "ARM"),
        ("They support the government and people of Saudi Arabia.", "government", "SAU"),
        ("The Department for International Development cut aid.", "Department", "GBR"),
        ("The U.S. Fish and Wildlife Service returned the frogs.", "Service", "USA"),
        ("Gunmen attacked an army camp in Somalia.", "camp", "SOM"),
        ("Rebels in northern Yemen laid down their arms.", "Rebels", "YEM"),
        ("A proposed cabinet put forward by Angela Merkel was rejected.", "cabinet", "DEU"),
        # places that say nothing of who somebody is
        ("Rebels in Nairobi rejected the truce.", "Rebels", None),
        ("More than 100 people arrived in Kenya seeking refuge.", "people", None),
        ("The government met rebels in Kenya.", "government", None),
        ("The armed opposition will attend talks in Kazakhstan.", "opposition", None),
        ("Soldiers were attacked in Kenya.", "Soldiers", None),
    ],
)
def test_whose_a_phrase_is(text: str, word: str, code: str | None) -> None:
    assert code_of(text, word) == code


def test_the_government_is_the_story_s_and_not_the_other_party_s() -> None:
    memory = Memory(None)
    memory.count(["KEN", "KEN", "KEN", "FRA"])
    assert code_of("France urged the government to resign.", "government", memory) == "KEN"
    assert code_of("Kenya urged the government to resign.", "government", memory) is None


def test_of_two_states_named_as_often_neither_is_guessed() -> None:
    memory = Memory(None)
    memory.count(["KEN", "KEN", "KEN", "FRA", "FRA"])
    assert code_of("The envoy urged the government to resign.", "government", memory) is None


def test_no_government_is_the_united_nations_own() -> None:
    memory = Memory(None)
    memory.bind("government", Entity("x", 0, 1, code="UNO"))
    assert code_of("The government resigned.", "government", memory) is None


def _after(first: str, second: str, word: str) -> Entity | None:
    memory = Memory(None)
    Namer(tree_of(first), knowledge(), memory, lexicon().nouns).remember()
    tree = tree_of(second)
    found = Namer(tree, knowledge(), memory, lexicon().nouns).name(at(tree, word))
    return found[0].entity if found else None


def test_a_surname_stands_for_whom_the_text_has_explained() -> None:
    told = _after("Kenyan opposition leader Jaramogi Testwell left.", "Mr Testwell returned on Monday.", "Testwell")
    assert told is not None
    assert (told.code, told.sector, told.name, told.text) == ("KEN", "OPP", "Jaramogi Testwell", "Mr Testwell")


def test_another_given_name_is_another_person() -> None:
    told = _after("Kenyan opposition leader Jaramogi Testwell left.", "Martha Testwell returned on Monday.", "Testwell")
    assert told is None or told.code is None


def test_an_acronym_stands_for_the_name_before_its_brackets() -> None:
    told = _after("The High Testing Committee (HTC) of Syria met Russia.", "The HTC left.", "HTC")
    assert told is not None
    assert (told.code, told.name) == ("SYR", "High Testing Committee")


def test_an_acronym_for_two_names_says_nothing() -> None:
    memory = Memory(None)
    memory.learn("HTC", Entity("a", 0, 1, name="High Testing Committee", code="SYR"))
    memory.learn("HTC", Entity("b", 0, 1, name="Home Trade Council", code="KEN"))
    assert memory.recall("HTC", "HTC", 0, 3) is None


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("Georgia met Armenia on Monday.", "Georgia", "GEO"),
        ("Russia invaded Georgia, the US said.", "Georgia", "GEO"),
        ("Georgia passed a law, Republicans in Atlanta said.", "Georgia", "USA"),
        ("Congo attacked rebels near Brazzaville.", "Congo", "COG"),
        ("Troops from Congo crossed into Rwanda.", "Troops", "COD"),
    ],
)
def test_a_name_that_states_share_is_settled_by_the_sentence(text: str, word: str, code: str) -> None:
    assert code_of(text, word) == code


def two_governments() -> Memory:
    memory = Memory(None)
    memory.bind("government", Entity("the Kenyan government", 0, 1, code="KEN"))
    memory.bind("government", Entity("the French government", 0, 1, code="FRA"))
    return memory


def test_of_two_governments_the_one_that_is_not_the_other_party_is_meant() -> None:
    assert code_of("France urged the government to resign.", "government", two_governments()) == "KEN"
    assert code_of("The government resigned.", "government", two_governments()) is None


def test_of_two_governments_the_leading_country_s_is_meant() -> None:
    memory = two_governments()
    memory.count(["KEN", "KEN", "FRA"])
    assert code_of("The government resigned.", "government", memory) == "KEN"


def test_a_newspaper_that_only_publishes_is_no_actor(request: pytest.FixtureRequest) -> None:
    coder = request.getfixturevalue("coder")
    from whowhom.records import Story

    text = "The New York Times published a report criticizing Saudi Arabia."
    assert all(e.sector != "JRN" for m in coder.code(Story("s", body=(text,))) for e in m.actor)
