"""Time per added story as a store grows: made-up stories with made-up mentions, added to a store as a feed would.

    python -m benchmarks.linking.scale 100000       # prints the table and draws docs/link-scale.svg

Every day brings as many stories as the day before, about happenings that are each told by 1 to 40 of them; one story in
five is a wire copy. Coding is left out: it takes the same time for every story, and would hide what linking takes.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from whowhom.records import Attribution, Counts, Entity, EventMention, Span, Story, When, Where
from whowhom.store import open_store

STORIES_A_DAY = 50
BATCH = 250
COPIES = 0.2
ACTS = ("CONSULT", "CONSULT", "ACCUSE", "ASSAULT", "AID", "SANCTION", "REJECT", "COERCE")
# Countries are not told of alike: a few are in most of the news.
CODES = tuple(f"{a}{b}{c}" for a in "ABCDEF" for b in "KLMN" for c in "XYZ")
WORDS = tuple(
    f"{a}{b}{c}" for a in ("bra", "den", "fol", "gri", "hul", "kes") for b in "aeiou" for c in ("t", "nd", "rm")
)
PLOT = Path(__file__).parents[2] / "docs" / "link-scale.svg"

Pair = tuple[Story, Sequence[EventMention]]


def make_stream(number: int, seed: int = 1) -> Iterator[Pair]:
    """So many stories with their mentions, day by day."""
    chosen = random.Random(seed)
    happenings: list[tuple[str, str, str, str, date, str]] = []
    recent: list[Story] = []
    for i in range(number):
        day = date(2001, 1, 1) + timedelta(i // STORIES_A_DAY)
        if i % STORIES_A_DAY == 0:
            fresh = [_happening(f"{day}-{n}", day, chosen) for n in range(STORIES_A_DAY // 5)]
            happenings = [old for old in happenings if old[4] >= day - timedelta(1)] + fresh
            recent = []
        # An id is a fingerprint, as those of pages are: ids in the order of arrival would be found too easily.
        story = _story(sha256(f"s{i}".encode()).hexdigest()[:16], day, chosen, recent)
        recent.append(story)
        told = chosen.sample(happenings, 3)
        yield story, [_mention(f"{story.story_id}-{n}", story, one, chosen) for n, one in enumerate(told)]


def _happening(name: str, day: date, chosen: random.Random) -> tuple[str, str, str, str, date, str]:
    one, other = (CODES[min(int(chosen.expovariate(0.08)), len(CODES) - 1)] for _ in range(2))
    return name, chosen.choice(ACTS), one, other, day, f"City {chosen.randint(1, 300)}"


def _story(story_id: str, day: date, chosen: random.Random, recent: list[Story]) -> Story:
    if recent and chosen.random() < COPIES:
        body = (*chosen.choice(recent).body[:-1], f"{chosen.choice(WORDS)} {chosen.choice(WORDS)}.")
    else:
        body = tuple(" ".join(chosen.choices(WORDS, k=40)) + "." for _ in range(4))
    site = f"site{chosen.randint(1, 40)}.example"
    return Story(story_id, site=site, published=f"{day}T{chosen.randint(0, 23):02d}:00:00+00:00", body=body)


def _mention(
    mention_id: str, story: Story, told: tuple[str, str, str, str, date, str], chosen: random.Random
) -> EventMention:
    name, act, one, other, day, city = told
    sides = [(_entity(code, chosen),) if chosen.random() < 0.9 else () for code in (one, other)]
    when = When(f"{day}", 0, 10, f"{day}", f"{day}", "day") if chosen.random() < 0.6 else None
    where = Where(city, 0, len(city), city, city[-1] * 3) if chosen.random() < 0.5 else None
    text = " ".join((one, act, other, *random.Random(name).choices(WORDS, k=8), *chosen.choices(WORDS, k=4)))
    return EventMention(
        mention_id, story.story_id, None, None, None, "body", 0, 0, text, 0, act, act, (), (), "04", 1, 1.0,
        "occurred", Span(act, 4, 4 + len(act)), sides[0], sides[1], Attribution("outlet"), when, where, Counts(),
        0.7, "made up",
    )  # fmt: skip


def _entity(code: str, chosen: random.Random) -> Entity:
    sector = chosen.choice((None, "GOV", "GOV", "MIL"))
    return Entity(code, 0, 3, code, code, sector)


def measure(number: int, store_file: Path) -> list[tuple[int, float]]:
    """(stories in the store, milliseconds that each of the next ones took), batch by batch."""
    spent: list[tuple[int, float]] = []
    batch: list[Pair] = []
    with open_store(store_file) as store:
        for i, pair in enumerate(make_stream(number), start=1):
            batch.append(pair)
            if len(batch) == BATCH:
                start = time.process_time()
                store.add(batch, "made up")
                spent.append((i, (time.process_time() - start) * 1000 / BATCH))
                batch = []
    return spent


def around(spent: Sequence[tuple[int, float]], stories: int) -> float:
    """The median of what the batches round this number of stories took per story."""
    near = sorted(ms for at, ms in spent if stories * 0.5 <= at <= stories * 1.5) or [ms for _, ms in spent[-1:]]
    return near[len(near) // 2]


def main(number: int) -> int:
    """Measure, print the table and draw the plot."""
    with tempfile.TemporaryDirectory() as folder:
        spent = measure(number, Path(folder) / "scale.duckdb")
    steps = [n for n in (1_000, 3_000, 10_000, 30_000, 100_000, 300_000) if n <= number]
    for stories in steps:
        print(f"{stories:>8,} stories: {around(spent, stories):6.2f} ms a story")
    if number >= 100_000:
        PLOT.write_text(draw(spent), encoding="utf-8")
    return 0


def draw(spent: Sequence[tuple[int, float]]) -> str:
    """A plot of medians over stretches of the run, with the band of ±20 % round the first."""
    stretch = max(1, len(spent) // 50)
    parts = [spent[i : i + stretch] for i in range(0, len(spent), stretch)]
    points = [(part[-1][0], sorted(ms for _, ms in part)[len(part) // 2]) for part in parts]
    width, height, left, bottom = 720, 300, 60, 40
    most, top = points[-1][0], max(ms for _, ms in points) * 1.4
    first = around(spent, 1_000)

    def place(stories: float, ms: float) -> str:
        across, up = stories / most * (width - left - 20), ms / top * (height - bottom - 20)
        return f"{left + across:.1f},{height - bottom - up:.1f}"

    line = " ".join(place(*point) for point in points)
    band = " ".join((place(0, first * 0.8), place(most, first * 0.8), place(most, first * 1.2), place(0, first * 1.2)))
    labels = [
        f'<text x="{place(at, 0).split(",")[0]}" y="{height - bottom + 18}" text-anchor="middle">{at:,}</text>'
        for at in range(0, most + 1, max(1, most // 5))
    ]
    labels += [
        f'<text x="{left - 8}" y="{place(0, ms).split(",")[1]}" text-anchor="end">{ms:g} ms</text>'
        for ms in (0, round(first / 2, 1), round(first, 1))
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12">'
        f'<rect width="{width}" height="{height}" fill="white"/><polygon points="{band}" fill="#dde8f5"/>'
        f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>{"".join(labels)}'
        f'<text x="{width / 2}" y="{height - 6}" text-anchor="middle">stories in the store</text>'
        f'<text x="{left}" y="14">processor time to add one story (band: ±20 % of the first thousand)</text></svg>\n'
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
