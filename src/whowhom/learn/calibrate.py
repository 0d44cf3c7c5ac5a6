"""From the score of the rules to the share that is right: a monotone map fitted on gold, kept as a small table."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from whowhom.errors import GoldError, LexiconError
from whowhom.learn.answers import Answer, judge_mentions
from whowhom.learn.files import read_gold
from whowhom.learn.voices import Codes

COLUMNS = ("score_from", "score_to", "precision", "n")
# A step of fewer judgements says little: at 20 the standard error of a share is up to 0.11.
SMALLEST_STEP = 20
BINS = 10
HEADER = (
    "# From the coder's own score to the share of its answers that were right on gold.",
    "# score_from, score_to: the range of scores, start included; precision: the share right; n: judgements behind it",
)

Scored = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Step:
    """A range of scores and how often answers in it were right."""

    score_from: float
    score_to: float
    precision: float
    n: int


@dataclass(slots=True)
class _Block:
    low: float
    high: float
    hits: int
    n: int

    @property
    def share(self) -> float:
        return self.hits / self.n

    def absorb(self, other: _Block) -> None:
        self.low, self.high = min(self.low, other.low), max(self.high, other.high)
        self.hits, self.n = self.hits + other.hits, self.n + other.n


def calibrate(gold: Path, coder: Codes, out: Path, *, smallest: int = SMALLEST_STEP) -> list[Step]:
    """The steps fitted on what ``code`` says of a gold file's sentences, written to ``out``.

    Raises GoldError when a row cannot be read, or when the gold is people's codings, which give no single right answer.
    """
    found = read_gold(gold)
    if found.humans:
        raise GoldError(found.name, None, "people's codings give no single right answer to fit on")
    if found.skipped:
        raise GoldError(found.skipped[0].input, None, found.skipped[0].reason)
    steps = fit_steps(scores_of(judge_mentions(found.items, coder)), smallest=smallest)
    write_steps(steps, out, source=gold.name)
    return steps


def scores_of(answers: Iterable[Answer]) -> list[Scored]:
    """The answers as pairs of score and whether it was right."""
    return [(answer.confidence, answer.is_right) for answer in answers if answer.confidence is not None]


def held_out_error(answers: Sequence[Answer], *, folds: int = 5, seed: int = 0) -> float:
    """Expected calibration error of the fitted steps on sentences that they were not fitted on."""
    sentences = sorted({answer.sentence for answer in answers})
    random.Random(seed).shuffle(sentences)
    fold_of = {sentence: i % folds for i, sentence in enumerate(sentences)}
    told: list[Scored] = []
    for fold in range(folds):
        steps = fit_steps(scores_of(a for a in answers if fold_of[a.sentence] != fold))
        held = scores_of(a for a in answers if fold_of[a.sentence] == fold)
        told += [(apply_steps(steps, score), right) for score, right in held]
    return calibration_error(told)


def fit_steps(scored: Iterable[Scored], *, smallest: int = SMALLEST_STEP) -> list[Step]:
    """The rising steps from 0 to 1 that fit best: pool adjacent violators, then steps too small to trust."""
    by_score: dict[float, _Block] = {}
    for score, right in scored:
        by_score.setdefault(score, _Block(score, score, 0, 0)).absorb(_Block(score, score, int(right), 1))
    blocks: list[_Block] = []
    for score in sorted(by_score):
        blocks.append(by_score[score])
        while len(blocks) > 1 and blocks[-2].share >= blocks[-1].share:
            last = blocks.pop()
            blocks[-1].absorb(last)
    return _as_steps(_without_small(blocks, smallest))


def _without_small(blocks: list[_Block], smallest: int) -> list[_Block]:
    """Small blocks joined to the neighbour whose share is nearest; the order of shares stays."""
    while len(blocks) > 1 and min(block.n for block in blocks) < smallest:
        at = min(range(len(blocks)), key=lambda i: blocks[i].n)
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(blocks)]
        other = min(beside, key=lambda i: abs(blocks[i].share - blocks[at].share))
        first, second = sorted((at, other))
        blocks[first].absorb(blocks.pop(second))
    return blocks


def _as_steps(blocks: Sequence[_Block]) -> list[Step]:
    """Blocks as ranges without gaps: the border lies half way between two scores that were seen."""
    if not blocks:
        return []
    borders = [0.0, *(round((a.high + b.low) / 2, 4) for a, b in pairwise(blocks)), 1.0]
    return [
        Step(start, end, round(block.share, 4), block.n)
        for (start, end), block in zip(pairwise(borders), blocks, strict=True)
    ]


def apply_steps(steps: Sequence[Step], score: float) -> float:
    """The share that is right at a score; the score itself when nothing was fitted."""
    if not steps:
        return score
    return next((step.precision for step in reversed(steps) if score >= step.score_from), steps[0].precision)


def calibration_error(scored: Sequence[Scored], *, bins: int = BINS) -> float:
    """Expected calibration error: by how much, on average, the score misses the share that is right."""
    groups: dict[int, list[Scored]] = {}
    for score, right in scored:
        groups.setdefault(min(int(score * bins), bins - 1), []).append((score, right))
    gaps = [abs(sum(score for score, _ in group) - sum(right for _, right in group)) for group in groups.values()]
    return sum(gaps) / len(scored) if scored else 0.0


def write_steps(steps: Iterable[Step], path: Path, *, source: str) -> None:
    """The steps as a table with a header that explains its columns."""
    lines = [*HEADER, f"# fitted on: {source}", "\t".join(COLUMNS)]
    lines += [f"{step.score_from:g}\t{step.score_to:g}\t{step.precision:g}\t{step.n}" for step in steps]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_steps(path: Path) -> list[Step]:
    """The steps of such a table, checked; raises LexiconError with file and line."""
    numbered = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    rows = [(number, line) for number, line in numbered if line and not line.startswith("#")]
    if not rows or tuple(rows[0][1].split("\t")) != COLUMNS:
        raise LexiconError(path.name, rows[0][0] if rows else 1, f"the columns are not {', '.join(COLUMNS)}")
    steps = [_read_step(path.name, number, line) for number, line in rows[1:]]
    for (number, _), (before, after) in zip(rows[2:], pairwise(steps), strict=True):
        if before.score_to != after.score_from or before.precision > after.precision:
            raise LexiconError(path.name, number, "the steps must follow each other and rise")
    return steps


def _read_step(file: str, number: int, line: str) -> Step:
    try:
        start, end, precision, n = next(csv.reader([line], delimiter="\t"))
        return Step(float(start), float(end), float(precision), int(n))
    except ValueError as error:
        raise LexiconError(file, number, "is not four numbers") from error
