"""Dates as pages print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.read.dates import numeric_readings, parse_date, parse_epoch, parse_url_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2016-05-03", "2016-05-03"),
        ("At 15:00 on 03 May 2016, Ann wrote:", "2016-05-03T15:00:00"),
        ("2016. május 3., 15:00", "2016-05-03T15:00:00"),
        ("3. května 2016", "2016-05-03"),
        ("3 Μαΐου 2016", "2016-05-03"),
        ("الثلاثاء 03 ماي 2016 - 15:00", "2016-05-03T15:00:00"),
        ("2016-05-03T14:05:09Z", "2016-05-03T14:05:09+00:00"),
        ("2016-05-03 14:05:09+0200", "2016-05-03T14:05:09+02:00"),
        ("20160503", "2016-05-03"),
        ("Tuesday, May 3rd, 2016 at 2:05 pm", "2016-05-03T14:05:00"),
        ("3 May 2016 | 14:05 GMT", "2016-05-03T14:05:00+00:00"),
        ("Tue May 3, 2016 12:05 AM EDT", "2016-05-03T00:05:00-04:00"),
        ("3. Mai 2016 um 17:21 Uhr", "2016-05-03T17:21:00"),
        ("Le 3 mai 2016 à 13h36", "2016-05-03T13:36:00"),
        ("3 de mayo de 2016", "2016-05-03"),
        ("3 maja 2016", "2016-05-03"),
        ("3 мая 2016", "2016-05-03"),
        ("28 آب/اغسطس 2013", "2013-08-28"),
        ("2016/05/03", "2016-05-03"),
        ("13/05/2016", "2016-05-13"),
        ("05/13/2016", "2016-05-13"),
        ("03/05/2016", None),
        ("03/05/2016 3:00 PM", "2016-03-05T15:00:00"),
        ("May 3", None),
        ("3 hours ago", None),
        ("31 February 2016", None),
        ("2016-13-45", None),
        ("", None),
    ],
)
def test_printed_dates(text: str, iso: str | None) -> None:
    assert parse_date(text) == iso


def test_order_of_day_and_month() -> None:
    assert parse_date("03/05/2016", day_first=True) == "2016-05-03"
    assert parse_date("03/05/2016", day_first=False) == "2016-03-05"


def test_other_sources() -> None:
    assert parse_url_date("https://post.example/2016/may/03/talks") == "2016-05-03"
    assert parse_url_date("https://post.example/2016/05/talks") is None
    assert parse_epoch("1462284309") == "2016-05-03T14:05:09+00:00"


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    found = parse_date(text)
    assert found is None or found[4] == "-"


@given(st.datetimes())
def test_iso_is_read_back(moment: object) -> None:
    from datetime import datetime

    assert isinstance(moment, datetime)
    if 1900 <= moment.year < 2100:
        text = moment.replace(microsecond=0).isoformat()
        assert parse_date(text) == text


@pytest.mark.parametrize(
    "text", ["10 December 2015, 20:15", "10 de diciembre de 2015, 20:15", "10th of December 2015 20:15"]
)
def test_a_month_may_begin_like_a_preposition(text: str) -> None:
    assert parse_date(text) == "2015-12-10T20:15:00"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sun, 03/07/2010 - 20:31", "2010-03-07T20:31:00"),
        ("Sunday 07/03/2010", "2010-03-07"),
        ("07.03.2010 (неделя)", "2010-03-07"),
        ("Jumanne, 04/05/2010", "2010-05-04"),
        ("Mon 03/07/2010", None),
        ("Sunderland 03/07/2010", None),
        ("Sunday papers of 03/07/2010", None),
    ],
)
def test_a_weekday_beside_a_date_in_numbers_settles_it(text: str, found: str | None) -> None:
    assert parse_date(text) == found


def test_a_weekday_wins_over_the_pages_habit() -> None:
    assert parse_date("Sun, 03/07/2010", day_first=True) == "2010-03-07"
    assert parse_date("Mon, 03/07/2010", day_first=True) == "2010-07-03"
    assert numeric_readings("Sun, 03/07/2010") == (None, "2010-03-07")
