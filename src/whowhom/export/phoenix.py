"""Phoenix's table of events: 26 columns by tab without a header, in the order of its postprocessing.

One row a pair of two coded sides. Its "quad" is a penta class in which CAMEO 16 is verbal conflict (3), and its
Goldstein values are its own where they differ from GDELT's lookup.
"""

from __future__ import annotations

from collections.abc import Iterator

from whowhom.export.actors import BODIES, CameoActor, cameo_actor, cameo_country, sectors_of
from whowhom.export.cited import (
    base_code,
    event_day,
    has_one_coded_side,
    is_uncounted,
    is_undated,
    pairs,
    sides_key,
    stable_number,
)
from whowhom.export.layout import Column, Layout, Row, columns
from whowhom.export.places import spot_of
from whowhom.export.tables import load_sectors
from whowhom.ontology import load_ontology
from whowhom.version import __version__

_SIDE = "{0}ActorFull,{0}Entity,{0}Role,{0}Attribute"
COLUMNS = (
    Column("EventID"),
    *columns("Date,Year,Month,Day", "whole"),
    *columns(_SIDE.format("Source")),
    *columns(_SIDE.format("Target")),
    *columns("EventCode,RootCode"),
    Column("QuadClass", "whole"),
    Column("Goldstein", "number"),
    Column("Issues"),
    *columns("Lat,Lon", "number"),
    *columns("PlaceName,StateName,CountryName,SentenceIDs,URLs,Sources"),
)
# Values of Phoenix's built-in copy that are not those of GDELT's lookup.
GOLDSTEIN = {"016": 3.4, "022": 3.4, "124": -5.0, "163": -6.5, "165": -7.0, "166": -8.0}
PENTA = {**dict.fromkeys((1, 2), 0), **dict.fromkeys((3, 4, 5), 1), **dict.fromkeys((6, 7, 8), 2)}
PENTA |= {**dict.fromkeys((9, 10, 11, 12, 13, 16), 3), **dict.fromkeys((14, 15, 17, 18, 19, 20), 4)}


def phoenix_rows(cited: Row) -> Iterator[Row]:
    """The event's rows: one for each pair of two codes."""
    shared, seen = _shared(cited), set()
    for first, second in pairs(cited):
        source, target = cameo_actor(first, "phoenix"), cameo_actor(second, "phoenix")
        if first is None or second is None or not (source.code and target.code):
            continue
        if (key := (source.code, target.code)) in seen:
            continue
        seen.add(key)
        number = stable_number(cited["event"]["event_id"], sides_key(first, second))
        yield {
            "EventID": f"{number}_{__version__}",
            **shared,
            **_side("Source", first, source),
            **_side("Target", second, target),
        }


def _shared(cited: Row) -> Row:
    day, spot = event_day(cited), spot_of(cited["event"]["where"])
    assert day is not None  # is_undated has been asked
    code = base_code(cited["mention"]["cameo"])
    reports = cited["reports"]
    return {
        "Date": int(f"{day:%Y%m%d}"),
        "Year": day.year,
        "Month": day.month,
        "Day": day.day,
        "EventCode": code,
        "RootCode": code[:2],
        "QuadClass": PENTA[int(code[:2])],
        "Goldstein": GOLDSTEIN.get(code[:3], load_ontology().goldstein(code)),
        "Lat": spot.lat if spot else None,
        "Lon": spot.lon if spot else None,
        "PlaceName": spot.city if spot else None,
        "StateName": spot.province if spot else None,
        "CountryName": spot.country if spot else None,
        "SentenceIDs": ";".join(_sentence(report) for report in reports),
        "URLs": ";".join(dict.fromkeys(report["url"] for report in reports if report["url"])),
        "Sources": ";".join(dict.fromkeys(report["site"] for report in reports if report["site"])),
    }


def _side(side: str, entity: Row, actor: CameoActor) -> Row:
    """Country or body, the first role that Phoenix counts as one, and all other codes as attributes."""
    body = BODIES.get(entity["code"] or "")
    place = body[3][0] if body else cameo_country(entity["code"], "phoenix")
    known = load_sectors()
    roles = [known[sector] for sector in sectors_of(entity) if sector in known]
    own = actor.types if not body else tuple(part for part in (*actor.types, actor.group) if part)
    role = next((codes.role for codes in roles if codes.role and codes.role in own), None)
    rest = [code for code in own if code not in (role, place)]
    return {
        f"{side}ActorFull": actor.code,
        f"{side}Entity": place or None,
        f"{side}Role": role,
        f"{side}Attribute": ";".join(rest) or None,
    }


def _sentence(report: Row) -> str:
    """Story and sentence: the sentence by paragraph and place in it, since nobody counts through a story."""
    return f"{report['story_id']}_{report['section']}.{report['paragraph']}.{report['sentence']}"


PHOENIX = Layout(
    "phoenix",
    COLUMNS,
    phoenix_rows,
    checks=(is_uncounted, is_undated, has_one_coded_side),
    unsaid=("status", "mode", "context", "attribution", "counts", "person", "office", "words", "disputed", "end"),
    header=False,
)
