"""What ``confidence`` is worth: held-out confidences of mentions that were judged right or wrong one by one.

``gold/judged_folds.tsv`` holds each judged mention's confidence by weights that saw no mention of its text (written by
``python -m whowhom.learn.sure training/judged.tsv --folds …``).
"""

from __future__ import annotations

import csv
from pathlib import Path

from whowhom.learn.calibrate import Scored, calibration_error
from whowhom.settings import MIN_CONFIDENCE

FOLDS = Path(__file__).parent / "gold" / "judged_folds.tsv"
THRESHOLDS = (MIN_CONFIDENCE, 0.5, 0.6, 0.7, 0.8)


def score_confidence(path: Path = FOLDS) -> dict[str, float]:
    """The share that is right, the calibration error, the order; at each threshold what is right and what is kept."""
    with path.open(encoding="utf-8", newline="") as file:
        scored = [(float(row["confidence"]), row["right"] == "1") for row in csv.DictReader(file, delimiter="\t")]
    right = sum(ok for _, ok in scored)
    rows = {"judged": float(len(scored)), "precision of all": right / len(scored)}
    rows |= {"calibration error": calibration_error(scored), "area under curve": _area(scored)}
    for least in THRESHOLDS:
        kept = [ok for share, ok in scored if share >= least]
        rows[f"precision at {least:g}"] = sum(kept) / len(kept) if kept else 0.0
        rows[f"right ones kept at {least:g}"] = sum(kept) / right
    return rows


def _area(scored: list[Scored]) -> float:
    """How often a right mention is surer than a wrong one: 0.5 is chance."""
    ups = [share for share, ok in scored if ok]
    downs = [share for share, ok in scored if not ok]
    return sum((up > down) + 0.5 * (up == down) for up in ups for down in downs) / (len(ups) * len(downs))
