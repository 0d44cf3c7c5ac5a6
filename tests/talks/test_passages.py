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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The leaders agreed to meet in Minsk on Wednesday.", "2017-02-01"),
        ("A truce could be agreed as early as Monday, when envoys are due to meet.", "2017-01-30"),
        ("A deal is possible at the talks on Monday, when envoys are due to meet.", "2017-01-30"),
        ("Kenya is hosting the meeting on Sunday.", "2017-01-29"),
        ("They had been expected on Thursday, when the meeting was to open.", "2017-01-26"),
        ("The meeting was to have begun on Thursday.", "2017-01-26"),
        ("They met on Wednesday.", "2017-01-25"),
    ],
)
def test_a_weekday_lies_ahead_where_the_words_do(make_story, lookup, text, day):
    (part,) = parts_of(make_story, lookup, text)
    assert [str(days.first) for days in part.days] == [day]


def test_the_headline_has_the_weekday_of_the_story(make_story, lookup):
    story = make_story("s1", headline="Four leaders eye summit on Wednesday", body=("They will meet on Wednesday.",))
    head, *_ = read_parts(story, lookup)
    assert [str(days.first) for days in head.days] == ["2017-02-01"]


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("They met in Singapore.", "Singapore"),
        ("They met in the Black Sea resort of Sochi.", "Sochi"),
        ("They met in the Sri Lankan capital.", "Colombo"),
        ("They met in Kenya's capital.", "Nairobi"),
    ],
)
def test_cities_by_other_words(make_story, lookup, text, city):
    (part,) = parts_of(make_story, lookup, text)
    assert [item.place.name for item in part.cities] == [city]


def test_the_village_of_a_dateline_is_found_by_its_country(make_story, lookup):
    story = make_story(
        "s1", headline=None, dateline=None, body=("CRANS-MONTANA, Switzerland, July 7 - Talks collapsed.",)
    )
    assert read_dateline(story, lookup).name == "Crans-Montana"


def test_the_day_of_a_truce_is_not_that_of_the_talks(make_story, lookup):
    (part,) = parts_of(make_story, lookup, "After the talks they said that a truce would begin on 15 February.")
    assert all(days.is_bound for days in part.days)
