"""The mode of an act that its verb leaves open, from the words round it: "killed in an air strike" is aerial."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from whowhom.coding.candidates import Candidate
from whowhom.coding.rows import read_rows
from whowhom.coding.tree import Tree
from whowhom.errors import LexiconError
from whowhom.ontology import load_ontology

# Parts of a verb's own phrase in which a weapon or a form of protest may be named.
_OWN_PARTS = ("nsubj", "nsubjpass", "dobj", "prep", "agent", "advcl", "compound", "amod", "nmod", "oprd")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class ModeCue:
    mode: str
    cameo: str
    near: bool
    phrases: tuple[tuple[str, ...], ...]


@cache
def load_mode_cues() -> dict[str, tuple[ModeCue, ...]]:
    """Cues by act, in the table's order."""
    found: dict[str, tuple[ModeCue, ...]] = {}
    ontology = load_ontology()
    for number, (act, mode, cameo, where, words) in read_rows("modes.tsv", 5):
        if (act, mode) not in ontology.modes:
            raise LexiconError("modes.tsv", number, f"{mode!r} is no mode of {act}")
        cue = ModeCue(mode, cameo, where == "near", tuple(tuple(w.split()) for w in words.split("|")))
        found[act] = (*found.get(act, ()), cue)
    return found


def find_mode(tree: Tree, cand: Candidate, act: str) -> ModeCue | None:
    """The first cue of the act that stands near it (or, for some, anywhere in the sentence)."""
    cues = load_mode_cues().get(act)
    if not cues:
        return None
    own = [tree.lemmas[i] for i in _own_words(tree, cand)]
    return next((cue for cue in cues if _stands(cue, own if cue.near else tree.lemmas)), None)


def _own_words(tree: Tree, cand: Candidate) -> list[int]:
    """The act's word and the near parts of its phrase, without clauses of their own."""
    out = {cand.head, cand.pred}
    for holder in (cand.head, cand.pred):
        for c in tree.kids(holder, *_OWN_PARTS):
            if tree.tokens[c].dep == "advcl" and tree.own_subject(c) is not None:
                continue
            out.update(tree.subtree(c)[:_DEEPEST])
    return sorted(out)


def _stands(cue: ModeCue, lemmas: list[str]) -> bool:
    for phrase in cue.phrases:
        size = len(phrase)
        if size == 1:
            if phrase[0] in lemmas:
                return True
        elif any(tuple(lemmas[i : i + size]) == phrase for i in range(len(lemmas) - size + 1)):
            return True
    return False
