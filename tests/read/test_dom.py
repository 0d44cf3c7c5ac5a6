"""Text and elements of a tree: what is passed over, and where paragraphs part."""

from __future__ import annotations

from lxml.html import HtmlElement

from whowhom.read.dom import block_paragraphs, inline_text, parse_html, raw_length, raw_text, walk, words


def _tree(body: str) -> HtmlElement:
    tree = parse_html(f"<html><body>{body}</body></html>")
    assert tree is not None
    return tree.find("body")


def test_paragraphs_part_at_blocks_and_at_two_line_breaks() -> None:
    body = _tree("One <b>and</b><br>a half.<br>\n<br>Two.<p>Three.</p>Four.<ul><li>Five<li>Six</ul>")
    assert block_paragraphs(body) == ["One and a half.", "Two.", "Three.", "Four.", "Five", "Six"]
    assert inline_text(body) == "One and a half. Two. Three. Four. Five Six"


def test_what_is_not_shown_or_skipped_parts_words() -> None:
    body = _tree("One<script>no()</script>two<span>gone</span>three<form>gone</form>four")
    assert block_paragraphs(body, {body.find("span")}) == ["One two three", "four"]


def test_the_element_itself_is_never_skipped() -> None:
    body = _tree("<p>One <i>two</i></p>")
    assert inline_text(body, {body}) == "One two"
    assert [e.tag for e in walk(body, {body})] == ["body", "p", "i"]


def test_skipped_elements_are_left_out_whole() -> None:
    body = _tree("<div><p>One <i>two</i></p></div><p>Three</p>")
    assert [e.tag for e in walk(body)] == ["body", "div", "p", "i", "p"]
    assert [e.tag for e in walk(body, {body[0][0]})] == ["body", "div", "p"]


def test_control_characters_are_spaces_and_never_marks() -> None:
    assert block_paragraphs(_tree("<p>A&#31;line&#30;\x1f’ of &#30;&#30; text<i></i></p>")) == ["A line ’ of text"]


def test_raw_text_holds_all_that_the_markup_holds() -> None:
    body = _tree("<p>One</p><script>no()</script> – two")
    assert raw_text(body) == "Oneno() – two"
    assert raw_length(body) == len("Oneno() – two")


def test_an_id_that_repeats_the_boxes_around_it_tells_only_of_its_own_element() -> None:
    name, box, plain = _tree(
        "<b id='ctl00_MainContent_ucComments_ctl03_lblName'>A</b><b id='Body_divDate_2'>B</b><b id='content_name'>C</b>"
    )
    assert words(name) == {"lbl", "name"}
    assert words(box) == {"div", "date"}
    assert words(plain) == {"content", "name"}
