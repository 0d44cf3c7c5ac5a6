"""Whether two mentions tell of one happening."""

import pytest

from whowhom.link import likeness, read_clue, shelve
from whowhom.records import When, Where

ASTANA = Where("Astana", 0, 6, "Astana", "KAZ", geonameid=1526273)
GENEVA = Where("Geneva", 0, 6, "Geneva", "CHE", geonameid=2660646)


def day(text):
    return When(text, 0, len(text), text, text, "day")


@pytest.fixture
def alike(make_story, make_mention):
    """Whether two mentions, each in a story of its own, are taken for one happening; they have to meet on a shelf."""

    def compare(one, other):
        clues = []
        for number, given in enumerate((one, other)):
            given = dict(given)
            story = make_story(f"s{number}", published=given.pop("published", "2017-01-23T08:00:00+00:00"))
            clues.append(read_clue(make_mention(f"m{number}", f"s{number}", **given), story))
        first, second = map(shelve, clues)
        meet = bool(set(first.asks) & set(second.files)) and bool(set(second.asks) & set(first.files))
        found = likeness(*clues)
        assert found == likeness(*reversed(clues))
        assert meet or found is None
        return found is not None

    return compare


def test_from_either_side_a_meeting_is_one(alike, make_entity):
    russia, turkey = make_entity(), make_entity("Turkey", "TUR")
    assert alike({"actor": (russia, turkey), "recipient": ()}, {"actor": (turkey,), "recipient": (russia,)})
    assert not alike(
        {"act": "ASSAULT", "actor": (russia,), "recipient": (turkey,)},
        {"act": "ASSAULT", "actor": (turkey,), "recipient": (russia,)},
    )


def test_a_country_is_its_minister_and_its_army(alike, make_entity):
    minister = make_entity("Lavrov", person="Sergei Lavrov")
    army, country = make_entity("the army", sector="MIL"), make_entity(sector=None)
    for one in (minister, army, country):
        assert alike({"actor": (one,)}, {})


def test_the_government_is_not_the_rebels(alike, make_entity):
    envoy, state = make_entity("UN", "UNO"), make_entity("Damascus", "SYR")
    rebels = make_entity("rebels", "SYR", "REB")
    assert not alike({"actor": (envoy, state), "recipient": ()}, {"actor": (envoy, rebels), "recipient": ()})


def test_other_acts_parties_and_days_are_other_happenings(alike, make_entity):
    assert not alike({}, {"act": "ACCUSE"})
    assert not alike({}, {"recipient": (make_entity("Iran", "IRN"),)})
    assert not alike({"when": day("2017-01-23")}, {"when": day("2017-01-27")})
    assert not alike({}, {"published": "2017-02-08"})


def test_one_party_alone_needs_the_place_or_the_words(alike):
    whole = {"where": ASTANA, "when": day("2017-01-23")}
    alone = {"recipient": (), "when": day("2017-01-23"), "text": "Officials spoke at length."}
    assert alike(whole, alone | {"where": ASTANA})
    assert not alike(whole, alone | {"where": GENEVA})


def test_a_plan_joins_what_comes_of_it(alike):
    held = {"when": day("2017-01-23"), "published": "2017-01-24"}
    assert alike({"status": "planned", "event": "AGREE", "when": day("2017-01-23"), "published": "2017-01-16"}, held)
    assert alike({"status": "planned", "event": "AGREE", "published": "2017-01-16"}, held)
    assert not alike({"status": "planned", "event": "AGREE", "published": "2017-01-26"}, held)


def test_what_is_called_off_is_what_was_planned(alike):
    planned = {"status": "planned", "when": day("2017-01-30"), "published": "2017-01-20"}
    assert alike(planned, {"status": "cancelled", "published": "2017-01-27"})


def test_a_year_joins_only_with_the_same_year(alike):
    year = When("in 2016", 0, 7, "2016-01-01", "2016-12-31", "year")
    assert alike({"when": year}, {"when": year, "published": "2017-03-01"})
    assert not alike({"when": year}, {"when": day("2016-01-01")})


def test_undated_stories_share_nothing(alike):
    assert not alike({"published": None}, {"published": None})


def test_other_people_of_the_same_countries_meet_apart(alike, make_entity):
    def pair(one, other):
        actors = (make_entity(person=one), make_entity("Turkey", "TUR", person=other))
        return {"actor": actors, "recipient": (), "when": day("2017-01-23"), "text": f"{one} received {other}."}

    assert not alike(pair("Sergei Lavrov", "Mevlut Cavusoglu"), pair("Sergei Shoigu", "Fikri Isik"))


def test_what_is_talked_of_is_no_party(alike, make_entity):
    text = "Russia held talks with Turkey on Syria."
    syria = make_entity("Syria", "SYR", None)
    assert alike({"text": text, "recipient": (make_entity("Turkey", "TUR"), syria)}, {"text": text})


def test_nobody_in_particular_joins_by_the_same_words(alike, make_entity):
    someone = {"actor": (make_entity("police", None, "COP"),), "recipient": (), "act": "COERCE"}
    crowd = {
        **someone,
        "recipient": (make_entity("protesters", None, "CVL"),),
        "text": "Police fired tear gas at protesters.",
    }
    assert alike(crowd, crowd)
    assert not alike(crowd, {**crowd, "text": "Officers arrested students in the capital."})


def test_the_mode_tells_a_call_from_a_meeting(alike):
    alone = {"recipient": (), "text": "Officials spoke at length.", "mode": ("phone",)}
    assert alike({"mode": ("phone",), "text": "They spoke for long."}, alone)
    assert not alike({"mode": ("meet",), "text": "They spoke for long."}, alone)


def test_what_is_done_to_somebody_in_a_country_may_be_told_of_the_country(alike, make_entity):
    jordan = Where("Jordan", 0, 6, "Jordan", "JOR", geonameid=248816)
    aid = {"act": "AID", "actor": (make_entity("Japan", "JPN"),), "text": "Japan sent aid to Jordan on Monday."}
    refugees = {"recipient": (make_entity("Syrian refugees", "SYR", "CVL"),)}
    country = {"recipient": (make_entity("Jordan", "JOR", None),)}
    assert alike(aid | refugees | {"where": jordan}, aid | country)
    assert not alike(aid | refugees | {"where": ASTANA}, aid | country)
