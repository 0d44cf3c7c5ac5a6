"""Gold data as records, whatever the form of the file that holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from whowhom.records import Skipped

Kind = Literal["pairs", "plover", "petrarch", "humans"]
# The answer, or the gold, where there is no event.
NOTHING = "none"
# Some gold has CONCEDE and RETREAT as one class; answers are then folded the same way.
YIELD = "YIELD"

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One judgement: the event of a sentence, between a pair when source and target are marked.

    ``event`` is "none" where the gold says that a sentence has no event. ``actors`` and ``recipients`` are codes of
    countries and bodies, empty where the gold names none; ``root`` is the two-digit CAMEO root where it gives a code.
    """

    uid: str
    sentence: str
    source: str | None
    target: str | None
    event: str
    day: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    root: str | None = None

    @property
    def is_pair(self) -> bool:
        return self.source is not None and self.target is not None


@dataclass(frozen=True, slots=True)
class SpanEvent:
    """An event as spans of its sentence: the act's, its CAMEO root (1 to 20), the parties'."""

    action: Offsets
    root: int
    source: tuple[Offsets, ...] = ()
    target: tuple[Offsets, ...] = ()


@dataclass(frozen=True, slots=True)
class HumanSentence:
    """A sentence and the events that each of several people saw in it, plain statements left out."""

    uid: str
    sentence: str
    sheets: Mapping[str, tuple[SpanEvent, ...]]


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file as read: single judgements, or people's sheets, and the rows that could not be read."""

    name: str
    kind: Kind
    items: tuple[GoldItem, ...]
    humans: tuple[HumanSentence, ...] = ()
    skipped: tuple[Skipped, ...] = ()
