"""``python -m whowhom.learn.pairs``: train the pair model, or cross-validate it. See the package's docstring."""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

import numpy as np
import torch

from whowhom.errors import WhowhomError
from whowhom.learn.pairs.cases import LABELS, Case, read_gold, read_written
from whowhom.learn.pairs.export import export
from whowhom.learn.pairs.train import Recipe, cross_validate, fit


def main() -> int:
    """0 when done, 2 when the data is not there or not as expected."""
    parser = argparse.ArgumentParser(prog="python -m whowhom.learn.pairs", description=__doc__)
    parser.add_argument("gold", type=Path, help="TSV: uid, marked_sentence, gold_root")
    parser.add_argument("written", type=Path, help="TSV: marked, root, act, status")
    parser.add_argument("out", type=Path, nargs="?", help="folder for model.onnx, tokenizer.json, labels.json")
    parser.add_argument("--folds", type=Path, help="cross-validate instead; each answer goes to this TSV")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=int, default=3, help="seeds of the second stage whose weights are averaged")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    recipe = Recipe(seed=options.seed, seconds=options.seconds)
    try:
        gold, written = read_gold(options.gold), read_written(options.written)
    except (WhowhomError, OSError) as error:
        print(f"pairs: {error}", file=sys.stderr)
        return 2
    if options.folds:
        answers = [(case, fold, _shares(logits)) for case, fold, logits in cross_validate(gold, written, recipe)]
        _write(options.folds, sorted(answers, key=lambda answer: int(answer[0].uid)))
    elif options.out:
        print(export(*fit(gold, written, recipe), options.out))
    else:
        parser.error("say where the model goes, or --folds")
    return 0


def _shares(logits: np.ndarray) -> list[float]:
    """The types' shares without NONE, as in the gold there is always an event."""
    raised = np.exp(logits[:-1] - logits[:-1].max())
    return [round(float(share), 4) for share in raised / raised.sum()]


def _write(path: Path, answers: list[tuple[Case, int, list[float]]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, delimiter="\t", lineterminator="\n")
        rows.writerow(["uid", "fold", *LABELS[:-1]])
        rows.writerows([case.uid, fold, *shares] for case, fold, shares in answers)


if __name__ == "__main__":
    sys.exit(main())
