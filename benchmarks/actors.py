"""Who: the share of marked parties that get a country or group code, and what the knowledge base costs.

Every source and target of the marked pairs and of PLOVER's gold standard records is named in its sentence as the coder
names it, on the record's date where it has one. Which spans count is told in README.md.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.data import GSR_DEV, PAGES, PLV_TRAIN
from whowhom import Coder
from whowhom.actors import Knowledge, load_knowledge
from whowhom.annotate import Annotator, load_annotator
from whowhom.coding import entities
from whowhom.coding.circumstances import locate
from whowhom.coding.encoder import find_pair
from whowhom.coding.entities import Namer
from whowhom.coding.lexicon import load_lexicon
from whowhom.coding.memory import Memory, Named
from whowhom.coding.tree import Tree
from whowhom.places import load_gazetteer
from whowhom.read import open_inputs
from whowhom.records import Entity, Sentence, Story

PAGES_TIMED = 25
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM"})
CHECKED = Path(__file__).parent / "gold" / "actor_spans.tsv"


@dataclass(frozen=True, slots=True)
class Marked:
    """A party marked in a sentence: ``text[start:end]``."""

    uid: str
    text: str
    start: int
    end: int
    day: date | None = None

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom the coder takes a marked span for; nobody when the list is empty."""

    span: Marked
    entities: tuple[Entity, ...]
    is_party: bool

    @property
    def codes(self) -> list[str]:
        return list(dict.fromkeys(entity.code for entity in self.entities if entity.code))


def read_spans() -> list[Marked]:
    """Every marked source and target that stands in its sentence."""
    return [*_pairs(PLV_TRAIN), *_records(GSR_DEV)]


def _pairs(file: Path) -> Iterator[Marked]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            places = find_pair(row["sentence"], row["source"], row["target"])
            for side, place in zip(("source", "target"), places, strict=True):
                if place is not None:
                    yield Marked(f"plv:{row['uid']}:{side}", row["sentence"], *place)


def _records(file: Path) -> Iterator[Marked]:
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for side in ("source", "target"):
            parties = record.get(side) if isinstance(record.get(side), list) else []
            for number, party in enumerate(parties):
                at = record["text"].find(party["actorText"]) if party.get("actorText") else -1
                if at >= 0:
                    uid = f"gsr:{record['id']}:{side}:{number}"
                    yield Marked(uid, record["text"], at, at + len(party["actorText"]))


class SpanNamer:
    """Names marked spans as the coder does, each sentence by itself."""

    def __init__(self, annotator: Annotator | None = None, knowledge: Knowledge | None = None) -> None:
        lexicon = load_lexicon()
        self._annotator = annotator or load_annotator(lexicon.lemmas)
        self._knowledge = knowledge or load_knowledge()
        self._gazetteer = load_gazetteer()

    def name(self, spans: list[Marked]) -> list[Answer]:
        """One answer for each span, in order."""
        texts = list(dict.fromkeys(span.text for span in spans))
        stories = [Story(story_id=str(i), body=(text,)) for i, text in enumerate(texts)]
        told = {story.body[0]: sents for story, sents in self._annotator.annotate_many(stories)}
        return [self._name(span, told[span.text]) for span in spans]

    def _name(self, span: Marked, sentences: list[Sentence]) -> Answer:
        memory = Memory(span.day, partial(locate, self._gazetteer))
        for sent in sentences:
            tree = Tree(sent)
            namer = Namer(tree, self._knowledge, memory)
            inside = [i for i, t in enumerate(tree.tokens) if t.start < span.end and t.end > span.start]
            if inside:
                entities = tuple(named.entity for named in _name_tokens(tree, namer, inside))
                return Answer(span, entities, is_party(tree, span, self._knowledge))
            namer.remember()
        return Answer(span, (), is_party=False)


def _name_tokens(tree: Tree, namer: Namer, inside: list[int]) -> list[Named]:
    """The parties of these tokens: their topmost noun, else who stands behind it, else the first that it speaks of."""
    tops = [i for i in inside if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    head = next((i for i in tops if tree.tokens[i].pos in _NOUNS), tops[0])
    found = namer.name_all([i for i in tree.conjuncts(head) if i in inside])
    if found:
        return found
    found = namer.name_owner(head)
    for i in inside:
        if not found and tree.tokens[i].pos in _NOUNS and tree.tokens[i].dep != "compound":
            found = namer.name(i)
    return found


def is_party(tree: Tree, span: Marked, knowledge: Knowledge) -> bool:
    """Whether a span names or describes a party: a known name, a proper noun, or a role that acts by itself.

    Told by words alone, whether the span was resolved or not: "10 people", "the vote", "they" are no parties.
    """
    inside = [t for t in tree.tokens if t.start < span.end and t.end > span.start]
    if any(t.pos == "PROPN" for t in inside):
        return True
    matches = knowledge.find([t.text for t in inside])
    return any(fact.kind != "role" or not fact.weak for match in matches for fact in match.facts)


def score_checked(answers: list[Answer]) -> float:
    """The share of the spans checked by hand whose codes are the right ones."""
    told = {(answer.span.uid, answer.span.start): set(answer.codes) for answer in answers}
    with CHECKED.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
    right = [told.get((row["uid"], int(row["start"])), set()) == set(row["codes"].split()) for row in rows]
    return sum(right) / len(right)


def measure_cost(pages: Path) -> dict[str, float]:
    """Seconds and megabytes (read from Linux's /proc) of loading the tables, and matching's share of coding pages."""
    script = (
        "import time\n"
        "from pathlib import Path\n"
        "from whowhom.actors import load_knowledge\n"
        "held = lambda: int(Path('/proc/self/statm').read_text().split()[1]) * 4096 / 1e6\n"
        "before, started = held(), time.process_time()\n"
        "load_knowledge()\n"
        "print(time.process_time() - started, held() - before)\n"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True) for _ in range(3)
    ]
    taken, memory = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    return {"load seconds": min(taken), "load MB": min(memory), "matching share": _matching_share(pages)}


def _matching_share(pages: Path) -> float:
    """The share of the coder's time that looking names up and resolving phrases takes, coding saved pages."""
    coder = Coder()
    stories = [item for item in islice(open_inputs([str(pages)]), PAGES_TIMED) if isinstance(item, Story)]
    list(coder.code_many(stories[:1]))  # warm
    clock = _Clock()
    with clock.on(entities, "resolve"), clock.on(Knowledge, "find"):
        started = time.process_time()
        list(coder.code_many(stories))
        whole = time.process_time() - started
    return clock.seconds / whole


class _Clock:
    """Adds up the time inside some functions, each stretch once."""

    def __init__(self) -> None:
        self.seconds, self._depth = 0.0, 0

    @contextmanager
    def on(self, owner: Any, name: str) -> Iterator[None]:
        """Times a function of a module or class while the block runs."""
        timed = getattr(owner, name)

        def run(*args: Any, **kwargs: Any) -> Any:
            started, self._depth = time.process_time(), self._depth + 1
            try:
                return timed(*args, **kwargs)
            finally:
                self._depth -= 1
                self.seconds += 0.0 if self._depth else time.process_time() - started

        setattr(owner, name, run)
        try:
            yield
        finally:
            setattr(owner, name, timed)


def score_actors(coder: Coder) -> dict[str, float]:
    """Shares of spans and of parties that got a code, the accuracy of checked ones, and what the tables cost."""
    del coder  # the spans are named apart from any act
    answers = SpanNamer().name(read_spans())
    parties = [answer for answer in answers if answer.is_party]
    return {
        "spans resolved": sum(bool(answer.codes) for answer in answers) / len(answers),
        "parties resolved": sum(bool(answer.codes) for answer in parties) / len(parties),
        "parties": float(len(parties)),
        "checked spans right": score_checked(answers),
        **measure_cost(PAGES),
    }
