"""When and where an act took place: the sentence's time and place words, resolved against the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from whowhom.actors import Knowledge
from whowhom.annotate.times import TimeSpan, find_times, resolve_time
from whowhom.coding.clauses import read_clause
from whowhom.coding.scenes import choose_scene, preposition_of, teller_of
from whowhom.coding.tree import Tree
from whowhom.places import Gazetteer, Settled, StoryMap
from whowhom.places.choose import WHERE, Candidate
from whowhom.places.find import KNOWN_CITY
from whowhom.records import Entity, Sentence, Status, Story, When, Where

# An act dated this many days before the story is history, not news.
_OLD_NEWS_DAYS = 400
# A bare day and month this far back is rather the one soon to come.
_LONG_AGO, _SOON = 240, 120
# A story known to be of so few days still tells which Friday is meant, when all of them agree.
_SAME_WEEK = 10
# Endings of addresses that anybody takes, whatever country they belong to; Canada writes both ways.
_ANYBODYS = frozenset({"co", "io", "tv", "me", "ai", "fm", "cc", "to", "ly", "ca"})
_VERBS = frozenset({"VERB", "AUX"})
# Beyond this many tokens a time phrase belongs to another clause.
_REACH = 25


@dataclass(slots=True)
class _Kept:
    """The times and places of the sentence at hand, found once for all its acts."""

    tree: Tree | None = None
    times: tuple[tuple[int, int], ...] = ()
    settled: tuple[Settled, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def locate(gazetteer: Gazetteer, name: str, countries: Sequence[str]) -> str | None:
    """The country of a place name that is a region, a large city, or a city of these countries."""
    place = gazetteer.lookup(name, countries=countries)
    sure = place is not None and (place.kind != "city" or place.population >= KNOWN_CITY or place.country in countries)
    return place.country if place is not None and sure else None


class Circumstances:
    """The clock and the map of one story."""

    def __init__(
        self,
        story: Story,
        gazetteer: Gazetteer,
        sentences: Sequence[Sentence] = (),
        knowledge: Knowledge | None = None,
    ) -> None:
        place = story.dateline.place if story.dateline else None
        self._gazetteer = gazetteer
        self._map = StoryMap(gazetteer, sentences, knowledge=knowledge, dateline=place)
        self._days = story_days(story)
        self.day = story_day(story) or (self._days[-1] if self._days else None)
        self._day_first = writes_day_first(story)
        self._kept = _Kept()
        self._told: date | None = None
        self._nearby: dict[tuple[str, int], Where] = {}

    def hear(self, tree: Tree) -> None:
        """Takes in the next sentence, act or no act: "the previous day" counts from the day told last."""
        self._look(tree)

    def locate(self, name: str, countries: Sequence[str]) -> str | None:
        """The same on this story's map."""
        return locate(self._gazetteer, name, countries)

    # --- when

    def when(self, tree: Tree, pred: int, *, future: bool) -> When | None:
        """The time phrase nearest the act, resolved against the story's day; None when the sentence has none."""
        past = _is_past(tree, pred)
        near = [s for s in self._look(tree).times if _distance(tree, s, pred) <= _REACH]
        for start, end in sorted(near, key=lambda s: (_distance(tree, s, pred), s)):
            if _is_of_other_tense(tree, (start, end), pred) or _is_anothers(tree, start, pred):
                continue
            if _is_before_past(tree, pred) and teller_of(tree, start, end, pred) is not None:
                continue  # "said on Monday that they had fired": on Monday it was said
            span = tree.span(start, end)
            ahead = future and not _dates_the_saying(tree, (start, end), pred)
            time = self._agreed(span.text, ahead, past=past)
            if time is None:
                return When(span.text, span.start, span.end, None, None, None)
            if past and not future and self._is_to_come(time):
                continue  # "condemned the raid and invited him for next month"
            return When(span.text, span.start, span.end, time.from_, time.to, time.grain)
        return None

    def _is_to_come(self, time: TimeSpan) -> bool:
        return self.day is not None and time.from_ is not None and date.fromisoformat(time.from_) > self.day

    def _agreed(self, text: str, future: bool, *, past: bool) -> TimeSpan | None:
        """The days on which all the days agree that the story may be of; open where they do not."""
        if not self._days:
            return self._resolve(text, None, future)
        told = self._resolve if past else self._nearer
        times = [told(text, day, future) for day in self._days]
        if all(time == times[0] for time in times):
            return times[0]
        return self._resolve(text, None, future)

    def _nearer(self, text: str, today: date, future: bool) -> TimeSpan | None:
        """ "Talks from 7 March", told on 27 February: this year's, though the sentence has no future tense."""
        time = self._resolve(text, today, future)
        if future or time is None or time.from_ is None or time.grain != "day":
            return time
        ahead = self._resolve(text, today, True)
        if ahead is None or ahead.from_ is None:
            return time
        back = (today - date.fromisoformat(time.from_)).days
        return ahead if back > _LONG_AGO and (date.fromisoformat(ahead.from_) - today).days < _SOON else time

    def _resolve(self, text: str, today: date | None, future: bool) -> TimeSpan | None:
        return resolve_time(text, anchor=today, future=future, told=self._told, day_first=self._day_first)

    def date_status(self, status: Status, when: When | None) -> Status:
        """The status when the date is known: long before the story it is history, after it still to come."""
        if status not in {"occurred", "ongoing"} or when is None or when.to is None or self.day is None:
            return status
        if when.from_ is not None and date.fromisoformat(when.from_) > self.day:
            return "planned"
        return "historical" if (self.day - date.fromisoformat(when.to)).days > _OLD_NEWS_DAYS else status

    # --- where

    def where(
        self,
        tree: Tree,
        pred: int,
        entities: Sequence[Entity],
        *,
        event: str = "",
        carried: bool = False,
        visited: bool = False,
    ) -> Where | None:
        """The place of the act among the places its sentence names; who acts is no place.

        ``event`` is the type of an act that is what it seems. ``carried`` lets an act on the ground take the place that
        the paragraph has just told, when its own sentence names none; ``visited`` says that what the act is done to is
        where it happens.
        """
        kept = self._look(tree)
        # "seized Mosul": what an act on the ground is done to is where, if it is a place smaller than a state.
        chosen, is_placed = choose_scene(
            tree, kept.candidates, pred, entities, self._map.places, event=event, is_done_to=carried or visited
        )
        if chosen is not None:
            return _record(tree, kept.settled[chosen])
        before = self._nearby.get((tree.sent.section, tree.sent.paragraph))
        countries = {e.code for e in entities if e.code}
        is_fit = carried and not is_placed and before is not None and (not countries or before.country in countries)
        return before if is_fit else None

    def _look(self, tree: Tree) -> _Kept:
        if self._kept.tree is not tree:
            self._pass(self._kept)
            settled = self._map.settle(tree.sent)
            self._kept = _Kept(
                tree,
                tuple(find_times([t.text for t in tree.tokens])),
                settled,
                tuple((s.place, s.found.start, s.found.end, preposition_of(tree, s)) for s in settled),
            )
        return self._kept

    def _pass(self, kept: _Kept) -> None:
        """Keeps of a sentence that is done the day it told and the town it happened in."""
        tree = kept.tree
        if tree is None:
            return
        for start, end in kept.times:
            time = self._agreed(tree.span(start, end).text, False, past=False)
            if time is not None and time.grain == "day" and time.from_ is not None:
                self._told = date.fromisoformat(time.from_)
        for settled, (place, _, _, preposition) in zip(kept.settled, kept.candidates, strict=True):
            if place.kind != "country" and preposition in WHERE and place.country:
                self._nearby[tree.sent.section, tree.sent.paragraph] = _record(tree, settled)


def _record(tree: Tree, settled: Settled) -> Where:
    found, place = settled.found, settled.place
    span = tree.span(found.start, found.end)
    name = place.name if place.name.isascii() else found.name  # "Afrin" as the story has it, not "‘Afrīn"
    return Where(
        span.text, span.start, span.end, name, place.country, place.admin1, place.lat, place.lon, place.geonameid
    )


# What hangs on these tells of another deed than the verb; what is done "in" an attack is the attack.
_ABOUT = frozenset({"over", "for", "about", "after", "following", "since", "of", "on", "against"})
_DURING = frozenset({"in", "during", "by", "at"})


def story_days(story: Story) -> tuple[date, ...]:
    """The days that the story may be of: its publication, or each day of narrow bounds drawn from its content."""
    day, inferred = story_day(story), story.published_inferred
    if day is not None:
        return (day,)
    if inferred is None or inferred.start is None or inferred.end is None:
        return ()
    first, last = date.fromisoformat(inferred.start[:10]), date.fromisoformat(inferred.end[:10])
    length = (last - first).days
    return tuple(first + timedelta(i) for i in range(length + 1)) if 0 <= length <= _SAME_WEEK else ()


def writes_day_first(story: Story) -> bool | None:
    """Whether 03/04/2017 is the third of April where the story comes from; None when nothing tells."""
    language = (story.language or "").lower().replace("_", "-")
    if language == "en-us":
        return False
    if language and language != "en":
        return True
    host = urlsplit(story.url or "").hostname or ""
    ending = host.rpartition(".")[2]
    if ending in {"us", "gov", "mil"}:
        return False
    # Addresses that end in two letters are a country's; in English the rest of the world writes the day first.
    return True if len(ending) == 2 and ending not in _ANYBODYS else None


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


def _is_past(tree: Tree, pred: int) -> bool:
    """Whether the act is told in the past tense: "met", "had met", "was held"."""
    tags = {tree.tokens[c].tag for c in tree.kids(pred, "aux", "auxpass")}
    return tree.tokens[pred].tag == "VBD" or "VBD" in tags


def _is_before_past(tree: Tree, pred: int) -> bool:
    """ "Had fired": before whatever else is told."""
    return any(tree.lower[c] == "had" for c in tree.kids(pred, "aux"))


def _is_of_other_tense(tree: Tree, span: tuple[int, int], pred: int) -> bool:
    """ "called for a truce, while Cairo said it would host talks next month": the month is not the call's."""
    verb = next((a for a in tree.ancestors(span[0]) if tree.tokens[a].pos in _VERBS), None)
    if verb is None or verb == pred:
        return False
    mine = {pred, *tree.ancestors(pred)}
    if tree.tokens[verb].dep in {"acl", "relcl"} and verb not in mine:
        # "under a deal signed in March, rebels will free ten"; but "killed in an attack launched on Monday"
        return pred not in tree.ancestors(verb) or any(_is_ahead(tree, i) for i in mine)
    if tree.own_subject(verb) is None:
        return False
    return verb not in mine and _is_ahead(tree, verb) and not any(_is_ahead(tree, i) for i in mine)


def _is_anothers(tree: Tree, start: int, pred: int) -> bool:
    """ "ties broken off in 1982", "expelled them over the kidnapping in July": the time of another deed.

    "Killed in an attack launched on Monday" tells the time of the killing.
    """
    i = start
    while tree.tokens[i].head not in {i, pred}:
        token, i = tree.tokens[i], tree.tokens[i].head
        noun = tree.tokens[i].pos in {"NOUN", "PROPN"}
        if token.dep in {"relcl", "acl"} and noun:
            above = tree.tokens[i].head
            return not (tree.tokens[i].dep == "pobj" and tree.lower[above] in _DURING)
        if noun and tree.tokens[i].dep == "pobj" and tree.lower[tree.tokens[i].head] in _ABOUT:
            return pred in tree.ancestors(i)
    return False


def _is_ahead(tree: Tree, verb: int) -> bool:
    if tree.tokens[verb].pos not in _VERBS:
        return False
    clause = read_clause(tree, verb)
    return clause.future or clause.would


def _dates_the_saying(tree: Tree, span: tuple[int, int], pred: int) -> bool:
    """ "agreed on Monday to hold talks": the Monday is the agreement's, and past."""
    above = set(tree.ancestors(pred))
    for i in range(*span):
        for head in tree.ancestors(i):
            if tree.tokens[head].pos in {"VERB", "AUX"}:
                return head in above and tree.tokens[head].tag in {"VBD", "VBN"}
    return False
