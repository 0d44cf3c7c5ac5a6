"""How a text names talks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.actors import load_knowledge
from whowhom.places import load_gazetteer
from whowhom.talks.lookup import Lookup
from whowhom.talks.names import find_names


@pytest.fixture(scope="module")
def lookup():
    return Lookup(load_knowledge(), load_gazetteer())


@pytest.mark.parametrize(
    ("text", "name", "subject", "place", "round"),
    [
        ("They left the Syria peace talks early.", "Syria peace talks", ("SYR",), None, None),
        ("He will attend the Syrian peace talks in Astana, Kazakhstan.", "Syrian peace talks in Astana", ("SYR",), "Astana", None),
        ("They boycott the third Astana meeting.", "third Astana meeting", (), "Astana", 3),
        ("A second round of Yemen talks opened in Stockholm.", "Yemen talks", ("YEM",), "Stockholm", 2),
        ("It left the Israeli-Palestinian negotiations.", "Israeli-Palestinian negotiations", ("ISR", "PSE"), None, None),
        ("Rebels skip the Addis Ababa peace talks.", "Addis Ababa peace talks", (), "Addis Ababa", None),
        ("North Korea nuclear talks stall.", "North Korea nuclear talks", ("PRK",), None, None),
        ("The Lausanne meeting on Syria ends today.", "Lausanne meeting on Syria", ("SYR",), "Lausanne", None),
        ("The Syria talks resume in March.", "Syria talks", ("SYR",), None, None),
        ("Syria talks, days after the attacks in Paris.", "Syria talks", ("SYR",), None, None),
        ("It joined peace talks with the U.N. envoy in Geneva.", "peace talks", (), "Geneva", None),
        ("A summit on Libya was held.", "summit on Libya", ("LBY",), None, None),
        ("The Russian congress in Sochi ended.", "Russian congress in Sochi", (), "Sochi", None),
    ],
)  # fmt: skip
def test_what_a_name_says(lookup, text, name, subject, place, round):
    (found,) = find_names(text, lookup)
    assert found.text == name
    assert (found.subject, found.place and found.place.name, found.round) == (subject, place, round)


def test_a_label_of_its_own(lookup):
    (found,) = find_names("China chairs the six-party talks.", lookup)
    assert found.is_own


def test_the_talks_point_back(lookup):
    (found,) = find_names("They were not invited to the talks.", lookup)
    assert found.is_definite
    assert not found.is_own


@pytest.mark.parametrize(
    "text",
    [
        "A press conference was held in Geneva.",
        "The bill went to Congress in January.",
        "The Syrian Negotiation Commission elected a leader.",
        "They met at a conference call.",
        "The meeting was short.",
    ],
)
def test_what_is_no_negotiation(lookup, text):
    assert not [name for name in find_names(text, lookup) if name.is_own]


@given(st.text(alphabet="Syria peace talks in the Geneva, round.summit'’- ", max_size=60))
def test_a_name_is_a_slice_of_its_text(text):
    for name in find_names(text, Lookup(load_knowledge(), load_gazetteer())):
        assert name.text == text[name.start : name.end]


@pytest.mark.parametrize(
    ("text", "round_"),
    [
        ("They held their first direct talks in Oslo since March.", None),
        ("It was the first meeting in Oslo in ten years.", None),
        ("The first meeting in Oslo failed.", 1),
        ("The first round of talks in Oslo failed.", 1),
    ],
)
def test_a_first_in_a_while_is_no_round(lookup, text, round_):
    assert [name.round for name in find_names(text, lookup) if name.place] == [round_]


def test_the_city_before_its_s_is_the_place(lookup):
    (name,) = find_names("Berlin's Libya conference opened.", lookup)
    assert (name.place.name, name.subject) == ("Berlin", ("LBY",))
