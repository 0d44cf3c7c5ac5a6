"""How well link joins the mentions of a corpus whose true happenings are known."""

from __future__ import annotations

import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import harmonic_mean

from benchmarks.linking.corpus import Retelling, make_corpus
from benchmarks.linking.scale import around, measure
from whowhom import Coder
from whowhom.link import group_copies, group_mentions
from whowhom.records import EventMention, Story

Coded = Sequence[tuple[Story, Sequence[EventMention]]]

# Corpora drawn from the tables of each half: which happenings are told often is chance, and a figure should not be.
DRAWS = 5
STORIES_TIMED = 5_000


def score_linking(coder: Coder) -> dict[str, float]:
    """Pairwise figures on both halves, means over some draws; order of arrival; growth of time per added story."""
    rows: dict[str, float] = {}
    for half in ("dev", "held"):
        drawn = [_score_corpus(make_corpus(half, seed=n), coder) for n in range(1, DRAWS + 1)]
        rows |= {f"{half} {name}": sum(draw[name] for draw in drawn) / DRAWS for name in drawn[0]}
    with tempfile.TemporaryDirectory() as folder:
        spent = measure(STORIES_TIMED, Path(folder) / "scale.duckdb")
    rows["ms a story at 1,000"] = around(spent, 1_000)
    rows["time ratio, 5,000 to 1,000"] = around(spent, STORIES_TIMED) / around(spent, 1_000)
    return rows


def _score_corpus(corpus: Sequence[Retelling], coder: Coder) -> dict[str, float]:
    coded = list(coder.code_many(told.story for told in corpus))
    truth, given = truth_of(corpus, coded), group_mentions(coded)
    acts = {mention.mention_id: mention.act for _, mentions in coded for mention in mentions}
    same_act = score_pairs({name: f"{happening} {acts[name]}" for name, happening in truth.items()}, given)
    return {
        **score_pairs(truth, given),
        "F1, B-cubed": score_each(truth, given),
        "recall, same act": same_act["recall"],
        "F1, same act": same_act["F1"],
        **score_copies(corpus),
        "same in ten orders": float(same_in_any_order(coded)),
    }


def truth_of(corpus: Iterable[Retelling], coded: Coded) -> dict[str, str]:
    """The true happening of each mention whose trigger stands on marked words, by mention id."""
    marks = {told.story.story_id: told.marks for told in corpus}
    found = {}
    for story, mentions in coded:
        for mention in mentions:
            for mark in marks[story.story_id]:
                same_place = (mark.section, mark.paragraph) == (mention.section, mention.paragraph)
                if same_place and mark.start < mention.trigger.end and mention.trigger.start < mark.end:
                    found[mention.mention_id] = mark.happening
    return found


def score_pairs(truth: Mapping[str, str], given: Mapping[str, str]) -> dict[str, float]:
    """Precision, recall and F1 over the pairs of mentions that are or should be one event."""
    both = _pairs(Counter((truth[name], given[name]) for name in truth))
    joined, should = _pairs(Counter(given[name] for name in truth)), _pairs(Counter(truth.values()))
    precision, recall = both / joined if joined else 1.0, both / should if should else 1.0
    return {"precision": precision, "recall": recall, "F1": harmonic_mean((precision, recall))}


def score_each(truth: Mapping[str, str], given: Mapping[str, str]) -> float:
    """B-cubed F1: every mention counts alike, those of rarely told happenings too."""
    sizes = Counter(truth.values()), Counter(given[name] for name in truth)
    cells = Counter((truth[name], given[name]) for name in truth)
    precision = sum(n * n / sizes[1][group] for (_, group), n in cells.items()) / len(truth)
    recall = sum(n * n / sizes[0][happening] for (happening, _), n in cells.items()) / len(truth)
    return harmonic_mean((precision, recall))


def score_copies(corpus: Sequence[Retelling]) -> dict[str, float]:
    """Precision and recall over the pairs of stories that are copies of one text."""
    truth = {told.story.story_id: told.copy_of or told.story.story_id for told in corpus}
    scores = score_pairs(truth, group_copies(told.story for told in corpus))
    return {"copies precision": scores["precision"], "copies recall": scores["recall"]}


def same_in_any_order(coded: Coded, orders: int = 10) -> bool:
    """Whether linking gives the same groups in so many random orders."""
    first = group_mentions(coded)
    shuffled = (random.Random(n).sample(coded, len(coded)) for n in range(orders))
    return all(group_mentions(order) == first for order in shuffled)


def list_faults(truth: Mapping[str, str], given: Mapping[str, str]) -> dict[str, Counter[str]]:
    """For each true happening, how many of its mentions are in which group; for a person who looks into it."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for name, happening in truth.items():
        groups[happening][given[name]] += 1
    return groups


def _pairs(counts: Counter[object] | Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())
