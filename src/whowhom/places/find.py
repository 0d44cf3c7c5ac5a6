"""Finds the names of places among the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whowhom.places.gazetteer import Gazetteer, Place, is_inside
from whowhom.places.names import is_spelling_of, plain_name

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
PLACE_PREPOSITIONS = frozenset({
    "in", "at", "near", "outside", "inside", "across", "within", "around", "throughout", "from", "to", "into", "toward",
    "towards", "on", "off", "over", "along", "via", "through", "beyond", "between", "above", "below", "opposite",
})  # fmt: skip
REGION_WORDS = frozenset({
    "province", "region", "governorate", "oblast", "state", "district", "county", "prefecture", "territory", "republic",
})  # fmt: skip
# Words with a capital that may stand before a name and are no part of it.
BEFORE_NAMES = frozenset({
    "the", "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "upper", "lower",
    "greater",
})  # fmt: skip
LONGEST = 7  # tokens in the longest name looked for; spaCy gives hyphens tokens of their own
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
        hit = finder.place_at(at)
        if hit:
            found.append(hit)
        at = hit.end if hit else at + 1
    return found


@dataclass(frozen=True, slots=True)
class _Finder:
    gazetteer: Gazetteer
    words: Sequence[str]
    labels: Sequence[str]

    def place_at(self, start: int) -> Found | None:
        """The longest name that begins here and is used as a place."""
        for found in self._names_at(start):
            settled = self._with_region_word(found) or self._with_outer(found)
            if settled:
                return settled
            if self._is_place(found):
                return found
        return None

    def _names_at(self, start: int) -> list[Found]:
        """Every name that begins here, the longest first."""
        if not self.words[start][:1].isupper():
            return []
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
        """The name as a region when "province" or the like comes next."""
        regions = tuple(place for place in found.places if place.kind == "region")
        if regions and found.end < len(self.words) and self.words[found.end].casefold() in REGION_WORDS:
            return replace(found, end=found.end + 1, places=regions)
        return None

    def _with_outer(self, found: Found) -> Found | None:
        """The name inside the country or region that follows a comma: "Paris, Texas"."""
        if found.end + 1 >= len(self.words) or self.words[found.end] != ",":
            return None
        for end, outers in self._outers_at(found.end + 1):
            inside = tuple(place for place in found.places if any(is_inside(place, outer) for outer in outers))
            if inside:
                return replace(found, end=end, places=inside)
        return None

    def _outers_at(self, start: int) -> list[tuple[int, tuple[Place, ...]]]:
        """The countries and regions that the words from here can name, each with its end, the longest first."""
        outers = []
        for end in range(start + 1, min(start + LONGEST, len(self.words)) + 1):
            if not self.words[end - 1][:1].isupper():
                continue
            if places := self.gazetteer.outer_candidates(" ".join(self.words[start:end])):
                outers.append((end, places))
        return outers[::-1]

    def _is_place(self, found: Found) -> bool:
        """Whether labels and neighbours allow a place here."""
        label = self.labels[found.start]
        if label in PLACE_LABELS:
            return not self._goes_on(found) or self._is_area(found)
        if label == "PERSON" or self._goes_on(found):
            return False
        return self._is_area(found) or self._is_known_city(found)

    def _is_area(self, found: Found) -> bool:
        """Whether the name is that of a country or region, and no common word."""
        plain = plain_name(found.name)
        return found.places[0].kind != "city" and plain not in self.gazetteer.stops.unlabelled

    def _is_known_city(self, found: Found) -> bool:
        """Whether a name without a place label is that of a large city, and no common word."""
        plain = plain_name(found.name)
        if plain in self.gazetteer.stops.unlabelled:
            return False
        return any(
            place.population >= KNOWN_CITY and is_spelling_of(plain, plain_name(place.name)) for place in found.places
        )

    def _goes_on(self, found: Found) -> bool:
        """Whether the name is part of a longer one: "Orange" of "Orange County", "Aleppo" of "Bank of Aleppo"."""
        return self._is_name_word(found.end, found) or (
            self._is_name_word(found.start - 1, found)
            and self.words[found.start - 1].casefold() not in BEFORE_NAMES | PLACE_PREPOSITIONS
        )

    def _is_name_word(self, at: int, found: Found) -> bool:
        """Whether a neighbouring word belongs to the same name."""
        if not 0 <= at < len(self.words):
            return False
        label, word = self.labels[found.start], self.words[at]
        same = bool(label) and self.labels[at] == label
        return word[:1].isupper() and (same or (not label and at > 0)) and word.isalpha()
