"""Which office of which person is meant on a given day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whowhom.actors.facts import Fact

_EVER = date.min
# Of offices held together the highest is meant: the president who is also prime minister or leads a party.
_RANKS = {
    "President": 2, "King": 2, "Queen": 2, "Emir": 2, "Sultan": 2, "Emperor": 2, "Pope": 2, "Supreme Leader": 2,
    "Prime Minister": 1, "Chancellor": 1, "Premier": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonReading:
    """A person's office that fits, and whether the day lies after its end or before its start."""

    fact: Fact
    why: str
    is_over: bool = False
    is_early: bool = False


def pick_person(
    facts: Sequence[Fact],
    *,
    day: date | None,
    countries: Sequence[str] = (),
    office: str | None = None,
    former: bool = False,
) -> PersonReading | None:
    """The office-holder meant: by country, by the day, by the office the text names, else the latest office."""
    if not facts:
        return None
    pool = [fact for fact in facts if fact.code in countries] or list(facts)
    if office:
        named = [fact for fact in pool if fact.office == office]
        if day is None and named:
            return PersonReading(_latest(named), f"the {office} of the text", is_over=former)
    if day is None:
        latest = _latest(pool)
        return PersonReading(latest, f"last known office {latest.office}", is_over=former)
    current = [fact for fact in pool if fact.holds_on(day)]
    if current:
        titled = [fact for fact in current if fact.office == office]
        best = max(titled or current, key=lambda fact: (_RANKS.get(fact.office or "", 0), fact.start or _EVER))
        return PersonReading(best, f"{best.office} on {day}")
    past = [fact for fact in pool if fact.end is not None and fact.end < day]
    if past:
        titled = [fact for fact in past if fact.office == office]
        best = max(titled or past, key=lambda fact: fact.end or _EVER)
        return PersonReading(best, f"{best.office} until {best.end}", is_over=True)
    first = min(pool, key=lambda fact: fact.start or _EVER)
    return PersonReading(first, f"{first.office} only from {first.start}", is_early=True)


def _latest(facts: Sequence[Fact]) -> Fact:
    """The office begun last; of those begun together, the first in the table."""
    return max(facts, key=lambda fact: fact.start or _EVER)
