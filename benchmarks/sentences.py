"""Sentences coded in full by one reader each (``gold/sentences.jsonl``): all events of each, none where none is told.

Two halves, each of 160 public marked sentences (``plv-N``; their words are in the development data) and 80 that were
written for this project. The coder was mended on one half; the other was coded by another reader, and its errors were
never looked at (though what a wider lexicon newly found in any public sentence was read). The halves called "wire" are
240 more, written by another hand in the manner of news agencies, half of them with no event; idioms are thick in them.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path
from statistics import harmonic_mean
from typing import Any

from benchmarks.data import PLV_TRAIN
from whowhom import Coder
from whowhom.learn.gold import SpanEvent
from whowhom.learn.humans import count
from whowhom.learn.voices import Asked, Live

GOLD = Path(__file__).parent / "gold" / "sentences.jsonl"
LEVELS = ("relevance", "action", "penta", "root", "dyad")


def score_sentences(coder: Coder) -> dict[str, float]:
    """Precision, recall and F1 at every level of the human coders' scale, for each half."""
    with PLV_TRAIN.open(encoding="utf-8", newline="") as file:
        public = {f"plv-{row['uid']}": row["sentence"] for row in csv.DictReader(file, delimiter="\t")}
    halves: dict[str, list[tuple[str, list[SpanEvent]]]] = defaultdict(list)
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row.get("sentence") or public[row["id"]]
        halves[row["half"]].append((text, [_event(event) for event in row["events"]]))
    return {f"{half}, {name}": value for half, items in halves.items() for name, value in _score(coder, items)}


def _event(event: dict[str, Any]) -> SpanEvent:
    spans = [tuple((start, end) for start, end in event[side]) for side in ("source", "target")]
    start, end = event["action"]
    return SpanEvent((start, end), event["root"], *spans)


def _score(coder: Coder, items: list[tuple[str, list[SpanEvent]]]) -> list[tuple[str, float]]:
    said = Live(coder).say_sentences([Asked((str(i),), text) for i, (text, _) in enumerate(items)])
    rows = []
    for level in LEVELS:
        counted = [count(gold, [one.spans for one in told], level) for (_, gold), told in zip(items, said, strict=True)]
        hits, answers, wanted = (sum(column) for column in zip(*counted, strict=True))
        precision, recall = hits / answers, hits / wanted
        rows += [(f"{level} precision", precision), (f"{level} recall", recall)]
        rows.append((f"{level} F1", harmonic_mean((precision, recall))))
    return rows
