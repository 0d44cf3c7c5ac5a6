"""Parts that phrases give, with the table they stand in."""

from datetime import date

import pytest

from whowhom.actors import load_knowledge
from whowhom.places import load_gazetteer
from whowhom.talks.groups import Groups
from whowhom.talks.lookup import Lookup
from whowhom.talks.names import find_names
from whowhom.talks.passages import read_parts
from whowhom.talks.phrases import phrase_parties
from whowhom.talks.rules import load_rules


@pytest.fixture(scope="module")
def lookup():
    return Lookup(load_knowledge(), load_gazetteer(), date(2019, 3, 4))


@pytest.fixture
def told(make_story, lookup):
    def tell(text):
        (part,) = read_parts(make_story("s1", headline=None, dek=None, body=(text,)), lookup)
        lines = phrase_parties(part, find_names(text, lookup), lookup, Groups(lookup))
        return {(line.party.entity.code, line.party.role, line.party.status) for line in lines}

    return tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenya attended the summit.", ("KEN", "attending", "occurred")),
        ("Kenya did not attend the summit.", ("KEN", "absent", "occurred")),
        ("Kenya will attend the summit.", ("KEN", "attending", "planned")),
        ("Kenya refused to come to the summit.", ("KEN", "declined", "declined")),
        ("Kenya walked out on Monday.", ("KEN", "declined", "declined")),
        ("Kenya and Uganda kept away.", ("UGA", "absent", "occurred")),
        ("Absent were the Kenyans.", ("KEN", "absent", "occurred")),
        ("No invitation went to Kenya.", ("KEN", "excluded", "declined")),
        ("The conference was hosted by Kenya.", ("KEN", "host", "occurred")),
        ("The organisers, Kenya and Uganda, were pleased.", ("UGA", "organiser", "occurred")),
        ("Talks mediated by Norway began.", ("NOR", "mediator", "occurred")),
        ("Neither Kenya nor Uganda took part.", ("UGA", "absent", "occurred")),
        ("The summit between Kenya and Uganda ended.", ("KEN", "attending", "occurred")),
        ("Norway and Sweden were present as observers.", ("SWE", "observer", "occurred")),
        ("Kenya was excluded from the talks.", ("KEN", "excluded", "declined")),
        ("No Kenyan, it said, took part.", ("KEN", "absent", "occurred")),
        ("Kenya suspended the talks on Monday.", ("KEN", "declined", "declined")),
        ("Norway again acted as mediator in the talks.", ("NOR", "mediator", "occurred")),
        ("Norwegian envoys shuttled between the hotels.", ("NOR", "mediator", "occurred")),
        ("Kenya was there, and so was Uganda.", ("UGA", "attending", "occurred")),
        ("Kenya sent an observer, as did Uganda.", ("UGA", "observer", "occurred")),
        ("Kenya was left off the list.", ("KEN", "excluded", "declined")),
        ("Kenya was not allowed into the room.", ("KEN", "excluded", "declined")),
        ("Kenya agreed to take part.", ("KEN", "attending", "planned")),
        ("Uganda, backed by Kenya, boycotted the talks.", ("UGA", "declined", "declined")),
        (
            "The East African Community (EAC), which had called the meeting, was pleased.",
            ("IGO", "organiser", "occurred"),
        ),
        ("The talks are held at the invitation of Kenya.", ("KEN", "organiser", "occurred")),
        ("As an observer Norway was represented by its ambassador.", ("NOR", "observer", "occurred")),
    ],
)
def test_what_phrases_tell(told, text, line):
    assert line in told(text)


@pytest.mark.parametrize(
    "text",
    ["Kenya should be at the table.", "Kenya won an award.", "The ministry said that the weather was fine."],
)
def test_what_is_no_part(told, text):
    assert not told(text)


def test_who_stays_away_does_not_come(told):
    assert ("KEN", "attending", "occurred") not in told("Neither Kenya nor Uganda took part.")


def test_the_table_is_read_whole():
    rules = load_rules()
    assert len(rules) > 40
    assert {rule.where for rule in rules} == {"before", "after"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenya, the host, opened the talks.", ("KEN", "host", "occurred")),
        ("Kenya provides the venue but takes no part.", ("KEN", "host", "occurred")),
        ("Kenya had offered its capital as neutral ground.", ("KEN", "host", "occurred")),
        ("Kenya and Uganda act as guarantors of the process.", ("UGA", "mediator", "occurred")),
        ("Kenya, one of the guarantors, spoke.", ("KEN", "mediator", "occurred")),
        ("Kenya and Uganda, which are sponsoring the initiative, agreed.", ("KEN", "organiser", "occurred")),
        ("The talks were held under United Nations auspices.", ("UNO", "mediator", "occurred")),
        ("Amara Dembele will take the chair on behalf of the African Union.", ("IGO", "mediator", "planned")),
        ("Kenya attended as an observer.", ("KEN", "observer", "occurred")),
        ("Kenya will not be at the table.", ("KEN", "absent", "planned")),
        ("Kenya has already said it would not attend.", ("KEN", "declined", "declined")),
        ("Kenya did not send anyone.", ("KEN", "absent", "occurred")),
        ("The foreign minister of Kenya was among those present.", ("KEN", "attending", "occurred")),
        ("The host has invited Kenya, Uganda and Chad.", ("TCD", "invited", "occurred")),
        ("The meeting brought together Mr. Odinga and Kenya with Uganda.", ("UGA", "attending", "occurred")),
        ("Chad and Kenya joined them.", ("TCD", "attending", "occurred")),
    ],
)
def test_more_words_for_parts(told, text, line):
    assert line in told(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("No invitation went to Kenya.", ("KEN", "invited", "occurred")),
        ("Kenya wants its monitors to be withdrawn.", ("KEN", "declined", "declined")),
        ("The envoy invited Kenya to take part.", ("KEN", "attending", "occurred")),
        ("Kenya opened talks with Uganda, and Chad attended as an observer.", ("UGA", "observer", "occurred")),
        ("The opposition asked for talks under UN auspices.", (None, "mediator", "occurred")),
    ],
)
def test_what_gives_no_such_part(told, text, line):
    assert line not in told(text)


def test_who_is_told_of_across_a_semicolon_or_a_clause(told):
    lines = told("The talks are hosted by Kenya; Uganda and Chad attend as observers.")
    assert {("KEN", "host", "occurred"), ("UGA", "observer", "occurred"), ("TCD", "observer", "occurred")} <= lines
    assert ("UGA", "host", "occurred") not in lines
    lines = told("Kenya and Uganda, which lead the coalition that entered Chad in 2015, did not take part.")
    assert lines == {("KEN", "absent", "occurred"), ("UGA", "absent", "occurred")}
