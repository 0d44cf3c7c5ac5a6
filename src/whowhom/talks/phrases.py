"""Parts in the talks that stand in a phrase and make no event: "organized by Turkey", "is not a participant in"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whowhom.records import Entity, Section, Status
from whowhom.talks.levels import level_of
from whowhom.talks.lookup import Lookup
from whowhom.talks.names import TalksName
from whowhom.talks.records import Evidence, Party, Role

_BY_ROLE: dict[str, Role] = {
    "organi": "organiser", "sponsor": "organiser", "conven": "organiser", "call": "organiser", "initiat": "organiser",
    "host": "host", "mediat": "mediator", "broker": "mediator", "facilitat": "mediator", "chair": "mediator",
    "backed": "organiser", "led": "mediator",
}  # fmt: skip
_DONE_BY = re.compile(
    r"\b(?P<how>(?:co-?)?(?:organi[sz]ed|sponsored|convened|called|initiated|hosted|mediated|brokered|facilitated|chaired))"
    r" (?:jointly )?by (?P<who>[^.;:()—]+)"
)
_HYPHENED = re.compile(
    r"\b(?P<who>[A-Z][\w.]*)[-‐‑](?P<how>sponsored|convened|hosted|mediated|brokered|led|backed|organi[sz]ed)\b"
)
_APPOSED = re.compile(
    r"\b[Tt]he (?:\w+ )?(?P<how>organi[sz]|host|mediat|sponsor)(?:ers|s|ors),? (?P<who>[A-Z][^.;:()—]+)"
)
_NOT_PART = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had)(?: be| been)?(?: not|n[’']t| neither| never) (?:be )?"
    r"(?:an? |a party |among )?(?:(?:\w+ ){0,2}participants?|part(?:y|ies)|tak(?:e|ing|en) part|participat(?:e|ing)|"
    r"represented|present)\b[^.;]{0,40}?\b(?:in|to|at|of|nor)\s"
)
_IN_TALKS = re.compile(
    r"\b(?:decides?|decided|agrees?|agreed|negotiates?|negotiated|meets?|met|discuss(?:es|ed)?|sits? down|sat down|"
    r"(?:takes?|took|taking|will take) part|(?:will )?participat(?:es?|ed|ing)|faced? each other)"
    r"(?: on)?\s+(?:in|at|during)\s+$"
)
# A clause's noun phrase begins after one of these.
_CLAUSE = re.compile(
    r"[,;:—()]\s*|\b(?:as|that|what|which|where|when|while|because|since|although|if|whether|but|how|and then|about|"
    r"from)\s+",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+")
_VERB = re.compile(
    r"\s+(?:is|are|was|were|has|have|had|will|would|to|in|on|at|for|after|before|since|with|who|which|that|as|said|"
    r"and instead)\b"
)
_UNSURE = re.compile(r"\b(?:not|never|without|to|declin\w+|refus\w+|if|may|might|could|should|instead)\b|n[’']t\b")
# A list of parties is read up to this many members.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and where it stands."""

    story_id: str
    section: Section
    paragraph: int
    text: str
    as_of: str | None


def phrase_parties(passage: Passage, name: TalksName, bounds: tuple[int, int], lookup: Lookup) -> Iterator[Party]:
    """The lines that phrases around one naming of talks give, within its sentence."""
    first, last = bounds
    text = passage.text
    for pattern in (_DONE_BY, _APPOSED):
        for found in pattern.finditer(text, first, last):
            if found.start() >= name.start or pattern is _APPOSED:
                role = _role_of(found["how"])
                yield from _lines(passage, role, "occurred", _list_after(text, found, lookup), found.span())
    for found in _HYPHENED.finditer(text, max(first, name.start - 30), name.end):
        who = lookup.party(text, *found.span("who"))
        yield from _lines(passage, _role_of(found["how"]), "occurred", [who] if who else [], found.span())
    for found in _NOT_PART.finditer(text, first, name.start):
        entities = _list_before(text, first, found.start(), lookup)
        yield from _lines(passage, "absent", "occurred", entities, (found.start(), name.end))
    found_in = _IN_TALKS.search(text[first : _article_start(text, name)])
    if found_in is not None:
        entities = _list_before(text, first, first + found_in.start(), lookup)
        yield from _lines(passage, "attending", "occurred", entities, (first + found_in.start(), name.end))


def _article_start(text: str, name: TalksName) -> int:
    found = re.search(r"\b(?:the|these|those)\s+$", text[: name.start])
    return found.start() if found else name.start


def _role_of(word: str) -> Role:
    return next(role for stem, role in _BY_ROLE.items() if stem in word.lower().replace("organis", "organi"))


def _list_after(text: str, found: re.Match[str], lookup: Lookup) -> list[Entity]:
    """The parties listed after "by", as long as each next piece names one."""
    start, end = found.span("who")
    entities: list[Entity] = []
    for first, last in _pieces(text, start, end)[:_MOST]:
        stop = _VERB.search(text, first, last)
        entity = lookup.party(text, first, stop.start() if stop else last)
        if entity is None:
            break
        entities.append(entity)
        if stop:
            break
    return entities


def _list_before(text: str, first: int, end: int, lookup: Lookup) -> list[Entity]:
    """The parties that the subject before ``end`` names: "the rebels and the Syrian government"."""
    starts = [found.end() for found in _CLAUSE.finditer(text, first, end)]
    start = starts[-1] if starts else first
    if _UNSURE.search(text, start, end) or _VERB.search(text, start, end):
        return []
    entities = [lookup.party(text, a, b) for a, b in _pieces(text, start, end)[:_MOST]]
    return [entity for entity in entities if entity is not None]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a list with their offsets, blanks cut off."""
    pieces, at = [], start
    for found in [*_JOINED.finditer(text, start, end), None]:
        stop = found.start() if found else end
        inner = text[at:stop]
        left = at + len(inner) - len(inner.lstrip())
        if inner.strip():
            pieces.append((left, left + len(inner.strip())))
        at = found.end() if found else end
    return pieces


def _lines(
    passage: Passage, role: Role, status: Status, entities: list[Entity], cited: tuple[int, int]
) -> Iterator[Party]:
    for entity in entities:
        start, end = min(cited[0], entity.start), max(cited[1], entity.end)
        evidence = Evidence(passage.story_id, passage.section, passage.paragraph, start, end)
        yield Party(entity, role, level_of(entity), entity.person, status, None, passage.as_of, (evidence,))
