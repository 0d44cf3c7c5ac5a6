"""Training, calibration and evaluation: data to figures and model files; never imported when pages are coded."""

from whowhom.learn.answers import Answer, answer_gold, judge_mentions, regroup
from whowhom.learn.calibrate import Step, calibrate, fit_steps, read_steps, write_steps
from whowhom.learn.compare import Comparison, Contrast, compare, compare_voices
from whowhom.learn.evaluate import Report, TypeScore, evaluate, score_answers, score_voice
from whowhom.learn.figures import Confusion, Measure
from whowhom.learn.files import read_gold
from whowhom.learn.gold import Gold, GoldItem, HumanSentence, SpanEvent
from whowhom.learn.parity import HumanReport, LevelScore
from whowhom.learn.tell import tell_report
from whowhom.learn.told import Told, read_told
from whowhom.learn.voices import Live

__all__ = [
    "Answer",
    "Comparison",
    "Confusion",
    "Contrast",
    "Gold",
    "GoldItem",
    "HumanReport",
    "HumanSentence",
    "LevelScore",
    "Live",
    "Measure",
    "Report",
    "SpanEvent",
    "Step",
    "Told",
    "TypeScore",
    "answer_gold",
    "calibrate",
    "compare",
    "compare_voices",
    "evaluate",
    "fit_steps",
    "judge_mentions",
    "read_gold",
    "read_steps",
    "read_told",
    "regroup",
    "score_answers",
    "score_voice",
    "tell_report",
    "write_steps",
]
