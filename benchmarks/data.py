"""The development data, which is not in the repository: BENCH_DATA points at the folder that holds it."""

from __future__ import annotations

import os
from pathlib import Path

SHARED = Path(os.environ.get("BENCH_DATA", Path(__file__).resolve().parents[2] / "shared"))

HUMAN_CODERS = SHARED / "data/dev/human_coders.jsonl"
HUMAN_SET = "A"
GSR_DEV = SHARED / "data/dev/plover_gsr_dev.jsonl"
PLV_TRAIN = SHARED / "data/train/PLV_train.tsv"
PAGES = SHARED / "pages"
PAIR_FOLDS = Path(__file__).parent / "gold" / "pair_folds.tsv"
