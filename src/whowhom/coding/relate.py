"""The coder on a pair that the caller marks: always an answer, the most likely event between source and target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from whowhom.coding.assemble import Tools
from whowhom.coding.candidates import Candidate, find_candidates
from whowhom.coding.entities import Memory, Namer
from whowhom.coding.participants import find_participants
from whowhom.coding.status import Reading, read_status
from whowhom.coding.tree import Tree
from whowhom.records import Relation, Sentence

# The type when no word of the sentence is in the lexicon: the most frequent class of verbal cooperation in PLV_train.
_FALLBACK = "CONSULT"
_SILENT = frozenset({"STATEMENT"})


def relate_pair(
    uid: str, sentences: Sequence[Sentence], source: str, target: str, tools: Tools, day: date | None
) -> Relation:
    """The best reading of all sentences that hold the pair, scored by how well its arguments fit the marks."""
    best: tuple[float, Reading] | None = None
    for sent in sentences:
        tree = Tree(sent)
        namer = Namer(tree, tools.knowledge, Memory(day), tools.lexicon.nouns)
        source_at, target_at = _locate(tree, source), _locate(tree, target)
        candidates = find_candidates(tree, tools.lexicon)
        for cand in candidates:
            reading = read_status(tree, cand)
            if reading is None or reading.event in _SILENT:
                continue
            fit = _fit(tree, cand, reading, namer, source_at, target_at, tools)
            if best is None or fit > best[0] + 1e-9:
                best = (fit, reading)
    if best is None:
        return Relation(uid, _FALLBACK, _FALLBACK, "occurred", (), 0.1)
    fit, reading = best
    return Relation(uid, reading.event, reading.act, reading.status, reading.modes, round(min(max(fit, 0.1), 0.99), 2))


def _locate(tree: Tree, words: str) -> set[int]:
    """Token indices that the marked words cover, wherever they stand; empty when they are not in this sentence."""
    found: set[int] = set()
    for match in re.finditer(re.escape(words.strip()), tree.sent.text):
        start, end = tree.sent.start + match.start(), tree.sent.start + match.end()
        found |= _covered(tree, start, end)
    return found


def _fit(
    tree: Tree, cand: Candidate, reading: Reading, namer: Namer, source: set[int], target: set[int], tools: Tools
) -> float:
    """0–1: how well the reading's arguments and place in the tree fit the marked pair."""
    parts = find_participants(tree, cand, reading, namer, tools.lexicon, ())
    actors = {i for n in parts.actor for i in _covered(tree, n.entity.start, n.entity.end)}
    others = {i for n in parts.recipient for i in _covered(tree, n.entity.start, n.entity.end)}
    score = 0.1 + 0.1 * tools.classifier.classify(tree, cand).score * reading.weight
    if source & actors:
        score += 0.35
    if target & (others or actors):
        score += 0.3
    if source & others:
        score -= 0.15
    if cand.head in source or cand.head in target:
        score -= 0.12
    score += 0.12 * _between(cand, source, target)
    score -= 0.02 * min(_distance(tree, cand.pred, source) + _distance(tree, cand.pred, target), 8)
    return score


def _covered(tree: Tree, start: int, end: int) -> set[int]:
    return {i for i, t in enumerate(tree.tokens) if t.start < end and t.end > start}


def _between(cand: Candidate, source: set[int], target: set[int]) -> float:
    if not source or not target:
        return 0.0
    low, high = min(max(source), max(target)), max(min(source), min(target))
    return 1.0 if low < cand.head < high else 0.0


def _distance(tree: Tree, i: int, marked: set[int]) -> int:
    """Steps in the tree from the act to the nearest marked token."""
    if not marked:
        return 4
    up = {i: 0} | {a: n for n, a in enumerate(tree.ancestors(i), start=1)}
    best = 8
    for m in marked:
        for steps, a in enumerate([m, *tree.ancestors(m)]):
            if a in up:
                best = min(best, steps + up[a])
                break
    return best
