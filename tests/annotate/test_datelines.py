"""The dateline is cut off; a sentence that only looks like one is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.annotate.datelines import dateline_end

REST = "Troops left the city on Monday."
DATELINES = [
    "BAGHDAD, June 26 (Reuters) — ",
    "BAGHDAD (AP) -- ",
    "UNITED NATIONS — ",
    "WASHINGTON: ",
    "NEW YORK/LONDON, March 3 - ",
    "PORT-AU-PRINCE, Haiti, Jan. 13, 2010 (AFP) – ",
    "(CNN) ",
    "(Reuters) - ",
    "Moscow (AFP) - ",
    "St. Petersburg, Russia (CNN) — ",
    "John Smith, AFP via Getty Images | ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_the_first_sentence_begins_after_the_dateline(dateline: str) -> None:
    assert (dateline + REST)[dateline_end(dateline + REST) :] == REST


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "Iraq said on Monday that its troops — all of them — had left.",
        "NATO said on Monday that its troops had left.",
        "The U.S. said - on Monday - that its troops had left.",
        "BAGHDAD —",
        "",
    ],
)
def test_a_sentence_without_dateline_begins_at_its_first_letter(text: str) -> None:
    assert dateline_end(text) == 0


@given(st.text())
def test_the_end_lies_inside_the_text(text: str) -> None:
    assert 0 <= dateline_end(text) <= len(text)
