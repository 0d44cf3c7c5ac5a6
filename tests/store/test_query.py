"""Asking the store: filters, order, columns, frames."""

from dataclasses import fields

import pytest

from whowhom.errors import ModelMissing, SettingsError, StoreError
from whowhom.records import Event, EventMention, Story, Where
from whowhom.store import open_store
from whowhom.store import result as result_module


@pytest.fixture
def store(tmp_path, make_story, make_mention, make_entity):
    """Three stories: a meeting in Astana, an accusation, an undated plan."""
    lavrov = make_entity("the minister", person="Sergey Lavrov", office="foreign minister")
    pairs = [
        (
            make_story("s1", published="2017-01-23", headline="Talks open"),
            [make_mention("m1", "s1", where=Where("Astana", 0, 6, "Astana", "KAZ"))],
        ),
        (
            make_story("s2", published="2017-02-10T12:00:00+03:00", headline="Words"),
            [
                make_mention(
                    "m2", "s2", act="ACCUSE", event="ACCUSE", quad=3, actor=(lavrov,), text="He blamed O'Neill 50%."
                )
            ],
        ),
        (
            make_story("s3", published=None, site="two.example"),
            [make_mention("m3", "s3", status="planned", actor=(make_entity("Iran", "IRN", "MIL"),))],
        ),
    ]
    with open_store(tmp_path / "news.duckdb") as opened:
        opened.add(pairs, "coder 1")
        yield opened


def ids(result):
    return [row["mention_id"] for row in result]


def test_rows_have_the_contract_s_fields_in_its_order(store):
    for result, record in ((store.events(), Event), (store.mentions(), EventMention), (store.stories(), Story)):
        assert list(result.rows()[0]) == [field.name.rstrip("_") for field in fields(record)]


def test_mentions_come_by_day_undated_last(store):
    assert ids(store.mentions()) == ["m1", "m2", "m3"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"country": "kaz"}, ["m1"]),
        ({"country": "TUR"}, ["m1", "m2", "m3"]),
        ({"country": "Turkey"}, ["m1", "m2", "m3"]),
        ({"actor": "IRN"}, ["m3"]),
        ({"actor": "irn mil"}, ["m3"]),
        ({"actor": "lavrov"}, ["m2"]),
        ({"actor": "Foreign Minister"}, ["m2"]),
        ({"actor": "Turkey"}, []),
        ({"actor": "US"}, []),  # not the middle of "Russia"
        ({"actor": "Rus"}, ["m1", "m2"]),
        ({"actor": "(Russia"}, []),
        ({"text": "urkey"}, []),
        ({"text": "turk"}, ["m1", "m3"]),
        ({"event": "accuse"}, ["m2"]),
        ({"status": "Planned"}, ["m3"]),
        ({"from_": "2017-01-24"}, ["m2"]),
        ({"to": "2017-01-23"}, ["m1"]),
        ({"from_": "2017-01-23", "to": "2017-02-10"}, ["m1", "m2"]),
        ({"text": "ASTANA russia"}, ["m1", "m3"]),
        ({"text": "O'Neill 50%"}, ["m2"]),
        ({"text": "50_"}, []),
        ({"actor": "'; DROP TABLE kept.mentions; --"}, []),
        ({"limit": 1, "to": "2017-12-31"}, ["m2"]),
        ({"limit": 0}, []),
    ],
)
def test_filters(store, filters, expected):
    assert ids(store.mentions(**filters)) == expected


def test_filters_on_stories_look_at_their_mentions(store):
    assert [row["story_id"] for row in store.stories(country="KAZ")] == ["s1"]
    assert [row["story_id"] for row in store.stories(status="planned")] == ["s3"]
    assert [row["story_id"] for row in store.stories(text="talks OPEN")] == ["s1"]
    assert [row["story_id"] for row in store.stories(from_="2017-02-01")] == ["s2"]


def test_text_finds_events_by_any_report(store):
    assert [row["act"] for row in store.events(text="blamed")] == ["ACCUSE"]


def test_extras_of_events(store):
    row = store.events(event="ACCUSE", extras=True).rows()[0]
    assert (row["day"], row["quad"], row["words"]) == ("2017-02-10", 3, "He blamed O'Neill 50%.")


def test_authors_are_counted(store):
    assert store.authors().rows() == [
        {
            "name": "Ann Writer",
            "stories": 3,
            "sites": ["one.example", "two.example"],
            "first": "2017-01-23",
            "last": "2017-02-10",
        }
    ]
    assert store.authors(country="KAZ", limit=1).rows()[0]["stories"] == 1


@pytest.mark.parametrize(
    "filters",
    [
        {"status": "done"},
        {"event": "MEETING"},
        {"country": "Nowhereland"},
        {"from_": "yesterday"},
        {"to": "2017-13-01"},
        {"limit": -1},
    ],
)
def test_values_that_can_never_match_are_refused(store, filters):
    with pytest.raises(SettingsError):
        store.events(**filters)


def test_frames(store):
    assert store.events().arrow().num_rows == 3
    assert list(pytest.importorskip("pandas") and store.events().df()["act"]) == ["CONSULT", "ACCUSE", "CONSULT"]


def test_a_missing_package_names_how_to_get_it(store, monkeypatch):
    def refuse(name):
        raise ImportError(name)

    monkeypatch.setattr(result_module, "import_module", refuse)
    with pytest.raises(ModelMissing, match=r"polars: is not installed; get it with: pip install"):
        store.events().pl()


def test_cited_events_carry_mention_and_story(store):
    row = store.cited_events(event="ACCUSE").rows()[0]
    assert (row["mention"]["mention_id"], row["story"]["story_id"]) == ("m2", "s2")
    assert row["event"]["event_id"] == row["mention"]["event_id"]


def test_a_closed_store_says_so(tmp_path):
    store = open_store(tmp_path / "closed.duckdb")
    store.close()
    with pytest.raises(StoreError):
        store.events().rows()
