"""When and where an act took place: the sentence's time and place words, resolved against the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from whowhom.annotate.times import TimeSpan, find_times, resolve_time
from whowhom.coding.tree import Tree
from whowhom.places import Found, Gazetteer, Place, find_places
from whowhom.places.choose import Candidate, choose_candidate
from whowhom.places.find import KNOWN_CITY
from whowhom.records import Entity, Status, Story, When, Where

# An act dated this many days before the story is history, not news.
_OLD_NEWS_DAYS = 400
# A bare day and month this far back is rather the one soon to come.
_LONG_AGO, _SOON = 240, 120
# Beyond this many tokens a time phrase belongs to another clause.
_REACH = 25


@dataclass(slots=True)
class _Kept:
    """The times and places of the sentence at hand, found once for all its acts."""

    tree: Tree | None = None
    times: tuple[tuple[int, int], ...] = ()
    found: tuple[Found, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def locate(gazetteer: Gazetteer, name: str, countries: Sequence[str]) -> str | None:
    """The country of a place name that is a region, a large city, or a city of these countries."""
    place = gazetteer.lookup(name, countries=countries)
    sure = place is not None and (place.kind != "city" or place.population >= KNOWN_CITY or place.country in countries)
    return place.country if place is not None and sure else None


class Circumstances:
    """The clock and the map of one story."""

    def __init__(self, story: Story, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.day = story_day(story)
        self._kept = _Kept()
        self._story_places: list[Place] = []

    def locate(self, name: str, countries: Sequence[str]) -> str | None:
        """The same on this story's map."""
        return locate(self._gazetteer, name, countries)

    # --- when

    def when(self, tree: Tree, pred: int, *, future: bool) -> When | None:
        """The time phrase nearest the act, resolved against the story's day; None when the sentence has none."""
        spans = self._look(tree).times
        if not spans:
            return None
        start, end = min(spans, key=lambda s: (_distance(tree, s, pred), s))
        if _distance(tree, (start, end), pred) > _REACH:
            return None
        span = tree.span(start, end)
        time = self._nearer(span.text, future and not _dates_the_saying(tree, (start, end), pred))
        if time is None:
            return When(span.text, span.start, span.end, None, None, None)
        return When(span.text, span.start, span.end, time.from_, time.to, time.grain)

    def _nearer(self, text: str, future: bool) -> TimeSpan | None:
        """ "7 March", told on 27 February: this year's, though the sentence has no future tense."""
        time = resolve_time(text, anchor=self.day, future=future)
        if future or self.day is None or time is None or time.from_ is None or time.grain != "day":
            return time
        ahead = resolve_time(text, anchor=self.day, future=True)
        if ahead is None or ahead.from_ is None:
            return time
        back = (self.day - date.fromisoformat(time.from_)).days
        return ahead if back > _LONG_AGO and (date.fromisoformat(ahead.from_) - self.day).days < _SOON else time

    def date_status(self, status: Status, when: When | None) -> Status:
        """The status when the date is known: long before the story it is history, after it still to come."""
        if status not in {"occurred", "ongoing"} or when is None or when.to is None or self.day is None:
            return status
        if when.from_ is not None and date.fromisoformat(when.from_) > self.day:
            return "planned"
        return "historical" if (self.day - date.fromisoformat(when.to)).days > _OLD_NEWS_DAYS else status

    # --- where

    def where(self, tree: Tree, pred: int, entities: Sequence[Entity]) -> Where | None:
        """The place of the act among the places its sentence names; who acts is no place."""
        kept = self._look(tree)
        usable = [i for i, c in enumerate(kept.candidates) if not _names_a_party(tree, c, entities)]
        candidates = [kept.candidates[i] for i in usable]
        countries = [e.code for e in entities if e.code]
        chosen = choose_candidate(candidates, pred, countries, self._story_places)
        if chosen is None:
            return None
        found, place = kept.found[usable[chosen]], candidates[chosen][0]
        span = tree.span(found.start, found.end)
        name = place.name if place.name.isascii() else found.name  # "Afrin" as the story has it, not "‘Afrīn"
        return Where(
            span.text,
            span.start,
            span.end,
            name,
            place.country,
            place.admin1,
            place.lat,
            place.lon,
            place.geonameid,
        )

    def _look(self, tree: Tree) -> _Kept:
        if self._kept.tree is not tree:
            found = find_places(self._gazetteer, [t.text for t in tree.tokens], [t.ent for t in tree.tokens])
            countries = [p.country for p in self._story_places if p.country]
            pairs = [(f, self._gazetteer.choose(f.places, f.name, countries)) for f in found]
            settled = [(f, place) for f, place in pairs if place is not None]
            self._kept = _Kept(
                tree,
                tuple(find_times([t.text for t in tree.tokens])),
                tuple(f for f, _ in settled),
                tuple((place, f.start, f.end, _preposition(tree, f.start, f.end)) for f, place in settled),
            )
            self._story_places.extend(place for _, place in settled if place not in self._story_places)
        return self._kept


def story_day(story: Story) -> date | None:
    """The day the story speaks from: its publication; None when the page does not say."""
    if story.published is None:
        return None
    try:
        return date.fromisoformat(story.published[:10])
    except ValueError:
        return None


def _distance(tree: Tree, span: tuple[int, int], pred: int) -> int:
    """Tokens between a phrase and the act; a phrase hung on the act itself is at 0."""
    start, end = span
    for i in range(start, end):
        head = tree.tokens[i].head
        if head == pred or tree.tokens[head].head == pred:
            return 0
    return start - pred if start > pred else pred - end + 1


def _dates_the_saying(tree: Tree, span: tuple[int, int], pred: int) -> bool:
    """ "agreed on Monday to hold talks": the Monday is the agreement's, and past."""
    above = set(tree.ancestors(pred))
    for i in range(*span):
        for head in tree.ancestors(i):
            if tree.tokens[head].pos in {"VERB", "AUX"}:
                return head in above and tree.tokens[head].tag in {"VBD", "VBN"}
    return False


def _preposition(tree: Tree, start: int, end: int) -> str | None:
    """What a place hangs on: the word before it, articles passed over; "compound" in "the Astana talks"."""
    last = tree.tokens[end - 1]
    if last.dep in {"compound", "amod", "nmod"} and last.head >= end:
        return "compound"
    i = start - 1
    while i >= 0 and tree.tokens[i].pos in {"DET", "ADJ"} and start - i < 4:
        i -= 1
    return tree.lower[i] if i >= 0 and tree.tokens[i].pos == "ADP" else None


def _names_a_party(tree: Tree, candidate: Candidate, entities: Sequence[Entity]) -> bool:
    """ "US Ambassador to Kazakhstan": the country belongs to the office; "rebels in Darfur" tells where."""
    _, start, end, preposition = candidate
    first, last = tree.tokens[start].start, tree.tokens[end - 1].end
    inside = any(e.start <= first and last <= e.end for e in entities)
    return inside and preposition not in {"in", "near", "at", "outside"}
