"""Hostile pages: nothing but a Story or an InputError ever comes out, in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.read.pages import PARAGRAPHS, page
from whowhom.errors import InputError
from whowhom.read import read_page
from whowhom.records import Story

_PIECES = st.sampled_from(
    [
        "<div class='comment' id='comment-1'>", "</div>", "<p>", "</p>", "<h1>", "</h1>", "<li>", "<ul class='children'>", "</ul>", "<table><tr><td>",
        "<time datetime='2017-13-45'>", "<time datetime='9999-99-99T99:99:99+99:99'>", "<script type='application/ld+json'>", "{\"@graph\": [[{\"author\": [",
        "</script>", "By ", "Jane Doe", "January 32, 0000", "\x00", "&#0;", "&#xD800;", "&nbsp;", "\u202e", "<!--", "-->", "<![CDATA[", "<meta property='og:title' content='x'>",
        "<cite class='fn'>Ann</cite>", "in reply to Ann", "#1.1", "<title>", "A | B", "•", "http://[", "<link rel='canonical' href='http://[::1'>", "<a href='http://[x'>", "0" * 50,
        PARAGRAPHS[0], "<svg>", "<template>", "<base href='//['>", "²", "٣/٤/٢٠١٧", "<html xml:lang='x'>", "<?xml version='1.0' encoding='utf-16'?>",
    ]
)  # fmt: skip


def _is_handled(html: bytes | str) -> bool:
    try:
        story = read_page(html, file="x.html", url="http://post.example/2017/02/30/x")
    except InputError as error:
        return error.name == "x.html" and "\n" not in error.reason
    assert all(p == p.strip() and p for p in story.body)
    assert all(c.parent is None or 0 <= c.parent < len(story.comments) for c in story.comments)
    return isinstance(story, Story) and bool(story.body)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    assert _is_handled(data)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_soup(html: str) -> None:
    assert _is_handled(html)
    assert _is_handled(html.encode("utf-8", "surrogatepass"))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4000), st.integers(0, 255))
def test_a_page_cut_or_broken_anywhere(at: int, byte: int) -> None:
    from tests.read.test_thread import DISQUS, WORDPRESS

    data = page("<p>By Jane Doe</p>", after=WORDPRESS + DISQUS).encode()
    assert _is_handled(data[:at])
    assert _is_handled(data[:at] + bytes([byte]) + data[at + 1 :])


def test_cut_page_gives_what_it_has() -> None:
    html = page()
    story = read_page(html[: html.index(PARAGRAPHS[3]) + 20])
    assert story.body[:3] == PARAGRAPHS[:3]


def test_hundred_thousand_nested_divs() -> None:
    html = page().replace("<p>", "<div>" * 25_000 + "<p>").replace("</p>", "</p>" + "</div>" * 25_000)
    start = time.perf_counter()
    assert read_page(html).body == PARAGRAPHS
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252", "iso-8859-1"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "nonsense-7", ""])
def test_charset_as_declared_or_not(encoding: str, declared: str) -> None:
    html = page("<p>By José Núñez</p>", head=f"<meta charset='{declared}'>" if declared else "")
    assert [a.name for a in read_page(html.encode(encoding)).authors] == ["José Núñez"]


def test_null_bytes_entities_and_direction_marks() -> None:
    html = (
        page("<p>By Jane&nbsp;Doe</p>")
        .replace("Monday", "Mon\x00day")
        .replace("agenda", "\u200eagenda\u200f &amp; timetable")
    )
    story = read_page(html.encode())
    assert [a.name for a in story.authors] == ["Jane Doe"]
    assert "on Monday and agreed on an agenda & timetable for the week." in story.body[0]


def test_scripts_are_not_text() -> None:
    fake = "<script>document.write('<p>Fake paragraph that is long enough to be taken for a part of the article text.</p>')</script>"
    assert read_page(page(fake, after=fake)).body == PARAGRAPHS


def test_deep_json_is_no_trap() -> None:
    assert read_page(page(head="<script type='application/ld+json'>" + "[" * 100_000 + "</script>")).body == PARAGRAPHS


def test_pages_of_very_many_parts_are_read_in_bounded_time() -> None:
    rows = "<table>" + "<tr><td>a</td><td>b</td></tr>" * 20_000 + "</table>"
    replies = "".join(
        f"<div class='comment' id='comment-{i}'><b class='author'>User {i}</b> in reply to User 0 "
        f"<time datetime='2016-05-03'>3 May</time><p>Remark {i} was made.</p></div>"
        for i in range(3000)
    )
    start = time.perf_counter()
    assert read_page(page(after=rows)).body == PARAGRAPHS
    assert {c.parent for c in read_page(page(after=f"<div id='comments'>{replies}</div>")).comments} == {None, 0}
    assert time.perf_counter() - start < 30
