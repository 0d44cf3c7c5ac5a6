"""What the formats ask of an event with its report: may it be told, when, who with whom, under which number."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from itertools import permutations, product

from whowhom.export.actors import cameo_actor
from whowhom.export.layout import Row

Pair = tuple[Row | None, Row | None]


def is_uncounted(cited: Row) -> str | None:
    """The status that keeps an event from being told by a format without one: it would be taken for done."""
    if cited["counted"]:
        return None
    if cited["mention"]["section"] == "comment":
        return "a reader's word"
    undated = cited["event"]["status"] == "historical"
    return "historical without a date" if undated else f"status {cited['event']['status']}"


def is_undated(cited: Row) -> str | None:
    """Whether neither the text nor the page says when."""
    return None if event_day(cited) else "no date"


def is_statement(cited: Row) -> str | None:
    """Whether it is no type of PLOVER."""
    return "a bare statement" if cited["event"]["event"] == "STATEMENT" else None


def has_no_code(cited: Row) -> str | None:
    """Whether nobody in it has an actor code."""
    sides = [*cited["event"]["actor"], *cited["event"]["recipient"]]
    return None if any(cameo_actor(entity, "gdelt").code for entity in sides) else "nobody with an actor code"


def has_one_side(cited: Row) -> str | None:
    """Whether no pair of it has two sides."""
    return None if any(a and b for a, b in pairs(cited)) else "only one side named"


def has_one_coded_side(cited: Row) -> str | None:
    """Whether no pair of it has two sides with a code."""
    for a, b in pairs(cited):
        if cameo_actor(a, "phoenix").code and cameo_actor(b, "phoenix").code:
            return None
    return "not both sides with an actor code"


def event_day(cited: Row) -> date | None:
    """The day that a record of what was done stands on."""
    return date.fromisoformat(cited["done_on"]) if cited["done_on"] else None


def added(cited: Row) -> datetime | None:
    """When it was first reported, by UTC: the nearest thing to a data set's time of entry that stays the same."""
    try:
        told = datetime.fromisoformat(cited["event"]["first_reported"] or "")
    except ValueError:
        return None
    return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)


def pairs(cited: Row) -> list[Pair]:
    """Who acts on whom, a pair a record, as data sets of dyads have it; a side that nobody takes is None."""
    actors, recipients = cited["event"]["actor"], cited["event"]["recipient"]
    if actors and recipients:
        return list(product(actors, recipients))
    if cited["mutual"]:
        return list(permutations(actors, 2))
    return [(actor, None) for actor in actors] + [(None, recipient) for recipient in recipients]


def stable_number(*parts: str | None) -> int:
    """A number of 63 bits that stands for these parts, on any machine and in any run."""
    digest = hashlib.sha256("\x1f".join(part or "" for part in parts).encode("utf-8", "backslashreplace")).digest()
    return int.from_bytes(digest[:8]) >> 1


def sides_key(*entities: Row | None) -> str:
    """What tells the sides of a pair from those of the event's other pairs."""
    fields = ("code", "sector", "person", "name", "text")
    return "\x1e".join("|".join(str(entity[name] or "") for name in fields) if entity else "" for entity in entities)


def base_code(cameo: str) -> str:
    """A CAMEO code of three or four digits: a root alone is its unspecified kind."""
    return f"{cameo}0" if len(cameo) == 2 else cameo
