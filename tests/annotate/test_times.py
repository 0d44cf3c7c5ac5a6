"""Time words against the day of the story and the tense of the act."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from whowhom.annotate.times import TimeSpan, find_times, resolve_time

SUNDAY = date(2017, 1, 22)
THURSDAY = date(2024, 2, 29)
PAST, FUTURE = False, True


def span(text: str) -> TimeSpan:
    """ "2017-01-16/2017-01-22 week" as a span; one date stands for both ends, ".." for an open one."""
    days, grain = text.split()
    first, _, last = days.partition("/")
    ends = [None if day == ".." else day for day in (first, last or first)]
    return TimeSpan(ends[0], ends[1], grain)  # type: ignore[arg-type]


CASES = [
    # days of the week
    ("Monday", SUNDAY, PAST, "2017-01-16 day"),
    ("on Monday", SUNDAY, FUTURE, "2017-01-23 day"),
    ("Mon.", SUNDAY, PAST, "2017-01-16 day"),
    ("Thursday", THURSDAY, PAST, "2024-02-29 day"),
    ("on Thursday", THURSDAY, FUTURE, "2024-02-29 day"),
    ("late on Friday", SUNDAY, PAST, "2017-01-20 day"),
    ("early Friday", SUNDAY, PAST, "2017-01-20 day"),
    ("Friday night", SUNDAY, PAST, "2017-01-20 day"),
    ("Friday's", SUNDAY, PAST, "2017-01-20 day"),
    ("Friday’s", SUNDAY, PAST, "2017-01-20 day"),
    ("on Saturday morning", SUNDAY, FUTURE, "2017-01-28 day"),
    ("at 3 p.m. on Tuesday", SUNDAY, PAST, "2017-01-17 day"),
    ("last Tuesday", SUNDAY, PAST, "2017-01-17 day"),
    ("last Sunday", SUNDAY, PAST, "2017-01-15 day"),
    ("last Tuesday", SUNDAY, FUTURE, "2017-01-17 day"),
    ("next Wednesday", SUNDAY, FUTURE, "2017-01-25 day"),
    ("next Sunday", SUNDAY, FUTURE, "2017-01-29 day"),
    ("next Wednesday", SUNDAY, PAST, "2017-01-25 day"),
    ("this Thursday", SUNDAY, PAST, "2017-01-19 day"),
    ("this Thursday", SUNDAY, FUTURE, "2017-01-26 day"),
    ("this past Friday", SUNDAY, PAST, "2017-01-20 day"),
    ("this coming Friday", SUNDAY, FUTURE, "2017-01-27 day"),
    ("Tuesday of last week", SUNDAY, PAST, "2017-01-10 day"),
    ("last week on Tuesday", SUNDAY, PAST, "2017-01-10 day"),
    ("Friday next week", SUNDAY, FUTURE, "2017-01-27 day"),
    # named days
    ("today", SUNDAY, PAST, "2017-01-22 day"),
    ("tonight", SUNDAY, FUTURE, "2017-01-22 day"),
    ("this morning", SUNDAY, PAST, "2017-01-22 day"),
    ("yesterday", SUNDAY, PAST, "2017-01-21 day"),
    ("yesterday evening", SUNDAY, PAST, "2017-01-21 day"),
    ("last night", SUNDAY, PAST, "2017-01-21 day"),
    ("tomorrow", SUNDAY, FUTURE, "2017-01-23 day"),
    ("tomorrow", date(2016, 12, 31), FUTURE, "2017-01-01 day"),
    ("the day before yesterday", SUNDAY, PAST, "2017-01-20 day"),
    ("the day after tomorrow", SUNDAY, FUTURE, "2017-01-24 day"),
    ("the previous day", SUNDAY, PAST, "2017-01-21 day"),
    ("a day earlier", SUNDAY, PAST, "2017-01-21 day"),
    # weeks, months, years of the calendar
    ("last week", SUNDAY, PAST, "2017-01-09/2017-01-15 week"),
    ("this week", SUNDAY, PAST, "2017-01-16/2017-01-22 week"),
    ("next week", SUNDAY, FUTURE, "2017-01-23/2017-01-29 week"),
    ("last month", SUNDAY, PAST, "2016-12-01/2016-12-31 month"),
    ("this month", THURSDAY, PAST, "2024-02-01/2024-02-29 month"),
    ("next month", date(2016, 12, 5), FUTURE, "2017-01-01/2017-01-31 month"),
    ("last year", SUNDAY, PAST, "2016-01-01/2016-12-31 year"),
    ("this year", SUNDAY, PAST, "2017-01-01/2017-12-31 year"),
    ("next year", SUNDAY, FUTURE, "2018-01-01/2018-12-31 year"),
    ("the previous month", SUNDAY, PAST, "2016-12-01/2016-12-31 month"),
    ("later this month", SUNDAY, FUTURE, "2017-01-22/2017-01-31 range"),
    ("earlier this month", SUNDAY, PAST, "2017-01-01/2017-01-22 range"),
    ("earlier this week", SUNDAY, PAST, "2017-01-16/2017-01-22 range"),
    ("later in the week", THURSDAY, FUTURE, "2024-02-29/2024-03-03 range"),
    ("earlier this year", THURSDAY, PAST, "2024-01-01/2024-02-29 range"),
    ("late last year", SUNDAY, PAST, "2016-09-01/2016-12-31 range"),
    ("early next month", SUNDAY, FUTURE, "2017-02-01/2017-02-10 range"),
    ("late last month", SUNDAY, PAST, "2016-12-21/2016-12-31 range"),
    ("at the end of the month", SUNDAY, FUTURE, "2017-01-21/2017-01-31 range"),
    ("by the end of the year", SUNDAY, FUTURE, "../2017-12-31 range"),
    ("at the beginning of the year", THURSDAY, PAST, "2024-01-01/2024-01-31 range"),
    # weekends
    ("over the weekend", SUNDAY, PAST, "2017-01-21/2017-01-22 range"),
    ("over the weekend", THURSDAY, PAST, "2024-02-24/2024-02-25 range"),
    ("at the weekend", THURSDAY, FUTURE, "2024-03-02/2024-03-03 range"),
    ("last weekend", SUNDAY, PAST, "2017-01-14/2017-01-15 range"),
    ("next weekend", SUNDAY, FUTURE, "2017-01-28/2017-01-29 range"),
    # months
    ("in January", SUNDAY, PAST, "2017-01-01/2017-01-31 month"),
    ("in December", SUNDAY, PAST, "2016-12-01/2016-12-31 month"),
    ("in December", SUNDAY, FUTURE, "2017-12-01/2017-12-31 month"),
    ("in March", SUNDAY, FUTURE, "2017-03-01/2017-03-31 month"),
    ("in Sept.", SUNDAY, PAST, "2016-09-01/2016-09-30 month"),
    ("last January", SUNDAY, PAST, "2016-01-01/2016-01-31 month"),
    ("last November", SUNDAY, PAST, "2016-11-01/2016-11-30 month"),
    ("next January", SUNDAY, FUTURE, "2018-01-01/2018-01-31 month"),
    ("next May", SUNDAY, FUTURE, "2017-05-01/2017-05-31 month"),
    ("this March", SUNDAY, FUTURE, "2017-03-01/2017-03-31 month"),
    ("in February 2016", None, PAST, "2016-02-01/2016-02-29 month"),
    ("in February, 2015", SUNDAY, PAST, "2015-02-01/2015-02-28 month"),
    ("March of 2015", None, PAST, "2015-03-01/2015-03-31 month"),
    ("in early March", SUNDAY, FUTURE, "2017-03-01/2017-03-10 range"),
    ("mid-January", SUNDAY, PAST, "2017-01-11/2017-01-20 range"),
    ("late December 2016", None, PAST, "2016-12-21/2016-12-31 range"),
    ("at the end of March", SUNDAY, PAST, "2016-03-21/2016-03-31 range"),
    # days of a month
    ("on 23 January 2017", None, PAST, "2017-01-23 day"),
    ("January 23, 2017", None, PAST, "2017-01-23 day"),
    ("Jan. 23, 2017", SUNDAY, PAST, "2017-01-23 day"),
    ("the 23rd of January 2017", SUNDAY, PAST, "2017-01-23 day"),
    ("2017-01-23", None, PAST, "2017-01-23 day"),
    ("Jan. 23", SUNDAY, FUTURE, "2017-01-23 day"),
    ("Jan. 23", SUNDAY, PAST, "2017-01-23 day"),
    ("Jan. 25", SUNDAY, PAST, "2016-01-25 day"),
    ("Jan. 20", SUNDAY, PAST, "2017-01-20 day"),
    ("Jan. 20", SUNDAY, FUTURE, "2018-01-20 day"),
    ("December 30", SUNDAY, PAST, "2016-12-30 day"),
    ("30 December", SUNDAY, FUTURE, "2017-12-30 day"),
    ("Monday, January 23", SUNDAY, PAST, "2017-01-23 day"),
    ("Friday 30 December", SUNDAY, FUTURE, "2016-12-30 day"),
    ("Friday, Jan. 20, 2017", None, PAST, "2017-01-20 day"),
    ("the night of January 3", SUNDAY, PAST, "2017-01-03 day"),
    ("February 29", SUNDAY, PAST, "2016-02-29 day"),
    ("January 23-24", SUNDAY, FUTURE, "2017-01-23/2017-01-24 range"),
    ("January 23-24, 2017", None, PAST, "2017-01-23/2017-01-24 range"),
    ("23–24 January 2017", None, PAST, "2017-01-23/2017-01-24 range"),
    ("Jan. 23 and 24", SUNDAY, FUTURE, "2017-01-23/2017-01-24 range"),
    # years, decades, seasons
    ("in 2015", None, PAST, "2015-01-01/2015-12-31 year"),
    ("in early 2015", None, PAST, "2015-01-01/2015-04-30 range"),
    ("the end of 2015", None, PAST, "2015-12-01/2015-12-31 range"),
    ("the year 2015", SUNDAY, PAST, "2015-01-01/2015-12-31 year"),
    ("2011-2015", None, PAST, "2011-01-01/2015-12-31 range"),
    ("2015-16", None, PAST, "2015-01-01/2016-12-31 range"),
    ("in the 1990s", None, PAST, "1990-01-01/1999-12-31 range"),
    ("the summer of 2015", None, PAST, "2015-06-01/2015-08-31 range"),
    ("last summer", SUNDAY, PAST, "2016-06-01/2016-08-31 range"),
    ("this spring", SUNDAY, FUTURE, "2017-03-01/2017-05-31 range"),
    ("last winter", THURSDAY, PAST, "2023-12-01/2024-02-29 range"),
    # counted from today
    ("two days ago", SUNDAY, PAST, "2017-01-20 day"),
    ("two weeks ago", SUNDAY, PAST, "2017-01-02/2017-01-08 week"),
    ("a week ago", SUNDAY, PAST, "2017-01-09/2017-01-15 week"),
    ("three months ago", SUNDAY, PAST, "2016-10-01/2016-10-31 month"),
    ("a couple of years ago", SUNDAY, PAST, "2015-01-01/2015-12-31 year"),
    ("10 years ago", SUNDAY, PAST, "2007-01-01/2007-12-31 year"),
    ("several days ago", SUNDAY, PAST, "../2017-01-22 range"),
    ("five hours ago", SUNDAY, PAST, "2017-01-21/2017-01-22 range"),
    ("in the past three days", SUNDAY, PAST, "2017-01-19/2017-01-22 range"),
    ("over the last two weeks", SUNDAY, PAST, "2017-01-08/2017-01-22 range"),
    ("over the past year", SUNDAY, PAST, "2016-01-22/2017-01-22 range"),
    ("in the last month", date(2017, 3, 31), PAST, "2017-02-28/2017-03-31 range"),
    ("in recent weeks", SUNDAY, PAST, "../2017-01-22 range"),
    ("in the coming days", SUNDAY, FUTURE, "2017-01-22/.. range"),
    ("in the next two weeks", SUNDAY, FUTURE, "2017-01-22/2017-02-05 range"),
    ("in three days", SUNDAY, FUTURE, "2017-01-25 day"),
    ("in three days", SUNDAY, PAST, ".. day"),
    ("two weeks from now", SUNDAY, FUTURE, "2017-01-30/2017-02-05 week"),
    ("within 48 hours", SUNDAY, FUTURE, "2017-01-22/2017-01-24 range"),
    # open on a side, and from one to another
    ("since Friday", SUNDAY, PAST, "2017-01-20/2017-01-22 range"),
    ("since 2011", SUNDAY, PAST, "2011-01-01/2017-01-22 range"),
    ("since last week", SUNDAY, FUTURE, "2017-01-09/2017-01-22 range"),
    ("until Monday", SUNDAY, FUTURE, "../2017-01-23 range"),
    ("by March", SUNDAY, FUTURE, "../2017-03-31 range"),
    ("before Tuesday", SUNDAY, FUTURE, "../2017-01-23 range"),
    ("after Monday", SUNDAY, FUTURE, "2017-01-24/.. range"),
    ("from Monday to Wednesday", SUNDAY, FUTURE, "2017-01-23/2017-01-25 range"),
    ("Monday through Friday", SUNDAY, PAST, "2017-01-16/2017-01-20 range"),
    ("Monday and Tuesday", SUNDAY, PAST, "2017-01-16/2017-01-17 range"),
    ("between January and March 2016", None, PAST, "2016-01-01/2016-03-31 range"),
    ("from November to February", SUNDAY, PAST, "2016-11-01/2017-02-28 range"),
    ("between 2012 and 2014", None, PAST, "2012-01-01/2014-12-31 range"),
    ("from 3 to 5 May 2016", None, PAST, "2016-05-03/2016-05-05 range"),
    # counted from elsewhere, or no such day
    ("two days later", SUNDAY, PAST, ".. day"),
    ("the following day", SUNDAY, PAST, ".. day"),
    ("February 30", SUNDAY, PAST, ".. day"),
    # without the day of the story
    ("on Monday", None, PAST, ".. day"),
    ("last week", None, PAST, ".. week"),
    ("next month", None, FUTURE, ".. month"),
    ("in January", None, PAST, ".. month"),
    ("Jan. 23", None, PAST, ".. day"),
    ("last summer", None, PAST, ".. range"),
    ("since Friday", None, PAST, ".. range"),
    ("over the weekend", None, PAST, ".. range"),
]


@pytest.mark.parametrize(("text", "anchor", "future", "expected"), CASES)
def test_resolve_time(text: str, anchor: date | None, future: bool, expected: str) -> None:
    assert resolve_time(text, anchor=anchor, future=future) == span(expected)


@pytest.mark.parametrize(
    "text", ["", "ISIS", "the talks", "in Astana", "Mayor", "thus", "2017-13-45", "Monday's talks", "sunny"]
)
def test_other_words_are_no_time(text: str) -> None:
    assert resolve_time(text, anchor=SUNDAY) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks begin on Monday in Astana .", ["Monday"]),
        ("He was killed late on Friday near Homs .", ["late on Friday"]),
        ("It began on January 23 , 2017 , in Astana .", ["January 23 , 2017"]),
        ("It began on Jan. 23 - 24 in Astana .", ["Jan. 23 - 24"]),
        ("It began on Jan. 23–24 in Astana .", ["Jan. 23–24"]),
        ("In January , 20 people died .", ["January"]),
        ("In March 4,000 people fled .", ["March"]),
        ("Since Trump 's Friday inauguration , Theresa May has met him .", ["Friday"]),
        ("They may march on Sunday .", ["Sunday"]),
        ("MPs met May in May .", ["May"]),
        ("Two weeks ago , in early March , it ended .", ["Two weeks ago", "early March"]),
        ("Fighting raged between 2012 and 2014 and since last week .", ["between 2012 and 2014", "since last week"]),
        ("It lasted from Monday to Wednesday .", ["from Monday to Wednesday"]),
        (
            "In the past three days , over the weekend and later this month .",
            ["the past three days", "the weekend", "later this month"],
        ),
        ("They met in mid - January , the day before the vote .", ["mid - January"]),
        ("Some 2015 soldiers went to 2000 villages .", []),
        ("The Good Friday Agreement thus holds .", []),
        ("The sun shone and the crowd sat .", []),
        ("the fall of Aleppo", []),
        ("", []),
    ],
)
def test_find_times(sentence: str, expected: list[str]) -> None:
    tokens = sentence.split()
    assert [" ".join(tokens[start:end]) for start, end in find_times(tokens)] == expected


WORDS = ["Monday", "January", "May", "23", "2017", "to", "and", "-", ",", ".", "the", "last", "week", "since", "two"]
WORDS += ["days", "ago", "in", "early", "of", "weekend", "'s", "Aleppo"]


@pytest.mark.parametrize("anchor", [date.min, date(8, 1, 1), SUNDAY, date.max])
@pytest.mark.parametrize("text", ["Jan. 5", "in December", "last year", "the weekend", "tomorrow", "900 decades ago"])
def test_days_off_the_calendar_stay_open(text: str, anchor: date) -> None:
    span = resolve_time(text, anchor=anchor, future=anchor == date.max)
    assert span is not None
    assert text != "900 decades ago" or span.from_ is None or anchor == date.max


@example(["2017", "to", "23", "to", "Monday"])
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_what_is_found_resolves_and_stands_in_order(tokens: list[str]) -> None:
    spans = find_times(tokens)
    edges = [edge for pair in spans for edge in pair]
    assert edges == sorted(edges)
    for start, end in spans:
        assert 0 <= start < end <= len(tokens)
        days = resolve_time(" ".join(tokens[start:end]), anchor=SUNDAY)
        assert days is not None
        assert days.from_ is None or days.to is None or days.from_ <= days.to


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 6), st.booleans())
def test_a_weekday_is_within_a_week_on_the_side_of_the_tense(anchor: date, number: int, future: bool) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number]
    days = resolve_time(name, anchor=anchor, future=future)
    assert days is not None
    assert days.from_ is not None
    day = date.fromisoformat(days.from_)
    assert day.weekday() == number
    assert timedelta(0) <= (day - anchor if future else anchor - day) < timedelta(7)


@given(st.text(max_size=40))
def test_any_text_is_answered(text: str) -> None:
    resolve_time(text, anchor=SUNDAY)
    find_times(text.split())
