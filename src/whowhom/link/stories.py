"""Linking without a store: the events of the stories at hand."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from whowhom.link.happening import Happening, find_happening
from whowhom.link.merge import Report, merge_reports
from whowhom.link.windows import event_id, first_days
from whowhom.records import Event, EventMention, Story


def link_story(story: Story, mentions: Sequence[EventMention]) -> list[EventMention]:
    """The mentions of one story, each with the id of its event as far as this story alone can tell."""
    happenings = [find_happening(mention, story) for mention in mentions]
    ids = name_events(happenings)
    return [replace(m, event_id=ids[h.key, h.day]) for m, h in zip(mentions, happenings, strict=True)]


def link_mentions(pairs: Iterable[tuple[Story, Sequence[EventMention]]]) -> Iterator[Event]:
    """The events that the mentions of these stories tell of, by first report."""
    found = [(story, mention, find_happening(mention, story)) for story, mentions in pairs for mention in mentions]
    ids = name_events(happening for _, _, happening in found)
    reports: dict[str, list[Report]] = defaultdict(list)
    for story, mention, happening in found:
        report = Report(mention, story.published, story.site, hash_body(story))
        reports[ids[happening.key, happening.day]].append(report)
    events = (merge_reports(name, members) for name, members in reports.items())
    yield from sorted(events, key=lambda event: (event.first_reported or "", event.event_id))


def name_events(happenings: Iterable[Happening]) -> Mapping[tuple[str, str], str]:
    """The event id of every (key, day) among these happenings."""
    days: dict[str, set[str]] = defaultdict(set)
    windows: dict[str, int] = {}
    for happening in happenings:
        days[happening.key].add(happening.day)
        windows[happening.key] = happening.window
    return {
        (key, day): event_id(key, first)
        for key, members in days.items()
        for day, first in first_days(members, windows[key]).items()
    }


def hash_body(story: Story) -> str:
    """A fingerprint of the article's words, the same for copies that differ in spacing and case alone."""
    words = " ".join(" ".join(story.body).casefold().split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
