"""What each page shows: one context a template, made from the store's records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from whowhom.ontology import load_ontology
from whowhom.records import AuthorProfile, Comment, Entity, Event, EventMention, Story, Where
from whowhom.serve.marks import KINDS, Kind, Run, cut_runs, marks_of, stands_in
from whowhom.store import STATUSES

# Deeper replies are drawn no further to the right: a phone has no room for it.
DEEPEST_INDENT = 6


@dataclass(frozen=True, slots=True)
class FilterForm:
    """The filters as they were asked, and what there is to choose from."""

    values: Mapping[str, str]
    events: tuple[str, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as one line of a table."""

    event: Event
    who: str
    whom: str
    day: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class EventsPage:
    form: FilterForm
    rows: tuple[EventRow, ...]
    page: int
    previous: str | None
    next: str | None
    json_url: str
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A mention with its sentence cut into runs and its story's title."""

    mention: EventMention
    runs: tuple[Run, ...]
    headline: str
    published: str | None
    site: str | None


@dataclass(frozen=True, slots=True)
class EventPage:
    row: EventRow
    quotes: tuple[Quote, ...]
    legend: tuple[Kind, ...] = KINDS


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph of the story, as runs, with the mentions that it holds."""

    section: str
    index: int
    runs: tuple[Run, ...]
    holds_chosen: bool


@dataclass(frozen=True, slots=True)
class MentionLine:
    """A mention in the list beside the text."""

    mention: EventMention
    who: str
    whom: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ReaderLine:
    """One reader's comment and how deep in the thread it stands."""

    comment: Comment
    depth: int
    runs: tuple[Run, ...]
    answers: str | None


@dataclass(frozen=True, slots=True)
class StoryPage:
    story: Story
    paragraphs: tuple[ShownParagraph, ...]
    mentions: tuple[MentionLine, ...]
    chosen: EventMention | None
    readers: tuple[ReaderLine, ...]
    author: AuthorProfile | None
    link: str | None
    legend: tuple[Kind, ...] = KINDS


@dataclass(frozen=True, slots=True)
class ErrorPage:
    status: int
    title: str
    message: str


def make_form(asked: Mapping[str, str]) -> FilterForm:
    """The form with what was asked filled in."""
    return FilterForm(asked, tuple(load_ontology().types), STATUSES)


def make_row(event: Event) -> EventRow:
    """An event's line: names in words, the day it is placed on."""
    day = event.when.from_[:10] if event.when and event.when.from_ else (event.first_reported or "")[:10]
    return EventRow(event, names(event.actor), names(event.recipient), day or None, place_name(event.where))


def make_events_page(
    asked: Mapping[str, str], events: Sequence[Event], *, page: int, has_more: bool, problem: str | None = None
) -> EventsPage:
    """The table of events with links to the pages before and after."""
    filters = {name: value for name, value in asked.items() if value}
    return EventsPage(
        form=make_form(asked),
        rows=tuple(make_row(event) for event in events),
        page=page,
        previous=_turn(filters, page - 1) if page > 1 else None,
        next=_turn(filters, page + 1) if has_more else None,
        json_url="/api/events" + (f"?{urlencode(filters)}" if filters else ""),
        problem=problem,
    )


def _turn(filters: Mapping[str, str], page: int) -> str:
    return "/?" + urlencode({**filters, "page": page})


def make_event_page(event: Event, mentions: Sequence[EventMention], stories: Mapping[str, Story]) -> EventPage:
    """An event with every sentence that reports it."""
    quotes = []
    for mention in mentions:
        story = stories.get(mention.story_id)
        headline = (story.headline if story else None) or mention.file or mention.story_id
        published, site = (story.published, story.site) if story else (None, None)
        quotes.append(Quote(mention, _sentence_runs(mention), headline, published, site))
    return EventPage(make_row(event), tuple(quotes))


def _sentence_runs(mention: EventMention) -> tuple[Run, ...]:
    """The sentence of a mention alone, marked."""
    shifted = [
        type(mark)(mark.kind, mark.start - mention.sentence_start, mark.end - mention.sentence_start)
        for mark in marks_of(mention)
    ]
    return tuple(cut_runs(mention.text, shifted))


def make_story_page(story: Story, mentions: Sequence[EventMention], chosen_id: str | None) -> StoryPage:
    """A story with the chosen mention (else the first) marked in its text."""
    chosen = next((m for m in mentions if m.mention_id == chosen_id), mentions[0] if mentions else None)
    paragraphs = []
    for section, index, text in story.paragraphs():
        holds = chosen is not None and stands_in(chosen, section, index)
        runs = cut_runs(text, marks_of(chosen) if chosen is not None and holds else [])
        paragraphs.append(ShownParagraph(section, index, tuple(runs), holds))
    return StoryPage(
        story=story,
        paragraphs=tuple(paragraphs),
        mentions=tuple(MentionLine(m, names(m.actor), names(m.recipient), m is chosen) for m in mentions),
        chosen=chosen,
        readers=_thread(story.comments, chosen),
        author=story.author_profile,
        link=story.url if (story.url or "").startswith(("https://", "http://")) else None,
    )


def _thread(comments: Sequence[Comment], chosen: EventMention | None) -> tuple[ReaderLine, ...]:
    """The readers' comments, each after the one that it answers."""
    known = {comment.id: comment for comment in comments}
    replies: dict[int | None, list[Comment]] = {}
    for comment in comments:
        # A parent that comes later, or is missing, could close a ring: such a comment starts a thread of its own.
        parent = comment.parent if comment.parent in known and comment.parent < comment.id else None
        replies.setdefault(parent, []).append(comment)
    lines: list[ReaderLine] = []
    waiting = [(comment, 0) for comment in reversed(replies.get(None, []))]
    while waiting:
        comment, depth = waiting.pop()
        marks = marks_of(chosen) if chosen is not None and stands_in(chosen, "comment", comment.id) else []
        answered = known.get(comment.parent) if comment.parent is not None and depth else None
        answers = (answered.author or "a reader") if answered else None
        lines.append(ReaderLine(comment, min(depth, DEEPEST_INDENT), tuple(cut_runs(comment.text, marks)), answers))
        waiting += [(reply, depth + 1) for reply in reversed(replies.get(comment.id, []))]
    return tuple(lines)


def names(entities: Sequence[Entity]) -> str:
    """Who they are in words, once each: "Turkey, Russia"."""
    shown = [f"{entity.name or entity.text}" for entity in entities]
    return ", ".join(dict.fromkeys(shown))


def place_name(where: Where | None) -> str | None:
    """The place in words: "Astana, KAZ"."""
    if where is None:
        return None
    parts: list[Any] = [where.name or where.text, where.country]
    return ", ".join(part for part in parts if part)
