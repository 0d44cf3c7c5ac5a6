"""Groups named by their number."""

from datetime import date

import pytest

from whowhom.actors import load_knowledge
from whowhom.places import load_gazetteer
from whowhom.talks.groups import Groups, find_sides
from whowhom.talks.lookup import Lookup


@pytest.fixture(scope="module")
def lookup():
    return Lookup(load_knowledge(), load_gazetteer(), date(2018, 9, 7))


def codes(groups, text, start=0):
    return [item.entity.code for _, _, listed in groups.read(text, start, len(text)) for item in listed]


def test_the_three_are_those_listed_before(lookup):
    text = "Russia, Turkey and Iran met. The three countries agreed."
    groups = Groups(lookup)
    groups.note(text, 0, len(text))
    assert codes(groups, text, 28) == ["RUS", "TUR", "IRN"]


def test_where_somebody_spoke_is_none_of_the_three(lookup):
    text = "In Iran, Turkey, Russia and Egypt signed. The three countries agreed."
    groups = Groups(lookup)
    groups.note(text, 0, len(text))
    assert codes(groups, text, 40) == ["TUR", "RUS", "EGY"]


def test_of_two_groups_the_one_that_the_story_speaks_of_is_meant(lookup):
    text = "Mr Putin, Mr Erdogan and Mr Rouhani met. Spain, Italy and Malta wrote to Putin, Erdogan and Rouhani."
    groups = Groups(lookup, (text,))
    groups.note(text, 0, len(text))
    assert set(codes(groups, "The three agreed.")) == {"RUS", "TUR", "IRN"}


def test_heads_of_state_are_a_group_though_nobody_lists_them(lookup):
    groups = Groups(lookup, ("Mr Putin came first.", "Later Mr Erdogan arrived.", "Mr Rouhani was the host."))
    assert set(codes(groups, "The three presidents agreed.")) == {"RUS", "TUR", "IRN"}


def test_both_sides():
    assert find_sides("with both Syrian sides in one hall", 0, 34)
    assert not find_sides("on the other side of town", 0, 25)
