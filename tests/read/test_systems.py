"""Small pages in the markup of many systems and languages: threads with one content, stories with one frame."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.read import read_page

HERE = Path(__file__).parent
THREADS = sorted((HERE / "threads").glob("*/*.html"))
STORIES = sorted((HERE / "languages").glob("*.html"))


@pytest.mark.parametrize("path", THREADS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_who_said_what_to_whom(path: Path) -> None:
    story = read_page(page("<p>By Jane Doe</p>", after=path.read_text(encoding="utf-8")))
    said = ["First point.\n\nSecond point.", "I disagree.", "Interesting!"]
    assert [(comment.author, comment.text) for comment in story.comments] == list(
        zip(["Ann", "Ben", "Cem"], said, strict=True)
    )
    assert [comment.parent for comment in story.comments] == [None, 0 if path.parent.name == "replies" else None, None]
    assert story.body == PARAGRAPHS
    assert [author.name for author in story.authors] == ["Jane Doe"]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_the_frame_and_nothing_but_the_story(path: Path) -> None:
    told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    story = read_page(path.read_text(encoding="utf-8"))
    assert [text for text in story.body if text not in told["loose"]] == told["body"]
    assert (story.headline, story.dek, story.site) == (told["headline"], told["dek"], told["site"])
    assert [author.name for author in story.authors] == told["authors"]
    assert (story.published or "")[:10] == told["day"]
    assert story.comments == ()
