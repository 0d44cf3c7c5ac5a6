"""The gazetteer: countries, regions and the cities of 15,000 people and more, by name (GeoNames, CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log10
from typing import Any, Literal

from whowhom.places.names import is_spelling_of, plain_name
from whowhom.places.small import find_small
from whowhom.places.tables import Stops

Kind = Literal["country", "region", "city"]
Famous = tuple[str, str, str, str]
"""A plain name with the name, country and kind of the place that it means before all others."""

# Scores are on the scale of log10(population). A city of the story's countries beats one ten times larger elsewhere
# (Birmingham, Alabama, but not London, Ontario). A name of its own counts more than one in another language (Parma
# is not Perm, nor Bethlehem Belém); a variant spelling nearly as much (Odessa is Odesa before it is in Texas).
REGION_SCORE, OWN_NAME, SPELLING, FOREIGN, FAMOUS = 6.5, 1.5, 1.0, -0.5, 2.0
HOLDS_NAMESAKE = 3.0
NEAR, MAIN, SAME_SENTENCE, SAME_DIVISION = 1.0, 0.5, 0.5, 1.0
SHORTEST_FOREIGN = 5  # GeoNames' short names in other languages are mostly those of another place
SHORTEST_VARIANT = 6  # "Sarh" is listed as "Sarkh", "Lyon" as "Lion"
WORLD_CITY = 800_000  # people: known by its names in other languages where nothing else points to its country


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
class Near:
    """What a text speaks of beside a name: its countries, the main one, those of the sentence, and divisions."""

    countries: frozenset[str] = frozenset()
    main: frozenset[str] = frozenset()
    sentence: frozenset[str] = frozenset()
    divisions: frozenset[tuple[str, str]] = frozenset()

    def weigh(self, place: Place) -> float:
        """How much the text speaks for a place."""
        country = place.country or ""
        worth = NEAR * (country in self.countries) + MAIN * (country in self.main)
        worth += SAME_SENTENCE * (country in self.sentence)
        return worth + SAME_DIVISION * ((country, place.admin1 or "") in self.divisions)


NOWHERE = Near()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by plain name; cities are kept as rows and made into places when asked for."""

    alpha3: Mapping[str, str]
    countries: Mapping[str, Place]
    capitals: Mapping[str, str]  # by the country's code
    neighbours: Mapping[str, frozenset[str]]
    named: Mapping[str, tuple[Place, ...]]
    further: Mapping[str, tuple[Place, ...]]  # divisions that GeoNames names and news rarely does
    capitals_only: frozenset[str]
    cities: Sequence[tuple[Any, ...]]
    city_names: Mapping[str, int | tuple[int, ...]]
    divisions: Mapping[tuple[str, str], str]
    states: Mapping[str, Place]
    counties: Mapping[str, tuple[Place, ...]]  # of the USA, without "County"
    famous: frozenset[Famous]
    shorthands: Mapping[str, tuple[tuple[Place, str], ...]]  # "the North", with the country that the story must name
    stops: Stops

    @property
    def region_names(self) -> Sequence[str]:
        """The plain names of all regions, for a look among near spellings."""
        return [plain for table in (self.named, self.further) for plain, places in table.items() if places[-1].admin1]

    def small(self, name: str) -> list[Place]:
        """Every place of that very name, down to 500 people."""
        return [self._small(facts) for facts in find_small(name)]

    def _small(self, facts: Mapping[str, Any]) -> Place:
        country = self.alpha3.get(facts["countrycode"])
        admin1 = self.divisions.get((country or "", facts["admin1code"]))
        spot = facts["latitude"], facts["longitude"]
        return Place(facts["name"], country, admin1, *spot, facts["geonameid"], facts["population"], "city")

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Every place of that name: countries and regions first, then cities."""
        plain = plain_name(name)
        named = self.named.get(plain, ())
        if plain in self.capitals_only and not name.isupper():
            named = ()
        rows = self.city_names.get(plain, ())
        further = (place for place in self.further.get(plain, ()) if place not in named)
        return (*named, *further, *(self.city(row) for row in ((rows,) if isinstance(rows, int) else rows)))

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
        near = Near(frozenset(countries))
        first, _, rest = name.partition(",")
        outer = self.choose(self.outer_candidates(rest), rest, near)
        if outer is None:
            return self.choose(self.candidates(first), first, near)
        inside = [place for place in self.candidates(first) if is_inside(place, outer)]
        return self.choose(inside, first, near) or outer

    def choose(self, places: Iterable[Place], name: str, near: Near = NOWHERE) -> Place | None:
        """The likeliest of the places that a name can mean."""
        places = list(places)
        if country := next((place for place in places if place.kind == "country"), None):
            region = next((p for p in places if p.kind == "region" and p.country in near.countries), None)
            return country if region is None or self._is_about(country, near.countries) else region
        plain = plain_name(name)
        scored = [(self._score(place, plain, near), -(place.geonameid or 0), place) for place in places]
        best = max(scored, key=lambda entry: entry[:2], default=None)
        return best[2] if best and best[0] > 0 else None

    def _is_about(self, country: Place, countries: Collection[str]) -> bool:
        """Whether the story speaks of a country or of one of its neighbours."""
        code = country.country or ""
        return code in countries or not self.neighbours.get(code, frozenset()).isdisjoint(countries)

    def _score(self, place: Place, plain: str, near: Near) -> float:
        """How likely a region or a city is meant by a name; 0 when it is not."""
        score = near.weigh(place) + FAMOUS * ((plain, place.name, place.country or "", place.kind) in self.famous)
        size = log10(max(place.population, 1))
        if plain in self.stops.division and place.country not in near.countries:
            return 0
        if place.kind == "region":
            size = max(size + OWN_NAME, REGION_SCORE) if place in self.named.get(plain, ()) else max(size, 3.5) + 1
            return score + size - HOLDS_NAMESAKE * self._has_namesake(place, plain)
        own = plain_name(place.name)
        if own == plain:
            return score + size + OWN_NAME
        is_known = place.country in near.countries or place.population >= WORLD_CITY or score >= FAMOUS
        if is_spelling_of(plain, own):
            return score + size + SPELLING if is_known or len(plain) >= SHORTEST_VARIANT else 0
        return score + size + FOREIGN if is_known and (len(plain) >= SHORTEST_FOREIGN or size > 6) else 0

    def _has_namesake(self, region: Place, plain: str) -> bool:
        """Whether a city of the region bears its name: "Idlib" alone is the city."""
        rows = self.city_names.get(plain, ())
        cities = (self.city(row) for row in ((rows,) if isinstance(rows, int) else rows))
        return any(
            is_inside(city, region)
            and (
                is_spelling_of(plain, plain_name(city.name))
                or (plain, city.name, city.country or "", city.kind) in self.famous
            )
            for city in cities
        )


def is_inside(place: Place, outer: Place) -> bool:
    """Whether a place lies in a country or a region."""
    if place.kind == "country" or place.country != outer.country:
        return False
    return outer.kind == "country" or place.admin1 == outer.name
