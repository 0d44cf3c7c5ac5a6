"""Views between rules become comments; sections of a story that only look alike do not."""

from __future__ import annotations

import pytest

from whowhom.read.dom import parse_html
from whowhom.read.ruled import mark_ruled

STORY = "<p>" + "The delegations met on Monday and parted without a text. " * 5 + "</p>"
FIRST = "I was never asked.<br><b>Ray, Lisse</b>"
SECOND = "Nor was I, and I live here.<br><b>Jean</b>"


def _blocks(html: str) -> list[tuple[str, str]]:
    tree = parse_html(html)
    assert tree is not None
    mark_ruled(tree)
    found = tree.xpath("//div[@class='comment']")
    return [(" ".join(e.text_content().split()), e.find(".//b[@class='author']").text) for e in found]


@pytest.mark.parametrize("close", ["", "<hr>", "<hr><p><a href='/say'>Send us your views</a></p>"])
def test_signed_stretches_become_blocks_with_their_names(close: str) -> None:
    blocks = _blocks(f"<body>{STORY}<h3>Have your say</h3>{FIRST}<hr>{SECOND}{close}</body>")
    assert blocks == [("I was never asked.Ray, Lisse", "Ray, Lisse"), ("Nor was I, and I live here.Jean", "Jean")]


@pytest.mark.parametrize(
    "html",
    [
        f"<body>{STORY}<hr>{FIRST}<hr><p>A second part, unsigned.</p><hr><p>A third part, unsigned.</p></body>",
        f"<body><h3>Have your say</h3>{FIRST}<hr>{SECOND}</body>",
        f"<body>{STORY}<hr><b>Paris</b> The talks go on.<hr><b>Rome</b> The talks end.</body>",
        f"<body>{STORY}{FIRST}</body>",
    ],
    ids=["unsigned parts", "no story before", "names first", "no rules"],
)
def test_other_stretches_are_left_alone(html: str) -> None:
    assert _blocks(html) == []


def test_words_after_a_block_stay_on_the_page() -> None:
    tree = parse_html(f"<body>{STORY}<h3>Say</h3>{FIRST}<hr>{SECOND}<hr>Closing words.</body>")
    assert tree is not None
    assert mark_ruled(tree)
    assert tree.text_content().endswith("Closing words.")
