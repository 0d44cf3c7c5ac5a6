"""The example pages: thirty, marked, resting on listed facts, in three shapes, naming no real site."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PAGES = sorted(EXAMPLES.glob("*.html"))
MARKER = (
    "Written for the Whowhom project from public facts; see FACTS.md. "
    "The site, the reporter and the readers are invented."
)
RESERVED = ("example.org", "example.com", "example.net")
VOCABULARIES = ("schema.org", "www.w3.org")  # named in markup, never a page's home
BODIES = {
    "modern": "//div[@class='entry-content']",
    "newspaper": "//div[@id='storytext']",
    "agency": "//div[@itemprop='articleBody']",
}
FACT_ROW = re.compile(r"^\| (F\d{3}) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@cache
def parse_page(page: Path) -> HtmlElement:
    """The page as a tree."""
    return html.document_fromstring(page.read_bytes())


def find_shape(page: Path) -> str:
    """Which of the three templates the page is in; fails when none or several fit."""
    shapes = [shape for shape, path in BODIES.items() if parse_page(page).xpath(path)]
    assert len(shapes) == 1, f"{page.name}: {shapes}"
    return shapes[0]


def find_paragraphs(page: Path) -> list[HtmlElement]:
    """The paragraphs of the article body."""
    found: list[HtmlElement] = parse_page(page).xpath(BODIES[find_shape(page)] + "//p")
    return found


def read_facts() -> list[tuple[str, str, str, str]]:
    """The rows of FACTS.md as (id, date, fact, public record)."""
    found: list[tuple[str, str, str, str]] = FACT_ROW.findall((EXAMPLES / "FACTS.md").read_text(encoding="utf-8"))
    return found


def find_hosts(page: Path) -> set[str]:
    """Every host named by an address anywhere in the file."""
    text = page.read_text(encoding="utf-8")
    return {urlsplit(address).hostname or "" for address in re.findall(r"https?://[^\s\"'<>]+", text)}


def test_there_are_thirty_pages() -> None:
    assert len(PAGES) == 30


def test_three_shapes_ten_pages_each() -> None:
    shapes = [find_shape(page) for page in PAGES]
    assert {shape: shapes.count(shape) for shape in BODIES} == dict.fromkeys(BODIES, 10)


def test_facts_have_unique_ids_and_no_empty_cell() -> None:
    facts = read_facts()
    ids = [fact[0] for fact in facts]
    rows = [line for line in (EXAMPLES / "FACTS.md").read_text(encoding="utf-8").splitlines() if line.startswith("| F")]
    assert len(facts) == len(rows), "a row of FACTS.md is malformed"
    assert ids == sorted(set(ids))
    assert all(cell.strip() for fact in facts for cell in fact)


def test_every_fact_is_used() -> None:
    used = {fact for page in PAGES for par in find_paragraphs(page) for fact in par.get("data-facts", "").split()}
    assert {fact[0] for fact in read_facts()} - used == set()


@each_page
def test_page_carries_the_marker_seen_and_unseen(page: Path) -> None:
    tree = parse_page(page)
    body = tree.find("body")
    comments = [str(node.text).strip() for node in tree.getroottree().xpath("//comment()")]
    assert MARKER in comments
    assert body is not None
    assert MARKER in body.text_content()


@each_page
def test_page_is_whole_html(page: Path) -> None:
    tree = parse_page(page)
    assert tree.tag == "html"
    assert tree.findtext(".//title")
    assert "�" not in page.read_text(encoding="utf-8")


@each_page
def test_paragraphs_rest_on_listed_facts(page: Path) -> None:
    known = {fact[0] for fact in read_facts()}
    for par in find_paragraphs(page):
        facts = par.get("data-facts", "").split()
        assert facts, par.text_content()
        assert set(facts) <= known


@each_page
def test_article_has_six_to_twelve_paragraphs(page: Path) -> None:
    assert 6 <= len(find_paragraphs(page)) <= 12


@each_page
def test_facts_are_named_in_the_article_only(page: Path) -> None:
    assert len(parse_page(page).xpath("//*[@data-facts]")) == len(find_paragraphs(page))


@each_page
def test_no_fact_lies_after_the_page(page: Path) -> None:
    dates = {fact[0]: fact[1] for fact in read_facts()}  # a day, or a month alone
    used = {fact for par in find_paragraphs(page) for fact in par.get("data-facts", "").split()}
    assert [fact for fact in sorted(used) if dates[fact] > page.name[:10]] == []


@each_page
def test_hosts_are_reserved_for_examples(page: Path) -> None:
    hosts = {host for host in find_hosts(page) if host not in VOCABULARIES}
    assert hosts
    assert all(host.endswith(RESERVED) for host in hosts), hosts


@each_page
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = [str(link) for link in parse_page(page).xpath("//a/@href") if re.match(r"\d{4}-", str(link))]
    assert links
    assert [link for link in links if not (EXAMPLES / link).is_file()] == []


@each_page
def test_file_name_starts_with_the_day_of_publication(page: Path) -> None:
    tree = parse_page(page)
    stamps = tree.xpath(
        "//meta[@property='article:published_time']/@content | //meta[@name='date']/@content"
        " | //meta[@itemprop='datePublished']/@content"
    )
    assert [str(stamp)[:10] for stamp in stamps] == [page.name[:10]]


@each_page
def test_thread_has_at_most_eight_comments_three_replies_deep(page: Path) -> None:
    tree = parse_page(page)
    nested = "//li[starts-with(@class, 'comment ') or @class='post']"
    comments = tree.xpath(f"{nested} | //div[starts-with(@class, 'cmt ')]")
    flat = [int(str(name).rsplit("depth", 1)[1]) for name in tree.xpath("//div[starts-with(@class, 'cmt ')]/@class")]
    deep = [len(li.xpath("ancestor::li")) for li in tree.xpath(nested)]
    assert len(comments) <= 8
    assert max([*flat, *deep, 0]) <= 3


def test_readme_says_what_they_are() -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert "invented" in text
    assert "FACTS.md" in text
