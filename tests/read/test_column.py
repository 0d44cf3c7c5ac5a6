"""The story's column: what lies outside is no part of the story, short sentences inside are."""

from __future__ import annotations

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
