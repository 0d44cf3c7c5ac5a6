"""Types: recall on PLOVER's gold standard records, and macro-F1 over marked pairs through ``relate``."""

from __future__ import annotations

from benchmarks.data import GSR_DEV, PLV_TRAIN
from whowhom import Coder
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


def score_plv(coder: Coder) -> dict[str, float]:
    """Macro-F1 over 15 roots and over 4 quad classes of the marked training pairs (rules only: nothing is trained)."""
    answers = answer_gold(read_gold(PLV_TRAIN).items, Live(coder))
    roots = score_answers(answers, name="root", resamples=0)
    quads = score_answers(regroup(answers, _quad), name="quad", resamples=0)
    return {"root macro-F1": roots.macro_f1.value, "quad macro-F1": quads.macro_f1.value}


def _quad(root: str) -> str:
    """Quad class as the pairs' authors count it: SANCTION is verbal conflict, YIELD material cooperation."""
    if root == YIELD:
        return "2"
    return "3" if root == "SANCTION" else str(load_ontology().quad(root))
