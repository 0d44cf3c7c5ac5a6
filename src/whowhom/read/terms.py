"""What a text says of people in office: who holds which office now, whose has ended, who has just come or gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from whowhom.actors import Knowledge
from whowhom.actors.facts import Fact, Match

Kind = Literal["holds", "former", "elect", "outgoing", "begins", "ends"]

_WORD = re.compile(r"\w+(?:[-.]\w+)*|['’]s\b|\S")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# A sentence of the past may name a president of the past: "under President Reagan", "in 1987".
_OLD = re.compile(
    r"\b(?:in|since|from|until|by|of|during|between|and|to|late|early)\s(?:the\s)?(?:1[89]\d\d|20\d\d)\b"
    r"|\b(?:1[89]|20)\d0s\b|\b(?:then|late|under|era|predecessors?|formerly|once|history|anniversary)\b"
    r"|\b(?:decades?|years?) (?:ago|earlier)\b"
)
_BEGIN = (
    r"sworn[ -]in|inaugurat\w+|swearing[ -]in|(?:took|takes|assumed?|assumes|taking) (?:office|power|the oath)|became"
)
_BEGIN += r"|enthroned|appointed|named|elevated"
_END = r"died|dies|death|killed|assassinat\w+|shot dead|resign\w*|step(?:s|ped) down|quits?|ousted|toppled|overthrown"
_END += r"|deposed|removed|abdicat\w+|sacked|dismissed|fired|murder\w*"
_BEGIN_AT, _END_AT = re.compile(rf"\b(?:{_BEGIN})\b"), re.compile(rf"\b(?:{_END})\b")
_DAY = re.compile(rf"\b(last )?({'|'.join(_WEEKDAYS)}|yesterday|today)\b")
_AHEAD = re.compile(r"\b(?:will|would|to be|is due|are due|expected|set to|planned|ahead of|before|prepares?|if)\b")
_FOR_A_TIME = frozenset({"Acting", "Interim", "Caretaker", "Transitional"})
# "removed President X from office on Wednesday": done to the one named next.
_DONE_TO = re.compile(
    r"\b(?:removed|ousted|impeached|sacked|dismissed|assassinated|killed|toppled|overthrew|deposed|fired)\s(?:[\w.-]+\s){0,4}$"
)
_REACH = 110  # letters between a name and what happened to its bearer


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing said of an office-holder; ``terms`` are those it may be about, ``day`` the word for its day."""

    kind: Kind
    terms: tuple[Fact, ...]
    words: str
    day: str | None = None
    is_ahead: bool = False


def find_signs(text: str, knowledge: Knowledge) -> Iterator[Sign]:
    """Everything that one sentence says of people in office, in order."""
    tokens = list(_WORD.finditer(text))
    words = [token[0] for token in tokens]
    matches = knowledge.find(words)
    is_old = _OLD.search(text.lower()) is not None
    for index, match in enumerate(matches):
        terms = tuple(fact for fact in match.of("person") if fact.start is not None and fact.office)
        if not terms:
            continue
        title = _title(words, matches, index)
        name = " ".join(words[match.start : match.end])
        start, end = tokens[match.start].start(), tokens[match.end - 1].end()
        yield from _turns(text, start, end, terms, name)
        if title is not None:
            kind, office, code = title
            held = tuple(term for term in terms if _fits(term, office, code))
            if held and not (is_old and kind == "holds"):
                yield Sign(kind, held, f"{office} {name}".strip())


def _title(words: Sequence[str], matches: Sequence[Match], index: int) -> tuple[Kind, str, str | None] | None:
    """The kind of sign, the office and the country that stand beside a name; None when it has no title."""
    match = matches[index]
    before = matches[index - 1] if index and matches[index - 1].end == match.start else None
    role = next((fact for fact in before.of("role") if fact.office), None) if before else None
    if role is None or before is None or role.office is None:
        return _title_of_itself(words, match)
    country = matches[index - 2] if index > 1 and matches[index - 2].end == before.start else None
    codes = {fact.code for fact in country.of("adjective", "state")} if country else set()
    code = codes.pop() if len(codes) == 1 else None
    at = country.start if country is not None and code is not None else before.start
    lead = words[at - 1].lower() if at else ""
    office = role.office
    if lead in {"then", "late"}:
        return None
    if office.startswith("Former ") or lead in {"former", "ex", "onetime"}:
        return "former", office.removeprefix("Former "), code
    if re.search(r"[- ](?:elect|designate)$", office):
        return "elect", re.split(r"[- ](?:elect|designate)", office)[0], code
    return ("outgoing" if lead == "outgoing" else "holds"), office, code


def _title_of_itself(words: Sequence[str], match: Match) -> tuple[Kind, str, str | None] | None:
    """ "King Salman" bears the title in the name; "the Trump administration" behind it."""
    after = [word.lower() for word in words[match.end : match.end + 2]]
    if after[:1] in (["administration"], ["government"], ["presidency"]) or after in (
        ["'s", "administration"],
        ["’s", "government"],
    ):
        before = words[match.start - 1].lower() if match.start else ""
        return ("former" if before in {"former", "previous"} else "holds"), "", None
    first = words[match.start]
    return (
        ("holds", first, None) if first in {"King", "Queen", "Pope", "Emir"} and match.end - match.start > 1 else None
    )


def _fits(term: Fact, office: str, code: str | None) -> bool:
    """Whether a term is in the office that a title names; "" is that of a head of state or government."""
    held = term.office or ""
    if code is not None and term.code != code:
        return False
    if not office:
        return held in {"President", "Prime Minister", "Chancellor"}
    return held == office or any(held == f"{word} {office}" for word in _FOR_A_TIME)


def _turns(text: str, start: int, end: int, terms: tuple[Fact, ...], name: str) -> Iterator[Sign]:
    """The beginning or end of a term that the words behind a name tell, with its day; or those right before it."""
    behind = re.split(r"[;:]|\bwho\b|\bsaid\b|\bsays\b", text[end : end + _REACH].lower())[0]
    ahead = text[max(start - 50, 0) : start].lower()
    told = _DAY.search(behind)
    for kind, pattern in (("begins", _BEGIN_AT), ("ends", _END_AT)):
        turn = pattern.search(behind)
        if turn is not None and told is not None and _is_near(behind, turn, told):
            is_ahead = _AHEAD.search(behind[: turn.start()]) is not None
            yield Sign("begins" if kind == "begins" else "ends", terms, name, told[0], is_ahead)
        elif kind == "ends" and told is not None and told.start() < 40 and _DONE_TO.search(ahead):
            yield Sign("ends", terms, name, told[0])
        elif (turn := pattern.search(ahead)) and re.search(r"\bof\b", ahead[turn.end() :]):
            day = _DAY.search(ahead[: turn.end()]) or (told if told is not None and told.start() < 20 else None)
            if day is not None:
                yield Sign("begins" if kind == "begins" else "ends", terms, name, day[0])


def _is_near(text: str, turn: re.Match[str], told: re.Match[str]) -> bool:
    """Whether day and deed belong together: "was sworn in on Friday", "'s Friday inauguration"."""
    gap = text[min(turn.end(), told.end()) : max(turn.start(), told.start())]
    return len(gap) < 70 and "." not in gap
