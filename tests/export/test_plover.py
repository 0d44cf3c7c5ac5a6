"""A hand-made row as PLOVER's own JSON record."""

from whowhom.export import plover_record
from whowhom.records import Counts, Event, When, Where, as_dict

# As the manual lists them ("Data Fields"), with size, which it describes apart.
FIELDS = [
    *("id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc"),
    *("event_text", "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "size", "cite_info"),
    *("coder", "coded_date", "coded_time", "comment"),
]


def test_a_row_end_to_end(make_story, make_mention, make_entity):
    story = make_story()
    when = When("Monday", 20, 26, "2017-01-23", "2017-01-24", "day")
    where = Where("Astana", 21, 27, "Astana", "KAZ", "Astana", 51.18, 71.45, 1526273)
    lavrov = make_entity(other_sectors=("LEG",), office="foreign minister", person="Sergey Lavrov", identifier="Q58217")
    mention = make_mention(counts=Counts(participants=3), sentence_start=4)
    event = Event(
        "ev-1", "CONSULT", "CONSULT", "occurred", (lavrov,), mention.recipient, when, where, ("meet",), ("diplomatic",),
        1, 1, 1, story.published, story.published, False, 0.8,
    )  # fmt: skip
    record = plover_record({"event": as_dict(event), "mention": as_dict(mention), "story": as_dict(story)})
    assert list(record) == FIELDS
    assert (record["id"], record["date"], record["enddate"]) == ("ev-1", "2017-01-23", "2017-01-24")
    assert record["actor"][0] == {
        "code": "RUS",
        "sector": ["GOV", "LEG"],
        "entity_text": "Russia",
        "identifier_id": "Q58217",
        "identifier_text": "Sergey Lavrov",
        "religion": None,
        "ethnicity": None,
        "office": "foreign minister",
        "gender": None,
        "age": None,
    }
    assert record["event_loc"]["geonameid"] == 1526273
    assert record["text_info"] == {"sequence": "body:0:0", "start": 4, "end": 32, "text_story": "s1"}
    assert record["size"] == {"dead": None, "injured": None, "arrested": None}
    assert record["cite_info"]["title"] == "Russia meets Turkey"


def test_without_a_time_in_the_text_the_first_report_dates_it(make_story, make_mention):
    event = Event(
        "ev-1", "CONSULT", "CONSULT", "occurred", (), (), None, None, (), (), 1, 1, 1, "2017-01-23T08:00:00Z", None,
        False, 0.8,
    )  # fmt: skip
    record = plover_record(
        {"event": as_dict(event), "mention": as_dict(make_mention()), "story": as_dict(make_story())}
    )
    assert (record["date"], record["time"], record["event_loc"]) == ("2017-01-23", None, None)
