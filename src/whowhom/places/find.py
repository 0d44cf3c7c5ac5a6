"""Finds the names of places among the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from whowhom.places.gazetteer import SHORTEST_VARIANT, WORLD_CITY, Gazetteer, Place, is_inside
from whowhom.places.names import is_spelling_of, plain_name

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# After these a place is named, even where the label says a person or a firm.
FIRM_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "inside", "across", "within", "around", "throughout"})
PLACE_PREPOSITIONS = FIRM_PREPOSITIONS | {
    "from", "to", "into", "toward", "towards", "on", "off", "over", "along", "via", "through", "beyond", "between",
    "above", "below", "opposite",
}  # fmt: skip
REGION_WORDS = frozenset({
    "province", "region", "governorate", "oblast", "state", "district", "county", "prefecture", "territory", "republic",
    "emirate", "department", "canton", "division", "parish",
})  # fmt: skip
REGIONS_WORDS = frozenset({
    "provinces", "regions", "governorates", "oblasts", "states", "districts", "counties", "prefectures", "territories",
    "departments", "cantons", "divisions",
})  # fmt: skip
# Words with a capital that may stand before a name and are no part of it.
BEFORE_NAMES = frozenset({
    "the", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upper", "lower",
    "greater", "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
    "southwestern", "uptown", "downtown", "midtown", "inner", "coastal", "rural", "occupied", "mainland", "metro",
    "old",
})  # fmt: skip
# "the island of Lampedusa", "the capital Kabul": a place is named whatever the label says.
PLACE_NOUNS = frozenset({
    "city", "town", "village", "island", "islands", "port", "province", "district", "region", "capital", "peninsula",
    "suburb", "camp", "enclave", "outskirts", "neighborhood", "neighbourhood", "state", "department", "governorate",
    "municipality", "county", "streets", "area", "coast", "desert",
})  # fmt: skip
JOINTS = frozenset({",", "and", "or", "&", "as", "well"})
LONGEST = 7  # tokens in the longest name looked for; spaCy gives hyphens tokens of their own
LONGEST_LIST = 20  # tokens of "Sorsogon, Albay, …, Aurora and Quezon provinces"
KNOWN_CITY = 100_000  # people: a word that nothing marks as a place is one only from this size on


@dataclass(frozen=True, slots=True)
class Found:
    """A name among the words: tokens ``start`` to ``end`` (exclusive) with all the places it may mean.

    The span takes in what settles the place: ", Kazakhstan" or "province". ``name`` is the name alone.
    """

    start: int
    end: int
    name: str
    places: tuple[Place, ...]


def find_places(gazetteer: Gazetteer, words: Sequence[str], labels: Sequence[str] = ()) -> list[Found]:
    """The place names of a sentence, in order, never overlapping; ``labels`` are the words' entity labels, or empty."""
    finder = _Finder(gazetteer, words, labels or [""] * len(words))
    found: list[Found] = []
    at = 0
    while at < len(words):
        hit = finder.place_at(at, found[-1].end if found else -1) if words[at][:1].isupper() else None
        if hit:
            found.append(hit)
        at = hit.end if hit else at + 1
    return found


def find_unknown(words: Sequence[str], labels: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Names after "in" and the like that carry a place label and are not among those found, without any place."""
    taken = {i for hit in found for i in range(hit.start, hit.end)}
    unknown: list[Found] = []
    i = 1
    while i < len(words):
        end = i
        while end < len(words) and labels[end] in {"GPE", "LOC"} and words[end][:1].isupper() and end not in taken:
            end += 1
        if end > i and words[i - 1].casefold() in FIRM_PREPOSITIONS:
            unknown.append(Found(i, end, " ".join(words[i:end]), ()))
        i = max(end, i + 1)
    return unknown


def find_introduced(words: Sequence[str], labels: Sequence[str], found: Sequence[Found]) -> list[Found]:
    """Single words that "the district of" and the like announce as places and that are not among those found."""
    taken = {i for hit in found for i in range(hit.start, hit.end)}
    return [
        Found(i, i + 1, words[i], ())
        for i in range(2, len(words))
        if words[i][:1].isupper()
        and i not in taken
        and labels[i] not in {"ORG", "PERSON"}
        and words[i - 1].casefold() == "of"
        and words[i - 2].casefold() in PLACE_NOUNS
        and not (i + 1 < len(words) and words[i + 1][:1].isupper())
    ]


@dataclass(frozen=True, slots=True)
class _Finder:
    gazetteer: Gazetteer
    words: Sequence[str]
    labels: Sequence[str]

    def place_at(self, start: int, previous: int) -> Found | None:
        """The longest name that begins with this capital and is a place; ``previous`` is where the last one ended."""
        names = self._names_at(start)
        for found in names:
            settled = self._with_region_word(found) or self._with_outer(found)
            if settled:
                return settled
            if self._is_place(found, previous):
                return found
        if misspelt := self._misspelt_region(start):
            return misspelt
        return self._unknown_inside(start, names)

    def _names_at(self, start: int) -> list[Found]:
        """Every name that begins here, the longest first."""
        names = []
        for end in range(start + 1, min(start + LONGEST, len(self.words)) + 1):
            last = self.words[end - 1]
            if last in {",", ";", ":", "(", ")", '"'}:
                break
            if not last[:1].isupper():  # "Rio de Janeiro": small words stand only inside a name
                continue
            name = " ".join(self.words[start:end])
            if plain_name(name) in self.gazetteer.stops.never:
                continue
            if places := self.gazetteer.candidates(name):
                names.append(Found(start, end, name, places))
        return names[::-1]

    def _with_region_word(self, found: Found) -> Found | None:
        """The name as a region when "province" or the like comes next, or "provinces" after or before the list."""
        regions = tuple(place for place in found.places if place.kind == "region")
        if self._word(found.end) == "county":
            regions = self.gazetteer.counties.get(plain_name(found.name), ()) or regions
        if not regions or self._names_a_body(found.end):
            return None
        if self._word(found.end) in REGION_WORDS:
            return replace(found, end=found.end + 1, places=regions)
        if self._is_listed_before(found.end) or self._is_listed_after(found.start):
            return replace(found, places=regions)
        return None

    def _names_a_body(self, at: int) -> bool:
        """Whether the word is that of a body: "Michigan Department of Health", "Washington State University"."""
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        return at < len(self.words) and self.words[at][:1].isupper() and (after == "of" or after[:1].isupper())

    def _misspelt_region(self, start: int) -> Found | None:
        """A region whose name is spelt in another way, before a region word: "Ninevah province"."""
        word = self.words[start]
        if len(word) < 5 or self._word(start + 1) not in REGION_WORDS - {"state", "division"}:
            return None
        plain = plain_name(word)
        if self._names_a_body(start + 1) or self.gazetteer.candidates(word):
            return None
        for name in get_close_matches(plain, self.gazetteer.region_names, n=1, cutoff=0.85):
            regions = tuple(place for place in self.gazetteer.candidates(name) if place.kind == "region")
            return Found(start, start + 2, name, regions)
        return None

    def _is_listed_before(self, at: int) -> bool:
        """Whether "provinces" ends the list of names that goes on here: "Aurora and Quezon provinces"."""
        for i in range(at, min(at + LONGEST_LIST, len(self.words))):
            if self._word(i) in REGIONS_WORDS:
                return True
            if not (self._word(i) in JOINTS or self.words[i][:1].isupper()):
                return False
        return False

    def _is_listed_after(self, at: int) -> bool:
        """Whether the list of names that leads up to here begins with "provinces of" or "the province of"."""
        i = at - 1
        while i > 0 and at - i < LONGEST_LIST and (self._word(i) in JOINTS or self.words[i][:1].isupper()):
            i -= 1
        return i > 0 and self._word(i) == "of" and self._word(i - 1) in REGION_WORDS | REGIONS_WORDS - {"state"}

    def _with_outer(self, found: Found) -> Found | None:
        """The name inside the country or region that follows a comma: "Paris, Texas"."""
        for end, outers in self._outers_at(found.end):
            inside = tuple(place for place in found.places if any(is_inside(place, outer) for outer in outers))
            if inside:
                return replace(found, end=end, places=inside)
        return None

    def _outers_at(self, comma: int) -> list[tuple[int, tuple[Place, ...]]]:
        """The countries and regions that the words after a comma can name, each with its end, the longest first."""
        if comma + 1 >= len(self.words) or self.words[comma] != ",":
            return []
        outers = []
        for end in range(comma + 2, min(comma + 1 + LONGEST, len(self.words)) + 1):
            if not self.words[end - 1][:1].isupper():
                continue
            if places := self.gazetteer.outer_candidates(" ".join(self.words[comma + 1 : end])):
                outers.append((end, places))
        return outers[::-1]

    def _unknown_inside(self, start: int, names: Sequence[Found]) -> Found | None:
        """A place that the gazetteer does not hold, by the region after its comma: "Sarkh, Logar" is in Logar."""
        end = start
        while end < len(self.words) and end - start < 3 and self.words[end][:1].isupper() and self.words[end].isalpha():
            end += 1
        if end == start or (start > 0 and self.words[start - 1][:1].isupper()):
            return None
        is_marked = self.labels[start] in PLACE_LABELS or self._word(start - 1) in FIRM_PREPOSITIONS | {"of"}
        if not is_marked or any(found.places[0].kind != "city" for found in names):
            return None
        for last, outers in self._outers_at(end):
            regions = tuple(place for place in outers if place.kind == "region" and place.admin1)
            if regions and self._word(last) not in REGIONS_WORDS | {"and", "or"}:
                return Found(start, last, " ".join(self.words[end + 1 : last]), regions)
        return None

    def _is_place(self, found: Found, previous: int) -> bool:
        """Whether labels and neighbours allow a place here."""
        label, plain = self.labels[found.start], plain_name(found.name)
        is_area = found.places[0].kind != "city" and plain in self.gazetteer.named
        is_common = plain in self.gazetteer.stops.unlabelled
        if self._is_part_of_name(found) or plain in self.gazetteer.stops.division:
            return False
        if label in PLACE_LABELS:
            return not self._goes_on(found) or (is_area and not is_common)
        if self._goes_on(found) or is_common:
            return False
        is_firm = self._is_announced(found.start) or self._is_next(found, previous)
        if label == "PERSON" and not is_firm:
            # States of the USA are given names too (Virginia, Georgia).
            is_area = is_area and found.places[0] not in self.gazetteer.states.values()
            return is_area or (" " in plain and self._is_known_city(found))
        return is_area or self._is_known_city(found, is_firm=is_firm)

    def _is_announced(self, at: int) -> bool:
        """Whether the words before say that a place comes: "in", "the island of", "the capital"."""
        before = self._word(at - 1)
        if before in FIRM_PREPOSITIONS or before in {"capital", "city", "island"}:
            return True
        return before == "of" and self._word(at - 2) in PLACE_NOUNS

    def _is_next(self, found: Found, previous: int) -> bool:
        """Whether the name goes on a list of places or stands in brackets behind one: "China (Tsingtao)"."""
        between = self.words[previous : found.start] if 0 < previous <= found.start else ()
        return 0 < len(between) <= 2 and all(word in {",", "and", "or", "("} for word in between)

    def _is_known_city(self, found: Found, *, is_firm: bool = False) -> bool:
        """Whether a name without a place label is that of a large city; ``is_firm`` when its neighbours say place."""
        plain = plain_name(found.name)
        return any(
            (_is_own_name(plain, place) and place.population >= KNOWN_CITY)
            or (is_firm and place.population >= WORLD_CITY and len(plain) >= SHORTEST_VARIANT)
            for place in found.places
        )

    def _is_part_of_name(self, found: Found) -> bool:
        """Whether the name belongs to that of a body: "Forces of the Philippines", "Bristol-Myers"."""
        label, i = self.labels[found.start], found.start - 1
        if label and label not in PLACE_LABELS:
            while i > 0 and self.labels[i] == label and self._word(i) in {"the", "of", "for", "de", "in"}:
                i -= 1
            if i < found.start - 1 and self.labels[i] == label:
                return True
        after = self.words[found.end + 1] if found.end + 1 < len(self.words) else ""
        is_hyphen = found.end < len(self.words) and self.words[found.end] in {"-", "–"}
        return (
            is_hyphen and after[:1].isupper() and label not in {"GPE", ""} and not self._is_hyphened_pair(found, after)
        )

    def _is_hyphened_pair(self, found: Found, after: str) -> bool:
        """Whether a hyphen joins two parties, as in "US-NATO" and "Eritrea-Djibouti"."""
        return found.places[0].kind == "country" and (
            after.isupper() or bool(self.gazetteer.named.get(plain_name(after)))
        )

    def _goes_on(self, found: Found) -> bool:
        """Whether the name is part of a longer one: "Orange" of "Orange County", "Aleppo" of "Bank of Aleppo"."""
        return self._is_name_word(found.end, found) or (
            self._is_name_word(found.start - 1, found)
            and self._word(found.start - 1) not in BEFORE_NAMES | PLACE_PREPOSITIONS
        )

    def _is_name_word(self, at: int, found: Found) -> bool:
        """Whether a neighbouring word belongs to the same name."""
        if not 0 <= at < len(self.words):
            return False
        label, word = self.labels[found.start], self.words[at]
        same = bool(label) and self.labels[at] == label
        return word[:1].isupper() and (same or (not label and at > 0)) and word.isalpha()

    def _word(self, at: int) -> str:
        """A word in small letters; empty outside the sentence."""
        return self.words[at].casefold() if 0 <= at < len(self.words) else ""


def _is_own_name(plain: str, place: Place) -> bool:
    """Whether a name is the city's own, or a variant too long to be another's by chance."""
    own = plain_name(place.name)
    return own == plain or (
        is_spelling_of(plain, own) and (len(plain) >= SHORTEST_VARIANT or place.population >= WORLD_CITY)
    )
