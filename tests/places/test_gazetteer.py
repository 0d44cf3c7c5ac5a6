"""Names become places: by what stands beside them, by the story's countries, else by size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.places import load_gazetteer
from whowhom.places.gazetteer import is_inside

gazetteer = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "place", "country"),
    [
        ("Kyiv", "Kyiv", "UKR"),
        ("Kiev", "Kyiv", "UKR"),
        ("Aleppo", "Aleppo", "SYR"),
        ("Halab", "Aleppo", "SYR"),
        ("Astana", "Astana", "KAZ"),
        ("Nur-Sultan", "Astana", "KAZ"),
        ("Geneva", "Geneva", "CHE"),
        ("Genève", "Geneva", "CHE"),
        ("Tehran", "Tehran", "IRN"),
        ("Teheran", "Tehran", "IRN"),
        ("Saigon", "Ho Chi Minh City", "VNM"),
        ("Peking", "Beijing", "CHN"),
        ("Bombay", "Mumbai", "IND"),
        ("Odessa", "Odesa", "UKR"),
        ("Deir ez - Zor", "Deir ez-Zor", "SYR"),
        ("St. Petersburg", "Saint Petersburg", "RUS"),
        ("SANAA", "Sanaa", "YEM"),
        ("Sana'a", "Sanaa", "YEM"),
        ("Bethlehem", "Bethlehem", "PSE"),
        ("Parma", "Parma", "ITA"),
        ("New Delhi", "New Delhi", "IND"),
        ("Rio", "Rio de Janeiro", "BRA"),
        ("Hodeidah", "Al Ḩudaydah", "YEM"),
        ("Idlib", "Idlib", "SYR"),
        ("Islamabad", "Islamabad", "PAK"),
        ("Astana, Kazakhstan", "Astana", "KAZ"),
        ("Paris, Texas", "Paris", "USA"),
        ("Paris, Tex.", "Paris", "USA"),
        ("Washington, D.C.", "Washington", "USA"),
        ("London, Ontario", "London", "CAN"),
        ("Tripoli, Lebanon", "Tripoli", "LBN"),
        ("Nowheresville, Kansas", "Kansas", "USA"),
    ],
)
def test_lookup(name: str, place: str, country: str) -> None:
    found = gazetteer.lookup(name)
    assert found is not None
    assert (found.name, found.country) == (place, country)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syria", "SYR"),
        ("the United States", None),
        ("United States", "USA"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("us", None),
        ("UK", "GBR"),
        ("Ivory Coast", "CIV"),
        ("Burma", "MMR"),
        ("Kosovo", "KOS"),
        ("North Korea", "PRK"),
        ("DR Congo", "COD"),
        ("Türkiye", "TUR"),
        ("Luxembourg", "LUX"),
        ("Mexico", "MEX"),
        ("Jordan", "JOR"),
        ("Lebanon", "LBN"),
    ],
)
def test_countries(name: str, code: str | None) -> None:
    found = gazetteer.lookup(name, countries=["USA"])
    assert (found and (found.country, found.kind)) == (code and (code, "country"))


def test_a_country_has_its_capitals_coordinates_and_its_own_id() -> None:
    syria, damascus = gazetteer.lookup("Syria"), gazetteer.lookup("Damascus")
    assert syria is not None
    assert damascus is not None
    assert (syria.lat, syria.lon) == (damascus.lat, damascus.lon)
    assert syria.geonameid == 163843


@pytest.mark.parametrize(
    ("name", "countries", "country", "kind"),
    [
        ("Georgia", [], "GEO", "country"),
        ("Georgia", ["USA"], "USA", "region"),
        ("Georgia", ["USA", "RUS"], "GEO", "country"),
        ("Tripoli", [], "LBY", "city"),
        ("Tripoli", ["LBN"], "LBN", "city"),
        ("Birmingham", ["USA"], "USA", "city"),
        ("London", ["CAN"], "GBR", "city"),
        ("Hyderabad", ["PAK"], "PAK", "city"),
        ("Aleppo", ["SYR"], "SYR", "city"),
        ("Helmand", [], "AFG", "region"),
        ("Gaza Strip", [], "PSE", "region"),
        ("Washington", ["USA"], "USA", "city"),
        ("Florida", [], "USA", "region"),
        ("South China Sea", ["CHN"], None, "region"),
    ],
)
def test_the_storys_countries_count(name: str, countries: list[str], country: str | None, kind: str) -> None:
    found = gazetteer.lookup(name, countries=countries)
    assert found is not None
    assert (found.country, found.kind) == (country, kind)


@pytest.mark.parametrize("name", ["", ",", "Nowheresville", "Xyzzy, Qwerty", "the", "123"])
def test_unknown_is_none(name: str) -> None:
    assert gazetteer.lookup(name) is None


def test_cities_carry_the_name_of_their_division() -> None:
    admin1 = {name: place.admin1 for name in ("Mosul", "Houston", "Kharkiv") if (place := gazetteer.lookup(name))}
    assert admin1 == {"Mosul": "Nineveh", "Houston": "Texas", "Kharkiv": "Kharkiv"}


def test_every_region_lies_in_a_known_country() -> None:
    for places in gazetteer.named.values():
        for place in places:
            assert place.country is None or place.country in gazetteer.countries


def test_every_famous_name_is_found_first() -> None:
    for plain, name, country, kind in gazetteer.famous:
        found = gazetteer.lookup(plain)
        assert found is not None
        assert (found.name, found.country, found.kind) == (name, country, kind)


def test_no_two_divisions_share_a_code() -> None:
    regions = {p for places in gazetteer.named.values() for p in places if p.kind == "region" and p.geonameid}
    assert {p.admin1 for p in regions if p.admin1} <= set(gazetteer.divisions.values())


def test_every_city_of_a_country_with_divisions_lies_in_one() -> None:
    rows = [row for row, city in enumerate(gazetteer.cities) if city[6] >= 100_000]
    without = [place.name for row in rows if (place := gazetteer.city(row)).admin1 is None]
    assert len(without) < 0.02 * len(rows)


@given(name=st.text(max_size=30), countries=st.lists(st.sampled_from(["USA", "SYR", "RUS"]), max_size=2))
def test_any_text_is_answered(name: str, countries: list[str]) -> None:
    found = gazetteer.lookup(name, countries=countries)
    assert found is None or found.kind in ("country", "region", "city")


def test_is_inside() -> None:
    paris, texas, usa = (gazetteer.lookup(name) for name in ("Paris, Texas", "Texas", "USA"))
    assert paris is not None
    assert texas is not None
    assert usa is not None
    assert is_inside(paris, texas)
    assert is_inside(paris, usa)
    assert is_inside(texas, usa)
    assert not is_inside(usa, texas)
