"""Human parity: the coder against four trained people, with the public scorer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from benchmarks.data import HUMAN_CODERS, HUMAN_SCORER, read_jsonl
from whowhom import Coder
from whowhom.records import Entity, EventMention, Story

_LINE = re.compile(r"system~human (\w+)\s+P ([\d.]+) R ([\d.]+) F1 ([\d.]+)\s+ratio to human ([\d.]+)")


def score_humans(coder: Coder) -> dict[str, dict[str, float]]:
    """{level: {precision, recall, f1, ratio}} on the development sentences."""
    rows = read_jsonl(HUMAN_CODERS)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for row in code_sentences(coder, ((r["id"], r["sentence"]) for r in rows)):
            out.write(json.dumps(row) + "\n")
        out.flush()
        command = [sys.executable, str(HUMAN_SCORER), str(HUMAN_CODERS), "A", out.name]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return {
        level: {"precision": float(p), "recall": float(r), "f1": float(f), "ratio": float(ratio)}
        for level, p, r, f, ratio in _LINE.findall(text)
    }


def code_sentences(coder: Coder, sentences: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """One row a sentence, in the scorer's form."""
    stories = [Story(story_id=uid, body=(text,)) for uid, text in sentences]
    return [
        {"id": story.story_id, "events": [_event(m) for m in mentions]} for story, mentions in coder.code_many(stories)
    ]


def _event(mention: EventMention) -> dict[str, Any]:
    """A mention as the scorer wants it; parties to two-sided acts are both source and target."""
    two_sided = not mention.recipient and len(mention.actor) > 1
    return {
        "action": [mention.trigger.start, mention.trigger.end],
        "source": _spans(mention.actor),
        "target": _spans(mention.actor if two_sided else mention.recipient),
        "cameo_root": int(mention.cameo[:2]),
    }


def _spans(entities: Iterable[Entity]) -> list[list[int]]:
    return [[e.start, e.end] for e in entities]


def count_by_event(coder: Coder) -> dict[str, int]:
    """How many mentions of each type the development sentences give, for a look at the balance."""
    found: dict[str, int] = defaultdict(int)
    for row in read_jsonl(HUMAN_CODERS):
        for mention in coder.code(Story(story_id=row["id"], body=(row["sentence"],))):
            found[mention.event] += 1
    return dict(found)
