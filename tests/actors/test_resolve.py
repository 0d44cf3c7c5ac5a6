"""One line a phrase: the head carries a star, the answer is "CODE SECTOR" with "-" for unknown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.actors.knowledge import Knowledge
from whowhom.actors.resolve import Resolved, resolve
from whowhom.actors.words import word_set


def ask(knowledge: Knowledge, text: str, day: str | None = None, story: tuple[str, ...] = ()) -> Resolved | None:
    marked = text.split()
    head = next(i for i, word in enumerate(marked) if word.startswith("*"))
    words = [word.lstrip("*") for word in marked]
    on = date.fromisoformat(day) if day else None
    return resolve(words, head, knowledge=knowledge, day=on, story_countries=story)


def short(answer: Resolved | None) -> str:
    return f"{answer.code or '-'} {answer.sector or '-'}" if answer else "nobody"


PHRASES = [
    # states, peoples, adjectives, capitals, seats
    ("*Turkey", "TUR GOV"),
    ("The United *States", "USA GOV"),
    ("*Burma", "MMR GOV"),
    ("East *Germany", "DEU GOV"),
    ("the Soviet *Union", "RUS GOV"),
    ("*Kosovo", "KOS GOV"),
    ("*Syrians", "SYR CVL"),
    ("an *Iranian", "IRN CVL"),
    ("two *Danes", "DNK CVL"),
    ("the *British", "GBR -"),
    ("displaced *Afghans", "AFG REF"),
    ("*Washington", "USA GOV"),
    ("the *Kremlin", "RUS GOV"),
    ("the *Pentagon", "USA MIL"),
    ("eastern *Ukraine", "UKR -"),
    ("*Abkhazia", "GEO GOV"),
    ("*Scotland", "GBR GOV"),
    ("*Gaza", "PSE GOV"),
    ("Lahore and *Karachi", "PAK -"),
    # role words with a country before or after them
    ("the Syrian *rebels", "SYR REB"),
    ("rebel *factions", "- REB"),
    ("*troops from Chad", "TCD MIL"),
    ("Turkey 's *army", "TUR MIL"),
    ("South African *troops", "ZAF MIL"),
    ("the *president of Armenia", "ARM GOV"),
    ("the *Ministry of Health of Ethiopia", "ETH GOV"),
    ("the Kabul *government", "AFG GOV"),
    ("A *court in Bavaria", "DEU JUD"),
    ("the *police in the Gaza Strip", "PSE COP"),
    ("*rebels in Darfur", "SDN REB"),
    ("Sudan 's *neighbours", "- CVL"),
    ("rebel *positions", "- REB"),
    # what is done is nobody, and an adjective is no rank
    ("military *intervention", "nobody"),
    ("Russian military *action", "RUS MIL"),
    ("private *investment in Ethiopia", "ETH -"),
    ("major *investment", "nobody"),
    ("US *troops in Syria", "USA MIL"),
    ("*troops in Syria", "- MIL"),
    ("the *diplomats in Moscow", "- GOV"),
    ("the Chinese *embassy in Washington", "CHN GOV"),
    ("*officials in Tehran", "IRN GOV"),
    ("China 's *ambassador to Australia", "CHN GOV"),
    ("an army *base in northern Afghanistan", "AFG MIL"),
    ("the *military led by Salva Kiir", "SSD MIL"),
    ("*government", "- GOV"),
    ("Nigerian *farmers", "NGA AGR"),
    ("the Myanmar *junta", "MMR GOV"),
    ("Bosnian Serb *police", "BIH COP"),
    ("the Taiwanese *parliament", "TWN LEG"),
    # the sector of the body a role belongs to
    ("a *spokesman for the Iraqi police", "IRQ COP"),
    ("Taliban *militants", "AFG REB"),
    ("Houthi *fighters", "YEM REB"),
    ("Taliban suicide *bombers", "AFG REB"),
    ("UN *officials", "UNO GOV"),
    ("NATO *officials", "IGO GOV"),
    ("NATO *troops", "IGO MIL"),
    ("the 21 UN *peacekeepers", "UNO MIL"),
    ("a *member of Hezbollah", "LBN REB"),
    ("the White House *spokeswoman", "USA GOV"),
    ("Knesset *members", "ISR LEG"),
    ("Israel Defense Forces *personnel", "ISR MIL"),
    # quantities and things
    ("a *source in the government", "- GOV"),
    ("the National Human Rights *Commission", "nobody"),
    ("*Thousands of textile workers in Haiti", "HTI LAB"),
    ("A *group of British lawmakers", "GBR LEG"),
    ("*Dozens of Russian peacekeepers", "RUS MIL"),
    ("a U.S. Senate *decision", "USA LEG"),
    ("the *killing of Iraqi civilians", "IRQ CVL"),
    ("*occupied Karabakh", "AZE GOV"),
    # bodies, organisations, groups, parties
    ("the US State *Department", "USA GOV"),
    ("Britain 's Foreign *Office", "GBR GOV"),
    ("Pakistan 's Foreign *Office", "PAK GOV"),
    ("Burundi 's National Security *Council", "BDI GOV"),
    ("the Australian *House of Representatives", "AUS LEG"),
    ("*Congress", "USA LEG"),
    ("the Congress *party", "IND PTY"),
    ("the World Health *Organization ( WHO )", "UNO GOV"),
    ("the International Criminal *Court", "IGO JUD"),
    ("the European *Commission", "EUR GOV"),
    ("*ICRC", "NGO SOC"),
    ("*Daesh", "IMG REB"),
    ("New People 's *Army", "PHL REB"),
    ("Twenty New People 's Army ( NPA ) *rebels", "PHL REB"),
    ("the Muslim *Brotherhood", "EGY OPP"),
    ("*Likud", "ISR PTY"),
    ("the Shiite *group Hezbollah", "LBN REB"),
    ("rights *group Amnesty International", "NGO SOC"),
    ("the Iraqi Kurdish *Peshmerga", "IRQ MIL"),
    ("ASEAN Coordinating *Centre", "IGO GOV"),
    # another's country is not theirs
    ("Turkish - backed Syrian *rebels", "SYR REB"),
    ("Iran-backed *militia", "- PRM"),
    ("anti - American *protesters", "- CVL"),
    ("U.S. *allies", "nobody"),
    ("the Israeli-occupied *territories", "nobody"),
    ("Hamas *forces", "PSE REB"),
    ("Iraqi *forces", "IRQ MIL"),
    # persons
    ("Julian *Assange", "AUS JRN"),
    ("Russian Foreign Minister Sergei *Lavrov", "RUS GOV"),
    ("German journalist Mesale *Tolu", "DEU JRN"),
    ("Mayor Dayton *King", "- GOV"),
    ("The *President Omar Nobody", "- GOV"),
    ("President Salva Kiir *Mayardit", "SSD GOV"),
    ("former Iraqi president Saddam *Hussein", "IRQ ELI"),
    ("ex-Ecuadorian Foreign Minister Ricardo *Patino", "ECU ELI"),
    ("Marie *Yovanovitch , the former U.S. ambassador to Kyiv", "USA ELI"),
    ("the Palestinian *president , Mahmoud Nobody", "PSE GOV"),
    ("the Syrian *government and its army", "SYR GOV"),
    ("Australian Attorney-General Christian *Porter", "AUS GOV"),
    ("Tiffany *Trump", "nobody"),
    ("Jiang *Jinfu", "nobody"),
    ("George *Washington", "nobody"),
    ("Paris *Hilton", "nobody"),
    ("Chad *Wolf", "nobody"),
    ("*he", "nobody"),
    ("West *Africa", "nobody"),
    ("a fine *turkey", "nobody"),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_phrases(knowledge: Knowledge, text: str, expected: str) -> None:
    assert short(ask(knowledge, text)) == expected


@pytest.mark.parametrize(
    ("text", "day", "expected", "office"),
    [
        ("the Obama *administration", "2012-05-01", "USA GOV", None),
        ("the Obama *administration", "2018-05-01", "USA ELI", None),
        ("Barack *Obama", "2012-05-01", "USA GOV", "President"),
        ("Barack *Obama", "2018-05-01", "USA ELI", "Former President"),
        ("Donald *Trump", "2010-05-01", "USA -", None),
        ("Sergei *Lavrov", "2000-05-01", "RUS GOV", "UN Ambassador"),
        ("Sergei *Lavrov", "2010-05-01", "RUS GOV", "Foreign Minister"),
        ("*Erdogan", "2010-05-01", "TUR GOV", "Prime Minister"),
        ("*Erdogan", None, "TUR GOV", "President"),
        ("Prime Minister Recep Tayyip *Erdogan", None, "TUR GOV", "Prime Minister"),
        ("NATO Secretary General Jens *Stoltenberg", "2018-05-01", "IGO GOV", "Secretary-General"),
        ("former Norwegian Prime Minister Jens *Stoltenberg", "2018-05-01", "NOR ELI", "Former Prime Minister"),
        ("Prime Minister *May", "2018-05-01", "GBR GOV", "Prime Minister"),
        ("Ambassador Theresa *May", "2021-05-01", "GBR GOV", "Ambassador"),
        ("Saddam *Hussein , the former Iraqi president", None, "IRQ ELI", "Former President"),
        ("then President Barack *Obama", "2020-05-01", "USA GOV", "President"),
    ],
)
def test_the_day_decides_the_office(
    knowledge: Knowledge, text: str, day: str | None, expected: str, office: str | None
) -> None:
    answer = ask(knowledge, text, day)
    assert short(answer) == expected
    assert answer is not None
    assert answer.office == office


def test_the_day_tells_the_two_presidents_bush_apart(knowledge: Knowledge) -> None:
    father, son = ask(knowledge, "President *Bush", "1990-05-01"), ask(knowledge, "President *Bush", "2003-05-01")
    assert father is not None
    assert father.person == "George H. W. Bush"
    assert son is not None
    assert son.person == "George W. Bush"


@pytest.mark.parametrize(
    ("text", "story", "expected"),
    [
        ("*Congress", ("IND",), "IND LEG"),
        ("*Congo", (), "COD GOV"),
        ("*Congo", ("COG",), "COG GOV"),
        ("Congolese *troops", (), "COD MIL"),
        ("Congolese *troops", ("COG",), "COG MIL"),
        ("*MIT", (), "nobody"),
        ("*MIT", ("TUR",), "TUR SPY"),
        ("the *North", (), "nobody"),
        ("the *North", ("PRK",), "PRK GOV"),
        ("the *police", ("KEN",), "- COP"),
    ],
)
def test_the_story_decides_only_between_readings(
    knowledge: Knowledge, text: str, story: tuple[str, ...], expected: str
) -> None:
    assert short(ask(knowledge, text, story=story)) == expected


@pytest.mark.parametrize("text", ["*people", "Iraqi *civilians", "a German *company", "the Thai *border", "*Syrians"])
def test_who_rarely_acts_is_weak(knowledge: Knowledge, text: str) -> None:
    answer = ask(knowledge, text)
    assert answer is not None
    assert answer.weak


@pytest.mark.parametrize("text", ["*Iran", "the *rebels", "the Thai *police", "*Hamas", "*Moscow"])
def test_who_acts_is_not_weak(knowledge: Knowledge, text: str) -> None:
    answer = ask(knowledge, text)
    assert answer is not None
    assert not answer.weak


def test_disputed_areas_carry_pre(knowledge: Knowledge) -> None:
    for text in ("*Somaliland", "Abkhaz *troops"):
        answer = ask(knowledge, text)
        assert answer is not None
        assert "PRE" in answer.other_sectors


def test_an_answer_names_person_identifier_and_reason(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "Russian Foreign Minister Sergey *Lavrov", "2015-01-01")
    assert answer is not None
    assert (answer.name, answer.person, answer.identifier) == ("Sergei Lavrov", "Sergei Lavrov", "person:sergei-lavrov")
    assert "Foreign Minister" in answer.why


def test_a_stranger_keeps_the_name_of_the_text(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "the Belarussian defence *minister , Leonid Maltsev")
    assert answer is not None
    assert (answer.person, answer.office) == ("Leonid Maltsev", "Defence Minister")


WORDS = sorted(
    word_set("the a US Turkish former President Obama al - Shabab 's rebels of in Kenya , and ( UN ) army who by")
)


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.integers(-1, 10))
def test_any_words_get_an_answer_or_none(knowledge: Knowledge, words: list[str], head: int) -> None:
    answer = resolve(words, head, knowledge=knowledge)
    assert answer is None or answer.code or answer.sector


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nouri Al - Malki", "Nouri al-Maliki"),
        ("President Omer *Erdoghan", None),
        ("Turkish President Tayip *Erdogan", "Recep Tayyip Erdoğan"),
        ("Kenyan trader Nuri *Malki", None),
    ],
)
def test_a_full_name_in_another_spelling_is_the_same_person(knowledge: Knowledge, text: str, name: str | None) -> None:
    marked = text if "*" in text else " ".join([*text.split()[:-1], f"*{text.split()[-1]}"])
    answer = ask(knowledge, marked, "2013-01-01")
    assert (answer.person if answer and answer.identifier else None) == name


def test_the_other_readings_of_a_shared_name_are_kept(knowledge: Knowledge) -> None:
    answer = ask(knowledge, "*Congo")
    assert answer is not None
    assert (answer.code, answer.alternatives) == ("COD", ("COG",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("late August US *President", "US President"),
        ("the early May Kenyan *president", "Kenyan president"),
        ("Monday 's US *president", "US president"),
        ("Theresa *May", "Theresa May"),
    ],
)
def test_a_date_before_an_office_is_no_name(knowledge: Knowledge, text: str, name: str) -> None:
    answer = ask(knowledge, text)
    assert answer is not None
    assert name in (answer.name or "")
    assert "August" not in (answer.name or "")
