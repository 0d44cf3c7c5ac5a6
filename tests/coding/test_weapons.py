"""Attacks told by their weapon: whose it is, and what is no attack."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import Story

CASES = [
    ("A car bomb in Baghdad killed 12 people.", [], ["12 people"]),
    ("Two bombs at a market in Quetta injured 30 people.", [], ["30 people"]),
    ("Russian missiles on Odesa killed five people.", ["RUS"], ["five people"]),
    ("An Israeli drone over Gaza killed two men.", ["ISR"], ["two men"]),
    ("A suicide bomber in Kabul killed 20 people.", ["AFG"], ["20 people"]),
    ("Israeli fire killed a farmer in Gaza.", ["ISR"], ["a farmer in Gaza"]),
    ("Three Palestinians were killed by Israeli fire during protests.", ["ISR"], ["Three Palestinians"]),
    ("Mortar fire killed three people in Donetsk.", [], ["three people"]),
    (
        "Twelve people were killed when a bomber blew himself up outside a mosque in Peshawar.",
        [None],
        ["Twelve people"],
    ),
]


@pytest.mark.parametrize(("text", "actors", "victims"), CASES)
def test_whose_a_weapon_is(text: str, actors: list[str | None], victims: list[str], coder: Coder) -> None:
    (mention,) = [m for m in coder.code(Story("s", body=(text,))) if m.event == "ASSAULT"]
    assert [e.code for e in mention.actor] == actors
    assert [e.text for e in mention.recipient] == victims


@pytest.mark.parametrize("text", ["A fire in a Moscow nightclub killed 12 people.", "Ten died in a fire in Lagos."])
def test_a_blaze_is_no_attack(text: str, coder: Coder) -> None:
    assert list(coder.code(Story("s", body=(text,)))) == []


def test_a_name_right_behind_its_title_is_part_of_it(coder: Coder) -> None:
    (mention,) = coder.code(Story("s", body=("Kerry met the rebel leader Riek Machar in Addis Ababa.",)))
    assert [e.text for e in mention.actor] == ["Kerry", "the rebel leader Riek Machar"]
    assert mention.where is not None
    assert mention.where.country == "ETH"


def test_a_region_of_a_state_is_placed_as_the_region(coder: Coder) -> None:
    (mention,) = coder.code(Story("s", body=("The army killed six rebels in Yemen's Marib province.",)))
    assert mention.where is not None
    assert mention.where.text == "Marib province"
