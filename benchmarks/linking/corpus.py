"""A corpus of news stories in which it is known which words tell of which happening.

The happenings are those behind the example pages and near misses beside them (``*.happenings.tsv``); each is told by 1
to 40 stories whose sentences are hand-written report templates (``*.wordings.tsv``): reports, headlines, reports with
one party missing, follow-ups, announcements, cancellations, denials, and wire copies with small edits. The development
half and the held half share neither happenings nor wordings.
"""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from whowhom.records import Section, Story

FOLDER = Path(__file__).parent
# How many stories tell of a happening: most of few, some of many.
SIZES = (1, 1, 2, 3, 5, 8, 12, 20, 30, 40)
SITES = tuple(f"{name}.example" for name in "herald tribune gazette courier observer standard monitor register".split())
COPIES = 0.25
ASIDES = 0.15
"""Shares of stories that copy an earlier one, and that also look back on another happening."""

_MARKED = re.compile(r"\[(.+?)\]")


@dataclass(frozen=True, slots=True)
class Told:
    """A happening of the tables."""

    id: str
    kind: str
    day: date
    place: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    announced: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a story that tell of a happening: truth."""

    section: Section
    paragraph: int
    start: int
    end: int
    happening: str


@dataclass(frozen=True, slots=True)
class Retelling:
    """A story of the corpus with its marks; ``copy_of`` is the id of the story that it copies."""

    story: Story
    marks: tuple[Mark, ...]
    copy_of: str | None = None


def make_corpus(half: str, *, seed: int = 1) -> list[Retelling]:
    """The corpus of a half (``dev`` or ``held``), by day of publication."""
    chosen = random.Random(f"{half} {seed}")
    wordings: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _rows(f"{half}.wordings.tsv"):
        wordings[row["kind"], row["form"]].append(row["text"])
    happenings = [_happening(row) for row in _rows(f"{half}.happenings.tsv")]
    told = [story for happening in happenings for story in _retell(happening, happenings, wordings, chosen)]
    return sorted(told, key=lambda item: (item.story.published or "", item.story.story_id))


def _rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (FOLDER / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _happening(row: Mapping[str, str]) -> Told:
    a, b = (tuple(row[side].split("|")) for side in ("a", "b"))
    day = date.fromisoformat(row["day"])
    return Told(row["id"], row["kind"], day, row["place"], a, b, int(row["announced"]), row["outcome"])


Wordings = Mapping[tuple[str, str], list[str]]


def _retell(happening: Told, others: Iterable[Told], wordings: Wordings, chosen: random.Random) -> Iterator[Retelling]:
    earlier = [other for other in others if other.day < happening.day - timedelta(10) and other.outcome == "held"]
    made: list[Retelling] = []
    for number in range(chosen.choice(SIZES)):
        if made and chosen.random() < COPIES:
            made.append(_copy(chosen.choice(made), f"{happening.id}-{number:02d}", chosen))
            continue
        form, published = _moment(happening, wordings, chosen)
        aside = chosen.choice(earlier) if earlier and chosen.random() < ASIDES else None
        made.append(_write(f"{happening.id}-{number:02d}", happening, form, published, aside, wordings, chosen))
    yield from made


def _moment(happening: Told, wordings: Wordings, chosen: random.Random) -> tuple[str, date]:
    """What a story reports of the happening, and on which day."""
    announced = happening.announced and (happening.kind, "plan") in wordings
    if announced and chosen.random() < 0.3:
        return "plan", happening.day - timedelta(chosen.randint(1, happening.announced))
    if happening.outcome == "cancelled":
        return "off", happening.day - timedelta(chosen.randint(0, 1))
    if happening.outcome == "denied" and chosen.random() < 0.3:
        return "deny", happening.day + timedelta(chosen.randint(0, 2))
    form = chosen.choices(("lead", "half", "next"), (7, 1.5, 1.5))[0]
    if (happening.kind, form) not in wordings:
        form = "lead"
    latest = 3 if form == "next" else 1
    return form, happening.day + timedelta(chosen.randint(1 if form == "next" else 0, latest))


def _write(
    story_id: str,
    happening: Told,
    form: str,
    published: date,
    aside: Told | None,
    wordings: Wordings,
    chosen: random.Random,
) -> Retelling:
    lead, lead_marks = _sentence(happening, form, published, wordings, chosen)
    paragraphs, marks = [lead], [Mark("body", 0, *span, happening.id) for span in lead_marks]
    paragraphs += chosen.sample(_background(), chosen.randint(3, 6))
    if chosen.random() < 0.4:
        again, spans = _sentence(happening, form, published, wordings, chosen)
        paragraphs.insert(2, again)
        marks += [Mark("body", 2, *span, happening.id) for span in spans]
    if aside is not None:
        back, spans = _sentence(aside, "lead", published, wordings, chosen)
        marks += [Mark("body", len(paragraphs), *span, aside.id) for span in spans]
        paragraphs.append(back)
    headline = None
    if form == "lead" and chosen.random() < 0.6:
        headline, spans = _sentence(happening, "head", published, wordings, chosen)
        marks += [Mark("headline", 0, *span, happening.id) for span in spans]
    hour = f"{chosen.randint(6, 21):02d}:{chosen.choice((0, 10, 25, 40)):02d}"
    story = Story(
        story_id,
        site=chosen.choice(SITES),
        headline=headline,
        published=f"{published.isoformat()}T{hour}:00+00:00",
        body=tuple(paragraphs),
    )
    return Retelling(story, tuple(marks))


def _sentence(
    happening: Told, form: str, published: date, wordings: Wordings, chosen: random.Random
) -> tuple[str, list[tuple[int, int]]]:
    """A template filled in, and where its marked words stand."""
    template = chosen.choice(wordings[happening.kind, form])
    a, b = chosen.choice(happening.a), chosen.choice(happening.b)
    text = template.format(
        A=a,
        A1=re.split(r",| and ", happening.a[0])[0],
        B=b,
        place=happening.place,
        day=_past(happening.day, published, chosen),
        ahead=_ahead(happening.day, published, chosen),
    )
    text = text.replace(".,", ".")
    if form != "head" or text[0].islower():
        text = text[0].upper() + text[1:]
    return _unmark(text)


def _unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    spans, plain, at = [], "", 0
    for found in _MARKED.finditer(text):
        plain += text[at : found.start()]
        spans.append((len(plain), len(plain) + len(found[1])))
        plain += found[1]
        at = found.end()
    return plain + text[at:], spans


def _past(day: date, published: date, chosen: random.Random) -> str:
    """How a report names a day that is over."""
    ago = (published - day).days
    if ago > 6:
        return f" on {day:%B} {day.day}, {day.year}" if ago > 300 else f" on {day:%B} {day.day}"
    plain = [""] if ago <= 1 else []
    return chosen.choice([f" on {day:%A}", f" on {day:%A}", f" on {day:%B} {day.day}", *plain])


def _ahead(day: date, published: date, chosen: random.Random) -> str:
    """How a report names a day that is to come."""
    to_come = (day - published).days
    if to_come <= 0:
        return " today" if to_come == 0 else ""
    ways = [f" on {day:%B} {day.day}", ""]
    if to_come <= 6:
        ways += [f" on {day:%A}"] * 2
    if to_come == 1:
        ways.append(" tomorrow")
    if day.isocalendar()[1] == published.isocalendar()[1] + 1:
        ways.append(" next week")
    return chosen.choice(ways)


def _copy(original: Retelling, story_id: str, chosen: random.Random) -> Retelling:
    """A wire copy: another site, and one or two small edits that leave the marked paragraphs alone."""
    story, marked = original.story, {mark.paragraph for mark in original.marks if mark.section == "body"}
    body = list(story.body)
    free = [i for i in range(1, len(body)) if i not in marked]
    if free and chosen.random() < 0.5 and max(free) > max(marked):
        del body[max(free)]
    elif free:
        place = chosen.choice(free)
        body[place] = body[place].replace("The ", "But the ", 1) if chosen.random() < 0.5 else f"{body[place]} (Wire)"
    site = chosen.choice([site for site in SITES if site != story.site])
    hour = f"{chosen.randint(int((story.published or '')[11:13]), 23):02d}:59"
    published = f"{(story.published or '')[:10]}T{hour}:00+00:00"
    copied = replace(story, story_id=story_id, site=site, published=published, body=tuple(body))
    return Retelling(copied, original.marks, original.copy_of or story.story_id)


def _background() -> list[str]:
    return [line for line in (FOLDER / "background.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
