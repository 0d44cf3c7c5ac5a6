"""Figures with bootstrap intervals: whole sentences are drawn, for the judgements on one are not independent."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

RESAMPLES = 1000
INTERVAL = 0.95


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its bootstrap interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often a type of the gold was answered by another; "none" stands for no event."""

    gold: str
    answered: str
    count: int


@dataclass(frozen=True, slots=True)
class Sampled:
    """A figure, and what it comes to in each bootstrap sample; None where there is nothing to take it of."""

    value: float | None
    samples: tuple[float | None, ...]

    @property
    def measure(self) -> Measure:
        """The figure (0 when there is nothing to take it of) with the middle 95 % of its samples."""
        return _measure(self.value or 0.0, [sample for sample in self.samples if sample is not None])

    def minus(self, other: Sampled) -> Measure:
        """The difference of two figures that were drawn together, with the interval of the paired differences."""
        pairs = zip(self.samples, other.samples, strict=True)
        differences = [a - b for a, b in pairs if a is not None and b is not None]
        return _measure((self.value or 0.0) - (other.value or 0.0), differences)


def _measure(value: float, samples: Sequence[float]) -> Measure:
    if not samples:
        return Measure(value, value, value)
    ordered = sorted(samples)
    tail, last = (1 - INTERVAL) / 2, len(ordered) - 1
    return Measure(value, ordered[round(tail * last)], ordered[round((1 - tail) * last)])


def draw(size: int, resamples: int, seed: int) -> Iterator[list[int]]:
    """Samples of the places 0 to size - 1, drawn with replacement; the same seed gives the same samples.

    Two coders on the same gold get the same sentences, sample by sample: that pairs them.
    """
    drawn = random.Random(seed)
    for _ in range(resamples):
        yield drawn.choices(range(size), k=size)
