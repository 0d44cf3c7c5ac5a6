"""POLECAT's weekly table: 40 columns by tab with a header, lists by "; ", "None" for what is missing.

One row an event: who act together stand in one cell. SANCTION is material conflict, as everywhere in Whowhom.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from whowhom.export.actors import full_name, sectors_of
from whowhom.export.cited import event_day, is_statement, is_uncounted, is_undated
from whowhom.export.layout import Column, Layout, Row, columns
from whowhom.export.places import COUNTRY, US_STATE, WORLD_STATE, spot_of
from whowhom.export.tables import load_countries

_SIDE = "{0} Name,{0} Country,{0} COW,Primary {0} Sector,{0} Sectors,{0} Title,{0} Name Raw,Wikipedia {0} ID"
COLUMNS = (
    *columns("Event ID,Event Date,Event Type,Event Mode"),
    Column("Intensity", "number"),
    *columns("Quad Code,Contexts"),
    *columns(_SIDE.format("Actor")),
    *columns(_SIDE.format("Recipient")),
    *columns("Placename,City,District,Province,Country"),
    *columns("Latitude,Longitude", "number"),
    Column("GeoNames ID", "whole"),
    *columns("Raw Placename,Feature Type,Source,Publication Date"),
    *columns("Story People,Story Organizations,Story Locations,Language,Version"),
)
QUADS = ("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")
# Contexts that the data set spells in another way than the manual.
SPELLINGS = {
    "pro_democracy": "pro-democracy",
    "pro_autocracy": "pro-autocracy",
    "natural_resource": "natural_resources",
}
LANGUAGES = {
    **{"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French"},
    **{"pt": "Portuguese", "ru": "Russian", "zh": "Chinese"},
}
_WIKIDATA = re.compile(r"Q\d+")


def polecat_rows(cited: Row) -> Iterator[Row]:
    """The event's one row."""
    event, mention, story = cited["event"], cited["mention"], cited["story"]
    yield {
        "Event ID": event["event_id"],
        "Event Date": str(event_day(cited)),
        "Event Type": event["event"],
        "Event Mode": _joined(event["mode"]),
        "Intensity": mention["intensity"],
        "Quad Code": QUADS[mention["quad"] - 1],
        "Contexts": _joined(SPELLINGS.get(context, context) for context in event["context"]),
        **_side("Actor", event["actor"]),
        **_side("Recipient", event["recipient"]),
        **_place(event["where"]),
        "Source": story["site"],
        "Publication Date": (story["published"] or "")[:10] or None,
        "Language": LANGUAGES.get((story["language"] or "")[:2], story["language"]),
        "Version": mention["coder"],
    }


def _side(side: str, entities: list[Row]) -> Row:
    def each(value: Callable[[Row], str | None]) -> str | None:
        return _joined(found for entity in entities if (found := value(entity)))

    sectors = [sector for entity in entities for sector in sectors_of(entity)]
    countries = load_countries()
    return {
        f"{side} Name": each(full_name),
        f"{side} Country": each(lambda entity: entity["code"]),
        f"{side} COW": each(lambda entity: countries[entity["code"]].cow if entity["code"] in countries else None),
        f"Primary {side} Sector": sectors[0] if sectors else None,
        f"{side} Sectors": _joined(sectors),
        f"{side} Title": each(lambda entity: entity["office"]),
        f"{side} Name Raw": each(lambda entity: entity["text"]),
        f"Wikipedia {side} ID": each(_wikidata),
    }


def _place(where: Row | None) -> Row:
    spot = spot_of(where)
    if where is None or spot is None:
        return {}
    feature = {COUNTRY: "PCLI", US_STATE: "ADM1", WORLD_STATE: "ADM1"}.get(spot.kind, "PPL")
    return {
        "Placename": where["name"],
        "City": spot.city,
        "Province": spot.province,
        "Country": where["country"],
        "Latitude": spot.lat,
        "Longitude": spot.lon,
        "GeoNames ID": where["geonameid"],
        "Raw Placename": where["text"],
        "Feature Type": feature,
    }


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(values)) or None


def _wikidata(entity: Row) -> str | None:
    """The item's number where the knowledge base has one; its own ids say nothing to others."""
    found = _WIKIDATA.fullmatch(entity["identifier"] or "")
    return found.group() if found else None


POLECAT = Layout(
    "polecat",
    COLUMNS,
    polecat_rows,
    checks=(is_statement, is_uncounted, is_undated),
    unsaid=("status", "act", "attribution", "counts", "words", "disputed", "end"),
    missing="None",
)
