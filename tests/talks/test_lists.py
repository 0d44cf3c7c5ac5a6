"""Parties in a row."""

from datetime import date

import pytest

from whowhom.actors import load_knowledge
from whowhom.places import load_gazetteer
from whowhom.talks.lists import list_after, list_before
from whowhom.talks.lookup import Lookup


@pytest.fixture(scope="module")
def lookup():
    return Lookup(load_knowledge(), load_gazetteer(), date(2016, 10, 15))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("by Russia, Turkey and Iran, it said", ["RUS", "TUR", "IRN"]),
        ("by the ministers of Turkey, Qatar and Egypt", ["TUR", "QAT", "EGY"]),
        ("by nobody in particular", []),
    ],
)
def test_after(lookup, text, codes):
    assert [item.entity.code for item in list_after(text, 3, len(text), lookup)] == codes


def test_a_rank_said_once_is_everybody_s(lookup):
    text = "the foreign ministers of Turkey, Qatar and Egypt"
    assert {item.level for item in list_after(text, 0, len(text), lookup)} == {"minister"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Officials said that Russia and Turkey", ["RUS", "TUR"]),
        ("It was late when Iran", ["IRN"]),
        ("It took up an offer", []),
    ],
)
def test_before(lookup, text, codes):
    assert [item.entity.code for item in list_before(text, 0, len(text), lookup)] == codes


def test_a_person_and_the_office_are_one(lookup):
    text = "John Kerry, the US secretary of state"
    (item,) = list_before(text, 0, len(text), lookup)
    assert (item.entity.code, item.level) == ("USA", "minister")
