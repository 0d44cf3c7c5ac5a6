from __future__ import annotations

from datetime import date

from whowhom.actors.facts import Fact
from whowhom.actors.people import pick_person

MINISTER = Fact("person", "A", "FRA", "GOV", office="Minister", start=date(2001, 1, 1), end=date(2004, 12, 31))
PRESIDENT = Fact("person", "A", "FRA", "GOV", office="President", start=date(2005, 1, 1), end=date(2009, 12, 31))
OTHER = Fact("person", "B", "BEL", "GOV", office="President", start=date(2005, 1, 1), end=date(2012, 12, 31))


def test_the_office_of_the_day_is_taken() -> None:
    reading = pick_person([MINISTER, PRESIDENT], day=date(2003, 5, 5))
    assert reading is not None
    assert reading.fact is MINISTER


def test_without_a_day_the_latest_office_or_the_one_named() -> None:
    latest = pick_person([MINISTER, PRESIDENT], day=None)
    named = pick_person([MINISTER, PRESIDENT], day=None, office="Minister")
    assert latest is not None
    assert latest.fact is PRESIDENT
    assert named is not None
    assert named.fact is MINISTER


def test_after_the_end_the_last_office_is_over_and_before_the_start_it_is_early() -> None:
    over = pick_person([MINISTER, PRESIDENT], day=date(2020, 1, 1))
    early = pick_person([MINISTER, PRESIDENT], day=date(1990, 1, 1))
    assert over is not None
    assert (over.fact, over.is_over) == (PRESIDENT, True)
    assert early is not None
    assert early.is_early


def test_the_country_of_the_story_decides_between_namesakes() -> None:
    reading = pick_person([PRESIDENT, OTHER], day=date(2006, 1, 1), countries=["BEL"])
    assert reading is not None
    assert reading.fact is OTHER


def test_nobody_is_nobody() -> None:
    assert pick_person([], day=None) is None
