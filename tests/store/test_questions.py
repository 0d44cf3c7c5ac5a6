"""What people ask first: dyads, series, meetings, pairs, sites."""

from dataclasses import fields

import pytest

from whowhom.errors import SettingsError
from whowhom.records import When, Where
from whowhom.store import open_store
from whowhom.store.questions import RECORDS


def on(day):
    return When("then", 0, 4, day, day, "day")


@pytest.fixture
def store(tmp_path, make_story, make_mention, make_entity):
    """Three states meet, one strikes another twice, one denies an attack, an aid deal is only planned."""
    usa, rus, tur = (make_entity(code, code) for code in ("USA", "RUS", "TUR"))
    rebels = make_entity("rebels", "SYR", "REB")
    army = make_entity("the army", "SYR", "MIL")
    astana = Where("Astana", 0, 6, "Astana", "KAZ")
    attack = {"event": "ASSAULT", "act": "ASSAULT", "quad": 4, "intensity": -9.0, "cameo": "190", "mode": ()}
    mentions = {
        "s1": [
            make_mention("m1", "s1", actor=(rus, tur, usa), recipient=(), when=on("2017-01-23"), where=astana),
            make_mention("m2", "s1", **attack, actor=(army,), recipient=(rebels,), when=on("2017-01-24")),
        ],
        "s2": [
            make_mention("m3", "s2", **attack, actor=(tur,), recipient=(rus,), when=on("2017-02-01")),
            make_mention("m4", "s2", **attack, actor=(usa,), recipient=(rus,), status="denied", when=on("2017-02-01")),
        ],
        "s3": [
            make_mention("m5", "s3", actor=(tur,), recipient=(rus,), when=on("2017-02-20")),
            make_mention("m6", "s3", **attack, actor=(tur, rus), recipient=(), when=on("2017-02-21")),
        ],
    }
    stories = {
        "s1": {"published": "2017-01-24"},
        "s2": {"published": "2017-02-01", "site": "two.example"},
        "s3": {"published": "2017-02-21", "site": "two.example"},
    }
    with open_store(tmp_path / "news.duckdb") as opened:
        opened.add([(make_story(story_id, **stories[story_id]), found) for story_id, found in mentions.items()], "c 1")
        yield opened


@pytest.mark.parametrize("question", RECORDS)
def test_rows_have_the_record_s_fields(store, question):
    row = getattr(store, question)().rows()[0]
    assert list(row) == [field.name for field in fields(RECORDS[question])]


def test_events_a_day_and_dyad(store):
    rows = [tuple(row.values()) for row in store.daily(event="ASSAULT")]
    assert rows == [("2017-01-24", "SYR", "SYR", 1), ("2017-02-01", "TUR", "RUS", 1)]


def test_what_was_denied_is_not_counted(store):
    assert store.daily(status="denied").rows() == []
    assert not any({row["a"], row["b"]} == {"USA", "RUS"} and row["conflict"] for row in store.pairs())


def test_a_meeting_of_three_is_six_dyads_and_three_pairs(store):
    assert len(store.daily(to="2017-01-23").rows()) == 6
    assert [(row["a"], row["b"], row["meetings"]) for row in store.meetings(to="2017-01-23")] == [
        ("RUS", "TUR", 1), ("RUS", "USA", 1), ("TUR", "USA", 1),
    ]  # fmt: skip


def test_who_strikes_without_a_recipient_strikes_nobody_that_is_known(store):
    assert store.daily(from_="2017-02-21").rows() == []


def test_a_series_by_month(store):
    rows = [row for row in store.series() if (row["source"], row["target"]) == ("TUR", "RUS")]
    assert [(row["period"], row["events"], row["score"]) for row in rows] == [
        ("2017-01-01", 1, 1.0), ("2017-02-01", 2, -4.0),
    ]  # fmt: skip
    assert (rows[1]["verbal_cooperation"], rows[1]["material_conflict"]) == (1, 1)
    assert {row["period"] for row in store.series(by="year")} == {"2017-01-01"}


def test_an_unknown_period(store):
    with pytest.raises(SettingsError, match="month"):
        store.series(by="decade")


def test_who_met_whom_and_where(store):
    first = store.meetings(limit=1).rows()[0]
    assert first == {
        "a": "RUS", "b": "TUR", "meetings": 2, "first": "2017-01-23", "last": "2017-02-20", "places": ["Astana"],
    }  # fmt: skip


def test_the_most_active_pair(store):
    first = store.pairs(limit=1).rows()[0]
    assert (first["a"], first["b"], first["events"], first["cooperation"], first["conflict"]) == ("RUS", "TUR", 3, 2, 1)
    assert first["score"] == -2.333


def test_sectors_tell_the_sides_of_a_civil_war_apart(store):
    assert [(row["a"], row["b"]) for row in store.pairs(country="SYR", sectors=True)] == [("SYR MIL", "SYR REB")]
    assert [(row["a"], row["b"]) for row in store.pairs(country="SYR")] == [("SYR", "SYR")]


def test_coverage_by_site(store):
    assert [tuple(row.values())[:5] for row in store.coverage()] == [
        ("two.example", 2, 4, 4, 4),
        ("one.example", 1, 2, 2, 2),
    ]
    assert [tuple(row.values())[:4] for row in store.coverage(country="SYR")] == [("one.example", 1, 1, 1)]


def test_limit_keeps_the_latest_days_and_the_first_ranks(store):
    assert [row["day"] for row in store.daily(limit=1)] == ["2017-02-20"]
    assert len(store.coverage(limit=1).rows()) == 1


def test_a_promise_is_counted_on_the_day_it_was_given(tmp_path, make_story, make_mention):
    promise = make_mention(status="planned", event="AGREE", when=on("2017-06-01"))
    with open_store(tmp_path / "promise.duckdb") as store:
        store.add([(make_story(), [promise])], "c 1")
        assert [row["day"] for row in store.daily()] == ["2017-01-23"]


def test_a_reader_s_word_is_not_counted(tmp_path, make_story, make_mention):
    with open_store(tmp_path / "readers.duckdb") as store:
        store.add([(make_story(), [make_mention(section="comment")])], "c 1")
        assert store.daily().rows() == []
