"""PLOVER's own JSON record (manual Draft 2.0, "Data Fields"), one event a record.

The manual names an entity's fields in two ways; this is the first of them (code, sector, entity_text …). The report
that an event's status rests on gives the words: text, link and cite_info are of that story.
"""

from __future__ import annotations

from whowhom.export.cited import is_statement
from whowhom.export.layout import Layout, Row

CODEBOOK = "PLOVER 2.0"


def plover_record(row: Row) -> Row:
    """The record of one event, given with the mention it rests on and that mention's story."""
    event, mention, story = row["event"], row["mention"], row["story"]
    when = event["when"] or {}
    started = when.get("from") or event["first_reported"]
    return {
        "id": event["event_id"],
        "has_event": True,
        "date": _day(started),
        "time": _time(when.get("from")),
        "enddate": _day(when.get("to")),
        "endtime": _time(when.get("to")),
        "actor": [plover_entity(entity) for entity in event["actor"]],
        "recipient": [plover_entity(entity) for entity in event["recipient"]],
        "event": [event["event"]],
        "event_loc": _location(event["where"]),
        "event_text": [mention["trigger"]["text"]],
        "quad_code": mention["quad"],
        "event_scale": mention["intensity"],
        "mode": event["mode"],
        "context": event["context"],
        "link": story["url"],
        "text": mention["text"],
        "text_info": _text_info(mention, story),
        "size": {name: mention["counts"][name] for name in ("dead", "injured", "arrested")},
        "cite_info": _cite_info(mention, story),
        "coder": mention["coder"],
        "coded_date": None,
        "coded_time": None,
        "comment": f"status: {event['status']}; act: {event['act']}",
    }


def plover_entity(entity: Row) -> Row:
    """An actor or recipient in PLOVER's field names; religion, ethnicity, gender and age are not coded."""
    return {
        "code": entity["code"],
        "sector": [sector for sector in (entity["sector"], *entity["other_sectors"]) if sector],
        "entity_text": entity["text"],
        "identifier_id": entity["identifier"],
        "identifier_text": entity["person"] or entity["name"],
        "religion": None,
        "ethnicity": None,
        "office": entity["office"],
        "gender": None,
        "age": None,
    }


def _location(where: Row | None) -> Row | None:
    if where is None:
        return None
    return {
        "extracted_place": where["text"],
        "resolved_place": where["name"],
        "geonameid": where["geonameid"],
        "lat": where["lat"],
        "lon": where["lon"],
        "province": where["admin1"],
        "country_code": where["country"],
    }


def _text_info(mention: Row, story: Row) -> Row:
    """Where the words stand: offsets within the paragraph that sequence names."""
    start = mention["sentence_start"]
    return {
        "sequence": f"{mention['section']}:{mention['paragraph']}:{mention['sentence']}",
        "start": start,
        "end": start + len(mention["text"]),
        "text_story": story["story_id"],
    }


def _cite_info(mention: Row, story: Row) -> Row:
    return {
        "citation": story["story_id"],
        "url": story["url"],
        "title": story["headline"],
        "language": story["language"],
        "publication": story["site"],
        "coder": mention["coder"],
        "codebook": CODEBOOK,
        "version": mention["coder"],
    }


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None


def _time(moment: str | None) -> str | None:
    """The time of day, where the moment holds one."""
    return moment[11:] or None if moment else None


# Status and act stand in the comment; a bare statement is none of PLOVER's types.
PLOVER = Layout(
    "plover",
    (),
    lambda cited: [plover_record(cited)],
    checks=(is_statement,),
    unsaid=("attribution", "disputed"),
)
