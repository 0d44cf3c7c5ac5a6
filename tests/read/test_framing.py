"""Whom a page's byline and its JSON-LD name, and which of them is believed."""

from __future__ import annotations

import json

import pytest

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


OWNER = "<p>© 2021 Ann Lee</p>"


@pytest.mark.parametrize(
    "line",
    [
        "<p class='byline'>By Ann Lee and Bo Roe</p>",
        "<div class='by'><a href='/profile/1'>Ann Lee</a> and <a href='/profile/2'>Bo Roe</a></div>",
        "<p>Ann Lee and Bo Roe</p><p>May 3, 2016</p>",
    ],
)
def test_a_shown_list_is_believed_over_one_of_its_names(line: str) -> None:
    text = page(line, head="<meta name='author' content='Ann Lee'>", after=OWNER)
    assert [author.name for author in read_page(text).authors] == ["Ann Lee", "Bo Roe"]


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("<p>03.05.2016 | Quelle: dpa</p>", ["dpa"]),
        ("<p>3 mai 2016 - Source : Agence du Littoral</p>", ["Agence du Littoral"]),
        ("<div><i>3 May 2016</i> | <i>المصدر: وكالة الأنباء الساحلية</i></div>", ["وكالة الأنباء الساحلية"]),
        ("<p>Fonte: Agência Costa</p><p>3 de maio de 2016</p>", ["Agência Costa"]),
        ("<p>2016-05-03 Źródło: PAP</p>", ["PAP"]),
        ("<p>Bron: ANP/Reuters | 3 mei 2016</p>", ["ANP", "Reuters"]),
        ("<p>3 May 2016 (Source: AFP)</p>", ["AFP"]),
        ("<p>Source: Ministry of Health</p><p>May 3, 2016</p>", []),
        ("<p>By Ann Lee</p><p>May 3, 2016 | Source: AFP</p>", ["Ann Lee"]),
    ],
)
def test_an_agency_named_as_the_source_counts_where_nobody_wrote(line: str, house: list[str]) -> None:
    assert _authors(line) == house


@pytest.mark.parametrize(
    "line",
    [
        "<p>By <a href='/user/gullfeather'>gullfeather</a></p><p>May 3, 2016</p>",
        "<small><b>Town Hall</b><br>By <a href='/users/gullfeather'>gullfeather</a><br>May 3, 2016</small>",
        "<p>par <a href='/profile/gullfeather'>gullfeather</a>, 3 mai 2016</p>",
        "<p>by <span class='username'>gullfeather</span>, May 3, 2016</p>",
    ],
)
def test_a_user_whose_page_is_linked_after_by_is_the_author(line: str) -> None:
    assert _authors(line) == ["gullfeather"]


def test_a_linked_user_without_by_is_no_author() -> None:
    assert _authors("<p>May 3, 2016</p><p>Flagged for <a href='/user/gullfeather'>gullfeather</a></p>") == []


def test_an_opening_in_parts_is_no_standfirst() -> None:
    first, second = (
        "The ferry has not sailed since Monday, when its ramp was hit by a barge that " + end
        for end in ("nobody had seen coming in the fog.", "now lies across the inner harbour with its crew on board.")
    )
    story = read_page(page(f"<div class='intro'><p>{first}</p><p>{second}</p></div><hr>"))
    assert story.dek is None
    assert story.body[:2] == (first, second)
    assert read_page(page(f"<p class='lid'>{first}</p>")).dek == first
