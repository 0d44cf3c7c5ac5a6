"""Words and turns of everyday news: denials, act nouns, ended protests, lists, and the rows beside each of them."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import Entity, EventMention, Story

# The sentence, then "TYPE mode status: actor > recipient" by country; "-" for nobody, "?" for whoever.
TOLD = [
    ("French soldiers raided rebel positions in Mali on Monday.", "ASSAULT occurred: FRA > MLI"),
    ("The German chancellor welcomed the Turkish president to Berlin.", "CONSULT visit occurred: TUR > DEU"),
    ("Merkel welcomed Iran's return to the talks.", "SUPPORT occurred: DEU > IRN"),
    ("Interpol said it had not passed intelligence to Bahrain.", "COOPERATE denied: IGO > BHR"),
    ("Athens said it had not blamed Ankara for the wildfire.", "ACCUSE allege denied: GRC > TUR"),
    ("Asmara insisted that it had never armed Somali insurgents.", "AID denied: ERI > SOM"),
    ("Tehran denied shipping missiles to the Houthis.", "AID denied: IRN > YEM"),
    ("Pakistan rejected reports that its officers had delivered rifles to the Taliban.", "AID denied: PAK > AFG"),
    ("Kyiv said it would not meet Russian envoys.", "REJECT meet declined: UKR > RUS"),
    ("French intelligence is said to have armed a Chadian rebel group.", "AID alleged: FRA > TCD"),
    ("Poland will expel two Russian diplomats next week.", "SANCTION expel planned: POL > RUS"),
    ("NATO said it would tighten the blockade of Serbia.", "THREATEN restrict planned: IGO > SRB"),
    ("Doctors in Madrid will strike on Monday against the government.", "PROTEST strike planned: ? > ?"),
    ("Mongolia did not act on a request by France.", "REJECT yield declined: MNG > FRA"),
    ("Rabat insisted that Madrid explain the case.", "REQUEST change occurred: MAR > ESP"),
    ("Japan suggested that China release the crew.", "REQUEST yield occurred: JPN > CHN"),
    ("Iran and Oman held naval drills near Muscat.", "COOPERATE occurred: IRN > ?"),
    ("The lifting of sanctions on Syria was announced by Washington.", "CONCEDE planned: USA > SYR"),
    ("Turkey announced the closure of its border with Iraq.", "COERCE restrict occurred: TUR > ?"),
    ("Sudan's generals lifted the state of emergency in Kassala.", "RETREAT occurred: SDN > ?"),
    ("Lawyers in Cameroon suspended their strike against the justice ministry.", "CONCEDE occurred: CMR > ?"),
    ("Pakistan's opposition ended its sit-in outside the high court.", "CONCEDE occurred: PAK > ?"),
    ("Nurses picketed the Polish parliament.", "PROTEST demo occurred: ? > POL"),
    ("China put fifteen American firms on its sanctions list.", "SANCTION occurred: CHN > USA"),
    ("Washington took a Congolese bank off its blacklist.", "RETREAT occurred: USA > COD"),
    ("Moldova cancelled the licence of a Russian bank.", "SANCTION discontinue occurred: MDA > RUS"),
    ("Ukrainian forces destroyed a Russian tank near Bakhmut.", "ASSAULT destroy occurred: UKR > ?"),
    ("The Burmese junta barred a UN envoy from visiting the camps.", "REJECT occurred: MMR > UNO"),
    ("Tunisian authorities hold eleven former ministers without charge.", "COERCE arrest occurred: TUN > ?"),
    ("Mossad tipped off Cypriot intelligence.", "COOPERATE occurred: ISR > CYP"),
    ("Qatar pumped gas to Syrian power plants.", "COOPERATE occurred: QAT > SYR"),
    ("A UN convoy reached the besieged Sudanese town of El Fasher.", "AID occurred: UNO > SDN"),
    ("Greek coast guards brought 40 Syrian migrants to safety.", "AID occurred: GRC > SYR"),
    ("Laos has been critical of Thailand.", "ACCUSE disapprove occurred: LAO > THA"),
    ("The pope is due in Kenya on Friday.", "AGREE planned: ? > KEN"),
    ("The Norwegian prime minister spent two days in Rwanda.", "CONSULT visit occurred: NOR > RWA"),
    ("Bahrain played host to finance ministers from Kuwait.", "CONSULT visit occurred: ? > BHR"),
    ("Seoul's police fielded 14,000 officers around the Chinese embassy.", "MOBILIZE police occurred: KOR > CHN"),
]
NOTHING = [
    "Kenyans vote for a president on Tuesday.",
    "The company said it had not met its targets.",
    "Iran denied bombing claims.",
    "The actress spent two days in Kenya.",
    "The baker returned to work on Monday.",
    "The conference closed on the lifting of weights.",
    "The scouts were critical of the food.",
    "The bus reached the town at noon.",
    "She put three books on her list.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_act_is_told_with_status_and_countries(text: str, expected: str, coder: Coder) -> None:
    found = [_line(m) for m in coder.code(Story("s", body=(text,)))]
    assert any(_fits(expected, line) for line in found), found


@pytest.mark.parametrize("text", NOTHING)
def test_the_ordinary_sense_tells_nothing(text: str, coder: Coder) -> None:
    assert [_line(m) for m in coder.code(Story("s", body=(text,)))] == []


def test_sanctions_that_are_lifted_are_not_imposed(coder: Coder) -> None:
    mentions = coder.code(Story("s", body=("China called for the lifting of sanctions on Cuba.",)))
    assert [m.event for m in mentions] == ["REQUEST"]


def _line(mention: EventMention) -> str:
    head = " ".join([mention.event, *mention.mode, mention.status])
    return f"{head}: {_side(mention.actor)} > {_side(mention.recipient)}"


def _side(entities: tuple[Entity, ...]) -> str:
    return (entities[0].code or "-") if entities else "-"


def _fits(expected: str, line: str) -> bool:
    if expected.partition(":")[0] != line.partition(":")[0]:
        return False
    wanted, got = (text.partition(": ")[2].split(" > ") for text in (expected, line))
    return all(w in {g, "?"} for w, g in zip(wanted, got, strict=True))
