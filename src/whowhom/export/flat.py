"""Whowhom's own events as one flat table, for CSV and Parquet: codes and words in plain columns, lists by "; "."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whowhom.export.actors import full_name, sectors_of
from whowhom.export.layout import Column, Layout, Row, columns

COLUMNS = (
    *columns("event_id,day,done_on,event,act,status,mode,context,cameo"),
    Column("quad", "whole"),
    Column("intensity", "number"),
    *columns("actor,actor_code,actor_sector,recipient,recipient_code,recipient_sector"),
    *columns("place,admin1,country"),
    *columns("lat,lon", "number"),
    *columns("geonameid,dead,injured,arrested,participants,mentions,stories,sites", "whole"),
    *columns("first_reported,last_reported,disputed,attribution,words"),
    *columns("story_id,site,url"),
    Column("confidence", "number"),
)


def flat_rows(cited: Row) -> Iterator[Row]:
    """The event's one row; nothing is left out for its status, which has a column."""
    event, mention, story, where = cited["event"], cited["mention"], cited["story"], cited["event"]["where"] or {}
    said = mention["attribution"]
    same = ("event_id", "event", "act", "status", "mentions", "stories", "sites", "first_reported", "last_reported")
    yield {
        **{name: event[name] for name in (*same, "confidence")},
        **{name: mention[name] for name in ("cameo", "quad", "intensity")},
        **{name: where.get(name) for name in ("admin1", "country", "lat", "lon", "geonameid")},
        **mention["counts"],
        **{name: cited[name] for name in ("day", "done_on")},
        "mode": _joined(event["mode"]),
        "context": _joined(event["context"]),
        **_side("actor", event["actor"]),
        **_side("recipient", event["recipient"]),
        "place": where.get("name"),
        "disputed": "true" if event["disputed"] else "false",
        "attribution": said["kind"] if said["text"] is None else f"{said['kind']}: {said['text']}",
        "words": mention["text"],
        **{name: story[name] for name in ("story_id", "site", "url")},
    }


def _side(side: str, entities: list[Row]) -> Row:
    """Names, codes and sectors in step: the second code is the second name's, empty where there is none."""
    return {
        side: _joined(full_name(entity) for entity in entities),
        f"{side}_code": _joined(entity["code"] or "" for entity in entities),
        f"{side}_sector": _joined(" ".join(sectors_of(entity)) for entity in entities),
    }


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None


FLAT = Layout("flat", COLUMNS, flat_rows, unsaid=("office", "end"), delimiter=",")
