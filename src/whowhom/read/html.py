"""A news page to a Story.

The way of a page, and who is believed when sources disagree:

1. Decode and parse (``decode``, ``dom``); read what the page states of itself (``metadata``).
2. Find the readers' thread (``thread``) and cut it out, so that no comment can pass for the article.
3. Headline: the shown ``h1`` (or marked headline) that agrees with a stated title; else JSON-LD, OpenGraph, ``title``
   without the site's name.
4. Standfirst: a shown standfirst beside the headline; else a stated description that does not repeat the text.
5. Authors: JSON-LD and the shown byline, settled name by name, then meta tags, then a sign-off under the text; the
   site's own name is no author, nor is who only took the pictures (``credits``); a commenter never is.
6. Dates: JSON-LD, meta tags, microdata and ``time``, shown text near the headline, the address; the same day stated
   with a clock time is preferred. Never today's date.
7. Body: trafilatura's main text as paragraphs, without what is told above (``body``).
"""

from __future__ import annotations

from lxml.html import HtmlElement

from whowhom.errors import InputError
from whowhom.read import decode
from whowhom.read.body import Frame, read_body
from whowhom.read.build import build_story, printable
from whowhom.read.day_first import guess_day_first
from whowhom.read.dom import inline_text, parse_html, raw_length
from whowhom.read.framing import choose_dates, find_authors
from whowhom.read.headline import find_dek, find_headline, find_standfirst
from whowhom.read.metadata import Facts, linked_comments, read_facts
from whowhom.read.profile import find_profile, name_in_box
from whowhom.read.shapes import READERS_HEADING
from whowhom.read.shown import Shown
from whowhom.read.site import find_site, host_of, site_beside
from whowhom.read.thread import read_thread
from whowhom.records import Author, Comment, Story

_LONGEST_OPENING = 300


def read_page(html: bytes | str, *, file: str | None = None, url: str | None = None) -> Story:
    """The story on a page; InputError when the page has no article text."""
    name = file or url or "page"
    text = decode.decode(html) if isinstance(html, bytes) else html.replace("\x00", "")
    tree = parse_html(text) if text.strip() else None
    if tree is None:
        raise InputError(name, "empty" if not text.strip() else "no article text")
    proxies = list(tree.iter())  # held while the page is read: lxml makes each anew when nobody holds it
    facts = read_facts(tree, url)
    day_first = guess_day_first(tree, facts)
    comments, units = read_thread(tree, day_first=day_first)
    for element in _thread_opening(units[0].root) if units else ():
        _remove(element)
    comments = comments or linked_comments(facts.article)
    for unit in units:
        for node in unit.nodes:
            _remove(node)
    story = _read_article(tree, facts, Shown.of(tree, day_first), name, file, comments)
    del proxies
    return story


def _read_article(
    tree: HtmlElement, facts: Facts, shown: Shown, name: str, file: str | None, comments: tuple[Comment, ...]
) -> Story:
    """The story without its thread, which has been read and cut out of the tree."""
    site = find_site(facts, tree)
    headline, heading = find_headline(facts, shown, site)
    if site in {None, host_of(facts)}:
        site = site_beside(facts, headline, tree)
    authors = find_authors(facts, shown, site, heading)
    published, modified = choose_dates(facts, shown, heading)
    dek_shown = find_standfirst(shown, heading, headline)
    start = shown.text_after(heading.position + 1) if heading is not None else None
    story = [e for e in (start, heading.element if heading is not None else None) if e is not None]
    profile, boxes = find_profile(tree, authors, story, day_first=shown.day_first)
    for box in boxes:
        _remove(box)
    if not authors:
        told = (profile.name if profile is not None else None) or name_in_box(tree)
        authors = (told,) if told else ()
    frame = Frame(headline, dek_shown, authors, start, shown.lead_in(heading))
    body = read_body(tree, frame, url=facts.url)
    if not body:
        raise InputError(name, "no article text")
    return build_story(
        file=file,
        url=facts.url,
        site=site,
        language=facts.language,
        headline=headline,
        dek=find_dek(facts, dek_shown, headline, body, site),
        authors=tuple(Author(author) for author in authors),
        published=published,
        modified=modified,
        body=body,
        author_profile=profile,
        comments=comments,
    )


def _thread_opening(first: HtmlElement) -> list[HtmlElement]:
    """What stands over the thread: its heading, else what lies between a rule or an anchor and the first comment."""
    heading = _thread_heading(first)
    if heading is not None:
        return [heading]
    between: list[HtmlElement] = []
    length = 0
    for element in first.itersiblings(preceding=True):
        length += raw_length(element) + len((element.tail or "").strip())
        if length > _LONGEST_OPENING:
            break
        between.append(element)
        if element.tag == "hr" or (element.tag == "a" and element.get("name")):
            for passed in between[:-1]:
                passed.tail = None
            return between
    return []


def _thread_heading(first: HtmlElement) -> HtmlElement | None:
    """The heading over the thread ("Readers' letters (4)"), at most three levels above its first comment."""
    element: HtmlElement | None = first
    for _ in range(3):
        if element is None or element.tag == "body":
            return None
        before = element.getprevious()
        while before is not None and before.tag == "br" and not (before.tail or "").strip():
            before = before.getprevious()
        if before is not None:
            return before if _is_heading(before) or _is_bold_line(before) else None
        element = element.getparent()
    return None


def _is_heading(element: HtmlElement) -> bool:
    """True for a heading, or words in any markup that say that readers speak."""
    is_short = raw_length(element) < 100
    return element.tag in {"h2", "h3", "h4", "h5", "h6"} or (
        is_short and READERS_HEADING.match(inline_text(element)) is not None
    )


def _is_bold_line(element: HtmlElement) -> bool:
    """True for bold words between blocks: a heading in old markup."""
    before = element.getprevious()
    is_alone = before is not None and before.tag in {"p", "div", "br", "hr"} and not (before.tail or "").strip()
    return element.tag in {"b", "strong"} and is_alone and not (element.tail or "").strip()


def _remove(node: HtmlElement) -> None:
    """An element taken out of its tree; the text after it stays."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        previous = node.getprevious()
        if previous is not None:
            previous.tail = printable((previous.tail or "") + node.tail)
        else:
            parent.text = printable((parent.text or "") + node.tail)
        node.tail = None
    parent.remove(node)
