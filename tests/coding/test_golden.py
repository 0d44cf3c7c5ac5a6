"""The golden sentences: each phenomenon with the events that must, and must not, come out."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from whowhom import Coder
from whowhom.records import Entity, EventMention, Story

_CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "golden" / "sentences.toml").read_text(encoding="utf-8")
)["cases"]


@pytest.mark.parametrize("case", _CASES, ids=lambda c: f"{c['group']}: {c['text'][:50]}")
def test_sentence_gives_its_events(case: dict[str, Any], coder: Coder) -> None:
    mentions = list(coder.code(Story(story_id="golden", body=(case["text"],))))
    told = "\n".join(describe(m) for m in mentions) or "(none)"
    if case.get("none"):
        assert not mentions, told
        return
    for expected in case["events"]:
        assert any(fits(expected, m) for m in mentions), f"missing {expected}; got:\n{told}"
    if not case.get("more"):
        extra = [m for m in mentions if not any(fits(e, m) for e in case["events"])]
        assert not extra, f"not expected:\n{told}"


def fits(expected: dict[str, str], mention: EventMention) -> bool:
    """Whether a mention has every field the case names."""
    for key, value in expected.items():
        if key in {"actor", "recipient"}:
            if not any(_is_entity(value, e) for e in getattr(mention, key)):
                return False
        elif key == "mode":
            if value not in mention.mode:
                return False
        elif key == "trigger":
            if value not in mention.trigger.text:
                return False
        elif key == "attribution":
            if mention.attribution.kind != value:
                return False
        elif getattr(mention, key) != value:
            return False
    return True


def _is_entity(wanted: str, entity: Entity) -> bool:
    code, _, sector = wanted.partition(" ")
    return (code == "-" or entity.code == code) and (not sector or entity.sector == sector)


def describe(m: EventMention) -> str:
    def side(entities: tuple[Entity, ...]) -> str:
        return ", ".join(f"{e.text} = {e.code} {e.sector}" for e in entities)

    return f"{m.event} ({m.act}, {m.status}, {m.mode}) [{m.trigger.text}] {side(m.actor)} -> {side(m.recipient)}"
