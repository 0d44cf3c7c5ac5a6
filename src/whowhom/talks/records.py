"""The ledger's records, with the fields of the public contract in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whowhom.records import Entity, Section, Status

Role = Literal[
    "organiser", "host", "mediator", "invited", "attending", "observer", "declined", "excluded", "absent"
]  # fmt: skip
Level = Literal[
    "head_of_state",
    "head_of_government",
    "minister",
    "deputy_minister",
    "envoy",
    "ambassador",
    "official",
    "military",
    "delegation",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a line of the ledger rests on: a slice of one paragraph."""

    story_id: str
    section: Section
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TalksPlace:
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """One part that somebody has in the talks; who has several has several lines."""

    entity: Entity
    role: Role
    level: Level
    person: str | None
    status: Status
    reason: str | None
    as_of: str | None
    evidence: tuple[Evidence, ...]


# "from" is a keyword of Python: the field is written "from_" here and "from" in every output.
@dataclass(frozen=True, slots=True)
class Talks:
    """One negotiation or meeting; ``subject`` holds country codes or topics, ``outcomes`` ids of events."""

    talks_id: str
    name: str
    subject: tuple[str, ...]
    place: TalksPlace | None
    from_: str | None
    to: str | None
    round: int | None
    parties: tuple[Party, ...]
    agenda: tuple[str, ...]
    outcomes: tuple[str, ...]
