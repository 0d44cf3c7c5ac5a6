"""What the knowledge base says of one name, and where a name was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal[
    "state",
    "adjective",
    "demonym",
    "capital",
    "territory",
    "city",
    "seat",
    "body",
    "generic",
    "organisation",
    "group",
    "party",
    "person",
    "role",
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One reading of a name: a state, an organisation, a person in an office, a role word."""

    kind: Kind
    name: str
    code: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    office: str | None = None
    identifier: str | None = None
    start: date | None = None
    end: date | None = None
    role: str | None = None  # of a role word: office, body, group or person
    weak: bool = False  # rarely acts by itself
    defers: bool = False  # takes the sector of the body it belongs to
    needs_country: bool = False  # counts only in stories about its country

    def holds_on(self, day: date) -> bool:
        """Whether the fact is true on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in a list of words: ``words[start:end]``, and every reading of it."""

    start: int
    end: int
    facts: tuple[Fact, ...]

    def of(self, *kinds: Kind) -> tuple[Fact, ...]:
        """The readings of these kinds."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)
