"""The ledger of talks: over the example pages against a golden ledger, and over sentences whose parts were labelled.

    python -m benchmarks.talks           # prints what is missed and what is too much, then the figures
    python -m benchmarks.talks dev       # the sentences of one half too, with their words

Talks are found when a line of the ledger has their place, no other round and a day of theirs; each counts once, so a
second one for the same talks is wrong. A party is found when its country (and side, where the gold says one) and its
role are.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import harmonic_mean
from typing import Any

from benchmarks.data import PLV_TRAIN
from whowhom import Coder
from whowhom.read import read_page
from whowhom.records import EventMention, Story
from whowhom.talks import Party, Talks, gather_talks

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
LEDGER = ROOT / "tests" / "golden" / "talks.toml"
SENTENCES = Path(__file__).parent / "gold" / "talk_roles.tsv"
SLACK = timedelta(days=3)
"""A ledger's days may be off by this: a story of Friday tells of talks that ended on Wednesday."""

_SIDES = {"REB": "OPP", "OPP": "OPP", "PTY": "PTY", "CVL": "CVL", "SOC": "CVL", None: "-"}


@dataclass(slots=True)
class Tally:
    """Right, too much and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def figures(self, name: str) -> dict[str, float]:
        precision = self.right / max(1, self.right + self.extra)
        recall = self.right / max(1, self.right + self.missed)
        f1 = harmonic_mean((precision, recall))
        return {f"{name} precision": precision, f"{name} recall": recall, f"{name} F1": f1}


def score_talks(coder: Coder) -> dict[str, float]:
    """Talks found once and their parties over the examples; parties and roles over both halves of the sentences."""
    figures = score_examples(coder)
    for half in ("dev", "held"):
        figures |= score_sentences(coder, half)
    return figures


# --- the examples -----------------------------------------------------------------------------------------


def read_golden(path: Path = LEDGER) -> list[dict[str, Any]]:
    """The golden ledger, one table a negotiation."""
    talks: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["talks"]
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
    """Precision and recall of talks, and of party and role in all that are asked for."""
    golden, found = read_golden(), gather_examples(coder)
    pairs, extra = match_talks(golden, found)
    wanted = [gold for gold in golden if not gold.get("aside")]
    talks = Tally(sum(id(gold) in pairs for gold in wanted), len(extra), sum(id(gold) not in pairs for gold in wanted))
    parties = Tally()
    for gold in wanted:
        match_parties(gold, pairs.get(id(gold)), parties, show=show)
    if show:
        for item in extra:
            print("EXTRA", _tell(item))
    return talks.figures("talks") | parties.figures("parties")


def match_talks(golden: Sequence[dict[str, Any]], found: Iterable[Talks]) -> tuple[dict[int, Talks], list[Talks]]:
    """Each golden one's own (by its ``id``), and what is found beyond: second ones, and talks that never were."""
    pairs: dict[int, Talks] = {}
    extra: list[Talks] = []
    # The fullest first: of two lines for the same talks the poorer one is too much.
    for item in sorted(found, key=lambda t: (-len(t.parties), t.talks_id)):
        fitting = [gold for gold in golden if _is_same(gold, item)]
        free = [gold for gold in fitting if id(gold) not in pairs]
        exact = [gold for gold in free if gold.get("round") == item.round]
        free = sorted(exact or free, key=lambda gold: (bool(gold.get("aside")), abs(gold["from"] - _days(item)[0])))
        if free:
            pairs[id(free[0])] = item
        else:
            extra.append(item)
    return pairs, extra


def _is_same(gold: Mapping[str, Any], item: Talks) -> bool:
    if item.place is None or item.place.name != gold["place"]:
        return False
    if item.round is not None and "round" in gold and item.round != gold["round"]:
        return False
    first, last = _days(item)
    return bool(gold["from"] - SLACK <= last and first <= gold["to"] + SLACK)


def _days(item: Talks) -> tuple[date, date]:
    """The days of talks; those of the stories that tell of them where no day is told."""
    told = sorted(day[:10] for day in (item.from_, item.to) if day)
    if told and len(told[0]) == 7:  # a month without a day
        first = date.fromisoformat(f"{told[0]}-01")
        return first, first + timedelta(days=30)
    told = told or sorted(party.as_of[:10] for party in item.parties if party.as_of)
    if not told:
        return date.max, date.min
    return date.fromisoformat(told[0]), date.fromisoformat(told[-1])


def match_parties(gold: Mapping[str, Any], item: Talks | None, tally: Tally, *, show: bool = False) -> None:
    """Count the parties of one negotiation: by country, side and role."""
    said = {(_who(party), party.role) for party in item.parties} if item else set()
    right: set[tuple[str, str]] = set()
    missed = []
    for line in gold.get("parties", []):
        who, roles = line.split()[:2]
        hits = {(name, role) for name, role in said if _names(who, name) and role in roles.split("|")}
        tally.right, tally.missed = tally.right + bool(hits), tally.missed + (not hits)
        missed += [] if hits else [line]
        right |= hits
    allowed = {(who, role) for who, role in said for line in gold.get("maybe", []) if _fits(line, who, role)}
    extra = said - right - allowed
    tally.extra += len(extra)
    if show:
        print("OK  " if item else "NONE", gold["name"], "|", _tell(item) if item else "")
        for line in missed:
            print("      missed", line)
        for pair in sorted(extra):
            print("      extra ", *pair)


def _fits(line: str, who: str, role: str) -> bool:
    name, roles = line.split()[:2]
    return _names(name, who) and role in roles.split("|")


def _names(gold: str, found: str) -> bool:
    return gold == found if "/" in gold or gold == "-" else gold == found.split("/")[0]


def _who(party: Party) -> str:
    if party.entity.code is None:
        return "-"
    return f"{party.entity.code}/{_SIDES.get(party.entity.sector, 'GOV')}"


def _tell(item: Talks) -> str:
    place = item.place.name if item.place else None
    return f"{item.name} ({place}, {item.from_}..{item.to}, round {item.round}, {len(item.parties)} lines)"


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


def main(halves: Sequence[str]) -> int:
    """Print what is missed and too much, then the figures."""
    coder = Coder()
    figures = score_examples(coder, show=True)
    for half in halves:
        figures |= score_sentences(coder, half, show=True)
    for name, value in figures.items():
        print(f"{name:28}{value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
