"""Families of rows for talks, promises, support, cooperation, help, giving way and demands: a case and a trap each."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import EventMention, Story

TOLD = [
    # CONSULT
    ("Chad and Kenya are in talks.", "CONSULT CONSULT TCD+KEN"),
    ("Kenya's president is in touch with Chad.", "CONSULT CONSULT KEN+TCD"),
    ("Kenya's foreign minister dined with the Iranian ambassador.", "CONSULT CONSULT KEN+IRN"),
    ("Chad and Iran compared notes on migration.", "CONSULT CONSULT TCD+IRN"),
    ("Kenya's foreign minister went to Iran on Monday.", "CONSULT CONSULT KEN>IRN"),
    ("The French president is in Kenya for talks.", "CONSULT CONSULT FRA>KEN"),
    ("Norway acted as mediator between Chad and Iran.", "CONSULT CONSULT NOR+TCD+IRN"),
    ("The talks that Chad held with Iran ended on Friday.", "CONSULT CONSULT TCD+IRN"),
    ("The French president ended a three-day visit to Kenya.", "CONSULT CONSULT FRA>KEN"),
    ("France scrapped a visit to Kenya.", "REJECT CONSULT FRA>KEN"),
    ("Kenya put its talks with Chad on ice.", "REJECT CONSULT KEN>TCD"),
    # AGREE
    ("France announced plans for talks with Iran.", "AGREE CONSULT FRA+IRN"),
    ("Chad and Kenya came to terms on the border.", "AGREE AGREE TCD+KEN"),
    ("Iran gave Kenya a guarantee.", "AGREE AGREE IRN>KEN"),
    ("Washington approved the sale of radars to Kenya.", "AGREE COOPERATE USA>KEN"),
    ("France is open to dialogue with Iran.", "AGREE AGREE FRA>IRN"),
    # SUPPORT
    ("Kenya's president paid tribute to the Iranian government.", "SUPPORT SUPPORT KEN>IRN"),
    ("France heaped praise on Kenya.", "SUPPORT SUPPORT FRA>KEN"),
    ("Chad threw its weight behind Kenya.", "SUPPORT SUPPORT TCD>KEN"),
    ("Kenya came out in favour of the Iranian plan.", "SUPPORT SUPPORT KEN>IRN"),
    ("Chad won the backing of France.", "SUPPORT SUPPORT FRA>TCD"),
    ("France sent its condolences to Kenya.", "SUPPORT SUPPORT FRA>KEN"),
    ("The emperor of Japan sent a message of sympathy to Kenya.", "SUPPORT SUPPORT JPN>KEN"),
    # COOPERATE
    ("Kenyan police worked closely with Iran.", "COOPERATE COOPERATE KEN>IRN"),
    ("Kenya and Chad jointly patrolled the lake.", "COOPERATE COOPERATE KEN+TCD"),
    ("Chadian soldiers fought alongside the French army.", "COOPERATE COOPERATE TCD>FRA"),
    ("Kenya passed the intercepts to France.", "COOPERATE COOPERATE KEN>FRA"),
    ("Kenya handed over two suspects to France.", "COOPERATE COOPERATE KEN>FRA"),
    ("Iran sells electricity to Iraq.", "COOPERATE COOPERATE IRN>IRQ"),
    ("Chad extradited a banker wanted for fraud to France.", "COOPERATE COOPERATE TCD>FRA"),
    # AID
    ("France sent 40 doctors to Chad.", "AID AID FRA>TCD"),
    ("Chad received a loan from Japan.", "AID AID JPN>TCD"),
    ("Japan wrote off debts owed by Kenya.", "AID AID JPN>KEN"),
    ("Kenya took in Chadian refugees.", "AID AID KEN>TCD"),
    ("France came to the aid of Chad.", "AID AID FRA>TCD"),
    ("France opened its hospitals to Chadian soldiers.", "AID AID FRA>TCD"),
    # CONCEDE
    ("The French government caved in to Iran.", "CONCEDE CONCEDE FRA>IRN"),
    ("Kenya's government made a U-turn on the tax.", "CONCEDE CONCEDE KEN"),
    ("Chad's government axed the fuel levy.", "CONCEDE CONCEDE TCD"),
    ("Kenya heeded France's call.", "CONCEDE CONCEDE KEN>FRA"),
    # RETREAT
    ("Iran let two French sailors go.", "RETREAT RETREAT IRN>FRA"),
    ("Iran let French inspectors visit the plant.", "RETREAT RETREAT IRN>FRA"),
    ("The Chadian rebels turned in 300 rifles.", "RETREAT RETREAT TCD"),
    ("Kenya's interior minister tendered his resignation.", "RETREAT RETREAT KEN"),
    ("Iran set free a French sailor on Monday.", "RETREAT RETREAT IRN>FRA"),
    ("France unfroze Iranian assets.", "RETREAT RETREAT FRA>IRN"),
    # REQUEST
    ("France wants Iran to free the sailors.", "REQUEST REQUEST FRA>IRN"),
    ("Chad pleaded with France to stay.", "REQUEST REQUEST TCD>FRA"),
    ("Kenya put pressure on Chad.", "REQUEST REQUEST KEN>TCD"),
    ("Chad turned to France for help.", "REQUEST REQUEST TCD>FRA"),
    # refusals
    ("Iran did not allow French inspectors to visit the plant.", "REJECT RETREAT IRN>FRA"),
    ("France will not allow Iran to take part in the talks.", "REJECT CONSULT FRA>IRN"),
]

TRAPS = [
    "The president went to bed.",
    "Kenya's president came to power in 2010.",
    "France goes to the polls on Sunday.",
    "Parliament was in session.",
    "The minister compared notes on two novels.",
    "The president of France came to terms with his illness.",
    "Kenya's king is open to the public.",
    "The chef gave the soup his blessing.",
    "She worked with wood.",
    "The army worked with great care.",
    "The minister trained with a coach.",
    "The bank bought equipment from a supplier.",
    "She took in the view.",
    "The president received a loan from a friend.",
    "The mayor fed the ducks.",
    "The roof caved in.",
    "The driver made a U-turn.",
    "The player quit.",
    "The dog was let go.",
    "He wants his son to win.",
    "The coach wants the team to win.",
    "The teacher put pressure on the pupil.",
    "The ministers chaired the meeting.",
    "The boy turned to his mother for help.",
    "The company shelved the bill of materials.",
    "The opposition, led by a former general, was quiet.",
]


def told(mention: EventMention) -> str:
    """ "EVENT ACT actors>recipients", in codes of countries."""
    actors, recipients = ("+".join(e.code or "-" for e in side) for side in (mention.actor, mention.recipient))
    return f"{mention.event} {mention.act} {actors}" + (f">{recipients}" if recipients else "")


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_act_is_told(text: str, expected: str, coder: Coder) -> None:
    assert expected in [told(m) for m in coder.code(Story("s", body=(text,)))]


@pytest.mark.parametrize("text", TRAPS)
def test_other_senses_are_no_event(text: str, coder: Coder) -> None:
    assert [told(m) for m in coder.code(Story("s", body=(text,)))] == []
