"""Human parity: the coder against several trained people, as ``whowhom evaluate`` scores it."""

from __future__ import annotations

from benchmarks.data import HUMAN_CODERS, HUMAN_SET
from whowhom import Coder
from whowhom.learn import HumanReport, evaluate


def score_humans(coder: Coder) -> dict[str, dict[str, float]]:
    """{level: {precision, recall, f1, ratio}} on the development sentences."""
    report = evaluate(HUMAN_CODERS, coder, only=HUMAN_SET, resamples=0)
    assert isinstance(report, HumanReport)
    return {
        row.level: {
            "precision": row.precision,
            "recall": row.recall,
            "f1": row.f1.value,
            "ratio": row.ratio.value if row.ratio else 0.0,
        }
        for row in report.levels
    }
