"""A hand-made row in ICEWS's columns."""

from whowhom.export.icews import COLUMNS

NAMES = (
    "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,Target Name,"
    "Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,Province,Country,Latitude,Longitude"
)


def test_the_columns():
    assert ",".join(column.name for column in COLUMNS) == NAMES
    assert len(COLUMNS) == 20


def test_a_row_end_to_end(make_store, meeting, frame):
    found = frame(make_store(meeting), "icews")
    row = found.iloc[0]
    expected = {
        "Event Date": "2017-01-22", "Source Name": "Sergey Lavrov", "Source Sectors": "Government",
        "Source Country": "Russian Federation", "Event Text": "Make a visit", "CAMEO Code": "042", "Intensity": 1.9,
        "Target Name": "Turkey", "Target Sectors": "Government,Military", "Target Country": "Turkey",
        "Publisher": "One Example", "City": "Astana", "Country": "Kazakhstan", "Latitude": 51.1801,
        "Longitude": 71.44598,
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert str(found["Event ID"].dtype) == str(found["Story ID"].dtype) == "int64"
    assert row.drop(["Event ID", "Story ID", *expected]).isna().all()


def test_the_file_begins_with_the_header(make_store, meeting, export):
    text, _ = export(make_store(meeting), "icews")
    assert text.splitlines()[0] == NAMES.replace(",", "\t")


def test_one_side_alone_is_counted_and_left_out(make_store, make_mention, export):
    text, tally = export(make_store(make_mention(recipient=())), "icews")
    assert (text.count("\n"), dict(tally.left_out)) == (1, {"only one side named": 1})


def test_tabs_line_ends_and_quotes_do_not_break_a_line(make_store, make_mention, make_entity, frame):
    odd = make_entity('"Guzman\tthe\nshort"', "MEX", "CRM")
    row = frame(make_store(make_mention(actor=(odd,))), "icews").iloc[0]
    assert (row["Source Name"], row["Target Name"]) == ("'Guzman the short'", "Turkey")


def test_a_body_is_a_sector(make_store, make_mention, make_entity, frame):
    nato = make_entity("NATO", "IGO", "MIL")
    row = frame(make_store(make_mention(actor=(nato,))), "icews").iloc[0]
    assert (row["Source Sectors"], row["Source Country"] == row["Source Country"]) == (
        "International Government Organization,Military",
        False,
    )
