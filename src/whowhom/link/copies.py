"""Copies of one text: what a news agency wrote, and forty sites printed with small changes, is one source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rensa import RMinHash

from whowhom.link.clue import iso_day
from whowhom.link.leaders import Item
from whowhom.records import Story

# Runs of so many words are compared, and so much of all runs has to agree. With these bands a pair at 0.6 is looked at
# with a probability of 0.99, one at 0.2 with 0.05.
SHINGLE_WORDS = 4
ENOUGH = 0.6
PERMUTATIONS = 128
BANDS = 32
SEED = 1
# A text of fewer words than this is no agency's story: only the same words are a copy.
FEWEST_WORDS = 20
# A text is copied within days: only stretches of so many days, and those beside them, are looked at.
DAYS_A_SHELF = 8

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A story's text in small: texts with much in common have sketches with much in common."""

    story_id: str
    published: str
    values: tuple[int, ...]


def sketch_story(story: Story) -> Sketch:
    """The sketch of a story's body; without values when there is no text."""
    words = _WORD.findall(" ".join(story.body).casefold())
    if len(words) < FEWEST_WORDS:
        shingles = [" ".join(words)] if words else []
    else:
        shingles = [" ".join(words[i : i + SHINGLE_WORDS]) for i in range(len(words) - SHINGLE_WORDS + 1)]
    if not shingles:
        return Sketch(story.story_id, story.published or "", ())
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(shingles)
    return Sketch(story.story_id, story.published or "", tuple(sketch.digest()))


def shelve_sketch(sketch: Sketch) -> Item[Sketch]:
    """The sketch as an item that stands where stories of these days with a band of equal values stand."""
    rows = PERMUTATIONS // BANDS
    bands = [sketch.values[i : i + rows] for i in range(0, len(sketch.values), rows)]
    names = [f"{RMinHash.ALGORITHM_VERSION} {number} {band}" for number, band in enumerate(bands)]
    stretch = stretch_told(sketch.published)
    near = (stretch - 1, stretch, stretch + 1) if stretch else (0,)
    return Item(
        key=sketch.story_id,
        rank=(sketch.published or "9", sketch.story_id),  # the earliest is the one that was copied
        files=tuple(f"{name}@{stretch}" for name in names),
        asks=tuple(f"{name}@{n}" for name in names for n in near),
        value=sketch,
        stretch=stretch,
    )


def stretch_told(published: str | None) -> int:
    """The stretch of days in which a story was told; 0 when it does not say."""
    day = iso_day(published)
    return date.fromisoformat(day).toordinal() // DAYS_A_SHELF if day else 0


def is_copy(one: Sketch, other: Sketch) -> float | None:
    """The estimated share of common runs of words, when it makes one a copy of the other."""
    same = sum(mine == theirs for mine, theirs in zip(one.values, other.values, strict=True))
    share = same / PERMUTATIONS
    return share if share >= ENOUGH else None
