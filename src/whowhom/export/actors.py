"""Entities in CAMEO's actor codes: country or body, known group, and types of three letters each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whowhom.export.layout import Row
from whowhom.export.tables import load_countries, load_groups, load_sectors

# What stands in place of a country, in CAMEO: the whole code, region, known group, types, religion.
BODIES: dict[str, tuple[str, str, str, tuple[str, ...], str]] = {
    "UNO": ("IGOUNO", "", "UNO", ("IGO",), ""),
    "EUR": ("IGOEUREEC", "EUR", "EEC", ("IGO",), ""),
    "IGO": ("IGO", "", "", ("IGO",), ""),
    "NGO": ("NGO", "", "", ("NGO",), ""),
    "ISM": ("IMGMOS", "", "", ("IMG",), "MOS"),
    "IMG": ("IMG", "", "", ("IMG",), ""),
    "MNC": ("MNC", "", "", ("MNC",), ""),
}
# In a body these say what the body's own code says already.
_OF_ITSELF = {"UNO": {"GOV"}, "EUR": {"GOV"}, "IGO": {"GOV"}, "NGO": {"CVL"}, "IMG": {"REB"}, "ISM": {"REB"}}
_OF_ITSELF["MNC"] = {"BUS"}
MOST_TYPES = 3
Dialect = Literal["gdelt", "phoenix"]


@dataclass(frozen=True, slots=True)
class CameoActor:
    """An actor in CAMEO: the whole code and its parts, empty where there is none."""

    code: str = ""
    name: str = ""
    country: str = ""
    group: str = ""
    religion: str = ""
    types: tuple[str, ...] = ()


def cameo_actor(entity: Row | None, dialect: Dialect) -> CameoActor:
    """The entity in CAMEO codes; nobody where neither its country nor its sector is known."""
    if entity is None:
        return CameoActor()
    name = entity["person"] or entity["name"] or entity["text"]
    if group := load_groups().get(entity["name"] or ""):
        return CameoActor(group.code, name, group.country, group.group, "", group.types)
    roles = _roles(entity)
    if body := BODIES.get(entity["code"] or ""):
        code, region, known, types, religion = body
        roles = tuple(role for role in roles if role not in _OF_ITSELF[entity["code"]])
        return CameoActor(code + "".join(roles), name, region, known, religion, (*types, *roles)[:MOST_TYPES])
    country = cameo_country(entity["code"], dialect)
    code = country + "".join(roles[:MOST_TYPES])
    return CameoActor(code, name, country, "", "", roles[:MOST_TYPES]) if code else CameoActor()


def cameo_country(code: str | None, dialect: Dialect) -> str:
    """The CAMEO code of a country, empty when there is none."""
    known = load_countries().get(code or "")
    if known is None:
        return code or ""
    return known.gdelt if dialect == "gdelt" else known.phoenix


def sectors_of(entity: Row) -> list[str]:
    """All PLOVER sectors of an entity, its own first, each once."""
    return [sector for sector in dict.fromkeys([entity["sector"], *entity["other_sectors"]]) if sector]


def country_name(code: str | None) -> str | None:
    """The usual English name of a country; None for a body."""
    known = load_countries().get(code or "")
    return known.name if known else None


def full_name(entity: Row) -> str:
    """Whom an entity stands for in a column of names: the person, else the name, else the text's own words."""
    return str(entity["person"] or entity["name"] or entity["text"])


def _roles(entity: Row) -> tuple[str, ...]:
    known = load_sectors()
    found = (known[sector].cameo for sector in sectors_of(entity) if sector in known)
    return tuple(dict.fromkeys(role for role in found if role))
