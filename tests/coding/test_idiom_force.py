"""Idiom of sanctions, mobilizing, coercion and assault, as agencies write it: each sentence with its act and parties."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import Entity, EventMention, Story

# The sentence, then "TYPE mode: actor > recipient" by code and sector; "-" for nobody.
TOLD = [
    (
        "Washington turned off the aid spigot to Harare last week after lawmakers complained of stolen ballots.",
        "SANCTION discontinue: USA GOV > ZWE GOV",
    ),
    (
        "Washington stripped Gabon of its trade preferences under the African Growth and Opportunity Act from January 1.",
        "SANCTION discontinue: USA GOV > GAB GOV",
    ),
    (
        "Japan has downgraded its representation in Naypyidaw to the level of charge d'affaires, diplomats in Tokyo said.",
        "SANCTION withdraw: JPN GOV > MMR",
    ),
    (
        "Norway pulled its pension fund out of four Israeli companies, the finance ministry in Oslo said on Monday.",
        "SANCTION withdraw: NOR GOV > ISR BUS",
    ),
    (
        "Australia cut Fiji out of its defence training programme following the commander's takeover in December 2006.",
        "SANCTION discontinue: AUS GOV > FJI GOV",
    ),
    (
        "The Arab League froze Syria's membership in November 2011 after the failure of its peace plan.",
        "SANCTION expel: IGO GOV > SYR GOV",
    ),
    (
        "India cut duty-free access for Bangladeshi garments through its land ports in a tit-for-tat move in May.",
        "SANCTION discontinue: IND GOV > BGD",
    ),
    (
        "The Swiss government joined EU sanctions against Moscow, breaking with two centuries of practice.",
        "SANCTION: CHE GOV > RUS GOV",
    ),
    (
        "Azerbaijan sent home two French diplomats over what its foreign ministry called actions incompatible with their status.",
        "SANCTION expel: AZE GOV > FRA GOV",
    ),
    (
        "South Korea's spy chief said the North had cut all hotlines with Seoul at noon on Tuesday.",
        "SANCTION withdraw: PRK GOV > KOR GOV",
    ),
    (
        "The Czech government kept Russian state companies out of the tender for a new reactor at Dukovany.",
        "SANCTION discontinue: CZE GOV > RUS BUS",
    ),
    (
        "Russia turned off the gas to Finland on a Saturday morning after Helsinki refused to pay in roubles.",
        "SANCTION discontinue: RUS GOV > FIN GOV",
    ),
    (
        "Lithuania withdrew its diplomats from Beijing in December after China demanded that they hand in their papers.",
        "SANCTION withdraw: LTU GOV > CHN GOV",
    ),
    (
        "The expulsion by Slovakia of three Russian embassy staff members came a week after similar steps in Prague.",
        "SANCTION expel: SVK GOV > RUS",
    ),
    (
        "Saudi Arabia and its allies ended a three-year boycott of Qatar at a summit in Al-Ula in January.",
        "RETREAT: SAU GOV > QAT GOV",
    ),
    (
        "Addis Ababa called veterans back to the colours in November as the Tigrayan column neared Dessie.",
        "MOBILIZE militia: ETH GOV > -",
    ),
    (
        "North Korea test-fired two short-range ballistic missiles into the East Sea early on Wednesday.",
        "MOBILIZE weapons: PRK GOV > -",
    ),
    (
        "Iran paraded its newest hypersonic missile through the streets of Tehran on Army Day.",
        "MOBILIZE weapons: IRN GOV > -",
    ),
    (
        "Kyiv's parliament lowered the draft age from 27 to 25 in April to fill gaps at the front.",
        "MOBILIZE troops: UKR LEG > -",
    ),
    (
        "Washington is boosting its military footprint in Guam with a battery of THAAD interceptors.",
        "MOBILIZE troops: USA GOV > GUM",
    ),
    (
        "Russian warships showed the flag off the Syrian coast in a display of strength last month.",
        "MOBILIZE troops: RUS MIL > SYR",
    ),
    (
        "Two Chinese coast guard cutters entered Japan's territorial waters near the disputed islets on Friday.",
        "MOBILIZE troops: CHN MIL > JPN GOV",
    ),
    (
        "A column of Rwandan soldiers slipped across the border into North Kivu, UN experts reported.",
        "MOBILIZE troops: RWA MIL > COD",
    ),
    (
        "Turkey poured reinforcements into Idlib, sending a convoy of 150 vehicles over the border on Sunday.",
        "MOBILIZE troops: TUR GOV > SYR",
    ),
    (
        "Moscow stood down the forces it had massed near Ukraine in April 2021 and sent them back to their barracks.",
        "RETREAT withdraw: RUS GOV > -",
    ),
    (
        "The army called off its alert on the Line of Control on Monday, an official in Rawalpindi said.",
        "RETREAT withdraw: - MIL > -",
    ),
    (
        "The Tanzanian regulator took three newspapers off the streets for ninety days, citing sedition rules.",
        "COERCE censor: TZA GOV > - JRN",
    ),
    (
        "Prosecutors in Ankara slapped a travel ban on the head of the bar association on Thursday.",
        "COERCE restrict: TUR JUD > - SOC",
    ),
    ("Iranian border guards turned thousands of Afghans back at the Islam Qala crossing.", "COERCE: IRN COP > AFG CVL"),
    (
        "Pakistan has sent more than half a million undocumented Afghans home since November, the interior ministry said.",
        "COERCE deport: PAK GOV > AFG CVL",
    ),
    (
        "Officers froze the bank accounts of the Bangladeshi rights group Odhikar at the request of the government.",
        "COERCE seize: - MIL > BGD SOC",
    ),
    (
        "Venezuelan intelligence officers barged into the home of a Vente Venezuela organiser and took away her laptops.",
        "COERCE seize: VEN SPY > VEN OPP",
    ),
    (
        "The Sudanese army kept a stranglehold on food convoys into the Nuba mountains throughout the spring.",
        "COERCE restrict: SDN MIL > -",
    ),
    (
        "Azerbaijan choked off traffic on the Lachin corridor in December, leaving 120,000 Armenians short of food.",
        "COERCE restrict: AZE GOV > -",
    ),
    (
        "Peru's government decreed a state of emergency in Lima and Callao for thirty days.",
        "COERCE martial-law: PER GOV > PER GOV",
    ),
    (
        "Russian military hackers knocked out the websites of the Estonian parliament and two ministries.",
        "COERCE cyber: RUS CRM > EST LEG",
    ),
    (
        "The arrest by Serbian police of three Kosovo policemen near Gjerakar angered Washington.",
        "COERCE arrest: SRB COP > KOS COP",
    ),
    (
        "Opposition lawmaker Zitto Kabwe was bundled into a police car outside the assembly in Dodoma.",
        "COERCE arrest: - > TZA OPP",
    ),
    (
        "Indian tax inspectors descended on the BBC's bureaus in Delhi and Mumbai on Tuesday.",
        "COERCE seize: IND > GBR JRN",
    ),
    ("Syrian intelligence had the cartoonist locked away in Saydnaya for eleven years.", "COERCE arrest: SYR SPY > -"),
    (
        "Ugandan troops ringed the house of the opposition candidate on election night.",
        "COERCE restrict: UGA MIL > - OPP",
    ),
    (
        "Jakarta vowed to seize any foreign trawler found fishing near the Natuna islands.",
        "THREATEN restrict: IDN GOV > -",
    ),
    (
        "The Interior Ministry denied having arrested the archbishop in the town of Matagalpa.",
        "COERCE arrest: - GOV > - REL",
    ),
    (
        "Sudan's military ruler lifted the state of emergency in May after calls from the United Nations.",
        "RETREAT: SDN GOV > -",
    ),
    (
        "Boko Haram fighters on motorbikes swept into the village of Baga and opened up on worshippers with rifles.",
        "ASSAULT firearms: NGA REB > - REL",
    ),
    (
        "Serb gunners lobbed mortar rounds into a crowded market in Sarajevo, killing 43 people.",
        "ASSAULT heavy-weapons: SRB MIL > - CVL",
    ),
    (
        "The army let loose with heavy machine guns on mourners in the Guinean town of Nzerekore.",
        "ASSAULT firearms: - MIL > GIN CVL",
    ),
    (
        "Riot police waded into a sit-in of teachers in Tegucigalpa with batons and tear gas.",
        "ASSAULT beat: HND COP > HND EDU",
    ),
    (
        "Congolese M23 rebels wrested the town of Rutshuru from government troops after two days.",
        "ASSAULT: COD REB > - MIL",
    ),
    (
        "Hezbollah fired a volley of Katyusha rockets at Kiryat Shmona on Monday evening.",
        "ASSAULT heavy-weapons: LBN REB > ISR",
    ),
    (
        "An American drone took the life of the al-Qaeda leader Ayman al-Zawahiri in Kabul.",
        "ASSAULT drone: USA MIL > IMG REB",
    ),
    (
        "Kenyan police mowed down dozens of marchers on Saba Saba day, a rights commission found.",
        "ASSAULT firearms: KEN COP > - CVL",
    ),
    (
        "Burmese soldiers gang-raped women and girls in Rakhine villages, UN investigators reported.",
        "ASSAULT sexual: MMR MIL > MMR CVL",
    ),
    (
        "ETA planted a bomb under the car of a Guardia Civil officer in Legutiano.",
        "ASSAULT explosives: ESP REB > ESP MIL",
    ),
    ("The Iraqi army clawed back three districts of west Mosul from Islamic State.", "ASSAULT: IRQ MIL > IMG REB"),
    ("Twelve soldiers fell in a jihadist ambush near Ougarou, Burkina Faso's army said.", "ASSAULT: - > - MIL"),
    (
        "The shelling by Armenian forces of the city of Ganja left ten civilians dead.",
        "ASSAULT heavy-weapons: ARM MIL > - CVL",
    ),
    (
        "Colombia's ELN blew a hole in the Cano Limon pipeline for the fourth time this year.",
        "ASSAULT explosives: COL REB > -",
    ),
    (
        "Chadian rebels fought their way into N'Djamena in February 2008 and besieged the palace for two days.",
        "ASSAULT: TCD REB > TCD",
    ),
    (
        "Gunmen on a motorcycle shot and killed a Pakistani district judge in Waziristan.",
        "ASSAULT firearms: - UAF > PAK JUD",
    ),
    ("Police opened fire with live rounds on students in the Guinean capital.", "ASSAULT firearms: GIN COP > GIN EDU"),
    (
        "Iraqi Kurdish protesters were set upon by masked men loyal to the ruling party.",
        "ASSAULT beat: - UAF > IRQ CVL",
    ),
    (
        "The bombing by the IRA of the Grand Hotel in Brighton killed five people.",
        "ASSAULT explosives: GBR REB > - CVL",
    ),
    ("Haitian gangs torched two police stations in Carrefour-Feuilles overnight.", "ASSAULT destroy: HTI CRM > - COP"),
    ("Armenian artillery opened up on Azerbaijani positions near Tovuz.", "ASSAULT firearms: ARM MIL > AZE"),
    (
        "The Malian army lost forty-nine men to jihadists in an attack on the post at Indelimane.",
        "ASSAULT: - > MLI MIL",
    ),
    ("The Rwandan army denied that its soldiers had killed refugees at Kibeho.", "ASSAULT: RWA MIL > - REF"),
    (
        "Washington yanked the visas of fourteen Honduran lawmakers in June, the embassy in Tegucigalpa said.",
        "SANCTION discontinue: USA GOV > HND LEG",
    ),
    ("Tokyo revoked most-favoured-nation status for Russia in April 2022.", "SANCTION discontinue: JPN GOV > RUS GOV"),
    ("Croatia barred Serbian wines and fruit from its market in July 2019.", "SANCTION discontinue: HRV GOV > SRB"),
    ("Doha's envoy to Cairo was declared unwelcome by Egypt's foreign ministry.", "SANCTION expel: EGY GOV > QAT GOV"),
    (
        "Judges at The Hague pronounced the former Liberian leader guilty on eleven counts.",
        "SANCTION convict: NLD JUD > LBR ELI",
    ),
    ("Warsaw threw 6,000 soldiers at its frontier with Belarus as crossings rose.", "MOBILIZE troops: POL GOV > -"),
    (
        "Troops in battle dress lined the avenues of Bissau after the shooting stopped.",
        "MOBILIZE troops: - MIL > GNB GOV",
    ),
    (
        "Pyongyang rolled out a new intercontinental missile at a night parade in Kim Il Sung Square.",
        "MOBILIZE weapons: PRK GOV > -",
    ),
    ("NATO has tripled its battlegroup in Latvia to a brigade of 3,500.", "MOBILIZE troops: IGO MIL > LVA"),
    (
        "Kinshasa recruited thousands of Wazalendo militiamen to hold the line near Sake.",
        "MOBILIZE militia: COD GOV > -",
    ),
    (
        "Chinese police hustled the rights lawyer into an unmarked van outside the courthouse.",
        "COERCE arrest: CHN COP > - SOC",
    ),
    (
        "Libya's coastguard intercepted 400 migrants off Zawiya and returned them to detention camps.",
        "COERCE arrest: LBY COP > -",
    ),
    (
        "Ethiopia's election board struck the Tigray People's Liberation Front from the register of parties.",
        "COERCE restrict: ETH GOV > ETH REB",
    ),
    ("Russian missiles rained down on Vinnytsia on a Thursday morning.", "ASSAULT heavy-weapons: RUS MIL > UKR"),
    (
        "A Pakistani Taliban gunman burst into an army school in Peshawar and sprayed pupils with bullets.",
        "ASSAULT firearms: PAK REB > PAK EDU",
    ),
    ("Somali pirates boarded the tanker and held its Indian crew for ransom.", "ASSAULT abduct: SOM CRM > IND CVL"),
    (
        "Turkey's armed forces neutralised eleven PKK members in northern Iraq, its defence ministry said.",
        "ASSAULT targeted: TUR MIL > TUR REB",
    ),
    ("Kurdish forces flushed Islamic State from the last streets of Baghouz.", "ASSAULT: - MIL > IMG REB"),
    (
        "Mortar fire killed two Ghanaian peacekeepers near Rafha in the disputed strip.",
        "ASSAULT heavy-weapons: - > GHA MIL",
    ),
]

# The same words of other lives: nothing is told.
NOTHING = [
    "The coach tightened the screws on his players at Tuesday's training and dropped two of them from the starting eleven.",
    "The airline cut off the Wi-Fi on its short flights to save fuel.",
    "The landlord showed the couple the door after they had missed three rents.",
    "The actress broke off her engagement with the singer in July.",
    "The publisher let its option on the novel lapse, and the film was never made.",
    "Fans slapped the band's new record with one-star reviews.",
    "A regional utility turned off the gas in twelve streets on Monday to repair a leak.",
    "Her doctor put her on notice that another winter of smoking would cost her a lung.",
    "The carmaker recalled 40,000 hatchbacks in Canada over a faulty brake hose.",
    "Apple froze hiring outside research in November as sales of tablets cooled.",
    "The school suspended two boys for a week for smoking behind the gym.",
    "Heavy snow closed the pass between the two valleys for the third time this winter.",
    "The chain stopped selling plastic toys in its Swedish shops last spring.",
    "Volunteers fanned out over the beach on Sunday to collect plastic bottles.",
    "The retailer mobilised a fleet of electric vans for the Christmas parcels.",
    "The striker took up position behind the defender and headed the ball home.",
    "She called up her sister in Toronto and told her about the wedding.",
    "Nurses are on standby at the hospital in case the heatwave brings more patients.",
    "Scouts and firefighters are on alert for sparks during the festival of lights.",
    "The startup deployed its software to forty clinics in Ohio.",
    "Engineers tested the rocket's second stage at a stand in Florida on Thursday.",
    "A wall of orange armchairs marched across the gallery floor.",
    "Shoppers poured into the new mall in Pune on its opening weekend.",
    "Guests patrolled the buffet with plates in both hands.",
    "Investors raised the alarm over debts at the supermarket chain.",
    "The ferry company drafted in extra crews for the long weekend.",
    "Prices arrested their slide on Wednesday as buyers came back.",
    "He was under house arrest in the 1962 play, not in life, the critic wrote.",
    "Her broken ankle put her under lock and key in her own flat, she joked.",
    "Landlords in Berlin put a freeze on repairs after the rent rise was blocked.",
    "The director banned phones from the set of his new comedy.",
    "The dietician cracked down on her own love of chocolate.",
    "The goalkeeper was picked up on a free transfer in August.",
    "The judges disqualified the Kenyan for a false start in the 200 metres.",
    "A stray cow held up traffic on the coast road for an hour.",
    "She held her breath while the doctor read out the results.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_act_is_told_with_its_parties(text: str, expected: str, coder: Coder) -> None:
    found = [_line(m) for m in coder.code(Story("s", body=(text,)))]
    assert any(_fits(expected, line) for line in found), found


@pytest.mark.parametrize("text", NOTHING)
def test_the_ordinary_sense_tells_nothing(text: str, coder: Coder) -> None:
    assert [_line(m) for m in coder.code(Story("s", body=(text,)))] == []


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


def test_a_deed_that_is_caused_is_done_to_its_subject(coder: Coder) -> None:
    (mention,) = coder.code(Story("s", body=("Chad had the French envoy expelled in May.",)))
    assert _line(mention) == "SANCTION expel: TCD GOV > FRA GOV"


def test_the_agent_between_a_deed_and_its_object_takes_no_part_of_it(coder: Coder) -> None:
    (mention,) = coder.code(Story("s", body=("The seizure by Kenyan troops of a Somali tanker was hailed.",)))
    assert _line(mention) == "COERCE seize: KEN MIL > SOM CVL"


@pytest.mark.parametrize(
    "text", ["Chad had its envoy expelled in May.", "Chad had three soldiers wounded in a raid near Sarh."]
)
def test_who_has_it_done_to_its_own_is_no_doer(text: str, coder: Coder) -> None:
    assert all("TCD" not in {e.code for e in m.actor} for m in coder.code(Story("s", body=(text,))))
