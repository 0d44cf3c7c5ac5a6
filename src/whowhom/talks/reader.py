"""One story's talks with their parties: what its mentions and phrases say of who takes part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from whowhom.actors.codes import STATE_CODES
from whowhom.records import Entity, EventMention, Story
from whowhom.talks.board import WEIGHTS, Board, place_in
from whowhom.talks.groups import Groups
from whowhom.talks.homes import (
    REBELS,
    RELATIVE,
    VAGUE,
    at_home,
    at_scene,
    is_nobody,
    is_unnamed_side,
    own_country,
    pair_of,
    sides_known,
    split_pair,
)
from whowhom.talks.lists import list_in
from whowhom.talks.lookup import WORD, Lookup
from whowhom.talks.merge import OPPOSED, Draft, identity, is_overlapping
from whowhom.talks.names import STRONG, WEAK
from whowhom.talks.passages import Part
from whowhom.talks.phrases import Told, phrase_parties
from whowhom.talks.records import Evidence, Party
from whowhom.talks.roles import TAKING_PART, parties_of
from whowhom.talks.settling import Settler
from whowhom.talks.through import find_coming

# Acts that put an end to talks or come out of them.
_OUTCOMES = frozenset({"AGREE", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT"})
# Whose country the talks are not about.
_OUTSIDE = frozenset({"host", "organiser", "mediator", "observer"})
# Words of going or staying away, which are no refusal of something at the talks.
_LEAVES = re.compile(
    r"\b(?:walk\w* out|storm\w* out|left|leav\w+|withdr\w+|quit\w*|pull\w* out|suspend\w*|boycott\w*|stay\w* away|"
    r"invit\w+|skip\w*|postpon\w*|attend\w*|send|dispatch|tak\w+ part|come|face to face|directly)\b"
)
_EARLIER = re.compile(
    r"^(?:(?!, |; | (?:and|but|while) ).)*?(?:\b(?:in|during|of|the|a) (?P<year>(?:19|20)\d\d)\b|"
    r"\b(?:earlier|previous|past) (?:[\w-]+ ){0,2}(?:talks|negotiations|rounds?|meetings?|conference|"
    r"summit|attempts?)\b)"
)
_WALKS_OUT = re.compile(r"\b(?:walk\w*[- ]?out|storm\w* out|left the (?:hall|room|meeting|table))\b")
_BETWEEN = re.compile(r"(?:[Tt]he )?(?:chief )?(?:[Mm]ediators?|[Ff]acilitators?)\b")
_GROUPED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|many|some)\b.*"
    r"\b(?:countries|powers|states|nations|parties|governments|leaders|presidents|ministers|groups|"
    r"guarantors|mediators|"
    r"delegations|members)$|P5\+1|\b(?:[Ww]orld|[Mm]ajor|[Rr]egional|[Ff]oreign) (?:powers|leaders|countries|states)$|"
    r"\b(?:quartet|troika|quad|group|bloc|states|countries|leaders|ministers)$",
    re.IGNORECASE,
)
_UNDONE = re.compile(r"\b(?:was|were) to have (?:\w+ ){0,2}$|\b(?:was|were) to have\b[^,.;]{0,60}$")
# Where something is, and nobody: "they arrived in the Burkinabe capital".
_SCENE = re.compile(r"\b(?:capital|city|town|resort|hotel|palace|venue)$", re.IGNORECASE)
# Somebody named in full before: "Mr. Hill", "Kim".
_CALLED = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Gen)\.? )?[A-Z][\w’'-]+$")


class StoryReader:
    """Reads one story; ``read`` gives its talks."""

    def __init__(self, story: Story, lookup: Lookup) -> None:
        self._board = Board(story, lookup)
        self._claimed: dict[Part, list[Entity]] = {}
        self._people: dict[str, Entity] = {}
        self._refusals: set[Evidence] = set()
        told = " ".join(text for _, _, text in story.paragraphs())
        self._named = {
            code for word in WORD.findall(told) if word[0].isupper() and (code := lookup.state_named(word)) is not None
        }
        self._is_of_the_union = bool(re.search(r"\bEuropean|\bE\.?U\b", told)) and "Belgi" not in told

    def read(self, mentions: Sequence[EventMention]) -> list[Draft]:
        """The story's talks with their parties."""
        board, settler = self._board, Settler(self._board)
        by_part: dict[Part, list[EventMention]] = {part: [] for part in board.parts}
        for mention in sorted(mentions, key=lambda m: (m.trigger.start, m.mention_id)):
            part = self._part_of(mention)
            if part is not None:
                by_part[part].append(mention)
        settler.settle(by_part)
        if not board.drafts:
            return []
        groups = Groups(board.lookup, (text for _, _, text in board.story.paragraphs()))
        for at, part in enumerate(board.parts):
            groups.note(part.passage.text, part.start, part.end)
            settler.read_on(at, part)
            self._take_coming(at, part)
            self._take_part(at, part, by_part[part], groups)
        self._share()
        for draft in board.drafts:
            draft.parties = self._without_refusals(draft.parties)
        placed = any(draft.place for draft in board.drafts if draft.is_told)
        kept = [draft for draft in board.drafts if draft.place or draft is board.main or not placed]
        for draft in kept:
            draft.is_recalled = board.is_recalled(draft)
        return [draft for draft in kept if draft.is_told and not board.is_passing(draft) and not self._is_thin(draft)]

    def _is_thin(self, draft: Draft) -> bool:
        """Whether of earlier talks no more is told than a month and one party."""
        codes = {party.entity.code or party.entity.text for party in draft.parties}
        return draft.is_aside and not draft.days and draft is not self._board.main and len(codes) < 2

    def _without_refusals(self, parties: Sequence[Party]) -> list[Party]:
        """The lines without what those who are there refuse at the talks: a text, a handshake."""
        there = {
            _who(party.entity)
            for party in parties
            if party.role in {"attending", "mediator", "observer"} and party.status == "occurred"
        }
        return [
            p
            for p in parties
            if p.role != "declined" or p.evidence[0] not in self._refusals or _who(p.entity) not in there
        ]

    def _part_of(self, mention: EventMention) -> Part | None:
        for part in self._board.parts:
            same = part.passage.section == mention.section and part.passage.paragraph == mention.paragraph
            if same and part.start <= mention.trigger.start < part.end:
                return part
        return None

    def _take_coming(self, at: int, part: Part) -> None:
        """Add who comes for whom, before all else: their words are nobody else's then."""
        for coming in find_coming(part, self._board.lookup):
            entity, passage = coming.entity, part.passage
            if entity.person:
                self._people[entity.person.split()[-1]] = entity
            draft = self._board.draft_at(at, part, coming.start, firm=coming.is_firm)
            if draft is not None:
                evidence = Evidence(passage.story_id, passage.section, passage.paragraph, coming.start, coming.end)
                draft.parties.append(
                    Party(
                        entity,
                        "attending",
                        coming.level,
                        entity.person,
                        coming.status,
                        None,
                        passage.as_of,
                        (evidence,),
                    )
                )
                self._claimed.setdefault(part, []).append(entity)

    def _take_part(self, at: int, part: Part, mentions: Iterable[EventMention], groups: Groups) -> None:
        for mention in mentions:
            firm = bool(TAKING_PART.search(mention.trigger.text))
            drafts = self._board.drafts_at(at, part, mention.trigger.start, firm=firm)
            drafts = [draft for draft in drafts if draft.is_aside or not self._is_history(part, mention.trigger.start)]
            if not drafts or not self._concerns(part, mention):
                continue
            if mention.act != "CONSULT":
                if mention.event in _OUTCOMES and mention.status == "occurred" and mention.event_id:
                    drafts[0].outcomes += [mention.event_id] if mention.event_id not in drafts[0].outcomes else []
                continue
            for party in parties_of(mention, part.passage.text, part.passage.as_of):
                for draft in drafts:
                    self._add(draft, part, party, groups)
        for told in phrase_parties(part, self._board.names[part], self._board.lookup, groups):
            for draft in self._board.drafts_at(at, part, told.at, firm=told.is_firm):
                if not draft.is_aside and self._is_history(part, told.at):
                    continue
                _take_away(draft, part, told)
                self._add(draft, part, told.party, groups)

    def _is_history(self, part: Part, at: int) -> bool:
        """Whether words tell of another year or of earlier talks: "who walked out of earlier talks in 2003"."""
        told = _EARLIER.match(part.passage.text[at : min(part.end, at + 70)])
        day = self._board.day
        return told is not None and day is not None and (told["year"] is None or int(told["year"]) < day.year)

    def _concerns(self, part: Part, mention: EventMention) -> bool:
        """Whether an act is of talks at all: no call, and nobody sent elsewhere."""
        words = mention.trigger.text
        if "phone" in mention.mode or re.search(r"\b(?:telephone|phone)\b", words):
            return False
        if _UNDONE.search(part.passage.text[part.start : mention.trigger.start]):
            return False
        if (
            not re.search(r"\b(?:send|sent|dispatch)", words)
            or self._board.names[part]
            or self._board.by_city(part) is not None
        ):
            return True
        abroad = any(entity.code in STATE_CODES for entity in mention.recipient)
        return bool(re.search(r"\b(?:envoy|delegation|representative)", words)) and not abroad

    def _add(self, draft: Draft, part: Part, party: Party, groups: Groups) -> None:
        if party.role == "attending" and _BETWEEN.match(party.entity.text):
            party = replace(party, role="mediator")
        entity, cited = party.entity, party.evidence[0]
        if party.role == "declined" and not _LEAVES.search(part.passage.text[cited.start : cited.end + 20]):
            self._refusals.add(cited)
        if (
            _SCENE.search(entity.text)
            or self._is_talks(part, entity)
            or self._is_subject(part, entity)
            or (draft.place is not None and entity.text == draft.place.name)
        ):
            return
        if party.role == "attending" and re.search(
            r"\b(?:[Mm]inistry|[Pp]alace|[Pp]residency|[Oo]ffice|[Aa]gency)(?: in \w+)?$", entity.text
        ):  # it speaks
            return
        if party.role != "absent" and re.match(r"(?:no|none|neither)\b", entity.text, re.IGNORECASE):
            return
        if party.role == "attending" and any(_is_agent(part, known, party) for known in draft.parties):
            return
        if party.role == "attending" and any(_overlap(entity, taken) for taken in self._claimed.get(part, ())):
            return
        party = at_scene(self._read_anew(party), draft.place)
        if party.entity.code is None and entity.end <= part.end:
            named = next(groups.read(part.passage.text, entity.start, entity.end), None)
            if named is not None:
                told = [replace(item.entity, text=entity.text, start=entity.start, end=entity.end) for item in named[2]]
                draft.parties += [replace(party, entity=who, person=None) for who in told]
                return
        if (members := self._members(part, party)) and party.role != "absent":
            draft.parties += members
            return
        if len(pair := split_pair(party, self._board.lookup)) > 1:
            draft.parties += pair
            return
        if is_nobody(party.entity):
            if not VAGUE.search(entity.text) and not RELATIVE.match(entity.text):
                draft.faceless.append(party)
            return
        if party.role == "invited" and any(
            known.role == "excluded"
            and known.entity.code
            and _is_near(known, party)
            and _who(known.entity) == _who(entity)
            for known in draft.parties
        ):
            return
        if party.role == "excluded":
            draft.parties = [p for p in draft.parties if p.role != "invited" or not is_overlapping(p, party)]
        if not any(_is_told_twice(known, party) for known in draft.parties):
            draft.parties.append(party)
            # Who walks out was there.
            if party.role == "declined" and _WALKS_OUT.search(part.passage.text[cited.start : cited.end + 20]):
                draft.parties.append(replace(party, role="attending", status="occurred", reason=None))

    def _is_talks(self, part: Part, entity: Entity) -> bool:
        """Whether the "party" is the talks themselves, misread as somebody."""
        inside = any(
            name.start < entity.end and entity.start < name.end and not name.subject for name in self._board.names[part]
        )
        last = re.findall(r"\w+", entity.text.lower())[-1:] or [""]
        return last[0] in STRONG | WEAK or (inside and entity.code is None) or entity.text.startswith("an end")

    def _members(self, part: Part, party: Party) -> list[Party]:
        """Who a group is by the list right after it: "six powers (A, B and C)"."""
        entity = party.entity
        if not (part.start <= entity.start < entity.end <= part.end) or not _GROUPED.search(entity.text):
            return []
        listed = list_in(part.passage.text, entity.end, part.end, self._board.lookup)
        if len(listed) < 2:
            return []
        return [replace(party, entity=item.entity, level=item.level, person=item.entity.person) for item in listed]

    def _is_subject(self, part: Part, entity: Entity) -> bool:
        """Whether words only say what talks are about: "Afghan" in "Afghan peace talks"."""
        names = [name for name in self._board.names[part] if name.start <= entity.start and entity.end < name.end]
        return any(len(name.subject) == 1 and name.subject[0] == entity.code for name in names)

    def _read_anew(self, party: Party) -> Party:
        """The party with what its own words say, and, for "the opposition", whose talks these are."""
        entity = party.entity
        if (known := self._people.get(entity.text.split()[-1])) is not None and _CALLED.match(entity.text):
            entity = replace(known, text=entity.text, start=entity.start, end=entity.end)
            return replace(party, entity=entity, person=known.person)
        if (both := re.match(r"(?:[Bb]oth|[Ee]ither|or) (?=[A-Z][\w-]+$)", entity.text)) is not None:
            entity = replace(entity, text=entity.text[both.end() :], start=entity.start + both.end())
        alone = self._board.lookup.party(entity.text, 0, len(entity.text))
        # "Communist rebels" and "the National Security Council" are of no country that the story never names.
        is_general = entity.text.islower() or (entity.identifier is not None and not entity.person)
        if entity.code in STATE_CODES and is_general and entity.code not in self._named:
            entity = replace(entity, code=None)
        if (
            alone is not None and alone.code and alone.code != entity.code and (entity.code is None or alone.office)
        ) or (alone is not None and alone.person and alone.code and alone.sector != entity.sector):
            entity = replace(alone, text=entity.text, start=entity.start, end=entity.end)
        if entity.text == "Brussels" and self._is_of_the_union:
            entity = replace(entity, name="European Union", code="EUR", sector="GOV", identifier=None)
        if entity.code is None and re.search(r"\badministration$", entity.text) and self._board.dateline is not None:
            entity = replace(entity, code=self._board.dateline.country)
        if entity.sector in {None, "GOV"} and not entity.person and REBELS.search(entity.text):
            entity = replace(entity, sector="OPP" if "opposition" in entity.text.lower() else "REB")
        person = entity.person or party.person
        if person and " - " in person:  # set apart by the tokeniser
            person = (alone.person if alone is not None else None) or person.replace(" - ", "-")
            entity = replace(entity, person=person)
        return replace(party, entity=entity, person=person)

    def _home(self, draft: Draft) -> str | None:
        """The one country that headline and lead name, and no host: whose sides meet or whom states meet about."""
        board = self._board
        named = {
            code for part in board.parts if place_in(part) in WEIGHTS for code in board.lookup.countries_in(part.text)
        }
        lines = [party for other in board.drafts for party in other.parties]
        named -= {other.place.country for other in board.drafts if other.place is not None}
        taking = {party.entity.code for party in lines}
        outside = {party.entity.code for party in lines if party.role in _OUTSIDE}
        return next((next(iter(about)) for about in (named - taking, named - outside) if len(about) == 1), None)

    def _told_home(self, draft: Draft) -> str | None:
        """Where a story is told whose "government" and "opposition" are of no named country."""
        dateline = self._board.dateline
        is_here = draft.place is None or (dateline is not None and draft.place.country == dateline.country)
        states = {p.entity.code for p in draft.parties if p.entity.code in STATE_CODES}
        sides = {p.entity.sector in OPPOSED for p in draft.parties if is_unnamed_side(p.entity)}
        return dateline.country if dateline is not None and is_here and not states and len(sides) == 2 else None

    def _share(self) -> None:
        """In a story whose talks are all about one subject, those named without one are about it too."""
        for draft in self._board.drafts:
            if draft.place is not None and len(draft.subject) == 1:
                draft.subject = tuple(code for code in draft.subject if code != draft.place.country)
        subjects = {draft.subject for draft in self._board.drafts if draft.subject}
        sided = {
            p.entity.code
            for d in self._board.drafts
            for p in d.parties
            if p.entity.sector in {"OPP", "REB"} and p.entity.code
        }
        for draft in self._board.drafts:
            if len(subjects) == 1:
                draft.subject = draft.subject or next(iter(subjects))
            home = draft.subject[0] if len(draft.subject) == 1 and len(draft.subject[0]) == 3 else None
            home = home or (next(iter(sided)) if len(sided) == 1 else None) or self._home(draft)
            home = home or own_country(draft) or self._told_home(draft)
            is_political = bool(draft.subject) or any(p.entity.code for p in draft.parties)
            if home is None or not (is_political or any(p.entity.sector in OPPOSED for p in draft.parties)):
                continue
            known = sides_known(draft, home)
            draft.parties = [line for party in draft.parties for line in at_home(party, home, pair_of(draft), known)]


def _who(entity: Entity) -> tuple[str, ...]:
    """Who somebody is, movements of one country told apart by their names."""
    name = (entity.name or "") if entity.sector in OPPOSED and not entity.person else ""
    return *identity(entity), name.casefold()


def _take_away(draft: Draft, part: Part, told: Told) -> None:
    """Who talks are "sponsored by" or "brokered by" is not in them by the same words."""
    entity = told.party.entity
    if told.party.role in _OUTSIDE and re.search(r"\bby\b", part.passage.text[told.at : entity.start]):
        draft.parties = [p for p in draft.parties if p.role != "attending" or not _is_same_words(p, told.party)]


def _is_agent(part: Part, known: Party, party: Party) -> bool:
    """Whether words name those by whom talks are brokered or called, and no more."""
    if known.role not in {"mediator", "organiser"} or not _is_same_words(known, party):
        return False
    return re.search(r"\bby\b", part.passage.text[known.evidence[0].start : known.entity.start]) is not None


def _is_same_words(a: Party, b: Party) -> bool:
    x, y = a.evidence[0], b.evidence[0]
    same = (x.story_id, x.section, x.paragraph) == (y.story_id, y.section, y.paragraph)
    return same and _overlap(a.entity, b.entity)


def _is_near(a: Party, b: Party) -> bool:
    """Whether two lines rest on words of one paragraph."""
    x, y = a.evidence[0], b.evidence[0]
    return (x.story_id, x.section, x.paragraph) == (y.story_id, y.section, y.paragraph)


def _overlap(a: Entity, b: Entity) -> bool:
    return a.start < b.end and b.start < a.end


def _is_told_twice(known: Party, party: Party) -> bool:
    """Whether words that told of a refusal tell of the absence too, or those of no invitation of one."""
    pairs = {("declined", "absent"), ("excluded", "invited")}
    return (known.role, party.role) in pairs and is_overlapping(known, party)
