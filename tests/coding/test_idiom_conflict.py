"""Idiom of demands, accusations, refusals, threats and protests, as agencies write it, and its look-alikes."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import Entity, EventMention, Story

# The sentence, then "TYPE mode: actor > recipient" by code and sector; "-" for nobody.
REQUESTS = [
    (
        "Lebanon on Tuesday put in a request to the World Bank for emergency help in rebuilding its southern villages.",
        "REQUEST assist: LBN GOV > IGO GOV",
    ),
    (
        "Washington renewed its appeal to Hanoi to release a blogger held since last October, the State Department said.",
        "REQUEST change: USA GOV > VNM GOV",
    ),
    (
        "The Sri Lankan government has gone cap in hand to Beijing for another loan, the Sunday Times reported.",
        "REQUEST assist: LKA GOV > CHN GOV",
    ),
    (
        "Saudi Arabia and its three allies presented Qatar with 13 demands on June 22, diplomats in Kuwait said.",
        "REQUEST change: SAU GOV > QAT GOV",
    ),
    (
        "Malawi sent an SOS to the United Nations this week after the cyclone cut off whole districts in the south.",
        "REQUEST change: MWI GOV > UNO GOV",
    ),
    (
        "The U.S. Treasury is stepping up pressure on Turkish banks to stop dealing with Moscow, two officials said.",
        "REQUEST change: USA GOV > TUR BUS",
    ),
    (
        "The German chancellor impressed upon the Serbian president the need to recognise Kosovo's documents.",
        "REQUEST change: DEU GOV > SRB GOV",
    ),
    (
        "There were fresh calls from the African Union on Thursday for Sudan's warring generals to respect the truce.",
        "REQUEST: IGO GOV > SDN MIL",
    ),
    (
        "The opposition leader in Harare said on Sunday that Emmerson Mnangagwa should step down at once.",
        "REQUEST yield: ZWE OPP > ZWE GOV",
    ),
    (
        "Families of the abducted sailors pleaded their case with the Yemeni authorities during a vigil in Manila.",
        "REQUEST change: - CVL > YEM GOV",
    ),
    (
        "The Iraqi prime minister twisted the arm of Kurdish leaders to hand over oil revenues, aides said.",
        "REQUEST change: IRQ GOV > - GOV",
    ),
    (
        "Canada asked that Beijing free two of its citizens immediately, according to a foreign ministry statement.",
        "REQUEST change: CAN GOV > CHN GOV",
    ),
    (
        "In a letter to the Egyptian president, 30 U.S. senators urged the release of a jailed aid worker.",
        "REQUEST change: USA LEG > -",
    ),
    (
        "The Bahraini king was urged by rights groups on Monday to commute the death sentences of two activists.",
        "REQUEST change: NGO SOC > BHR GOV",
    ),
    (
        "The junta in Conakry was given no choice by ECOWAS but was told to name a civilian premier by June.",
        "REQUEST change: IGO GOV > GIN GOV",
    ),
    ("At the urging of Washington, Seoul agreed to send observers.", "REQUEST: USA GOV > -"),
    (
        "Nigerian labour unions set out their demands to the government on Monday, topped by a higher minimum wage.",
        "REQUEST change: NGA LAB > NGA GOV",
    ),
]
ACCUSATIONS = [
    (
        "The Ugandan leader laid into European donors on Saturday over what he termed their meddling in family values.",
        "ACCUSE disapprove: UGA GOV > - GOV",
    ),
    (
        "The Hungarian premier rounded on Brussels in a radio interview on Friday.",
        "ACCUSE disapprove: HUN GOV > BEL GOV",
    ),
    (
        "Zimbabwe's information minister trained his fire on the British ambassador, calling the envoy a meddler.",
        "ACCUSE disapprove: ZWE GOV > GBR GOV",
    ),
    (
        "The Israeli envoy gave the Irish foreign minister a dressing-down after the vote on settlements.",
        "ACCUSE disapprove: ISR GOV > IRL GOV",
    ),
    (
        "The Indian foreign secretary read the riot act to the Pakistani high commissioner after the Uri raid.",
        "ACCUSE disapprove: IND GOV > PAK GOV",
    ),
    (
        "Colombia's president said Venezuela was to blame for the collapse of trade along the frontier.",
        "ACCUSE allege: COL GOV > VEN GOV",
    ),
    (
        "The opposition in Dhaka said the prime minister had blood on her hands after the shooting of students.",
        "ACCUSE allege: BGD OPP > - GOV",
    ),
    (
        "The new law drew fire from the Council of Europe, which said it fell short of European standards.",
        "ACCUSE disapprove: IGO GOV > -",
    ),
    (
        "Poland's judicial overhaul met with condemnation from the European Commission in Brussels.",
        "ACCUSE disapprove: EUR GOV > POL GOV",
    ),
    (
        "The minister came in for heavy criticism from the main opposition party over the border deaths.",
        "ACCUSE disapprove: - OPP > - GOV",
    ),
    (
        "The Italian premier singled out Berlin for criticism over its funding of charity rescue ships.",
        "ACCUSE disapprove: ITA GOV > DEU GOV",
    ),
    (
        "Manila named and shamed Chinese coast guard captains in a video released on Wednesday.",
        "ACCUSE disapprove: PHL GOV > CHN MIL",
    ),
    (
        "The Hong Kong publisher was charged with colluding with foreign forces, prosecutors said on Friday.",
        "ACCUSE allege: - > HKG JRN",
    ),
    ("London and Madrid sparred over Gibraltar's airport again on Monday.", "ACCUSE disapprove: GBR GOV > -"),
    (
        "The Tunisian president cast aspersions on judges whom he described as servants of foreign powers.",
        "ACCUSE disapprove: TUN GOV > - JUD",
    ),
    (
        "Accusations by Khartoum that the UAE arms its enemies were repeated at the Security Council on Monday.",
        "ACCUSE allege: SDN GOV > ARE GOV",
    ),
    (
        "Nepal's former premier went after the Indian government in a speech to party cadres in Pokhara.",
        "ACCUSE disapprove: NPL ELI > IND GOV",
    ),
]
REFUSALS = [
    ("North Korea thumbed its nose at a UN demand for an end to uranium enrichment.", "REJECT: PRK GOV > UNO GOV"),
    ("Denmark put its foot down on Washington's renewed bid for Greenland.", "REJECT: DNK GOV > USA GOV"),
    (
        "The Iranian delegation refused to budge on inspections, a European diplomat in Vienna said.",
        "REJECT yield: IRN GOV > -",
    ),
    (
        "Niger's junta has refused to bow to pressure from ECOWAS, its spokesman said on state television.",
        "REJECT yield: NER GOV > IGO GOV",
    ),
    ("The Kremlin swatted away suggestions by Kyiv that the talks be moved to Turkey.", "REJECT: RUS GOV > UKR GOV"),
    (
        "Lebanon's Hezbollah would have none of the American plan, a party lawmaker said on Tuesday.",
        "REJECT: LBN REB > USA",
    ),
    (
        "Ghana's government washed its hands of the contract with the Chinese mining group on Friday.",
        "REJECT: GHA GOV > CHN",
    ),
    ("Russia wielded its veto to kill off a Security Council draft on Sudan.", "REJECT: RUS GOV > -"),
    ("Six UN observers were turned back at a checkpoint by Armenian forces near Jermuk.", "REJECT: ARM MIL > UNO GOV"),
    ("Belarus refused entry to two Polish lawmakers at the Grodno crossing on Sunday.", "REJECT: BLR GOV > POL LEG"),
    ("The Houthi delegation stayed away from the talks in Geneva on Thursday.", "REJECT meet: YEM REB > -"),
    (
        "Israel's defence minister called off a meeting with his French counterpart after the vote on Palestine.",
        "REJECT meet: ISR GOV > FRA GOV",
    ),
    ("Rwanda paid no heed to appeals from Kinshasa to pull its soldiers out of Goma.", "REJECT: RWA GOV > COD GOV"),
    (
        "Greece cold-shouldered a Turkish proposal for joint exploration in the Aegean, officials said.",
        "REJECT: GRC GOV > TUR",
    ),
    ("Baku laughed off an offer from Paris to mediate between it and Yerevan.", "REJECT: AZE GOV > FRA GOV"),
    ("Pyongyang dismissed out of hand an overture from Seoul on family reunions.", "REJECT: PRK GOV > KOR GOV"),
    (
        "Vietnam's ambassador insisted that his country would never give up its claim to the Paracels to Beijing.",
        "REJECT yield: VNM GOV > CHN GOV",
    ),
]
THREATS = [
    (
        "Israel's defence minister warned that Hezbollah would pay a heavy price for the rocket fire.",
        "THREATEN: ISR GOV > LBN REB",
    ),
    (
        "Iran said the killing of its general would not go unanswered and hinted at strikes on American bases.",
        "THREATEN: IRN GOV > -",
    ),
    (
        "Washington raised the spectre of sanctions against Tbilisi on Thursday over its foreign-agent law.",
        "THREATEN: USA GOV > GEO GOV",
    ),
    (
        "ECOWAS gave Niger's generals one week to reinstate the president or face the use of force.",
        "THREATEN: IGO GOV > NER MIL",
    ),
    (
        "Turkey's president swore to crush Kurdish fighters east of the Euphrates unless they withdrew.",
        "THREATEN restrict: TUR GOV > - UAF",
    ),
    (
        "Seoul would respond in kind to any shelling by the North, the defence ministry in Seoul said.",
        "THREATEN: KOR GOV > -",
    ),
    (
        "The Chinese defence minister did not rule out the use of force against Taiwan.",
        "THREATEN violence: CHN GOV > TWN GOV",
    ),
    ("The junta put a bounty on the head of the rebel commander in Kayah state.", "THREATEN violence: - GOV > MMR REB"),
    (
        "The EU held out the threat of trade sanctions against Thailand over fishing by slaves.",
        "THREATEN: EUR GOV > THA GOV",
    ),
    ("North Korea vowed to turn Seoul into a sea of fire over the leaflets.", "THREATEN: PRK GOV > KOR GOV"),
    ("Beijing warned off Manila from repairing the rusting ship on the shoal.", "THREATEN: CHN GOV > PHL GOV"),
    (
        "The rebels threatened the government in Bangui with a march on the capital.",
        "THREATEN relations: - REB > - GOV",
    ),
    ("Belgrade said it would recall its ambassador unless Zagreb apologised.", "THREATEN relations: SRB GOV > HRV GOV"),
    ("The French interior minister shook his fist at Algiers, warning of visa cuts.", "THREATEN: FRA GOV > DZA GOV"),
    (
        "Prosecutors in Paris issued an arrest warrant for the exiled Syrian president.",
        "THREATEN arrest: FRA JUD > SYR GOV",
    ),
    (
        "The International Criminal Court has issued an arrest warrant for Russia's president.",
        "THREATEN arrest: IGO JUD > RUS GOV",
    ),
    (
        "The UAE ambassador said there would be consequences for Somalia if the seized money was kept.",
        "THREATEN: ARE GOV > -",
    ),
]
PROTESTS = [
    (
        "Government employees in Quetta began a pen-down strike on Monday over unpaid wages.",
        "PROTEST strike: - GOV > -",
    ),
    ("Traders shut their shops in Peshawar to protest the new sales tax.", "PROTEST strike: - BUS > -"),
    (
        "Polish farmers parked their tractors across the Dorohusk crossing to protest Ukrainian grain imports.",
        "PROTEST obstruct: POL AGR > UKR",
    ),
    (
        "Bulgarian miners drove a convoy of lorries into Sofia to protest the closure of coal plants.",
        "PROTEST obstruct: BGR LAB > -",
    ),
    (
        "Protesters shouted slogans against the Indian government outside its high commission in Dhaka.",
        "PROTEST demo: BGD CVL > IND GOV",
    ),
    (
        "An effigy of the French president was burned by students in Karachi on Friday.",
        "PROTEST riot: PAK EDU > FRA GOV",
    ),
    (
        "Opposition lawmakers staged a walkout from parliament in Nairobi over the finance bill.",
        "PROTEST strike: - OPP > -",
    ),
    (
        "Jailed journalists in Diyarbakir have embarked on an indefinite fast over prison conditions.",
        "PROTEST hunger: TUR JRN > -",
    ),
    (
        "Myanmar's civil servants launched a campaign of civil disobedience against the junta.",
        "PROTEST demo: MMR GOV > - GOV",
    ),
    ("A strike by Argentine dock workers entered its third day on Wednesday.", "PROTEST strike: ARG LAB > -"),
    (
        "A march by indigenous groups on the Ecuadorean capital drew 20,000 people on Wednesday.",
        "PROTEST demo: - CVL > ECU GOV",
    ),
    (
        "Climate activists glued themselves to the tarmac at Munich airport early on Thursday.",
        "PROTEST obstruct: - SOC > -",
    ),
    (
        "Students at the University of Dhaka threw up a picket line around the vice-chancellor's office.",
        "PROTEST strike: - EDU > - GOV",
    ),
    ("Egyptian textile workers occupied their mill in Mahalla over unpaid bonuses.", "PROTEST obstruct: EGY LAB > -"),
    (
        "Tibetan monks marched in Lhasa to mark the anniversary and to protest Chinese rule.",
        "PROTEST demo: CHN REL > -",
    ),
    (
        "Palestinian prisoners in Israeli jails are refusing meals in protest at administrative detention.",
        "PROTEST hunger: PSE CVL > -",
    ),
    (
        "About 200 Rohingya held a candlelit vigil outside the UN office in Cox's Bazar.",
        "PROTEST demo: MMR CVL > UNO GOV",
    ),
]
NOTHING = [
    "The chef issued a call for simpler menus in his new cookbook.",
    "The dentist impressed upon his patients the need to floss.",
    "The family sought the help of a plumber after the pipe burst.",
    "The novel demands to be read in one sitting.",
    "The critics laid into the tenor's new album.",
    "Doctors blamed the rise in asthma on diesel fumes.",
    "The striker vented his fury at the linesman.",
    "The two stags locked horns near the lake.",
    "The film drew fire from purists who love the book.",
    "The old piano refused to budge from the hall.",
    "The dog dug its heels in at the vet's door.",
    "Ice blocks the harbour of the small Arctic town every winter.",
    "A tree stood in the way of the new bicycle path.",
    "The rookie fired a warning shot to his rivals by winning the first stage.",
    "Rising costs raised the spectre of a slump for British bakers.",
    "The knight swore to slay the dragon in the school play.",
    "The bowlers ran riot as India won the test by an innings.",
    "Vines and weeds ran riot in the abandoned garden.",
    "The children banged pots and pans to greet the new year.",
    "The president said a new offer on pensions was on the table.",
    "The finance minister said growth of 3 percent would be the target for next year.",
    "The prime minister told reporters that it was time for lunch.",
    "The economy minister said firms would pay less tax from January.",
    "The central bank said it would not change its forecast.",
    "The government said the bridge would be finished in May.",
    "The mayor joined arms with his wife on the dance floor.",
    "The minister came in for tea.",
    "The German chancellor laid flowers at the memorial.",
    "The French president put his foot down in a racing car for a television show.",
    "The Indian prime minister sat next to the guest speaker.",
    "The governor's horse ran riot through the yard.",
    "The queen wore a red scarf at the opening.",
    "The health ministry warned of a heatwave this week.",
    "Scientists sounded the alarm over melting glaciers in Iceland.",
    "The ministry said the volcano would not hold back for long.",
]
# One event each: what is asked, threatened or protested about is not a second one.
SINGLE = [
    ("The Taliban told foreign soldiers to leave Helmand or face attack.", "THREATEN"),
    ("Ankara and Athens are locked in a war of words over the islands.", "ACCUSE"),
    ("Washington renewed its appeal to Hanoi to release a blogger.", "REQUEST"),
    ("Belgrade said it would recall its ambassador unless Zagreb apologised.", "THREATEN"),
    ("Rwanda paid no heed to appeals from Kinshasa to pull its soldiers out of Goma.", "REJECT"),
    ("Protesters demanding the release of political prisoners blocked a bridge in Tbilisi.", "PROTEST"),
    ("The Syrian opposition said it would pull out of the Geneva talks if the bombing went on.", "THREATEN"),
    ("Demonstrations broke out in Khartoum after bread prices doubled.", "PROTEST"),
]


@pytest.mark.parametrize(("text", "expected"), [*REQUESTS, *ACCUSATIONS, *REFUSALS, *THREATS, *PROTESTS])
def test_the_idiom_is_told_with_its_parties(text: str, expected: str, coder: Coder) -> None:
    assert expected in [_line(m) for m in coder.code(Story("s", body=(text,)))]


@pytest.mark.parametrize("text", NOTHING)
def test_the_look_alike_tells_nothing(text: str, coder: Coder) -> None:
    assert [_line(m) for m in coder.code(Story("s", body=(text,)))] == []


@pytest.mark.parametrize(("text", "event"), SINGLE)
def test_it_is_one_event(text: str, event: str, coder: Coder) -> None:
    assert [m.event for m in coder.code(Story("s", body=(text,)))] == [event]


def test_who_draws_fire_on_patrol_is_attacked(coder: Coder) -> None:
    (mention,) = coder.code(Story("s", body=("The Malian patrol drew fire from rebels.",)))
    assert (mention.event, _side(mention.recipient)) == ("ASSAULT", "MLI MIL")


def _line(mention: EventMention) -> str:
    head = " ".join([mention.event, *mention.mode])
    return f"{head}: {_side(mention.actor)} > {_side(mention.recipient)}"


def _side(entities: tuple[Entity, ...]) -> str:
    return f"{entities[0].code or '-'} {entities[0].sector or ''}".strip() if entities else "-"
