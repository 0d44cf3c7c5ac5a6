"""PLOVER's folding: how an act and its status become an event type (an announced meeting is AGREE)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from whowhom.ontology.entries import STATUSES
from whowhom.ontology.rows import Row, parse_rows, read_table
from whowhom.ontology.tables import Ontology, load_ontology

COLUMNS = ("act", "act_mode", "status", "threat", "event", "mode", "note")


@dataclass(frozen=True, slots=True)
class FoldRule:
    """One row of fold.tsv; an empty set asks nothing, ``event`` or ``mode`` None keeps the act's own."""

    acts: frozenset[str]
    act_modes: frozenset[str]
    statuses: frozenset[str]
    threat: bool | None
    event: str | None
    modes: tuple[str, ...] | None
    note: str

    def fits(self, act: str, modes: Sequence[str], status: str, threat: bool) -> bool:
        """Whether the rule speaks of this act."""
        return (
            (not self.acts or act in self.acts)
            and (not self.act_modes or not self.act_modes.isdisjoint(modes))
            and (not self.statuses or status in self.statuses)
            and (self.threat is None or self.threat is threat)
        )


def fold(act: str, modes: Sequence[str], status: str, *, threat: bool = False) -> tuple[str, tuple[str, ...]]:
    """The event type and modes of an act with a status; ``threat`` when the speaker threatens with the act.

    Modes that the resulting type does not have are dropped.
    """
    rule = next(rule for rule in load_fold() if rule.fits(act, modes, status, threat))
    event = rule.event or act
    kept = tuple(modes) if rule.modes is None else rule.modes
    return event, tuple(mode for mode in kept if (event, mode) in load_ontology().modes)


@cache
def load_fold() -> tuple[FoldRule, ...]:
    """The folding rules of the package, in order, read and checked once a process."""
    return build_fold(read_table("fold.tsv"), load_ontology())


def build_fold(text: str, ontology: Ontology) -> tuple[FoldRule, ...]:
    """Folding rules from a table's text; raises LexiconError when one is wrong or the last does not take the rest."""
    rows = list(parse_rows("fold.tsv", text, COLUMNS))
    rules = tuple(_read_rule(row, ontology) for row in rows)
    last = rules[-1]
    if last.acts or last.act_modes or last.statuses or last.threat is not None:
        raise rows[-1].wrong("the last row must take every act")
    return rules


def _read_rule(row: Row, ontology: Ontology) -> FoldRule:
    """One row as a rule, its words checked against the ontology."""
    acts = () if row["act"] == "*" else row.many("act")
    statuses = () if row["status"] == "*" else row.many("status")
    row.check("type", acts, ontology.types)
    row.check("status", statuses, STATUSES)
    row.check("threat", [row["threat"]], ("yes", "no", ""))
    event = None if row["event"] == "=" else row["event"]
    row.check("type", [event] if event else [], ontology.types)
    for act in acts:
        row.check(f"mode of {act}", row.many("act_mode"), ontology.modes_of(act))
    modes = {"=": None, "-": ()}.get(row["mode"], row.many("mode"))
    if event:
        row.check(f"mode of {event}", modes or (), ontology.modes_of(event))
    threat = {"yes": True, "no": False}.get(row["threat"])
    act_modes = frozenset(row.many("act_mode"))
    return FoldRule(frozenset(acts), act_modes, frozenset(statuses), threat, event, modes, row["note"])
