"""PLOVER contexts of a sentence, from the ontology's cue words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from whowhom.ontology import load_ontology

# Cues are lemmas; these two words are in nearly every political sentence and tell nothing by themselves.
_IDLE = frozenset({"president", "government"})


@cache
def _cues() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for tag, context in load_ontology().contexts.items():
        for cue in context.cues:
            words = tuple(cue.replace("-", " - ").split())
            if words and cue not in _IDLE:
                found.setdefault(words[0], []).append((words, tag))
    return found


def find_contexts(lemmas: Sequence[str], modes: Sequence[str]) -> tuple[str, ...]:
    """The contexts whose cues stand in the sentence, in the ontology's order."""
    cues = _cues()
    found = {mode for mode in modes if mode in {"misinformation", "cyber"}}
    for i, lemma in enumerate(lemmas):
        for words, tag in cues.get(lemma, ()):
            if tag not in found and tuple(lemmas[i : i + len(words)]) == words:
                found.add(tag)
    return tuple(tag for tag in load_ontology().contexts if tag in found)
