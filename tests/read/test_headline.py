"""Headlines: lines above them in one element, and titles that are shorter than what the page shows."""

from __future__ import annotations

import json

import pytest

from tests.read.pages import PARAGRAPHS, page
from whowhom.read import read_page


def _headline(title: str, shown: str, stated: str | None = None) -> str | None:
    data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": stated or title})
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    head = f'<head><title>{title}</title><script type="application/ld+json">{data}</script></head>'
    return read_page(f"<html>{head}<body><article>{shown}{text}</article></body></html>").headline


@pytest.mark.parametrize("stated", ["Ten metres of quay for all", "Harbour: Ten metres of quay for all"])
def test_a_parted_kicker_belongs_to_the_headline_unless_the_page_states_one_without(stated: str) -> None:
    shown = "<h1><span class='kicker'>Harbour</span><span>: </span><span>Ten metres of quay for all</span></h1>"
    assert _headline("Harbour: Ten metres of quay for all", shown, stated) == stated


@pytest.mark.parametrize(
    ("shown", "headline"),
    [
        ("<h1>Growers Lose Their Lease After Nine Seasons</h1>", "Growers Lose Their Lease After Nine Seasons"),
        ("<h1>Growers Lose Their Lease <small>City Desk</small></h1>", "Growers Lose Their Lease"),
        ("<h1>Growers Lose Their Lease | City Desk</h1>", "Growers Lose Their Lease"),
    ],
)
def test_a_plain_headline_may_be_longer_than_the_title(shown: str, headline: str) -> None:
    assert _headline("Growers Lose Their Lease", shown) == headline


LINE = "Ministers are to meet again in June to settle what is left"


@pytest.mark.parametrize(
    ("under", "dek"),
    [
        (f"<h2>{LINE}</h2><hr>", LINE),
        (f"<div class='attribute-short'><p>{LINE}.</p></div>", f"{LINE}."),
        (f"<p class='news-kurztext'>{LINE}.</p>", f"{LINE}."),
        (f"<h2>{LINE}</h2><p>One of them stays.</p><h2>What comes next</h2>", None),
        ("<h2>Background</h2>", None),
        (f"<h2><a href='/next'>{LINE}</a></h2>", None),
        (f"<div><img src='a.jpg'><div>{LINE}</div></div><p class='byline'>By Ann Lee</p>", None),
        (f"<div><img src='a.jpg'></div><p>{LINE}.</p><p class='byline'>By Ann Lee</p>", f"{LINE}."),
    ],
)
def test_standfirsts_under_the_headline(under: str, dek: str | None) -> None:
    assert read_page(page(under)).dek == dek


SITE = (
    "<html><head><title>{title}</title>{head}</head><body><div id='header'>{logo}</div><h1>Harbour talks open today</h1>"
    "<div class='entry'>{text}</div><div id='foot'>{foot}</div></body></html>"
)


@pytest.mark.parametrize(
    ("title", "head", "logo", "foot", "site"),
    [
        (  # stated short, shown and titled in full
            "Harbour talks open today | World | The Inland Echo",
            "<meta property='og:site_name' content='ECHO'><meta name='x'>",
            "<a href='/'>The Inland Echo</a>",
            "",
            "ECHO",
        ),
        (
            "Harbour talks open today | World | The Inland Echo",
            "<meta property='og:site_name' content='INLAND ECHO'>",
            "<a href='/'><img alt='The Inland Echo'></a>",
            "",
            "The Inland Echo",
        ),
        (  # stated with a tail
            "Harbour talks open today - THE INLAND ECHO",
            "<meta property='og:site_name' content='The Inland Echo Newspaper - Norland'>",
            "<a href='/'><img alt='The Inland Echo'></a>",
            "",
            "The Inland Echo",
        ),
        (  # an address in logo and title is no better name
            "Harbour talks open today | inlandecho.example",
            "<meta property='og:site_name' content='Inland Echo'>",
            "<a href='/'><img alt='inlandecho.example'></a>",
            "",
            "Inland Echo",
        ),
        (  # the owner, whose name the host spells
            "Harbour talks open today",
            "<link rel='canonical' href='http://www.inlandecho.example/a/1'>",
            "",
            "Copyright &copy; 2009 Inland Echo. All rights reserved.",
            "Inland Echo",
        ),
        (
            "Harbour talks open today",
            "<link rel='canonical' href='http://www.inlandecho.example/a/1'>",
            "",
            "Copyright &copy; 2009 Norland Media. All rights reserved.",
            "inlandecho.example",
        ),
        ("NBS NEWS | Coast | Harbour talks open today", "", "", "<p>NBS News is not to blame.</p>", "NBS News"),
        ("Weather | Coast | Harbour talks open today", "", "", "<p>© 2009 Norland Media</p>", None),
    ],
)
def test_the_sites_name_by_what_the_page_says_twice(
    title: str, head: str, logo: str, foot: str, site: str | None
) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    story = read_page(SITE.format(title=title, head=head, logo=logo, foot=foot, text=text))
    assert story.site == site
