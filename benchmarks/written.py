"""How well pages written for this project are read: every field, every comment, beside plain trafilatura.

The pages (``written/SET/NAME.html.gz``, each with what it holds in ``NAME.json``) imitate the markup of many systems
and sites; people, places and news in them are invented. They were written without sight of the reader. Comments are
matched by their words, where one side may have a title or a quotation in front of them; replies by what they answer.

    python -m benchmarks.written [SET ...]     # prints what is wrong, page by page, then the table
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.reading import plain, row_of_trafilatura
from whowhom.errors import InputError
from whowhom.read import read_page
from whowhom.records import Comment, Story

WRITTEN = Path(__file__).parent / "written"
LEAKAGE = "leakage"
"""The one measure of which less is better."""


def sets() -> list[str]:
    return sorted(path.name for path in WRITTEN.iterdir() if path.is_dir())


def pages(name: str) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """Each page of a set: its name, its HTML and what it holds."""
    for path in sorted((WRITTEN / name).glob("*.html.gz")):
        stem = path.name.removesuffix(".html.gz")
        yield stem, gzip.decompress(path.read_bytes()), json.loads((path.parent / f"{stem}.json").read_text("utf-8"))


def score(names: Sequence[str], *, with_trafilatura: bool = True) -> dict[str, float]:
    """Every measure over the pages of these sets, for us and, prefixed ``trafilatura_``, for trafilatura."""
    totals: dict[str, list[float]] = defaultdict(list)
    for name in names:
        for _, html, gold in pages(name):
            for measure, value in judge(gold, story_of(html)).items():
                totals[measure].append(value)
            other = judge(gold, story_of_trafilatura(html)) if with_trafilatura else {}
            for measure, value in other.items():
                totals[f"trafilatura_{measure}"].append(value)
    return {name: sum(values) / len(values) for name, values in sorted(totals.items())}


def story_of(html: bytes) -> Story:
    """The page as read; an empty story when it is refused."""
    try:
        return read_page(html)
    except InputError:
        return Story(story_id="")


def story_of_trafilatura(html: bytes) -> Story:
    """What trafilatura makes of a page, in our form: it tells no commenter, no reply, no standfirst, no author box."""
    row = row_of_trafilatura(html)
    comments = tuple(Comment(i, None, None, None, text) for i, text in enumerate(row["comment_texts"]))
    return Story(
        story_id="",
        headline=row["headline"],
        authors=tuple(row["authors"]),
        published=row["published"],
        body=tuple(row["body"].split("\n")),
        comments=comments,
    )


def judge(gold: dict[str, Any], story: Story) -> dict[str, float]:
    """One page's measures, each between 0 and 1; a field whose gold is ``"*"`` is not judged."""
    found = {
        "headline": story.headline,
        "dek": story.dek,
        "authors": sorted(plain(getattr(author, "name", author)) for author in story.authors),
        "date": (story.published or "")[:10],
        "site": story.site,
        "author_box": story.author_profile.name if story.author_profile else None,
    }
    expected = {
        "headline": gold["headline"],
        "dek": gold["dek"],
        "authors": sorted(map(plain, gold["authors"])),
        "date": (gold["published"] or "")[:10],
        "site": gold["site"],
        "author_box": gold["profile"]["name"] if gold["profile"] else None,
    }
    measures = {
        name: float(_same(found[name], expected[name])) for name in found if gold.get(name) != "*" and name in expected
    }
    text = plain("\n".join(story.body))
    known = plain(" ".join([*gold["body"], *gold.get("loose", [])]))
    said = [plain(paragraph) for paragraph in story.body if plain(paragraph)]
    measures["body_recall"] = sum(plain(p) in text for p in gold["body"]) / max(1, len(gold["body"]))
    measures[LEAKAGE] = sum(p not in known for p in said) / max(1, len(said))
    return {**measures, **judge_thread(gold["comments"], story.comments)}


def _same(found: Any, expected: Any) -> bool:
    if isinstance(found, list) or isinstance(expected, list):
        return bool(found == expected)
    return plain(found) == plain(expected)


def judge_thread(gold: Sequence[Sequence[Any]], comments: Sequence[Comment]) -> dict[str, float]:
    """F1 of the comments, and of the gold's the share whose writer, and whose parent, is right."""
    if not gold and not comments:
        return {}
    match = _match([plain(c[2]) for c in gold], [plain(comment.text) for comment in comments])
    measures = {"comments_f1": 2 * len(match) / (len(gold) + len(comments))}
    if gold:
        right = sum(plain(comments[found].author) == plain(gold[i][0]) for i, found in match.items())
        measures["comment_authors"] = right / len(gold)
    replies = [i for i, c in enumerate(gold) if c[3] is not None]
    if replies:
        linked = sum(
            i in match and gold[i][3] in match and comments[match[i]].parent == match[gold[i][3]] for i in replies
        )
        measures["reply_links"] = linked / len(replies)
    return measures


def _match(gold: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    """Which found text is which of the gold: the same words first, then one that ends with the other."""
    match: dict[int, int] = {}
    for is_one in (str.__eq__, _ends_alike):
        free = [k for k in range(len(found)) if k not in match.values()]
        for i, text in enumerate(gold):
            if i not in match and (k := next((k for k in free if is_one(text, found[k])), None)) is not None:
                match[i] = k
                free.remove(k)
    return match


def _ends_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 10 and long.endswith(short)


def tell(name: str, show: Callable[[str], None] = print) -> None:
    """What is wrong on each page of a set."""
    for stem, html, gold in pages(name):
        story = story_of(html)
        wrong = {m: v for m, v in judge(gold, story).items() if (v > 0 if m == LEAKAGE else v < 1)}
        if wrong:
            show(f"{name}/{stem}: " + ", ".join(f"{measure} {value:.2f}" for measure, value in wrong.items()))


if __name__ == "__main__":
    chosen = sys.argv[1:] or sets()
    for each in chosen:
        tell(each)
    table = score(chosen)
    print(f"{'measure':<18}{'whowhom':>9}{'trafilatura':>13}")
    for key in sorted(key for key in table if not key.startswith("trafilatura_")):
        print(f"{key:<18}{table[key]:>9.3f}{table.get('trafilatura_' + key, float('nan')):>13.3f}")
