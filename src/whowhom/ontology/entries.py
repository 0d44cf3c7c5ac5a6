"""The entries of the ontology's tables, each read and checked from one row."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from whowhom.ontology.rows import Row

RECIPIENT_RULES = ("required", "optional", "one-sided")
SECTOR_KINDS = ("frequent", "less_frequent", "secondary", "body")
STATUSES = (
    "occurred",
    "ongoing",
    "planned",
    "expected",
    "proposed",
    "conditional",
    "declined",
    "cancelled",
    "denied",
    "alleged",
    "historical",
)


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER type with its quad class, base score and CAMEO roots (the default first)."""

    name: str
    cameo: tuple[str, ...]
    quad: int
    score: float
    recipient: str
    label: str
    description: str

    @classmethod
    def read(cls, row: Row) -> EventType:
        """The type on a row of types.tsv."""
        row.check("quad", [row["quad"]], "1234")
        row.check("recipient", [row["recipient"]], RECIPIENT_RULES)
        if not all(re.fullmatch(r"[012]\d", root) for root in row.many("cameo")):
            raise row.wrong(f"not CAMEO roots: {row['cameo']!r}")
        return cls(
            row["type"],
            row.many("cameo"),
            int(row["quad"]),
            row.number("score"),
            row["recipient"],
            row["label"],
            row["description"],
        )


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of one type; the same name under another type is another mode."""

    type: str
    name: str
    score: float
    cameo: str
    meaning: str

    @classmethod
    def read(cls, row: Row, types: Collection[str]) -> Mode:
        """The mode on a row of modes.tsv."""
        row.check("type", [row["type"]], types)
        return cls(row["type"], row["mode"], row.number("score"), row["cameo"], row["meaning"])


@dataclass(frozen=True, slots=True)
class Context:
    """A context with the lemmas and phrases of lemmas that speak for it."""

    name: str
    meaning: str
    cues: tuple[str, ...]

    @classmethod
    def read(cls, row: Row) -> Context:
        """The context on a row of contexts.tsv."""
        cues = row.many("cues")
        if not cues or len(set(cues)) < len(cues):
            raise row.wrong("no cues, or one of them twice")
        if row["cues"] != row["cues"].lower():
            raise row.wrong("cues are not in lower case")
        return cls(row["context"], row["meaning"], cues)


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of actors, or a code that stands in place of a country's."""

    code: str
    kind: str
    label: str
    meaning: str

    @classmethod
    def read(cls, row: Row) -> Sector:
        """The sector on a row of sectors.tsv."""
        row.check("kind", [row["kind"]], SECTOR_KINDS)
        return cls(row["code"], row["kind"], row["label"], row["meaning"])


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code in PLOVER terms."""

    code: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    goldstein: float
    label: str
    note: str

    @classmethod
    def read(cls, row: Row, modes: Collection[tuple[str, str]], contexts: Collection[str]) -> CameoCode:
        """The code on a row of cameo.tsv."""
        if not re.fullmatch(r"[012]\d{1,3}", row["code"]):
            raise row.wrong(f"not a CAMEO code: {row['code']!r}")
        if row["mode"] and (row["type"], row["mode"]) not in modes:
            raise row.wrong(f"{row['type']} has no mode {row['mode']!r}")
        row.check("context", row.many("context"), contexts)
        return cls(
            row["code"],
            row["type"],
            row["mode"] or None,
            row.many("context"),
            row.number("goldstein"),
            row["label"],
            row["note"],
        )


@dataclass(frozen=True, slots=True)
class CameoRule:
    """What an event must have to get a CAMEO code; an empty field asks nothing."""

    event: str
    acts: frozenset[str]
    modes: frozenset[str]
    contexts: frozenset[str]
    statuses: frozenset[str]
    words: frozenset[str]
    military: bool | None
    code: str

    @classmethod
    def read(cls, row: Row, known: Mapping[str, Collection[str]], pairs: Collection[tuple[str, str]]) -> CameoRule:
        """The rule on a row of to_cameo.tsv."""
        row.check("type", [row["event"], *row.many("act")], known["types"])
        row.check("context", row.many("context"), known["contexts"])
        row.check("status", row.many("status"), STATUSES)
        row.check("arms", [row["arms"]], ("", "military", "other"))
        row.check("CAMEO code", [row["code"]], known["codes"])
        for mode in row.many("mode"):
            if (row["event"], mode) not in pairs:
                raise row.wrong(f"{row['event']} has no mode {mode!r}")
        return cls(
            event=row["event"],
            acts=frozenset(row.many("act")),
            modes=frozenset(row.many("mode")),
            contexts=frozenset(row.many("context")),
            statuses=frozenset(row.many("status")),
            words=frozenset(row.many("words")),
            military={"military": True, "other": False}.get(row["arms"]),
            code=row["code"],
        )
