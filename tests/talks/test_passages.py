"""Sentences with their cities and days."""

from datetime import date

import pytest

from whowhom.actors import load_knowledge
from whowhom.places import load_gazetteer
from whowhom.talks.lookup import Lookup
from whowhom.talks.passages import read_dateline, read_parts


@pytest.fixture(scope="module")
def lookup():
    return Lookup(load_knowledge(), load_gazetteer(), date(2017, 1, 27))


def parts_of(make_story, lookup, *body):
    return read_parts(make_story("s1", headline=None, dek=None, body=body), lookup)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The talks are set for 8 February.", "2017-02-08", "2017-02-08"),
        ("The round opened on 23 December.", "2016-12-23", "2016-12-23"),
        ("A meeting on 4 and 5 January failed.", "2017-01-04", "2017-01-05"),
        ("They met in Astana in December.", "2016-12-01", "2016-12-31"),
    ],
)
def test_days_are_those_nearest_to_the_story(make_story, lookup, text, first, last):
    (part,) = parts_of(make_story, lookup, text)
    assert [(str(days.first), str(days.last)) for days in part.days] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "The talks have been on hold since 20 January.",
        "The minister announced on Tuesday that talks will go on.",
        "The two sides named 5 February as the target for talks.",
    ],
)
def test_days_of_other_things_are_not_days_of_talks(make_story, lookup, text):
    (part,) = parts_of(make_story, lookup, text)
    assert all(days.is_bound for days in part.days)


def test_a_capital_is_the_city_that_the_story_names(make_story, lookup):
    first, second = parts_of(make_story, lookup, "They met in Astana.", "In the Kazakh capital they spoke of a truce.")
    assert [city.place.name for city in first.cities + second.cities] == ["Astana", "Astana"]


@pytest.mark.parametrize(
    ("lead", "city"),
    [
        ("GENEVA: The round ended.", "Geneva"),
        ("ADDIS ABABA, May 15 (Agency) -- The round ended.", "Addis Ababa"),
        ("The round ended in Geneva.", None),
    ],
)
def test_datelines(make_story, lookup, lead, city):
    place = read_dateline(make_story("s1", body=(lead,)), lookup)
    assert (place.name if place else None) == city


def test_sentences_are_slices_of_their_paragraph(make_story, lookup):
    for part in parts_of(make_story, lookup, "GENEVA: They met. The U.S. was there. ISIS was not."):
        assert part.text == part.passage.text[part.start : part.end].strip()
