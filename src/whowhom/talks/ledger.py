"""Mentions and stories to the ledger: talks recognised in each story, then joined across stories."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date

from whowhom.actors import Knowledge, load_knowledge
from whowhom.places import Gazetteer, load_gazetteer
from whowhom.records import EventMention, Story
from whowhom.talks.lookup import Lookup
from whowhom.talks.merge import Draft, join_stories, merge_parties
from whowhom.talks.names import TalksName
from whowhom.talks.reader import StoryReader
from whowhom.talks.records import Party, Talks


def gather_talks(
    mentions: Iterable[EventMention],
    stories: Mapping[str, Story],
    *,
    knowledge: Knowledge | None = None,
    gazetteer: Gazetteer | None = None,
) -> list[Talks]:
    """The negotiations that the mentions' stories tell of, by day and name, each with its parties and their words."""
    knowledge, gazetteer = knowledge or load_knowledge(), gazetteer or load_gazetteer()
    by_story: dict[str, list[EventMention]] = {}
    for mention in mentions:
        if mention.section != "comment":
            by_story.setdefault(mention.story_id, []).append(mention)
    drafts: list[Draft] = []
    for story_id, story in stories.items():
        drafts += StoryReader(story, Lookup(knowledge, gazetteer, _day(story))).read(by_story.get(story_id, ()))
    talks = [_finish(draft) for draft in join_stories(drafts)]
    return sorted(talks, key=lambda t: (t.from_ or _first(t.parties) or "9999", t.name, t.talks_id))


def is_called(talks: Talks, words: str) -> bool:
    """Whether every one of these words is in the talks' name, subject or place, whatever its case."""
    place = f"{talks.place.name} {talks.place.country}" if talks.place else ""
    known = " ".join([talks.name, *talks.subject, place, *talks.agenda]).casefold()
    return all(word in known for word in words.casefold().split())


def _finish(draft: Draft) -> Talks:
    parties = merge_parties(draft.parties or draft.faceless)
    name = _best_name(draft)
    days = sorted(draft.days)
    place = f"{draft.place.name} {draft.place.country}" if draft.place else ""
    # A month told without a day stays a month.
    month = draft.spans[0][0][:7] if draft.spans and draft.spans[0][0][:7] == draft.spans[0][1][:7] else None
    first = (days or sorted(draft.reported) or [""])[0][:10]
    key = "|".join([*draft.subject, place, str(draft.round), first, "" if draft.subject else name])
    topics = tuple(draft.topics)
    return Talks(
        talks_id=hashlib.sha256(key.encode()).hexdigest()[:16],
        name=name,
        subject=tuple(dict.fromkeys(draft.subject)) or topics[:1],
        place=draft.place,
        from_=days[0] if days else month,
        to=days[-1] if days else month,
        round=draft.round,
        parties=parties,
        agenda=topics,
        outcomes=tuple(draft.outcomes),
    )


_CAPITAL_NOUNS = re.compile(r"\b(?:Peace|Talks|Negotiations?|Summit|Conference|Congress|Meeting|Round)\b")
_NOUN = re.compile(
    r"\b(?:talks|negotiations?|summit|conference|congress|meetings?|round|gathering|session|dialogue|process)\b", re.I
)
_EDGES = re.compile(r"^(?:the|these|those|this|its|their|next|new|latest)\s+|\s+(?:in|on|about|at)$", re.IGNORECASE)


def _best_name(draft: Draft) -> str:
    """The naming that says what the talks are about in the fewest words; headline capitals brought down."""
    best = min(draft.names, key=_rank_name)
    if not _NOUN.search(best.text):  # told by a verb alone: "met in Sochi"
        name = best.kind or "meeting"
        return f"{name} in {draft.place.name}" if draft.place else name
    name = _CAPITAL_NOUNS.sub(lambda word: word.group().lower(), _EDGES.sub("", best.text))
    return f"{name} in {draft.place.name}" if draft.place and " " not in name else name


def _rank_name(name: TalksName) -> tuple[bool, bool, bool]:
    """What says most first: the subject, a noun, and no more."""
    return not name.subject, not _NOUN.search(name.text), " in " in name.text or " on " in name.text


def _day(story: Story) -> date | None:
    try:
        return date.fromisoformat((story.published or "")[:10])
    except ValueError:
        return None


def _first(parties: tuple[Party, ...]) -> str | None:
    return min((party.as_of for party in parties if party.as_of), default=None)
