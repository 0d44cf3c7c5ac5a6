"""Training, calibration and evaluation: data to figures and model files; never imported when pages are coded."""

from whowhom.learn.calibrate import Step, calibrate, fit_steps, read_steps, write_steps
from whowhom.learn.evaluate import Measure, Report, TypeScore, evaluate, score_answers
from whowhom.learn.gold import Answer, GoldItem, read_gold
from whowhom.learn.tell import tell_report

__all__ = [
    "Answer",
    "GoldItem",
    "Measure",
    "Report",
    "Step",
    "TypeScore",
    "calibrate",
    "evaluate",
    "fit_steps",
    "read_gold",
    "read_steps",
    "score_answers",
    "tell_report",
    "write_steps",
]
