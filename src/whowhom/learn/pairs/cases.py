"""Marked sentences to learn from, and their folds.

Gold: a TSV with the columns ``uid``, ``marked_sentence`` and ``gold_root``. Written: a TSV with ``marked``, ``root``,
``act`` and ``status``. The pair is marked ``<s>actor</s>`` and ``<t>recipient</t>``, one of which may be missing; the
root is one of fifteen types (CONCEDE and RETREAT are one, YIELD) or, among the written ones only, NONE.
"""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from whowhom.coding.encoder import mark
from whowhom.errors import InputError

ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
NONE = "NONE"
LABELS = (*ROOTS, NONE)
ACTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", NONE,
)  # fmt: skip
STATUSES = (
    "occurred", "planned", "ongoing", "refused", "cancelled", "threatened", "denied", "alleged", "hypothetical",
    "historical",
)  # fmt: skip
QUADS = {name: quad for quad, names in enumerate((ROOTS[:3], ROOTS[3:6], ROOTS[6:10], ROOTS[10:])) for name in names}
"""Verbal and material cooperation, verbal and material conflict: 0 to 3."""

_TAG = re.compile(r"\s*(</?[st]>)\s*")


@dataclass(frozen=True, slots=True)
class Case:
    """One marked sentence as the model reads it, with what is known of it; None where nothing is."""

    uid: str
    text: str
    plain: str
    root: str
    act: str | None = None
    status: str | None = None


def read_gold(path: Path) -> list[Case]:
    """The cases of a gold file, in order; InputError with the line of the first fault."""
    return [
        _case(path, line, row["uid"], row["marked_sentence"], row["gold_root"], ROOTS)
        for line, row in _rows(path, ("uid", "marked_sentence", "gold_root"))
    ]


def read_written(path: Path) -> list[Case]:
    """The written cases, in order; InputError with the line of the first fault."""
    return [
        _case(path, line, f"w{line}", row["marked"], row["root"], LABELS, row["act"], row["status"])
        for line, row in _rows(path, ("marked", "root", "act", "status"))
    ]


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if missing := set(columns) - set(rows.fieldnames or ()):
            raise InputError(str(path), f"the first line lacks the columns {', '.join(sorted(missing))}")
        yield from enumerate(rows, start=2)


def _case(
    path: Path, line: int, uid: str, marked: str, root: str, roots: Sequence[str],
    act: str | None = None, status: str | None = None,
) -> Case:  # fmt: skip
    spans, text = _unmark(marked)
    if root not in roots or not spans:
        raise InputError(str(path), f"line {line}: an unknown type {root!r} or nothing marked")
    is_event = root != NONE
    return Case(
        uid, mark(text, spans.get("s"), spans.get("t")), text, root,
        act if act in ACTS else None if is_event else NONE,
        status if status in STATUSES and is_event else None,
    )  # fmt: skip


def _unmark(marked: str) -> tuple[dict[str, tuple[int, int]], str]:
    """The offsets of both phrases, and the sentence without marks."""
    starts: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    text = ""
    for piece in re.split(r"(</?[st]>)", marked):
        if piece in {"<s>", "<t>"}:
            starts[piece[1]] = len(text)
        elif piece in {"</s>", "</t>"} and piece[2] in starts:
            spans[piece[2]] = (starts[piece[2]], len(text))
        else:
            text += piece
    return spans, text


def split(cases: Sequence[Case], folds: int = 5, seed: int = 20261123) -> list[int]:
    """A fold for each case: cases of one sentence together, every type spread over all folds."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i, case in enumerate(cases):
        groups[case.plain.casefold()].append(i)
    order = sorted(groups.values(), key=lambda group: group[0])
    random.Random(seed).shuffle(order)
    held: list[dict[str, int]] = [defaultdict(int) for _ in range(folds)]
    fold_of = [0] * len(cases)
    for group in sorted(order, key=lambda group: cases[group[0]].root):
        fold = min(range(folds), key=lambda f: (held[f][cases[group[0]].root], sum(held[f].values())))
        for i in group:
            fold_of[i] = fold
            held[fold][cases[i].root] += 1
    return fold_of
