"""One comment's parts; a block is read once for the same elements of its own."""

from __future__ import annotations

from lxml.html import HtmlElement

from whowhom.read.dom import parse_html
from whowhom.read.parts import Reader

_NESTED = """<div id="1"><b class="author">Ann</b> <time datetime="2016-05-03">3 May</time> <p class="text">First.</p>
<div id="2"><b class="author">Ben</b> <time datetime="2016-05-04">4 May</time> <p class="text">Second, longer.</p></div></div>"""


def _blocks() -> tuple[HtmlElement, HtmlElement]:
    tree = parse_html(f"<html><body>{_NESTED}</body></html>")
    assert tree is not None
    outer = tree.find(".//div")
    return outer, outer.find("div")


def test_parts_are_those_of_the_block_without_nested_ones() -> None:
    outer, inner = _blocks()
    parts = Reader().read((outer,), {outer, inner})
    assert (parts.author, parts.published, parts.text) == ("Ann", "2016-05-03", "First.")


def test_the_same_block_is_read_anew_when_other_blocks_are_nested_in_it() -> None:
    outer, inner = _blocks()
    reader = Reader()
    assert reader.read((outer,), {outer}).text != "First."
    assert reader.read((outer,), {outer, inner}).text == "First."
    assert reader.read((inner,), {outer, inner}) is reader.read((inner,), {inner})


def test_a_link_to_the_comment_that_is_its_writers_name_names_the_writer() -> None:
    footer = '<footer><a class="permalink" href="#c7">Ann Lee</a> | 14-02-12 | 16:04 <a class="reply" href="#">X</a></footer>'
    tree = parse_html(f'<html><body><article id="c7"><p>Ours leaks too.</p>{footer}</article></body></html>')
    assert tree is not None
    block = tree.find(".//article")
    parts = Reader().read((block,), {block})
    assert (parts.author, parts.published, parts.text) == ("Ann Lee", "2012-02-14T16:04:00", "Ours leaks too.")
