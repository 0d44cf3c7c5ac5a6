"""Names over trades, agencies beside the day, the site's own name, and the author's box in a footer."""

from __future__ import annotations

import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.read import read_page

DAY = "<p class='date'>March 19, 2009</p>"
BIO = "Edits the Post from a room above the launderette. Counts things."


@pytest.mark.parametrize(
    "byline",
    [
        "<div class='byline'><div><span>Ann Lee</span><span>Senior Reporter</span></div>"
        "<div><span>Bo Roe</span><span>Energy Editor</span></div></div>",
        "<ul class='authors'><li><a href='/team/ann'>Ann Lee</a><br>Research Fellow</li>"
        "<li><a href='/team/bo'>Bo Roe</a><br>Director, Energy</li></ul>",
        "<ul class='contributors'><li>By <a href='/experts/ann-lee'>Ann Lee</a>, Senior Fellow</li>"
        "<li>and <a href='/experts/bo-roe'>Bo Roe</a>, Research Associate</li></ul>",
        "<p class='byline'>Ann Lee<br>Staff Writer<br>Bo Roe<br>Contributor<br>Cy Dow<br>Photographer</p>",
        "<div class='author'>Harbour Post - Ann Lee, Bo Roe</div>",
    ],
)
def test_two_authors(byline: str) -> None:
    assert [author.name for author in read_page(page(byline + DAY)).authors] == ["Ann Lee", "Bo Roe"]


def test_who_took_the_pictures_is_no_author() -> None:
    byline = "<p class='byline'>Words by <a href='/authors/a'>Ann Lee</a>, photographs by <a href='/authors/b'>Bo Roe</a></p>"
    assert [author.name for author in read_page(page(byline + DAY)).authors] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("<p><span>19.03.2009, 15:32 Uhr</span> | <span>dpa</span></p>", ["dpa"]),
        ("<div><small>AFP</small> <time datetime='2009-03-19'>19 mars 2009</time></div>", ["AFP"]),
        ("<p>Quelle: dpa/AFP | 19.03.2009</p>", ["dpa", "AFP"]),
        ("<p>19.03.2009</p><p>Von Ann Lee</p><p>dpa</p>", ["Ann Lee"]),
    ],
)
def test_an_agency_beside_the_day(line: str, agencies: list[str]) -> None:
    assert [author.name for author in read_page(page(line).replace("en-GB", "de")).authors] == agencies


def test_a_sites_address_is_no_author() -> None:
    assert read_page(page(DAY, head="<meta name='author' content='harbour-post.example'>")).authors == ()


@pytest.mark.parametrize(
    "box",
    [
        f"<footer class='post-footer'><section class='author'><h4><a href='/x'>Ann Lee</a></h4><p>{BIO}</p></section></footer>",
        f"<div class='author vcard'><h4 class='fn'>Ann Lee</h4><div class='note'>{BIO}</div></div>",
        f"<aside class='author'><strong>Ann Lee</strong><p>{BIO}</p></aside>",
    ],
)
def test_a_box_in_the_footer(box: str) -> None:
    story = read_page(page("<p>By Ann Lee</p>").replace("</article>", f"{box}</article>"))
    assert story.author_profile is not None
    assert (story.author_profile.name, story.author_profile.bio) == ("Ann Lee", BIO)
    assert story.body == PARAGRAPHS


def test_a_box_about_the_blog_is_no_authors() -> None:
    box = "<div class='widget about-author'><h3>About this blog</h3><p>The Post is written by Ann Lee and others.</p></div>"
    assert read_page(page("<p>By Ann Lee</p>", after=box)).author_profile is None


def test_an_address_as_a_readers_name() -> None:
    thread = "".join(
        f"<div class='comment'><span class='author'>{name}</span> <time datetime='2009-03-1{i}'>1{i} March</time>"
        f"<div class='text'>{i}. Consultants always say triple, and never flat.</div></div>"
        for i, name in enumerate(("Ann", "http://openid.example/sbrandt"))
    )
    story = read_page(page("<p>By Jane Doe</p>", after=f"<div id='comments'>{thread}</div>"))
    assert [comment.author for comment in story.comments] == ["Ann", "http://openid.example/sbrandt"]
