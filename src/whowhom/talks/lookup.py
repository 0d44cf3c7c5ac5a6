"""What words of a text stand for: a country, a place, a party, asked of the knowledge base and the gazetteer."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from whowhom.actors import Knowledge, resolve
from whowhom.actors.codes import STATE_CODES
from whowhom.places import Gazetteer, Place
from whowhom.records import Entity
from whowhom.talks.records import TalksPlace

WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_](?:[\w.'’]*[^\W_])?(?:[-‐‑][\w'’]+)*\.?(?<![.])")
# The words that close a noun phrase from behind: its head is the word before the first of them.
_AFTER_HEAD = re.compile(r"\b(?:of|in|from|for|to|at|with|under|who|which|that|led|headed|backed)\b")

# A movement that no table has is no government: "the Movement for the Liberation of the Congo".
_MOVEMENT = re.compile(
    r"\b(?:Movement|Front|Army|Resistance|Rally|Union|Council|Forces)\b.*\b(?:Liberation|Freedom|"
    r"Resistance|Democracy|Self-Determination)\b"
    r"|\b(?:Liberation|Resistance|Revolutionary|Democratic|Patriotic|Popular) (?:\w+ )?(?:Movement|Front|Army|Forces)\b"
)
# Somebody's minister whom no table has: his country is that of the talks.
_MINISTER = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][a-z]+ ){0,2}(?:Minister|Secretary) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)+)"
)
# Months and days that are places too: a session in March is in no English town.
_CALENDAR = frozenset({*calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr, "Sept"})


@dataclass(frozen=True, slots=True)
class Lookup:
    """The knowledge base on one day."""

    knowledge: Knowledge
    gazetteer: Gazetteer
    day: date | None = None

    def country(self, word: str) -> str | None:
        """The state that a name or adjective stands for: SYR for "Syria" and "Syrian", None for a city."""
        if not word[:1].isupper() or self._city(word):
            return None
        found = resolve([word], 0, knowledge=self.knowledge, day=self.day)
        return found.code if found is not None and found.code in STATE_CODES else None

    def state_of(self, word: str) -> str | None:
        """The state of an adjective that may name a city too: KAZ for "Kazakh"."""
        words = word.split()
        found = resolve(words, len(words) - 1, knowledge=self.knowledge, day=self.day)
        return found.code if found is not None and found.code in STATE_CODES else None

    def state_named(self, word: str) -> str | None:
        """The state that a word names, or whose capital or office-holder it is."""
        found = resolve([word], 0, knowledge=self.knowledge, day=self.day)
        return found.code if found is not None and found.code in STATE_CODES else None

    def countries_in(self, text: str) -> set[str]:
        """The states that a text names or calls by their adjective, of one word or two."""
        words = WORD.findall(text)
        pairs = [(a, b) for a, b in pairwise(words) if a[:1].isupper() and b[:1].isupper()]
        double = {code for a, b in pairs if (code := self._state([a, b])) and not self._state([b])}
        return {code for word in words if (code := self.country(word)) is not None} | double

    def _state(self, words: list[str]) -> str | None:
        found = resolve(words, len(words) - 1, knowledge=self.knowledge, day=self.day)
        is_state = found is not None and found.code in STATE_CODES and not (found.person or found.office)
        return found.code if found is not None and is_state else None

    def countries(self, word: str) -> tuple[str, ...]:
        """The states in one word, which may join two: "Israeli-Palestinian", "inter-Korean"."""
        parts = [part for part in re.split(r"[-‐‑–/]", word) if part]
        codes = [code for part in parts if (code := self.country(part)) is not None]
        return tuple(dict.fromkeys(codes))

    def place(self, name: str, *, city_only: bool = False) -> TalksPlace | None:
        """The place of this name; with ``city_only`` a country is none."""
        if name.isupper() and len(name.replace(".", "")) <= 3:  # "UN talks" are in no town of that name
            return None
        found = self.gazetteer.lookup(name) if name[:1].isupper() and name not in _CALENDAR else None
        if found is None or (city_only and found.kind == "country" and not self._is_city_state(found)):
            return None
        return TalksPlace(found.name, found.country)

    def small(self, name: str, country: str) -> TalksPlace | None:
        """The town or village of this name in that country."""
        code = self.state_of(country)
        found = (place for place in self.gazetteer.small(name) if place.country == code)
        return next((TalksPlace(place.name, place.country) for place in found), None)

    def capital(self, country: str) -> TalksPlace | None:
        """The capital of a state."""
        name = self.gazetteer.capitals.get(country)
        return TalksPlace(name, country) if name else None

    def is_country(self, place: TalksPlace) -> bool:
        """Whether the place is a whole country."""
        found = self.gazetteer.lookup(place.name)
        return found is not None and found.kind == "country"

    def _is_city_state(self, country: Place) -> bool:
        """Whether a country is a city too: Singapore, Djibouti."""
        return self.gazetteer.capitals.get(country.country or "") == country.name

    def _city(self, word: str) -> bool:
        found = self.gazetteer.lookup(word)
        return found is not None and found.kind != "country"

    def party(self, text: str, start: int, end: int) -> Entity | None:
        """The party that ``text[start:end]`` names, None when it names none that is known."""
        phrase = text[start:end]
        if not any(char.isupper() for char in phrase) and " " not in phrase and len(phrase) < 4:
            return None
        words = WORD.findall(phrase)
        if not words:
            return None
        cut = _AFTER_HEAD.search(phrase)
        head = len(WORD.findall(phrase[: cut.start()])) - 1 if cut and cut.start() else len(words) - 1
        found = resolve(words, max(head, 0), knowledge=self.knowledge, day=self.day)
        if cut is not None and head > 0 and found is not None and found.code is None:  # "the US secretary of state"
            whole = resolve(words[: head + 1], head, knowledge=self.knowledge, day=self.day)
            found = replace(found, code=whole.code) if whole is not None and whole.code in STATE_CODES else found
        if found is None or not (found.code or found.sector):
            told = _MINISTER.fullmatch(phrase)
            name = told["name"] if told else None
            return Entity(phrase, start, end, name, None, "GOV", person=name) if name else None
        if found.identifier is None and found.sector in {"GOV", None} and _MOVEMENT.search(phrase):
            found = replace(found, sector="REB")
        return Entity(
            phrase, start, end, found.name, found.code, found.sector, tuple(found.other_sectors), found.office,
            found.person, found.identifier,
        )  # fmt: skip
