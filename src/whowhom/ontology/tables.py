"""The ontology: PLOVER 2.0's types, modes, contexts and sectors, and the way to CAMEO and back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from whowhom.ontology.entries import CameoCode, CameoRule, Context, EventType, Mode, Sector
from whowhom.ontology.rows import keyed, parse_rows, read_table

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "types.tsv": ("type", "cameo", "quad", "score", "recipient", "label", "description"),
    "modes.tsv": ("type", "mode", "score", "cameo", "meaning"),
    "contexts.tsv": ("context", "meaning", "cues"),
    "sectors.tsv": ("code", "kind", "label", "meaning"),
    "cameo.tsv": ("code", "type", "mode", "context", "goldstein", "label", "note"),
    "to_cameo.tsv": ("event", "act", "mode", "context", "status", "words", "arms", "code"),
}


@dataclass(frozen=True, slots=True)
class Ontology:
    """All tables, checked against each other; dicts keep the order of the files."""

    types: Mapping[str, EventType]
    modes: Mapping[tuple[str, str], Mode]
    contexts: Mapping[str, Context]
    sectors: Mapping[str, Sector]
    cameo: Mapping[str, CameoCode]
    rules: Mapping[str, tuple[CameoRule, ...]]

    def quad(self, event: str) -> int:
        """The quad class of a type, 1 to 4."""
        return self.types[event].quad

    def score(self, event: str, modes: Sequence[str] = ()) -> float:
        """The intensity: of several modes the farthest from zero, of none the type's own."""
        scores = [self.modes[event, mode].score for mode in modes]
        return max(scores, key=abs, default=self.types[event].score)

    def modes_of(self, event: str) -> tuple[str, ...]:
        """The names of a type's modes, in the order of the table."""
        return tuple(name for (type_, name) in self.modes if type_ == event)

    def from_cameo(self, code: str) -> tuple[str, str | None, tuple[str, ...]]:
        """The type, mode and contexts of a CAMEO code; an unknown subcode is read as its nearest parent."""
        entry = self.nearest(code)
        return entry.type, entry.mode, entry.contexts

    def goldstein(self, code: str) -> float:
        """The Goldstein value of a CAMEO code; an unknown subcode takes its nearest parent's."""
        return self.nearest(code).goldstein

    def nearest(self, code: str) -> CameoCode:
        """The entry of a CAMEO code or of its nearest parent; KeyError when even the root is unknown."""
        for length in range(len(code), 1, -1):
            if entry := self.cameo.get(code[:length]):
                return entry
        raise KeyError(code)

    def cameo_for(
        self,
        event: str,
        act: str | None = None,
        modes: Sequence[str] = (),
        contexts: Sequence[str] = (),
        status: str = "occurred",
        *,
        military: bool | None = None,
        words: Collection[str] = (),
    ) -> str:
        """The CAMEO code of an event, as deep as the facts support.

        ``military`` says whether an army or organised armed group acts (None: unknown); ``words`` are lower-case
        lemmas of the trigger's phrase, which CAMEO needs where PLOVER has no mode ("negotiate" 046, "praise" 051).
        """
        for rule in self.rules.get(event, ()):
            if _fits(rule, act or event, modes, contexts, status, military, words):
                return rule.code
        for mode in modes:
            if entry := self.modes.get((event, mode)):
                return entry.cameo
        return self.types[event].cameo[0] + "0"


def _fits(
    rule: CameoRule,
    act: str,
    modes: Sequence[str],
    contexts: Sequence[str],
    status: str,
    military: bool | None,
    words: Collection[str],
) -> bool:
    """Whether an event has all that a rule asks for."""
    return (
        (not rule.acts or act in rule.acts)
        and (not rule.modes or not rule.modes.isdisjoint(modes))
        and (not rule.contexts or not rule.contexts.isdisjoint(contexts))
        and (not rule.statuses or status in rule.statuses)
        and (not rule.words or not rule.words.isdisjoint(words))
        and (rule.military is None or rule.military is military)
    )


@cache
def load_ontology() -> Ontology:
    """The ontology of the package, read and checked once a process."""
    return build_ontology({name: read_table(name) for name in COLUMNS})


def build_ontology(texts: Mapping[str, str]) -> Ontology:
    """An ontology from the texts of its tables; raises LexiconError with file and line at the first fault."""
    rows = {name: parse_rows(name, texts[name], columns) for name, columns in COLUMNS.items()}
    types = {row["type"]: EventType.read(row) for row in keyed(rows["types.tsv"], "type")}
    modes, mode_rows = {}, {}
    for row in keyed(rows["modes.tsv"], "type", "mode"):
        modes[row["type"], row["mode"]] = Mode.read(row, types)
        mode_rows[row["type"], row["mode"]] = row
    contexts = {row["context"]: Context.read(row) for row in keyed(rows["contexts.tsv"], "context")}
    sectors = {row["code"]: Sector.read(row) for row in keyed(rows["sectors.tsv"], "code")}
    cameo = {}
    for row in keyed(rows["cameo.tsv"], "code"):
        row.check("type", [row["type"]], types)
        cameo[row["code"]] = CameoCode.read(row, modes, contexts)
    for pair, row in mode_rows.items():
        row.check("CAMEO code", [modes[pair].cameo], cameo)
    known: dict[str, Collection[str]] = {"types": types, "contexts": contexts, "codes": cameo}
    rules: dict[str, list[CameoRule]] = {}
    for row in rows["to_cameo.tsv"]:
        rules.setdefault(row["event"], []).append(CameoRule.read(row, known, modes))
    return Ontology(types, modes, contexts, sectors, cameo, {event: tuple(found) for event, found in rules.items()})
