"""What a page states about itself in JSON-LD, OpenGraph, meta tags and microdata, before anything visible is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from whowhom.read.build import clean
from whowhom.read.credits import is_hand
from whowhom.read.dates import parse_date, parse_epoch
from whowhom.records import Comment

_ARTICLES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "LiveBlogPosting",
    "Article",
    "BlogPosting",
    "Report",
    "SocialMediaPosting",
    "DiscussionForumPosting",
    "TechArticle",
    "Review",
)
_MAX_NODES = 3000
_META_DATE = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "og:pubdate",
    "og:published_time", "pubdate",
    "publishdate", "publish_date", "publish-date", "publication_date", "published_time", "article.published",
    "sailthru.date", "parsely-pub-date",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.created", "dcterms.issued",
    "date_published", "article_date_original",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "citation_publication_date", "ptime",
    "displaydate", "pdate", "date", "created",
    "article.created", "bt:pubdate", "rnews:datepublished", "release_date",
)  # fmt: skip
_META_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "article:modified", "datemodified", "og:updated_time",
    "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified", "dc.modified", "article.updated", "updated_time", "revised",
    "utime", "article:updated_time",
)  # fmt: skip
_META_AUTHOR = (
    "author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "article:author_name", "og:article:author", "article:author",
    "article.author", "authors", "citation_author", "cxenseparse:author", "rnews:author", "by",
    "dc.contributor", "twitter:data1",
)  # fmt: skip
_META_SITE = (
    "og:site_name", "application-name", "twitter:app:name:iphone", "dc.publisher", "cps_site_name", "site_name",
    "sitename", "citation_journal_title", "dcterms.publisher",
)  # fmt: skip


@dataclass(slots=True)
class Facts:
    """What the page states, each list in the order it is believed."""

    headlines: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    linked_authors: list[str] = field(default_factory=list)
    meta_authors: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    language: str | None = None
    url: str | None = None
    title: str | None = None
    article: dict[str, Any] = field(default_factory=dict)


def read_facts(tree: HtmlElement, url: str | None) -> Facts:
    """The page's statements about itself, JSON-LD before meta tags, nothing checked against the visible page yet."""
    facts = Facts()
    metas = _read_metas(tree)
    nodes = list(_linked_nodes(tree))
    _add_linked(facts, nodes)
    _add_meta(facts, metas)
    title = tree.find(".//title")
    facts.title = clean(title.text_content()) if title is not None else None
    facts.url = _find_url(tree, metas, facts.url, url)
    named = (metas.get(name, []) for name in _META_SITE)
    facts.sites = [name for values in named for name in values[:1]] + facts.sites
    facts.language = _find_language(tree, metas, facts.language)
    return facts


def _read_metas(tree: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(attribute)
            if name and content and content.strip():
                metas.setdefault(name.strip().lower(), []).append(clean(content))
    return metas


def _first(metas: dict[str, list[str]], *names: str) -> str | None:
    return next((metas[name][0] for name in names if metas.get(name)), None)


def _linked_nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object in the page's JSON-LD, with @graph and lists opened."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        queue = [load_json(script.text or "")]
        count = 0
        while queue and count < _MAX_NODES:
            item = queue.pop(0)
            count += 1
            if isinstance(item, list):
                queue.extend(item)
            elif isinstance(item, dict):
                yield item
                queue.extend(
                    item[key] for key in ("@graph", "mainEntity", "hasPart") if isinstance(item.get(key), (list, dict))
                )


def load_json(text: str) -> Any:
    """The JSON in a script, mended where pages commonly break it; None when it cannot be read."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    text = re.sub(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$", "", text)
    for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)]


def _add_linked(facts: Facts, nodes: list[dict[str, Any]]) -> None:
    """The article that JSON-LD describes; the page or the site itself only for what the article leaves open."""
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = sorted((n for n in nodes if set(_types(n)) & set(_ARTICLES)), key=_article_rank)
    pages = [n for n in nodes if "WebPage" in _types(n)]
    sites = [n for n in nodes if "WebSite" in _types(n)]
    if articles:
        facts.article = articles[0]
    for node in [*articles[:1], *pages[:1]]:
        for key, target in (
            ("datePublished", facts.published),
            ("dateCreated", facts.published),
            ("dateModified", facts.modified),
        ):
            target.extend(d for d in [parse_date(_string(node.get(key)))] if d)
        facts.descriptions.extend(_strings(node.get("alternativeHeadline")) if node in articles else [])
        facts.descriptions.extend(_strings(node.get("description")))
        facts.language = facts.language or _string(node.get("inLanguage"))
        facts.url = facts.url or _string(node.get("url")) or _string(node.get("mainEntityOfPage"))
    if articles:
        node = articles[0]
        facts.headlines.extend(_strings(node.get("headline")) or _strings(node.get("name")))
        facts.linked_authors.extend(_person_names(_writers(node.get("author") or node.get("creator")), by_id))
        facts.sites.extend(_person_names(node.get("publisher"), by_id)[:1])
    facts.sites.extend(name for s in sites for name in _strings(s.get("name")))


def _article_rank(node: dict[str, Any]) -> tuple[bool, int]:
    """Nodes that name an author and a headline first, then by how closely the type says "news"."""
    rank = min(_ARTICLES.index(kind) for kind in _types(node) if kind in _ARTICLES)
    return not (node.get("headline") or node.get("name")), rank


def linked_comments(article: dict[str, Any]) -> tuple[Comment, ...]:
    """The thread that JSON-LD tells, for pages that show none without scripts."""
    comments: list[Comment] = []
    queue: list[tuple[Any, int | None]] = [(article.get("comment"), None)]
    while queue and len(comments) < _MAX_NODES:
        item, parent = queue.pop(0)
        if isinstance(item, list):
            queue[:0] = [(each, parent) for each in item]
        elif isinstance(item, dict):
            text = _string(item.get("text"))
            if text:
                author = next(iter(_person_names(item.get("author"), {})), None)
                published = parse_date(_string(item.get("dateCreated")) or _string(item.get("datePublished")))
                comments.append(Comment(len(comments), parent, author, published, text))
                queue.insert(0, (item.get("comment"), len(comments) - 1))
    return tuple(comments)


def _string(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id") or value.get("name")
    return clean(_unescape(value)) or None if isinstance(value, str) else None


def _strings(value: Any) -> list[str]:
    found = _string(value)
    return [found] if found else []


def _unescape(text: str) -> str:
    """Markup and entities that some pages leave inside their JSON."""
    import html

    return re.sub(r"<[^<>]{1,200}>", " ", html.unescape(text)) if "&" in text or "<" in text else text


def _person_names(value: Any, by_id: dict[str, dict[str, Any]]) -> list[str]:
    """The names in an author or publisher field: a string, an object, a reference, or a list of these."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            target = by_id.get(item.get("@id", ""), item) if "name" not in item else item
            name = target.get("name") or _full_name(target)
            names.extend(_person_names(name, {}) if isinstance(name, list) else _strings(name))
        elif isinstance(item, str) and clean(item):
            node = by_id.get(item)
            names.extend(_strings(node.get("name")) if node else [clean(_unescape(item))])
    return names


def _full_name(person: dict[str, Any]) -> str | None:
    """The name of a person of whom only its parts are stated."""
    parts = [_string(person.get(key)) for key in ("givenName", "familyName")]
    return " ".join(part for part in parts if part) or None


def _writers(value: Any) -> Any:
    """An author field without those whose stated job is a photographer's, an illustrator's, a translator's."""
    if not isinstance(value, list):
        return value
    jobs = (_string(item.get("jobTitle")) if isinstance(item, dict) else None for item in value)
    return [item for item, job in zip(value, jobs, strict=True) if not (job and is_hand(job))]


def _add_meta(facts: Facts, metas: dict[str, list[str]]) -> None:
    facts.headlines.extend(
        h
        for name in ("og:title", "twitter:title", "sailthru.title", "parsely-title", "dc.title")
        for h in metas.get(name, [])[:1]
    )
    # The plain meta description is left out: often it is the site's motto, or written for search engines.
    facts.descriptions.extend(d for name in ("og:description", "sailthru.description") for d in metas.get(name, [])[:1])
    for name in _META_AUTHOR:
        if name == "twitter:data1" and "written" not in (_first(metas, "twitter:label1") or "").lower():
            continue
        facts.meta_authors.extend(value for value in metas.get(name, []) if not value.startswith(("http", "@", "/")))
    facts.published.extend(_dates(metas, _META_DATE))
    facts.modified.extend(_dates(metas, _META_MODIFIED))


def _dates(metas: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    values = (value for name in names for value in metas.get(name, [])[:1])
    return [found for value in values if (found := parse_date(value) or parse_epoch(value))]


def _find_url(tree: HtmlElement, metas: dict[str, list[str]], linked: str | None, given: str | None) -> str | None:
    """The canonical address; one that is only the site's front page gives way to one with a path."""
    canonical = [
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    base = tree.find(".//base")
    start = given or (base.get("href") if base is not None else None) or ""
    found = []
    for value in [*canonical[:1], _first(metas, "og:url"), linked, given, _first(metas, "twitter:url")]:
        absolute = _absolute(start, value)
        if absolute:
            found.append(absolute)
    return next(
        (url for url in found if len(urlsplit(url).path) > 1 or urlsplit(url).query), found[0] if found else None
    )


def _absolute(start: str, value: str | None) -> str | None:
    try:
        url = urljoin(start, (value or "").strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc and " " not in url else None


def _find_language(tree: HtmlElement, metas: dict[str, list[str]], linked: str | None) -> str | None:
    """The main language's two or three letters, as the page declares it."""
    root = tree if tree.tag == "html" else tree.getroottree().getroot()
    stated = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang"),
        linked,
        _first(metas, "og:locale", "content-language", "dc.language", "language", "dcterms.language", "inlanguage"),
    )
    for value in stated:
        match = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", value or "")
        if match:
            return match[1].lower()
    return None
