"""Which talks a story tells of: those its words single out, those an event alone tells of, and what points back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from whowhom.records import EventMention
from whowhom.talks.board import HELD, WEIGHTS, Board, gap, place_in
from whowhom.talks.levels import level_of
from whowhom.talks.merge import Draft
from whowhom.talks.names import STRONG, WEAK, TalksName
from whowhom.talks.passages import City, Days, Part
from whowhom.talks.phrases import TALKS_WITH
from whowhom.talks.records import TalksPlace
from whowhom.talks.roles import TAKING_PART

_MEETING = re.compile(
    r"\b(?:talks|meet\w*|met|summit|negotiat\w*|conference|gather\w*|host\w*|receiv\w*|sat down|sit down|discuss\w*)\b"
)
_DISTANT = re.compile(
    r"\b(?:telephone|phone|call(?:s|ed)?|video|visit\w*|tour\w*|travel\w*|press|news|statement)\b", re.I
)
# What stands between a naming and a city that is the scene of something else.
_ELSEWHERE = re.compile(r"\b(?:by|after|before|attacks?|between|with|who|said|says|led|minister|[Ff]rom)\b|[;:]")
# Words that a capital is told from, and not only the scene of talks.
_ELSEWHERE_FROM = re.compile(
    r"\b(?:stay\w* away|refus\w*|reject\w*|declin\w*|boycott\w*|quit\w*|withdr[ae]w\w*|pull\w* out|offer\w*|propos\w*|"
    r"will (?:attend|join|send|take part)|would (?:attend|join|send|take part)|call\w* for|invit\w+|"
    r"return\w* (?:to|from))\b"
)
_IN_COUNTRY = re.compile(
    r"(?:(?!\b(?:war|conflict|crisis|fighting|rule|forces|troops|situation|"
    r"said)\b)[^.;,]){0,45}?\s[Ii]n (?P<country>[A-Z]\w+(?: [A-Z]\w+)?)"
    r"\b(?!['’])"
)
_SIGN = (
    r"(?P<verb>sign(?:s|ed)?) (?:an? |the )?(?:[\w-]+ ){0,4}"
    r"(?:agreements?|accords?|ceasefire|truce|treaty|pact|armistice|deal|declaration|communiqu[ée])\b"
)
_SIGNED = re.compile(rf"\b{_SIGN}")
_MET = re.compile(rf"\b(?:(?P<verb>meets?|met|gather(?:s|ed)?|sat|sit)\b|{_SIGN.replace('verb', 'sign')})")
_UNITS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {word: number for number, word in enumerate(_UNITS, start=1)} | {"one": 1}
_TENS = {word: 10 * number for number, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty"), start=2)}
_LASTING = re.compile(
    r"\b(?P<number>[A-Za-z]+(?:-[a-z]+)?|\d+) (?P<unit>days|weeks?) of (?:[\w-]+ ){0,4}?"
    r"(?:talks|negotiations|meetings|consultations|dialogue|discussions)\b"
)
_CLOSED = re.compile(
    r"\b(?:ended|closed|collapsed|concluded|finished|broke (?:up|down|off)|adjourned|wound up|failed)\b"
)
_LONGEST_STAY = 100  # days that one round lasts at most
_UNDER_WAY = re.compile(
    r"\b(?:opened|began|got under way|resumed|ended|closed|collapsed|broke (?:up|down)|adjourned)\b"
)
_AT_HALL = re.compile(r",? at (?:the|an?) [\w' -]+ (?:in )?")
_OPENED = re.compile(r"\b(?:opened|began|begun|started|convened)\b")
LONGEST = 31  # days that a round lasts at most
_PUT_OFF = re.compile(
    r"\b(?:postponed|put (?:back|off)|moved|delayed|rearranged|was to have|were to have|due to (?:open|begin))\b"
)
_TO_COME = re.compile(r"\b(?:planned|propos\w+|new|next|will be|to be held|are to|is to|looks? forward|due|intends?)\b")
_NEXT = re.compile(r"\b(?:[Nn]ext|[Ff]urther|[Nn]ew|[Ff]ollow-up) (?:round|session|meeting|talks|summit)\b")
# Another of the same talks is meant.
_OTHER = re.compile(r"\b(?:previous|earlier|last|first|second|third|another|next|one in|one of)\b")


class Settler:
    """Puts a story's namings on its board."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def settle(self, by_part: Mapping[Part, Sequence[EventMention]]) -> None:
        """Find the talks of a story and the ones it is about."""
        self._settle_own()
        self._at_dateline()
        self._meetings(by_part)
        self._with_parties()
        if self._board.drafts:
            self._board.main = self._board.choose_main()

    def read_on(self, at: int, part: Part) -> None:
        """Settle what the next sentence points back to."""
        self._point_back(at, part)
        self._put_off(at, part)

    def _settle_own(self) -> None:
        """The namings that tell talks from others, each with those it may be the same as; the fullest come first."""
        named = [(i, part, name) for i, part in enumerate(self._board.parts) for name in self._board.names[part]]
        told = [(i, part, self._placed(i, part, name)) for i, part, name in named]
        told = [item for item in told if item[2].is_own]
        told += [(i, part, name) for i, part in enumerate(self._board.parts) for name in self._met(part)]
        told += [(i, part, name) for i, part in enumerate(self._board.parts) for name in self._board.rounds[part]]
        for i, part, name in sorted(told, key=lambda item: (item[2].place is None, item[0], item[2].start)):
            days = self._board.days_of(part, name.start, name.end)
            draft = self._board.fitting(name, days) or self._board.new(name, days)
            draft.take_name(name)
            if self._board.is_near(draft, days) or draft.cited == 1:
                self._board.add_days(draft, part, days)
            if days is not None and (began := self._began(part, name, days)) is not None:
                draft.lasted.append((began.isoformat(), days.last.isoformat()))
                draft.days.append(began.isoformat())
            draft.is_ahead = draft.is_ahead or bool(
                _TO_COME.search(part.passage.text[max(part.start, name.start - 25) : name.end + 25])
            )
            self._board.of_name[i, name.start] = draft

    def _began(self, part: Part, name: TalksName, days: Days) -> date | None:
        """The first day of "three days of talks" that ended on a day."""
        before = _LASTING.search(part.passage.text[part.start : name.end])
        if before is None or not _CLOSED.search(part.passage.text[name.start : part.end]):
            return None
        count = _count(before["number"].lower())
        length = count * (7 if before["unit"].startswith("week") else 1)
        if not 1 < length <= _LONGEST_STAY or days.start < name.start:
            return None
        return days.last - timedelta(days=length - 1)

    def _met(self, part: Part) -> Iterable[TalksName]:
        """What headline and lead name by a verb alone: "powers meet in Vienna"."""
        if place_in(part) not in WEIGHTS or any(name.place for name in self._board.names[part]):
            return
        for city in part.cities:
            for found in _MET.finditer(part.passage.text, part.start, city.start):
                if re.fullmatch(r"[^,.;]{0,25}", part.passage.text[found.end() : city.start]):
                    verb = "verb" if found["verb"] else "sign"
                    yield TalksName(found[verb], *found.span(verb), place=city.place)
        signed = _SIGNED.search(part.passage.text, part.start, part.end) if part.passage.is_lead else None
        if signed is not None and not part.cities and self._is_told_from(part.text):
            yield TalksName(signed["verb"], *signed.span("verb"), place=self._board.dateline)

    def _placed(self, at: int, part: Part, name: TalksName) -> TalksName:
        """The naming with the city of its sentence, or of the story where it is the lead's own."""
        if name.place is not None and not self._board.lookup.is_country(name.place):
            return name
        text = part.passage.text
        for city in part.cities:
            if not city.is_at:
                continue
            if name.place is not None and city.place.country == name.place.country:
                return replace(name, place=city.place)
            between = text[name.end : city.start]
            close = 0 <= city.start - name.end < 60 and not _ELSEWHERE.search(between)
            beside = len(between) < 20 or (len(between) < 40 and _AT_HALL.fullmatch(between) is not None)
            close = close and (beside or HELD.search(between) is not None)
            if name.place is None and not name.is_definite and close:
                return replace(name, place=city.place)
        if name.place is not None:
            same = (city.place for other in self._board.parts for city in other.cities)
            return replace(name, place=next((p for p in same if p.country == name.place.country), name.place))
        alone = (
            len(part.cities) == 1
            and part.cities[0].is_at
            and part.days
            and not name.is_definite
            and len(self._board.names[part]) <= 2
        )
        if alone and part.cities[0].start < name.start < part.cities[0].start + 150:
            return replace(name, place=part.cities[0].place)
        if name.place is None and (abroad := self._abroad(part, name)) is not None:
            return replace(name, place=abroad)
        lead = part.passage.is_lead
        if (
            name.place is None
            and lead
            and not name.is_definite
            and self._is_told_from(part.passage.text[part.start : name.end])
        ):
            return replace(name, place=self._board.dateline)
        return name

    def _abroad(self, part: Part, name: TalksName) -> TalksPlace | None:
        """The country that talks are held in by the words after them: "talks with the rebels in Burkina Faso"."""
        found = _IN_COUNTRY.match(part.passage.text[name.end : part.end])
        place = self._board.lookup.place(found["country"]) if found else None
        if place is None or place.country in name.subject or not self._board.lookup.is_country(place):
            return None
        home = self._board.dateline
        return None if home is not None and home.country == place.country else place

    def _is_told_from(self, words: str) -> bool:
        """Whether the talks of a lead are held where it is told from; who stays away tells so from home."""
        dateline = self._board.dateline
        if dateline is None:
            return False
        if not _ELSEWHERE_FROM.search(words):
            return True
        named = {city.place.name for other in self._board.parts for city in other.cities}
        named |= {other.place.name for names in self._board.names.values() for other in names if other.place}
        return dateline.name in named

    def _at_dateline(self) -> None:
        """The meeting that a story is about and names only in passing is held where it is told from."""
        lead = " ".join(part.text for part in self._board.parts if place_in(part) == "lead")
        if not self._is_told_from(lead):
            return
        bare = [
            (i, name)
            for i, part in enumerate(self._board.parts)
            for name in self._board.names[part]
            if name.is_definite and (i, name.start) not in self._board.of_name and name.round is None
        ]
        placed = [draft for draft in self._board.drafts if draft.place and not draft.is_aside]
        headed = any(
            place_in(self._board.parts[at]) in WEIGHTS and d.place for (at, _), d in self._board.of_name.items()
        )
        self._open_at_dateline(lead)
        if not bare or headed or any(draft.place == self._board.dateline for draft in placed):
            return
        at, name = min(bare, key=lambda item: (item[1].text.lower() in {"talks", "negotiations"}, item[0]))
        part = self._board.parts[at]
        days = self._board.days_of(part, name.start, name.end)
        draft = self._board.new(name, days)
        draft.take_name(replace(name, place=self._board.dateline))
        self._board.add_days(draft, part, days)
        self._board.of_name[at, name.start] = draft

    def _open_at_dateline(self, lead: str) -> None:
        """Talks that the headline names and that the lead tells to be under way are held where it is told from."""
        drafts = {id(d): d for (at, _), d in self._board.of_name.items() if place_in(self._board.parts[at]) in WEIGHTS}
        if len(drafts) == 1 and _UNDER_WAY.search(lead):
            (draft,) = drafts.values()
            draft.place = draft.place or self._board.dateline

    def _meetings(self, by_part: Mapping[Part, Sequence[EventMention]]) -> None:
        """Meetings told by an event alone: "held talks in Bishkek with", "met in Sochi"."""
        for at, part in enumerate(self._board.parts):
            for mention in by_part[part]:
                if not self._is_meeting(part, mention) or any(
                    (at, name.start) in self._board.of_name for name in self._board.names[part]
                ):
                    continue
                cities = [city.place for city in part.cities if city.is_at and self._is_scene(part, mention, city)]
                place = cities[0] if len({city.name for city in cities}) == 1 else None
                if place is None and self._board.drafts:
                    continue
                heads = sum(
                    level_of(entity) == "head_of_state" or "President" in (entity.office or "")
                    for entity in mention.actor
                )
                kind = "summit" if heads > 1 else ""
                name = TalksName(
                    mention.trigger.text, mention.trigger.start, mention.trigger.end, place=place, kind=kind
                )
                days = self._board.days_of(part, name.start, name.end)
                draft = self._board.fitting(name, days)
                if draft is None:
                    draft = self._board.new(name, days)
                    draft.take_name(name)
                    self._board.add_days(draft, part, days)
                self._board.of_name[at, mention.trigger.start] = draft

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

    def _is_scene(self, part: Part, mention: EventMention, city: City) -> bool:
        """Whether a city stands in the clause of an act."""
        first, last = sorted((mention.trigger.end, city.start))
        return last - first < 60 and not re.search(r"[;:]|\b(?:said|says|told)\b", part.passage.text[first:last])

    def _with_parties(self) -> None:
        """Talks of a story that names no others, told by whom they are with."""
        if self._board.drafts:
            return
        for at, part in enumerate(self._board.parts):
            for name in self._board.names[part]:
                if TALKS_WITH.search(part.passage.text, name.start, part.end):
                    days = self._board.days_of(part, name.start, name.end)
                    draft = self._board.fitting(name, days) or self._board.new(name, days)
                    draft.take_name(name)
                    self._board.of_name[at, name.start] = draft

    def _point_back(self, at: int, part: Part) -> None:
        """ "The talks" are those named last in the paragraph, else those that the story is about."""
        for name in self._board.names[part]:
            key = at, name.start
            if key in self._board.of_name:
                continue
            days = self._board.days_of(part, name.start, name.end)
            draft = (
                self._board.of_kind(name)
                or self._board.by_city(part)
                or self._headed(at, name)
                or self._board.nearest(at)
            )
            if draft is None or (name.round is not None and draft.round not in {None, name.round}):
                draft = self._board.fitting(name, days)
                if draft is not None and name.round is not None and draft.round != name.round:
                    continue  # the eighth round is not a congress told of without a number
            if draft is None:
                continue
            if draft.place is None and name.is_definite:  # "the talks, at a hotel in the capital"
                draft.place = self._placed(at, part, replace(name, is_definite=False)).place
            if draft.round is None and name.is_definite:  # "a second round" is another
                draft.round = name.round
            next_one = days is not None and _NEXT.search(name.text) is not None and self._is_to_come(days)
            if days is not None and (next_one or not self._board.is_near(draft, days)):
                other = self._board.fitting(replace(name, place=name.place or draft.place), days)
                if other is None and _OTHER.search(part.passage.text[max(part.start, name.start - 30) : name.end]):
                    other = self._board.earlier(draft, name, days)
                opened = (
                    other is None and draft.days and gap(days, min(draft.days)) <= LONGEST and _OPENED.search(part.text)
                )
                if other is None and draft.is_aside and not opened:
                    continue  # another one, of which this sentence says too little
                draft, days = other or draft, days if other or opened else None
            self._board.of_name[key] = draft
            draft.cited += 1
            self._board.add_days(draft, part, days)

    def _is_to_come(self, days: Days) -> bool:
        return self._board.day is not None and days.first > self._board.day

    def _put_off(self, at: int, part: Part) -> None:
        """Days that talks were moved from tie them to stories that still tell of those."""
        if not part.days or not _PUT_OFF.search(part.text):
            return
        draft = self._board.draft_at(at, part, part.start, firm=True) or self._board.nearest(at)
        if draft is not None:
            draft.links += [day for span in part.days if (day := span.first.isoformat()) not in draft.links]

    def _headed(self, at: int, name: TalksName) -> Draft | None:
        """The talks in the city of the heading right above: "Eyes on Geneva"."""
        above = (
            next((p for p in self._board.parts[at - 1 :: -1] if p.passage != self._board.parts[at].passage), None)
            if at
            else None
        )
        if above is None or len(above.passage.text) > 60 or above.passage.text.endswith("."):
            return None
        words = re.sub(r"\b[Ff]rom \w+", "", above.text).split()
        if above.passage.section == "headline":  # a name there may be a person's: "Santos halts talks"
            words = [word for before, word in pairwise(words) if before.lower() in {"in", "at", "on", "for", "to"}]
        places = [p for word in words if (p := self._board.lookup.place(word.strip("?!,"), city_only=True))]
        if len(places) != 1:
            return None
        known = next((draft for draft in self._board.drafts if draft.place == places[0]), None)
        if known is None:
            known = self._board.new(name, None)
            known.take_name(replace(name, place=places[0]))
        return known


def _count(words: str) -> int:
    """How many "three", "52" or "fifty-two" are; 0 for other words."""
    if words.isdigit():
        return int(words)
    tens, _, unit = words.partition("-")
    return _COUNTS.get(words) or (_TENS[tens] + _COUNTS.get(unit, 0) if tens in _TENS else 0)
