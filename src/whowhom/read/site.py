"""The site's name: stated (best one that its title repeats), else shown by its front-page link, else its host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dom import inline_text, words
from whowhom.read.headline import normal, split_title
from whowhom.read.metadata import Facts

_BRAND = frozenset("logo masthead brand branding sitename sitetitle site banner header top".split())
_FRONT = frozenset({"", "/", "/index.html", "/index.htm", "/index.php", "/index.asp", "/default.asp", "/home"})
_LONGEST = 60
_SHORT = 40


def find_site(facts: Facts, tree: HtmlElement) -> str | None:
    """The site's name as the page states or shows it, else its host.

    A stated name that the title repeats is surer than others: publishers name their company, templates their host.
    """
    pieces = {normal(piece) for title in [facts.title or "", *facts.headlines] for piece in split_title(title)}
    stated = [name for name in facts.sites if len(name) <= _LONGEST and not _is_address(name)]
    known = next((name for name in stated if normal(name) in pieces), None)
    if known or stated:
        return known or stated[0]
    return _publisher(tree) or _brand(facts, tree) or next(iter(facts.sites), None) or host_of(facts) or None


def _is_address(name: str) -> bool:
    return re.fullmatch(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/?", name.lower()) is not None


def host_of(facts: Facts) -> str:
    """The host of the page's address without its "www."; empty when no address is known."""
    return (urlsplit(facts.url or "").hostname or "").removeprefix("www.")


def _publisher(tree: HtmlElement) -> str | None:
    """The name of the publisher in microdata."""
    for element in tree.iter("span", "div", "meta", "a", "p", "footer"):
        if element.get("itemprop") != "publisher":
            continue
        inner = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
        name = inner.get("content") or inline_text(inner)
        if 1 < len(name) <= _LONGEST:
            return name
    return None


def _brand(facts: Facts, tree: HtmlElement) -> str | None:
    """The part of the page's title that its front-page link or its logo repeats."""
    if not facts.title:
        return None
    pieces = {normal(piece) for piece in split_title(facts.title)}
    return next((t for t in _brand_texts(tree) if len(t) <= _LONGEST and normal(t) in pieces), None)


def site_beside(facts: Facts, headline: str | None, tree: HtmlElement) -> str | None:
    """What the page's title says beside the headline, else what its branded link to the front page says.

    Where the address is known, only a name that its host spells out.
    """
    host = host_of(facts)
    for rest in _beside(facts.title, headline):
        if 2 < len(rest) <= _SHORT and not split_title(rest) and (not host or normal(rest) in normal(host)):
            return rest
    if host:
        return next((text for text in _brand_texts(tree) if _is_spelled(text, host)), host)
    for element in tree.iter("a"):
        name = inline_text(element) if _is_front(element.get("href")) and words(element) & _BRAND else ""
        if 2 < len(name) <= _SHORT and len(name.split()) <= 5:
            return name
    return None


def _is_spelled(name: str, host: str) -> bool:
    """True for a name of several words that a host is made of: "The Kiti Weekly" of kitiweekly.com."""
    bare = normal(re.sub(r"^the\s", "", name, flags=re.I))
    return len(name) <= _SHORT and " " in name and len(bare) > 5 and normal(host).startswith(bare)


def _beside(title: str | None, headline: str | None) -> Iterator[str]:
    """What stands before or after the headline in the title."""
    pieces = split_title(title) if title and headline else []
    for one, other in zip(pieces[::2], pieces[1::2], strict=True):
        if normal(headline or "") in {normal(one), normal(other)}:
            yield (other if normal(one) == normal(headline or "") else one).strip()


def _brand_texts(tree: HtmlElement) -> Iterator[str]:
    """What links to the front page say, and what is called a logo or masthead."""
    for element in tree.iter("a", "h1", "div", "td", "strong", "span", "p"):
        is_home = element.tag == "a" and _is_front(element.get("href"))
        if is_home or (not len(element) and words(element) & _BRAND):
            image = element.find(".//img") if is_home else None
            alt = "" if image is None else clean(image.get("alt") or image.get("title") or "")
            text = inline_text(element) or alt
            if text:
                yield text


def _is_front(href: str | None) -> bool:
    try:
        parts = urlsplit(href or "#")
    except ValueError:
        return False
    return parts.path in _FRONT and not parts.query and not parts.fragment and bool(parts.path or parts.netloc)
