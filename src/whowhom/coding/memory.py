"""What a story has named so far: for pronouns, definite descriptions, surnames and acronyms; one a story."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from whowhom.records import Entity

# A place name's country, given the countries the story speaks of; None for what is no place, or not surely one.
Locate = Callable[[str, Sequence[str]], str | None]


@dataclass(slots=True)
class Memory:
    """What the story has named so far, and the day and the map it is read by."""

    day: date | None
    locate: Locate | None = None
    last_person: Entity | None = None
    last_thing: Entity | None = None
    last_plural: tuple[Entity, ...] = ()
    last_pair: tuple[Entity, ...] = ()
    """Who did something with or to whom last: "the two"."""
    people: dict[str, list[Entity]] = field(default_factory=dict)
    """By name: somebody as often as the story has named him as a subject."""
    by_noun: dict[str, dict[str | None, Entity]] = field(default_factory=dict)
    """By a noun ("government") and country: whom the story has named so, the latest last."""
    countries: dict[str, int] = field(default_factory=dict)
    learned: dict[str, Entity | None] = field(default_factory=dict)
    """Surnames and acronyms that the story has explained; None where it explained two alike."""

    def note(self, entity: Entity, *, is_person: bool, is_plural: bool) -> None:
        if is_person:
            self.last_person = entity
            if entity.person and entity.name:
                self.people.setdefault(entity.name, []).append(entity)
        elif is_plural:
            self.last_plural = (entity,)
        elif entity.code or entity.sector:
            self.last_thing = entity

    def two_people(self) -> tuple[Entity, ...]:
        """The two whom the story names most, of two states; nobody when a third is named as often."""
        ranked = sorted(self.people.values(), key=lambda named: -len(named))
        if len(ranked) < 2 or (len(ranked) > 2 and len(ranked[1]) == len(ranked[2])):
            return ()
        pair = ranked[0][-1], ranked[1][-1]
        return pair if pair[0].code != pair[1].code else ()

    def count(self, codes: Iterable[str]) -> None:
        """Take in the states that one sentence names."""
        for code in codes:
            self.countries[code] = self.countries.get(code, 0) + 1

    def main_countries(self) -> list[str]:
        return sorted(self.countries, key=lambda c: (-self.countries[c], c))

    def bind(self, noun: str, entity: Entity) -> None:
        """Keep whom a noun was said of."""
        known = self.by_noun.setdefault(noun, {})
        known.pop(entity.code, None)
        known[entity.code] = entity

    def latest(self, noun: str) -> Entity | None:
        """Whom the noun was last said of."""
        return next(reversed(self.by_noun.get(noun, {}).values()), None)

    def bound(self, noun: str, itself: Collection[str], opposite: Collection[str]) -> Entity | None:
        """Whom the bare noun means: of several the one that is not the other party, or whose country leads the story.

        Of whom the other party itself is ("Turkey urged the government") it is never said.
        """
        known = [entity for code, entity in self.by_noun.get(noun, {}).items() if code not in itself]
        if len(known) > 1:
            known = [entity for entity in known if entity.code not in opposite]
        if len(known) > 1:
            ranked = sorted(known, key=lambda entity: -self.countries.get(entity.code or "", 0))
            most, next_most = (self.countries.get(entity.code or "", 0) for entity in ranked[:2])
            known = ranked[:1] if most >= 2 * next_most > 0 else []
        return known[0] if known else None

    def learn(self, word: str, entity: Entity) -> None:
        """Keep whom a surname or an acronym stands for in this story; one that stands for two says nothing."""
        known = self.learned.get(word, entity)
        same = known is not None and (known.name, known.code) == (entity.name, entity.code)
        self.learned[word] = entity if same else None

    def recall(self, word: str, text: str, start: int, end: int) -> Entity | None:
        """The entity that a surname or acronym stands for, at its new place."""
        known = self.learned.get(word)
        return replace(known, text=text, start=start, end=end) if known is not None else None


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with what coding needs to weigh it."""

    entity: Entity
    is_weak: bool  # a private person or a crowd: no political actor by itself
    is_known: bool  # a code or a sector is known
    is_echo: bool = False  # a pronoun for somebody named in an earlier sentence
    is_place: bool = False  # a state, city or region: after "in" it is where, not whom
