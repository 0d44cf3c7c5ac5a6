"""Whole stories, written for this project after the public record: who is meant by "they", "it", "the government"."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import EventMention, Story


def code(coder: Coder, *body: str, day: str | None = None) -> list[EventMention]:
    return list(coder.code(Story("s", published=day, body=body)))


def test_whom_opponents_oppose_is_not_their_own_name(coder: Coder) -> None:
    mentions = code(
        coder,
        "Opponents of President Mahmoud Ahmadinejad clashed with police in Tehran.",
        "They accused the hard-line president of fraud.",
        "Venezuela's Hugo Chavez telephoned Ahmadinejad to congratulate him.",
        day="2009-06-13",
    )
    accused = next(m for m in mentions if m.event == "ACCUSE")
    phoned = next(m for m in mentions if m.event == "CONSULT")
    assert [(e.code, e.sector) for e in accused.actor] == [("IRN", "OPP")]
    assert [(e.code, e.sector) for e in phoned.actor] == [("VEN", "GOV"), ("IRN", "GOV")]


def test_the_day_before_a_name_is_no_part_of_it(coder: Coder) -> None:
    text = "On Monday Azerbaijan admitted that it had mistakenly shot down a Russian military helicopter."
    (mention,) = code(coder, text)
    assert [e.code for e in mention.actor] == ["AZE"]


def test_the_place_that_opens_a_sentence_is_the_governments(coder: Coder) -> None:
    mentions = code(coder, "In Kuwait, the government closed schools and put the army on alert.")
    assert {e.code for m in mentions for e in m.actor} == {"KWT"}


def test_a_crowd_stands_behind_the_name_of_the_town(coder: Coder) -> None:
    mentions = code(coder, "In the Armenian capital, Yerevan, a large crowd stormed the parliament.")
    assert [(m.event, m.actor[0].text) for m in mentions] == [("PROTEST", "a large crowd")]


def test_where_an_envoy_comes_from_is_no_place_of_the_next_act(coder: Coder) -> None:
    mentions = code(coder, "Russia recalled its ambassador from Washington and demanded an end to the bombing.")
    assert [m.where for m in mentions if m.event == "REQUEST"] == [None]


def test_nobody_is_the_one_that_somebody_defends_himself(coder: Coder) -> None:
    mentions = code(coder, "Iraq's deputy prime minister vowed that his country would defend itself against Britain.")
    assert not [e for m in mentions for e in m.recipient if e.text == "itself"]


def test_protesters_speak_together(coder: Coder) -> None:
    mentions = code(coder, "Protesters demanded that he resign and called for new elections.")
    assert {m.event for m in mentions} == {"REQUEST"}


def test_who_holds_power_acts_under_a_pronoun_too(coder: Coder) -> None:
    mentions = code(
        coder,
        "The mutineers' spokesman, Lieutenant Amadou Konare of the Malian army, spoke on television.",
        "He imposed a curfew and ordered the borders closed.",
    )
    assert [(m.event, m.mode) for m in mentions if m.event == "COERCE"] == [("COERCE", ("curfew",))]


def test_the_two_leaders_are_those_the_story_is_about(coder: Coder) -> None:
    mentions = code(
        coder,
        "Donald Trump and Kim Jong Un signed a statement in Singapore.",
        "Trump pledged security guarantees. Kim reaffirmed his commitment.",
        "Iran warned Kim not to trust Trump.",
        "The two leaders traded insults last year.",
        day="2018-06-12",
    )
    accused = next(m for m in mentions if m.event == "ACCUSE")
    assert {e.code for e in accused.actor} == {"USA", "PRK"}


def test_each_verb_of_a_list_has_the_subject_of_the_first(coder: Coder) -> None:
    text = "Boris Yeltsin denounced the attack as open aggression, withdrew his envoy to NATO and threatened reprisals."
    mentions = code(coder, text, day="1999-03-24")
    assert [m.event for m in mentions] == ["ACCUSE", "SANCTION", "THREATEN"]
    assert {e.code for m in mentions for e in m.actor} == {"RUS"}


def test_who_stands_after_and_before_a_verb_is_its_subject(coder: Coder) -> None:
    mentions = code(coder, "Germany will evacuate its staff to Doha and Britain is sending 200 more soldiers.")
    assert [[e.code for e in m.actor] for m in mentions if m.event == "MOBILIZE"] == [["GBR"]]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The UN warned Israel against attacking Rafah.", ["THREATEN"]),
        ("China warned the United States against selling arms to Taiwan.", ["THREATEN"]),
        ("Ghana offered to host talks between Togo and Benin.", ["AGREE"]),
        ("The African Union suspended Mali after the coup.", ["SANCTION"]),
    ],
)
def test_what_is_warned_against_offered_or_asked_is_not_done(text: str, events: list[str], coder: Coder) -> None:
    assert [m.event for m in code(coder, text)] == events


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Sudan's President Omar al-Bashir and South Sudan's President Salva Kiir met in Juba.", ["SDN", "SSD"]),
        ("The United States, Japan, Britain, France and South Korea condemned the test.", None),
        ("Pakistan shot down an Indian jet.", ["PAK"]),
    ],
)
def test_everybody_of_a_list_is_named(text: str, codes: list[str] | None, coder: Coder) -> None:
    (mention,) = code(coder, text)
    assert [e.code for e in mention.actor] == (codes or ["USA", "JPN", "GBR", "FRA", "KOR"])


def test_the_crew_is_that_of_the_ship(coder: Coder) -> None:
    mentions = code(coder, "Iraq captured an Iranian ship and arrested its crew.")
    assert [[e.code for e in m.recipient] for m in mentions] == [["IRN"], ["IRN"]]


@pytest.mark.parametrize("headline", ["Colombia, FARC reach peace deal", "Ethiopia, TPLF sign peace deal"])
def test_a_headlines_comma_joins_two_parties(headline: str, coder: Coder) -> None:
    (mention,) = coder.code(Story("s", headline=headline))
    assert len(mention.actor) == 2


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Britain and Argentina restored diplomatic ties broken off in 1982.", "occurred"),
        ("Syria and Israel, which last held talks in 2000, agreed to meet in Turkey.", "planned"),
    ],
)
def test_the_day_of_another_deed_is_not_the_acts(text: str, status: str, coder: Coder) -> None:
    assert code(coder, text, day="2008-05-21")[-1].status == status
