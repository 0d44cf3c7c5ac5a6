"""Where it took place, as other projects write it."""

from __future__ import annotations

from dataclasses import dataclass

from whowhom.export.layout import Row
from whowhom.export.tables import load_countries, load_us_states

# GDELT's kinds of places.
COUNTRY, US_STATE, US_CITY, WORLD_CITY, WORLD_STATE = 1, 2, 3, 4, 5


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in parts; ``kind`` is GDELT's, 1 a country to 5 a state or province."""

    kind: int
    city: str | None
    province: str | None
    country: str
    fips: str
    state: str | None
    lat: float | None
    lon: float | None

    @property
    def full_name(self) -> str:
        """ "Houston, Texas, United States": the parts from small to large."""
        return ", ".join(part for part in (self.city, self.province, self.country) if part)


def spot_of(where: Row | None) -> Spot | None:
    """The place in parts; None where no country is known."""
    country = load_countries().get((where or {}).get("country") or "")
    if where is None or country is None:
        return None
    name, province = where["name"] or where["text"], where["admin1"]
    is_american = country.code == "USA"
    if where["geonameid"] == country.geonameid and province is None:
        kind, city = COUNTRY, None
    elif name == province:
        kind, city = (US_STATE if is_american else WORLD_STATE), None
    else:
        kind, city = (US_CITY if is_american else WORLD_CITY), name
    state = load_us_states().get(province or "") if is_american else None
    return Spot(kind, city, province, country.name, country.fips, state, where["lat"], where["lon"])
