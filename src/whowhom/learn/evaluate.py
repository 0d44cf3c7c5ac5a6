"""How right a coder is on single judgements: precision, recall, F1 by type with bootstrap intervals, its confusions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from whowhom.learn.answers import Answer, answer_gold
from whowhom.learn.calibrate import calibration_error
from whowhom.learn.figures import RESAMPLES, Confusion, Measure, Sampled, draw
from whowhom.learn.files import read_gold
from whowhom.learn.gold import NOTHING, Gold
from whowhom.learn.parity import HumanReport, score_humans
from whowhom.learn.voices import Codes, Live, Voice, sentences_of

Pairs = Counter[tuple[str, str]]
# Hits and all of one sentence.
Share = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TypeScore:
    """How one type fares; ``gold`` and ``answered`` count how often it should have been said and was, ``hits`` both."""

    event: str
    gold: int
    answered: int
    hits: int
    precision: float
    recall: float
    f1: Measure


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one coder on one gold file of single judgements.

    Where sentences are coded freely, a mention that the gold does not speak of counts against precision, though the
    gold may only be silent about it; recall is then the figure to trust.
    """

    gold: str
    judgements: int
    sentences: int
    answered: int
    macro_f1: Measure
    precision: Measure
    recall: Measure
    actor_recall: Measure | None
    parties_recall: Measure | None
    root_recall: Measure | None
    calibration_error: float | None
    types: tuple[TypeScore, ...]
    confusion: tuple[Confusion, ...]


def evaluate(
    path: Path, coder: Codes, *, only: str | None = None, resamples: int = RESAMPLES, seed: int = 0
) -> Report | HumanReport:
    """The coder's figures on a gold file of any form; the same seed gives the same intervals."""
    return score_voice(read_gold(path, only=only), Live(coder), resamples=resamples, seed=seed)


def score_voice(gold: Gold, voice: Voice, *, resamples: int = RESAMPLES, seed: int = 0) -> Report | HumanReport:
    """The figures of whoever answers on gold that is read already; rows that could not be read are not in them."""
    name = Path(gold.name).name
    if gold.humans:
        said = voice.say_sentences(sentences_of(gold))
        return score_humans(gold.humans, said, name=name, resamples=resamples, seed=seed)
    return score_answers(answer_gold(gold.items, voice), name=name, resamples=resamples, seed=seed)


def score_answers(answers: Sequence[Answer], *, name: str, resamples: int = RESAMPLES, seed: int = 0) -> Report:
    """The figures of answers given before."""
    pairs, figures = _count(answers), sample_figures(answers, resamples, seed)
    scored = [(answer.confidence, answer.is_right) for answer in answers if answer.confidence is not None]
    wrong = [(count, pair) for pair, count in pairs.items() if pair[0] != pair[1]]

    def optional(figure: str) -> Measure | None:
        return figures[figure].measure if figure in figures else None

    return Report(
        gold=name,
        judgements=sum(answer.gold != NOTHING for answer in answers),
        sentences=len({answer.sentence for answer in answers}),
        answered=sum(answer.event != NOTHING for answer in answers),
        macro_f1=figures["macro-F1"].measure,
        precision=figures["precision"].measure,
        recall=figures["recall"].measure,
        actor_recall=optional("recall with actor"),
        parties_recall=optional("recall with parties"),
        root_recall=optional("recall of CAMEO root"),
        calibration_error=calibration_error(scored) if scored else None,
        types=tuple(_score_type(label, pairs, figures) for label in _labels(pairs)),
        confusion=tuple(Confusion(*pair, count) for count, pair in sorted(wrong, key=lambda w: (-w[0], w[1]))),
    )


def sample_figures(answers: Sequence[Answer], resamples: int, seed: int) -> dict[str, Sampled]:
    """Every figure by name, with its bootstrap samples; answers to the same gold are sampled alike."""
    pairs, groups = _count(answers), _by_sentence(answers)
    labels = _labels(pairs)
    samples = _resample(groups, resamples, seed)

    def sampled(figure: Callable[[Pairs], float | None]) -> Sampled:
        return Sampled(figure(pairs), tuple(figure(sample) for sample in samples))

    scores, drawn_scores = _f1s(pairs, labels), [_f1s(sample, labels) for sample in samples]
    figures = {
        "macro-F1": Sampled(_mean(scores), tuple(map(_mean, drawn_scores))),
        "precision": sampled(_precision),
        "recall": sampled(_recall),
    }
    for name, told in _told_shares(groups):
        if any(n for _, n in told):
            figures[name] = _sample_share(told, resamples, seed)
    by_type = {f"F1 {x}": Sampled(scores[i], tuple(drawn[i] for drawn in drawn_scores)) for i, x in enumerate(labels)}
    return figures | by_type


def _told_shares(groups: Sequence[Sequence[Answer]]) -> list[tuple[str, list[Share]]]:
    """Shares of judgements by name, sentence by sentence."""

    def share(of: Callable[[Answer], bool | None]) -> list[Share]:
        told = [[hit for answer in group if (hit := of(answer)) is not None] for group in groups]
        return [(sum(hits), len(hits)) for hits in told]

    return [
        ("recall with actor", share(lambda answer: answer.has_actor)),
        ("recall with parties", share(lambda answer: answer.has_parties)),
        ("recall of CAMEO root", share(lambda answer: answer.has_root)),
    ]


def _sample_share(told: Sequence[Share], resamples: int, seed: int) -> Sampled:
    def share(places: Sequence[int]) -> float | None:
        total = sum(told[i][1] for i in places)
        return sum(told[i][0] for i in places) / total if total else None

    return Sampled(share(range(len(told))), tuple(map(share, draw(len(told), resamples, seed))))


def _score_type(label: str, pairs: Pairs, figures: dict[str, Sampled]) -> TypeScore:
    hits, gold, answered = _tally(pairs, label)
    return TypeScore(
        event=label,
        gold=gold,
        answered=answered,
        hits=hits,
        precision=hits / answered if answered else 0.0,
        recall=hits / gold if gold else 0.0,
        f1=figures[f"F1 {label}"].measure,
    )


def _labels(pairs: Pairs) -> list[str]:
    return sorted({gold for gold, _ in pairs if gold != NOTHING})


def _count(answers: Sequence[Answer]) -> Pairs:
    return Counter((answer.gold, answer.event) for answer in answers)


def _tally(pairs: Pairs, label: str) -> tuple[int, int, int]:
    """How often a type was rightly said, should have been said, and was said."""
    gold = sum(count for (wanted, _), count in pairs.items() if wanted == label)
    answered = sum(count for (_, said), count in pairs.items() if said == label)
    return pairs[label, label], gold, answered


def _f1s(pairs: Pairs, labels: Sequence[str]) -> list[float | None]:
    """The F1 of each type; None for a type that is neither wanted nor said, as may happen in a resample."""
    sizes: Counter[str] = Counter()
    for (wanted, said), count in pairs.items():
        sizes[wanted] += count
        sizes[said] += count
    return [2 * pairs[label, label] / sizes[label] if sizes[label] else None for label in labels]


def _mean(scores: Sequence[float | None]) -> float | None:
    """The mean over types; a resample that lacks a type is averaged over the others."""
    told = [score for score in scores if score is not None]
    return sum(told) / len(told) if told else None


def _recall(pairs: Pairs) -> float | None:
    return _right_share({pair: count for pair, count in pairs.items() if pair[0] != NOTHING})


def _precision(pairs: Pairs) -> float | None:
    return _right_share({pair: count for pair, count in pairs.items() if pair[1] != NOTHING})


def _right_share(pairs: dict[tuple[str, str], int]) -> float | None:
    total = sum(pairs.values())
    return sum(count for (gold, said), count in pairs.items() if gold == said) / total if total else None


def _by_sentence(answers: Sequence[Answer]) -> list[list[Answer]]:
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(answer.sentence, []).append(answer)
    return list(groups.values())


def _resample(groups: Sequence[Sequence[Answer]], resamples: int, seed: int) -> list[Pairs]:
    counted = [list(_count(group).items()) for group in groups]
    samples = []
    for places in draw(len(groups), resamples, seed):
        sample: Pairs = Counter()
        for place in places:
            for pair, count in counted[place]:
                sample[pair] += count
        samples.append(sample)
    return samples
