"""Linking without a store: the events of the stories at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from whowhom.link.alike import likeness
from whowhom.link.clue import Clue, digest, read_clue
from whowhom.link.copies import Sketch, is_copy, shelve_sketch, sketch_story
from whowhom.link.leaders import Groups
from whowhom.link.merge import Report, merge_reports
from whowhom.link.shelves import shelve
from whowhom.records import Event, EventMention, Story

Pair = tuple[Story, Sequence[EventMention]]


def link_story(story: Story, mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions of one story, each with the id of its event as far as this story alone can tell."""
    ids = group_mentions([(story, mentions)])
    return [replace(mention, event_id=ids[mention.mention_id]) for mention in mentions]


def link_mentions(pairs: Iterable[Pair]) -> Iterator[Event]:
    """The events that the mentions of these stories tell of, by first report."""
    pairs = list(pairs)
    ids, sources = group_mentions(pairs), group_copies(story for story, _ in pairs)
    reports: dict[str, list[Report]] = defaultdict(list)
    for story, mentions in pairs:
        for mention in mentions:
            report = Report(mention, story.published, story.site, sources[story.story_id])
            reports[ids[mention.mention_id]].append(report)
    events = (merge_reports(name, members) for name, members in reports.items())
    yield from sorted(events, key=lambda event: (event.first_reported or "", event.event_id))


def group_mentions(pairs: Iterable[Pair]) -> Mapping[str, str]:
    """The id of the event that each mention tells of, by mention id."""
    items = {mention.mention_id: shelve(read_clue(mention, story)) for story, found in pairs for mention in found}
    groups = Groups[Clue](likeness)
    groups.update({item.key: item for item in items.values()}.values())
    return {mention_id: event_id(groups.leader_of(item.key)) for mention_id, item in items.items()}


def group_copies(stories: Iterable[Story]) -> Mapping[str, str]:
    """The id of the story that each story copies, by story id; its own when it copies none."""
    items = [shelve_sketch(sketch_story(story)) for story in stories]
    groups = Groups[Sketch](is_copy)
    groups.update(items)
    return {item.key: groups.leader_of(item.key) for item in items}


def event_id(leader: str) -> str:
    """The id of the event whose group this clue leads."""
    return f"ev-{digest(leader)}"
