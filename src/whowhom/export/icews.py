"""ICEWS coded events: 20 columns by tab with a header (the layout of the yearly files, doi:10.7910/DVN/28075).

One row a pair of two sides. Intensity is the Goldstein value of GDELT's lookup; Event Text is the printed CAMEO name.
"""

from __future__ import annotations

from collections.abc import Iterator

from whowhom.export.actors import full_name, sectors_of
from whowhom.export.cited import (
    base_code,
    event_day,
    has_one_side,
    is_uncounted,
    is_undated,
    pairs,
    sides_key,
    stable_number,
)
from whowhom.export.layout import Column, Layout, Row, columns
from whowhom.export.places import spot_of
from whowhom.export.tables import load_countries, load_labels, load_sectors
from whowhom.ontology import load_ontology

COLUMNS = (
    Column("Event ID", "whole"),
    *columns("Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code"),
    Column("Intensity", "number"),
    *columns("Target Name,Target Sectors,Target Country"),
    *columns("Story ID,Sentence Number", "whole"),
    *columns("Publisher,City,District,Province,Country"),
    *columns("Latitude,Longitude", "number"),
)

# What stands in place of a country is a sector in ICEWS, and says more than the government's or the society's.
BODIES = {
    **dict.fromkeys(("UNO", "EUR", "IGO"), "International Government Organization"),
    "NGO": "Nongovernmental Organization (International)",
    "MNC": "Multinational Corporation",
    "ISM": "International Dissident",
    "IMG": "International Dissident",
}


def icews_rows(cited: Row) -> Iterator[Row]:
    """The event's rows: one for each pair of two sides."""
    shared, seen = _shared(cited), set()
    for source, target in pairs(cited):
        if source is None or target is None or (key := sides_key(source, target)) in seen:
            continue
        seen.add(key)
        number = stable_number(cited["event"]["event_id"], key)
        yield {"Event ID": number, **shared, **_side("Source", source), **_side("Target", target)}


def _shared(cited: Row) -> Row:
    event, mention, story = cited["event"], cited["mention"], cited["story"]
    code = base_code(mention["cameo"])
    spot = spot_of(event["where"])
    return {
        "Event Date": str(event_day(cited)),
        "Event Text": load_labels()[load_ontology().nearest(code).code],
        "CAMEO Code": code,
        "Intensity": load_ontology().goldstein(code),
        "Story ID": stable_number(story["story_id"]),
        # ICEWS counts sentences over the whole story, a mention within its paragraph: left empty.
        "Publisher": story["site"],
        "City": spot.city if spot else None,
        "Province": spot.province if spot else None,
        "Country": icews_country(event["where"]["country"]) if spot else None,
        "Latitude": spot.lat if spot else None,
        "Longitude": spot.lon if spot else None,
    }


def _side(side: str, entity: Row) -> Row:
    body, known = BODIES.get(entity["code"] or ""), load_sectors()
    sectors = [sector for sector in sectors_of(entity) if sector in known and not (body and sector in ("GOV", "SOC"))]
    words = [body, *(known[sector].icews for sector in sectors)]
    return {
        f"{side} Name": full_name(entity),
        f"{side} Sectors": ",".join(dict.fromkeys(word for word in words if word)) or None,
        f"{side} Country": icews_country(entity["code"]),
    }


def icews_country(code: str | None) -> str | None:
    """A country by the name that ICEWS has for it; None for a body."""
    known = load_countries().get(code or "")
    return known.icews if known else None


ICEWS = Layout(
    "icews",
    COLUMNS,
    icews_rows,
    checks=(is_uncounted, is_undated, has_one_side),
    unsaid=("status", "mode", "context", "attribution", "counts", "office", "words", "disputed", "end"),
)
