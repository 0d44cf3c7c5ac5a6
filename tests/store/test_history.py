"""The history of a happening, and what was expected, out of a store."""

import random

import pytest

from whowhom.errors import SettingsError
from whowhom.records import When
from whowhom.store import open_store

DAY = When("Jan. 23", 0, 7, "2017-01-23", "2017-01-23", "day")
BODY = tuple(
    f"Paragraph {n} of a report that an agency wrote and that others print as it stands, word for word."
    for n in range(5)
)


@pytest.fixture
def pairs(make_story, make_mention):
    told = [
        ("s1", "planned", "2017-01-20T08:00:00Z", "one.example", BODY),
        ("s2", "planned", "2017-01-20T09:00:00Z", "two.example", BODY[:-1]),
        ("s3", "occurred", "2017-01-24T08:00:00Z", "three.example", ("They met at last.",)),
        ("s4", "denied", "2017-01-25T08:00:00Z", "four.example", ("They did not meet.",)),
    ]
    return [
        (
            make_story(name, published=published, site=site, body=body),
            [make_mention(f"m-{name}", name, status=status, when=DAY)],
        )
        for name, status, published, site, body in told
    ]


@pytest.fixture
def store(tmp_path, pairs):
    with open_store(tmp_path / "news.duckdb") as opened:
        opened.add(pairs, "coder 1")
        yield opened


def test_the_history_tells_each_report(store):
    event = store.events().rows()[0]
    assert (event["status"], event["disputed"], event["sites"], event["stories"]) == ("denied", True, 3, 4)
    lines = store.history(event["event_id"]).rows()
    assert [(line["site"], line["status"], line["copy_of"]) for line in lines] == [
        ("one.example", "planned", None),
        ("two.example", "planned", "s1"),
        ("three.example", "occurred", None),
        ("four.example", "denied", None),
    ]


def test_no_such_event_has_no_history(store):
    assert store.history("ev-none").rows() == []


def test_the_outlook_as_of_a_day(store):
    assert [(one.outcome, one.due_from) for one in store.outlook(as_of="2017-01-21")] == [("due", "2017-01-23")]
    found = store.outlook(as_of="2017-01-24")[0]
    assert (found.outcome, found.settled, found.settled_by.site) == ("came_true", "2017-01-24", "three.example")
    assert [voice.site for voice in found.said] == ["one.example"]  # the copy says nothing of its own
    last = store.outlook()[0]
    assert (last.outcome, last.disputed) == ("dropped", True)


def test_the_outlook_takes_filters(store):
    assert store.outlook(country="TUR")
    assert store.outlook(country="FRA") == []


@pytest.mark.parametrize("seed", range(10))
def test_ten_orders_of_arrival_give_the_same(tmp_path, pairs, store, seed):
    shuffled = random.Random(seed).sample(pairs, len(pairs))
    with open_store(tmp_path / "other.duckdb") as other:
        for pair in shuffled:
            other.add([pair], "coder 1")
        assert other.events().rows() == store.events().rows()


def test_a_story_that_goes_takes_its_copies_source_along(store, pairs, make_story):
    first, mentions = pairs[0]
    store.add(
        [(make_story("s1", published=first.published, site=first.site, body=("Other words.",)), mentions)], "coder 1"
    )
    event = store.events().rows()[0]
    assert [line["copy_of"] for line in store.history(event["event_id"])] == [None] * 4
    assert event["sites"] == 4


@pytest.mark.parametrize("text", ["foo", "2000-13-01"])
def test_the_outlook_asks_for_a_day(store, text):
    with pytest.raises(SettingsError, match="is not a day"):
        store.outlook(as_of=text)
