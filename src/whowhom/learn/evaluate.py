"""How right a coder is on gold: precision, recall, F1 by type with bootstrap intervals, and its confusions."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from whowhom.learn.calibrate import calibration_error
from whowhom.learn.gold import NOTHING, Answer, Codes, answer_gold, read_gold

RESAMPLES = 1000
INTERVAL = 0.95

Pairs = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its bootstrap interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TypeScore:
    """How one type fares; ``gold`` and ``answered`` count how often it should have been said and was."""

    event: str
    gold: int
    answered: int
    precision: float
    recall: float
    f1: Measure


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often a type of the gold was answered by another; "none" stands for no event."""

    gold: str
    answered: str
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one coder on one gold file.

    Where sentences are coded freely, a mention that the gold does not speak of counts against precision, though the
    gold may only be silent about it; recall is then the figure to trust.
    """

    gold: str
    judgements: int
    sentences: int
    macro_f1: Measure
    recall: Measure
    calibration_error: float | None
    types: tuple[TypeScore, ...]
    confusion: tuple[Confusion, ...]


def evaluate(gold: Path, coder: Codes, *, resamples: int = RESAMPLES, seed: int = 0) -> Report:
    """The coder's figures on a gold file; the same seed gives the same intervals."""
    answers = answer_gold(read_gold(gold), coder)
    return score_answers(answers, name=gold.name, resamples=resamples, seed=seed)


def score_answers(answers: Sequence[Answer], *, name: str, resamples: int = RESAMPLES, seed: int = 0) -> Report:
    """The figures of answers given before."""
    pairs = _count(answers)
    labels = sorted({gold for gold, _ in pairs if gold != NOTHING})
    samples = _resample(answers, resamples, seed)

    def measure(figure: Callable[[Pairs], float | None]) -> Measure:
        return Measure(figure(pairs) or 0.0, *_interval([value for s in samples if (value := figure(s)) is not None]))

    types = tuple(_score_type(label, pairs, measure) for label in labels)
    scored = [(answer.confidence, answer.is_right) for answer in answers if answer.confidence is not None]
    wrong = [(count, pair) for pair, count in pairs.items() if pair[0] != pair[1]]
    return Report(
        gold=name,
        judgements=sum(answer.gold != NOTHING for answer in answers),
        sentences=len({answer.sentence for answer in answers}),
        macro_f1=measure(lambda sample: _macro_f1(sample, labels)),
        recall=measure(_recall),
        calibration_error=calibration_error(scored) if scored else None,
        types=types,
        confusion=tuple(Confusion(*pair, count) for count, pair in sorted(wrong, key=lambda w: (-w[0], w[1]))),
    )


def _score_type(label: str, pairs: Pairs, measure: Callable[[Callable[[Pairs], float | None]], Measure]) -> TypeScore:
    hits, gold, answered = _tally(pairs, label)
    return TypeScore(
        event=label,
        gold=gold,
        answered=answered,
        precision=hits / answered if answered else 0.0,
        recall=hits / gold if gold else 0.0,
        f1=measure(lambda sample: _f1(sample, label)),
    )


def _count(answers: Sequence[Answer]) -> Pairs:
    return Counter((answer.gold, answer.event) for answer in answers)


def _tally(pairs: Pairs, label: str) -> tuple[int, int, int]:
    """How often a type was rightly said, should have been said, and was said."""
    gold = sum(count for (wanted, _), count in pairs.items() if wanted == label)
    answered = sum(count for (_, said), count in pairs.items() if said == label)
    return pairs[label, label], gold, answered


def _f1(pairs: Pairs, label: str) -> float | None:
    hits, gold, answered = _tally(pairs, label)
    return 2 * hits / (gold + answered) if gold + answered else None


def _macro_f1(pairs: Pairs, labels: Sequence[str]) -> float | None:
    """The mean over the gold's types; a resample that lacks a type is averaged over the others."""
    scores = [score for label in labels if (score := _f1(pairs, label)) is not None]
    return sum(scores) / len(scores) if scores else None


def _recall(pairs: Pairs) -> float | None:
    wanted = {pair: count for pair, count in pairs.items() if pair[0] != NOTHING}
    total = sum(wanted.values())
    return sum(count for (gold, said), count in wanted.items() if gold == said) / total if total else None


def _resample(answers: Sequence[Answer], resamples: int, seed: int) -> list[Pairs]:
    """Bootstrap samples of whole sentences: the judgements on one sentence are not independent."""
    by_sentence: dict[str, list[Answer]] = {}
    for answer in answers:
        by_sentence.setdefault(answer.sentence, []).append(answer)
    groups = [list(_count(group).items()) for group in by_sentence.values()]
    drawn = random.Random(seed)
    samples = []
    for _ in range(resamples):
        sample: Pairs = Counter()
        for group in drawn.choices(groups, k=len(groups)):
            for pair, count in group:
                sample[pair] += count
        samples.append(sample)
    return samples


def _interval(values: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of the values."""
    if not values:
        return 0.0, 0.0
    ordered = sorted(values)
    tail = (1 - INTERVAL) / 2
    last = len(ordered) - 1
    return ordered[round(tail * last)], ordered[round((1 - tail) * last)]
