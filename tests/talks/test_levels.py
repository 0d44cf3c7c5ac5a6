"""Ranks and reasons from words."""

import pytest

from whowhom.records import Entity
from whowhom.talks.levels import level_of
from whowhom.talks.reasons import find_reason


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("US Ambassador to Kazakhstan George Krol", "ambassador"),
        ("Russian Foreign Minister Sergei Lavrov", "minister"),
        ("Deputy Foreign Minister Sergei Ryabkov", "deputy_minister"),
        ("Prime Minister Theresa May", "head_of_government"),
        ("President Emmanuel Macron", "head_of_state"),
        ("Vice President Mike Pence", "official"),
        ("UN special envoy Staffan de Mistura", "envoy"),
        ("Secretary-General Antonio Guterres", "official"),
        ("General Sisi's chief of staff", "military"),
        ("a rebel delegation", "delegation"),
        ("former president Jimmy Carter", "unknown"),
        ("Turkey", "unknown"),
    ],
)
def test_levels(words, level):
    assert level_of(Entity(words, 0, len(words))) == level


def test_a_delegation_that_the_act_speaks_of():
    assert level_of(Entity("Turkey", 0, 6), "send a delegation") == "delegation"


@pytest.mark.parametrize(
    ("paragraph", "reason"),
    [
        ("They stayed away because of attacks on their towns, he said.", "attacks on their towns"),
        ("They stayed away, citing \"a lack of trust\" in the hosts.", "a lack of trust"),
        ("They stayed away due to bad weather while others came.", "bad weather"),
        ("They stayed away. They did so because of the weather.", "the weather"),
        ("They stayed away. Flights were cancelled because of the weather.", None),
        ("They stayed away.", None),
    ],
)  # fmt: skip
def test_reasons(paragraph, reason):
    found = find_reason(paragraph, 0, paragraph.index(".") + 1)
    assert (found and found[0]) == reason
