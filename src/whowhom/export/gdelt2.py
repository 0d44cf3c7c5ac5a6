"""GDELT 2.0's table of events: 61 columns by tab without a header (codebook V2.0 of 2015-02-19).

One row a pair of actors. Goldstein values are those of GDELT's own lookup; CAMEO 16 is quad 4, as GDELT has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from whowhom.export.actors import CameoActor, cameo_actor
from whowhom.export.cited import (
    added,
    base_code,
    event_day,
    has_no_code,
    is_uncounted,
    is_undated,
    pairs,
    sides_key,
    stable_number,
)
from whowhom.export.layout import Column, Kind, Layout, Row, columns
from whowhom.export.places import COUNTRY, US_STATE, Spot, spot_of
from whowhom.ontology import load_ontology

_ACTOR = (
    "Code,Name,CountryCode,KnownGroupCode,EthnicCode,Religion1Code,Religion2Code,Type1Code,Type2Code,Type3Code"
).split(",")
_GEO: tuple[tuple[str, Kind], ...] = (
    *(("Type", "whole"), ("Fullname", "text"), ("CountryCode", "text"), ("ADM1Code", "text"), ("ADM2Code", "text")),
    *(("Lat", "number"), ("Long", "number"), ("FeatureID", "text")),
)
# The kind that the data set gives a place it does not know.
NOWHERE = 0
COLUMNS = (
    *columns("GLOBALEVENTID,SQLDATE,MonthYear,Year", "whole"),
    Column("FractionDate", "number"),
    *(Column(f"Actor{number}{part}") for number in (1, 2) for part in _ACTOR),
    Column("IsRootEvent", "whole"),
    *columns("EventCode,EventBaseCode,EventRootCode"),
    Column("QuadClass", "whole"),
    Column("GoldsteinScale", "number"),
    *columns("NumMentions,NumSources,NumArticles", "whole"),
    Column("AvgTone", "number"),
    *(Column(f"{side}Geo_{part}", kind) for side in ("Actor1", "Actor2", "Action") for part, kind in _GEO),
    Column("DATEADDED", "whole"),
    Column("SOURCEURL"),
)


def gdelt_rows(cited: Row) -> Iterator[Row]:
    """The event's rows: one for each pair in which somebody has a code, each pair of codes once."""
    shared, seen = _shared(cited), set()
    for first, second in pairs(cited):
        one, two = cameo_actor(first, "gdelt"), cameo_actor(second, "gdelt")
        if not (one.code or two.code) or (one, two) in seen:
            continue
        seen.add((one, two))
        number = stable_number(cited["event"]["event_id"], sides_key(first, second))
        yield {"GLOBALEVENTID": number, **shared, **_actor(1, one), **_actor(2, two)}


def quad_class(root: str) -> int:
    """GDELT's quad class of a CAMEO root: 16, reduced relations, is material conflict."""
    number = int(root)
    return 1 if number <= 5 else 2 if number <= 8 else 3 if number <= 13 else 4


def fraction_date(year: int, month: int, day: int) -> float:
    """The date as GDELT's share of the year, in which a month has thirty days."""
    return round(year + ((month - 1) * 30 + day) / 365, 4)


def _shared(cited: Row) -> Row:
    event, mention, day = cited["event"], cited["mention"], event_day(cited)
    assert day is not None  # is_undated has been asked
    code = base_code(mention["cameo"])
    in_lead = mention["section"] in ("headline", "dek") or (mention["section"] == "body" and mention["paragraph"] == 0)
    return {
        "SQLDATE": int(f"{day:%Y%m%d}"),
        "MonthYear": int(f"{day:%Y%m}"),
        "Year": day.year,
        "FractionDate": fraction_date(day.year, day.month, day.day),
        "IsRootEvent": int(in_lead),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": quad_class(code[:2]),
        "GoldsteinScale": load_ontology().goldstein(code),
        "NumMentions": event["mentions"],
        "NumSources": event["sites"],
        "NumArticles": event["stories"],
        "Actor1Geo_Type": NOWHERE,
        "Actor2Geo_Type": NOWHERE,
        **_action_geo(spot_of(event["where"])),
        "DATEADDED": int(f"{added(cited) or datetime(day.year, day.month, day.day):%Y%m%d%H%M%S}"),
        "SOURCEURL": mention["url"] or cited["story"]["url"] or cited["story"]["site"],
    }


def _actor(number: int, actor: CameoActor) -> Row:
    types = dict(zip(("Type1Code", "Type2Code", "Type3Code"), actor.types, strict=False))
    parts = {
        "Code": actor.code,
        "Name": actor.name.upper() if actor.code else "",
        "CountryCode": actor.country,
        "KnownGroupCode": actor.group,
        "Religion1Code": actor.religion,
        **types,
    }
    return {f"Actor{number}{part}": value or None for part, value in parts.items()}


def _action_geo(spot: Spot | None) -> Row:
    """The place in FIPS codes. GDELT's feature ids of cities are of another gazetteer (GNS, GNIS) and stay empty."""
    if spot is None:
        return {"ActionGeo_Type": NOWHERE}
    division = f"{spot.fips}{spot.state}" if spot.state else spot.fips if spot.kind == COUNTRY else None
    return {
        "ActionGeo_Type": spot.kind,
        "ActionGeo_Fullname": spot.full_name,
        "ActionGeo_CountryCode": spot.fips,
        "ActionGeo_ADM1Code": division,
        "ActionGeo_Lat": spot.lat,
        "ActionGeo_Long": spot.lon,
        "ActionGeo_FeatureID": division if spot.kind in (COUNTRY, US_STATE) else None,
    }


GDELT2 = Layout(
    "gdelt2",
    COLUMNS,
    gdelt_rows,
    checks=(is_uncounted, is_undated, has_no_code),
    unsaid=("status", "mode", "context", "attribution", "counts", "office", "words", "disputed", "end"),
    header=False,
)
