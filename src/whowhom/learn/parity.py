"""A coder beside several people: its agreement with them, theirs with each other, and the ratio of the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from whowhom.learn.figures import RESAMPLES, Confusion, Measure, Sampled, draw
from whowhom.learn.gold import NOTHING, HumanSentence, SpanEvent
from whowhom.learn.humans import LEVELS, STATEMENT_ROOT, count, take_for
from whowhom.learn.voices import Said
from whowhom.ontology import load_ontology

# Hits, answers and wanted: of one reference, and one a reference in the order of the references.
Tally = tuple[int, int, int]
Tallies = list[list[int]]


@dataclass(frozen=True, slots=True)
class LevelScore:
    """Agreement at one level, each figure the mean over the people (``human_f1``: over pairs of them, both ways).

    ``ratio`` is ``f1`` over ``human_f1``: 1 is as good as another person. What only one person coded has no
    ``human_f1`` and no ``ratio``.
    """

    level: str
    precision: float
    recall: float
    f1: Measure
    human_f1: Measure | None
    human_min: float | None
    human_max: float | None
    ratio: Measure | None


@dataclass(frozen=True, slots=True)
class HumanReport:
    """The figures of one coder on sentences that several people coded; ``human_events`` counts all people's events."""

    gold: str
    people: tuple[str, ...]
    sentences: int
    human_events: int
    answered: int
    levels: tuple[LevelScore, ...]
    confusion: tuple[Confusion, ...]
    agreed: tuple[Confusion, ...]


def score_humans(
    humans: Sequence[HumanSentence],
    said: Sequence[Sequence[Said]],
    *,
    name: str,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> HumanReport:
    """The figures of what was said of each sentence; plain statements count nowhere."""
    told = _spans(said)
    people = tuple(humans[0].sheets)
    figures = sample_parity(humans, said, resamples, seed)
    cells = _count_roots(humans, told)
    confusion = [Confusion(*pair, n) for pair, n in sorted(cells.items(), key=lambda cell: (-cell[1], cell[0]))]
    return HumanReport(
        gold=name,
        people=people,
        sentences=len(humans),
        human_events=sum(len(sheet) for sentence in humans for sheet in sentence.sheets.values()),
        answered=sum(map(len, told)),
        levels=tuple(_score_level(level, humans, told, figures) for level in LEVELS),
        confusion=tuple(cell for cell in confusion if cell.gold != cell.answered),
        agreed=tuple(cell for cell in confusion if cell.gold == cell.answered),
    )


def sample_parity(
    humans: Sequence[HumanSentence], said: Sequence[Sequence[Said]], resamples: int, seed: int
) -> dict[str, Sampled]:
    """F1, human F1 and ratio of every level by name, with their bootstrap samples."""
    told, figures = _spans(said), {}
    for level in LEVELS:
        coder, people = _tally_coder(humans, told, level), _tally_people(humans, level)
        samples = [_sums(places, coder, people) for places in draw(len(humans), resamples, seed)]
        own, theirs = _sums(range(len(humans)), coder, people)
        f1 = Sampled(_mean_f1(own), tuple(_mean_f1(sample) for sample, _ in samples))
        figures[f"{level} F1"] = f1
        if theirs:
            human = Sampled(_mean_f1(theirs), tuple(_mean_f1(sample) for _, sample in samples))
            ratios = tuple(_ratio(a, b) for a, b in zip(f1.samples, human.samples, strict=True))
            figures[f"{level} human F1"] = human
            figures[f"{level} ratio"] = Sampled(_ratio(f1.value, human.value), ratios)
    return figures


def _spans(said: Iterable[Iterable[Said]]) -> list[list[SpanEvent]]:
    return [[one.spans for one in found if one.root != STATEMENT_ROOT] for found in said]


def _tally_coder(humans: Sequence[HumanSentence], told: Sequence[Sequence[SpanEvent]], level: str) -> Tallies:
    """For each sentence the tallies of the coder against each person, one after the other in a flat list."""
    return [
        [n for sheet in sentence.sheets.values() for n in count(sheet, events, level)]
        for sentence, events in zip(humans, told, strict=True)
    ]


def _tally_people(humans: Sequence[HumanSentence], level: str) -> Tallies:
    """The same for each person against each other, both ways."""
    return [
        [n for a, b in permutations(sentence.sheets.values(), 2) for n in count(a, b, level)] for sentence in humans
    ]


def _sums(places: Sequence[int], coder: Tallies, people: Tallies) -> tuple[list[int], list[int]]:
    own, theirs = ([sum(column) for column in zip(*(rows[i] for i in places), strict=True)] for rows in (coder, people))
    return own, theirs


def _tallies(flat: Sequence[int]) -> Iterator[Tally]:
    for i in range(0, len(flat), 3):
        yield flat[i], flat[i + 1], flat[i + 2]


def _f1s(flat: Sequence[int]) -> list[float]:
    return [2 * hits / (answers + wanted) if hits else 0.0 for hits, answers, wanted in _tallies(flat)]


def _mean_f1(flat: Sequence[int]) -> float:
    return _mean(_f1s(flat))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _ratio(own: float | None, human: float | None) -> float | None:
    return own / human if own is not None and human else None


def _score_level(
    level: str,
    humans: Sequence[HumanSentence],
    told: Sequence[Sequence[SpanEvent]],
    figures: dict[str, Sampled],
) -> LevelScore:
    own, theirs = _sums(range(len(humans)), _tally_coder(humans, told, level), _tally_people(humans, level))
    human, ratio = figures.get(f"{level} human F1"), figures.get(f"{level} ratio")
    pairs = _f1s(theirs)
    return LevelScore(
        level=level,
        precision=_mean([hits / answers if answers else 0.0 for hits, answers, _ in _tallies(own)]),
        recall=_mean([hits / wanted if wanted else 0.0 for hits, _, wanted in _tallies(own)]),
        f1=figures[f"{level} F1"].measure,
        human_f1=human.measure if human else None,
        human_min=min(pairs, default=None),
        human_max=max(pairs, default=None),
        ratio=ratio.measure if ratio and ratio.value is not None else None,
    )


def _count_roots(humans: Sequence[HumanSentence], told: Sequence[Sequence[SpanEvent]]) -> Counter[tuple[str, str]]:
    """What the coder said where each person saw an act, as pairs of roots; "none" where one of them saw nothing."""
    cells: Counter[tuple[str, str]] = Counter()
    for sentence, events in zip(humans, told, strict=True):
        for sheet in sentence.sheets.values():
            taken = take_for(sheet, events)
            for i, j in taken.items():
                cells[_name(sheet[i].root), NOTHING if j is None else _name(events[j].root)] += 1
            for j in set(range(len(events))) - set(taken.values()):
                cells[NOTHING, _name(events[j].root)] += 1
    return cells


def _name(root: int) -> str:
    """A root with the type that it stands for: "18 ASSAULT"."""
    return f"{root:02d} {load_ontology().from_cameo(f'{root:02d}')[0]}"
