"""Two coders on the same gold: each figure of both, and the difference with a paired bootstrap interval."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from whowhom.learn.answers import answer_gold
from whowhom.learn.evaluate import sample_figures
from whowhom.learn.figures import RESAMPLES, Measure, Sampled
from whowhom.learn.files import read_gold
from whowhom.learn.gold import Gold
from whowhom.learn.parity import sample_parity
from whowhom.learn.told import Told, read_told
from whowhom.learn.voices import Codes, Live, Voice, sentences_of


@dataclass(frozen=True, slots=True)
class Contrast:
    """One figure of two coders; ``difference`` is the first's less the second's, drawn on the same sentences."""

    figure: str
    first: Measure
    second: Measure
    difference: Measure


@dataclass(frozen=True, slots=True)
class Comparison:
    """This coder and a file's on the same gold; ``unjoined`` counts the file's rows that the gold lacks."""

    gold: str
    against: str
    sentences: int
    unjoined: int
    figures: tuple[Contrast, ...]


def compare(
    path: Path, coder: Codes, against: Path, *, only: str | None = None, resamples: int = RESAMPLES, seed: int = 0
) -> Comparison:
    """The coder beside the answers in a file (see ``read_told``), on a gold file of any form."""
    gold = read_gold(path, only=only)
    return compare_voices(gold, Live(coder), read_told(against, gold), resamples=resamples, seed=seed)


def compare_voices(gold: Gold, voice: Voice, told: Told, *, resamples: int = RESAMPLES, seed: int = 0) -> Comparison:
    """The same for gold and answers that are read already; rows that could not be read are not in the figures."""
    first, second = (_sample(gold, one, resamples, seed) for one in (voice, told))
    return Comparison(
        gold=Path(gold.name).name,
        against=told.name,
        sentences=len(gold.humans) or len({item.sentence for item in gold.items}),
        unjoined=told.unjoined,
        figures=tuple(
            Contrast(name, figure.measure, second[name].measure, figure.minus(second[name]))
            for name, figure in first.items()
            if name in second and not name.endswith("human F1")
        ),
    )


def _sample(gold: Gold, voice: Voice, resamples: int, seed: int) -> dict[str, Sampled]:
    if gold.humans:
        return sample_parity(gold.humans, voice.say_sentences(sentences_of(gold)), resamples, seed)
    return sample_figures(answer_gold(gold.items, voice), resamples, seed)
