"""The author box: name, short biography and recent posts, from the block a page sets apart for them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.bylines import is_full_name, is_name, is_outlet, parse_byline
from whowhom.read.credits import words_of
from whowhom.read.dates import parse_date
from whowhom.read.dom import LINES, block_paragraphs, class_and_id, inline_text, raw_length, walk, words
from whowhom.records import AuthorProfile, RecentPost

_BOX = re.compile(
    r"(?:^|[\s_-])(?:(?:post|entry|article|about|single|single-post|the|story|item)[-_]?)?(?:the[-_]?)?(?:author|writer"
    r"|contributor|autor|auteur|kontributor|yazar)s?"
    r"[-_]{0,2}(?:box|bio|biography|info|profile|card|desc|description|about|block|section|meta-box|details|area"
    r"|wrap|wrapper|container|content|text|intro|module|kutu|kutusu|bilgi)s?(?:$|[\s_-])"
    r"|about[-_]?(?:the[-_]?)?(?:author|writer)|(?:bio|biographie|biografia|info)[-_](?:author|auteur|autor|writer)"
    r"|ts-fab|saboxplugin|molongui-author|(?:^|[\s_-])abh_|starbox|(?:^"
    r"|\s)(?:author-?bio|bio-?box|biobox|postauthor|post-author|"
    r"entry-author|article-author|author-?vcard|byline-bio|authorbox|author_bio|author-bottom|author-footer"
    r"|writtenby|td-author|vita|about_author|about-writer|user-bio|profile-datablock|profile-container)(?:$|\s|[-_])"
)
_ABOUT = re.compile(
    r"^(?:about(?: the author)?|author|written by|about author|über(?: den autor| die autorin)?|zur person"
    r"|à propos de(?: l'auteur)?|sobre)\b\s*:?\s*",
    re.I,
)
_OF_AUTHOR = (
    r"(?:about (?:the )?)(?:author|writer|contributor|blogger)s?|(?:über|zu) (?:den autor|die autorin)|zur person"
    r"|à propos de l.auteure?|(?:l.auteure?|l.autore|l.autrice)|(?:sobre|acerca de) (?:el|la|o|a|l[oa]s) autora?(?:es)?"
    r"|over de auteur|o autor(?:ze|ce)|autore|om forfatteren|om skribenten|об авторе|عن الكاتب|yazar hakkında"
    r"|written by|author profile"
)
_HEAD = re.compile(
    rf"^(?:(?i:{_OF_AUTHOR}|profile|about me|biography)"
    r"|[Aa]bout (?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}))\s*:?$"
)
_HEAD_OF_AUTHOR = re.compile(rf"(?:{_OF_AUTHOR})(?!\w)\s*:?\s*(?P<name>[^.!?:]{{0,40}})", re.I)
_ABOUT_SITE = re.compile(
    r"(?:about|über|à propos d[eu]|sobre|acerca de|info su|over|om)\s"
    r"(?:this|the|our|us|dies\w+|unser\w*|ce|cet|notre|est[ea]"
    r"|nuestr[oa]|[on]oss[oa]|quest[oa]|deze|dit|denne|den här)"
    r"(?:\s(?:blog|site|website|web|paper|newspaper|column|page"
    r"|magazine|weblog|seite|zeitung|journal|revista|jornal|giornale|sito|bloggen|project|podcast|newsletter))?",
    re.I,
)
"""A box of that name tells of the blog, though its class may say "author"."""
_POSTS_HEAD = re.compile(
    r"(?:last|latest|recent|more)\s+(?:\d+\s+)?(?:posts?|articles?|stories|entries|from)\b|neueste artikel"
    r"|derniers articles|últim[oa]s (?:posts|entradas|artigos|notícias)|ultimi articoli|ostatnie|laatste|son yazıları"
    r"|weitere artikel",
    re.I,
)
_ALL_POSTS = re.compile(
    r"(?:view|see|read|more|all|show)\b.{0,20}\b(?:posts?|articles?|stories|entries)\b|full bio|website"
    r"|follow|alle artikel|more from|→|»",
    re.I,
)
_LIVES = re.compile(
    r"^,? (?:(?:is|was|has|writes|wrote|covers?|reports?|lives|works?|worked|joined|teaches|edits|runs|blogs)\b"
    r"|ist|schreibt|arbeitet|est|écrit|travaille|es|escribe|é|escreve|è|scrive|jest|pisze)\b"
)
_SMALL = 900
_CARD = frozenset("author writer autor auteur autore bio vcard".split())
_MORE_BY = re.compile(
    r"\s*(?:(?:more|view all|see all|read more|all)\b.{0,20}\b(?:by|from)|(?:mehr|alle \w+) von|voir plus"
    r"|tous les articles de|(?:ver |leer )?(?:todos|más)\b.{0,20}\bde|(?:ler |leia )?mais\b.{0,20}\bde|tutti gli \w+ di"
    r"|alle \w+ (?:van|av|af))\b.{0,50}$",
    re.I,
)
_HEAD_TAGS = frozenset({"h2", "h3", "h4", "h5", "h6", "strong", "b", "p", "div", "span", "dt"})
_TITLE_TAGS = frozenset({"h2", "h3", "h4", "h5", "strong", "b", "div", "p", "td"})
_NO_BOXES = frozenset({"html", "body", "head", "a", "img", "span", "form", "input", "main", "article"})
_PAGE = frozenset({"html", "body", "main", "article"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LIMIT = 2500


def find_profile(
    tree: HtmlElement,
    authors: tuple[str, ...],
    story: Iterable[HtmlElement] = (),
    *,
    day_first: bool | None = None,
) -> tuple[AuthorProfile | None, list[HtmlElement]]:
    """The author box, None when the page has no biography or list of posts; and the elements of all such boxes.

    ``story`` holds elements of the story itself: what stands around them is no box.
    """
    around = {ancestor for element in story for ancestor in [element, *element.iterancestors()]}
    best: tuple[int, AuthorProfile] | None = None
    boxes: list[HtmlElement] = []
    for element, is_named in [*_candidates(tree), *((box, False) for box in _sentences_about(tree, authors, around))]:
        if element in around or not _is_apart(boxes, element):
            continue
        profile = _read_box(element, authors, day_first)
        if profile is None:
            continue
        known = profile.name is not None and any(_same_person(profile.name, name) for name in authors)
        if authors and not known and not is_named:
            continue  # "About this blog"
        boxes.append(element)
        score = 2 * known + bool(profile.bio) + bool(profile.recent_posts)
        if best is None or score > best[0]:
            best = (score, profile)
    return (best[1] if best else None), boxes


def _is_apart(boxes: Sequence[HtmlElement], element: HtmlElement) -> bool:
    """True when an element lies in none of the boxes."""
    return not any(box is element or box in element.iterancestors() for box in boxes)


def _sentences_about(
    tree: HtmlElement, authors: Sequence[str], around: Container[HtmlElement]
) -> Iterator[HtmlElement]:
    """Blocks outside the story that open like a biography: "Ann Lee covers courts …"."""
    names = [author.casefold() for author in authors if " " in author]
    openings = tuple(name.partition(" ")[0] for name in names)
    for element in tree.iter("p", "div", "span", "td", "em", "i") if names else ():
        if not (element.text or "").strip()[:60].casefold().startswith(openings):
            continue
        text = clean(element.text or "")[:120]
        name = next((n for n in names if text.casefold().startswith(n)), None)
        if (
            name is None
            or _is_of_others(element)
            or element.getparent() in around
            or not _LIVES.match(text[len(name) :])
        ):
            continue
        if parse_byline(inline_text(element)):
            continue  # "Ann Lee reports from Oslo"
        box = element
        while (parent := box.getparent()) is not None and parent not in around and raw_length(parent) < _SMALL:
            box = parent
        yield box


def camel_parted(element: HtmlElement) -> str:
    """Class and id in small letters, "itemAuthorBlock" as "item-author-block"."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:300]
    return names if len(names) < 2 or names.islower() else _CAMEL.sub("-", names).lower()


_OTHERS = re.compile(r"(?:^|[\s_-])(?:trackbacks?|pingbacks?|comments?|related|teasers?|excerpts?|replies)(?:$|[\s_-])")


def _is_of_others(element: HtmlElement) -> bool:
    """True within what other sites, readers or stories say."""
    boxes = takewhile(lambda e: e.tag not in _PAGE, [element, *element.iterancestors()])
    return any(_OTHERS.search(class_and_id(box)) for box in boxes)


@lru_cache(maxsize=20_000)
def _names_box(names: str) -> bool:
    return len(names) > 5 and _BOX.search(names) is not None


def _candidates(tree: HtmlElement) -> list[tuple[HtmlElement, bool]]:
    """Blocks under an "About the author" heading or (then true) named as author boxes, outermost first."""
    found: list[tuple[HtmlElement, bool]] = []
    taken: set[HtmlElement] = set()
    for element in walk(tree):
        if taken and element.getparent() in taken:
            taken.add(element)
            continue
        if element.tag in _NO_BOXES:
            continue
        names = camel_parted(element)
        is_box = _names_box(names)
        is_plain = not is_box and len(names) > 2 and not words(element).isdisjoint(_CARD) and _is_card(element)
        said = element.text or ""
        heading = is_plain or (6 < len(said) < 60 and element.tag in _TITLE_TAGS and _HEAD.match(clean(said)))
        block = element.getparent() if heading and not is_plain else element
        if (
            (is_box or heading)
            and block is not None
            and block.tag not in {"body", "html"}
            and 20 < len(inline_text(block)) < _LIMIT
        ):
            taken.add(element)
            found.append((block, is_box))
    return found


def _is_card(element: HtmlElement) -> bool:
    """True for a block with a name as its heading or in bold, and a sentence beside it."""
    if element.tag not in {"div", "section", "aside", "footer"}:
        return False
    heading = next(element.iter("h2", "h3", "h4", "h5", "strong", "b"), None)
    name = inline_text(heading) if heading is not None and raw_length(heading) < 60 else ""
    return is_name(name) and len(name) + 25 < raw_length(element) < _SMALL


def _read_box(element: HtmlElement, authors: tuple[str, ...], day_first: bool | None) -> AuthorProfile | None:
    opening = next((text for text in map(clean, element.itertext()) if text), "")
    if _ABOUT_SITE.fullmatch(opening):
        return None
    posts = _recent_posts(element, day_first)
    titles = {post.title for post in posts}
    name = _box_name(element, authors)
    secret = {e for e in walk(element) if e is not element and words(e) & {"reader", "sr"} and len(e) == 0}
    lists = secret | {e for e in element.iter("ul", "ol") if posts or raw_links(e)}
    paragraphs = block_paragraphs(element, lists, blocks=LINES)
    paragraphs = [p for p in paragraphs if not (name and _ABOUT.sub("", p).casefold() == name.casefold())]
    paragraphs = [_MORE_BY.sub("", p) for p in paragraphs]
    bio = [p for p in paragraphs if _is_bio(p, name) and not any(title in p for title in titles)]
    if (not bio and not posts) or sum(map(len, bio)) > 1800 or _holds_headline(element, name):
        return None
    if not posts:
        posts = _posts_beside(element, name, day_first)
    return AuthorProfile(name, "\n\n".join(bio) or None, tuple(posts))


def _holds_headline(element: HtmlElement, name: str | None) -> bool:
    """True for a box with a first heading that is not the author's name."""
    headings = (_ABOUT.sub("", inline_text(e)).strip(" :") for e in element.iter("h1"))
    return any(name is None or heading.casefold() != name.casefold() for heading in headings)


def _posts_beside(box: HtmlElement, name: str | None, day_first: bool | None) -> list[RecentPost]:
    """The posts in the block right after the box, when its heading speaks of this author's posts."""
    after = box.getnext()
    if after is None or not name or len(after) == 0:
        return []
    head = inline_text(after)[:100]
    return _recent_posts(after, day_first) if _POSTS_HEAD.search(head) and name.casefold() in head.casefold() else []


def raw_links(element: HtmlElement) -> bool:
    """True for a list that is all links: menus, networks, posts."""
    items = [item for item in element if item.tag == "li"]
    return len(items) > 1 and all(item.find(".//a") is not None for item in items)


def _is_bio(text: str, name: str | None) -> bool:
    """True for a sentence or two about a person; false for headings, networks, dates and bare names."""
    if len(text) < 25 or (name and len(text) < len(name) + 12):
        return False
    if (parse_date(text) and len(text) < 60) or (_POSTS_HEAD.search(text) and len(text) < 80):
        return False
    if len(text) < 60 and (
        _ALL_POSTS.search(text) or text.startswith("@") or re.match(r"(?:written |posted )?by\b", text, re.I)
    ):
        return False
    is_names = all(word[:1].isupper() or word.lower() in words_of("and") for word in text.split())
    return not is_names and len(text.split()) >= (3 if re.search(r"[.,]", text) else 5)


def _box_name(element: HtmlElement, authors: tuple[str, ...]) -> str | None:
    """The author the box is about: a known author it names, else its name element or heading."""
    text = inline_text(element)
    for author in authors:
        if author.casefold() in text.casefold():
            return author
    ranked: list[tuple[int, int, HtmlElement]] = []
    for inner in walk(element):
        found = words(inner)
        rank = 0 if inner.get("itemprop") == "name" or "fn" in found or {"author", "name"} <= found else None
        if rank is None and "author" in (inner.get("rel") or ""):
            rank = 1
        if rank is None and inner.tag in {"h2", "h3", "h4", "h5", "h6"}:
            rank = 2
        if rank is None and (inner.tag in {"strong", "b"} or "name" in found):
            rank = 3
        if rank is not None:
            ranked.append((rank, len(ranked), inner))
    for _, _, inner in sorted(ranked, key=lambda item: item[:2]):
        said = inline_text(inner)
        name = "" if _HEAD_OF_AUTHOR.fullmatch(said) else _ABOUT.sub("", said).strip(" :,")
        if (
            name
            and len(name.split()) <= 5
            and is_name(name)
            and not _POSTS_HEAD.search(name)
            and not _ALL_POSTS.search(name)
        ):
            return name
    return None


def _recent_posts(element: HtmlElement, day_first: bool | None) -> list[RecentPost]:
    """Links under "Last 5 posts", in a list or on lines of their own: title, address and the date beside each."""
    posts = []
    marked = _POSTS_HEAD.search(inline_text(element)) is not None
    for link in _links_after_head(element):
        item = next((a for a in link.iterancestors("li", "tr") if element in a.iterancestors()), None)
        if item is not None and item.find(".//a") is not link and item.find(".//a").text_content().strip():
            continue
        title = inline_text(link)
        beside = inline_text(item).replace(title, " ") if item is not None else _line_of(link)
        date = parse_date(beside, day_first=day_first)
        is_listed = (marked and item is not None) or date
        if len(title) >= 12 and len(title.split()) >= 2 and is_listed and not _leads_to_all(title):
            posts.append(RecentPost(title, link.get("href"), date))
    return posts


def _links_after_head(element: HtmlElement) -> list[HtmlElement]:
    """The links after the line "Recent posts"; all of them where no line says so."""
    links: list[HtmlElement] = []
    for inner in walk(element):
        if inner.tag in _HEAD_TAGS and len(inner.text or "") < 80 and _POSTS_HEAD.search(inner.text or ""):
            links = []
        elif inner.tag == "a":
            links.append(inner)
    return links


def _leads_to_all(title: str) -> bool:
    return _ALL_POSTS.search(title[:25] if len(title) < 40 else "") is not None


def _line_of(link: HtmlElement) -> str:
    """The text beside a link up to the next element on either side."""
    before = link.getprevious()
    parent = link.getparent()
    lead = before.tail if before is not None else parent.text if parent is not None else None
    return f"{lead or ''} {link.tail or ''}" if len(link.tail or "") < 60 else lead or ""


def name_in_box(tree: HtmlElement) -> str | None:
    """The one name that stands in or under "About the author" where the page tells no more of its writer."""
    found: dict[str, None] = {}
    for element in tree.iter(*_HEAD_TAGS):
        said = _HEAD_OF_AUTHOR.fullmatch(inline_text(element)) if 6 < raw_length(element) < 80 else None
        if said is None:
            continue
        after = element.getnext()
        below = inline_text(after) if after is not None and raw_length(after) < 60 else ""
        name = said["name"].strip() or clean(element.tail or "")[:60] or below
        if (
            is_name(name)
            and is_full_name(name)
            and not is_outlet(name)
            and not any(w[0].islower() for w in name.split())
        ):
            found[name] = None
    return next(iter(found)) if len(found) == 1 else None


def _same_person(first: str, second: str) -> bool:
    return first.casefold() == second.casefold() or bool(
        set(first.casefold().split()) >= set(second.casefold().split())
    )
