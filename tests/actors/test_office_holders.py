"""The office-holder table: its form, its order in time, and dated cases anyone can check."""

import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import combinations

import pytest

COLUMNS = ["person", "aliases", "country", "office", "sector", "from", "to", "confidence", "source"]
NON_STATES = {"UNO", "EUR", "IGO", "IMG"}
SECTORS = {"GOV", "MIL", "COP", "LEG", "OPP", "PTY", "REB", "PRM", "PRE", "SPY", "JUD", "REL", "SOC"}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

# Offices one person holds at a time; opposition leaders, deputies and vice presidents may be several.
SINGLE = {
    "President",
    "Prime Minister",
    "Premier",
    "Chancellor",
    "King",
    "Queen",
    "Emperor",
    "Emir",
    "Sultan",
    "Supreme Leader",
    "Crown Prince",
    "Foreign Minister",
    "Foreign Secretary",
    "Secretary of State",
    "Secretary of Defense",
    "Defence Minister",
    "Defence Secretary",
    "Secretary-General",
    "Secretary General of NATO",
    "High Representative",
    "President of the European Commission",
    "President of the European Council",
    "Special Envoy for Syria",
    "Pope",
}
# Both were in office in law and in fact for two days: The Gambia, January 2017.
TRUE_OVERLAPS = {("GMB", "President", "Yahya Jammeh", "Adama Barrow")}

MOST_REPORTED = re.findall(
    r"[A-Z]{3}",
    "USA GBR FRA DEU RUS CHN JPN IND PAK AFG IRN IRQ SYR ISR PSE LBN JOR EGY SAU YEM TUR LBY TUN DZA MAR QAT ARE "
    "SDN SSD ETH SOM KEN NGA ZAF ZWE COD RWA UKR BLR POL GEO ARM AZE KAZ KOR PRK MMR THA PHL IDN AUS CAN MEX VEN "
    "COL CUB BRA ARG ITA ESP GRC SRB HUN BGD LKA NPL KHM MYS",
)
FOREIGN_OFFICES = {"Foreign Minister", "Foreign Secretary", "Secretary of State"}
TOP_OFFICES = {"President", "Prime Minister", "Chancellor", "King", "Emir"}


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the table."""

    person: str
    aliases: tuple[str, ...]
    country: str
    office: str
    sector: str
    start: str
    end: str
    confidence: str
    source: str


def earliest(text: str) -> date:
    """The first day a date of any precision can mean."""
    parts = [int(part) for part in text.split("-")]
    return date(*[*parts, 1, 1][:3])


def latest(text: str) -> date:
    """The last day a date of any precision can mean; far ahead for an open end."""
    if not text:
        return date.max
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def read_lines() -> list[str]:
    """The table's lines, notes included."""
    table = files("whowhom").joinpath("actors", "data", "office_holders.tsv")
    return table.read_text(encoding="utf-8").splitlines()


@cache
def read_terms() -> tuple[Term, ...]:
    """Every term of office in the table."""
    rows = [line.split("\t") for line in read_lines() if not line.startswith("#")][1:]
    return tuple(Term(row[0], tuple(filter(None, row[1].split("|"))), *row[2:]) for row in rows)


def in_office(term: Term, day: date) -> bool:
    """Whether the term may cover the day, at the precision its dates have."""
    return earliest(term.start) <= day <= latest(term.end)


def certainly_overlap(first: Term, second: Term) -> bool:
    """Whether two terms share more than a day of handing over, however their loose dates are read."""
    ends = [earliest(term.end) if term.end else date.max for term in (first, second)]
    return latest(first.start) < ends[1] and latest(second.start) < ends[0]


def test_notes_come_first_and_name_what_a_reader_needs() -> None:
    lines = read_lines()
    notes = [line for line in lines if line.startswith("#")]
    assert lines[: len(notes)] == notes
    assert lines[len(notes)].split("\t") == COLUMNS
    text = "\n".join(notes)
    assert all(f"# {name}:" in text for name in [*COLUMNS, "last checked", "licence", "known gaps"])


def test_every_row_has_nine_clean_fields() -> None:
    rows = [line.split("\t") for line in read_lines() if not line.startswith("#")]
    assert [row for row in rows if len(row) != len(COLUMNS)] == []
    assert [row for row in rows if any(field != field.strip() for field in row)] == []
    assert [row for row in rows if "" in [*row[:1], *row[2:6], *row[7:]]] == []


def test_codes_sectors_confidence_and_source_are_known_values() -> None:
    for term in read_terms():
        assert re.fullmatch(r"[A-Z]{3}", term.country), term
        assert term.sector in SECTORS, term
        assert term.confidence in {"high", "medium"}, term
        assert term.source == "public record", term


def test_aliases_are_unique_and_never_repeat_the_name() -> None:
    for term in read_terms():
        assert len(set(term.aliases)) == len(term.aliases), term
        assert term.person not in term.aliases, term
        assert all(alias == alias.strip() for alias in term.aliases), term


def test_a_person_carries_the_same_aliases_in_every_row() -> None:
    spellings: dict[str, set[tuple[str, ...]]] = {}
    for term in read_terms():
        spellings.setdefault(term.person, set()).add(term.aliases)
    assert {person: found for person, found in spellings.items() if len(found) > 1} == {}


def test_dates_parse_and_run_forward() -> None:
    for term in read_terms():
        assert DATE.fullmatch(term.start), term
        assert not term.end or DATE.fullmatch(term.end), term
        assert earliest(term.start) <= latest(term.end), term
        assert date(1940, 1, 1) < earliest(term.start), term


def test_only_leaders_left_office_before_1990() -> None:
    earlier = [term for term in read_terms() if latest(term.end) < date(1990, 1, 1)]
    leading = ("President", "Prime Minister", "Supreme Leader", "Shah", "General Secretary")
    assert [term for term in earlier if not term.office.startswith(leading)] == []


def test_no_row_stands_twice() -> None:
    counts = Counter((term.person, term.country, term.office, term.start) for term in read_terms())
    assert [key for key, count in counts.items() if count > 1] == []


def test_one_holder_at_a_time_in_offices_that_have_one() -> None:
    seats: dict[tuple[str, str], list[Term]] = {}
    for term in read_terms():
        if term.office in SINGLE:
            seats.setdefault((term.country, term.office), []).append(term)
    clashes = {
        (*seat, first.person, second.person)
        for seat, terms in seats.items()
        for first, second in combinations(sorted(terms, key=lambda term: earliest(term.start)), 2)
        if certainly_overlap(first, second)
    }
    assert clashes == TRUE_OVERLAPS


def test_nobody_follows_themselves_while_still_in_office() -> None:
    terms: dict[tuple[str, str, str], list[Term]] = {}
    for term in read_terms():
        terms.setdefault((term.person, term.country, term.office), []).append(term)
    doubled = [pair for group in terms.values() for pair in combinations(group, 2) if certainly_overlap(*pair)]
    assert doubled == []


def test_breadth() -> None:
    terms = read_terms()
    assert len(terms) >= 3500
    assert len({term.country for term in terms if term.office in FOREIGN_OFFICES} - NON_STATES) >= 70
    covered = {term.country for term in terms if term.office in TOP_OFFICES}
    assert set(MOST_REPORTED) - covered == set()


LED = [(country, year) for country in MOST_REPORTED for year in (1995, 2005, 2017, 2024)]


# South Sudan had no state of its own before 2011.
@pytest.mark.parametrize(("country", "year"), [led for led in LED if led[0] != "SSD" or led[1] > 2011])
def test_somebody_leads_each_most_reported_state(country: str, year: int) -> None:
    day = date(year, 6, 15)
    leading = ("President", "Prime Minister", "Premier", "Chancellor", "King", "Emir", "Leader", "Head", "Chairman")
    ruling = [term for term in read_terms() if term.country == country and term.sector in {"GOV", "MIL"}]
    assert any(term.office.startswith((*leading, "Interim", "Acting")) for term in ruling if in_office(term, day))


CASES = [
    ("USA", "President", "1990-01-01", "George H. W. Bush"),
    ("USA", "President", "2017-01-19", "Barack Obama"),
    ("USA", "President", "2017-01-21", "Donald Trump"),
    ("USA", "President", "2024-06-01", "Joe Biden"),
    ("USA", "President", "2025-02-01", "Donald Trump"),
    ("USA", "Vice President", "2003-03-20", "Dick Cheney"),
    ("USA", "Secretary of State", "1991-10-30", "James Baker"),
    ("USA", "Secretary of State", "2016-09-09", "John Kerry"),
    ("USA", "Secretary of State", "2017-07-07", "Rex Tillerson"),
    ("USA", "Secretary of State", "2022-02-24", "Antony Blinken"),
    ("USA", "Secretary of Defense", "2003-04-09", "Donald Rumsfeld"),
    ("USA", "Ambassador to the United Nations", "2017-04-07", "Nikki Haley"),
    ("USA", "Ambassador to Kazakhstan", "2017-01-23", "George Krol"),
    ("USA", "National Security Adviser", "2018-06-12", "John Bolton"),
    ("GBR", "Prime Minister", "1990-11-01", "Margaret Thatcher"),
    ("GBR", "Prime Minister", "2016-06-23", "David Cameron"),
    ("GBR", "Prime Minister", "2022-10-01", "Liz Truss"),
    ("GBR", "Foreign Secretary", "2017-04-10", "Boris Johnson"),
    ("GBR", "Defence Secretary", "2022-02-24", "Ben Wallace"),
    ("FRA", "President", "2015-11-13", "François Hollande"),
    ("FRA", "Foreign Minister", "2003-02-14", "Dominique de Villepin"),
    ("DEU", "Chancellor", "2015-09-04", "Angela Merkel"),
    ("DEU", "Foreign Minister", "2016-02-11", "Frank-Walter Steinmeier"),
    ("RUS", "President of the Soviet Union", "1991-08-19", "Mikhail Gorbachev"),
    ("RUS", "President", "1993-10-04", "Boris Yeltsin"),
    ("RUS", "President", "2008-08-08", "Dmitry Medvedev"),
    ("RUS", "Foreign Minister", "2016-09-09", "Sergei Lavrov"),
    ("RUS", "Defence Minister", "2015-09-30", "Sergei Shoigu"),
    ("CHN", "President", "2001-04-01", "Jiang Zemin"),
    ("CHN", "Foreign Minister", "2023-05-01", "Qin Gang"),
    ("JPN", "Prime Minister", "2011-03-11", "Naoto Kan"),
    ("IND", "Prime Minister", "2008-11-26", "Manmohan Singh"),
    ("PAK", "Prime Minister", "1998-05-28", "Nawaz Sharif"),
    ("PAK", "Prime Minister", "2019-02-27", "Imran Khan"),
    ("AFG", "President", "2020-02-29", "Ashraf Ghani"),
    ("IRN", "Foreign Minister", "2015-07-14", "Mohammad Javad Zarif"),
    ("IRN", "President", "2005-12-01", "Mahmoud Ahmadinejad"),
    ("IRN", "Deputy Foreign Minister", "2017-09-15", "Hossein Jaberi Ansari"),
    ("IRQ", "President", "1990-08-02", "Saddam Hussein"),
    ("IRQ", "Prime Minister", "2014-06-10", "Nouri al-Maliki"),
    ("SYR", "President", "1999-12-15", "Hafez al-Assad"),
    ("SYR", "President", "2017-01-23", "Bashar al-Assad"),
    ("SYR", "Foreign Minister", "2014-01-22", "Walid Muallem"),
    ("SYR", "Ambassador to the United Nations", "2017-01-23", "Bashar Jaafari"),
    ("SYR", "General Coordinator of the High Negotiations Committee", "2016-02-01", "Riyad Hijab"),
    ("SYR", "Head of the Opposition Delegation", "2017-03-01", "Nasr al-Hariri"),
    ("SYR", "Head of the Rebel Delegation to the Astana talks", "2017-01-23", "Mohammed Alloush"),
    ("ISR", "Prime Minister", "1993-09-13", "Yitzhak Rabin"),
    ("ISR", "Defence Minister", "2023-10-07", "Yoav Gallant"),
    ("PSE", "President", "2000-07-25", "Yasser Arafat"),
    ("PSE", "Head of the Hamas Political Bureau", "2024-01-15", "Ismail Haniyeh"),
    ("LBN", "Secretary-General of Hezbollah", "2006-07-12", "Hassan Nasrallah"),
    ("EGY", "President", "2013-01-25", "Mohamed Morsi"),
    ("SAU", "Foreign Minister", "2016-01-03", "Adel al-Jubeir"),
    ("TUR", "Prime Minister", "2013-06-01", "Recep Tayyip Erdoğan"),
    ("TUR", "Foreign Minister", "2017-01-23", "Mevlüt Çavuşoğlu"),
    ("KAZ", "Foreign Minister", "2017-01-23", "Kairat Abdrakhmanov"),
    ("RUS", "Special Envoy for Syria", "2017-09-15", "Alexander Lavrentiev"),
    ("LBY", "Leader", "2003-12-19", "Muammar Gaddafi"),
    ("SDN", "President", "2005-01-09", "Omar al-Bashir"),
    ("ETH", "Prime Minister", "2020-11-04", "Abiy Ahmed"),
    ("ZAF", "President", "1995-06-24", "Nelson Mandela"),
    ("ZWE", "Prime Minister", "2010-06-01", "Morgan Tsvangirai"),
    ("UKR", "President", "2014-02-01", "Viktor Yanukovych"),
    ("UKR", "President", "2022-02-24", "Volodymyr Zelensky"),
    ("KOR", "President", "2000-06-15", "Kim Dae-jung"),
    ("MMR", "State Counsellor", "2017-08-25", "Aung San Suu Kyi"),
    ("VEN", "President", "2002-04-01", "Hugo Chávez"),
    ("COL", "Leader of the FARC", "2016-08-24", "Rodrigo Londoño"),
    ("SRB", "President of Serbia", "1995-11-21", "Slobodan Milošević"),
    ("UNO", "Secretary-General", "1994-04-06", "Boutros Boutros-Ghali"),
    ("UNO", "Special Envoy for Syria", "2012-04-10", "Kofi Annan"),
    ("UNO", "Special Envoy for Syria", "2014-01-22", "Lakhdar Brahimi"),
    ("UNO", "Special Envoy for Syria", "2017-01-23", "Staffan de Mistura"),
    ("UNO", "Special Envoy for Syria", "2020-01-01", "Geir Pedersen"),
    ("EUR", "High Representative", "2013-11-24", "Catherine Ashton"),
    ("IGO", "Secretary General of NATO", "2022-02-24", "Jens Stoltenberg"),
    ("IMG", "Leader of al-Qaeda", "2001-09-11", "Osama bin Laden"),
    ("VAT", "Pope", "2010-01-01", "Benedict XVI"),
]


@pytest.mark.parametrize(("country", "office", "day", "person"), CASES)
def test_who_held_the_office_that_day(country: str, office: str, day: str, person: str) -> None:
    held = [term for term in read_terms() if (term.country, term.office) == (country, office)]
    assert {term.person for term in held if in_office(term, date.fromisoformat(day))} >= {person}


@pytest.mark.parametrize(("country", "office", "day", "person"), [case for case in CASES if case[1] in SINGLE])
def test_nobody_else_held_it(country: str, office: str, day: str, person: str) -> None:
    held = [term for term in read_terms() if (term.country, term.office) == (country, office)]
    assert {term.person for term in held if in_office(term, date.fromisoformat(day))} == {person}


@pytest.mark.parametrize(
    ("alias", "office", "day", "person"),
    [
        ("Bush", "President", "1991-01-17", "George H. W. Bush"),
        ("Bush", "President", "2003-03-20", "George W. Bush"),
        ("Clinton", "President", "1995-11-21", "Bill Clinton"),
        ("Clinton", "Secretary of State", "2011-05-01", "Hillary Clinton"),
        ("Assad", "President", "1991-10-30", "Hafez al-Assad"),
        ("Assad", "President", "2013-08-21", "Bashar al-Assad"),
        ("Aliyev", "President", "1999-01-01", "Heydar Aliyev"),
        ("Aliyev", "President", "2020-09-27", "Ilham Aliyev"),
        ("Erdogan", "President", "2017-01-23", "Recep Tayyip Erdoğan"),
        ("Mevlut Cavusoglu", "Foreign Minister", "2017-01-23", "Mevlüt Çavuşoğlu"),
        ("Qaddafi", "Leader", "1999-04-05", "Muammar Gaddafi"),
        ("Zelenskyy", "President", "2023-01-01", "Volodymyr Zelensky"),
        ("Sergey Lavrov", "Foreign Minister", "2016-09-09", "Sergei Lavrov"),
        ("Walid al-Moallem", "Foreign Minister", "2016-09-09", "Walid Muallem"),
    ],
)
def test_a_short_or_other_spelling_and_a_day_name_one_person(alias: str, office: str, day: str, person: str) -> None:
    moment = date.fromisoformat(day)
    named = {
        term.person
        for term in read_terms()
        if alias in term.aliases and term.office == office and in_office(term, moment)
    }
    assert named == {person}
