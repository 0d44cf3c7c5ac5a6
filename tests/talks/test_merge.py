"""Lines of one party become one line; two sides under the same words stay two."""

from __future__ import annotations

from whowhom.records import Entity
from whowhom.talks.merge import Draft, join_stories, merge_parties
from whowhom.talks.records import Evidence, Party, TalksPlace


def line(name: str | None, sector: str) -> Party:
    entity = Entity("the old administration", 4, 26, name=name, code="USA", sector=sector)
    return Party(entity, "excluded", "unknown", None, "declined", None, None, (Evidence("s", "body", 0, 0, 40),))


def test_one_name_is_one_party_in_office_or_just_out_of_it() -> None:
    assert len(merge_parties([line("Old Administration", "ELI"), line("Old Administration", "GOV")])) == 1


def test_two_sides_told_by_the_same_words_stay_two() -> None:
    assert len(merge_parties([line(None, "GOV"), line(None, "OPP")])) == 2


def side(text: str, code: str | None, sector: str, day: str) -> Party:
    entity = Entity(text, 0, len(text), code=code, sector=sector)
    return Party(entity, "attending", "unknown", None, "occurred", None, day, (Evidence(day, "body", 0, 0, 9),))


def test_the_rebels_of_one_story_are_those_of_another() -> None:
    told = [side("Houthi rebels", "YEM", "REB", "2018-12-04"), side("the rebels", None, "REB", "2018-12-05")]
    assert [party.entity.code for party in merge_parties(told)] == ["YEM"]


def test_rebels_of_two_countries_leave_others_unnamed() -> None:
    told = [side("A", "YEM", "REB", "d1"), side("B", "LBY", "REB", "d2"), side("the rebels", None, "REB", "d3")]
    assert [party.entity.code for party in merge_parties(told)] == ["YEM", "LBY", None]


def test_the_two_delegations_are_those_that_are_named() -> None:
    told = [side("Kenya", "KEN", "GOV", "d1"), side("the two delegations", None, "GOV", "d1")]
    assert [party.entity.text for party in merge_parties(told)] == ["Kenya"]


def test_what_every_story_only_recalls_is_dropped() -> None:
    def draft(story: str, *, is_recalled: bool) -> Draft:
        return Draft(place=TalksPlace("Oslo", "NOR"), reported=["2019-03-04"], stories={story}, is_recalled=is_recalled)

    assert join_stories([draft("a", is_recalled=True), draft("b", is_recalled=True)]) == []
    assert len(join_stories([draft("a", is_recalled=True), draft("b", is_recalled=False)])) == 1
