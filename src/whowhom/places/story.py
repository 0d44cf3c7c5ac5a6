"""The places of one story, each name settled in the light of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whowhom.actors import Knowledge
from whowhom.places.find import Found, find_introduced, find_places, find_unknown
from whowhom.places.gazetteer import Gazetteer, Near, Place
from whowhom.places.names import plain_name
from whowhom.records import Sentence

_Key = tuple[str, int, int, str]
# A country that makes up this share of all that a story names is the one it is about.
MAIN_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Settled:
    """A name among the words of a sentence and the place it means."""

    found: Found
    place: Place


class StoryMap:
    """The places of one story: a name means the place that the rest of the story speaks for.

    The whole story is looked through first, so that a town named before its country is understood as well.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        sentences: Iterable[Sentence] = (),
        *,
        knowledge: Knowledge | None = None,
        dateline: str | None = None,
    ) -> None:
        self._gazetteer, self._knowledge = gazetteer, knowledge
        self._found: dict[_Key, list[Found]] = {}
        self._named: dict[_Key, set[str]] = {}
        self._explicit: dict[str, Place] = {}
        self._settled: dict[_Key, tuple[Settled, ...]] = {}
        self._introduced: set[str] = set()
        self._countries: Counter[str] = Counter()
        self._divisions: set[tuple[str, str]] = set()
        self._add_dateline(dateline)
        for sent in sentences:
            self._survey(sent)
        self.places: list[Place] = []

    def settle(self, sent: Sentence) -> tuple[Settled, ...]:
        """The places that a sentence names, in order."""
        key = _key(sent)
        if key not in self._settled:
            near = self._near(sent)
            pairs = [(found, self._choose(found, near)) for found in self._all_of(sent)]
            self._settled[key] = tuple(Settled(found, place) for found, place in pairs if place is not None)
            self.places.extend(s.place for s in self._settled[key] if s.place not in self.places)
        return self._settled[key]

    def _choose(self, found: Found, near: Near) -> Place | None:
        """The place a name means: the one the story has spelt out, else the likeliest."""
        known = self._explicit.get(plain_name(found.name))
        if known in found.places:
            return known
        place = self._gazetteer.choose(found.places, found.name, near)
        return place if place is not None else self._choose_small(found.name, near)

    def _choose_small(self, name: str, near: Near) -> Place | None:
        """The place under 15,000 people that a name means, if the story names its country."""
        places = [place for place in self._gazetteer.small(name) if place.country in near.countries]
        return max(places, key=lambda place: (near.weigh(place), place.population), default=None)

    def _all_of(self, sent: Sentence) -> list[Found]:
        """The names of a sentence, with short forms ("the North") and names that the gazetteer keeps elsewhere."""
        words, labels = [t.text for t in sent.tokens], [t.ent for t in sent.tokens]
        found = self._find(sent)
        more = [*self._shorthands(words), *find_unknown(words, labels, found), *self._learned(words)]
        for hit in more:
            if not any(hit.start < other.end and other.start < hit.end for other in found):
                found = [*found, hit]
        return sorted(found, key=lambda hit: hit.start)

    def _shorthands(self, words: Sequence[str]) -> Iterator[Found]:
        """ "the North" in a story of both Koreas."""
        for i, word in enumerate(words[1:], 1):
            ends = i + 1 == len(words) or not words[i + 1][:1].isupper()
            if not ends or words[i - 1].casefold() != "the" or word not in self._gazetteer.shorthands:
                continue
            for place, needs in self._gazetteer.shorthands[word]:
                is_about = place.country in self._main() if place.country == needs else needs in self._countries
                if is_about and place.country in self._countries:
                    yield Found(i, i + 1, place.name, (place,))
                    break

    def _learned(self, words: Sequence[str]) -> Iterator[Found]:
        """Small places that the story has introduced ("the district of Wedding") and now names alone."""
        for i, word in enumerate(words):
            if word in self._introduced:
                yield Found(i, i + 1, word, ())

    def _find(self, sent: Sentence) -> list[Found]:
        key = _key(sent)
        if key not in self._found:
            words, labels = [t.text for t in sent.tokens], [t.ent for t in sent.tokens]
            self._found[key] = find_places(self._gazetteer, words, labels)
        return self._found[key]

    def _survey(self, sent: Sentence) -> None:
        """Takes in what a sentence says of the story's countries, divisions and towns."""
        self._countries.update(self._countries_of(sent))
        words, labels = [t.text for t in sent.tokens], [t.ent for t in sent.tokens]
        self._introduced.update(hit.name for hit in find_introduced(words, labels, self._find(sent)))
        for found in self._find(sent):
            first = found.places[0]
            if first.kind == "region" and len(found.places) == 1 and first.admin1:
                self._divisions.add((first.country or "", first.admin1))
            if first.kind == "city" and _is_spelt_out(sent, found):
                place = self._gazetteer.choose(found.places, found.name)
                if place is not None:
                    self._explicit.setdefault(plain_name(found.name), place)
                    self._divisions.add((place.country or "", place.admin1 or ""))

    def _countries_of(self, sent: Sentence) -> set[str]:
        """The countries that a sentence names, as places or by their people and office-holders."""
        key = _key(sent)
        if key not in self._named:
            self._named[key] = self._look_for_countries(sent)
        return self._named[key]

    def _look_for_countries(self, sent: Sentence) -> set[str]:
        codes: set[str | None] = set()
        for found in self._find(sent):
            countries = {place.country for place in found.places}
            if (len(countries) == 1 and found.places[0].kind != "city") or _is_spelt_out(sent, found):
                codes |= countries
        if self._knowledge is not None:
            for match in self._knowledge.find([t.text for t in sent.tokens]):
                told: set[str | None] = {
                    fact.code
                    for fact in match.of("state", "adjective", "demonym", "person", "group", "territory", "body")
                }
                codes |= told if len(told) == 1 else set()
        return {code for code in codes if code is not None and code in self._gazetteer.countries}

    def _add_dateline(self, dateline: str | None) -> None:
        """The place of the dateline speaks for its country."""
        place = self._gazetteer.lookup(dateline) if dateline else None
        if place is not None and place.country:
            self._countries[place.country] += 1

    def _main(self) -> frozenset[str]:
        """The countries that the story is mainly about."""
        total = self._countries.total()
        return frozenset(code for code, count in self._countries.items() if count >= MAIN_SHARE * total)

    def _near(self, sent: Sentence) -> Near:
        """What the story and the sentence speak of."""
        here = frozenset(self._countries_of(sent))
        return Near(frozenset(self._countries) | here, self._main(), here, frozenset(self._divisions))


def _key(sent: Sentence) -> _Key:
    return sent.section, sent.paragraph, sent.index, sent.text


def _is_spelt_out(sent: Sentence, found: Found) -> bool:
    """Whether the words say where the place lies: "Tripoli, Lebanon"."""
    return any(token.text == "," for token in sent.tokens[found.start : found.end])
