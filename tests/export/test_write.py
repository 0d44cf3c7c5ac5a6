"""What a format cannot say is counted; Parquet has the same columns with types."""

import pytest

from whowhom.actors import load_knowledge
from whowhom.errors import SettingsError
from whowhom.export import FORMATS, export_events, layout_of, write_parquet
from whowhom.export.tables import load_countries, load_groups, load_labels, load_sectors, load_us_states
from whowhom.ontology import load_ontology
from whowhom.records import When

DONE_ONLY = ["gdelt2", "icews", "polecat", "phoenix"]


@pytest.mark.parametrize("format", DONE_ONLY)
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": "denied", "event": "ASSAULT", "act": "ASSAULT"}, "status denied"),
        ({"status": "alleged", "event": "ASSAULT", "act": "ASSAULT"}, "status alleged"),
        ({"status": "planned", "event": "ASSAULT", "act": "ASSAULT"}, "status planned"),
        ({"status": "historical"}, "historical without a date"),
    ],
)
def test_what_was_not_done_is_not_told_as_done(make_store, make_mention, export, format, changes, reason):
    _, tally = export(make_store(make_mention(**changes)), format)
    assert (tally.rows, dict(tally.left_out)) == (0, {reason: 1})


@pytest.mark.parametrize("format", DONE_ONLY)
@pytest.mark.parametrize(
    "changes",
    [
        {"status": "declined", "event": "REJECT", "cameo": "125"},
        {"status": "planned", "event": "AGREE", "cameo": "036"},
        {"status": "conditional", "event": "THREATEN", "act": "ASSAULT", "cameo": "138"},
    ],
)
def test_a_refusal_or_a_promise_is_an_event_of_its_own(make_store, make_mention, export, format, changes):
    _, tally = export(make_store(make_mention(**changes)), format)
    assert (tally.told, not tally.left_out, tally.lost["status"]) == (1, True, 1)


@pytest.mark.parametrize("format", DONE_ONLY)
def test_a_reader_s_word_is_no_record(make_store, make_mention, export, format):
    _, tally = export(make_store(make_mention(section="comment")), format)
    assert dict(tally.left_out) == {"a reader's word": 1}


def test_a_promise_stands_on_the_day_it_was_given(make_store, make_mention, frame):
    ahead = When("on 5 February", 0, 13, "2017-02-05", "2017-02-05", "day")
    before = When("on Sunday", 0, 9, "2017-01-22", "2017-01-22", "day")
    store = make_store(
        make_mention("m1", "s1", status="planned", event="AGREE", cameo="036", when=ahead),
        make_mention("m2", "s2", status="declined", event="REJECT", cameo="125", when=before, actor=()),
    )
    assert list(frame(store, "gdelt2")["SQLDATE"]) == [20170122, 20170123]
    assert set(zip(*(frame(store, "csv")[name] for name in ("day", "done_on")), strict=True)) == {
        ("2017-02-05", "2017-01-23"), ("2017-01-22", "2017-01-22"),
    }  # fmt: skip


@pytest.mark.parametrize("format", DONE_ONLY)
def test_without_any_date_it_is_left_out(make_store, make_mention, export, format):
    _, tally = export(make_store(make_mention(), published=None), format)
    assert dict(tally.left_out) == {"no date": 1}


def test_the_account_in_words(make_store, meeting, make_mention, export):
    store = make_store(meeting, make_mention("m2", "s2", status="denied", event="AID", act="AID"))
    _, tally = export(store, "gdelt2")
    assert tally.lines("gdelt2") == [
        "gdelt2: 1 event in 1 row",
        "gdelt2: 1 event left out: 1 status denied",
        "gdelt2: no column for attribution (1), context (1), counts (1), mode (1), office (1), words (1)",
    ]


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "plover"])
def test_parquet_has_the_same_names_and_types(make_store, meeting, tmp_path, format):
    import pyarrow.parquet as pq

    write_parquet(export_events(make_store(meeting), format), layout_of(format), tmp_path / "x.parquet")
    table = pq.read_table(tmp_path / "x.parquet")
    kinds = {"text": "string", "whole": "int64", "number": "double"}
    assert [(f.name, str(f.type)) for f in table.schema] == [(c.name, kinds[c.kind]) for c in layout_of(format).columns]
    assert table.num_rows == 1


def test_json_is_no_table(make_store, meeting, tmp_path):
    with pytest.raises(SettingsError, match="JSON"):
        write_parquet([], layout_of("plover"), tmp_path / "x.parquet")


def test_the_flat_table_leaves_nothing_out_for_its_status(make_store, make_mention, frame):
    row = frame(make_store(make_mention(status="denied")), "csv").iloc[0]
    assert (row["status"], row["actor_code"], row["quad"], row["words"]) == (
        "denied",
        "RUS",
        1,
        "Russia met Turkey in Astana.",
    )


def test_filters_reach_the_export(make_store, meeting, make_mention, export):
    store = make_store(meeting, make_mention("m2", "s2", event="AID", act="AID", cameo="070"))
    text, _ = export(store, "csv", event="AID")
    assert text.count("\n") == 2


# --- the tables -------------------------------------------------------------------------------------------


def test_every_code_and_sector_has_its_row():
    ontology = load_ontology()
    assert set(load_labels()) == set(ontology.cameo)
    assert set(load_sectors()) == {code for code, sector in ontology.sectors.items() if sector.kind != "body"}
    assert len(load_us_states()) == 51


def test_every_known_state_has_its_codes():
    codes = {fact.code for name in ("Russia", "Syria", "Kosovo", "Palestine") for fact in _facts(name)}
    assert codes <= set(load_countries())
    numbers = [country.cow for country in load_countries().values() if country.cow]
    assert len(numbers) == len(set(numbers)) == 195
    assert all(len(country.fips) == 2 for country in load_countries().values() if country.cow)


def test_every_organisation_is_one_of_the_knowledge_base():
    unknown = [name for name in load_groups() if not _facts(name)]
    assert unknown == []


def _facts(name):
    return [fact for match in load_knowledge().find(name.split()) for fact in match.facts if fact.name == name]
