"""Throws broken pages and archives at the doors of ``read``; needs atheris, which nothing else does.

    pip install atheris
    python scripts/fuzz.py html --minutes 10 --out fuzz-html
    python scripts/fuzz.py warc --minutes 10 --out fuzz-warc

A Story, a Skipped or an InputError is an answer. Everything else is a crash, kept in ``--out`` under the place that
raised it, once a place, and the run goes on. Inputs that take over a second are kept there too (``slow-unit-…``); one
that takes ``SECONDS`` or more memory than ``MEGABYTES`` ends the run (``timeout-…``, ``oom-…``).
"""

from __future__ import annotations

import argparse
import gzip
import io
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

with atheris.instrument_imports(include=["whowhom"]):
    from whowhom.errors import InputError
    from whowhom.read import read_page
    from whowhom.read.decode import ungzip
    from whowhom.read.warc import read_warc

SECONDS = 20
MEGABYTES = 2000
LONGEST = 30_000
# Pieces of pages and archives that blind mutation would hardly find.
WORDS = (
    "<div class='comment' id='comment-1'>", "</div>", "<article>", "<h1>", "<ul class='children'>", "<li>", "<p>",
    "<time datetime='2017-01-24T18:25:00Z'>", "<script type='application/ld+json'>", '{"@type":"NewsArticle",',
    '"author":[{"name":"', "</script>", "in reply to ", "#1.1", "By Jane Doe", "About the author", "January 24, 2017",
    "<meta property='og:title' content='", "<meta charset='", "utf-16", "shift_jis", "\\x00", "&#x202e;", "<template>",
    "<svg>", "<table><tr><td>", "<blockquote>", "<br><br>", "itemprop='comment'", "data-depth='2'", "<cite>",
    "WARC/1.0\\x0d\\x0a", "WARC-Type: response\\x0d\\x0a", "Content-Length: ", "WARC-Target-URI: https://[",
    "HTTP/1.1 200 OK\\x0d\\x0a", "Content-Type: text/html\\x0d\\x0a", "Transfer-Encoding: chunked\\x0d\\x0a",
    "Content-Encoding: gzip\\x0d\\x0a", "\\x0d\\x0a\\x0d\\x0a", "\\x1f\\x8b\\x08",
)  # fmt: skip


def read_html_door(data: bytes) -> None:
    """One page, as from a file."""
    read_page(data, file="page.html", url="https://post.example/2017/01/24/talks")


def read_warc_door(data: bytes) -> None:
    """One archive, compressed or not."""
    for _ in read_warc(ungzip(io.BytesIO(data)), "crawl.warc"):
        pass


DOORS: dict[str, Callable[[bytes], None]] = {"html": read_html_door, "warc": read_warc_door}


def make_seeds(door: str) -> Iterator[bytes]:
    """Whole inputs to start from: the tests' own pages, and the example pages when they are short enough."""
    from tests.read.pages import page
    from tests.read.test_thread import DISQUS, WORDPRESS

    pages = [page().encode(), page("<p>By Jane Doe</p>", after=WORDPRESS + DISQUS).encode()]
    pages += [path.read_bytes()[:LONGEST] for path in sorted((ROOT / "examples").glob("*.html"))[:12]]
    templates = sorted((ROOT / "tests" / "read" / "templates").glob("*.html"))
    pages += [path.read_bytes()[:LONGEST] for path in templates]
    if door == "html":
        yield from pages
        return
    for data in pages:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + data
        head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/1\r\n"
        record = f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
        yield record
        yield record + record
        yield gzip.compress(record)


def keep_crash(folder: Path, data: bytes, error: BaseException) -> None:
    """The input under the name of the place that raised; the shortest input a place stays."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "whowhom" in frame.filename] or frames
    name = f"crash-{type(error).__name__}-{Path(own[-1].filename).stem}-{own[-1].lineno}"
    path = folder / name
    if not path.exists() or path.stat().st_size > len(data):
        path.write_bytes(data)
        (folder / f"{name}.txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        print(f"fuzz: {name}, {len(data)} bytes", file=sys.stderr, flush=True)


def main() -> None:
    """Fuzz one door for so many minutes; libFuzzer prints the figures at the end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("door", choices=DOORS)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--out", type=Path, required=True, help="where crashes and slow inputs are kept")
    given = parser.parse_args()
    corpus = given.out / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(make_seeds(given.door)):
        (corpus / f"seed-{number:03}").write_bytes(seed)
    words = given.out / "words"
    words.write_text("".join(f'"{word.replace(chr(34), chr(92) + chr(34))}"\n' for word in WORDS), encoding="utf-8")
    read, slowest = DOORS[given.door], 0.0

    def run(data: bytes) -> None:
        nonlocal slowest
        start = time.perf_counter()
        try:
            read(data)
        except InputError:
            pass
        except Exception as error:  # a crash: kept, and the run goes on to find others
            keep_crash(given.out, data, error)
        if (spent := time.perf_counter() - start) > slowest:
            slowest = spent
            (given.out / "slowest").write_bytes(data)
            (given.out / "slowest.txt").write_text(f"{spent:.2f} s, {len(data)} bytes\n", encoding="utf-8")

    limits = [f"-max_total_time={int(given.minutes * 60)}", f"-timeout={SECONDS}", f"-rss_limit_mb={MEGABYTES}"]
    options = [f"-max_len={LONGEST}", "-report_slow_units=1", "-print_final_stats=1", f"-dict={words}"]
    atheris.Setup([sys.argv[0], *limits, *options, f"-artifact_prefix={given.out}/", str(corpus)], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
