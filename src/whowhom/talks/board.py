"""What a story's talks are while it is read: its sentences, its namings, and which talks each of them means."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from whowhom.records import Story
from whowhom.talks.lookup import Lookup
from whowhom.talks.merge import Draft, fits, kind_of
from whowhom.talks.names import TalksName, find_names
from whowhom.talks.passages import Days, Part, read_dateline, read_parts
from whowhom.talks.rounds import find_rounds

# Words of holding talks: a day beside them is a day of theirs.
HELD = re.compile(
    r"\b(?:held|opens?|opened|beg[aiu]n|start\w*|ended|ends|clos\w+|took place|take place|came to an end|met|meet\w*|"
    r"gather\w*|under way|sign(?:ed|s|ing)?|"
    r"resum\w*|reconvene\w*|conven\w*|arrang\w*|host\w*|schedul\w*|due|set for|session|ran|will be|is to|are to|"
    r"planned|on \d|round|meeting|talks|summit|"
    r"congress|conference)\b"
)
FAR = 7  # days from the story's own beyond which a day tells of other talks
_CLAUSE = re.compile(r"\b(?:as|which|when|where|although|while|since|until)\b|;")
# How much a naming says of what the story is about.
WEIGHTS = {"headline": 3.0, "dek": 1.5, "lead": 3.0}


class Board:
    """One story's sentences, namings and talks, and which talks words at a place are about."""

    def __init__(self, story: Story, lookup: Lookup) -> None:
        self.story, self.lookup, self.day = story, lookup, lookup.day
        self.parts = read_parts(story, lookup)
        self.dateline = read_dateline(story, lookup)
        told = {
            passage: find_names(passage.text, lookup) for passage in dict.fromkeys(part.passage for part in self.parts)
        }
        self.names: dict[Part, list[TalksName]] = {
            part: [name for name in told[part.passage] if part.start <= name.start < part.end] for part in self.parts
        }
        self.drafts: list[Draft] = []
        self.of_name: dict[tuple[int, int], Draft] = {}
        self.main: Draft | None = None
        self.rounds = {part: find_rounds(part) for part in self.parts}

    def is_passing(self, draft: Draft) -> bool:
        """Whether an earlier round is only recalled, without its day: "the first Astana meeting"."""
        later = (other for other in self.drafts if other is not draft and other.place == draft.place)
        return (
            not draft.days
            and not draft.spans
            and draft.round is not None
            and any(other.round is None or other.round > draft.round for other in later)
        )

    def is_recalled(self, draft: Draft) -> bool:
        """Whether talks are only mentioned further down, on no day and not as still to come."""
        if draft.days or draft.spans or draft.is_ahead:
            return False
        named = [self.parts[at] for (at, _), other in self.of_name.items() if other is draft]
        is_here = self.dateline is not None and draft.place == self.dateline
        if draft is self.main and (is_here or len(named) > 1 or any(part.passage.paragraph < 2 for part in named)):
            return False
        return len(named) < 3 and not any(place_in(part) in WEIGHTS for part in named)

    def choose_main(self) -> Draft:
        """The talks that the story is about: named in headline and lead, held where it is told from, spoken of most."""

        def weight(draft: Draft) -> float:
            named = sum(WEIGHTS.get(place_in(self.parts[at]), 1.0) for (at, _), d in self.of_name.items() if d is draft)
            if draft.place is None:
                return named
            told = {
                place_in(part) for part in self.parts for city in part.cities if city.place.name == draft.place.name
            }
            named += sum(WEIGHTS[where] for where in told if where in WEIGHTS) / 2
            return named + (2.5 if self.dateline is not None and draft.place.name == self.dateline.name else 0)

        return max(self.drafts, key=lambda draft: (not draft.is_aside, weight(draft), -self.drafts.index(draft)))

    def days_of(self, part: Part, start: int, end: int) -> Days | None:
        """The days nearest to a naming within its sentence, when they are days of holding talks."""
        free = [days for days in part.days if not days.is_bound]
        taken = {
            id(best)
            for name in self.names[part]
            if name.start != start
            and (best := min(free, key=lambda days: _away(days, name.start, name.end), default=None))
            and _away(best, name.start, name.end) < _away(best, start, end)
        }
        near = [days for days in free if id(days) not in taken and not _is_said_apart(part, days, start, end)]
        if not near:
            return None
        return min(near, key=lambda days: _away(days, start, end))

    def add_days(self, draft: Draft, part: Part, days: Days | None) -> None:
        if days is None:
            return
        span = (days.first.isoformat(), days.last.isoformat())
        if HELD.search(part.text) and (days.last - days.first).days <= 4:
            draft.days += [day for day in span if day not in draft.days]
        elif span not in draft.spans:
            draft.spans.append(span)

    def fitting(self, name: TalksName, days: Days | None) -> Draft | None:
        ranked = sorted(self.drafts, key=lambda d: (not _is_placed_same(d, name), -d.cited))
        ranked = [draft for draft in ranked if fits(draft, name) and (name.round or not self.is_passing(draft))]
        if name.round == 1:  # "the first meeting": not the one told of without a number
            ranked = [draft for draft in ranked if draft.round == 1]
        known = next((draft for draft in ranked if self.is_near(draft, days)), None)
        # A congress of another date is the same put off.
        return known or next(
            (draft for draft in ranked if kind_of(name) in {"congress", "conference"} & draft.kinds), None
        )

    def is_near(self, draft: Draft, days: Days | None) -> bool:
        """Whether a day may be of these talks: near their days, or near the story's where they have none."""
        if days is None:
            return not draft.is_aside
        if draft.days:
            return any(gap(days, day) <= FAR for day in draft.days)
        if draft.spans:
            return any(days.first.isoformat() <= last and first <= days.last.isoformat() for first, last in draft.spans)
        if self.day is None:
            return True
        return gap(days, self.day.isoformat()) <= (25 if days.first > self.day else FAR + 3)

    def new(self, name: TalksName | None, days: Days | None) -> Draft:
        told = self.story.published if self.day and self.story.published else None
        draft = Draft(reported=[told] if told else [], stories={self.story.story_id})
        draft.is_aside = days is not None and self.day is not None and gap(days, self.day.isoformat()) > FAR
        self.drafts.append(draft)
        return draft

    def earlier(self, like: Draft, name: TalksName, days: Days) -> Draft:
        """Another round of the same talks, on other days."""
        draft = self.new(name, days)
        draft.take_name(replace(name, place=name.place or like.place, subject=name.subject or like.subject))
        return draft

    def of_kind(self, name: TalksName) -> Draft | None:
        """ "The congress" is the one of the story's talks that is one."""
        same = [draft for draft in self.drafts if kind_of(name) in draft.kinds]
        return max(same, key=lambda draft: (not draft.is_aside, draft.cited), default=None)

    def by_city(self, part: Part) -> Draft | None:
        """The talks held in the city that a sentence names, at the time it tells of."""
        for city in part.cities:
            here = [draft for draft in self.drafts if draft.place is not None and draft.place.name == city.place.name]
            here.sort(key=lambda draft: (draft is not self.main, draft.is_aside))
            if here:
                return here[0]
        return None

    def city_at(self, part: Part, where: int) -> Draft | None:
        """The talks in the sentence's city, unless that stands in a clause of its own, after "as" or "which"."""
        if self.main is not None and self.main.place is not None:
            text = part.passage.text
            here = [c for c in part.cities if not _CLAUSE.search(text[min(c.start, where) : max(c.start, where)])]
            part = replace(part, cities=tuple(here))
        return self.by_city(part)

    def nearest(self, at: int) -> Draft | None:
        part = self.parts[at]
        for i in range(at, -1, -1):
            other = self.parts[i].passage
            if (other.section, other.paragraph) != (part.passage.section, part.passage.paragraph):
                break
            found = {start: draft for (where, start), draft in self.of_name.items() if where == i}
            if found:
                return found[max(found)]
        for i in range(at + 1, len(self.parts)):
            other = self.parts[i].passage
            if (other.section, other.paragraph) != (part.passage.section, part.passage.paragraph):
                break
            for name in self.names[self.parts[i]]:
                draft = self.of_name.get((i, name.start)) or self.of_kind(name)
                if draft is not None and not self.is_recalled(draft):
                    return draft
        return self.main if self.main is None or not self.main.is_aside else None

    def drafts_at(self, at: int, part: Part, where: int, *, firm: bool) -> list[Draft]:
        """The talks that words are about: more than one before a row of rounds told in passing."""
        told = [draft for name in self.rounds[part] if (draft := self.of_name.get((at, name.start))) is not None]
        if len(told) > 1 and where < self.rounds[part][0].start:
            return told
        draft = self.draft_at(at, part, where, firm=firm)
        return [draft] if draft is not None else []

    def draft_at(self, at: int, part: Part, where: int, *, firm: bool) -> Draft | None:
        """The talks that words at ``where`` are about: named in the sentence, held in its city, or the story's."""
        named = [(abs(start - where), draft) for (i, start), draft in self.of_name.items() if i == at]
        if named:
            return min(named, key=lambda item: item[0])[1]
        if (draft := self.city_at(part, where)) is not None:
            return draft
        if part.cities and not firm:
            return None
        if any(name.start <= where < name.end for name in self.names[part]):
            return None
        lead = part.passage.section != "body" or part.passage.paragraph <= 2
        draft = self.nearest(at) if firm or lead else None
        return None if draft is not None and self._is_of_other_days(part, draft) else draft

    def _is_of_other_days(self, part: Part, draft: Draft) -> bool:
        """Whether a sentence that names no talks tells of days long before these."""
        days = [days for days in part.days if not days.is_bound]
        held = [date.fromisoformat(day[:10]) for day in draft.days] or ([self.day] if self.day else [])
        return bool(days and held) and all((min(held) - told.last).days > 2 * FAR for told in days)


def place_in(part: Part) -> str:
    """Headline, dek, lead or body."""
    passage = part.passage
    return "lead" if passage.is_lead else passage.section


def _is_placed_same(draft: Draft, name: TalksName) -> bool:
    return draft.place is not None and name.place is not None and draft.place.name == name.place.name


def _is_said_apart(part: Part, days: Days, start: int, end: int) -> bool:
    """Whether a day is of what somebody says, and the talks are not: "signed next week, said the host of the talks"."""
    between = part.passage.text[min(days.end, end) : max(days.start, start)]
    return days.end <= start and re.search(r"\b(?:said|says|told)\b", between) is not None


def _away(days: Days, start: int, end: int) -> int:
    """How far a day stands from words; a day after them rather belongs to them, and one among them is theirs."""
    if start <= days.start and days.end <= end:
        return 0
    return days.start - end if days.start >= end else start - days.end + 20


def gap(days: Days, day: str) -> int:
    """Days between a span and a day."""
    other = date.fromisoformat(day[:10])
    if days.first <= other <= days.last:
        return 0
    return min(abs((days.first - other).days), abs((days.last - other).days))
