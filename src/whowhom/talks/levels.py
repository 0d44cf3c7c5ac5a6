"""The rank at which a party takes part, read from the words for its office."""

from __future__ import annotations

import re

from whowhom.records import Entity
from whowhom.talks.records import Level

# The first that fits: a deputy minister is no minister, a prime minister neither.
_LEVELS: tuple[tuple[Level, str], ...] = (
    (
        "official",
        r"spokes(?:man|woman|person)|advis[eo]r|(?:vice|deputy)[- ]president|"
        r"(?:secretary|attorney|director|consul)[- ]general|"
        r"general secretary",
    ),
    ("head_of_government", r"prime minister|premier|head of government|chancellor"),
    (
        "deputy_minister",
        r"(?:deputy|vice|assistant|junior)[- ](?:\w+ ){0,2}(?:minister|secretary)|under[- ]?secretary|"
        r"minister of state",
    ),
    ("envoy", r"envoy|special representative|mediator|negotiator"),
    ("ambassador", r"ambassador|charg[eé] d.affaires"),
    ("minister", r"minister|secretary of state|foreign secretary|top diplomat|(?:defen[cs]e|interior|home) secretary"),
    ("head_of_state", r"president|king|emir|amir|sultan|monarch|supreme leader|head of state|crown prince"),
    ("military", r"general|colonel|brigadier|commander|chief of staff|admiral|military (?:officials?|officers?)"),
    ("delegation", r"delegations?|negotiating team|team|delegates"),
    ("official", r"officials?|diplomats?|secretary|representatives?|lawmakers?|negotiators"),
)
_PATTERNS = tuple((level, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for level, words in _LEVELS)
_FORMER = re.compile(r"\b(?:former|ex|late|previous)\b[- ]", re.IGNORECASE)


def level_of(entity: Entity, act: str = "") -> Level:
    """The level of who is named; ``act`` holds the words of the act, which may speak of a delegation."""
    for words in (entity.text, entity.office or ""):
        if _FORMER.search(words):
            continue
        for level, pattern in _PATTERNS:
            if pattern.search(words):
                return level
    return "delegation" if re.search(r"\b(?:delegat\w+|team)\b", act, re.IGNORECASE) else "unknown"
