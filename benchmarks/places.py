"""How well the places of texts are told, on mentions checked by hand (``gold/places.tsv``).

``country`` is the share of mentions whose country is right, areas of several countries included; ``within 25 km`` that
of towns, regions and countries told at the right spot: a region or country is in its spot when the record is that very
region or country, since it has no point of its own. ``false alarms`` is the share of words that are no place and are
taken for one.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from benchmarks.data import PAGES, PLV_TRAIN
from whowhom.actors import load_knowledge
from whowhom.annotate import load_annotator
from whowhom.coding.lexicon import load_lexicon
from whowhom.places import Place, StoryMap, load_gazetteer
from whowhom.places.find import REGION_WORDS
from whowhom.places.names import is_spelling_of, plain_name
from whowhom.read import read_page
from whowhom.records import Sentence, Story

GOLD = Path(__file__).parent / "gold" / "places.tsv"
NEAR_KM = 25.0


@dataclass(frozen=True, slots=True)
class Mention:
    """One row of the gold: words of a text and the place they mean."""

    source: str
    paragraph: int
    start: int
    end: int
    name: str
    kind: str
    country: str | None
    admin1: str | None
    spot: tuple[float, float] | None
    geonameid: int | None


def load_gold(path: Path = GOLD) -> list[Mention]:
    """The rows of the gold table."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [
        Mention(
            source, int(paragraph), int(start), int(end), name, kind, country or None, admin1 or None,
            (float(lat), float(lon)) if lat else None, int(geonameid) if geonameid else None,
        )
        for source, paragraph, start, end, name, kind, country, admin1, lat, lon, geonameid in rows[1:]
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention of the gold and the place that was told, None when none was."""

    mention: Mention
    place: Place | None

    @property
    def has_country(self) -> bool:
        told = self.place.country if self.place else None
        return self.place is not None and told == self.mention.country

    @property
    def is_near(self) -> bool:
        """Whether the record is at the spot: the region or country itself, or within 25 km of it."""
        mention, place = self.mention, self.place
        if place is None:
            return False
        if mention.kind == "country":
            return place.kind == "country" and place.country == mention.country
        if mention.geonameid is not None and place.geonameid == mention.geonameid:
            return True
        if mention.kind == "region" and place.kind == "region" and self.has_country:
            return _has_name(place, mention)
        if mention.spot is None or place.lat is None or place.lon is None:
            return False
        return _kilometres(mention.spot, (place.lat, place.lon)) <= NEAR_KM


def judge_all(gold: list[Mention]) -> list[Judged]:
    """Each mention with what is told of it, read in the context of its whole text."""
    annotator, gazetteer = load_annotator(load_lexicon().lemmas), load_gazetteer()
    wanted: dict[str, list[Mention]] = defaultdict(list)
    for mention in gold:
        wanted[mention.source].append(mention)
    judged: list[Judged] = []
    for source, story in _stories(wanted):
        sentences = annotator.annotate(story)
        told = [
            *_told(StoryMap(gazetteer, sentences, knowledge=load_knowledge(), dateline=_dateline(story)), sentences)
        ]
        judged += [Judged(mention, _at(_found_again(mention, story), told)) for mention in wanted[source]]
    return judged


def _stories(wanted: dict[str, list[Mention]]) -> Iterator[tuple[str, Story]]:
    with PLV_TRAIN.open(encoding="utf-8", newline="") as lines:
        sentences = {f"PLV:{row['uid']}": row["sentence"] for row in csv.DictReader(lines, delimiter="\t")}
    for source in wanted:
        if source in sentences:
            yield source, Story(source, body=(sentences[source],))
        elif (path := PAGES / source).exists():
            page = path.read_bytes()
            yield source, read_page(gzip.decompress(page) if path.suffix == ".gz" else page)


def _found_again(mention: Mention, story: Story) -> Mention:
    """The mention where its words now stand: a better reading of a page joins, parts and drops paragraphs."""
    here = [
        (abs(i - mention.paragraph), abs(match.start() - mention.start), i, match.start())
        for i, text in enumerate(story.body)
        for match in re.finditer(rf"\b{re.escape(mention.name)}\b", text)
    ]
    if not here:
        return mention
    _, _, paragraph, start = min(here)
    return replace(mention, paragraph=paragraph, start=start, end=start + len(mention.name))


def _dateline(story: Story) -> str | None:
    return story.dateline.place if story.dateline else None


def _told(story_map: StoryMap, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int, int, Place]]:
    """Every place told in the body, as (paragraph, start, end, place)."""
    for sent in sentences:
        for settled in story_map.settle(sent):
            if sent.section == "body":
                first, last = sent.tokens[settled.found.start], sent.tokens[settled.found.end - 1]
                yield sent.paragraph, first.start, last.end, settled.place


def _at(mention: Mention, told: Sequence[tuple[int, int, int, Place]]) -> Place | None:
    """The place told at the words of a mention."""
    for paragraph, start, end, place in told:
        if paragraph == mention.paragraph and start < mention.end and mention.start < end:
            return place
    return None


def _kilometres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """The distance along the great circle."""
    (lat, lon), (other_lat, other_lon) = (map(radians, spot) for spot in (first, second))
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 12742 * asin(sqrt(half))


def score(judged: Sequence[Judged]) -> dict[str, float]:
    """The figures over all mentions, over those of pages, and over towns alone, where a distance says most."""
    places = [one for one in judged if one.mention.kind != "none"]
    pages = [one for one in places if not one.mention.source.startswith("PLV:")]
    towns = [one for one in places if one.mention.kind == "town"]
    figures: dict[str, float] = {}
    for name, some in (("pages", pages), ("all", places), ("towns", towns)):
        spots = [one for one in some if one.mention.kind == "country" or one.mention.spot]
        figures[f"country, {name}"] = _share(one.has_country for one in some)
        figures[f"within 25 km, {name}"] = _share(one.is_near for one in spots)
    named = [one for one in places if one.mention.admin1 and one.place and one.place.country == one.mention.country]
    figures["admin1"] = _share(_same_division(one) for one in named)
    figures["false alarms"] = _share(one.place is not None for one in judged if one.mention.kind == "none")
    return figures


def _has_name(place: Place, mention: Mention) -> bool:
    if place.name == place.admin1 and mention.admin1 and plain_name(place.name) == plain_name(mention.admin1):
        return True
    words = plain_name(mention.name).removeprefix("the ").split()
    bare = " ".join(word for word in words if word not in REGION_WORDS)
    return is_spelling_of(plain_name(place.name), bare)


def _same_division(judged: Judged) -> bool:
    told, wanted = judged.place.admin1 if judged.place else None, judged.mention.admin1
    return told is not None and wanted is not None and is_spelling_of(plain_name(told), plain_name(wanted))


def _share(answers: Iterable[bool]) -> float:
    marks = list(answers)
    return sum(marks) / len(marks) if marks else 0.0


def score_places() -> dict[str, float]:
    """Every figure, on the gold of the repository."""
    return score(judge_all(load_gold()))


if __name__ == "__main__":
    results = judge_all(load_gold())
    for one in results:
        mention, is_place = one.mention, one.mention.kind != "none"
        if is_place != (one.place is not None) or (
            is_place and not (one.has_country and (one.is_near or not mention.spot))
        ):
            print(mention.source, mention.name, mention.kind, mention.country, "->", one.place)
    for name, value in score(results).items():
        print(f"{name:<22}{value:.3f}")
