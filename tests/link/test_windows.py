"""From days to happenings."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from whowhom.link import event_id, first_days

DAYS = st.lists(st.integers(0, 60).map(lambda n: (date(2017, 1, 1) + timedelta(n)).isoformat()))


def test_days_within_the_window_share_a_start():
    days = ["2017-01-23", "2017-01-24", "2017-01-27"]
    assert first_days(days, 2) == {"2017-01-23": "2017-01-23", "2017-01-24": "2017-01-23", "2017-01-27": "2017-01-27"}


def test_days_are_not_chained_into_years():
    days = [(date(2017, 1, 1) + timedelta(n)).isoformat() for n in range(300)]
    assert len(set(first_days(days, 2).values())) == 100


def test_no_day_stands_for_itself():
    assert first_days(["", "2017-01-01"], 3) == {"": "", "2017-01-01": "2017-01-01"}


@given(DAYS, st.randoms(), st.integers(0, 5))
def test_order_and_repetition_do_not_matter(days, random, window):
    shuffled = days * 2
    random.shuffle(shuffled)
    assert first_days(shuffled, window) == first_days(days, window)


@given(DAYS, st.integers(0, 5))
def test_no_day_lies_outside_its_window(days, window):
    for day, start in first_days(days, window).items():
        assert timedelta(0) <= date.fromisoformat(day) - date.fromisoformat(start) <= timedelta(window)


def test_ids_differ_by_key_and_start():
    assert len({event_id("a", "2017-01-01"), event_id("a", "2017-01-02"), event_id("b", "2017-01-01")}) == 3
