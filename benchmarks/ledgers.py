"""A ledger of talks against a golden one.

Talks are found when a line of the ledger has their place, no other round and a day of theirs; each counts once, so a
second one for the same talks is wrong. A party is found when its country (and side, where the gold says one) and its
role are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import harmonic_mean
from typing import Any

from whowhom.talks import Party, Talks

Gold = dict[str, Any]
SLACK = timedelta(days=3)
"""A ledger's days may be off by this: a story of Friday tells of talks that ended on Wednesday."""

_SIDES = {"REB": "OPP", "OPP": "OPP", "UAF": "OPP", "PRM": "OPP", "PTY": "PTY", "CVL": "CVL", "SOC": "CVL", None: "-"}


@dataclass(slots=True)
class Tally:
    """Right, too much and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, other: Tally) -> None:
        self.right += other.right
        self.extra += other.extra
        self.missed += other.missed

    def figures(self, name: str) -> dict[str, float]:
        precision = self.right / max(1, self.right + self.extra)
        recall = self.right / max(1, self.right + self.missed)
        f1 = harmonic_mean((precision, recall))
        return {f"{name} precision": precision, f"{name} recall": recall, f"{name} F1": f1}


def score_ledgers(
    sets: Iterable[tuple[Sequence[Gold], Sequence[Talks]]], *, prefix: str = "", show: bool = False
) -> dict[str, float]:
    """Precision and recall of talks, and of party and role in all that are asked for, over golden ledgers and ours."""
    talks, parties = Tally(), Tally()
    for golden, found in sets:
        pairs, extra = match_talks(golden, found)
        wanted = [gold for gold in golden if not gold.get("aside")]
        right = sum(id(gold) in pairs for gold in wanted)
        talks.add(Tally(right, len(extra), len(wanted) - right))
        for gold in wanted:
            match_parties(gold, pairs.get(id(gold)), parties, show=show)
        for item in extra if show else ():
            print("EXTRA", _tell(item))
    return talks.figures(f"{prefix}talks") | parties.figures(f"{prefix}parties")


def match_talks(golden: Sequence[Gold], found: Iterable[Talks]) -> tuple[dict[int, Talks], list[Talks]]:
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
