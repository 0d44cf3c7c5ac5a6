"""Pages in the markup of many systems, written without sight of the reader: what is promised holds over all of them."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = {
    "headline": 0.98, "date": 0.98, "authors": 0.97, "dek": 0.97, "body_recall": 0.99, "comments_f1": 0.98,
    "comment_authors": 0.98, "reply_links": 0.97, "author_box": 0.95, "site": 0.97,
}  # fmt: skip
MOST_LEAKAGE = 0.015


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    """The measures over all written pages, as ``python -m benchmarks written`` prints them."""
    sys.path.insert(0, str(ROOT))
    try:
        written = importlib.import_module("benchmarks.written")
    finally:
        sys.path.remove(str(ROOT))
    return dict(written.score(written.sets(), with_trafilatura=False))


@pytest.mark.parametrize("measure", FLOORS)
def test_a_floor_holds(figures: dict[str, float], measure: str) -> None:
    assert figures[measure] >= FLOORS[measure]


def test_little_leaks_into_the_story(figures: dict[str, float]) -> None:
    assert figures["leakage"] <= MOST_LEAKAGE
