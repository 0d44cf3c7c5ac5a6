"""What a format is: its columns with their types, what it can hold, and how an event becomes its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

Row = dict[str, Any]
"""A row of the store as plain data, or a row of a format by column name."""

Kind = Literal["text", "whole", "number"]
Check = Callable[[Row], str | None]

_ENTITIES = ("actor", "recipient")
# What an event or its report may say, each with whether this one does.
SAYINGS: dict[str, Callable[[Row], bool]] = {
    "status": lambda cited: cited["event"]["status"] != "occurred",
    "act": lambda cited: cited["event"]["act"] != cited["event"]["event"],
    "mode": lambda cited: bool(cited["event"]["mode"]),
    "context": lambda cited: bool(cited["event"]["context"]),
    "attribution": lambda cited: cited["mention"]["attribution"]["kind"] != "outlet",
    "counts": lambda cited: any(value is not None for value in cited["mention"]["counts"].values()),
    "person": lambda cited: _any_entity(cited, "person"),
    "office": lambda cited: _any_entity(cited, "office"),
    "words": lambda cited: bool(cited["mention"]["text"]),
    "disputed": lambda cited: bool(cited["event"]["disputed"]),
    "end": lambda cited: _has_end(cited["event"]["when"]),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its published name: text, a whole number or a number."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Layout:
    """A format: ``checks`` name the reason why an event cannot be told in it, ``unsaid`` what it has no place for."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Row], Iterable[Row]]
    checks: tuple[Check, ...] = ()
    unsaid: tuple[str, ...] = ()
    delimiter: str = "\t"
    header: bool = True
    missing: str = ""

    def why_not(self, cited: Row) -> str | None:
        """Why the event cannot be told in this format; None when it can."""
        return next((reason for check in self.checks if (reason := check(cited))), None)

    def lost(self, cited: Row) -> list[str]:
        """What the event says that this format has no column for."""
        return [name for name in self.unsaid if SAYINGS[name](cited)]


def columns(names: str, kind: Kind = "text") -> tuple[Column, ...]:
    """Columns of one kind from their names by comma."""
    return tuple(Column(name.strip(), kind) for name in names.split(","))


def _any_entity(cited: Row, field: str) -> bool:
    return any(entity[field] for side in _ENTITIES for entity in cited["event"][side])


def _has_end(when: Row | None) -> bool:
    return bool(when and when["to"] and when["to"][:10] != (when["from"] or "")[:10])
