"""Gold data, and a coder's answers to it: marked pairs (.tsv) and PLOVER's gold standard records (.jsonl)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from whowhom.errors import InputError
from whowhom.ontology import load_ontology
from whowhom.records import EventMention, Relation, Story

# Type names of older PLOVER drafts, and what the types are called since 2.0.
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
# Some gold has these two as one class; answers are then folded the same way.
YIELD = "YIELD"
_YIELDING = frozenset({"CONCEDE", "RETREAT"})
NOTHING = "none"
COLUMNS = ("uid", "sentence", "source", "target", "gold_root")


class Codes(Protocol):
    """The coder's surface as evaluation uses it."""

    def relate(self, rows: Iterable[tuple[str, str, str, str]]) -> Iterator[Relation]: ...

    def code_many(self, stories: Iterable[Story]) -> Iterator[tuple[Story, list[EventMention]]]: ...


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One judgement: the event of a sentence, between a pair when source and target are marked."""

    uid: str
    sentence: str
    source: str | None
    target: str | None
    event: str

    @property
    def is_pair(self) -> bool:
        return self.source is not None and self.target is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the coder said to one judgement; either side may be "none"."""

    uid: str
    sentence: str
    gold: str
    event: str
    confidence: float | None

    @property
    def is_right(self) -> bool:
        return self.gold == self.event


def read_gold(path: Path) -> list[GoldItem]:
    """The judgements of a gold file, checked; raises InputError with the line of the first fault."""
    if not path.is_file():
        raise InputError(str(path), "there is no such file")
    read = {".tsv": _read_marked, ".jsonl": _read_plover}.get(path.suffix.lower())
    if read is None:
        raise InputError(str(path), "gold is a .tsv of marked pairs or a .jsonl of PLOVER records")
    try:
        items = list(read(path))
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not UTF-8 text") from error
    if not items:
        raise InputError(str(path), "holds no judgement")
    return items


def _read_marked(path: Path) -> Iterator[GoldItem]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if missing := set(COLUMNS) - set(rows.fieldnames or ()):
            raise InputError(str(path), f"the first line lacks the columns {', '.join(sorted(missing))}")
        for number, row in enumerate(rows, start=2):
            if any(row[column] is None for column in COLUMNS):
                raise InputError(str(path), f"line {number}: has too few columns")
            event = _event(row["gold_root"], f"{path}", number)
            yield GoldItem(row["uid"], row["sentence"], row["source"], row["target"], event)


def _read_plover(path: Path) -> Iterator[GoldItem]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            row = _record(line, str(path), number)
            event = _event(str(row["event"]), str(path), number)
            uid = str(row.get("id", number))
            yield GoldItem(uid, str(row["text"]), None, None, event)


def _record(line: str, file: str, number: int) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(file, f"line {number}: is not JSON ({error.msg})") from error
    if not (isinstance(row, dict) and "event" in row and "text" in row):
        raise InputError(file, f'line {number}: lacks "event" or "text"')
    return row


def _event(name: str, file: str, number: int) -> str:
    event = RENAMED.get(name.strip().upper(), name.strip().upper())
    if event != YIELD and event not in load_ontology().types:
        raise InputError(file, f"line {number}: {name!r} is no PLOVER type")
    return event


def answer_gold(items: Iterable[GoldItem], coder: Codes) -> list[Answer]:
    """The coder's answers: one to each marked pair, and to each sentence as many as it finds or should have found."""
    items = list(items)
    pairs = [item for item in items if item.is_pair]
    folds = any(item.event == YIELD for item in items)
    answers = _answer_pairs(pairs, coder, folds)
    return answers + _answer_sentences([item for item in items if not item.is_pair], coder, folds)


def _answer_pairs(items: list[GoldItem], coder: Codes, folds: bool) -> list[Answer]:
    rows = [(item.uid, item.sentence, item.source or "", item.target or "") for item in items]
    told = coder.relate(rows)
    return [
        Answer(item.uid, item.sentence, item.event, _fold(relation.event, folds), relation.confidence)
        for item, relation in zip(items, told, strict=True)
    ]


def _answer_sentences(items: list[GoldItem], coder: Codes, folds: bool) -> list[Answer]:
    by_sentence: dict[str, list[GoldItem]] = {}
    for item in items:
        by_sentence.setdefault(item.sentence, []).append(item)
    stories = (Story(story_id=str(i), body=(sentence,)) for i, sentence in enumerate(by_sentence))
    answers: list[Answer] = []
    for story, mentions in coder.code_many(stories):
        answers += _pair_up(by_sentence[story.body[0]], mentions, folds)
    return answers


def judge_mentions(items: Iterable[GoldItem], coder: Codes) -> list[Answer]:
    """What freely coded mentions say of the marked pairs: the answers behind the confidence that ``code`` writes.

    A mention that joins no marked pair is left out, for the gold does not speak of it.
    """
    items = list(items)
    folds = any(item.event == YIELD for item in items)
    marked: dict[str, list[GoldItem]] = {}
    for item in items:
        if item.is_pair:
            marked.setdefault(item.sentence, []).append(item)
    stories = (Story(story_id=str(i), body=(sentence,)) for i, sentence in enumerate(marked))
    answers = []
    for story, mentions in coder.code_many(stories):
        for item in marked[story.body[0]]:
            for mention in mentions:
                if _joins(mention, item):
                    event = _fold(mention.event, folds)
                    answers.append(Answer(item.uid, item.sentence, item.event, event, mention.confidence))
    return answers + _answer_sentences([item for item in items if not item.is_pair], coder, folds)


def _joins(mention: EventMention, item: GoldItem) -> bool:
    """Whether the mention's parties stand in the marked spans; those who act together may stand in both."""
    source, target = _span(item.sentence, item.source), _span(item.sentence, item.target)
    actors = [(entity.start, entity.end) for entity in mention.actor]
    others = [(entity.start, entity.end) for entity in mention.recipient] or actors
    return _meets(actors, source) and _meets(others, target)


def _span(sentence: str, words: str | None) -> tuple[int, int]:
    at = sentence.find((words or "").strip())
    return (at, at + len((words or "").strip())) if at >= 0 else (0, 0)


def _meets(spans: Iterable[tuple[int, int]], other: tuple[int, int]) -> bool:
    return any(start < other[1] and other[0] < end for start, end in spans)


def _pair_up(items: list[GoldItem], mentions: list[EventMention], folds: bool) -> list[Answer]:
    """Judgements beside mentions: equal types first, then the surest mention left, then nothing."""
    left = sorted(mentions, key=lambda m: -m.confidence)
    answers, unmet = [], []
    for item in items:
        hit = next((m for m in left if _fold(m.event, folds) == item.event), None)
        if hit is None:
            unmet.append(item)
            continue
        left.remove(hit)
        answers.append(Answer(item.uid, item.sentence, item.event, item.event, hit.confidence))
    for item in unmet:
        miss = left.pop(0) if left else None
        event = _fold(miss.event, folds) if miss else NOTHING
        answers.append(Answer(item.uid, item.sentence, item.event, event, miss.confidence if miss else None))
    first = items[0]
    extra = [Answer(m.mention_id, first.sentence, NOTHING, _fold(m.event, folds), m.confidence) for m in left]
    return answers + extra


def _fold(event: str, folds: bool) -> str:
    return YIELD if folds and event in _YIELDING else event
