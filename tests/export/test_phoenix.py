"""A hand-made row in Phoenix's columns."""

import pytest

import whowhom
from whowhom.export.phoenix import COLUMNS, PENTA

SIDE = "{0}ActorFull,{0}Entity,{0}Role,{0}Attribute"
NAMES = (
    f"EventID,Date,Year,Month,Day,{SIDE.format('Source')},{SIDE.format('Target')},EventCode,RootCode,QuadClass,Goldstein,"
    "Issues,Lat,Lon,PlaceName,StateName,CountryName,SentenceIDs,URLs,Sources"
)


def test_the_columns():
    assert ",".join(column.name for column in COLUMNS) == NAMES
    assert len(COLUMNS) == 26


def test_a_row_end_to_end(make_store, meeting, frame):
    row = frame(make_store(meeting), "phoenix").iloc[0]
    expected = {
        "Date": 20170122, "Year": 2017, "Month": 1, "Day": 22, "SourceActorFull": "RUSGOV", "SourceEntity": "RUS",
        "SourceRole": "GOV", "TargetActorFull": "TURGOVMIL", "TargetEntity": "TUR", "TargetRole": "GOV",
        "TargetAttribute": "MIL", "EventCode": "042", "RootCode": "04", "QuadClass": 1, "Goldstein": 1.9,
        "Lat": 51.1801, "Lon": 71.44598, "PlaceName": "Astana", "CountryName": "Kazakhstan",
        "SentenceIDs": "s1_body.0.0", "URLs": "https://one.example/s1", "Sources": "One Example",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    number, version = row["EventID"].split("_")
    assert (number.isdigit(), version) == (True, whowhom.__version__)
    assert row.drop(["EventID", *expected]).isna().all()


def test_all_reports_are_listed(make_store, make_mention, frame):
    mentions = [make_mention(f"m{i}", f"s{i}", url=f"https://one.example/s{i}") for i in (1, 2)]
    row = frame(make_store(*mentions), "phoenix").iloc[0]
    assert row["SentenceIDs"] == "s1_body.0.0;s2_body.0.0"
    assert row["URLs"] == "https://one.example/s1;https://one.example/s2"


@pytest.mark.parametrize(
    ("cameo", "penta", "goldstein"), [("163", 3, -6.5), ("173", 4, -5.0), ("022", 0, 3.4), ("046", 1, 7.0)]
)
def test_its_own_classes_and_scores(make_store, make_mention, frame, cameo, penta, goldstein):
    row = frame(make_store(make_mention(cameo=cameo)), "phoenix").iloc[0]
    assert (row.QuadClass, row.Goldstein) == (penta, goldstein)


def test_every_root_has_a_class():
    assert sorted(PENTA) == list(range(1, 21))


def test_an_entity_that_is_no_country(make_store, make_mention, make_entity, frame):
    nato = make_entity("NATO", "IGO", "MIL")
    row = frame(make_store(make_mention(actor=(nato,))), "phoenix").iloc[0]
    assert (row.SourceActorFull, row.SourceEntity, row.SourceAttribute) == ("IGOWSTNAT", "IGO", "NAT")


def test_both_sides_need_a_code(make_store, make_mention, make_entity, export):
    _, tally = export(make_store(make_mention(recipient=(make_entity("somebody", None, None),))), "phoenix")
    assert dict(tally.left_out) == {"not both sides with an actor code": 1}
