"""Forms of bylines in text and markup, each with its authors: ``byline_forms``."""

from __future__ import annotations

import pytest

from tests.read.byline_forms import BELOW, HEAD, HTML, MARKED, MORE, SYSTEMS
from tests.read.pages import page
from whowhom.read import read_page

DAY = "<p class='date'>March 19, 2009</p>"


def authors(html: str) -> str:
    return ";".join(author.name for author in read_page(html).authors)


@pytest.mark.parametrize(("line", "names"), (MARKED | MORE).items())
def test_a_marked_byline_names_its_authors(line: str, names: str) -> None:
    assert authors(page(f"<p class='byline'>{line}</p>{DAY}")) == names


@pytest.mark.parametrize(("line", "names"), (MARKED | MORE).items())
def test_an_unmarked_line_names_them_or_nobody(line: str, names: str) -> None:
    assert authors(page(f"<p>{line}</p>{DAY}")) in {names, ""}


@pytest.mark.parametrize(("markup", "names"), HTML.items())
def test_markup_under_the_headline(markup: str, names: str) -> None:
    assert authors(page(markup + DAY)) == names


@pytest.mark.parametrize(("markup", "names"), SYSTEMS.items())
def test_the_markup_of_many_systems(markup: str, names: str) -> None:
    assert authors(page(markup)) == names


@pytest.mark.parametrize(("statement", "names"), HEAD.items())
def test_what_a_page_states_of_its_authors(statement: str, names: str) -> None:
    assert authors(page(DAY, head=statement)) == names


@pytest.mark.parametrize(("line", "names"), BELOW.items())
def test_what_stands_after_the_text(line: str, names: str) -> None:
    assert authors(page(DAY).replace("</div></article>", f"{line}</div></article>")) == names


@pytest.mark.parametrize("name", ["Don Van Natta", "Van Dyke Parks", "Gen Ishii Park", "Sen Roy Basu"])
def test_a_given_name_is_no_title(name: str) -> None:
    assert authors(page(f"<p class='byline'>By {name}</p>{DAY}")) == name
