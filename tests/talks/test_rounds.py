"""Rounds told in passing."""

from datetime import date

import pytest

from whowhom.actors import load_knowledge
from whowhom.places import load_gazetteer
from whowhom.talks.lookup import Lookup
from whowhom.talks.passages import read_parts
from whowhom.talks.rounds import find_rounds


@pytest.fixture(scope="module")
def lookup():
    return Lookup(load_knowledge(), load_gazetteer(), date(2018, 9, 7))


def rounds_of(make_story, lookup, text):
    (part,) = read_parts(make_story("s1", headline=None, dek=None, body=(text,)), lookup)
    return [(name.place.name, name.round) for name in find_rounds(part)]


def test_a_row_of_rounds(make_story, lookup):
    text = (
        "Their meetings went on: in May in Astana, for the ninth time, and at the end of July in Sochi, for the tenth."
    )
    assert rounds_of(make_story, lookup, text) == [("Astana", 9), ("Sochi", 10)]


@pytest.mark.parametrize(
    "text",
    [
        "They met in Astana, for the ninth time.",  # on no day
        "They met in Astana in May and in Sochi in July.",  # no count
        "He won in Astana in May, for the ninth time.",  # no talks
    ],
)
def test_no_rounds(make_story, lookup, text):
    assert rounds_of(make_story, lookup, text) == []
