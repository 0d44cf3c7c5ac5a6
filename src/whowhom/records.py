"""The nouns of Whowhom: frozen records handed from room to room.

All offsets are character indices (Python ``str``), end exclusive, into the exact paragraph they name.
Field names and meanings are the public contract (docs/columns.md); unknown is ``None``, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

Section = Literal["headline", "dek", "body", "comment"]
Status = Literal[
    "occurred",
    "ongoing",
    "planned",
    "expected",
    "proposed",
    "conditional",
    "declined",
    "cancelled",
    "denied",
    "alleged",
    "historical",
]


_FIELD_NAMES: dict[type, tuple[tuple[str, str], ...]] = {}


def _names(kind: type) -> tuple[tuple[str, str], ...]:
    """(attribute, name in output) of a record's fields, none for what is no record; kept, for stores ask often."""
    if kind not in _FIELD_NAMES:
        named = fields(kind) if is_dataclass(kind) else ()
        _FIELD_NAMES[kind] = tuple((f.name, f.name.rstrip("_")) for f in named)
    return _FIELD_NAMES[kind]


def as_dict(record: Any) -> Any:
    """A record as plain dicts, lists and scalars, in field order, ready for JSON."""
    if names := _names(type(record)):
        return {name: as_dict(getattr(record, attribute)) for attribute, name in names}
    if isinstance(record, (tuple, list)):
        return [as_dict(item) for item in record]
    return record


# --- a page -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Author:
    name: str


@dataclass(frozen=True, slots=True)
class RecentPost:
    title: str
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class AuthorProfile:
    """The "About the author / Last 5 posts" box of a page."""

    name: str | None
    bio: str | None = None
    recent_posts: tuple[RecentPost, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """One reader's comment; ``parent`` is the index (``id``) of the comment it replies to."""

    id: int
    parent: int | None
    author: str | None
    published: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "BAGHDAD, June 26 —": the place as printed, the date as printed or resolved to ISO when the year is known."""

    place: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class InferredDate:
    start: str | None
    end: str | None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One page as read: article, author box and readers' thread apart."""

    story_id: str
    file: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    headline: str | None = None
    dek: str | None = None
    authors: tuple[Author, ...] = ()
    published: str | None = None
    modified: str | None = None
    published_inferred: InferredDate | None = None
    dateline: Dateline | None = None
    body: tuple[str, ...] = ()
    author_profile: AuthorProfile | None = None
    comments: tuple[Comment, ...] = ()

    def paragraphs(self, *, comments: bool = False) -> Iterator[tuple[Section, int, str]]:
        """Every paragraph as (section, index within the section, text), in reading order."""
        if self.headline:
            yield "headline", 0, self.headline
        if self.dek:
            yield "dek", 0, self.dek
        for i, text in enumerate(self.body):
            yield "body", i, text
        if comments:
            for comment in self.comments:
                yield "comment", comment.id, comment.text


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not read or not coded, and why."""

    input: str
    stage: str
    reason: str


# --- a sentence -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``start``/``end`` are offsets in the paragraph; ``head`` is an index into the sentence's tokens."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a story with its syntax. ``start`` is its offset in the paragraph."""

    story_id: str
    section: Section
    paragraph: int
    index: int
    text: str
    start: int
    tokens: tuple[Token, ...]


# --- what a sentence says ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a paragraph: ``text == paragraph[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or recipient: its words, and what the knowledge base says of it on the story's date."""

    text: str
    start: int
    end: int
    name: str | None = None
    code: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    office: str | None = None
    person: str | None = None
    identifier: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word: the outlet's own, a named or unnamed source, a document, a reader."""

    kind: Literal["outlet", "named", "unnamed", "document", "reader"]
    text: str | None = None
    start: int | None = None
    end: int | None = None
    entity: Entity | None = None


# "from" is a keyword of Python: the field is written "from_" here and "from" in every output (see ``as_dict``).
@dataclass(frozen=True, slots=True)
class When:
    text: str
    start: int
    end: int
    from_: str | None
    to: str | None
    grain: str | None


@dataclass(frozen=True, slots=True)
class Where:
    text: str
    start: int
    end: int
    name: str | None
    country: str | None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None
    participants: int | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one sentence reports it."""

    mention_id: str
    story_id: str
    url: str | None
    event_id: str | None
    file: str | None
    section: Section
    paragraph: int
    sentence: int
    text: str
    sentence_start: int
    event: str
    act: str
    mode: tuple[str, ...]
    context: tuple[str, ...]
    cameo: str
    quad: int
    intensity: float
    status: Status
    trigger: Span
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    attribution: Attribution
    when: When | None
    where: Where | None
    counts: Counts
    confidence: float
    coder: str


# --- what happened ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Event:
    """The happening behind one or more mentions."""

    event_id: str
    event: str
    act: str
    status: Status
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    when: When | None
    where: Where | None
    mode: tuple[str, ...]
    context: tuple[str, ...]
    mentions: int
    stories: int
    sites: int
    first_reported: str | None
    last_reported: str | None
    disputed: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Relation:
    """The coder's answer on a pair that the caller marked."""

    uid: str
    event: str
    act: str
    status: Status
    mode: tuple[str, ...]
    confidence: float
