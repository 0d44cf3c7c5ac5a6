"""A coder's answers set beside the judgements of gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from whowhom.learn.gold import NOTHING, YIELD, GoldItem, Offsets
from whowhom.learn.humans import overlap
from whowhom.learn.parties import covers
from whowhom.learn.voices import Codes, Live, Said, Voice, group_sentences

_YIELDING = frozenset({"CONCEDE", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What the coder said to one judgement; either side may be "none".

    The last three say whether it also named the gold's actor, both parties, and the CAMEO root somewhere in the
    sentence; each is None where the gold does not name them.
    """

    uid: str
    sentence: str
    gold: str
    event: str
    confidence: float | None
    has_actor: bool | None = None
    has_parties: bool | None = None
    has_root: bool | None = None

    @property
    def is_right(self) -> bool:
        return self.gold == self.event


def answer_gold(items: Iterable[GoldItem], voice: Voice) -> list[Answer]:
    """The answers: one to each marked pair, and to each sentence as many as are found or should have been."""
    items = list(items)
    pairs = [item for item in items if item.is_pair]
    folds = _folds(items)
    told = voice.say_pairs(pairs) if pairs else []
    answers = [
        Answer(item.uid, item.sentence, item.event, _fold(event, folds), confidence)
        for item, (event, confidence) in zip(pairs, told, strict=True)
    ]
    return answers + _answer_sentences([item for item in items if not item.is_pair], voice, folds)


def _answer_sentences(items: Sequence[GoldItem], voice: Voice, folds: bool) -> list[Answer]:
    wanted: dict[str, list[GoldItem]] = {}
    for item in items:
        wanted.setdefault(item.sentence, []).append(item)
    asked = group_sentences(items)
    if not asked:
        return []
    answers: list[Answer] = []
    for one, said in zip(asked, voice.say_sentences(asked), strict=True):
        answers += _pair_up(wanted[one.text], [replace(s, event=_fold(s.event, folds)) for s in said])
    return answers


def _pair_up(items: Sequence[GoldItem], said: Sequence[Said]) -> list[Answer]:
    """Judgements beside what was said: equal types first, then the surest left, then nothing."""
    first, items = items[0], [item for item in items if item.event != NOTHING]
    if not items and not said:
        return [Answer(first.uid, first.sentence, NOTHING, NOTHING, None)]
    left, rooted = sorted(said, key=_doubt), _find_roots(items, said)
    answers, unmet = [], []
    for i, item in enumerate(items):
        hits = [one for one in left if one.event == item.event]
        if not hits:
            unmet.append(i)
            continue
        # Of several right types the one with the right parties; max keeps the surest of equals, which is first.
        hit = max(hits, key=lambda one: _reach(item, one))
        left.remove(hit)
        answers.append(_answer(item, hit, rooted[i]))
    for i in unmet:
        answers.append(_answer(items[i], left.pop(0) if left else None, rooted[i]))
    extra = [Answer(one.said_id, first.sentence, NOTHING, one.event, one.confidence) for one in left]
    return answers + extra


def _doubt(said: Said) -> float:
    return -(said.confidence or 0.0)


def _answer(item: GoldItem, said: Said | None, has_root: bool | None) -> Answer:
    reach = _reach(item, said) if said is not None and said.event == item.event else 0
    names = bool(item.actors or item.recipients)
    return Answer(
        item.uid,
        item.sentence,
        item.event,
        said.event if said else NOTHING,
        said.confidence if said else None,
        reach >= 1 if names else None,
        reach == 2 if names else None,
        has_root,
    )


def _reach(item: GoldItem, said: Said) -> int:
    """How many of the parties are the gold's: 0 not the actor, 1 the actor, 2 both."""
    if not covers(item.actors, said.actors, said.recipients):
        return 0
    return 1 + covers(item.recipients, said.recipients, said.actors)


def _find_roots(items: Sequence[GoldItem], said: Iterable[Said]) -> list[bool | None]:
    """For each judgement whether its CAMEO root was said; a root said once serves one judgement."""
    roots = Counter(f"{one.root:02d}" for one in said)
    found: list[bool | None] = []
    for item in items:
        if item.root is None:
            found.append(None)
            continue
        found.append(roots[item.root] > 0)
        roots[item.root] -= 1
    return found


def judge_mentions(items: Iterable[GoldItem], coder: Codes) -> list[Answer]:
    """What freely coded mentions say of the marked pairs: the answers behind the confidence that ``code`` writes.

    A mention that joins no marked pair is left out, for the gold does not speak of it.
    """
    items = list(items)
    folds, voice = _folds(items), Live(coder)
    marked: dict[str, list[GoldItem]] = {}
    for item in items:
        if item.is_pair:
            marked.setdefault(item.sentence, []).append(item)
    asked = group_sentences(item for item in items if item.is_pair)
    answers = []
    for one, said in zip(asked, voice.say_sentences(asked), strict=True):
        for item in marked[one.text]:
            answers += [
                Answer(item.uid, item.sentence, item.event, _fold(s.event, folds), s.confidence)
                for s in said
                if _joins(s, item)
            ]
    return answers + _answer_sentences([item for item in items if not item.is_pair], voice, folds)


def _joins(said: Said, item: GoldItem) -> bool:
    """Whether the parties stand in the marked spans; those who act together may stand in both."""
    source, target = _span(item.sentence, item.source), _span(item.sentence, item.target)
    return _meets(said.source, source) and _meets(said.target or said.source, target)


def _span(sentence: str, words: str | None) -> Offsets:
    at = sentence.find((words or "").strip())
    return (at, at + len((words or "").strip())) if at >= 0 else (0, 0)


def _meets(spans: Iterable[Offsets], other: Offsets) -> bool:
    return any(overlap(span, other) for span in spans)


def regroup(answers: Iterable[Answer], name: Callable[[str], str]) -> list[Answer]:
    """The answers under other names, as quad classes for types; "none" stays."""
    return [replace(answer, gold=_rename(answer.gold, name), event=_rename(answer.event, name)) for answer in answers]


def _rename(event: str, name: Callable[[str], str]) -> str:
    return event if event == NOTHING else name(event)


def _folds(items: Iterable[GoldItem]) -> bool:
    return any(item.event == YIELD for item in items)


def _fold(event: str, folds: bool) -> str:
    return YIELD if folds and event in _YIELDING else event
