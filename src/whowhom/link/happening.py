"""What has to agree for two mentions to tell of one happening: act, parties and, in the windows, time."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from whowhom.records import Entity, EventMention, Story, When

# "Russia met Turkey" and "Turkey met Russia" are one meeting: here the two sides are one set.
MUTUAL_ACTS = frozenset({"CONSULT", "COOPERATE"})

# How many days reports of one happening may lie apart when only the day of the report is known. A clash is told
# within two days and the next day often brings another; talks are announced, held and summed up over several.
# First guesses, not yet swept on a linked corpus.
WINDOW_DAYS = {"ASSAULT": 1, "PROTEST": 1, "CONSULT": 3, "COOPERATE": 5, "AID": 5, "SANCTION": 5, "RETREAT": 5}
USUAL_WINDOW = 2

# A longer stretch ("in 2016", "last month") names no day: only the same stretch can be the same happening.
LONGEST_SPAN_PLACED_ON_A_DAY = 7


@dataclass(frozen=True, slots=True)
class Happening:
    """Where a mention belongs: mentions with one ``key`` whose days lie within ``window`` are one event.

    ``day`` is ISO, or "" when nothing dates the mention; the key then holds the story, so that undated mentions join
    only within their story.
    """

    key: str
    day: str
    window: int


def find_happening(mention: EventMention, story: Story) -> Happening:
    """The happening that a mention of this story tells of."""
    day, stretch, window = _place_in_time(mention, story)
    parts: list[object] = [mention.act, *_sides(mention), stretch]
    if not any(entity.code for entity in (*mention.actor, *mention.recipient)):
        parts.append(mention.mention_id)  # "rebels", "police": too little to join it with anything
    elif not (mention.actor and mention.recipient):
        parts.append(_place(mention))  # one side alone is weak: the place has to agree as well
    if not day:
        parts.append(story.story_id)
    return Happening(digest(parts), day, window)


def digest(value: object) -> str:
    """A short stable fingerprint of plain data."""
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:16]


def _sides(mention: EventMention) -> tuple[list[str], list[str]]:
    actors = {_identity(entity) for entity in mention.actor}
    recipients = {_identity(entity) for entity in mention.recipient}
    if mention.act in MUTUAL_ACTS:
        return sorted(actors | recipients), []
    return sorted(actors), sorted(recipients)


def _identity(entity: Entity) -> str:
    """Who an entity is, whatever words name it: code and sector, the person, or a name where there is no code."""
    words = "" if entity.code else entity.name or ("" if entity.sector else entity.text)
    known_as = entity.person or words
    return "|".join((entity.code or "", entity.sector or "", known_as.casefold()))


def _place(mention: EventMention) -> str:
    if mention.where is None:
        return ""
    return mention.where.name or mention.where.country or mention.where.text


def _place_in_time(mention: EventMention, story: Story) -> tuple[str, str, int]:
    """The day, the stretch of time when no single day is meant, and the days that reports may lie apart."""
    window = WINDOW_DAYS.get(mention.act, USUAL_WINDOW)
    if mention.when is not None and (start := iso_day(mention.when.from_)):
        if _days_spanned(mention.when) > LONGEST_SPAN_PLACED_ON_A_DAY:
            return start, f"{mention.when.from_}/{mention.when.to}", 0
        return start, "", window
    return iso_day(story.published) or "", "", window


def _days_spanned(when: When) -> int:
    start, end = iso_day(when.from_), iso_day(when.to)
    return (date.fromisoformat(end) - date.fromisoformat(start)).days if start and end else 0


def iso_day(moment: str | None) -> str | None:
    """The day of an ISO 8601 date or time; None when it names no day."""
    try:
        return date.fromisoformat((moment or "")[:10]).isoformat()
    except ValueError:
        return None
