"""Who comes through whom, and at which rank."""

from datetime import date

import pytest

from whowhom.actors import load_knowledge
from whowhom.places import load_gazetteer
from whowhom.talks.lookup import Lookup
from whowhom.talks.passages import read_parts
from whowhom.talks.through import find_coming


@pytest.fixture(scope="module")
def lookup():
    return Lookup(load_knowledge(), load_gazetteer(), date(2019, 3, 4))


@pytest.fixture
def coming(make_story, lookup):
    def read(text):
        (part,) = read_parts(make_story("s1", headline=None, dek=None, body=(text,)), lookup)
        return [
            (item.entity.code, item.entity.sector, item.entity.person, item.level) for item in find_coming(part, lookup)
        ]

    return read


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Kenya's delegation is led by Foreign Minister Otieno Wekesa, and the Ugandan one by Musa Okello, a vice minister.",
            [("KEN", "GOV", "Otieno Wekesa", "minister"), ("UGA", "GOV", "Musa Okello", "deputy_minister")],
        ),
        (
            "Otieno Wekesa, the minister who leads the Kenyan delegation, spoke of hope.",
            [("KEN", "GOV", "Otieno Wekesa", "minister")],
        ),
        ("The rebels were represented once more by Amara Dembele.", [(None, "REB", "Amara Dembele", "unknown")]),
        ("Amara Dembele, the chief negotiator of the rebels, agreed.", [(None, "REB", "Amara Dembele", "envoy")]),
        ("The chief rebel negotiator, Amara Dembele, agreed.", [(None, "REB", "Amara Dembele", "delegation")]),
        (
            "Kenya sent a deputy foreign minister, Otieno Wekesa.",
            [("KEN", "GOV", "Otieno Wekesa", "deputy_minister")],
        ),
        (
            "The text was signed by Otieno Wekesa for Kenya and by Musa Okello for Uganda.",
            [("KEN", "GOV", "Otieno Wekesa", "unknown"), ("UGA", "GOV", "Musa Okello", "unknown")],
        ),
        (
            "Kenya is represented by a five-man team under Otieno Wekesa.",
            [("KEN", "GOV", "Otieno Wekesa", "unknown")],
        ),
        ("Leading the Kenyan side is Otieno Wekesa.", [("KEN", "GOV", "Otieno Wekesa", "delegation")]),
        ("Otieno Wekesa speaks for Kenya.", [("KEN", "GOV", "Otieno Wekesa", "unknown")]),
        ("Kenya and Uganda sent their foreign ministers.", []),
        (
            "Kenya, like Uganda, sent its foreign minister.",
            [("KEN", "GOV", None, "minister"), ("UGA", "GOV", None, "minister")],
        ),
        ("Ukraine's was led by Otieno Wekesa.", [("UKR", "GOV", "Otieno Wekesa", "unknown")]),
    ],
)
def test_who_comes_for_whom(coming, text, lines):
    assert [(code, sector or "GOV", person, level) for code, sector, person, level in coming(text)] == lines


@pytest.mark.parametrize(
    "text",
    [
        "The country is led by President Otieno Wekesa.",
        "The delegation was headed by bus to the hall.",
        "Kenya sent troops to Uganda.",
        "The mediators were represented by nobody.",
    ],
)
def test_other_leading_and_sending_is_none(coming, text):
    assert coming(text) == []


def test_a_surname_of_somebody_else_does_not_take_the_party(coming):
    """The knowledge base knows a former president of Portugal by the last two names."""
    (line,) = coming("Nimal Jayantha de Silva, the health minister, headed the Kenyan delegation.")
    assert line[:3] == ("KEN", "GOV", "Nimal Jayantha de Silva")


def test_received_by_an_envoy_is_not_led_by_him(coming):
    text = "A Kenyan team headed by Otieno Wekesa, the ambassador, was received on Friday by Musa Okello."
    assert [person for _, _, person, _ in coming(text)] == ["Otieno Wekesa"]
