"""Parts of a ledger brought together: the same talks in many sentences and stories, the same party in many lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from whowhom.places import load_gazetteer
from whowhom.records import Entity
from whowhom.talks.groups import find_sides
from whowhom.talks.names import TalksName
from whowhom.talks.records import Party, TalksPlace

# Reports of one negotiation lie this many days apart at most; of one numbered round, this many.
NEAR_DAYS = 10
ROUND_DAYS = 200
OPPOSED = frozenset({"OPP", "REB", "UAF"})
_POWERS = OPPOSED | {"COP", "ELI", "GOV", "JUD", "LEG", "MIL", "PRE", "PRM", "PTY", "SPY"}
PAUSE_DAYS = 31  # a story that names no place tells of talks between the same sides within so many
_PEACE = re.compile(r"\b(?:peace|truce|ceasefire|donors?|summit|reconciliation)\b")
AHEAD_DAYS = 35  # talks announced without a day are those that follow within so many


@dataclass(slots=True)
class Draft:
    """Talks while they are gathered."""

    names: list[TalksName] = field(default_factory=list)
    subject: tuple[str, ...] = ()
    place: TalksPlace | None = None
    round: int | None = None
    topics: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)  # when the talks are said to be held
    reported: list[str] = field(default_factory=list)  # when stories tell of them
    parties: list[Party] = field(default_factory=list)
    faceless: list[Party] = field(default_factory=list)  # "world leaders": they tell that talks were held
    outcomes: list[str] = field(default_factory=list)
    spans: list[tuple[str, str]] = field(default_factory=list)  # months and weeks they are said to fall in
    stories: set[str] = field(default_factory=set)
    lasted: list[tuple[str, str]] = field(default_factory=list)  # from when to when, by how long they lasted
    links: list[str] = field(default_factory=list)  # days they were put off from
    is_ahead: bool = False  # still to come when the story was told, on no day it names
    is_aside: bool = False  # held long before or after the story that tells of them
    is_recalled: bool = False  # told of in passing, on no day: all that is known of its time is that it is over
    cited: int = 0

    @property
    def is_told(self) -> bool:
        """Whether anybody takes part at all."""
        return bool(self.parties or self.faceless)

    @property
    def kinds(self) -> frozenset[str]:
        """What the talks are called where that sets them apart: a summit is no congress."""
        return frozenset(kind for name in self.names if (kind := kind_of(name)))

    def take_name(self, name: TalksName) -> None:
        """Add what one naming says."""
        self.names.append(name)
        self.subject = self.subject or name.subject
        self.place = _finer(self.place, name.place)
        self.round = self.round if self.round is not None else name.round
        self.topics += [topic for topic in name.topics if topic not in self.topics]
        self.cited += 1

    def take(self, other: Draft) -> None:
        """Add all that another draft of the same talks holds."""
        self.names += other.names
        self.spans += [span for span in other.spans if span not in self.spans]
        self.lasted += other.lasted
        self.links += [day for day in other.links if day not in self.links]
        self.is_ahead = self.is_ahead and other.is_ahead
        self.stories |= other.stories
        self.is_aside = self.is_aside and other.is_aside
        self.is_recalled = self.is_recalled and other.is_recalled
        self.subject = self.subject or other.subject
        self.place = _finer(self.place, other.place)
        self.round = self.round if self.round is not None else other.round
        self.topics += [topic for topic in other.topics if topic not in self.topics]
        self.days += other.days
        self.reported += other.reported
        self.parties += other.parties
        self.faceless += other.faceless
        self.outcomes += [outcome for outcome in other.outcomes if outcome not in self.outcomes]
        self.cited += other.cited


def _finer(known: TalksPlace | None, new: TalksPlace | None) -> TalksPlace | None:
    """The city rather than its country."""
    if known is None or new is None:
        return known or new
    return new if _is_country(known) and not _is_country(new) and known.country == new.country else known


def _is_country(place: TalksPlace) -> bool:
    found = load_gazetteer().lookup(place.name)
    return found is not None and found.kind == "country"


def kind_of(name: TalksName) -> str:
    """ "summit", "congress" or "conference"; empty for talks and meetings, which may be any of them."""
    if name.kind:
        return name.kind
    found = re.findall(r"\b(?:summit|congress|conference)\b", name.text.lower())
    return found[-1] if found else ""


def fits(draft: Draft, name: TalksName | Draft) -> bool:
    """Whether two namings may be of the same talks: nothing that both say contradicts."""
    if draft.subject and name.subject and not set(draft.subject) & set(name.subject):
        return False
    if draft.round is not None and name.round is not None and draft.round != name.round:
        return False
    kinds = name.kinds if isinstance(name, Draft) else frozenset({kind_of(name)} - {""})
    if draft.kinds and kinds and not draft.kinds & kinds:
        return False
    return draft.place is None or name.place is None or same_place(draft.place, name.place)


def same_place(a: TalksPlace, b: TalksPlace) -> bool:
    """Whether two places are one, or one lies in the other."""
    if a.name == b.name:
        return True
    return a.country == b.country and a.country is not None and (_is_country(a) or _is_country(b))


def join_stories(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts of single stories joined where subject, place, round and time agree; order of arrival has no say."""
    # The earliest and best described first: what says less joins what says more.
    order = sorted(
        drafts, key=lambda d: (_first_day(d) or "9999", d.place is None, not d.subject, [name.text for name in d.names])
    )
    joined: list[Draft] = []
    for draft in sorted(order, key=lambda d: d.place is None):
        match = next((known for known in joined if _is_same(known, draft)), None) or _by_parties(joined, draft)
        if match is None:
            joined.append(draft)
        else:
            match.take(draft)
    return [draft for draft in joined if not draft.is_recalled and is_political(draft)]


def is_political(draft: Draft) -> bool:
    """Whether any state, body of states, force or political group takes part: clubs and companies bargain too."""
    if draft.subject or any(_is_power(party.entity) for party in draft.parties):
        return True
    if not draft.is_told:
        return True
    return not draft.parties and (bool(draft.topics) or any(_PEACE.search(name.text) for name in draft.names))


_BUSINESS = re.compile(
    r"\b(?:mills|compan(?:y|ies)|firms?|clubs?|champions|airlines?|producers|manufacturers|steelmakers?|suppliers?|miners|"
    r"workers|pilots|players|unions?|banks?|investors|creditors|retailers?)$"
)


def _is_power(entity: Entity) -> bool:
    if entity.sector == "BUS" or _BUSINESS.search(entity.text):
        return False
    is_named = entity.identifier is not None and not entity.identifier.startswith("state:")
    if is_named or entity.code in {"UNO", "EUR", "IGO"}:
        return True
    return entity.sector in _POWERS and (entity.code is not None or entity.sector in OPPOSED)


def _is_same(a: Draft, b: Draft) -> bool:
    if a.place is None or b.place is None or not fits(a, b):
        return False
    gap = _gap(a, b)
    if gap is None:
        return a.round is not None and a.round == b.round and a.place == b.place
    if a.stories & b.stories:
        # One story keeps apart what it tells apart, unless it only told less of it at first.
        return a.round is not None and a.round == b.round and gap <= NEAR_DAYS
    return gap <= (ROUND_DAYS if a.round is not None and a.round == b.round else NEAR_DAYS)


def _by_parties(joined: Sequence[Draft], draft: Draft) -> Draft | None:
    """The talks of those who negotiate in a draft that says no place: "their talks with the government"."""
    sides = _sides_of(draft)
    if draft.place is not None or len(sides) < 2:
        return None
    near = [
        (gap, known)
        for known in joined
        if known.place is not None and sides <= _sides_of(known) and (gap := _gap(known, draft)) is not None
    ]
    near = [(gap, known) for gap, known in near if gap <= PAUSE_DAYS and not known.stories & draft.stories]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _sides_of(draft: Draft) -> set[tuple[str, bool]]:
    """The countries of those who take part or stay away, and whether it is their government."""
    parties = (party for party in draft.parties if party.role in {"attending", "declined", "invited"})
    return {(party.entity.code, party.entity.sector in OPPOSED) for party in parties if party.entity.code}


def _gap(a: Draft, b: Draft) -> int | None:
    """Days between the nearest dates of two drafts; None when one has no date."""
    return min((_between(x, y) for x in _spans(a) for y in _spans(b)), default=None)


def _spans(draft: Draft) -> list[tuple[date, date]]:
    """When talks were: their days, else the weeks or months they fall in, else when stories told of them."""
    told: list[tuple[str, str]] = []
    told += [(day, day) for day in draft.days + draft.links] or draft.spans or [(day, day) for day in draft.reported]
    told += draft.lasted
    spans = [(date.fromisoformat(first[:10]), date.fromisoformat(last[:10])) for first, last in told]
    if draft.is_ahead and not draft.days and not draft.spans:
        return [(first, last + timedelta(days=AHEAD_DAYS)) for first, last in spans]
    return spans


def _between(a: tuple[date, date], b: tuple[date, date]) -> int:
    """Days between two spans, none where they overlap."""
    return max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)


def _first_day(draft: Draft) -> str | None:
    return min(draft.days or draft.reported, default=None)


def merge_parties(parties: Sequence[Party]) -> tuple[Party, ...]:
    """One line for a party's part; a later story that says otherwise gives a line of its own."""
    merged: list[Party] = []
    # Stable: within a story the order of its words.
    for party in sorted(name_sides(parties), key=lambda p: p.as_of or ""):
        at = next((i for i, known in enumerate(merged) if _same_line(known, party)), None)
        if at is None:
            merged.append(party)
        else:
            merged[at] = _join_lines(merged[at], party)
    shut_out = {identity(party.entity) for party in merged if party.role == "excluded"}
    # Who was not asked is missing for that.
    return tuple(party for party in merged if party.role != "absent" or identity(party.entity) not in shut_out)


def name_sides(parties: Sequence[Party]) -> list[Party]:
    """The lines with the country of "the rebels" that another story of the same talks tells, where there is but one."""
    if any(p.entity.code for p in parties):  # "the two delegations" are those that are named
        parties = [p for p in parties if p.entity.code or not find_sides(p.entity.text, 0, len(p.entity.text))]
    codes = {p.entity.code for p in parties if p.entity.sector in OPPOSED and p.entity.code}
    if len(codes) != 1:
        return list(parties)
    home = next(iter(codes))
    sided = OPPOSED | {"MIL"}
    return [
        replace(party, entity=replace(party.entity, code=home))
        if party.entity.code is None and party.entity.sector in sided
        else party
        for party in parties
    ]


def _same_line(a: Party, b: Party) -> bool:
    if a.role != b.role:
        return False
    if is_overlapping(a, b):
        return True
    if identity(a.entity) != identity(b.entity):
        return False
    if a.person and b.person and not _same_person(a.person, b.person):
        return False
    if a.as_of == b.as_of:
        return True
    return a.status == b.status and (b.reason is None or b.reason == a.reason)


def is_overlapping(a: Party, b: Party) -> bool:
    """Whether two lines are about the same words of the same paragraph."""
    x, y = a.evidence[0], b.evidence[0]
    same = (x.story_id, x.section, x.paragraph) == (y.story_id, y.section, y.paragraph)
    if not same or (a.entity.code and b.entity.code and a.entity.code != b.entity.code):
        return False
    if (a.entity.start, a.entity.end) == (b.entity.start, b.entity.end):
        # "both sides" are two; one name with one code is one, in office or just out of it
        is_named = a.entity.name is not None and a.entity.name == b.entity.name and a.entity.code is not None
        return a.entity.sector == b.entity.sector or (is_named and a.entity.code == b.entity.code)
    return a.entity.start < b.entity.end and b.entity.start < a.entity.end


def _same_person(a: str, b: str) -> bool:
    return a.split()[-1].casefold() == b.split()[-1].casefold()


def identity(entity: Entity) -> tuple[str, ...]:
    """Who it is, whatever the words: a government by its code, others by their name."""
    if entity.code and len(entity.code) == 3 and (entity.sector in {"GOV", None}):
        return entity.code, "GOV"
    if entity.code and entity.sector:
        return entity.code, entity.sector
    return ((entity.identifier or entity.name or entity.text).casefold(),)


def _join_lines(a: Party, b: Party) -> Party:
    evidence = a.evidence + tuple(item for item in b.evidence if item not in a.evidence)
    named = b if b.person and not a.person else a
    return replace(
        named,
        level=named.level if named.level != "unknown" else b.level,
        status=a.status,
        reason=a.reason or b.reason,
        as_of=a.as_of,
        evidence=evidence,
    )
