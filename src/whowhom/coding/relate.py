"""The coder on a pair that the caller marks: always an answer, the most likely event between source and target.

The trained model tells the type; where the rules read the same type between the two, their reading tells the act
behind it, its status and its modes, else the model does. Where the marked words are not in the sentence, the rules
answer alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from whowhom.coding.assemble import Tools
from whowhom.coding.candidates import Candidate, find_candidates
from whowhom.coding.encoder import TellsPairs, Told, find_pair
from whowhom.coding.entities import Namer
from whowhom.coding.memory import Memory
from whowhom.coding.participants import find_participants
from whowhom.coding.status import Reading, read_status
from whowhom.coding.tree import Tree
from whowhom.records import Relation, Sentence

# The type when no word of the sentence is in the lexicon: the most frequent class of verbal cooperation in PLV_train.
_FALLBACK = "CONSULT"
_YIELD = {"CONCEDE", "RETREAT"}
_RULES = 1.5
"""How much the rules' best reading counts beside the model; 1 to 2 do nearly as well on held-out folds."""
_ELSEWHERE = 2.0
"""How much it counts against a type that the rules read it between other parties."""
_CLEARLY = 0.3
"""By how much the arguments of one reading must fit the marks better than those of another."""
_FOLDED = frozenset({"AGREE", "CONCEDE", "REJECT", "THREATEN"})
"""Types that say what becomes of another act."""
_SILENT = frozenset({"STATEMENT"})


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """One row to answer: a text and the words of it that name both parties."""

    uid: str
    text: str
    source: str
    target: str


def relate_pair(
    pair: MarkedPair, sentences: Sequence[Sentence], tools: Tools, model: TellsPairs, day: date | None
) -> Relation:
    """The model's type with the rules' reading of it; the rules' own best where the pair is not in the text."""
    readings = sorted(_read(pair, sentences, tools, day), key=lambda item: -item[0])
    places = find_pair(pair.text, pair.source, pair.target)
    if any(places):
        return _combined(pair.uid, model.tell(pair.text, *places), readings)
    if not readings:
        return Relation(pair.uid, _FALLBACK, _FALLBACK, "occurred", (), 0.1)
    fit, reading = readings[0]
    confidence = round(min(max(fit, 0.1), 0.99), 2)
    return Relation(pair.uid, reading.event, reading.act, reading.status, reading.modes, confidence)


def _combined(uid: str, told: Told, readings: Sequence[tuple[float, Reading]]) -> Relation:
    """The likeliest type, the rules' best reading counting for as much as its arguments fit the marks."""
    weights = dict(told.types)
    if readings:
        best, reading = readings[0]
        own = _root(reading)
        # The less the model sees any event between the two, the more the rules count.
        weights[own] *= exp(_RULES * (1 + 2 * told.none) * max(best, 0.0))
        for fit, other in readings[1:]:
            if _root(other) != own and fit < best - _CLEARLY:  # an act of the sentence, but between others
                weights[_root(other)] *= exp(-_ELSEWHERE * (best - fit))
    event, weight = max(weights.items(), key=lambda item: item[1])
    wanted = _YIELD if event == "YIELD" else {event}
    same = next((reading for _, reading in readings if reading.event in wanted), None)
    confidence = round(min(weight / sum(weights.values()), 0.99), 2)
    if same is not None:
        return Relation(uid, same.event, same.act, same.status, same.modes, confidence)
    if event == "YIELD":
        event = told.act if told.act in _YIELD else "CONCEDE"
    act = told.act if event in _FOLDED and told.act != "NONE" else event
    return Relation(uid, event, act, told.status, (), confidence)


def _root(reading: Reading) -> str:
    return "YIELD" if reading.event in _YIELD else reading.event


def _read(
    pair: MarkedPair, sentences: Sequence[Sentence], tools: Tools, day: date | None
) -> Iterator[tuple[float, Reading]]:
    """The rules' readings of all sentences, each with how well its arguments fit the marks."""
    for sent in sentences:
        tree = Tree(sent)
        namer = Namer(tree, tools.knowledge, Memory(day), tools.lexicon.nouns)
        source_at, target_at = _locate(tree, pair.source), _locate(tree, pair.target)
        candidates = find_candidates(tree, tools.lexicon)
        for cand in candidates:
            reading = read_status(tree, cand)
            if reading is None or reading.event in _SILENT:
                continue
            yield round(_fit(tree, cand, reading, namer, source_at, target_at, tools), 9), reading


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
    score = 0.1 + 0.1 * _kind(cand) * reading.weight
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


def _kind(cand: Candidate) -> float:
    """A verb with the object it asks for tells more than a bare verb, and a verb more than a noun."""
    if cand.is_nominal:
        return 0.7 if cand.governors else 0.5
    return 0.85 if cand.is_specific else 0.75


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
