"""Acts of conflict by the lexicon: each family of words with a sentence that tells one and one that does not."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import Entity, EventMention, Story

# The sentence, then "TYPE mode: actor > recipient" by code and sector; "-" for nobody.
TOLD = [
    ("Turkey's president took aim at Greece over the islands.", "ACCUSE disapprove: TUR GOV > GRC GOV"),
    ("Chad hit back at France over the visa row.", "ACCUSE disapprove: TCD GOV > FRA GOV"),
    ("Norway's parliament found fault with the army.", "ACCUSE disapprove: NOR LEG > - MIL"),
    ("Peru took Chile to the International Court of Justice.", "ACCUSE allege: PER GOV > CHL GOV"),
    ("Ghana holds Togo responsible for the raid.", "ACCUSE allege: GHA GOV > TGO GOV"),
    ("Kenya said Somalia had violated its airspace treaty.", "ACCUSE allege: KEN GOV > SOM GOV"),
    ("Hungary came under fire from the European Commission.", "ACCUSE disapprove: EUR GOV > HUN GOV"),
    ("Japan protested the launch.", "ACCUSE disapprove: JPN GOV > -"),
    ("Moscow brushed aside calls from Kyiv for a truce.", "REJECT: RUS GOV > UKR GOV"),
    ("Serbia said no to a Kosovan demand.", "REJECT: SRB GOV > KOS GOV"),
    ("The Senate killed the bill on asylum.", "REJECT: USA LEG > -"),
    ("Niger turned away a French delegation.", "REJECT: NER GOV > FRA GOV"),
    ("Slovakia's parliament voted down a government proposal.", "REJECT: SVK LEG > - GOV"),
    ("Turkey vetoed Sweden's bid to start talks.", "REJECT: TUR GOV > SWE GOV"),
    ("Hungary refused to lend Ukraine a cent.", "REJECT assist: HUN GOV > UKR GOV"),
    ("Baku said it might shell the Armenian army if a soldier fell.", "THREATEN violence: AZE GOV > ARM MIL"),
    ("Ghana gave Chinese miners two weeks to leave the country.", "THREATEN: GHA GOV > CHN LAB"),
    ("Tens of thousands marched through Minsk against the government.", "PROTEST demo: - CVL > - GOV"),
    ("Hundreds of farmers gathered outside the Polish parliament.", "PROTEST demo: - AGR > POL LEG"),
    ("Nurses went on hunger strike at the ministry.", "PROTEST hunger: - MED > - GOV"),
    ("Air traffic controllers in Senegal walked off the job.", "PROTEST strike: SEN > -"),
    ("Protesters clashed with police in Athens.", "PROTEST riot: GRC CVL > GRC COP"),
    ("Protesters set fire to the Tunisian embassy.", "PROTEST riot: - CVL > TUN GOV"),
    ("Students in Belgrade smashed windows of the city hall.", "PROTEST vandalize: SRB EDU > - GOV"),
    ("Public workers in Brazil called off a nationwide strike against the government.", "CONCEDE: BRA LAB > - GOV"),
    ("The EU imposed a travel ban on Belarusian judges.", "SANCTION: EUR GOV > BLR JUD"),
    ("Ghana cut off diplomatic ties with Togo.", "SANCTION withdraw: GHA GOV > TGO GOV"),
    ("India banned imports from Pakistan.", "SANCTION discontinue: IND GOV > PAK GOV"),
    ("A court in Accra ordered the state oil company to pay a fine.", "SANCTION convict: GHA JUD > - BUS"),
    ("Zimbabwe quit the Commonwealth.", "SANCTION discontinue: ZWE GOV > IGO GOV"),
    (
        "Two Chinese diplomats were declared persona non grata by the Swedish government.",
        "SANCTION expel: SWE GOV > CHN GOV",
    ),
    ("Egypt moved tanks into Sinai.", "MOBILIZE troops: EGY GOV > EGY"),
    ("Greece scrambled F-16s to shadow a Turkish drone.", "MOBILIZE weapons: GRC GOV > TUR MIL"),
    ("Poland will station 10,000 soldiers along the border with Belarus.", "MOBILIZE troops: POL GOV > BLR GOV"),
    ("Kenya drafted in 3,000 police officers for the rally.", "MOBILIZE troops: KEN GOV > -"),
    ("North Korea carried out a nuclear test.", "MOBILIZE weapons: PRK GOV > -"),
    ("The build-up of North Korean troops in Kursk worried Kyiv.", "MOBILIZE troops: PRK MIL > -"),
    ("Police in Lusaka rounded up 200 opposition activists.", "COERCE arrest: ZMB COP > - OPP"),
    ("Police broke up a rally in Lusaka.", "COERCE: ZMB COP > ZMB"),
    ("Junta officials put the town under martial law.", "COERCE martial-law: - GOV > -"),
    ("Iranian hackers crippled the Albanian parliament's website.", "COERCE cyber: IRN > ALB"),
    ("Moscow spread false stories about Moldova's president.", "COERCE misinformation: RUS GOV > MDA GOV"),
    ("Iran's navy boarded a Greek tanker.", "COERCE seize: IRN MIL > GRC"),
    ("Uganda denied that its troops had arrested two Rwandan farmers.", "COERCE arrest: UGA GOV > RWA AGR"),
    ("The ouster of Honduras's president was hailed in Brazil.", "COERCE: - > HND GOV"),
    ("Israel hit back with air strikes on Hezbollah.", "ASSAULT aerial: ISR GOV > LBN REB"),
    ("Rebels set fire to a church in Mali.", "ASSAULT destroy: - REB > MLI REL"),
    ("Twelve people died in a Saudi-led air strike on Sanaa.", "ASSAULT aerial: SAU GOV > - CVL"),
    ("A car bomb killed 12 people in Baghdad.", "ASSAULT explosives: - > IRQ CVL"),
    ("Russian missiles hit Kyiv overnight.", "ASSAULT heavy-weapons: RUS MIL > UKR GOV"),
    ("Gunmen snatched 70 schoolgirls in Zamfara.", "ASSAULT abduct: - UAF > NGA EDU"),
    ("Soldiers mowed down protesters in Conakry.", "ASSAULT firearms: - MIL > GIN CVL"),
    ("Chinese ships rammed a Philippine boat.", "ASSAULT destroy: CHN > PHL"),
]
NOTHING = [
    "The driver took his son to court on Monday.",
    "Kenya said it had violated no treaty.",
    "The platoon came under fire near the ridge.",
    "She brushed aside her hair.",
    "The bank killed the deal.",
    "The teacher gave her pupils two weeks to finish the essay.",
    "Hundreds of guests gathered outside the church.",
    "He quit the band.",
    "The museum moved its tanks into a new hall.",
    "She scrambled two eggs.",
    "Soldiers based in Akure found the body.",
    "The shepherd rounded up his sheep.",
    "The band broke up after the tour.",
    "Twelve people died in a car crash near Sanaa.",
    "A gas explosion killed 12 people in Baghdad.",
    "She snatched her bag.",
    "He mowed down the grass.",
    "The minister suffered a heart attack.",
    "The team's captain threw out an old shirt.",
    "A spokesman did not respond to a request for comment.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_act_is_told_with_its_parties(text: str, expected: str, coder: Coder) -> None:
    found = [_line(m) for m in coder.code(Story("s", body=(text,)))]
    assert any(_fits(expected, line) for line in found), found


@pytest.mark.parametrize("text", NOTHING)
def test_the_ordinary_sense_tells_nothing(text: str, coder: Coder) -> None:
    assert [_line(m) for m in coder.code(Story("s", body=(text,)))] == []


def test_an_analyst_who_sees_a_strike_coming_threatens_nobody(coder: Coder) -> None:
    (mention,) = coder.code(Story("s", body=("Analysts said Israel could strike Iran if talks failed.",)))
    assert (mention.event, mention.status) == ("ASSAULT", "conditional")


def _line(mention: EventMention) -> str:
    head = " ".join([mention.event, *mention.mode])
    return f"{head}: {_side(mention.actor)} > {_side(mention.recipient)}"


def _side(entities: tuple[Entity, ...]) -> str:
    return f"{entities[0].code or '-'} {entities[0].sector or ''}".strip() if entities else "-"


def _fits(expected: str, line: str) -> bool:
    """The same type, mode and parties; a party without a sector fits any of its country."""
    if expected.partition(":")[0] != line.partition(":")[0]:
        return False
    wanted, got = (text.partition(": ")[2].split(" > ") for text in (expected, line))
    return all(g == w or (" " not in w and w != "-" and g.startswith(w)) for w, g in zip(wanted, got, strict=True))
