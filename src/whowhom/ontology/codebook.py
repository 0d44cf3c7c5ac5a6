"""Writes docs/codebook.md from the tables, so that the page never says other than the code does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whowhom.ontology.folding import FoldRule, load_fold
from whowhom.ontology.rows import parse_rows, read_table
from whowhom.ontology.tables import Ontology, load_ontology

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
INTRODUCTION = """# Codebook

This page is written from the tables under `whowhom/ontology/data` and checked against them by a test.

The vocabulary is PLOVER 2.0: sixteen event types, each with its own modes, and contexts that go with any type.
Beside every event stands a CAMEO code, for use with older data. The words of the descriptions are ours.
"""


def write_codebook() -> str:
    """The codebook as Markdown."""
    ontology = load_ontology()
    parts = [
        INTRODUCTION,
        *_types(ontology),
        *_modes(ontology),
        *_contexts(ontology),
        *_sectors(ontology),
        *_folding(load_fold()),
        *_cameo(ontology),
        *_decisions(),
    ]
    return "\n".join(parts)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, closed by an empty line."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join("| " + " | ".join(cell or " " for cell in line) + " |\n" for line in lines)


def _types(ontology: Ontology) -> Iterable[str]:
    yield "## Types\n"
    yield (
        "`quad` is the quad class, `score` the intensity from -10 to 10 when no mode is known. A recipient that is"
        " *one-sided* is required unless all sides fight. An unknown part stays empty and is never guessed.\n"
    )
    rows = (
        [f"**{t.name}**", ", ".join(t.cameo), f"{t.quad} {QUADS[t.quad]}", f"{t.score:g}", t.recipient, t.description]
        for t in ontology.types.values()
    )
    yield _table(["type", "CAMEO roots", "quad", "score", "recipient", "meaning"], rows)


def _modes(ontology: Ontology) -> Iterable[str]:
    yield "## Modes\n"
    yield "A mode belongs to its type. With several modes the intensity is the one farthest from zero.\n"
    rows = ([m.type, m.name, f"{m.score:g}", m.cameo, m.meaning] for m in ontology.modes.values())
    yield _table(["type", "mode", "score", "CAMEO", "meaning"], rows)


def _contexts(ontology: Ontology) -> Iterable[str]:
    yield "## Contexts\n"
    yield "Cues are lemmas and phrases of lemmas that speak for a context in English text.\n"
    rows = ([c.name, c.meaning, ", ".join(c.cues)] for c in ontology.contexts.values())
    yield _table(["context", "meaning", "cues"], rows)


def _sectors(ontology: Ontology) -> Iterable[str]:
    yield "## Sectors and bodies\n"
    rows = ([s.code, s.kind.replace("_", " "), s.label, s.meaning] for s in ontology.sectors.values())
    yield _table(["code", "kind", "label", "meaning"], rows)


def _folding(rules: Iterable[FoldRule]) -> Iterable[str]:
    yield "## From act and status to event\n"
    yield (
        "`act` is what would be done, `status` whether it is; the first row that fits gives the `event`."
        " *Same* keeps the act's own type or modes, — means no mode.\n"
    )
    rows = (
        [
            ", ".join(sorted(rule.acts)) or "any",
            ", ".join(sorted(rule.act_modes)) or "any",
            ", ".join(sorted(rule.statuses)) or "any",
            {True: "yes", False: "no", None: "either"}[rule.threat],
            rule.event or "*same*",
            "*same*" if rule.modes is None else ", ".join(rule.modes) or "—",
            rule.note,
        ]
        for rule in rules
    )
    yield _table(["act", "act's mode", "status", "as a threat", "event", "mode", "note"], rows)


def _cameo(ontology: Ontology) -> Iterable[str]:
    yield "## CAMEO codes\n"
    yield (
        "How a CAMEO code reads in PLOVER terms, and its Goldstein value (the GDELT lookup; a subcode that is not"
        " listed takes its parent's row). The other way, from event to code, is `to_cameo.tsv`.\n"
    )
    rows = (
        [c.code, c.type, c.mode or "", ", ".join(c.contexts), f"{c.goldstein:g}", c.label, c.note]
        for c in ontology.cameo.values()
    )
    yield _table(["code", "type", "mode", "contexts", "Goldstein", "label", "note"], rows)


def _decisions() -> Iterable[str]:
    yield "## Decisions\n"
    yield "Where the standard contradicts itself or leaves a choice open.\n"
    rows = parse_rows("decisions.tsv", read_table("decisions.tsv"), ("topic", "decision"))
    yield "".join(f"- **{row['topic']}.** {row['decision']}\n" for row in rows)
