"""The development data, which is not in the repository: BENCH_DATA points at the folder that holds it."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("BENCH_DATA", Path(__file__).resolve().parents[2] / "shared"))

HUMAN_CODERS = SHARED / "data/dev/human_coders.jsonl"
HUMAN_SCORER = SHARED / "bench/score_humans.py"
GSR_DEV = SHARED / "data/dev/plover_gsr_dev.jsonl"
PLV_TRAIN = SHARED / "data/train/PLV_train.tsv"
PAGES = SHARED / "pages"

# Type names of older PLOVER drafts in the gold standard records.
_RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_gsr() -> list[dict[str, Any]]:
    """PLOVER gold standard records, each with today's type name under ``type`` and lists of codes."""
    rows = read_jsonl(GSR_DEV)
    for row in rows:
        row["type"] = _RENAMED.get(row["event"], row["event"])
        for side in ("source", "target"):
            found = row.get(side)
            row[f"{side}_codes"] = {e["code"] for e in found if e.get("code")} if isinstance(found, list) else set()
    return rows


def read_plv() -> list[dict[str, str]]:
    with PLV_TRAIN.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
