"""Fit the weights behind ``confidence`` on mentions that readers judged right or wrong.

    python -m whowhom.learn.sure training/judged.tsv --out src/whowhom/coding/data/confidence.tsv
    python -m whowhom.learn.sure training/judged.tsv --folds benchmarks/gold/judged_folds.tsv
    python -m whowhom.learn.sure training/judged.tsv --texts TEXTS.jsonl     # ask the coder for its reasons anew

A row of ``judged.tsv`` is a mention: the text it is of (``uid``), its trigger's place, its type, whether it is right
(the sentence tells of this act, and each party named has its part in it), and the reasons that held for it when it was
coded. A logistic regression; needs the extra ``train``.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from whowhom.coding.confidence import ALWAYS, Sureness
from whowhom.errors import GoldError, WhowhomError
from whowhom.records import Story

COLUMNS = ("uid", "start", "end", "event", "right", "reasons")
LEAST = 12
"""A reason that held for fewer judged mentions says too little."""
STRENGTH = 0.1
"""Inverse of the penalty on weights; 0.03 to 0.3 do as well on held-out folds."""
HEADER = (
    "# What speaks for a mention (weight above 0) and against it (below): the weights that hold are added up.",
    "# reason: as coding/confidence.py names it. weight: in log odds. n: judged mentions for which it held.",
    "# Source: fitted by whowhom.learn.sure on training/judged.tsv; last changed {day}; Apache-2.0.",
    "reason\tweight\tn",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention with the verdict of a reader."""

    uid: str
    start: int
    end: int
    event: str
    right: bool
    reasons: tuple[str, ...]


def read_judged(path: Path) -> list[Judged]:
    """The rows of a judged table; GoldError names file and line."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return [_read_row(path.name, rows.line_num, row) for row in rows]


def _read_row(name: str, line: int, row: dict[str, Any]) -> Judged:
    try:
        reasons = tuple(filter(None, row["reasons"].split("; ")))
        right = {"1": True, "0": False}[row["right"]]
        return Judged(row["uid"], int(row["start"]), int(row["end"]), row["event"], right, reasons)
    except (KeyError, ValueError, AttributeError) as error:
        raise GoldError(name, line, f"is no judged mention ({error})") from error


def write_judged(path: Path, rows: Iterable[Judged]) -> None:
    """The rows in the order given, under the columns' names."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows([r.uid, r.start, r.end, r.event, int(r.right), "; ".join(r.reasons)] for r in rows)


def fit(rows: Sequence[Judged]) -> dict[str, float]:
    """The weight of every reason that held often enough."""
    from sklearn.linear_model import LogisticRegression

    counted = Counter(reason for row in rows for reason in set(row.reasons))
    names = sorted(reason for reason, n in counted.items() if n >= LEAST and reason != ALWAYS)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(_matrix(rows, names), [row.right for row in rows])
    weights = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {ALWAYS: round(float(model.intercept_[0]), 3), **weights}


def weigh(weights: dict[str, float], row: Judged) -> float:
    """The share expected to be right of mentions with this one's reasons."""
    return Sureness(weights).share(set(row.reasons))


def cross_validate(rows: Sequence[Judged], *, folds: int = 5) -> Iterator[tuple[Judged, int, float]]:
    """Each mention with its fold and its confidence by weights that saw no mention of its text."""
    from sklearn.model_selection import GroupKFold

    split = GroupKFold(n_splits=folds)
    for fold, (known, held) in enumerate(split.split(rows, groups=[row.uid for row in rows])):
        weights = fit([rows[i] for i in known])
        yield from ((rows[i], fold, weigh(weights, rows[i])) for i in held)


def _matrix(rows: Sequence[Judged], names: Sequence[str]) -> np.ndarray:
    column = {name: i for i, name in enumerate(names)}
    out = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for reason in row.reasons:
            if reason in column:
                out[i, column[reason]] = 1
    return out


def ask_again(rows: Sequence[Judged], texts: dict[str, str]) -> Iterator[Judged]:
    """The rows with the reasons that the coder has today; a mention it no longer gives is dropped."""
    from whowhom.coding.coder import Coder

    coder = Coder()
    found = {}
    for uid in dict.fromkeys(row.uid for row in rows):
        for mention, reasons in coder.explain(Story(story_id=uid, body=(texts[uid],))):
            found[uid, mention.trigger.start, mention.trigger.end, mention.event] = reasons
    for row in rows:
        if (key := (row.uid, row.start, row.end, row.event)) in found:
            yield replace(row, reasons=found[key])


def _write_weights(path: Path, weights: dict[str, float], rows: Sequence[Judged], day: str) -> None:
    counted = Counter(reason for row in rows for reason in set(row.reasons))
    lines = [line.format(day=day) for line in HEADER]
    lines += [f"{reason}\t{weight:g}\t{counted[reason]}" for reason, weight in weights.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_folds(path: Path, told: Iterable[tuple[Judged, int, float]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(["uid", "start", "event", "fold", "confidence", "right"])
        table.writerows(
            [row.uid, row.start, row.event, fold, f"{share:.4f}", int(row.right)]
            for row, fold, share in sorted(told, key=lambda item: (item[0].uid, item[0].start, item[0].event))
        )


def main() -> int:
    """0 when done, 2 when the table is not as expected."""
    parser = argparse.ArgumentParser(prog="python -m whowhom.learn.sure", description=__doc__)
    parser.add_argument("judged", type=Path)
    parser.add_argument("--out", type=Path, help="the table of weights to write")
    parser.add_argument("--folds", type=Path, help="cross-validate; each held-out confidence goes to this TSV")
    parser.add_argument("--texts", type=Path, help="JSONL of uid and text: ask the coder for its reasons anew")
    parser.add_argument("--day", default="2026-11-23", help="the day to put in the table's head")
    options = parser.parse_args()
    try:
        rows = read_judged(options.judged)
    except (WhowhomError, OSError) as error:
        print(f"sure: {error}", file=sys.stderr)
        return 2
    if options.texts:
        lines = options.texts.read_text(encoding="utf-8").splitlines()
        rows = list(ask_again(rows, {item["uid"]: item["text"] for item in map(json.loads, lines)}))
        write_judged(options.judged, rows)
    if options.folds:
        _write_folds(options.folds, cross_validate(rows))
    if options.out:
        _write_weights(options.out, fit(rows), rows, options.day)
    return 0


if __name__ == "__main__":
    sys.exit(main())
