"""Who a noun phrase names: head and titles give the sector, adjectives and "of X" the country, the day the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whowhom.actors.drafts import STATE_SECTORS, Draft
from whowhom.actors.knowledge import Knowledge
from whowhom.actors.phrase import PREPOSITIONS, Phrase
from whowhom.actors.reading import Reader
from whowhom.actors.words import word_set

_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = word_set(
    "january february march april may june july august september october november december"
)  # fmt: skip
_MONTH_WORDS = word_set("march may august april june")  # names and words too
_PARTS_OF_MONTHS = word_set("late early mid last next")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is meant: the fields of an Entity, what kind of name it is, and why."""

    name: str | None
    code: str | None
    sector: str | None
    other_sectors: tuple[str, ...]
    office: str | None
    person: str | None
    identifier: str | None
    kind: str
    weak: bool
    why: str
    alternatives: tuple[str, ...] = ()
    """The codes that the same name has elsewhere: COG of "Congo" taken for COD."""


def resolve(
    words: Sequence[str],
    head: int,
    *,
    knowledge: Knowledge,
    day: date | None = None,
    story_countries: Sequence[str] = (),
) -> Resolved | None:
    """Who the noun phrase names on a given day, with the reason; None when neither code nor sector is known."""
    if not words:
        return None
    words, head = _without_brackets(words, min(max(head, 0), len(words) - 1))
    words, head = _without_date(words, head)
    phrase = Phrase(words, knowledge, day, story_countries)
    head = _true_head(phrase, head)
    draft = _PhraseReader(phrase).read(head)
    if draft is None or (draft.code is None and draft.sector is None):
        return None
    return Resolved(
        draft.name,
        draft.code,
        draft.sector,
        draft.other_sectors,
        draft.office,
        draft.person,
        draft.identifier,
        draft.kind,
        draft.weak,
        draft.why,
        _alternatives(phrase, head, draft.code),
    )


def _alternatives(phrase: Phrase, head: int, code: str | None) -> tuple[str, ...]:
    """The other codes of the name that gave the code."""
    named = [match for match in phrase.matches if any(fact.code == code for fact in match.facts)]
    match = next((m for m in named if m.start <= head < m.end), named[0] if named else None)
    codes = [fact.code for fact in match.facts if fact.code and fact.code != code] if match and code else []
    return tuple(dict.fromkeys(codes))


def _without_date(words: Sequence[str], head: int) -> tuple[Sequence[str], int]:
    """The words without a date before them that a parser took for a part: "late August US President"."""
    at = first = 1 if words[0].lower() == "the" else 0
    while at + 1 < len(words) and at < head:
        word, after = words[at].lower(), words[at + 1].lower()
        if word in _DAYS or (word in _MONTHS and word not in _MONTH_WORDS):
            at += 1
        elif word in _PARTS_OF_MONTHS and after in _MONTHS | _DAYS | {"-"} and at + 1 < head:
            at += 3 if after == "-" else 2
        else:
            break
    return (words[at:], head - at) if first < at <= head else (words, head)


def _without_brackets(words: Sequence[str], head: int) -> tuple[Sequence[str], int]:
    """The words without brackets that part the head from what stands before: "People's Army (NPA) rebels"."""
    for start in range(head):
        if words[start] == "(":
            close = next((i for i in range(start, len(words)) if words[i] == ")"), None)
            if close is not None and close < head:
                return _without_brackets([*words[:start], *words[close + 1 :]], head - (close + 1 - start))
    return words, head


def _true_head(phrase: Phrase, head: int) -> int:
    """The head, moved on from a preposition or "ex-" that a parser took for it."""
    if phrase.match_at(head) is not None or head + 1 >= len(phrase.words):
        return head
    if phrase.lower[head] in PREPOSITIONS:
        return phrase.head_in(head + 1, max(phrase.stop(head + 1, len(phrase.words)), head + 2))
    return min(head + 2, len(phrase.words) - 1) if phrase.lower[head] == "ex" else head


class _PhraseReader(Reader):
    """Reads the head's own stretch first, then what the stretches beside it add."""

    def read(self, head: int) -> Draft | None:
        """The answer for the head's own stretch, completed from the stretches beside it."""
        size = len(self.phrase.words)
        segments = self.phrase.segments(0, size)
        own = next((i for i, (lo, hi, _) in enumerate(segments) if lo <= head < hi), None)
        if own is None:
            return self.describe(0, size, head)
        lo, hi, _ = segments[own]
        draft = self.describe(lo, hi, head)
        if draft is not None and draft.kind == "role" and draft.office and own + 1 < len(segments):
            self._take_name(draft, *segments[own + 1])
        if draft is not None and draft.code is not None and draft.sector is not None:
            return draft
        for i, (start, end, sign) in enumerate(segments):
            joined = sign if i > own else segments[i + 1][2] if i + 1 < len(segments) else ""
            if i != own and abs(i - own) <= 2:
                name = (lo, head + 1) if self.phrase.is_name_word(head) else None
                draft = self._complete(draft, (start, end), joined, after=i > own, name=name)
        return draft

    def _take_name(self, draft: Draft, lo: int, hi: int, sign: str) -> None:
        """The name set after a title: "the Palestinian president, Mahmoud Abbas"."""
        if sign != "," or draft.person is not None:
            return
        match = self.phrase.match_at(self.phrase.head_in(lo, hi))
        persons = match.of("person") if match is not None else ()
        if match is not None and persons and (draft.code is None or draft.code in {fact.code for fact in persons}):
            draft.person, draft.identifier = persons[0].name, persons[0].identifier
            draft.name, draft.code, draft.kind = persons[0].name, draft.code or persons[0].code, "person"
            draft.because("name set beside the title")
        elif all(self.phrase.is_name_word(i) or self.phrase.words[i] in {"-", "al", "bin"} for i in range(lo, hi)):
            draft.person = draft.name = self.text(lo, hi)
            draft.kind = "person"
            draft.because("name set beside the title")

    def _complete(
        self, draft: Draft | None, span: tuple[int, int], sign: str, *, after: bool, name: tuple[int, int] | None
    ) -> Draft | None:
        """The answer with what an apposition or the other half of a pair adds to it."""
        lo, hi = span
        beside = self.describe(lo, hi, self.phrase.head_in(lo, max(self.phrase.stop(lo, hi), lo + 1)))
        if beside is None or sign in {"who", "that", "which", "whose"}:
            return draft
        if sign in {"and", "or", "&"}:
            # "the government and people of Iraq": the pair shares its country, not its sector.
            alike = draft is not None and {draft.sector, beside.sector} <= STATE_SECTORS
            if draft is not None and draft.code is None and (after or alike or beside.kind != "role"):
                draft.code = beside.code
                draft.because("country shared with the other half of the pair")
            return draft
        if draft is None:
            return self._name_explained(beside, name) if after and name else None
        if draft.code is None and beside.kind in {"role", "state", "territory", "city", "capital", "person", "body"}:
            draft.code = beside.code
            if draft.sector is None or draft.kind == "person":
                draft.sector, draft.office = beside.sector, draft.office or beside.office
            draft.because("completed from the words beside it")
        return draft

    def _name_explained(self, beside: Draft, name: tuple[int, int]) -> Draft | None:
        """An unknown name with its explanation: "Marie Yovanovitch, the former envoy", "Venafro, Italy"."""
        text = self.text(*name)
        if beside.kind in {"state", "territory"}:
            return Draft("city", text, beside.code, weak=True, why=f"a place in {beside.name}")
        if beside.kind not in {"role", "group", "party", "organisation"}:
            return None
        if beside.office or beside.kind == "role":
            beside.person = text if beside.office else None
            beside.kind = "person" if beside.person else beside.kind
        beside.name = text
        return beside.because("said beside the name")
