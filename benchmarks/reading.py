"""How well pages are read, beside plain trafilatura with its comments on, in one run.

The gold (``gold/pages.jsonl``) holds expected fields and short snippets of pages that are not part of the repository:

    python -m benchmarks.reading FOLDER_OF_PAGES

A ``"*"`` in the gold means "not scored". Comments are matched by count (the smaller of found and expected over the
larger gives F1's two halves) and by the two named authors; body recall and leakage by the snippets.
"""

from __future__ import annotations

import gc
import gzip
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import trafilatura

from whowhom.actors import load_knowledge
from whowhom.errors import InputError
from whowhom.read import read_page
from whowhom.records import Story

WARM_UP = [Path(__file__).parent / "written" / name for name in ("first", "third")]
"""Pages that both read before the clock starts: each loads tables when it first needs them, trafilatura the larger.

In the third set are pages that need what few do: trafilatura's stop lists. Our tables of persons, which pages
without a day need, are loaded by name, lest a day found on one of them puts the loading into the time of a gold page.
"""
GOLD = Path(__file__).parent / "gold" / "pages.jsonl"


def load_gold() -> list[dict[str, Any]]:
    """The expected fields of every gold page."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(pages_folder: Path) -> dict[str, float]:
    """Every measure for us and, prefixed ``trafilatura_``, for trafilatura; ``time_ratio`` is ours over theirs."""
    hits: dict[str, list[float]] = defaultdict(list)
    ours = theirs = 0.0
    load_knowledge()
    for page in sorted(page for folder in WARM_UP for page in folder.glob("*.html.gz")):
        _read(gzip.decompress(page.read_bytes()))
        row_of_trafilatura(gzip.decompress(page.read_bytes()))
    gc.collect()
    gc.freeze()  # a search through all that other measures hold takes as long as ten pages, and falls to either
    for gold in load_gold():
        path = pages_folder / gold["file"]
        if not path.exists():
            continue
        html = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        story, spent = _timed(lambda html=html: _read(html))
        other, spent_theirs = _timed(lambda html=html: row_of_trafilatura(html))
        ours, theirs = ours + spent, theirs + spent_theirs
        for name, found in (("", story), ("trafilatura_", other)):
            for measure, value in judge(gold, found).items():
                hits[name + measure].append(value)
    gc.unfreeze()
    result = {name: sum(values) / len(values) for name, values in sorted(hits.items()) if values}
    result["time_ratio"] = ours / theirs if theirs else 0.0
    return result


def _timed(call: Any) -> tuple[Any, float]:
    """A call's result and its seconds of computing; each page is read once, for a second time hits caches."""
    start = time.process_time()
    found = call()
    return found, time.process_time() - start


def _read(html: bytes) -> dict[str, Any]:
    try:
        story = read_page(html)
    except InputError:
        return _row(Story(story_id=""))
    return _row(story)


def _row(story: Story) -> dict[str, Any]:
    return {
        "headline": story.headline,
        "dek": story.dek,
        "authors": [author.name for author in story.authors],
        "published": story.published,
        "body": "\n".join(story.body),
        "comments": [comment.author for comment in story.comments],
        "comment_texts": [comment.text for comment in story.comments],
        "replies": sum(comment.parent is not None for comment in story.comments),
        "profile": story.author_profile.name if story.author_profile else None,
    }


def row_of_trafilatura(html: bytes) -> dict[str, Any]:
    document = trafilatura.bare_extraction(html, include_comments=True, with_metadata=True)
    if document is None:
        return dict.fromkeys(("headline", "dek", "published", "profile")) | {
            "authors": [], "body": "", "comments": [], "comment_texts": [], "replies": 0,
        }  # fmt: skip
    comments = [line for line in (document.comments or "").split("\n") if line.strip()]
    return {
        "headline": document.title,
        "dek": None,
        "authors": [name.strip() for name in (document.author or "").split(";") if name.strip()],
        "published": document.date,
        "body": document.text or "",
        "comments": [None] * len(comments),
        "comment_texts": comments,
        "replies": 0,
        "profile": None,
    }


def judge(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, float]:
    """One page's measures, each between 0 and 1."""
    measures: dict[str, float] = {
        "headline": float(plain(found["headline"]) == plain(gold["headline"])),
        "body_recall": _share(gold["body"], found["body"]),
        "leakage": _share(gold["not_body"], found["body"]),
        "comments_f1": _count_f1(gold["comments"], len(found["comments"])),
    }
    if gold["published"] != "*":
        measures["date"] = float((found["published"] or "")[:10] == (gold["published"] or ""))
    if gold["authors"] != ["*"]:
        measures["authors"] = float({plain(a) for a in found["authors"]} == {plain(a) for a in gold["authors"]})
    if gold["dek"] != "*":
        expected, dek = plain(gold["dek"]), plain(found["dek"])
        measures["dek"] = float(dek.startswith(expected) and bool(expected) == bool(dek))
    if gold["comment_authors"]:
        known = [plain(author) for author in found["comments"]]
        measures["comment_authors"] = sum(plain(a) in known for a in gold["comment_authors"]) / len(
            gold["comment_authors"]
        )
    if gold["replies"]:
        measures["reply_links"] = _count_f1(gold["replies"], found["replies"])
    if gold["profile"] != "*":
        measures["author_box"] = float(plain(found["profile"]) == plain(gold["profile"]))
    return measures


def plain(text: str | None) -> str:
    """Letters and digits in small letters, so that quotes and dashes do not count."""
    return "".join(ch for ch in (text or "").casefold() if ch.isalnum())


def _share(snippets: list[str], text: str) -> float:
    whole = plain(text)
    return sum(plain(snippet) in whole for snippet in snippets) / len(snippets) if snippets else 0.0


def _count_f1(expected: int, found: int) -> float:
    """The best F1 that these numbers of things allow; 1 when nothing is there and nothing is found."""
    if expected == found:
        return 1.0
    return 2 * min(expected, found) / (expected + found)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    results = score(folder)
    print(f"{'measure':<18}{'whowhom':>9}{'trafilatura':>13}")
    for name in sorted(key for key in results if not key.startswith("trafilatura_") and key != "time_ratio"):
        print(f"{name:<18}{results[name]:>9.3f}{results.get('trafilatura_' + name, float('nan')):>13.3f}")
    print(f"time ratio {results['time_ratio']:.2f}")
