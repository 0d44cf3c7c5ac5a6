"""The seam for the type of a candidate act: today the lexicon's own answer, later a trained model's.

A classifier is handed the candidate with its sentence and says type, mode and how sure it is; a score of 0 means that
the pair stands in no event at all. Nothing else in ``coding`` knows where the answer comes from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from whowhom.coding.candidates import Candidate
from whowhom.coding.tree import Tree


@dataclass(frozen=True, slots=True)
class Verdict:
    act: str
    mode: str | None
    score: float  # 0–1: how likely the candidate names this act


class Classifier(Protocol):
    """Tells the type of a candidate act."""

    version: str

    def classify(self, tree: Tree, cand: Candidate) -> Verdict: ...


class RuleClassifier:
    """The lexicon's answer; the scores only order its kinds of rows, they are not yet calibrated."""

    version = "rules"

    def classify(self, tree: Tree, cand: Candidate) -> Verdict:
        if cand.is_nominal:
            return Verdict(cand.act, cand.mode, 0.7 if cand.governors else 0.5)
        return Verdict(cand.act, cand.mode, 0.85 if cand.is_specific else 0.75)
