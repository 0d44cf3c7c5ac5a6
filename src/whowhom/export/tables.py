"""The tables of other projects' codes under ``export/data``, each read once and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from whowhom.ontology.rows import Row, keyed, parse_rows


@dataclass(frozen=True, slots=True)
class Country:
    """A country in other projects' codes; empty where they have none."""

    code: str
    name: str
    gdelt: str
    phoenix: str
    icews: str
    fips: str
    cow: str
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """An organisation that CAMEO has a code for."""

    code: str
    country: str
    group: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectorCodes:
    """A PLOVER sector in CAMEO, as a role of Phoenix and in ICEWS's words; empty where they cannot say it."""

    cameo: str
    role: str
    icews: str


@cache
def load_countries() -> dict[str, Country]:
    """Countries by ISO code; where a format has no code of its own it takes the ISO one."""
    found = {}
    for row in _rows("countries.tsv", "code name gdelt phoenix icews fips cow geonameid", "code"):
        code, name, number = row["code"], row["name"], row["geonameid"]
        gdelt, phoenix, icews = row["gdelt"] or code, row["phoenix"] or code, row["icews"] or name
        geonameid = int(number) if number else None
        found[code] = Country(code, name, gdelt, phoenix, icews, row["fips"], row["cow"], geonameid)
    return found


@cache
def load_groups() -> dict[str, Group]:
    """Organisations by the name that the knowledge base has for them."""
    rows = _rows("groups.tsv", "name code country group types", "name")
    return {row["name"]: Group(row["code"], row["country"], row["group"], row.many("types")) for row in rows}


@cache
def load_sectors() -> dict[str, SectorCodes]:
    """Sectors by PLOVER code."""
    rows = _rows("sectors.tsv", "code cameo role icews", "code")
    return {row["code"]: SectorCodes(row["cameo"], row["role"], row["icews"]) for row in rows}


@cache
def load_labels() -> dict[str, str]:
    """The printed names of CAMEO codes."""
    return {row["code"]: row["label"] for row in _rows("cameo_labels.tsv", "code label", "code")}


@cache
def load_us_states() -> dict[str, str]:
    """The postal codes of the states of the USA by name."""
    return {row["name"]: row["code"] for row in _rows("us_states.tsv", "code name", "code")}


def _rows(name: str, header: str, key: str) -> Iterator[Row]:
    text = files("whowhom.export").joinpath("data", name).read_text(encoding="utf-8")
    return keyed(parse_rows(name, text, header.split()), key)
