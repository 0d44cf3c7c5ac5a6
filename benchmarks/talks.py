"""The ledger of talks: over pages and written stories against golden ledgers, and over sentences with labelled parts.

    python -m benchmarks.talks           # prints what is missed and what is too much on the pages, then the figures
    python -m benchmarks.talks dev       # stories and sentences of one half too, with their words

How a ledger is scored: ledgers.py.
"""

from __future__ import annotations

import csv
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.data import PLV_TRAIN
from benchmarks.ledgers import Gold, Tally, score_ledgers
from whowhom import Coder
from whowhom.read import read_page
from whowhom.records import EventMention, Story
from whowhom.talks import Party, Talks, gather_talks

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
LEDGER = ROOT / "tests" / "golden" / "talks.toml"
GOLD = Path(__file__).parent / "gold"
SENTENCES = GOLD / "talk_roles.tsv"
STORIES, STORIES_LEDGER = GOLD / "talks_stories.jsonl", GOLD / "talks_golden.toml"


def score_talks(coder: Coder) -> dict[str, float]:
    """Talks found once and their parties over examples and stories; parties and roles over the sentences."""
    figures = score_examples(coder)
    for score, halves in SCORED:
        for half in halves:
            figures |= score(coder, half)
    return figures


# --- the examples -----------------------------------------------------------------------------------------


def read_golden(path: Path = LEDGER) -> list[Gold]:
    """The golden ledger, one table a negotiation."""
    talks: list[Gold] = tomllib.loads(path.read_text(encoding="utf-8"))["talks"]
    return talks


def read_examples(coder: Coder) -> tuple[list[EventMention], dict[str, Story]]:
    """The example pages coded: their mentions, and the stories by id."""
    stories = [read_page(path.read_bytes()) for path in sorted(EXAMPLES.glob("*.html"))]
    mentions = [mention for story in stories for mention in coder.code(story)]
    return mentions, {story.story_id: story for story in stories}


def gather_examples(coder: Coder) -> list[Talks]:
    """The ledger of the example pages."""
    return gather_talks(*read_examples(coder))


def score_examples(coder: Coder, *, show: bool = False) -> dict[str, float]:
    """The ledger of the example pages against the golden one."""
    return score_ledgers([(read_golden(), gather_examples(coder))], show=show)


# --- the stories ------------------------------------------------------------------------------------------


def score_stories(coder: Coder, half: str, *, show: bool = False) -> dict[str, float]:
    """The ledgers of one half of the written stories, each set of talks coded and gathered by itself."""
    golden = read_golden(STORIES_LEDGER)
    sets = (
        ([gold for gold in golden if gold["set"] == name], gather_stories(coder, stories))
        for name, stories in read_stories(half).items()
    )
    return score_ledgers(sets, prefix=f"stories {half} ", show=show)


def read_stories(half: str) -> dict[str, list[Story]]:
    """The written stories of one half by set, in the order of the file."""
    sets: dict[str, list[Story]] = {}
    for line in STORIES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == half:
            told = Story(
                story_id=row["id"], headline=row["headline"], published=row["published"], body=tuple(row["body"])
            )
            sets.setdefault(row["set"], []).append(told)
    return sets


def gather_stories(coder: Coder, stories: Sequence[Story]) -> list[Talks]:
    """The ledger of these stories."""
    mentions = [mention for story in stories for mention in coder.code(story)]
    return gather_talks(mentions, {story.story_id: story for story in stories})


# --- the sentences ----------------------------------------------------------------------------------------


def score_sentences(coder: Coder, half: str, *, show: bool = False) -> dict[str, float]:
    """F1 of party and role over one half; the share of right ones whose status is right too."""
    gold, texts = _read_gold(half), _read_texts()
    tally, statuses = Tally(), 0
    for uid, wanted in gold.items():
        story = Story(story_id=uid, body=(texts[uid],))
        talks = gather_talks(list(coder.code(story)), {uid: story})
        parties = [party for item in talks for party in item.parties]
        statuses += _match_sentence(texts[uid], wanted, parties, tally, show=show)
    figures = tally.figures(f"sentences {half}")
    return figures | {f"sentences {half} status": statuses / max(1, tally.right)}


def _match_sentence(
    text: str, wanted: Sequence[dict[str, str]], parties: Sequence[Party], tally: Tally, *, show: bool
) -> int:
    """Count one sentence's lines; how many right ones have their status too."""
    left, statuses, missed = list(parties), 0, []
    for line in wanted:
        hit = next((party for party in left if _is_line(line, party)), None)
        if hit is None:
            missed.append(line)
        else:
            left.remove(hit)
            statuses += hit.status == line["status"]
    tally.right += len(wanted) - len(missed)
    tally.missed += len(missed)
    tally.extra += len(left)
    if show and (missed or left):
        print("*", text)
        for line in missed:
            print("      missed", text[int(line["start"]) : int(line["end"])], line["code"], line["role"])
        for party in left:
            print("      extra ", party.entity.text, party.entity.code, party.role)
    return statuses


def _is_line(line: Mapping[str, str], party: Party) -> bool:
    overlaps = party.entity.start < int(line["end"]) and int(line["start"]) < party.entity.end
    same = line["code"] in {"-", party.entity.code}
    return overlaps and same and line["role"] == party.role


def _read_gold(half: str) -> dict[str, list[dict[str, str]]]:
    gold: dict[str, list[dict[str, str]]] = {}
    for row in _rows(SENTENCES):
        if row["half"] == half:
            gold.setdefault(row["uid"], []).extend([row] if row["role"] else [])
    return gold


def _read_texts() -> dict[str, str]:
    with PLV_TRAIN.open(encoding="utf-8", newline="") as lines:
        return {row["uid"]: row["sentence"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    yield from csv.DictReader(lines, delimiter="\t")


# "dev2" was seen once before it was mended on: docs/talks.md has the figures of then.
SCORED = ((score_stories, ("dev", "dev2", "held")), (score_sentences, ("dev", "held")))


def main(halves: Sequence[str]) -> int:
    """Print what is missed and too much, then the figures."""
    coder = Coder()
    figures = score_examples(coder, show=True)
    for score, parts in SCORED:
        for half in parts:
            figures |= score(coder, half, show=half in halves)
    for name, value in figures.items():
        print(f"{name:28}{value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
