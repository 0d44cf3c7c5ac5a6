"""Names, days and notices that stand around a story without a mark of their own."""

from __future__ import annotations

import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.read import read_page
from whowhom.read.lines import is_line_of_furniture

DAY = "<p class='date'>19 March 2009</p>"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def names(html: str) -> list[str]:
    return [author.name for author in read_page(html).authors]


def ending(last: str) -> str:
    return page(DAY).replace("</div></article>", f"{last}</div></article>")


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("<p><strong>Ida Moss</strong></p>", ["Ida Moss"]),
        ("<p><strong>Ida Moss <br/>The Harbour Post</strong></p>", ["Ida Moss"]),
        ("<p><em>Ida Moss</em></p>", ["Ida Moss"]),
        ("<p align='right'>Ida Moss</p>", ["Ida Moss"]),
        ("<p>Ida Moss</p>", []),
        ("<p><strong><a href='/x'>Harbour Talks</a></strong></p>", []),
        ("<p><strong>What comes next?</strong></p>", []),
        ("<p><strong>Ida Moss <br/>They meet on Monday</strong></p>", []),
    ],
)
def test_a_signature_at_the_end(last: str, found: list[str]) -> None:
    assert names(ending(last)) == found


def test_a_place_and_a_name_in_the_line_of_the_day() -> None:
    line = "<div class='info'><span>Harbour hall - Ida Moss</span> | <span>19 March 2009</span></div>"
    assert names(page(line)) == ["Ida Moss"]
    assert names(page(line.replace("Harbour hall", "World"))) != ["World"]


def test_a_source_beside_the_day() -> None:
    assert names(page("<p class='info'>Izvor: Beta | petak, 12.3.2010. | 10:15</p>")) == ["Beta"]


def test_the_account_of_the_byline_goes_before_names_in_the_text() -> None:
    line = (
        "<div class='meta'><time datetime='2012-03-01'>1 March 2012</time> von <span class='author vcard'>"
        "<a class='fn n' rel='author' href='/author/admin/'>admin</a></span></div>"
    )
    html = page(line).replace(
        f"<p>{PARAGRAPHS[2]}</p>", "<p>Die Antwort kam von Elfriede Zander, 81, aus der Reihe drei vor mir.</p>"
    )
    assert names(html) == ["admin"]


def test_a_counter_is_no_name() -> None:
    line = "<div class='signature'><p>Publié le 14/03/2015 à 18h42 | <a href='#r'>7 réactions</a></p></div>"
    html = page(line).replace("</div></article>", "<p class='article__auteur'>Par Gwen MARREC</p></div></article>")
    story = read_page(html)
    assert [author.name for author in story.authors] == ["Gwen MARREC"]
    assert not any("MARREC" in paragraph for paragraph in story.body)


def test_a_day_behind_the_way_to_the_page() -> None:
    way = "<div id='way'><a href='/'>Accueil</a> &gt; <a href='/s'>Société</a> &bull; mercredi 3 mars 2010 à 00h15min</div>"
    html = page().replace("<h1>", f"{way}<h1>")
    assert read_page(html).published == "2010-03-03T00:15:00"


def test_a_motto_after_the_name_of_the_site() -> None:
    html = (
        "<html><head><title>Le pont rouvre ce lundi - LeQuai.net, toute la ville</title></head><body>"
        "<div id='top'><a href='http://lequai.example'><img src='l.png' alt='LeQuai.net'></a></div>"
        f"<h1>Le pont rouvre ce lundi</h1><div class='texte'>{TEXT}</div></body></html>"
    )
    assert read_page(html).site == "LeQuai.net"


def test_notes_and_rules_leave_the_body_and_marks_of_notes_stay() -> None:
    note = (
        "<p>The hall was built for wool<sup><a class='see-footnote' href='#f1'>1</a></sup> and later held the harvest fairs.</p>"
        "<ul class='footnotes'><li class='footnote'>1. See the tables of the port.</li></ul>"
        "<div class='avert'><p>Chers lecteurs, les commentaires injurieux ou diffamatoires seront supprimés.</p></div>"
        "<p class='to_comments'>{ <a href='#c'>7 comments</a>… read them below or add one }</p>"
    )
    body = read_page(ending(note)).body
    assert len(body) == len(PARAGRAPHS) + 1
    assert body[-1].startswith("The hall was built for wool")


@pytest.mark.parametrize(
    "line",
    ["A power surge knocked out the old station early Sunday. Read more", "Der Deich hielt. Weiterlesen …",
     "Diskutieren Sie mit.", "Liebe Leser, bitte beachten Sie unsere Netiquette.", "3,120 reads", "9 réactions"],
)  # fmt: skip
def test_lines_of_furniture(line: str) -> None:
    assert is_line_of_furniture(line)


@pytest.mark.parametrize(
    "line",
    ["She told them to read more.", "The comments were called insulting, and the minister apologised.",
     "The paper removed offensive comments from its page.", "Reactions were mixed.", "The court ordered the abusive posts to be removed."],
)  # fmt: skip
def test_sentences_are_kept(line: str) -> None:
    assert not is_line_of_furniture(line)


def test_the_newest_comments_of_the_site_are_no_thread() -> None:
    def said(who: str, what: str, i: int) -> str:
        return (
            f"<li class='comment' id='comment-{i}'><article class='comment-body'><b class='fn'>{who}</b>"
            f"<time datetime='2020-02-1{i}'>1{i} February 2020</time><div class='comment-content'><p>{what}</p></div></article></li>"
        )

    thread = "".join(said(who, f"{who} has something to say of this.", i) for i, who in enumerate(["Ann", "Bo", "Cy"]))
    widget = "".join(
        f"<li><div class='comment-body'><a class='comment-author' href='#'>{who}</a><p>Words on another story</p></div></li>"
        for who in ("Dee", "Eve")
    )
    after = (
        f"<div id='comments'><ol class='comment-list'>{thread}</ol></div>"
        f"<aside><div class='widget recent-comments-widget'><ul>{widget}</ul></div></aside>"
    )
    assert [c.author for c in read_page(page(DAY, after=after)).comments] == ["Ann", "Bo", "Cy"]


def test_an_author_box_with_a_first_heading() -> None:
    box = (
        "<section class='author-box'><h1 class='author-box-title'>About <span itemprop='name'>Ida Moss</span></h1>"
        "<div class='author-box-content'><p>Ida Moss has covered the coast for nineteen years.</p></div></section>"
    )
    profile = read_page(page("<p class='byline'>By Ida Moss</p>", after=box)).author_profile
    assert profile is not None
    assert (profile.name, profile.bio) == ("Ida Moss", "Ida Moss has covered the coast for nineteen years.")


@pytest.mark.parametrize(
    "elsewhere",
    ["<div class='trackback'><div class='trackback-content'><p>Ida Moss has the story from the harbour floor.</p></div></div>",
     "<p><em>Ida Moss reports from Marl</em></p>"],
)  # fmt: skip
def test_what_others_say_of_the_author_is_no_box(elsewhere: str) -> None:
    assert read_page(page("<p class='byline'>By Ida Moss</p>", after=elsewhere)).author_profile is None


@pytest.mark.parametrize(
    ("byline", "found"),
    [
        ("<div class='byline'>By Ann Lee<br>alee@post.example<br>and Bo Roe</div>", ["Ann Lee", "Bo Roe"]),
        ("<p>By Ann Lee<br>Staff Writer<br>and Bo Roe, Oslo Bureau</p>", ["Ann Lee", "Bo Roe"]),
        (
            "<div class='autor'>Von Ann Lee<br><a href='mailto:x@y'>x@y.de</a><br>und Bo Roe</div>",
            ["Ann Lee", "Bo Roe"],
        ),
        ("<div class='byline'>By Ann Lee<br>The Harbour Post<br>and other papers</div>", ["Ann Lee"]),
        ("<div class='byline'>By Ann Lee<br>Filed under: boats<br>and more</div>", ["Ann Lee"]),
    ],
)
def test_a_line_below_may_add_a_name(byline: str, found: list[str]) -> None:
    assert names(page(DAY + byline)) == found


@pytest.mark.parametrize(
    ("box", "found"),
    [
        (
            "<h4>About the author:</h4><a rel='author' href='/author/x'>Ann Lee</a>"
            "<a href='/author/x'>See more articles by Ann Lee</a>",
            ["Ann Lee"],
        ),
        ("<h4>About the author</h4><p>Ann Lee</p>", ["Ann Lee"]),
        ("<strong>Über den Autor:</strong> Ann Lee", ["Ann Lee"]),
        ("<h4>Sobre el autor</h4><span>Ann Lee</span><a href='/a'>Ver todos los artículos de Ann Lee</a>", ["Ann Lee"]),
        ("<h4>About the author</h4><p>Read more books</p>", []),
        ("<h4>About this site</h4><p>Ann Lee</p>", []),
        ("<h4>Profile</h4><p>Ann Lee</p>", []),
    ],
)
def test_a_box_that_only_names_the_author(box: str, found: list[str]) -> None:
    story = read_page(page(DAY).replace("</div></article>", f"</div><div class='box'>{box}</div></article>"))
    assert [author.name for author in story.authors] == found
    assert story.author_profile is None
