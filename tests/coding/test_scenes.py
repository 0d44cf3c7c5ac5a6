"""Where an act took place, among places that belong to other acts of its sentence."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import Story

CASES = [
    ("Spain said on Monday in Madrid that its soldiers had killed two militants in Mali.", "ASSAULT", "Mali"),
    ("In Nairobi, the Kenyan government said its troops had attacked rebel camps in Somalia.", "ASSAULT", "Somalia"),
    ("In Mosul, police said a bomb killed five people.", "ASSAULT", "Mosul"),
    ("Gunmen killed five soldiers, police said in Mosul.", "ASSAULT", None),
    ("French troops arrested five gunmen near Gao, the defence ministry said in Paris.", "COERCE", "Gao"),
    ("A spokesman in Moscow said that rebels had shelled the airport of Damascus.", "ASSAULT", "Damascus"),
    ("Lavrov said in Geneva that Russia would withdraw its troops.", "CONCEDE", "Geneva"),
    ("The minister, speaking in Geneva, condemned the attack in Kabul.", "ACCUSE", "Geneva"),
    ("Speaking in Brussels, Merkel accused Russia of shelling hospitals in Aleppo.", "ACCUSE", "Brussels"),
    ("France urged Iran on Friday to stop the enrichment of uranium in Natanz.", "REQUEST", None),
    ("Merkel condemned the attack in Kabul at a meeting in Geneva.", "ACCUSE", "Geneva"),
    ("Germany condemned the arrest of journalists in Istanbul.", "COERCE", "Istanbul"),
    ("Protesters in Cairo burned a US flag after soldiers killed a boy in Gaza.", "PROTEST", "Cairo"),
]


@pytest.mark.parametrize(("text", "event", "place"), CASES)
def test_the_place_is_the_acts_own(text: str, event: str, place: str | None, coder: Coder) -> None:
    mentions = [m for m in coder.code(Story("s", body=(text,))) if m.event == event]
    assert [m.where and m.where.name for m in mentions] == [place]


def test_the_day_of_saying_is_not_that_of_what_had_been_done(coder: Coder) -> None:
    texts = [f"Spain said on Monday that its soldiers {verb} two militants." for verb in ("had killed", "will attack")]
    times = [[m.when and m.when.text for m in coder.code(Story("s", body=(text,)))] for text in texts]
    assert times == [[None], ["Monday"]]
