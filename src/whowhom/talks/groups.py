"""Groups named by their number: who "the three countries" and "both sides" are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from whowhom.records import Entity
from whowhom.talks.levels import level_of
from whowhom.talks.lists import Listed, list_after
from whowhom.talks.lookup import WORD, Lookup
from whowhom.talks.records import Level

_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_GROUP = re.compile(
    r"\b(?:[Tt]he\s+|[Tt]heir\s+|[Aa]ll\s+)?(?P<number>[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|"
    r"[Ss]even)(?:\s+(?P<what>countries|powers|states|presidents|leaders|"
    r"ministers|foreign ministers|guarantors|sponsors|organi[sz]ers|nations|governments))?\b"
)
_SIDES = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]wo)\s+(?:\w+\s+)?(?:sides|delegations|parties|camps|rivals|factions)\b"
    r"|\b(?:[Ww]arring|[Rr]ival|[Oo]pposing|[Cc]onflicting)\s+(?:[A-Z]\w+\s+)?(?:sides|parties|factions|"
    r"camps|delegations)\b"
)
_PLURALS = {"presidents": "president", "leaders": "president", "ministers": "minister", "foreign ministers": "minister"}
_NAME = r"(?:[A-Z][\w’'-]+(?:\s+(?:of|al|de|[A-Z][\w’'-]+))*)"
_ROW = re.compile(rf"(?:the\s+)?{_NAME}(?:,\s+(?:the\s+)?{_NAME})*,?\s+and\s+(?:the\s+)?{_NAME}")


class Groups:
    """The lists of parties a story has named so far, for "the three countries" and "both sides"."""

    def __init__(self, lookup: Lookup, texts: Iterable[str] = ()) -> None:
        self._lookup, self._texts = lookup, tuple(texts)
        self._rows: list[tuple[Entity, ...]] = []

    def note(self, text: str, start: int, end: int) -> None:
        """Remember the lists of states or people in ``text[start:end]``."""
        for found in _ROW.finditer(text, start, end):
            is_scene = re.match(r"(?:In|From|At)\s", found.group()) or re.search(r"\bin\s+$", text[: found.start()])
            begin = text.find(",", found.start()) + 1 if is_scene else found.start()  # "In Iran, A, B and C agreed"
            listed = list_after(text, begin, found.end(), self._lookup)
            row = tuple(item.entity for item in listed if item.entity.code and item.entity.sector in {"GOV", None})
            if len({entity.code for entity in row}) == len(row) >= 3:
                self._rows.append(row)

    def last(self, start: int, end: int) -> list[Listed]:
        """The list that this sentence named before."""
        row = self._rows[-1] if self._rows else ()
        inside = row and start <= row[0].start and row[-1].end <= end
        return [Listed(entity, "unknown") for entity in row] if inside else []

    def read(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, list[Listed]]]:
        """Each group named by its number in ``text[start:end]``: its words, and the parties it stands for."""
        for found in _GROUP.finditer(text, start, end):
            number = _NUMBERS[found["number"].lower()]
            row = self._of(number) if number >= 3 else ()
            if not row:
                continue
            what = _PLURALS.get((found["what"] or "").lower(), "")
            level: Level = level_of(Entity(what, 0, len(what))) if what else "unknown"
            told = [
                replace(entity, text=found.group(), start=found.start(), end=found.end(), person=None) for entity in row
            ]
            yield found.start(), found.end(), [Listed(entity, level) for entity in told]

    def _of(self, number: int) -> tuple[Entity, ...]:
        """The group of so many that the story speaks of most, the last one named among equals."""
        rows = [row for row in (self._heads, *self._rows) if len(row) == number]
        if len({frozenset(entity.code for entity in row) for row in rows}) < 2:
            return rows[-1] if rows else ()
        told = self._told
        return max(enumerate(rows), key=lambda at: (min(told[entity.code] for entity in at[1]), at[0]))[1]

    @cached_property
    def _named(self) -> list[Entity]:
        """Whom the story's capital words name, each time."""
        words = ((text, word) for text in self._texts for word in WORD.finditer(text) if word.group()[0].isupper())
        found = (self._lookup.party(text, *word.span()) for text, word in words)
        return [entity for entity in found if entity is not None and entity.code]

    @cached_property
    def _told(self) -> Counter[str | None]:
        """How often the story speaks of each country."""
        return Counter(entity.code for entity in self._named)

    @cached_property
    def _heads(self) -> tuple[Entity, ...]:
        """The heads of state and government of the story, one a country."""
        heads = {e.code: e for e in self._named if e.person and level_of(e).startswith("head_of")}
        return tuple(heads.values())


def find_sides(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where ``text[start:end]`` speaks of both sides."""
    return _SIDES.search(text, start, end)
