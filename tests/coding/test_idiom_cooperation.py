"""Idioms of talks, promises, support, cooperation, help and giving way, as agencies write them; and their look-alikes."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import EventMention, Story

TOLD = [
    # CONSULT
    (
        "German Chancellor Angela Merkel sat across the table from Turkish President Recep Tayyip Erdogan for more than two hours on the sidelines of the G20 summit in Antalya.",
        "CONSULT CONSULT DEU+TUR multilateral",
    ),
    (
        "Chinese President Xi Jinping rolled out the red carpet for Zambian leader Hakainde Hichilema in Beijing on Friday, with a 21-gun salute outside the Great Hall of the People.",
        "CONSULT CONSULT ZMB>CHN visit",
    ),
    (
        "The Syrian foreign minister was closeted with the Russian ambassador in Damascus for three hours on Sunday night, a diplomat close to the discussions told AFP.",
        "CONSULT CONSULT SYR+RUS",
    ),
    (
        "Iranian Foreign Minister Mohammad Javad Zarif and U.S. Secretary of State John Kerry got together again on Tuesday in Lausanne for another round of nuclear diplomacy.",
        "CONSULT CONSULT IRN+USA",
    ),
    (
        "British Foreign Secretary James Cleverly went into a huddle with the Irish deputy premier in Belfast before the two men appeared in front of reporters.",
        "CONSULT CONSULT GBR+IRL",
    ),
    (
        "The Saudi crown prince granted an audience to the Lebanese prime minister in Jeddah on Saturday after keeping him waiting for three days.",
        "CONSULT CONSULT LBN>SAU visit",
    ),
    (
        "The Pakistani army chief closeted himself with the Saudi defence minister in Riyadh on Thursday to review the security situation in the Gulf.",
        "CONSULT CONSULT PAK+SAU",
    ),
    (
        "U.S. national security adviser Jake Sullivan held a secret tete-a-tete with Chinese Foreign Minister Wang Yi in Vienna in May, two officials disclosed.",
        "CONSULT CONSULT USA+CHN",
    ),
    (
        "Indian External Affairs Minister S. Jaishankar called on Sri Lankan President Ranil Wickremesinghe in Colombo on Thursday morning.",
        "CONSULT CONSULT IND>LKA visit",
    ),
    (
        "French President Emmanuel Macron had Hungarian Prime Minister Viktor Orban over for lunch at the Elysee Palace on Monday before the EU summit.",
        "CONSULT CONSULT HUN>FRA visit",
    ),
    (
        "The Kremlin's special envoy was dispatched to Yerevan on Tuesday to smooth things over with the Armenian leadership.",
        "CONSULT CONSULT RUS>ARM visit",
    ),
    (
        "Poland's president played host to the leaders of the three Baltic states at a castle outside Warsaw on Wednesday.",
        "CONSULT CONSULT ->POL visit",
    ),
    (
        "Egyptian Foreign Minister Sameh Shoukry held a round of closed-door discussions with his Ethiopian counterpart in Addis Ababa on Monday over the disputed Nile dam, state media reported.",
        "CONSULT CONSULT EGY+ETH",
    ),
    (
        "The Syrian foreign minister was closeted with the Russian ambassador in Damascus for three hours on Sunday night, a diplomat close to the discussions told AFP.",
        "CONSULT CONSULT SYR+RUS",
    ),
    (
        "The Pakistani army chief closeted himself with the Saudi defence minister in Riyadh on Thursday to review the security situation in the Gulf.",
        "CONSULT CONSULT PAK+SAU",
    ),
    (
        "The Kremlin's special envoy was dispatched to Yerevan on Tuesday to smooth things over with the Armenian leadership.",
        "CONSULT CONSULT RUS>ARM visit",
    ),
    (
        "Poland's president played host to the leaders of the three Baltic states at a castle outside Warsaw on Wednesday.",
        "CONSULT CONSULT ->POL visit",
    ),
    # AGREE
    (
        "The Lebanese cabinet gave a green light on Monday to U.N. investigators' request to interview four generals, the information minister said.",
        "AGREE AGREE LBN>UNO",
    ),
    (
        "Britain held out the prospect of a trade deal to Kenya on Monday, saying negotiations could start before the end of the year.",
        "AGREE AGREE GBR>KEN",
    ),
    (
        "Russia came around on Sunday to the idea of a U.N. monitoring mission in eastern Ukraine, Western diplomats said.",
        "AGREE AGREE RUS>UNO",
    ),
    (
        "Saudi Arabia made a commitment to Egypt on Thursday to keep its deposits in the central bank for three more years.",
        "AGREE AGREE SAU>EGY",
    ),
    (
        "The European Union dangled the prospect of visa-free travel before Turkey on Tuesday if Ankara changed its anti-terror laws.",
        "AGREE AGREE EUR>TUR",
    ),
    (
        "Zimbabwe's opposition leader Morgan Tsvangirai said yes on Wednesday to an offer by President Robert Mugabe to form a unity government.",
        "AGREE AGREE ZWE>ZWE",
    ),
    (
        "The prime ministers of Italy and Albania saw eye to eye on Tuesday on a plan to process migrants across the Adriatic.",
        "AGREE AGREE ITA+ALB",
    ),
    (
        "The Kyrgyz president pencilled in a meeting with his Tajik counterpart for next week, his press office said on Sunday.",
        "AGREE CONSULT KGZ+TJK",
    ),
    (
        "The Sri Lankan president gave assurances to visiting U.N. rights chief Navi Pillay on Thursday that missing persons would be accounted for.",
        "AGREE AGREE LKA>UNO",
    ),
    (
        "Ankara and Athens were of one mind on Monday about setting up a hotline between their air forces, the Greek defence minister said.",
        "AGREE AGREE TUR+GRC",
    ),
    (
        "Rwanda swung round to a Kenyan proposal on Thursday to deploy a regional force in eastern Congo, diplomats said.",
        "AGREE AGREE RWA>KEN",
    ),
    (
        "Hungary gave its word to NATO on Tuesday that it would not stand in the way of Sweden's membership, the alliance's secretary-general said.",
        "AGREE AGREE HUN>IGO",
    ),
    (
        "Russia came around on Sunday to the idea of a U.N. monitoring mission in eastern Ukraine, Western diplomats said.",
        "AGREE AGREE RUS>UNO",
    ),
    (
        "Zimbabwe's opposition leader Morgan Tsvangirai said yes on Wednesday to an offer by President Robert Mugabe to form a unity government.",
        "AGREE AGREE ZWE>ZWE",
    ),
    (
        "Nigeria has thrown its doors open to Chinese investors, its trade minister promised officials in Beijing on Wednesday.",
        "AGREE AGREE NGA",
    ),
    (
        "Rwanda swung round to a Kenyan proposal on Thursday to deploy a regional force in eastern Congo, diplomats said.",
        "AGREE AGREE RWA>KEN",
    ),
    # SUPPORT
    (
        "India and Bangladesh struck a bargain on Saturday over the sharing of the Teesta river waters, ending a decade of haggling.",
        "SUPPORT SUPPORT IND+BGD",
    ),
    (
        "Ethiopia and Eritrea patched up a compromise on Thursday over the demarcation of the border town of Badme, an African Union official said.",
        "SUPPORT SUPPORT ETH+ERI",
    ),
    (
        "South Sudan's government nodded through an African Union proposal on Sunday for a hybrid court to be set up in Juba.",
        "SUPPORT SUPPORT SSD>IGO",
    ),
    (
        "Cuba and the United States drew up a roadmap on Friday to bring back regular postal service, the State Department said.",
        "SUPPORT SUPPORT CUB+USA",
    ),
    (
        "The Turkish parliament put its stamp of approval on Finland's bid to join NATO late on Thursday after months of delay.",
        "SUPPORT SUPPORT TUR>FIN",
    ),
    (
        "Saudi King Salman cabled his congratulations to the newly elected president of Indonesia on Thursday, the official SPA agency said.",
        "SUPPORT SUPPORT SAU>IDN",
    ),
    (
        "The Cuban leader doffed his cap to the Vietnamese people on Thursday at a wreath-laying in Hanoi.",
        "SUPPORT SUPPORT CUB>VNM",
    ),
    (
        "Ugandan President Yoweri Museveni took up the cudgels for Kenya's indicted deputy president on Wednesday at a rally in Kampala.",
        "SUPPORT SUPPORT UGA>KEN",
    ),
    (
        "Australia's foreign minister made common cause with Indonesia on Monday over the plight of the Rohingya.",
        "SUPPORT SUPPORT AUS>IDN",
    ),
    (
        "Vietnam's prime minister spoke in glowing terms of Japan's contribution to the country's infrastructure at a forum in Hanoi on Friday.",
        "SUPPORT SUPPORT VNM>JPN",
    ),
    (
        "U.S. Secretary of State Antony Blinken tipped his hat to Kenyan police on Monday for their courage.",
        "SUPPORT SUPPORT USA>KEN",
    ),
    (
        "The Turkish parliament put its stamp of approval on Finland's bid to join NATO late on Thursday after months of delay.",
        "SUPPORT SUPPORT TUR>FIN",
    ),
    (
        "The Kremlin had warm words on Monday for Slovak Prime Minister Robert Fico, whom it described as a sober politician.",
        "SUPPORT SUPPORT RUS>SVK",
    ),
    (
        "The Dalai Lama's prime minister applauded the U.S. Congress on Friday for adopting the Tibet resolution.",
        "SUPPORT SUPPORT CHN>USA",
    ),
    (
        "Spain, Ireland and Norway formally recognised a Palestinian state on Tuesday, a coordinated move that angered Israel.",
        "SUPPORT SUPPORT ESP+IRL+NOR>PSE",
    ),
    (
        "Vietnam's prime minister spoke in glowing terms of Japan's contribution to the country's infrastructure at a forum in Hanoi on Friday.",
        "SUPPORT SUPPORT VNM>JPN",
    ),
    # COOPERATE
    (
        "Kenyan detectives teamed up with the FBI on Monday to trace the money behind the hotel attack.",
        "COOPERATE COOPERATE KEN>USA",
    ),
    (
        "Thailand handed a suspected arms dealer over to the United States on Tuesday after a two-year court battle.",
        "COOPERATE COOPERATE THA>USA",
    ),
    (
        "Iran shipped 1.5 million barrels of crude to Syria in October, according to tanker trackers.",
        "COOPERATE COOPERATE IRN>SYR",
    ),
    (
        "Egypt imported more than 400,000 tonnes of wheat from Russia last month, a trade official said on Tuesday.",
        "COOPERATE COOPERATE EGY>RUS",
    ),
    (
        "Kazakh gas started flowing to China through the new Central Asian pipeline on Monday, a ministry official in Astana said.",
        "COOPERATE COOPERATE KAZ>CHN",
    ),
    (
        "South Africa surrendered the fugitive former finance minister of Mozambique to U.S. authorities on Wednesday.",
        "COOPERATE COOPERATE ZAF>USA",
    ),
    (
        "Qatar sold 24 Typhoon engines to Oman on Thursday, the defence ministry in Muscat confirmed.",
        "COOPERATE COOPERATE QAT>OMN",
    ),
    (
        "South Korean and Indian warships held a joint search-and-rescue drill off Busan on Thursday, the navy said.",
        "COOPERATE COOPERATE KOR+IND",
    ),
    (
        "Thailand handed a suspected arms dealer over to the United States on Tuesday after a two-year court battle.",
        "COOPERATE COOPERATE THA>USA",
    ),
    (
        "U.S. Marines trained side by side with Norwegian infantry above the Arctic Circle on Friday as part of winter drills.",
        "COOPERATE COOPERATE USA>NOR",
    ),
    (
        "Indian and Chinese soldiers took part in a joint counter-terrorism exercise in Pune on Wednesday.",
        "COOPERATE COOPERATE IND+CHN",
    ),
    (
        "South Africa surrendered the fugitive former finance minister of Mozambique to U.S. authorities on Wednesday.",
        "COOPERATE COOPERATE ZAF>USA",
    ),
    # AID
    (
        "Japan pledged nothing new but shipped 200 power generators to Ukraine on Tuesday, the embassy in Kyiv said.",
        "AID AID JPN>UKR",
    ),
    (
        "Russian planes flew out 62 Syrian orphans from al-Hol camp on Thursday to Moscow, the children's commissioner said.",
        "AID AID RUS>SYR",
    ),
    (
        "Iran plied the Houthis with missile parts and explosives throughout 2017, a U.N. panel of experts said in its report.",
        "AID AID IRN>YEM",
    ),
    (
        "Britain stumped up 30 million pounds on Monday for Pakistan's flood victims, the international development secretary said.",
        "AID AID GBR>PAK",
    ),
    (
        "Nigerian soldiers snatched 85 schoolgirls from the clutches of Boko Haram in the Sambisa forest on Wednesday, the army said.",
        "AID AID NGA>-",
    ),
    (
        "Poland handed over a batch of 14 Leopard tanks to Ukraine on the anniversary of the invasion, the prime minister said in Kyiv.",
        "AID AID POL>UKR",
    ),
    (
        "Saudi Arabia deposited a further three billion dollars at Pakistan's central bank on Saturday to shore up its reserves.",
        "AID AID SAU>PAK",
    ),
    (
        "Australia rushed a medical team and a field hospital to Vanuatu on Sunday after the cyclone tore through Port Vila.",
        "AID AID AUS>VUT",
    ),
    (
        "India gifted four warplanes and two helicopters to the Afghan air force in December, the defence ministry said.",
        "AID AID IND>AFG",
    ),
    (
        "The Chadian army provided Cameroon with 2,000 soldiers for its campaign in the far north last January.",
        "AID AID TCD>CMR",
    ),
    (
        "The U.N. refugee agency put up more than 3,000 Rohingya families in new bamboo shelters at Kutupalong on Monday.",
        "AID AID UNO>MMR",
    ),
    (
        "Germany took in 20 wounded Yemeni children on Sunday for treatment at hospitals in Berlin and Hamburg.",
        "AID AID DEU>YEM",
    ),
    (
        "The Paris Club wrote off two thirds of Somalia's debt on Tuesday, the finance ministry in Mogadishu announced.",
        "AID AID IGO>SOM",
    ),
    (
        "The International Monetary Fund disbursed a fresh tranche of 700 million dollars to Pakistan on Tuesday under its standby arrangement.",
        "AID AID IGO>PAK",
    ),
    (
        "Australia rushed a medical team and a field hospital to Vanuatu on Sunday after the cyclone tore through Port Vila.",
        "AID AID AUS>VUT",
    ),
    (
        "U.S. Navy sailors went to the assistance of an Iranian fishing dhow in the Arabian Sea on Friday.",
        "AID AID USA>IRN",
    ),
    # CONCEDE
    (
        "Bolivian President Evo Morales threw in the towel on Saturday over the road through the Amazon reserve, scrapping the project.",
        "CONCEDE CONCEDE BOL",
    ),
    (
        "Canada's prime minister said sorry on Wednesday to the survivors of indigenous boarding schools for decades of abuse.",
        "CONCEDE CONCEDE CAN>-",
    ),
    (
        "Ecuador's government did an about-turn on fuel subsidies late on Sunday after talks with indigenous chiefs.",
        "CONCEDE CONCEDE ECU",
    ),
    (
        "The Basque separatist group ETA called a permanent halt to its armed campaign on Thursday in a video message.",
        "CONCEDE CONCEDE ESP",
    ),
    ("Moscow toned down its language on the Baltic minorities on Tuesday.", "CONCEDE CONCEDE RUS"),
    (
        "The Dutch prime minister told his Indonesian counterpart on Monday that the Netherlands would return a collection of looted jewels.",
        "CONCEDE RETREAT NLD",
    ),
    (
        "The Hungarian government climbed down on Friday over a planned tax on internet use after days of unrest in Budapest.",
        "CONCEDE CONCEDE HUN",
    ),
    (
        "Bolivian President Evo Morales threw in the towel on Saturday over the road through the Amazon reserve, scrapping the project.",
        "CONCEDE CONCEDE BOL",
    ),
    (
        "Canada's prime minister said sorry on Wednesday to the survivors of indigenous boarding schools for decades of abuse.",
        "CONCEDE CONCEDE CAN>-",
    ),
    (
        "The Kenyan president ate humble pie on Wednesday, withdrawing the finance bill that had brought thousands onto the streets.",
        "CONCEDE CONCEDE KEN",
    ),
    (
        "The Basque separatist group ETA called a permanent halt to its armed campaign on Thursday in a video message.",
        "CONCEDE CONCEDE ESP",
    ),
    # RETREAT
    (
        "Egypt threw open the Rafah crossing for three days on Wednesday to let patients leave the Gaza Strip.",
        "RETREAT RETREAT EGY access",
    ),
    (
        "Hezbollah fighters pulled up stakes from the Syrian town of Qusayr on Friday, the observatory said.",
        "RETREAT RETREAT LBN>SYR withdraw",
    ),
    (
        "Niger's junta let go of the ousted president's son on Monday after months under house arrest.",
        "RETREAT RETREAT NER>- release",
    ),
    (
        "Russian troops abandoned Kherson on Friday, blowing up no bridge but the Antonivskyi as they crossed to the east bank.",
        "RETREAT RETREAT RUS>UKR withdraw",
    ),
    ("Cuba set 53 dissidents free on Monday under a deal with Washington.", "RETREAT RETREAT CUB>- release"),
    (
        "The Ivorian mutineers went back to barracks on Tuesday after the government paid their bonuses.",
        "RETREAT RETREAT CIV withdraw",
    ),
    (
        "The chief of the Israeli military intelligence called it a day on Monday over the failures of October 7.",
        "RETREAT RETREAT ISR resign",
    ),
    ("Thailand's army chief walked away from the post of prime minister on Tuesday.", "RETREAT RETREAT THA resign"),
    (
        "Belarus let 52 political prisoners walk free on Thursday and took them to the Lithuanian border.",
        "RETREAT RETREAT BLR>- release",
    ),
    (
        "Turkey brought home its soldiers from the Bashiqa camp in northern Iraq on Tuesday, officials in Baghdad said.",
        "RETREAT RETREAT TUR>IRQ withdraw",
    ),
    (
        "Lebanon's prime minister handed in his resignation to President Michel Aoun on Tuesday after two weeks of demonstrations.",
        "RETREAT RETREAT LBN>LBN resign",
    ),
    (
        "Turkey's finance minister bowed out on Sunday, citing his health, in a message on Instagram.",
        "RETREAT RETREAT TUR resign",
    ),
    (
        "Myanmar released from jail the former leader's adviser Sean Turnell on Thursday.",
        "RETREAT RETREAT MMR>AUS release",
    ),
    ("Togo's government lifted its siege of the northern town of Sokode on Friday.", "RETREAT RETREAT TGO>-"),
]

TRAPS = [
    "Fashion designers rolled out the red carpet for the bride's family at a villa near Lake Como last weekend.",
    "The singer jetted off to Bali with her boyfriend on Tuesday after finishing her latest album.",
    "Parents and teachers got together on Thursday evening to decorate the school hall for the Christmas fair.",
    "The shares touched down at a three-month low in Frankfurt on Monday after the carmaker cut its outlook.",
    "The chef gave his word that the soup contained no meat, but the vegetarians at the wedding were not convinced.",
    "The company held out the prospect of a higher dividend to shareholders at its annual meeting in Zurich.",
    "The theatre shook hands with a brewery on a sponsorship deal for the summer season in Dublin.",
    "The architect took his hat off to the builders who had restored the cathedral's roof in eighteen months.",
    "The gallery put its stamp of approval on a painting long thought to be a copy of a Vermeer.",
    "The carmaker teamed up with a Japanese battery producer to build a small electric van for city deliveries.",
    "A tunnelling firm worked hand in hand with geologists to bring the new metro line under the river.",
    "The pilots trained side by side in a simulator near Toulouse for the maiden flight of the new freighter.",
    "Grandmother footed the bill for the wedding in Naples, from the flowers to the string quartet.",
    "The supermarket chain wrote off the value of its Polish stores after two years of falling sales.",
    "The barman plied his guests with free cocktails until three in the morning on his birthday.",
    "The boxer threw in the towel after seven rounds in Manchester on Saturday with a cut above his eye.",
    "The goalkeeper offered his apologies to the supporters after letting in four goals in the first half.",
    "The barista watered down the coffee to save money, a customer complained on a review site.",
    "Hollywood did an about-turn on musicals this year after two of them flopped at the box office.",
    "The last guests filed out of the hotel ballroom at two in the morning, humming the waltz.",
    "The trainer let the horse walk free in the paddock after its victory in the Derby.",
    "The landlord vacated the upper floor of the pub in June so that the painters could start work.",
    "The software firm released from beta its new photo editor for phones on Thursday.",
    "The old oak gave way in the storm on Monday night and crushed the roof of a garage.",
    "The editor signed off on the crossword late on Friday and went home to her dogs.",
    "The children handed in their drawings on Wednesday, and the best one will hang in the library.",
    "The two supermarkets reached an understanding on opening hours in the shopping centre in Leeds.",
    "The tailor offered the groom his congratulations and a silk tie for the reception in Milan.",
    "The tenants met the plumber halfway on the price of a new boiler for the house.",
]


def told(mention: EventMention) -> str:
    """ "EVENT ACT actors>recipients mode", in codes of countries."""
    actors, recipients = ("+".join(e.code or "-" for e in side) for side in (mention.actor, mention.recipient))
    sides = f"{actors}>{recipients}" if recipients else actors
    return " ".join([str(mention.event), str(mention.act), sides, *mention.mode])


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_idiom_is_told(text: str, expected: str, coder: Coder) -> None:
    assert [told(m) for m in coder.code(Story("s", body=(text,)))] == [expected]


@pytest.mark.parametrize("text", TRAPS)
def test_its_look_alike_is_no_event(text: str, coder: Coder) -> None:
    assert [told(m) for m in coder.code(Story("s", body=(text,)))] == []
