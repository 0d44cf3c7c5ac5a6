"""The site's name: stated (best one that its title repeats), else shown by its front-page link, else its host."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.dom import inline_text, words
from whowhom.read.headline import normal, split_title
from whowhom.read.metadata import Facts

_BRAND = frozenset(
    "logo logotype masthead mast brand branding sitename sitetitle site banner header top headerbar".split()
)
_FRONT = frozenset({"", "/", "index.html", "index.htm", "index.php", "index.asp", "default.asp", "home", "home.asp"})
_TOPS = frozenset({"header", "top", "banner"})
"""What a story has too."""
_PLATFORMS = frozenset("blogger blogspot wordpress wordpresscom typepad joomla drupal wix tumblr".split())
"""Systems that state their own name where a site's belongs."""
_MENU = frozenset(
    "home homepage frontpage startseite accueil inicio portada inicial principal главная anasayfa strona główna hjem "
    "hem start logo news blog back zurück retour login الرئيسية index menu top".split()
)
_ARTICLE = re.compile(r"^(?:the|le|la|les|el|los|die|der|das|il|de|o)\s", re.I)
_FEED = re.compile(r"\s*(?:[-–—|»›:(]+\s*)?(?:atom|rss(?:\s*2(?:\.0)?)?|feed)\b.*$", re.I)
_LONGEST = 60
_SHORT = 40


def find_site(facts: Facts, tree: HtmlElement) -> str | None:
    """The site's name as the page states or shows it, else its host.

    A stated name that the title repeats is surer than others: publishers name their company, templates their host.
    """
    pieces = {normal(piece) for title in [facts.title or "", *facts.headlines] for piece in split_title(title)}
    stated = [n for n in facts.sites if len(n) <= _LONGEST and not _is_address(n) and normal(n) not in _PLATFORMS]
    known = next((name for name in stated if normal(name) in pieces), None)
    if known or stated:
        return _without_motto(known, tree) if known else _as_shown(stated[0], pieces, tree)
    return (
        _publisher(tree)
        or _brand(facts, tree)
        or next(filter(_is_address, facts.sites), None)
        or host_of(facts)
        or None
    )


def _is_address(name: str) -> bool:
    return re.fullmatch(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/?", name.lower()) is not None


def host_of(facts: Facts) -> str:
    """The host of the page's address without its "www."; empty when no address is known."""
    return (urlsplit(facts.url or "").hostname or "").removeprefix("www.")


def _without_motto(stated: str, tree: HtmlElement) -> str:
    """The part of "NAME - news of the town" that the front-page link shows."""
    pieces = {normal(piece): piece.strip() for piece in split_title(stated)[::2]}
    if not pieces and ", " not in stated and "; " not in stated:
        return stated  # most names; the whole page need not be looked through for them
    texts = list(_brand_texts(tree))
    for text in texts:
        if 2 < len(text) < len(stated) and stated.startswith((f"{text}, ", f"{text}; ")):
            return text
    return next((pieces[normal(text)] for text in texts if normal(text) in pieces), stated)


def _as_shown(stated: str, pieces: Collection[str], tree: HtmlElement) -> str:
    """The longer or shorter form of a stated name that both the title and the front-page link have, else the name."""
    whole = normal(stated)
    for text in _brand_texts(tree):
        shown = normal(text)
        if (
            shown in pieces
            and len(shown) > 4
            and not _is_address(text)
            and (whole.startswith(shown) or (len(whole) > 4 and whole in shown))
        ):
            return text
    return _without_motto(stated, tree)


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
    """What the front-page link or the logo says and the page's title, or its feed's, says too."""
    feeds = [_FEED.sub("", e.get("title") or "") for e in tree.iter("link") if "alternate" in (e.get("rel") or "")]
    pieces = {_bare(piece) for piece in [*split_title(facts.title or ""), *feeds]}
    return next((text for text in _names(tree) if _bare(text) in pieces), None)


def _confirmed(facts: Facts, tree: HtmlElement) -> str | None:
    """What the front-page link or the logo says and the title, the description or the copyright line holds."""
    told = " ".join(map(normal, [facts.title or "", *facts.descriptions, *_owners(tree)]))
    return next((t for t in _names(tree) if (" " in t or len(t) > 6) and len(_bare(t)) > 4 and _bare(t) in told), None)


def _names(tree: HtmlElement) -> Iterator[str]:
    """The brand's texts that are no menu's."""
    return (t for t in _brand_texts(tree) if 2 < len(t) <= _LONGEST and not _MENU.issuperset(t.casefold().split()))


def _bare(name: str) -> str:
    return normal(_ARTICLE.sub("", name.strip()))


def _owners(tree: HtmlElement) -> list[str]:
    """The lines that say whose the page is: "© 2011 The Evening Star"."""
    return [str(text)[:200] for text in _COPYRIGHT(tree)]


def _owner(facts: Facts, tree: HtmlElement) -> str | None:
    """Whose the page is by its copyright line, where its host or description says so too."""
    host = host_of(facts)
    for line in _owners(tree):
        owned = _OWNED.search(line)
        name = owned["name"].strip(" -–—|·,") if owned else ""
        if not 2 < len(name) <= _SHORT or len(_bare(name)) < 5:
            continue
        if (host and _is_spelled(name, host)) or any(_opens(d, name) for d in facts.descriptions):
            return name
    return None


def _opens(text: str, name: str) -> bool:
    """True for a name that a text opens with, parted from the rest by a mark: "Hill Post - news from the hills"."""
    return text.startswith(name) and text[len(name) :].lstrip()[:1] in {"-", "–", "—", "|", ":", ","}


def _outermost(facts: Facts, headline: str | None, tree: HtmlElement) -> str | None:
    """The end of a title of three parts or more that is farthest from the headline, if the page's text has it too."""
    for rest in _beside(facts.title, headline) if not host_of(facts) else ():
        parts = [part.strip() for part in split_title(rest)]
        if not parts:
            continue
        is_before = (facts.title or "").strip().startswith(rest)
        name = parts[0] if is_before else parts[-1]
        if not 2 < len(name) <= _SHORT or _MENU.issuperset(name.casefold().split()):
            continue
        said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.I)
        texts = (str(text) for text in tree.itertext() if len(text) < 200)
        found = [match[0] for text in texts if (match := said.search(text))]
        spelled = [form for form in found if not form.isupper()]
        if len(found) > 1:  # the title itself is one
            return next(iter(spelled), name)
    return None


_OWNED = re.compile(
    r"(?:©|\(c\)|copyright)\W*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?\W*(?:by\s)?(?P<name>[^.|·,\d]{3,40}?)"
    r"\s*(?:[.|·,]|\d{4}|\(|\ball rights|$)",
    re.I,
)
_COPYRIGHT = XPath(
    "//body//text()[contains(., '©') or contains(., 'opyright') or contains(., '(c)')][not(parent::script)]"
)


def site_beside(facts: Facts, headline: str | None, tree: HtmlElement) -> str | None:
    """What the page's title says beside the headline, else what its branded link to the front page says.

    Where the address is known, only a name that its host spells out, or one that the page says twice.
    """
    host = host_of(facts)
    for rest in _beside(facts.title, headline):
        if 2 < len(rest) <= _SHORT and not split_title(rest) and (not host or _bare(rest) in normal(host)):
            return _without_motto(rest, tree)
    if (name := _confirmed(facts, tree) or _owner(facts, tree) or _outermost(facts, headline, tree)) is not None:
        return name
    if host:
        return next((text for text in _brand_texts(tree) if _is_spelled(text, host)), host)
    for element in tree.iter("a"):
        name = inline_text(element) if _is_front(element.get("href")) and words(element) & _BRAND else ""
        if 2 < len(name) <= _SHORT and len(name.split()) <= 5:
            return name
    return None


def _is_spelled(name: str, host: str) -> bool:
    """True for a name of several words that a host is made of: "The Kiti Weekly" of kitiweekly.com."""
    return len(name) <= _SHORT and " " in name and len(_bare(name)) > 5 and normal(host).startswith(_bare(name))


def _beside(title: str | None, headline: str | None) -> Iterator[str]:
    """What stands before or after the headline in the title."""
    pieces = split_title(title) if title and headline else []
    for one, other in zip(pieces[::2], pieces[1::2], strict=True):
        if normal(headline or "") in {normal(one), normal(other)}:
            yield (other if normal(one) == normal(headline or "") else one).strip()


def _brand_texts(tree: HtmlElement) -> Iterator[str]:
    """What links to the front page say, and what is called a logo or masthead or heads a box that is."""
    for element in tree.iter("a", "h1", "div", "td", "strong", "span", "p", "img"):
        is_home = element.tag == "a" and _is_front(element.get("href"))
        if is_home:
            image = element.find(".//img")
            alt = "" if image is None else image.get("alt") or image.get("title") or ""
            said = inline_text(element) or clean(alt or element.get("title") or "")
        elif element.tag == "img":
            said = clean(element.get("alt") or "") if words(element) & _BRAND else ""
        else:
            said = inline_text(element) if not len(element) and _is_branded(element) else ""
        if said:
            yield said


def _is_branded(element: HtmlElement) -> bool:
    """True for what is called a logo or masthead, and for a first heading whose box is."""
    box = element.getparent() if element.tag == "h1" else None
    return bool(words(element) & _BRAND) or (box is not None and bool(words(box) & (_BRAND - _TOPS)))


def _is_front(href: str | None) -> bool:
    try:
        parts = urlsplit(href or "#")
    except ValueError:
        return False
    path = parts.path.removeprefix("/").lower()
    return path in _FRONT and not parts.query and not parts.fragment and bool(parts.path or parts.netloc)
