"""A noun phrase seen as known names between other words: what stands before the head, what hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from whowhom.actors.facts import Fact, Kind, Match
from whowhom.actors.knowledge import Knowledge
from whowhom.actors.words import word_set

# Of several readings of one name the first kind here is taken for a head.
_ORDER: tuple[Kind, ...] = (
    "organisation",
    "group",
    "state",
    "territory",
    "body",
    "seat",
    "party",
    "capital",
    "generic",
    "person",
    "role",
    "demonym",
    "adjective",
    "city",
)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
PREPOSITIONS = word_set(
    "of from in for to at with within by against near inside across under on over between among into during after "
    "about as behind outside around throughout amid toward towards representing before since until through"
)
BREAKS = frozenset({",", ";", ":", "(", ")", "—", "–", "who", "that", "which", "whose", "and", "or", "&", "but"})
# "Iran-backed", "Russian-occupied": the country is somebody else's.
_FOREIGN = word_set(
    "backed supported sponsored funded trained allied aligned armed born held controlled occupied installed friendly "
    "linked imposed brokered mediated drafted proposed made built owned inspired affiliated recognized recognised "
    "appointed educated supplied financed facing bound speaking"
)
_BACKED = word_set("backed supported sponsored funded")
_PARTICLES = word_set("- al el ul as an ash bin ibn ben abu abdul de da di del della van von der le la mullah")
# Behind a code among the story's countries: it names places or bodies inside that country and no other country.
INSIDE = ":inside"
_PREFIXES = word_set("anti pro non")


@dataclass(slots=True)
class Phrase:
    """The words of a noun phrase with the known names in them, and what is known of the story around it."""

    words: Sequence[str]
    knowledge: Knowledge
    day: date | None
    story: Sequence[str]
    matches: list[Match] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lower = [word.lower() for word in self.words]
        self.matches = self.knowledge.find(self.words)

    def match_at(self, at: int) -> Match | None:
        """The known name that covers a word."""
        return next((match for match in self.matches if match.start <= at < match.end), None)

    def between(self, lo: int, hi: int) -> list[Match]:
        """The known names inside ``words[lo:hi]`` that belong to the actor itself."""
        return [match for match in self.matches if lo <= match.start and match.end <= hi and not self.is_foreign(match)]

    def is_foreign(self, match: Match) -> bool:
        """Whether the name is only another's, as in "Iran-backed" or "anti-American"."""
        last = self.lower[match.end - 1]
        if "-" in last and last.rsplit("-", 1)[1] in _FOREIGN:
            return True
        after = self.lower[match.end : match.end + 2]
        if after and (after[0] in _BACKED or (after[0] == "-" and after[-1] in _FOREIGN)):
            return True
        before = [word for word in self.lower[max(0, match.start - 2) : match.start] if word != "-"]
        return bool(before) and before[-1] in _PREFIXES

    def is_name_word(self, at: int) -> bool:
        """Whether a word outside all known names looks like part of a proper name."""
        word = self.words[at]
        return word[:1].isupper() and any(char.isalpha() for char in word) and self.match_at(at) is None

    def is_name_word_at(self, at: int) -> bool:
        """The same for a place that may lie past the end."""
        return at < len(self.words) and self.is_name_word(at)

    def is_full_name(self, match: Match) -> bool:
        """Whether a person's match holds more than a surname: "al-Maliki" does not, "Nouri al-Maliki" does."""
        return sum(word not in _PARTICLES for word in self.lower[match.start : match.end]) > 1

    def is_given(self, at: int) -> bool:
        """Whether the word is a common given name, whatever else it means."""
        return self.words[at] in self.knowledge.given

    def stop(self, at: int, hi: int) -> int:
        """Where the simple phrase that starts at ``at`` ends: before a preposition, comma or conjunction."""
        while at < hi:
            match = self.match_at(at)
            if match is not None:
                at = match.end
                continue
            if self.lower[at] in PREPOSITIONS or self.lower[at] in BREAKS:
                break
            at += 1
        return min(at, hi)

    def head_in(self, lo: int, hi: int) -> int:
        """The likeliest head of ``words[lo:hi]``: the last known name's last word, else the last word."""
        inside = self.between(lo, hi)
        return inside[-1].end - 1 if inside else hi - 1

    def segments(self, lo: int, hi: int) -> list[tuple[int, int, str]]:
        """The stretches between commas, brackets and conjunctions, each with the sign that opens it."""
        found: list[tuple[int, int, str]] = []
        start, sign, at = lo, "", lo
        while at < hi:
            match = self.match_at(at)
            if match is not None:
                at = match.end
                continue
            if self.lower[at] in BREAKS:
                if at > start:
                    found.append((start, at, sign))
                sign = self.lower[at]
                start = at + 1
            at += 1
        if start < hi:
            found.append((start, hi, sign))
        return found

    def facts(self, match: Match, countries: Sequence[str] = ()) -> list[Fact]:
        """The readings of a name that hold here, the best first."""
        near = [*countries, *self.story]
        usable = [fact for fact in match.facts if not fact.needs_country or _is_near(fact, match, near)]
        if self.day is not None and any(fact.kind != "person" for fact in usable):
            # A name that is out of date still names the same body; among several, today's comes first.
            usable.sort(key=lambda fact: not fact.holds_on(self.day) if self.day else False)
        usable.sort(key=lambda fact: _RANK[fact.kind])
        if len(usable) > 1:
            lead = _RANK[usable[0].kind]
            usable.sort(
                key=lambda fact: (_nearness(fact, countries, self.story), fact.needs_country, _RANK[fact.kind] - lead)
            )
        return usable

    def countries(self, lo: int, hi: int, leave: Match | None = None) -> list[str]:
        """The codes of all states named in ``words[lo:hi]``, in order, one match left out."""
        codes: list[str] = []
        for match in self.between(lo, hi):
            if match is leave:
                continue
            codes.extend(
                fact.code
                for fact in match.of("state", "adjective", "demonym", "territory", "capital", "city")
                if fact.code and fact.code not in codes and (not fact.needs_country or fact.code in self.story)
            )
            code = match.facts[0].code
            if match.facts[0].kind == "person" and self.is_full_name(match) and code and code not in codes:
                codes.append(code)
        return codes


def _is_near(fact: Fact, match: Match, near: Sequence[str]) -> bool:
    """Whether the story is about a fact's country; a region that shares a state's name asks for a story inside it."""
    if fact.kind == "territory" and any(other.code != fact.code for other in match.of("state")):
        return f"{fact.code}{INSIDE}" in near
    return fact.code in near


def _nearness(fact: Fact, countries: Sequence[str], story: Sequence[str]) -> int:
    """0 for a reading of a country named in the phrase, 1 for one of the story's countries, 2 otherwise."""
    if fact.kind == "person":
        return 2
    return 0 if fact.code in countries else 1 if fact.code in story and fact.kind not in ("role",) else 2
