"""Hand-built records for every room's tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from whowhom.records import Attribution, Author, Counts, Entity, EventMention, Span, Story

MakeStory = Callable[..., Story]
MakeMention = Callable[..., EventMention]

SENTENCE = "Russia met Turkey in Astana."


def build_story(story_id: str = "s1", **changes: Any) -> Story:
    values: dict[str, Any] = {
        "file": f"{story_id}.html",
        "url": f"https://one.example/{story_id}",
        "site": "one.example",
        "language": "en",
        "headline": "Russia meets Turkey",
        "authors": (Author("Ann Writer"),),
        "published": "2017-01-23T08:00:00+00:00",
        "body": (SENTENCE, f"The second paragraph of {story_id}."),
    }
    return Story(story_id, **(values | changes))


def build_entity(text: str = "Russia", code: str | None = "RUS", sector: str | None = "GOV", **changes: Any) -> Entity:
    return Entity(text, 0, len(text), **({"name": text, "code": code, "sector": sector} | changes))


def build_mention(mention_id: str = "m1", story_id: str = "s1", **changes: Any) -> EventMention:
    values: dict[str, Any] = {
        "url": f"https://one.example/{story_id}",
        "event_id": None,
        "file": f"{story_id}.html",
        "section": "body",
        "paragraph": 0,
        "sentence": 0,
        "text": SENTENCE,
        "sentence_start": 0,
        "event": "CONSULT",
        "act": "CONSULT",
        "mode": ("meet",),
        "context": ("diplomatic",),
        "cameo": "040",
        "quad": 1,
        "intensity": 1.0,
        "status": "occurred",
        "trigger": Span("met", 7, 10),
        "actor": (build_entity(),),
        "recipient": (build_entity("Turkey", "TUR"),),
        "attribution": Attribution("outlet"),
        "when": None,
        "where": None,
        "counts": Counts(),
        "confidence": 0.8,
        "coder": "test 1",
    }
    return EventMention(mention_id, story_id, **(values | changes))


@pytest.fixture
def make_story() -> MakeStory:
    """A story of two paragraphs; any field can be given."""
    return build_story


@pytest.fixture
def make_mention() -> MakeMention:
    """Russia met Turkey; any field can be given."""
    return build_mention


@pytest.fixture
def make_entity() -> Callable[..., Entity]:
    """Russia's government; any field can be given."""
    return build_entity
