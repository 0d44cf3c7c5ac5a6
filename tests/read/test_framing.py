"""Whom a page's byline and its JSON-LD name, and which of them is believed."""

from __future__ import annotations

import json

from tests.read.pages import page
from whowhom.read import read_page


def _authors(body: str = "", *, stated: list[object] | None = None, after: str = "") -> list[str]:
    """The authors of a page with this line under its headline and these authors in its JSON-LD."""
    node = {"@type": "NewsArticle", "headline": "Harbour talks open with six delegations", "author": stated}
    head = f"<script type='application/ld+json'>{json.dumps(node)}</script>" if stated else ""
    return [author.name for author in read_page(page(body, head=head, after=after)).authors]


def _person(name: str, job: str | None = None) -> dict[str, str]:
    return {"@type": "Person", "name": name} | ({"jobTitle": job} if job else {})


def test_shown_people_come_before_a_stated_house() -> None:
    stated: list[object] = [{"@type": "Organization", "name": "The Harbour Post"}]
    assert _authors("<p class='byline'>By Ann Lee and Bo Roe</p>", stated=stated) == ["Ann Lee", "Bo Roe"]


def test_a_shown_coauthor_joins_the_stated_one() -> None:
    line = "<p class='byline'>By <a href='/authors/ann-lee'>Ann Lee</a> with <span>Bo Roe</span></p>"
    assert _authors(line, stated=[_person("Ann Lee")]) == ["Ann Lee", "Bo Roe"]


def test_stated_names_that_are_not_shown_are_dropped() -> None:
    line = "<p class='byline'>By Ann Lee</p><p>Translated from the Portuguese by Bo Roe</p>"
    assert _authors(line, stated=[_person("Ann Lee"), _person("Bo Roe"), _person("Cy Dunn")]) == ["Ann Lee"]


def test_and_others_leaves_the_stated_names_whole() -> None:
    line = "<p class='byline'>By Ann Lee and others</p>"
    assert _authors(line, stated=[_person("Ann Lee"), _person("Bo Roe")]) == ["Ann Lee", "Bo Roe"]


def test_a_stated_illustrator_is_no_author() -> None:
    assert _authors(stated=[_person("Ann Lee"), _person("Bo Roe", "Illustrator")]) == ["Ann Lee"]


def test_a_stated_editor_may_be_an_author() -> None:
    assert _authors(stated=[_person("Ann Lee"), _person("Bo Roe", "News Editor")]) == ["Ann Lee", "Bo Roe"]


def test_a_linked_photographer_is_no_author() -> None:
    line = (
        "<p class='byline'>Words by <a href='/contributors/ann-lee/'>Ann Lee</a>, "
        "photographs by <a href='/contributors/bo-roe/'>Bo Roe</a></p>"
    )
    assert _authors(line) == ["Ann Lee"]


def test_an_author_without_a_page_stands_beside_one_with_a_link() -> None:
    line = (
        "<div class='byline'><a class='by' href='/staff/4/ann-lee/'>Ann Lee</a><span class='by'>Bo Roe</span>"
        "<div>The Harbour Post</div></div>"
    )
    assert _authors(line) == ["Ann Lee", "Bo Roe"]


def test_a_menu_behind_a_username_is_no_part_of_it() -> None:
    line = (
        "<div>by <div><a href='/m?1'><b>mossy</b></a><ul><li>View profile</li><li>Private message</li></ul></div></div>"
    )
    assert _authors(line.replace("mossy", "Mossy")) == ["Mossy"]


def test_a_sign_off_counts_where_no_byline_stands() -> None:
    text = "<p>Reporting by Ann Lee in Cairo and Bo Roe in Kampala; Editing by Cy Dunn</p>"
    assert _authors(after=text) == ["Ann Lee", "Bo Roe"]
    assert _authors("<p class='byline'>By Di Fox</p>", after=text) == ["Di Fox"]


def test_commenters_in_a_sidebar_are_no_authors() -> None:
    side = "".join(f"<div><span class='comment_author'>{n}</span> about a ferry</div>" for n in ("Ann Lee", "Bo Roe"))
    html = page("<p>Posted by Cy Dunn at 5:33 PM</p>").replace(
        "<article>", f"<div class='sidebar'>{side}</div><article>"
    )
    assert [author.name for author in read_page(html).authors] == ["Cy Dunn"]
