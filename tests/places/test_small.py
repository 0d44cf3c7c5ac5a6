"""Places under 15,000 people, one by one."""

from __future__ import annotations

from whowhom.places.small import find_small


def test_every_place_of_the_name_is_given() -> None:
    found = {(facts["countrycode"], facts["admin1code"]) for facts in find_small("Luling")}
    assert {("US", "LA"), ("US", "TX")} <= found


def test_an_unknown_name_has_none() -> None:
    assert list(find_small("Nowheresville-on-Sea")) == []


def test_marks_and_capitals_do_not_count() -> None:
    assert [facts["name"] for facts in find_small("PONCHATOULA")] == ["Ponchatoula"]
