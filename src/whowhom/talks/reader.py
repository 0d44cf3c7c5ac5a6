"""One story's talks: which of its namings and meetings are the same, when and where each is, and who has which part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from whowhom.actors.codes import STATE_CODES
from whowhom.records import Entity, EventMention, Story
from whowhom.talks.levels import level_of
from whowhom.talks.lists import Groups, find_sides
from whowhom.talks.lookup import Lookup
from whowhom.talks.merge import Draft, fits, kind_of
from whowhom.talks.names import STRONG, WEAK, TalksName, find_names
from whowhom.talks.passages import City, Days, Part, read_dateline, read_parts
from whowhom.talks.phrases import TALKS_WITH, phrase_parties
from whowhom.talks.records import Party
from whowhom.talks.roles import TAKING_PART, parties_of

# Acts that put an end to talks or come out of them.
_OUTCOMES = frozenset({"AGREE", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT"})
_MEETING = re.compile(
    r"\b(?:talks|meet\w*|met|summit|negotiat\w*|conference|gather\w*|host\w*|receiv\w*|sat down|sit down|discuss\w*)\b"
)
_DISTANT = re.compile(
    r"\b(?:telephone|phone|call(?:s|ed)?|video|visit\w*|tour\w*|travel\w*|press|news|statement)\b", re.I
)
# Words of holding talks: a day beside them is a day of theirs.
_HELD = re.compile(
    r"\b(?:held|opens?|opened|beg[aiu]n|start\w*|ended|ends|clos\w+|took place|take place|came to an end|met|meet\w*|gather\w*|under way|"
    r"resum\w*|reconvene\w*|due|set for|session|ran|will be|is to|are to|planned|on \d|round|meeting|talks|summit|congress|conference)\b"
)
# What stands between a naming and a city that is the scene of something else.
_ELSEWHERE = re.compile(r"\b(?:by|after|before|attacks?|between|with|who|said|says|led|minister|[Ff]rom)\b|[;:]")
_OPENED = re.compile(r"\b(?:opened|began|begun|started|convened)\b")
LONGEST = 31  # days that a round lasts at most
_PUT_OFF = re.compile(
    r"\b(?:postponed|put (?:back|off)|moved|delayed|rearranged|was to have|were to have|due to (?:open|begin))\b"
)
_TO_COME = re.compile(r"\b(?:planned|propos\w+|new|next|will be|to be held|are to|is to|looks? forward|due|intends?)\b")
FAR = 7  # days from the story's own beyond which a day tells of other talks
# How much a naming says of what the story is about.
_WEIGHTS = {"headline": 3.0, "dek": 1.5, "lead": 3.0}
# Another of the same talks is meant.
_OTHER = re.compile(r"\b(?:previous|earlier|last|first|second|third|another|next|one in|one of)\b")


class StoryReader:
    """Reads one story; ``read`` gives its talks."""

    def __init__(self, story: Story, lookup: Lookup) -> None:
        self._story, self._lookup, self._day = story, lookup, lookup.day
        self._parts = read_parts(story, lookup)
        self._dateline = read_dateline(story, lookup)
        self._names: dict[Part, list[TalksName]] = {
            part: [name for name in find_names(part.passage.text, lookup) if part.start <= name.start < part.end]
            for part in self._parts
        }
        self._drafts: list[Draft] = []
        self._of_name: dict[tuple[int, int], Draft] = {}
        self._main: Draft | None = None
        self._last: tuple[int, Draft] | None = None

    def read(self, mentions: Sequence[EventMention]) -> list[Draft]:
        """The story's talks with their parties."""
        by_part: dict[Part, list[EventMention]] = {part: [] for part in self._parts}
        for mention in mentions:
            part = self._part_of(mention)
            if part is not None:
                by_part[part].append(mention)
        self._settle_own()
        self._at_dateline()
        self._meetings(by_part)
        self._with_parties()
        if not self._drafts:
            return []
        self._main = self._choose_main()
        groups = Groups(self._lookup)
        for at, part in enumerate(self._parts):
            groups.note(part.passage.text, part.start, part.end)
            self._point_back(at, part)
            self._put_off(at, part)
            self._take_part(at, part, by_part[part], groups)
        self._share()
        placed = any(draft.place for draft in self._drafts if draft.parties)
        kept = [draft for draft in self._drafts if draft.place or draft is self._main or not placed]
        return [draft for draft in kept if draft.parties and not self._is_passing(draft)]

    def _is_passing(self, draft: Draft) -> bool:
        """Whether an earlier round is only recalled, without its day: "the first Astana meeting"."""
        later = (other for other in self._drafts if other is not draft and other.place == draft.place)
        return (
            not draft.days
            and not draft.spans
            and draft.round is not None
            and any(other.round is None or other.round > draft.round for other in later)
        )

    def _choose_main(self) -> Draft:
        """The talks that the story is about: named in headline and lead, held where it is told from, spoken of most."""

        def weight(draft: Draft) -> float:
            named = sum(
                _WEIGHTS.get(_place_in(self._parts[at]), 1.0) for (at, _), d in self._of_name.items() if d is draft
            )
            if draft.place is None:
                return named
            told = {
                _place_in(part) for part in self._parts for city in part.cities if city.place.name == draft.place.name
            }
            named += sum(_WEIGHTS[where] for where in told if where in _WEIGHTS) / 2
            return named + (2.5 if self._dateline is not None and draft.place.name == self._dateline.name else 0)

        return max(self._drafts, key=lambda draft: (not draft.is_aside, weight(draft), -self._drafts.index(draft)))

    def _part_of(self, mention: EventMention) -> Part | None:
        for part in self._parts:
            same = part.passage.section == mention.section and part.passage.paragraph == mention.paragraph
            if same and part.start <= mention.trigger.start < part.end:
                return part
        return None

    # --- which talks --------------------------------------------------------------------------------------

    def _settle_own(self) -> None:
        """The namings that tell talks from others, each with those it may be the same as; the fullest come first."""
        named = [(i, part, name) for i, part in enumerate(self._parts) for name in self._names[part]]
        told = [(i, part, self._placed(i, part, name)) for i, part, name in named]
        told = [item for item in told if item[2].is_own]
        told += [(i, part, name) for i, part in enumerate(self._parts) for name in self._met(part)]
        for i, part, name in sorted(told, key=lambda item: (item[2].place is None, item[0], item[2].start)):
            days = self._days_of(part, name.start, name.end)
            draft = self._fitting(name, days) or self._new(name, days)
            draft.take_name(name)
            if self._is_near(draft, days) or draft.cited == 1:
                self._add_days(draft, part, days)
            draft.is_ahead = draft.is_ahead or bool(
                _TO_COME.search(part.passage.text[max(part.start, name.start - 25) : name.end + 25])
            )
            self._of_name[i, name.start] = draft

    def _met(self, part: Part) -> Iterable[TalksName]:
        """What headline and lead name by a verb alone: "powers meet in Vienna"."""
        if _place_in(part) not in _WEIGHTS or any(name.place for name in self._names[part]):
            return
        for city in part.cities:
            found = re.search(
                r"\b(?:meets?|met|gather(?:s|ed)?|sat down|sit down)\b[^,.;]{0,25}$",
                part.passage.text[part.start : city.start],
            )
            if found is not None:
                start = part.start + found.start()
                yield TalksName(
                    found.group().split()[0], start, start + len(found.group().split()[0]), place=city.place
                )

    def _placed(self, at: int, part: Part, name: TalksName) -> TalksName:
        """The naming with the city of its sentence, or of the story where it is the lead's own."""
        if name.place is not None and not self._lookup.is_country(name.place):
            return name
        text = part.passage.text
        for city in part.cities:
            if not city.is_at:
                continue
            if name.place is not None and city.place.country == name.place.country:
                return replace(name, place=city.place)
            between = text[name.end : city.start]
            close = 0 <= city.start - name.end < 60 and not _ELSEWHERE.search(between)
            close = close and (len(between) < 20 or _HELD.search(between) is not None)
            if name.place is None and not name.is_definite and close:
                return replace(name, place=city.place)
        if name.place is not None:
            same = (city.place for other in self._parts for city in other.cities)
            return replace(name, place=next((p for p in same if p.country == name.place.country), name.place))
        alone = (
            len(part.cities) == 1
            and part.cities[0].is_at
            and part.days
            and not name.is_definite
            and len(self._names[part]) <= 2
        )
        if alone and part.cities[0].start < name.start < part.cities[0].start + 150:
            return replace(name, place=part.cities[0].place)
        lead = part.passage.section == "body" and part.passage.paragraph == 0
        if name.place is None and lead and self._dateline is not None and not name.is_definite:
            return replace(name, place=self._dateline)
        return name

    def _days_of(self, part: Part, start: int, end: int) -> Days | None:
        """The days nearest to a naming within its sentence, when they are days of holding talks."""
        free = [days for days in part.days if not days.is_bound]
        taken = {
            id(best)
            for name in self._names[part]
            if name.start != start
            and (best := min(free, key=lambda days: _away(days, name.start, name.end), default=None))
            and _away(best, name.start, name.end) < _away(best, start, end)
        }
        near = [days for days in free if id(days) not in taken]
        if not near:
            return None
        return min(near, key=lambda days: _away(days, start, end))

    def _add_days(self, draft: Draft, part: Part, days: Days | None) -> None:
        if days is None:
            return
        span = (days.first.isoformat(), days.last.isoformat())
        if _HELD.search(part.text) and (days.last - days.first).days <= 4:
            draft.days += [day for day in span if day not in draft.days]
        elif span not in draft.spans:
            draft.spans.append(span)

    def _fitting(self, name: TalksName, days: Days | None) -> Draft | None:
        ranked = sorted(self._drafts, key=lambda d: (not _is_placed_same(d, name), -d.cited))
        ranked = [draft for draft in ranked if fits(draft, name) and (name.round or not self._is_passing(draft))]
        if name.round == 1:  # "the first meeting": not the one told of without a number
            ranked = [draft for draft in ranked if draft.round == 1]
        known = next((draft for draft in ranked if self._is_near(draft, days)), None)
        # A congress of another date is the same put off.
        return known or next(
            (draft for draft in ranked if kind_of(name) in {"congress", "conference"} & draft.kinds), None
        )

    def _is_near(self, draft: Draft, days: Days | None) -> bool:
        """Whether a day may be of these talks: near their days, or near the story's where they have none."""
        if days is None:
            return not draft.is_aside
        if draft.days:
            return any(_gap(days, day) <= FAR for day in draft.days)
        if draft.spans:
            return any(days.first.isoformat() <= last and first <= days.last.isoformat() for first, last in draft.spans)
        if self._day is None:
            return True
        return _gap(days, self._day.isoformat()) <= (25 if days.first > self._day else FAR + 3)

    def _new(self, name: TalksName | None, days: Days | None) -> Draft:
        told = self._story.published if self._day and self._story.published else None
        draft = Draft(reported=[told] if told else [], stories={self._story.story_id})
        draft.is_aside = days is not None and self._day is not None and _gap(days, self._day.isoformat()) > FAR
        self._drafts.append(draft)
        return draft

    def _meetings(self, by_part: dict[Part, list[EventMention]]) -> None:
        """Meetings told by an event alone: "held talks in Bishkek with", "met in Sochi"."""
        for at, part in enumerate(self._parts):
            for mention in by_part[part]:
                if not self._is_meeting(part, mention) or any(
                    (at, name.start) in self._of_name for name in self._names[part]
                ):
                    continue
                cities = [city.place for city in part.cities if city.is_at and self._is_scene(part, mention, city)]
                place = cities[0] if len({city.name for city in cities}) == 1 else None
                if place is None and self._drafts:
                    continue
                heads = sum(
                    level_of(entity) == "head_of_state" or "President" in (entity.office or "")
                    for entity in mention.actor
                )
                kind = "summit" if heads > 1 else ""
                name = TalksName(
                    mention.trigger.text, mention.trigger.start, mention.trigger.end, place=place, kind=kind
                )
                days = self._days_of(part, name.start, name.end)
                draft = self._fitting(name, days)
                if draft is None:
                    draft = self._new(name, days)
                    draft.take_name(name)
                    self._add_days(draft, part, days)
                self._of_name[at, mention.trigger.start] = draft

    def _is_scene(self, part: Part, mention: EventMention, city: City) -> bool:
        """Whether a city stands in the clause of an act."""
        first, last = sorted((mention.trigger.end, city.start))
        return last - first < 60 and not re.search(r"[;:]|\b(?:said|says|told)\b", part.passage.text[first:last])

    def _at_dateline(self) -> None:
        """The meeting that a story is about and names only in passing is held where it is told from."""
        if self._dateline is None:
            return
        bare = [
            (i, name)
            for i, part in enumerate(self._parts)
            for name in self._names[part]
            if name.is_definite and (i, name.start) not in self._of_name and name.round is None
        ]
        placed = [draft for draft in self._drafts if draft.place and not draft.is_aside]
        headed = any(self._parts[at].passage.section != "body" and d.place for (at, _), d in self._of_name.items())
        if not bare or headed or any(draft.place == self._dateline for draft in placed):
            return
        at, name = min(bare, key=lambda item: (item[1].text.lower() in {"talks", "negotiations"}, item[0]))
        draft = self._new(name, None)
        draft.take_name(replace(name, place=self._dateline))
        self._of_name[at, name.start] = draft

    def _with_parties(self) -> None:
        """Talks of a story that names no others, told by whom they are with."""
        if self._drafts:
            return
        for at, part in enumerate(self._parts):
            for name in self._names[part]:
                if TALKS_WITH.search(part.passage.text, name.start, part.end):
                    days = self._days_of(part, name.start, name.end)
                    draft = self._fitting(name, days) or self._new(name, days)
                    draft.take_name(name)
                    self._of_name[at, name.start] = draft

    def _is_meeting(self, part: Part, mention: EventMention) -> bool:
        if mention.act != "CONSULT" or mention.status == "denied" or "phone" in mention.mode:
            return False
        words = mention.trigger.text
        if _DISTANT.search(words) or not (_MEETING.search(words) or TAKING_PART.search(words)):
            return False
        if re.search(r"\b(?:invit|ask)", words, re.IGNORECASE) and not _MEETING.search(mention.text):
            return False
        noun = STRONG | WEAK
        several = len(mention.actor) + len(mention.recipient) > 1 or bool(part.cities)
        return mention.event == "REJECT" or several or any(word in noun for word in words.lower().split())

    def _point_back(self, at: int, part: Part) -> None:
        """ "The talks" are those named last in the paragraph, else those that the story is about."""
        for name in self._names[part]:
            key = at, name.start
            if key in self._of_name:
                continue
            days = self._days_of(part, name.start, name.end)
            draft = self._of_kind(name) or self._by_city(part) or self._headed(at, name) or self._nearest(at)
            if draft is None or (name.round is not None and draft.round not in {None, name.round}):
                draft = self._fitting(name, days)
            if draft is None:
                continue
            draft.round = draft.round if draft.round is not None else name.round
            if days is not None and not self._is_near(draft, days):
                other = self._fitting(replace(name, place=name.place or draft.place), days)
                if other is None and _OTHER.search(part.passage.text[max(part.start, name.start - 30) : name.end]):
                    other = self._earlier(draft, name, days)
                opened = (
                    other is None
                    and draft.days
                    and _gap(days, min(draft.days)) <= LONGEST
                    and _OPENED.search(part.text)
                )
                draft, days = other or draft, days if other or opened else None
            self._of_name[key] = draft
            draft.cited += 1
            self._add_days(draft, part, days)

    def _put_off(self, at: int, part: Part) -> None:
        """Days that talks were moved from tie them to stories that still tell of those."""
        if not part.days or not _PUT_OFF.search(part.text):
            return
        draft = self._draft_at(at, part, part.start, firm=True)
        if draft is not None:
            draft.links += [day for span in part.days if (day := span.first.isoformat()) not in draft.links]

    def _headed(self, at: int, name: TalksName) -> Draft | None:
        """The talks in the city of the heading right above: "Eyes on Geneva"."""
        above = (
            next((p for p in self._parts[at - 1 :: -1] if p.passage != self._parts[at].passage), None) if at else None
        )
        if above is None or len(above.passage.text) > 60 or above.passage.text.endswith("."):
            return None
        places = [p for word in above.text.split() if (p := self._lookup.place(word.strip("?!,"), city_only=True))]
        if len(places) != 1:
            return None
        known = next((draft for draft in self._drafts if draft.place == places[0]), None)
        if known is None:
            known = self._new(name, None)
            known.take_name(replace(name, place=places[0]))
        return known

    def _of_kind(self, name: TalksName) -> Draft | None:
        """ "The congress" is the one of the story's talks that is one."""
        same = [draft for draft in self._drafts if kind_of(name) in draft.kinds]
        return max(same, key=lambda draft: (not draft.is_aside, draft.cited), default=None)

    def _earlier(self, like: Draft, name: TalksName, days: Days) -> Draft:
        """Another round of the same talks, on other days."""
        draft = self._new(name, days)
        draft.take_name(replace(name, place=name.place or like.place, subject=name.subject or like.subject))
        return draft

    def _nearest(self, at: int) -> Draft | None:
        part = self._parts[at]
        for i in range(at, -1, -1):
            other = self._parts[i].passage
            if (other.section, other.paragraph) != (part.passage.section, part.passage.paragraph):
                break
            found = {start: draft for (where, start), draft in self._of_name.items() if where == i}
            if found:
                return found[max(found)]
        for i in range(at + 1, len(self._parts)):
            other = self._parts[i].passage
            if (other.section, other.paragraph) != (part.passage.section, part.passage.paragraph):
                break
            for name in self._names[self._parts[i]]:
                if (draft := self._of_name.get((i, name.start)) or self._of_kind(name)) is not None:
                    return draft
        return self._main

    def _by_city(self, part: Part) -> Draft | None:
        """The talks held in the city that a sentence names, at the time it tells of."""
        for city in part.cities:
            here = [draft for draft in self._drafts if draft.place is not None and draft.place.name == city.place.name]
            here.sort(key=lambda draft: (draft is not self._main, draft.is_aside))
            if here:
                return here[0]
        return None

    # --- who ----------------------------------------------------------------------------------------------

    def _take_part(self, at: int, part: Part, mentions: Iterable[EventMention], groups: Groups) -> None:
        for mention in mentions:
            draft = self._draft_at(at, part, mention.trigger.start, firm=bool(TAKING_PART.search(mention.trigger.text)))
            if draft is None or not self._concerns(at, part, mention):
                continue
            if mention.act != "CONSULT":
                if mention.event in _OUTCOMES and mention.status == "occurred" and mention.event_id:
                    draft.outcomes += [mention.event_id] if mention.event_id not in draft.outcomes else []
                continue
            for party in parties_of(mention, part.passage.text, part.passage.as_of):
                self._add(draft, part, party, groups)
        for told in phrase_parties(part, self._names[part], self._lookup, groups):
            draft = self._draft_at(at, part, told.at, firm=told.is_firm)
            if draft is not None:
                self._add(draft, part, told.party, groups)

    def _concerns(self, at: int, part: Part, mention: EventMention) -> bool:
        """Whether an act is of talks at all: no call, and nobody sent elsewhere."""
        words = mention.trigger.text
        if "phone" in mention.mode or re.search(r"\b(?:telephone|phone)\b", words):
            return False
        if not re.search(r"\b(?:send|sent|dispatch)", words) or self._names[part] or self._by_city(part) is not None:
            return True
        abroad = any(entity.code in STATE_CODES for entity in mention.recipient)
        return bool(re.search(r"\b(?:envoy|delegation|representative)", words)) and not abroad

    def _draft_at(self, at: int, part: Part, where: int, *, firm: bool) -> Draft | None:
        """The talks that words at ``where`` are about: named in the sentence, held in its city, or the story's."""
        named = [(abs(start - where), draft) for (i, start), draft in self._of_name.items() if i == at]
        if named:
            return min(named, key=lambda item: item[0])[1]
        if (draft := self._by_city(part)) is not None:
            return draft
        if part.cities and not firm:
            return None
        if any(name.start <= where < name.end for name in self._names[part]):
            return None
        lead = part.passage.section != "body" or part.passage.paragraph <= 2
        return self._nearest(at) if firm or lead else None

    def _add(self, draft: Draft, part: Part, party: Party, groups: Groups) -> None:
        entity = party.entity
        if self._is_talks(part, entity) or (draft.place is not None and entity.text == draft.place.name):
            return
        party = self._read_anew(party)
        if party.entity.code is None and entity.end <= part.end:
            named = next(groups.read(part.passage.text, entity.start, entity.end), None)
            if named is not None:
                told = [replace(item.entity, text=entity.text, start=entity.start, end=entity.end) for item in named[2]]
                draft.parties += [replace(party, entity=who, person=None) for who in told]
                return
        if (
            party.entity.code is None
            and _VAGUE.search(entity.text)
            and not find_sides(entity.text, 0, len(entity.text))
        ):
            return
        draft.parties.append(party)

    def _is_talks(self, part: Part, entity: Entity) -> bool:
        """Whether the "party" is the talks themselves, misread as somebody."""
        inside = any(
            name.start < entity.end and entity.start < name.end and not name.subject for name in self._names[part]
        )
        last = re.findall(r"\w+", entity.text.lower())[-1:] or [""]
        return last[0] in STRONG | WEAK or (inside and entity.code is None) or entity.text.startswith("an end")

    def _read_anew(self, party: Party) -> Party:
        """The party with what its own words say, and, for "the opposition", whose talks these are."""
        entity = party.entity
        alone = self._lookup.party(entity.text, 0, len(entity.text))
        if alone is not None and alone.code and alone.code != entity.code and (entity.code is None or alone.office):
            entity = replace(alone, text=entity.text, start=entity.start, end=entity.end)
        elif alone is not None and alone.person and alone.code and alone.sector != entity.sector:
            entity = replace(alone, text=entity.text, start=entity.start, end=entity.end)
        if entity.code is None and re.search(r"\badministration$", entity.text) and self._dateline is not None:
            entity = replace(entity, code=self._dateline.country)
        return replace(party, entity=entity, person=entity.person or party.person)

    def _share(self) -> None:
        """In a story whose talks are all about one subject, those named without one are about it too."""
        for draft in self._drafts:
            if draft.place is not None and len(draft.subject) == 1:
                draft.subject = tuple(code for code in draft.subject if code != draft.place.country)
        subjects = {draft.subject for draft in self._drafts if draft.subject}
        sided = {
            p.entity.code
            for d in self._drafts
            for p in d.parties
            if p.entity.sector in {"OPP", "REB"} and p.entity.code
        }
        for draft in self._drafts:
            if len(subjects) == 1:
                draft.subject = draft.subject or next(iter(subjects))
            home = draft.subject[0] if len(draft.subject) == 1 and len(draft.subject[0]) == 3 else None
            home = home or (next(iter(sided)) if len(sided) == 1 else None)
            if home is None:
                continue
            draft.parties = [line for party in draft.parties for line in _at_home(party, home)]


_SIDE = re.compile(r"\b(?:opposition|rebels?|government|opponents|regime|insurgents|fighters)\b", re.IGNORECASE)


# Groups that no word tells from others.
_VAGUE = re.compile(
    r"^(?:(?:the|their|its|all|some|other|others|two|three|four|both|several|regional|of|her|his|foreign|defence|one|members) ?)*"
    r"(?:ministers?|presidents?|delegations?|delegates?|officials?|leaders?|members?|countries|representatives?|"
    r"experts|others|envoys?|people|participants|groups|parties|states|half|colleagues?|counterparts?|wife|sponsors)?$",
    re.IGNORECASE,
)  # fmt: skip


def _at_home(party: Party, home: str) -> list[Party]:
    """A line with the country that talks are about, where it says none: "the opposition"; two for "both sides"."""
    entity = party.entity
    if find_sides(entity.text, 0, len(entity.text)) and entity.code in {None, home}:
        sides = [replace(entity, code=home, sector=sector, name=None) for sector in ("GOV", "OPP")]
        return [replace(party, entity=side) for side in sides]
    return [replace(party, entity=replace(entity, code=home))] if _is_unnamed_side(entity) else [party]


def _is_unnamed_side(entity: Entity) -> bool:
    """Whether "the opposition" or "the government" is said without whose."""
    return entity.code is None and entity.sector in {"GOV", "OPP", "REB", "UAF"} and bool(_SIDE.search(entity.text))


def _place_in(part: Part) -> str:
    """Headline, dek, lead or body."""
    passage = part.passage
    return "lead" if passage.section == "body" and passage.paragraph == 0 else passage.section


def _is_placed_same(draft: Draft, name: TalksName) -> bool:
    return draft.place is not None and name.place is not None and draft.place.name == name.place.name


def _away(days: Days, start: int, end: int) -> int:
    """How far a day stands from words; a day after them rather belongs to them."""
    return days.start - end if days.start >= end else start - days.end + 20


def _gap(days: Days, day: str) -> int:
    """Days between a span and a day."""
    other = date.fromisoformat(day[:10])
    if days.first <= other <= days.last:
        return 0
    return min(abs((days.first - other).days), abs((days.last - other).days))
