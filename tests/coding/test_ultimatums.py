"""Threats with a condition, leave that is not given, guilt that is stated, and "the two" of the sentence before."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import EventMention, Story


def code(coder: Coder, *body: str) -> list[EventMention]:
    return list(coder.code(Story("s", body=body)))


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Gazprom will shut the valve on Minsk on Monday unless the arrears are paid.", "MNC", "BLR"),
        ("Ivory Coast said it would recall its men unless the UN pays them.", "CIV", "UNO"),
        ("Turkey will walk out of the talks unless the Greeks leave.", "TUR", "GRC"),
    ],
)
def test_what_will_be_done_unless_is_a_threat(text: str, actor: str, recipient: str, coder: Coder) -> None:
    (mention,) = code(coder, text)
    assert mention.event == "THREATEN"
    assert ({e.code for e in mention.actor}, {e.code for e in mention.recipient}) == ({actor}, {recipient})


def test_what_analysts_expect_unless_is_none(coder: Coder) -> None:
    assert code(coder, "Ghana's ruling party would lose the vote unless prices fell, analysts said.") == []


def test_leave_that_is_not_given_is_a_refusal(coder: Coder) -> None:
    (mention,) = code(coder, "China will not allow Taiwan to join the WHO.")
    assert (mention.event, mention.actor[0].code, mention.recipient[0].code) == ("REJECT", "CHN", "TWN")


@pytest.mark.parametrize(
    "text",
    [
        "Israel said Iran was behind the attack.",
        "Iran is behind the break-ins, Israel's security service has concluded.",
        "Israel insisted that Iran's army was responsible for the raid.",
    ],
)
def test_who_is_said_to_be_behind_a_deed_is_accused(text: str, coder: Coder) -> None:
    mention = next(m for m in code(coder, text) if m.event == "ACCUSE")
    assert (mention.actor[0].code, mention.recipient[0].code) == ("ISR", "IRN")


def test_who_is_in_charge_is_not_accused(coder: Coder) -> None:
    text = "Israel said Egypt was responsible for the safety of the pilgrims."
    assert not [m for m in code(coder, text) if m.event == "ACCUSE"]


def test_the_two_are_those_of_the_sentence_before(coder: Coder) -> None:
    _, mention = code(coder, "Putin met Erdogan on Monday.", "The two discussed the war in Syria.")
    assert [e.code for e in mention.actor] == ["RUS", "TUR"]


@pytest.mark.parametrize(
    "text",
    [
        "The Spanish tenor will fly to Tokyo to record an album.",
        "Cholera has killed 213 people in the Zambian Copperbelt.",
        "The Russian embassy in Riga occupies an old mansion.",
    ],
)
def test_private_journeys_and_diseases_are_no_events(text: str, coder: Coder) -> None:
    assert code(coder, text) == []
