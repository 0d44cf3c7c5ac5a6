"""Matches, accidents and private business told in words of war."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import Story


def code(coder: Coder, text: str) -> list[str]:
    return [mention.event for mention in coder.code(Story("s", body=(text,)))]


@pytest.mark.parametrize(
    "text",
    [
        "Boca Juniors beat Palmeiras of Brazil 3-1 in Buenos Aires on Thursday.",
        "Sweden will meet Serbia in the final of the Adriatic Cup in Split on Sunday.",
        "Ana Lopez crushed Russia's Olga Petrova 6-1, 6-3 in Madrid.",
        "Forty people were killed when a ferry capsized off Zanzibar.",
        "A bus plunged into a ravine in northern India, killing 28 people and injuring 14.",
        "Nestle rejected a takeover approach from its Swiss rival.",
    ],
)
def test_matches_accidents_and_deals_of_firms_are_no_events(text: str, coder: Coder) -> None:
    assert code(coder, text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Police clashed with fans after the Champions League final in Turin.", "ASSAULT"),
        ("A suicide bomber killed 20 people at a football match in northern Iraq.", "ASSAULT"),
        ("Militants attacked the team bus of a cricket squad in Lahore before the match.", "ASSAULT"),
        ("The president met the German player Mesut Ozil after the final of the cup.", "CONSULT"),
        ("An Israeli air strike caused a building to collapse in Gaza, killing 12 people.", "ASSAULT"),
        ("The Senate voted 72-21 to approve the sanctions on Iran.", "SANCTION"),
    ],
)
def test_violence_and_diplomacy_beside_sport_stay(text: str, event: str, coder: Coder) -> None:
    assert event in code(coder, text)


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("Police arrested three men in Lagos for attacking a church.", "ASSAULT", "three men"),
        ("French police questioned a man on suspicion of shooting a soldier.", "ASSAULT", "a man"),
        ("Turkey jailed a journalist for insulting the president.", "ACCUSE", "a journalist"),
    ],
)
def test_who_is_punished_for_a_deed_did_it_by_the_word_of_others(
    text: str, event: str, doer: str, coder: Coder
) -> None:
    mentions = [m for m in coder.code(Story("s", body=(text,)), min_confidence=0.0) if m.event == event]
    assert [(m.actor[0].text, m.status) for m in mentions] == [(doer, "alleged")]


def test_a_house_named_without_its_state_is_not_of_the_one_it_acts_on(coder: Coder) -> None:
    (mention,) = coder.code(Story("s", body=("The Senate voted to approve sanctions on Iran.",)))
    assert [entity.code for entity in mention.actor] == ["USA"]


@pytest.mark.parametrize("target", ["the attacks in Dhaka", "the attack on a Turkish tanker"])
def test_an_attack_on_what_is_of_some_state_counts_though_nobody_is_known_to_have_done_it(
    target: str, coder: Coder
) -> None:
    assert code(coder, f"Nobody has claimed responsibility for {target} on Monday.") == ["ASSAULT"]
