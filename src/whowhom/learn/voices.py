"""Who answers: a coder that is asked now, seen through what scoring looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from whowhom.learn.gold import Gold, GoldItem, Offsets, SpanEvent
from whowhom.records import Entity, EventMention, Relation, Story

NOWHERE: Offsets = (0, 0)


@dataclass(frozen=True, slots=True)
class Said:
    """What scoring looks at of one event that a coder found in a sentence.

    Spans are offsets in the sentence; the codes are one an entity, None where the coder gave none. ``confidence`` is
    0 to 1, None where there is none.
    """

    said_id: str
    event: str
    root: int
    confidence: float | None
    action: Offsets = NOWHERE
    source: tuple[Offsets, ...] = ()
    target: tuple[Offsets, ...] = ()
    actors: tuple[str | None, ...] = ()
    recipients: tuple[str | None, ...] = ()

    @property
    def spans(self) -> SpanEvent:
        return SpanEvent(self.action, self.root, self.source, self.target)


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence to code: every id that the gold has for it, its words and the day it was written, if known."""

    uids: tuple[str, ...]
    text: str
    day: str | None = None


class Codes(Protocol):
    """The coder's surface as evaluation uses it."""

    def relate(self, rows: Iterable[tuple[str, str, str, str]]) -> Iterator[Relation]: ...

    def code_many(self, stories: Iterable[Story]) -> Iterator[tuple[Story, list[EventMention]]]: ...


class Voice(Protocol):
    """Whoever answers: one event and confidence a marked pair, any number of events a sentence, each in order."""

    def say_pairs(self, items: Sequence[GoldItem]) -> list[tuple[str, float | None]]: ...

    def say_sentences(self, asked: Sequence[Asked]) -> list[list[Said]]: ...


@dataclass(frozen=True, slots=True)
class Live:
    """A coder that is asked now."""

    coder: Codes

    def say_pairs(self, items: Sequence[GoldItem]) -> list[tuple[str, float | None]]:
        """The coder's event and confidence on each marked pair."""
        rows = [(item.uid, item.sentence, item.source or "", item.target or "") for item in items]
        return [(relation.event, relation.confidence) for relation in self.coder.relate(rows)]

    def say_sentences(self, asked: Sequence[Asked]) -> list[list[Said]]:
        """The coder's events in each sentence, coded as a story of its own."""
        stories = [Story(story_id=str(i), published=one.day, body=(one.text,)) for i, one in enumerate(asked)]
        return [[hear(mention) for mention in mentions] for _, mentions in self.coder.code_many(stories)]


def hear(mention: EventMention) -> Said:
    """A mention as scoring looks at it."""
    return Said(
        said_id=mention.mention_id,
        event=mention.event,
        root=int(mention.cameo[:2]),
        confidence=mention.confidence,
        action=(mention.trigger.start, mention.trigger.end),
        source=_spans(mention.actor),
        target=_spans(mention.actor if is_two_sided(mention.actor, mention.recipient) else mention.recipient),
        actors=tuple(entity.code for entity in mention.actor),
        recipients=tuple(entity.code for entity in mention.recipient),
    )


def is_two_sided(actors: Sequence[object], recipients: Sequence[object]) -> bool:
    """Whether parties act together: PLOVER has them all as actors, people mark them as source and as target."""
    return not recipients and len(actors) > 1


def _spans(entities: Iterable[Entity]) -> tuple[Offsets, ...]:
    return tuple((entity.start, entity.end) for entity in entities)


def sentences_of(gold: Gold) -> list[Asked]:
    """The sentences of a gold file that are coded freely, each once, in order."""
    if gold.humans:
        return [Asked((human.uid,), human.sentence) for human in gold.humans]
    return group_sentences(item for item in gold.items if not item.is_pair)


def group_sentences(items: Iterable[GoldItem]) -> list[Asked]:
    """The sentences of judgements, each once with the ids of all its judgements; the first day counts."""
    found: dict[str, Asked] = {}
    for item in items:
        known = found.get(item.sentence)
        uids = (*known.uids, item.uid) if known else (item.uid,)
        found[item.sentence] = Asked(uids, item.sentence, known.day if known else item.day)
    return list(found.values())
