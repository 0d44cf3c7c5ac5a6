"""Types: recall on PLOVER's gold standard records, and macro-F1 over marked pairs through ``relate``."""

from __future__ import annotations

import csv

from benchmarks.data import GSR_DEV, PAIR_FOLDS, PLV_TRAIN
from whowhom import Coder
from whowhom.coding.encoder import Span, Told, find_pair
from whowhom.learn import Live, Report, answer_gold, evaluate, read_gold, regroup, score_answers
from whowhom.learn.gold import YIELD
from whowhom.ontology import load_ontology


def score_gsr(coder: Coder) -> dict[str, float]:
    """Recall of type, type + actor country, and the whole triple; mentions a sentence."""
    report = evaluate(GSR_DEV, coder, resamples=0)
    assert isinstance(report, Report)
    return {
        "type": report.recall.value,
        "type+actor": report.actor_recall.value if report.actor_recall else 0.0,
        "triple": report.parties_recall.value if report.parties_recall else 0.0,
        "mentions/sentence": report.answered / report.sentences,
    }


class HeldOut:
    """The pair model's answers to the marked sentences, each by a network that had seen no sentence of its fold.

    They were written by ``python -m whowhom.learn.pairs … --folds``; the model that ``relate`` loads has learned from
    all these sentences and could not be scored on them.
    """

    def __init__(self) -> None:
        with PAIR_FOLDS.open(encoding="utf-8", newline="") as lines:
            shares = {row.pop("uid"): row for row in csv.DictReader(lines, delimiter="\t")}
        self._told: dict[tuple[str, Span | None, Span | None], Told] = {}
        with PLV_TRAIN.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                types = {name: float(share) for name, share in shares[row["uid"]].items() if name != "fold"}
                place = find_pair(row["sentence"], row["source"], row["target"])
                self._told[row["sentence"], *place] = Told(types, 0.0, "NONE", "occurred")

    def tell(self, text: str, actor: Span | None, recipient: Span | None) -> Told:
        return self._told[text, actor, recipient]


def score_plv(coder: Coder) -> dict[str, float]:
    """Macro-F1 over 15 roots and 4 quad classes of the marked pairs, cross-validated; the calibration error too."""
    del coder  # another is made, with the held-out answers in place of the model
    answers = answer_gold(read_gold(PLV_TRAIN).items, Live(Coder(pairs=HeldOut())))
    roots = score_answers(answers, name="root")
    quads = score_answers(regroup(answers, _quad), name="quad")
    figures = {}
    for name, measure in (("root macro-F1", roots.macro_f1), ("quad macro-F1", quads.macro_f1)):
        figures |= {name: measure.value, f"{name}, low": measure.low, f"{name}, high": measure.high}
    return figures | {"calibration error": roots.calibration_error or 0.0}


def _quad(root: str) -> str:
    """Quad class as the pairs' authors count it: YIELD is material cooperation."""
    return "2" if root == YIELD else str(load_ontology().quad(root))
