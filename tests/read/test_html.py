"""Pages to stories: article fields, and what is believed when sources disagree."""

from __future__ import annotations

import json

import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.errors import InputError
from whowhom.read import read_page


def ld(**fields: object) -> str:
    record = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f"<script type='application/ld+json'>{json.dumps(record)}</script>"


def test_body_is_the_paragraphs_in_order() -> None:
    assert read_page(page()).body == PARAGRAPHS


def test_headline_loses_the_site_and_is_told_once() -> None:
    story = read_page(page())
    assert story.headline == "Harbour talks open with six delegations"
    assert story.headline not in story.body
    assert story.site == "The Harbour Post"


def test_shown_headline_wins_over_the_one_written_for_search_engines() -> None:
    head = "<meta property='og:title' content='Six countries, one harbour: what to know about the talks'>"
    assert read_page(page(head=head)).headline == "Harbour talks open with six delegations"


def test_title_part_shown_in_any_markup_is_the_headline() -> None:
    html = page().replace(
        "<h1>Harbour talks open with six delegations</h1>", "<div>Harbour talks open with six delegations</div>"
    )
    assert read_page(html).headline == "Harbour talks open with six delegations"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<p class='byline'>By Jane Doe and Omar Haddad, Staff Writers</p>", ["Jane Doe", "Omar Haddad"]),
        ("<p>By <b>JANE DOE</b></p>", ["JANE DOE"]),
        ("<p class='meta'>Posted by Jane Doe on 3 May 2016</p>", ["Jane Doe"]),
        ("<p class='meta'>May 3, 2016 by Jane Doe</p>", ["Jane Doe"]),
        ("<span itemprop='author'><span itemprop='name'>Jane Doe</span></span>", ["Jane Doe"]),
        ("<a rel='author' href='/author/jane-doe'>Jane Doe</a>", ["Jane Doe"]),
        ("<p class='byline'>Reuters</p>", ["Reuters"]),
        ("<p class='byline'>Von Jana Weiß</p>", ["Jana Weiß"]),
        ("<p class='byline'>Staff Writer</p>", []),
        ("<p class='date'>May 3, 2016</p>", []),
    ],
)
def test_bylines(byline: str, names: list[str]) -> None:
    assert [author.name for author in read_page(page(byline)).authors] == names


def test_linked_author_wins_and_the_site_is_no_author() -> None:
    head = ld(
        headline="Harbour talks",
        author=[{"@type": "Person", "name": "Jane Doe"}],
        publisher={"name": "The Harbour Post"},
    )
    assert [a.name for a in read_page(page(head=head)).authors] == ["Jane Doe"]
    head = ld(headline="Harbour talks", author={"@type": "Organization", "name": "The Harbour Post"})
    assert [a.name for a in read_page(page("<p>By Omar Haddad</p>", head=head)).authors] == ["Omar Haddad"]


def test_author_reference_inside_a_graph() -> None:
    graph = {
        "@graph": [
            {
                "@type": "Article",
                "headline": "Harbour talks open",
                "author": {"@id": "#jd"},
                "datePublished": "2016-05-03",
            },
            {"@type": "Person", "@id": "#jd", "name": "Jane Doe"},
        ]
    }
    story = read_page(page(head=f"<script type='application/ld+json'>{json.dumps(graph)}</script>"))
    assert [a.name for a in story.authors] == ["Jane Doe"]
    assert story.published == "2016-05-03"


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ("<time datetime='2016-05-03T14:05:00+01:00'>3 May</time>", "2016-05-03T14:05:00+01:00"),
        ("<p class='date'>Published: 3 May 2016, 14:05 GMT</p>", "2016-05-03T14:05:00+00:00"),
        ("<div>Tuesday, May 3, 2016 2:05 PM EDT</div>", "2016-05-03T14:05:00-04:00"),
        ("<p class='date'>03/05/2016</p>", "2016-05-03"),
        ("<p class='date'>3 hours ago</p>", None),
        ("", None),
    ],
)
def test_published(shown: str, published: str | None) -> None:
    assert read_page(page(shown)).published == published


def test_stated_day_takes_the_shown_clock_time() -> None:
    head = "<meta property='article:published_time' content='2016-05-03'>"
    assert (
        read_page(page("<time datetime='2016-05-03T14:05:00Z'>3 May</time>", head=head)).published
        == "2016-05-03T14:05:00+00:00"
    )


def test_update_is_no_publication() -> None:
    story = read_page(page("<p class='date'>Published 3 May 2016</p><p class='date'>Updated: 4 May 2016</p>"))
    assert (story.published, story.modified) == ("2016-05-03", "2016-05-04")


def test_date_in_the_address_is_the_last_resort() -> None:
    assert read_page(page(), url="https://post.example/2016/05/03/harbour").published == "2016-05-03"


def test_shown_standfirst_is_the_dek_and_not_a_paragraph() -> None:
    dek = "Six governments send ministers, one only its ambassador"
    story = read_page(page(f"<p class='standfirst'>{dek}</p>"))
    assert story.dek == dek
    assert dek not in story.body


def test_description_that_repeats_the_text_is_no_dek() -> None:
    assert read_page(page(head=f"<meta property='og:description' content='{PARAGRAPHS[0][:70]}…'>")).dek is None


def test_dateline_is_read_and_left_in_place() -> None:
    html = page().replace("<p>Delegations", "<p>BAGHDAD, June 26 (Reuters) — Delegations")
    story = read_page(html)
    assert story.dateline is not None
    assert (story.dateline.place, story.dateline.date) == ("BAGHDAD", "June 26")
    assert story.body[0].startswith("BAGHDAD, June 26 (Reuters) — ")


def test_boxes_and_captions_stay_out_of_the_body() -> None:
    extra = (
        "<figure><img src='a.jpg'><figcaption>Ministers arrive at the harbour hall on Monday morning.</figcaption></figure>"
        "<div class='newsletter-signup'><p>Sign up for our newsletter and never miss a story from the harbour again.</p></div>"
        "<p>Read more: Walkout over seating ends last month's round of talks</p><div class='share-links'><p>Share on Facebook</p></div>"
    )
    assert read_page(page().replace("</article>", extra + "</article>")).body == PARAGRAPHS


def test_author_box() -> None:
    box = (
        "<div class='author-box'><h4>About Jane Doe</h4><p>Jane Doe has covered the harbour region for twenty years and lives there.</p>"
        "<h5>Last 2 posts by Jane Doe</h5><ul><li><a href='/a'>Walkout over seating</a> - April 3rd, 2016</li>"
        "<li><a href='/b'>The long road to the harbour</a> - March 1st, 2016</li></ul></div>"
    )
    story = read_page(page("<p>By Jane Doe</p>", after=box))
    profile = story.author_profile
    assert profile is not None
    assert profile.name == "Jane Doe"
    assert profile.bio == "Jane Doe has covered the harbour region for twenty years and lives there."
    assert [(p.title, p.url, p.published) for p in profile.recent_posts] == [
        ("Walkout over seating", "/a", "2016-04-03"),
        ("The long road to the harbour", "/b", "2016-03-01"),
    ]
    assert story.body == PARAGRAPHS


def test_canonical_address_and_language() -> None:
    story = read_page(page(head="<link rel='canonical' href='/news/1'>"), url="https://post.example/news/1?ref=x")
    assert story.url == "https://post.example/news/1"
    assert story.language == "en"


def test_same_page_gives_the_same_id_whatever_the_path_and_thread() -> None:
    comment = "<ol><li id='comment-1' class='comment'><cite>Ann</cite><p>Good news.</p></li></ol>"
    first, second = read_page(page(), file="a.html"), read_page(page(after=comment), file="b.html")
    assert len(second.comments) == 1
    assert first.story_id == second.story_id
    assert read_page(page(headline="Other talks open in the harbour")).story_id != first.story_id


def test_page_of_links_has_no_article() -> None:
    with pytest.raises(InputError, match="no article text"):
        read_page(
            "<html><body><nav><a href='/a'>World</a> <a href='/b'>Sport</a></nav></body></html>", file="menu.html"
        )


def test_dateline_day_takes_its_year_from_the_publication() -> None:
    html = page(head="<meta property='article:published_time' content='2017-01-02'>").replace(
        "<p>Delegations", "<p>ASTANA, Dec. 31 (AFP) — Delegations"
    )
    dateline = read_page(html).dateline
    assert dateline is not None
    assert (dateline.place, dateline.date) == ("ASTANA", "2016-12-31")
