"""The bounds that a text sets to its own day, by who is in office, comes and goes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.actors import load_knowledge
from whowhom.read import read_text
from whowhom.read.inferred import infer_published

# (true day, bounds, what the page says)
PAGES = [
    (
        "2010-04-11", "2010-04-10/2010-04-16",
        "Poland mourned on Sunday after President Lech Kaczynski was killed on Saturday in a plane crash in Russia. "
        "Prime Minister Donald Tusk said an early election would be held.",
    ),
    (
        "2021-03-18", "2021-03-17/2021-03-23",
        "Tanzania's vice president announced that President John Magufuli died on Wednesday at a hospital. "
        "Kenyan President Uhuru Kenyatta declared seven days of mourning.",
    ),
    (
        "2017-11-22", "2017-11-21/2017-11-27",
        "Zimbabwe's President Robert Mugabe resigned on Tuesday, a week after the army took control. "
        "British Prime Minister Theresa May said the country had a chance.",
    ),
    (
        "2016-09-02", "2016-08-31/2016-09-06",
        "Brazil's Senate removed President Dilma Rousseff from office on Wednesday and Michel Temer was sworn in.",
    ),
    (
        "2018-06-03", "2018-06-02/2018-06-08",
        "Spain's new Prime Minister Pedro Sanchez was sworn in on Saturday, a day after parliament ousted his rival.",
    ),
    (
        "1994-05-12", "1994-05-10/1994-05-16",
        "President Nelson Mandela was sworn in on Tuesday. Former President F.W. de Klerk will be a deputy.",
    ),
    (
        "2020-11-20", "2020-07-04/2021-01-20",
        "President-elect Joe Biden named his team, while President Donald Trump refused to concede.",
    ),
    (
        "2008-03-10", "2007-10-20/2008-05-07",
        "Outgoing President Vladimir Putin met German Chancellor Angela Merkel. President-elect Dmitry Medvedev "
        "takes over in May.",
    ),
    (
        "2003-04-01", "2003-03-14/2005-02-09",
        "US Secretary of State Colin Powell arrives in Ankara for talks with Turkish Prime Minister Recep Tayyip "
        "Erdogan. Under President Ronald Reagan, ties were warm.",
    ),
    (
        "2019-03-01", "2017-05-10/2021-02-03",
        "Talks between President Trump and the North Korean leader collapsed in Hanoi. South Korean President Moon "
        "Jae-in said he regretted it. Former President Barack Obama did not comment.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("true_day", "bounds", "text"), PAGES)
def test_the_bounds_hold_the_true_day(true_day: str, bounds: str, text: str) -> None:
    told = infer_published(text.split("\n"), load_knowledge())
    assert told is not None
    assert f"{told.start}/{told.end}" == bounds
    assert told.start is not None
    assert told.end is not None
    assert told.start <= true_day <= told.end
    assert told.why


def test_an_inauguration_told_by_its_weekday_gives_the_week() -> None:
    text = (
        "Officials spoke of the transition since Trump’s Friday inauguration. The Obama Administration was not invited."
    )
    told = infer_published([text], load_knowledge())
    assert told is not None
    assert (told.start, told.end) == ("2017-01-20", "2017-01-26")
    assert any("friday" in why for why in told.why)


@pytest.mark.parametrize(
    "text",
    [
        "The village fair was opened on Monday by the mayor, John Smith.",
        "In 1987 President Ronald Reagan spoke in Berlin.",
        "Under President Jimmy Carter the embassy was closed.",
        "",
    ],
)
def test_no_office_no_bounds(text: str) -> None:
    assert infer_published([text], load_knowledge()) is None


def test_another_weekday_is_another_event() -> None:
    told = infer_published(["Angela Merkel was named woman of the year on Monday."], load_knowledge())
    assert told is None or told.start != told.end


def test_only_a_page_without_a_date_is_dated_so() -> None:
    text = "Zimbabwe Crisis\n\nPresident Robert Mugabe resigned on Tuesday, a week after the army took control in Harare.\n"
    story = read_text(text)
    assert story.published is None
    assert story.published_inferred is not None
    assert story.published_inferred.start == "2017-11-21"


@given(st.lists(st.sampled_from(PAGES), min_size=1, max_size=3), st.text(max_size=40))
def test_bounds_are_days_in_order(pages: list[tuple[str, str, str]], noise: str) -> None:
    told = infer_published([*(text for _, _, text in pages), noise], load_knowledge())
    if told is not None and told.start is not None and told.end is not None:
        assert date.fromisoformat(told.start) <= date.fromisoformat(told.end)
