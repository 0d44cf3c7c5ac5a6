"""Mentions and stories to the ledger: talks recognised in each story, then joined across stories."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from whowhom.actors import Knowledge, load_knowledge
from whowhom.places import Gazetteer, load_gazetteer
from whowhom.records import EventMention, Section, Story, When
from whowhom.talks.lookup import Lookup
from whowhom.talks.merge import Draft, fits, join_stories, merge_parties
from whowhom.talks.names import STRONG, WEAK, TalksName, find_names
from whowhom.talks.phrases import Passage, phrase_parties
from whowhom.talks.reasons import sentence_end
from whowhom.talks.records import Party, Talks
from whowhom.talks.roles import TAKING_PART, parties_of

# Acts that put an end to talks or come out of them.
_OUTCOMES = frozenset({"AGREE", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT"})
# A date further from the story's own belongs to other talks, or its year was misread.
DAYS_BACK, DAYS_AHEAD = 10, 60
LONGEST_SENTENCE = 600  # characters; what stands further before is not of the sentence
_HELD = frozenset({"occurred", "ongoing", "planned"})


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
    for story_id, found in by_story.items():
        story = stories.get(story_id)
        if story is not None and any(mention.act == "CONSULT" for mention in found):
            drafts += _Reader(story, Lookup(knowledge, gazetteer, _day(story))).read(found)
    talks = [_finish(draft) for draft in join_stories(drafts)]
    return sorted(talks, key=lambda t: (t.from_ or _first(t.parties) or "9999", t.name, t.talks_id))


def is_called(talks: Talks, words: str) -> bool:
    """Whether every one of these words is in the talks' name, subject or place, whatever its case."""
    place = f"{talks.place.name} {talks.place.country}" if talks.place else ""
    known = " ".join([talks.name, *talks.subject, place, *talks.agenda]).casefold()
    return all(word in known for word in words.casefold().split())


class _Reader:
    """Reads one story: its namings of talks, which of them are the same, and who has which part."""

    def __init__(self, story: Story, lookup: Lookup) -> None:
        self._story, self._lookup = story, lookup
        self._passages: dict[tuple[Section, int], Passage] = {}
        self._names: list[tuple[Passage, TalksName]] = []
        self._drafts: list[Draft] = []
        self._draft_of: dict[tuple[Section, int, int], Draft] = {}

    def read(self, mentions: list[EventMention]) -> list[Draft]:
        """The story's talks that a mention speaks of, with their parties."""
        self._find_names()
        if not any(name.is_own for _, name in self._names):
            return []
        self._group()
        spoken: set[int] = set()
        for mention in mentions:
            draft = self._draft_for(mention)
            if draft is None:
                continue
            spoken.add(id(draft))
            self._add(draft, mention)
        kept = [draft for draft in self._drafts if id(draft) in spoken]
        self._add_phrases({id(draft) for draft in kept})
        return [draft for draft in kept if draft.parties]

    def _find_names(self) -> None:
        as_of = self._story.published
        for section, index, text in self._story.paragraphs():
            passage = Passage(self._story.story_id, section, index, text, as_of)
            self._passages[section, index] = passage
            self._names += [(passage, name) for name in find_names(text, self._lookup)]

    def _group(self) -> None:
        """Put each naming with those it may be the same as; the ones that say most come first."""
        own = [(i, p, n) for i, (p, n) in enumerate(self._names) if n.is_own]
        for _, passage, name in sorted(own, key=lambda item: (item[2].place is None, item[0])):
            draft = next((d for d in self._by_weight() if fits(d, name)), None)
            if draft is None:
                draft = Draft(reported=[self._story.published] if _day(self._story) and self._story.published else [])
                self._drafts.append(draft)
            draft.take_name(name)
            self._draft_of[passage.section, passage.paragraph, name.start] = draft
        self._share_subject()
        self._point_back()

    def _share_subject(self) -> None:
        """In a story whose talks are all about one subject, those named by their place alone are about it too."""
        subjects = {draft.subject for draft in self._drafts if draft.subject}
        if len(subjects) == 1:
            for draft in self._drafts:
                draft.subject = draft.subject or next(iter(subjects))

    def _by_weight(self) -> list[Draft]:
        return sorted(self._drafts, key=lambda d: -d.cited)

    def _point_back(self) -> None:
        """ "The talks" are those named last before, else those that the story is about."""
        last: Draft | None = None
        for passage, name in self._names:
            key = (passage.section, passage.paragraph, name.start)
            if name.is_own:
                last = self._draft_of[key]
            elif name.is_definite or name.round is not None or passage.section in {"headline", "dek"}:
                self._draft_of[key] = last or self._by_weight()[0]

    def _draft_for(self, mention: EventMention) -> Draft | None:
        """The talks that a mention is about: named in its sentence, or the story's only ones."""
        start, end = mention.sentence_start, mention.sentence_start + len(mention.text)
        near = [
            (abs(at - mention.trigger.start), draft)
            for (section, paragraph, at), draft in self._draft_of.items()
            if (section, paragraph) == (mention.section, mention.paragraph) and start <= at < end
        ]
        if near:
            return min(near, key=lambda item: item[0])[1]
        alone = len(self._drafts) == 1 and mention.act == "CONSULT"
        return self._drafts[0] if alone and TAKING_PART.search(mention.trigger.text) else None

    def _add(self, draft: Draft, mention: EventMention) -> None:
        passage = self._passages.get((mention.section, mention.paragraph))
        if passage is None:
            return
        if mention.act != "CONSULT":
            if mention.event in _OUTCOMES and mention.status == "occurred" and mention.event_id:
                draft.outcomes += [mention.event_id] if mention.event_id not in draft.outcomes else []
            return
        for party in parties_of(mention, passage.text, passage.as_of):
            if not self._is_talks_name(passage, party) and not _is_place(draft, party):
                draft.parties.append(self._as_owner(passage, party))
        if mention.event == "CONSULT" and mention.status in _HELD:
            draft.days += [day for day in self._days(mention.when) if day not in draft.days]

    def _days(self, when: When | None) -> list[str]:
        """The days a time phrase names, when they lie near the story's own: the talks it tells of, not earlier ones."""
        told = _day(self._story)
        if when is None or when.from_ is None or when.grain != "day" or told is None:
            return []
        days = [when.from_[:10], (when.to or when.from_)[:10]]
        return days if all(-DAYS_BACK <= (date.fromisoformat(day) - told).days <= DAYS_AHEAD for day in days) else []

    def _is_talks_name(self, passage: Passage, party: Party) -> bool:
        """Whether the "party" is the talks themselves or their place, misread as somebody."""
        entity = party.entity
        for other, name in self._names:
            if other is passage and name.start < entity.end and entity.start < name.end:
                return True
        last = re.findall(r"\w+", entity.text.lower())[-1:] or [""]
        return last[0] in STRONG | WEAK

    def _as_owner(self, passage: Passage, party: Party) -> Party:
        """ "The United Nations' Syria talks": whose talks they are calls them."""
        starts = {name.start for other, name in self._names if other is passage}
        after = re.compile(r"['’]s? ").match(passage.text, party.entity.end)
        owns = party.role == "attending" and after is not None and after.end() in starts
        return replace(party, role="organiser") if owns else party

    def _add_phrases(self, kept: set[int]) -> None:
        for passage, name in self._names:
            draft = self._draft_of.get((passage.section, passage.paragraph, name.start))
            if draft is not None and id(draft) in kept:
                draft.parties += phrase_parties(passage, name, _sentence(passage.text, name), self._lookup)


def _is_place(draft: Draft, party: Party) -> bool:
    """Whether the "party" is the city of the talks: "send a representative to Astana"."""
    return draft.place is not None and party.entity.text == draft.place.name


def _sentence(text: str, name: TalksName) -> tuple[int, int]:
    """The bounds of the sentence that a naming stands in."""
    start = max(0, name.start - LONGEST_SENTENCE)
    while (end := sentence_end(text, start)) <= name.start and end < len(text):
        start = end
    return start, max(end, name.end)


def _finish(draft: Draft) -> Talks:
    parties = merge_parties(draft.parties)
    name = _best_name(draft)
    days = sorted(draft.days)
    place = f"{draft.place.name} {draft.place.country}" if draft.place else ""
    first = (days or sorted(draft.reported) or [""])[0][:10]
    key = "|".join([*draft.subject, place, str(draft.round), first, "" if draft.subject else name])
    topics = tuple(draft.topics)
    return Talks(
        talks_id=hashlib.sha256(key.encode()).hexdigest()[:16],
        name=name,
        subject=tuple(dict.fromkeys(draft.subject)) or topics[:1],
        place=draft.place,
        from_=days[0] if days else None,
        to=days[-1] if days else None,
        round=draft.round,
        parties=parties,
        agenda=topics,
        outcomes=tuple(draft.outcomes),
    )


_CAPITAL_NOUNS = re.compile(r"\b(?:Peace|Talks|Negotiations?|Summit|Conference|Congress|Meeting|Round)\b")
_EDGES = re.compile(r"^(?:the|these|those|this|its|their|next|new|latest)\s+|\s+(?:in|on|about|at)$", re.IGNORECASE)


def _best_name(draft: Draft) -> str:
    """The naming that says what the talks are about in the fewest words; headline capitals brought down."""
    best = min(draft.names, key=lambda name: (not name.subject, " in " in name.text or " on " in name.text))
    name = _CAPITAL_NOUNS.sub(lambda word: word.group().lower(), _EDGES.sub("", best.text))
    return f"{name} in {draft.place.name}" if draft.place and " " not in name else name


def _day(story: Story) -> date | None:
    try:
        return date.fromisoformat((story.published or "")[:10])
    except ValueError:
        return None


def _first(parties: tuple[Party, ...]) -> str | None:
    return min((party.as_of for party in parties if party.as_of), default=None)
