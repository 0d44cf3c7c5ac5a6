"""The tables beside GeoNames: further names of countries, regions, and names that are mostly something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from whowhom.errors import LexiconError
from whowhom.places.names import plain_name


@dataclass(frozen=True, slots=True)
class CountryNames:
    """Names of one country; those in capitals count only in capitals."""

    country: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A region with a city inside it that says where it lies; ``line`` is its line in the table."""

    line: int
    names: tuple[str, ...]
    country: str | None
    is_division: bool
    seat: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """An area given by a point in its midst: a sea, an island, a continent."""

    names: tuple[str, ...]
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class Stops:
    """Plain names that need a sign that a place is meant, those that need a division's word, and those never meant."""

    unlabelled: frozenset[str]
    division: frozenset[str]
    never: frozenset[str]


def load_country_names() -> tuple[CountryNames, ...]:
    """The rows of countries.tsv."""
    return tuple(
        CountryNames(country, tuple(names.split(";")))
        for _, (country, names) in _rows("countries.tsv", "country names")
    )


def load_regions() -> tuple[Region, ...]:
    """The rows of regions.tsv."""
    regions = []
    for line, (names, country, kind, seat) in _rows("regions.tsv", "names country kind seat"):
        if kind not in ("admin1", "area"):
            raise LexiconError("regions.tsv", line, f"unknown kind: {kind!r}")
        if kind == "admin1" and not country:
            raise LexiconError("regions.tsv", line, "a division needs a country")
        regions.append(Region(line, tuple(names.split(";")), country or None, kind == "admin1", seat or None))
    return tuple(regions)


def load_divisions() -> dict[tuple[str, str], tuple[str, int]]:
    """The rows of admin1.tsv: name and GeoNames id by country and code."""
    rows = _rows("admin1.tsv", "country code name geonameid")
    return {(country, code): (name, int(geonameid)) for _, (country, code, name, geonameid) in rows}


def load_spots() -> tuple[Spot, ...]:
    """The rows of spots.tsv."""
    spots = []
    for line, (names, country, admin1, lat, lon, geonameid) in _rows(
        "spots.tsv", "names country admin1 lat lon geonameid"
    ):
        try:
            number = int(geonameid) if geonameid else None
            spots.append(Spot(tuple(names.split(";")), country or None, admin1 or None, float(lat), float(lon), number))
        except ValueError as error:
            raise LexiconError("spots.tsv", line, str(error)) from None
    return tuple(spots)


def load_shorthands() -> list[tuple[str, str, str, str]]:
    """The rows of shorthands.tsv: short form, name of the place, its country and the country that must be named."""
    rows = _rows("shorthands.tsv", "words place country needs")
    return [(words, place, country, needs) for _, (words, place, country, needs) in rows]


def load_state_names() -> dict[str, str]:
    """The postal code of a state of the USA by the plain name of a short form."""
    rows = _rows("us_states.tsv", "code names")
    return {plain_name(name): code for _, (code, names) in rows for name in names.split(";")}


def load_famous() -> frozenset[tuple[str, str, str]]:
    """The rows of famous.tsv: a plain name with the place's name and country that it means before all others."""
    rows = _rows("famous.tsv", "name place country")
    return frozenset((plain_name(name), city, country) for _, (name, city, country) in rows)


def load_stops() -> Stops:
    """The names of stops.tsv in plain form."""
    stops: dict[str, set[str]] = {"unlabelled": set(), "division": set(), "never": set()}
    for line, (rule, names) in _rows("stops.tsv", "rule names"):
        if rule not in stops:
            raise LexiconError("stops.tsv", line, f"unknown rule: {rule!r}")
        stops[rule].update(plain_name(name) for name in names.split(","))
    return Stops(*(frozenset(stops[rule]) for rule in ("unlabelled", "division", "never")))


def _rows(name: str, columns: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with their line numbers; raises when one has not the named columns."""
    text = files("whowhom.places").joinpath("data", name).read_text(encoding="utf-8")
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.rstrip("\n").split("\t")]
        if header is None:
            header = cells
            if header != columns.split():
                raise LexiconError(name, number, f"columns are {header}")
        elif len(cells) != len(header):
            raise LexiconError(name, number, f"{len(cells)} cells, expected {len(header)}")
        else:
            yield number, cells
