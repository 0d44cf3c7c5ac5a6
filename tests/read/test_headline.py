"""Headlines: lines above them in one element, and titles that are shorter than what the page shows."""

from __future__ import annotations

import json

import pytest

from tests.read.pages import PARAGRAPHS
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
