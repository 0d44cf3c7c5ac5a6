"""A hand-made row in GDELT 2.0's columns."""

import pytest

from whowhom.export.gdelt2 import COLUMNS, fraction_date, quad_class
from whowhom.records import Where

# The header list of the project's own codebook, part by part.
ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
GEO = "Type Fullname CountryCode ADM1Code ADM2Code Lat Long FeatureID"
NAMES = [
    *"GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(),
    *(f"Actor1{part}" for part in ACTOR.split()),
    *(f"Actor2{part}" for part in ACTOR.split()),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale".split(),
    *"NumMentions NumSources NumArticles AvgTone".split(),
    *(f"{side}Geo_{part}" for side in ("Actor1", "Actor2", "Action") for part in GEO.split()),
    *"DATEADDED SOURCEURL".split(),
]


def test_the_columns():
    assert [column.name for column in COLUMNS] == NAMES
    assert len(NAMES) == 61


def test_a_row_end_to_end(make_store, meeting, frame):
    row = frame(make_store(meeting), "gdelt2").iloc[0]
    expected = {
        "SQLDATE": 20170122, "MonthYear": 201701, "Year": 2017, "FractionDate": 2017.0603,
        "Actor1Code": "RUSGOV", "Actor1Name": "SERGEY LAVROV", "Actor1CountryCode": "RUS", "Actor1Type1Code": "GOV",
        "Actor2Code": "TURGOVMIL", "Actor2Name": "TURKEY", "Actor2CountryCode": "TUR", "Actor2Type1Code": "GOV",
        "Actor2Type2Code": "MIL", "IsRootEvent": 1, "EventCode": "042", "EventBaseCode": "042", "EventRootCode": "04",
        "QuadClass": 1, "GoldsteinScale": 1.9, "NumMentions": 1, "NumSources": 1, "NumArticles": 1,
        "ActionGeo_Type": 4, "ActionGeo_Fullname": "Astana, Kazakhstan", "ActionGeo_CountryCode": "KZ",
        "ActionGeo_Lat": 51.1801, "ActionGeo_Long": 71.44598, "DATEADDED": 20170123170000,
        "SOURCEURL": "https://one.example/s1", "Actor1Geo_Type": 0, "Actor2Geo_Type": 0,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert row.drop(["GLOBALEVENTID", *expected]).isna().all()


def test_numbers_are_numbers(make_store, meeting, frame):
    found = frame(make_store(meeting), "gdelt2")
    whole = [column.name for column in COLUMNS if column.kind == "whole"]
    assert {str(kind) for kind in found[whole].dtypes} == {"int64"}


def test_a_line_has_sixty_tabs_and_no_header(make_store, meeting, export):
    text, _ = export(make_store(meeting), "gdelt2")
    assert [line.count("\t") for line in text.splitlines()] == [60]


def test_the_id_stays_and_tells_pairs_apart(make_store, make_mention, make_entity, frame):
    three = tuple(make_entity(code, code) for code in ("RUS", "TUR", "IRN"))
    mentions = [
        make_mention("m1", "s1", actor=three, recipient=()),
        make_mention("m2", "s2", event="PROTEST", act="PROTEST", cameo="14"),
    ]
    first, second = (frame(make_store(*each), "gdelt2") for each in (mentions, mentions[::-1]))
    assert len(first) == 7  # three meet: each with each, in both directions
    assert first["GLOBALEVENTID"].is_unique
    assert set(first["GLOBALEVENTID"]) == set(second["GLOBALEVENTID"])


def test_bodies_have_known_groups(make_store, make_mention, make_entity, frame):
    nato = make_entity("NATO", "IGO", "MIL")
    who = make_entity("the WHO", "UNO", "GOV", name="World Health Organization", other_sectors=("MED",))
    row = frame(make_store(make_mention(actor=(nato,), recipient=(who,))), "gdelt2").iloc[0]
    assert (row.Actor1Code, row.Actor1CountryCode, row.Actor1KnownGroupCode) == ("IGOWSTNAT", "WST", "NAT")
    assert (row.Actor2Code, row.Actor2Type1Code, row.Actor2Type2Code) == ("IGOUNOHLHWHO", "IGO", "HLH")


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Where("Kazakhstan", 0, 1, "Kazakhstan", "KAZ", None, 51.2, 71.4, 1522867), (1, "Kazakhstan", "KZ", "KZ")),
        (
            Where("Texas", 0, 1, "Texas", "USA", "Texas", 29.8, -95.4, 4736286),
            (2, "Texas, United States", "USTX", "USTX"),
        ),
        (
            Where("Houston", 0, 1, "Houston", "USA", "Texas", 29.8, -95.4, 1),
            (3, "Houston, Texas, United States", "USTX", None),
        ),
        (Where("Aleppo", 0, 1, "Aleppo", "SYR", "Aleppo", 36.2, 37.1, None), (5, "Aleppo, Syria", None, None)),
    ],
)
def test_places(make_store, make_mention, frame, where, expected):
    row = frame(make_store(make_mention(where=where)), "gdelt2").iloc[0]
    row = row.where(row.notna(), None)
    assert (row.ActionGeo_Type, row.ActionGeo_Fullname, row.ActionGeo_ADM1Code, row.ActionGeo_FeatureID) == expected


def test_reduced_relations_are_material_conflict():
    assert [quad_class(root) for root in ("05", "08", "13", "16", "20")] == [1, 2, 3, 4, 4]


def test_the_fraction_of_the_year():
    assert (fraction_date(2015, 2, 18), fraction_date(2014, 2, 18)) == (2015.1315, 2014.1315)
