from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.actors.knowledge import Knowledge
from whowhom.actors.words import word_set

WORDS = sorted(word_set("the US army of Turkey al - Shabab 's , President Obama Congress ( NATO ) may"))


def found(knowledge: Knowledge, text: str) -> dict[str, str | None]:
    words = text.split()
    return {" ".join(words[m.start : m.end]): m.facts[0].code for m in knowledge.find(words)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey cooked a turkey on fine china from China", {"Turkey": "TUR", "China": "CHN"}),
        ("they told us that the US and the U.S. agree", {"US": "USA", "U.S.": "USA"}),
        ("the man who met WHO staff", {"WHO": "UNO"}),
        ("he is with IS and Isis", {"IS": "IMG", "Isis": "IMG"}),
        ("he likes to polish Polish boots", {"Polish": "POL"}),
        ("al - Shabab and al-Shabaab and Al Shabaab", {"al - Shabab": "SOM", "al-Shabaab": "SOM", "Al Shabaab": "SOM"}),
        ("PML - N , ZANU-PF and FARC - EP", {"PML - N": "PAK", "ZANU-PF": "ZWE", "FARC - EP": "COL"}),
        ("Nato and NATO", {"Nato": "IGO", "NATO": "IGO"}),
        ("George Washington and Michael Jordan", {}),
        ("then Jordan Henderson scored against them", {}),
        ("he liked Paris Hilton and the Paris Agreement", {}),
        ("in March and in May", {}),
        ("Côte d'Ivoire and Cote d'Ivoire", {"Côte d'Ivoire": "CIV", "Cote d'Ivoire": "CIV"}),
        ("the House of Representatives", {"House of Representatives": "USA"}),
        ("the South African delegate", {"South African": "ZAF"}),
        (
            "Papua New Guinea , Guinea and Guinea-Bissau",
            {"Papua New Guinea": "PNG", "Guinea": "GIN", "Guinea-Bissau": "GNB"},
        ),
        ("the Washington Post of Washington", {"Washington Post": "USA", "Washington": "USA"}),
        ("the United Nations security council", {"United Nations security council": "UNO"}),
        ("the Lords of war", {"Lords": "GBR"}),
        ("South China Sea", {}),
        ("TELL US WHO IS NEXT", {}),
        ("Mass for the dead in Boston , Mass.", {"Boston": "USA", "Mass.": "USA"}),
        ("Sanaa and SANA", {"Sanaa": "YEM", "SANA": "SYR"}),
        ("Donald Trump and his son Eric Trump", {"Donald Trump": "USA"}),
        ("the Iraqi army but not the ARMY", {"Iraqi": "IRQ"}),
        ("Kachin Independence Army", {"Kachin Independence Army": "MMR"}),
    ],
)
def test_names_are_found_and_traps_are_not(knowledge: Knowledge, text: str, expected: dict[str, str]) -> None:
    codes = {name: code for name, code in found(knowledge, text).items() if code}
    assert codes == expected


def test_a_word_of_month_names_a_person_only_after_a_title(knowledge: Knowledge) -> None:
    assert found(knowledge, "it ends in May 2017") == {}
    assert found(knowledge, "Prime Minister May") == {"Prime Minister": None, "May": "GBR"}
    assert found(knowledge, "Mrs May left") == {"May": "GBR"}


def test_abbreviated_titles_need_their_dot(knowledge: Knowledge) -> None:
    assert found(knowledge, "Sen. Smith") == {"Sen.": None}
    assert found(knowledge, "Hun Sen") == {}


def test_the_longest_name_wins_and_names_do_not_overlap(knowledge: Knowledge) -> None:
    matches = knowledge.find(["the", "US", "State", "Department", "spokesman"])
    assert [(m.start, m.end) for m in matches] == [(1, 4), (4, 5)]


def test_one_name_may_have_several_readings(knowledge: Knowledge) -> None:
    (match,) = knowledge.find(["Congolese"])
    assert {fact.code for fact in match.facts} == {"COD", "COG"}
    assert {fact.kind for fact in match.facts} == {"adjective", "demonym"}


def test_names_of_a_person_are_known(knowledge: Knowledge) -> None:
    assert {"salva", "kiir"} <= knowledge.names_of("person:salva-kiir")


@given(st.lists(st.sampled_from(WORDS)))
def test_matches_are_in_order_inside_the_words_and_apart(knowledge: Knowledge, words: list[str]) -> None:
    at = 0
    for match in knowledge.find(words):
        assert at <= match.start < match.end <= len(words)
        assert match.facts
        at = match.end
