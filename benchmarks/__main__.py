"""``python -m benchmarks``: every measure in one table, kept in RESULTS.md with date and commit.

python -m benchmarks                 # all
python -m benchmarks humans gsr      # some; RESULTS.md is left alone
"""

from __future__ import annotations

import datetime
import platform
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.actors import score_actors
from benchmarks.confidence import score_confidence
from benchmarks.data import PAGES, SHARED
from benchmarks.humans import score_humans
from benchmarks.linking.score import score_linking
from benchmarks.pairs import score_gsr, score_plv
from benchmarks.places import score_places
from benchmarks.reading import score as score_reading
from benchmarks.sentences import score_sentences
from benchmarks.speed import measure_speed
from benchmarks.talks import score_talks
from benchmarks.written import score as score_written
from benchmarks.written import sets
from whowhom import Coder

RESULTS = Path(__file__).with_name("RESULTS.md")
# What each measure is expected to reach (the floors of first light); None where nothing is promised yet.
FLOORS = {
    "humans: action F1": 0.45,
    "humans: root F1": 0.25,
    "gsr: type": 0.50,
    "plv: root macro-F1": 0.86,
    "plv: quad macro-F1": 0.95,
    "speed: speed ratio": 0.7,
    "link: held F1": 0.88,
    "link: held same in ten orders": 1.0,
    "places: country, all": 0.97,
    "places: within 25 km, all": 0.90,
    "talks: talks F1": 0.90,
    "talks: parties F1": 0.78,
    "talks: stories held talks F1": 0.8,
    "talks: stories held parties F1": 0.68,
    "actors: parties resolved": 0.90,
    "actors: checked spans right": 0.95,
}
CEILINGS = {
    "speed: peak memory MB": 900.0,
    "plv: calibration error": 0.05,
    "confidence: calibration error": 0.05,
    "actors: load seconds": 0.4,
    "actors: load MB": 120.0,
    "actors: matching share": 0.1,
}

Rows = list[tuple[str, float]]


def _humans(coder: Coder) -> Rows:
    rows = []
    for level, figures in score_humans(coder).items():
        rows += [(f"humans: {level} {name}", figures[key]) for name, key in (("F1", "f1"), ("ratio to human", "ratio"))]
    return rows


def _named(prefix: str, measure: Callable[[Coder], dict[str, float]]) -> Callable[[Coder], Rows]:
    return lambda coder: [(f"{prefix}: {name}", value) for name, value in measure(coder).items()]


# Speed comes first: its peak memory is the process's, and the other measures hold all their sentences at once.
MEASURES: dict[str, Callable[[Coder], Rows]] = {
    "speed": _named("speed", measure_speed),
    "humans": _humans,
    "sentences": _named("sentences", score_sentences),
    "gsr": _named("gsr", score_gsr),
    "plv": _named("plv", score_plv),
    "talks": _named("talks", score_talks),
    "confidence": lambda coder: [(f"confidence: {name}", value) for name, value in score_confidence().items()],
    "places": lambda coder: [(f"places: {name}", value) for name, value in score_places().items()],
    "actors": _named("actors", score_actors),
    "written": lambda coder: [(f"written: {name}", value) for name, value in score_written(sets()).items()],
    "link": _named("link", score_linking),
    "reading": lambda coder: [(f"reading: {name}", value) for name, value in score_reading(PAGES).items()],
}


def main(wanted: list[str]) -> int:
    """Run the measures, print the table, keep it when all were run; 1 when a floor is missed."""
    unknown = [name for name in wanted if name not in MEASURES]
    if unknown or not SHARED.is_dir():
        reason = f"unknown: {', '.join(unknown)}" if unknown else f"no development data at {SHARED} (set BENCH_DATA)"
        print(f"benchmarks: {reason}", file=sys.stderr)
        return 2
    coder = Coder()
    rows: Rows = []
    for name in MEASURES:
        if not wanted or name in wanted:
            rows += MEASURES[name](coder)
    _show(rows)
    if not wanted:
        _keep(rows, coder.version)
    return 1 if any(_misses(name, value) for name, value in rows) else 0


def _misses(name: str, value: float) -> bool:
    return value < FLOORS.get(name, value) or value > CEILINGS.get(name, value)


def _floor(name: str) -> str:
    if name in FLOORS:
        return f"≥ {FLOORS[name]:g}"
    return f"≤ {CEILINGS[name]:g}" if name in CEILINGS else ""


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3f}"


def _show(rows: Rows) -> None:
    table = Table("measure", "figure", "floor")
    for name, value in rows:
        style = "red" if _misses(name, value) else None
        table.add_row(name, _number(value), _floor(name), style=style)
    Console().print(table)


def _keep(rows: Rows, version: str) -> None:
    """Put this run's table on top of the history."""
    now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC")
    commit = _git("rev-parse", "--short", "HEAD") + ("+" if _git("status", "--porcelain", "--", "src") else "")
    lines = [
        f"## {now}, commit {commit}, {version}",
        "",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, one process.",
        "",
        "| measure | figure | floor |",
        "|---|---|---|",
        *(f"| {name} | {_number(value)} | {_floor(name)} |" for name, value in rows),
        "",
    ]
    head, _, history = RESULTS.read_text(encoding="utf-8").partition("\n## ") if RESULTS.exists() else (_HEAD, "", "")
    past = f"\n## {history}" if history else ""
    RESULTS.write_text(f"{head.rstrip()}\n\n" + "\n".join(lines) + past, encoding="utf-8")


_HEAD = """# Results

Written by `python -m benchmarks`, newest first. A "+" after the commit means that the sources had changes on top of it.
What each measure is, and on which data: [README.md](README.md).

The rules were written while reading what the coder said of these development sentences and pages, so the figures
flatter it: nothing is trained on them, but they are not unseen. What the reader does on unseen pages is told by the
written sets below, each measured once before the reader was mended on it. For sentences there is no unseen gold here.
"""


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], capture_output=True, text=True, cwd=RESULTS.parent, check=False)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
