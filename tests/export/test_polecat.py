"""A hand-made row in POLECAT's columns."""

import io

import pytest

from whowhom.export.polecat import COLUMNS
from whowhom.ontology import load_ontology

SIDE = "{0} Name,{0} Country,{0} COW,Primary {0} Sector,{0} Sectors,{0} Title,{0} Name Raw,Wikipedia {0} ID"
NAMES = (
    f"Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,{SIDE.format('Actor')},"
    f"{SIDE.format('Recipient')},Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
    "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,Language,Version"
)


def test_the_columns():
    assert ",".join(column.name for column in COLUMNS) == NAMES
    assert len(COLUMNS) == 40


def test_a_row_end_to_end(make_store, meeting, frame):
    row = frame(make_store(meeting), "polecat").iloc[0]
    expected = {
        "Event Date": "2017-01-22", "Event Type": "CONSULT", "Event Mode": "visit", "Intensity": 4.0,
        "Quad Code": "VERBAL COOPERATION", "Contexts": "diplomatic; natural_resources", "Actor Name": "Sergey Lavrov",
        "Actor Country": "RUS", "Actor COW": "365", "Primary Actor Sector": "GOV", "Actor Sectors": "GOV",
        "Actor Title": "foreign minister", "Actor Name Raw": "the minister", "Wikipedia Actor ID": "Q58217",
        "Recipient Name": "Turkey", "Recipient Country": "TUR", "Recipient COW": "640", "Primary Recipient Sector": "GOV",
        "Recipient Sectors": "GOV; MIL", "Recipient Name Raw": "Ankara", "Placename": "Astana", "City": "Astana",
        "Country": "KAZ", "Latitude": 51.1801, "Longitude": 71.44598, "GeoNames ID": 1526273, "Raw Placename": "Astana",
        "Feature Type": "PPL", "Source": "One Example", "Publication Date": "2017-01-23", "Language": "English",
        "Version": "test 1",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert row["Event ID"].startswith("ev-")
    assert row.drop(["Event ID", *expected]).isna().all()


def test_who_acts_together_is_one_row(make_store, make_mention, make_entity, frame):
    three = tuple(make_entity(code, code) for code in ("RUS", "TUR", "IRN"))
    found = frame(make_store(make_mention(actor=three, recipient=())), "polecat")
    assert list(found["Actor Country"]) == ["RUS; TUR; IRN"]


def test_missing_is_none(make_store, make_mention, export):
    pandas = pytest.importorskip("pandas")
    text, _ = export(make_store(make_mention(recipient=())), "polecat")
    raw = pandas.read_csv(io.StringIO(text), sep="\t", keep_default_na=False, dtype=str).iloc[0]
    assert {raw["Recipient Name"], raw["Latitude"], raw["District"]} == {"None"}


def test_a_bare_statement_is_no_event_of_plover(make_store, make_mention, export):
    mention = make_mention(event="STATEMENT", act="STATEMENT", cameo="010", mode=())
    for format in ("polecat", "plover"):
        _, tally = export(make_store(mention), format)
        assert dict(tally.left_out) == {"a bare statement": 1}


def test_every_type_has_a_quad_in_words(make_store, make_mention, frame):
    types = [name for name in load_ontology().types if name != "STATEMENT"]
    mentions = [
        make_mention(f"m{i}", f"s{i}", event=name, act=name, quad=load_ontology().quad(name))
        for i, name in enumerate(types)
    ]
    found = frame(make_store(*mentions), "polecat").set_index("Event Type")["Quad Code"]
    assert found["SANCTION"] == "MATERIAL CONFLICT"
    assert (found["AID"], found["REJECT"], len(found)) == ("MATERIAL COOPERATION", "VERBAL CONFLICT", 16)
