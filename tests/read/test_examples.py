"""The thirty example pages, each field against the page's own markup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from tests.read.fields import Expected, wrong_fields
from whowhom.read import read_page
from whowhom.read.dates import parse_date

PAGES = sorted((Path(__file__).parents[2] / "examples").glob("*.html"))


def _texts(tree: Any, path: str) -> list[str]:
    return [" ".join(e.text_content().split()) for e in tree.xpath(path)]


def _with(name: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


def _comments(tree: Any) -> list[list[Any]]:
    """The thread by the three layouts' own markup: a reply is nested, or deeper than the one before."""
    blocks = tree.xpath(f"//li[{_with('comment')}] | //li[@class='post'] | //div[{_with('cmt')}]")
    found: list[list[Any]] = []
    for block in blocks:
        above = [a for a in block.iterancestors() if a in blocks]
        parent = blocks.index(above[0]) if above else None
        if said := _texts(block, ".//span[@class='re']"):
            named = said[0].removeprefix("in reply to ")
            parent = max(i for i, comment in enumerate(found) if comment[0] == named)
        author = _texts(block, ".//b | .//span[starts-with(@class, 'author')]")[0]
        time = block.xpath(".//time/@datetime") or _texts(block, ".//*[@class='cdate' or @class='time-ago']")
        text = ".//div[@class='comment-content' or @class='post-message' or @class='ctext']"
        found.append([author, parse_date(time[0]), _texts(block, text)[0], parent])
    return found


def _profile(tree: Any) -> dict[str, Any] | None:
    boxes = tree.xpath("//*[@class='author-box' or @class='about-author' or @class='writer']")
    if not boxes:
        return None
    links = boxes[0].xpath(".//a")
    dates = [parse_date(_around(link), day_first=True) for link in links]
    bio = _texts(boxes[0], ".//*[contains(@class, 'bio')]")[0]
    posts = [[" ".join(a.text_content().split()), a.get("href"), d] for a, d in zip(links, dates, strict=True)]
    name = _authors(tree)[0] if len(_authors(tree)) == 1 else next(n for n in _authors(tree) if n in bio)
    return {"name": name, "bio": bio, "recent_posts": posts}


def _around(link: Any) -> str:
    """What stands beside a link: in its list item, or on its line before it."""
    if (item := link.getparent()).tag == "li":
        return " ".join(item.text_content().replace(link.text_content(), "").split())
    return link.getprevious().tail or ""


def _authors(tree: Any) -> list[str]:
    named = _texts(tree, "//*[@itemprop='author'] | //a[contains(@class, 'author-name')]")
    return named or _texts(tree, "//*[@class='byl']")[0].removeprefix("By ").split(" and ")


def _expected(tree: Any) -> Expected:
    shown = tree.xpath("//*[@itemprop='datePublished']/@content | //time[contains(@class, 'published')]/@datetime")
    return Expected(
        headline=_texts(tree, "//h1 | //*[@class='hl']")[0],
        dek=_texts(tree, "//*[@class='standfirst' or @class='deck' or @itemprop='description']")[0],
        authors=_authors(tree),
        published=parse_date((shown or _texts(tree, "//*[@class='pub']"))[0]),
        site=_texts(tree, "//a[@class='logo'] | //td[@class='masthead']/a | //div[@id='top']/a")[0],
        body=_texts(tree, "//p[@data-facts]"),
        loose=_texts(tree, "//h2[not(@class) and not(@itemprop)] | //div[@class='crosshead']"),
        profile=_profile(tree),
        comments=_comments(tree),
    )


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_every_field_is_what_the_markup_says(path: Path) -> None:
    html = path.read_bytes()
    assert wrong_fields(read_page(html), _expected(lxml_html.fromstring(html))) == {}


def test_all_thirty_are_there() -> None:
    assert len(PAGES) == 30
