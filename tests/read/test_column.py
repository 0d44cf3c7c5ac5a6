"""The story's column: what lies outside is no part of the story, short sentences inside are."""

from __future__ import annotations

import pytest

from tests.read.pages import PARAGRAPHS
from whowhom.read.column import within_column
from whowhom.read.dom import parse_html

_TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
_PAGE = f"<body><div><div id='x'>{_TEXT}<p>Talks resume.</p></div><p>Contact us about this site.</p></div></body>"


def _column(found: list[str]) -> list[str]:
    tree = parse_html(_PAGE)
    assert tree is not None
    return within_column(found, tree.find(".//p"), lambda element: False)


def test_text_outside_the_column_is_left_out() -> None:
    assert _column([*PARAGRAPHS, "Talks resume.", "Contact us about this site."]) == [*PARAGRAPHS, "Talks resume."]


def test_short_sentences_inside_it_come_back_in_page_order() -> None:
    assert _column([PARAGRAPHS[1], PARAGRAPHS[0], *PARAGRAPHS[2:]]) == [*PARAGRAPHS, "Talks resume."]


def test_without_an_opening_nothing_changes() -> None:
    assert within_column(["One.", "Two."], None, lambda element: False) == ["One.", "Two."]


def _parted_at(rest: str) -> list[str]:
    """What is read of a page whose text goes on in a block after the one that was found."""
    tree = parse_html(f"<body><div class='item'><div class='lead'>{_TEXT}</div><hr/>{rest}</div></body>")
    assert tree is not None
    return within_column(list(PARAGRAPHS), tree.find(".//p"), lambda element: False)


_REST = "<p>She left on the last boat of the day.</p><p>Nobody waved.</p>"


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='post-extended'>{_REST}</div>",
        f"<section id='jump'>{_REST}</section>",
        f"<div class='x'><a name='more'></a>{_REST}</div>",
    ],
)
def test_the_rest_of_an_entry_in_a_block_of_its_own_is_story(box: str) -> None:
    assert _parted_at(box) == [*PARAGRAPHS, "She left on the last boat of the day.", "Nobody waved."]


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='about'>{_REST}</div>",
        f"<div class='more-stories'>{_REST}</div>",
        "<div class='more'><p><a href='/x'>She left on the last boat of the day.</a></p></div>",
        "<div class='more'><ul><li>Boats and ferries</li><li>Harbours</li></ul></div>",
    ],
)
def test_other_blocks_after_the_text_are_none(box: str) -> None:
    assert _parted_at(box) == list(PARAGRAPHS)
