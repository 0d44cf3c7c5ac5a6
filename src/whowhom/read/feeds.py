"""RSS and Atom files: each entry a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

from whowhom.errors import InputError
from whowhom.read.build import build_story, clean, clean_paragraphs
from whowhom.read.bylines import split_authors
from whowhom.read.dates import parse_date
from whowhom.read.dom import block_paragraphs, parse_html
from whowhom.records import Author, Skipped, Story

_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_PUBLISHED = ("published", "pubDate", "date", "issued")
_MEDIA = "{http://search.yahoo.com/mrss/"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: what it is known by, the page it points to, its date, and what the feed itself holds."""

    key: str
    link: str | None
    published: str | None
    found: Story | Skipped


def read_feed(data: bytes, *, file: str, url: str | None = None) -> Iterator[Story | Skipped]:
    """Every entry of a feed, in order; an entry without text is skipped by its number."""
    empty = True
    for entry in read_entries(data, file=file, url=url):
        empty = False
        yield entry.found
    if empty:
        raise InputError(file, "no feed entries")


def read_entries(data: bytes, *, file: str, url: str | None = None) -> Iterator[Entry]:
    """Every entry with its key and link; ``url``, the feed's own address, makes relative links whole."""
    # Broken feeds are common: recover what is there; entities are never fetched or expanded at length.
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data.lstrip(), parser, base_url=url)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(file, f"broken XML: {error}") from error
    entries = [] if root is None else [e for e in root.iter() if _local(e) in {"item", "entry"}]
    if root is None or not entries:
        if root is not None and _local(root) in {"rss", "feed", "RDF"}:
            return  # a feed that has nothing today is a feed
        raise InputError(file, "no feed entries")
    channel = next((e for e in root.iter() if _local(e) == "channel"), root)
    site = _child_text(channel, "title")
    language = (_child_text(channel, "language") or root.get(_XML_LANG) or "")[:2].lower() or None
    for number, entry in enumerate(entries, 1):
        link = _link(entry)
        try:
            found: Story | Skipped = _read_entry(entry, file, site, language, link)
        except InputError as error:
            found = Skipped(f"{file}, entry {number}", "read", error.reason)
        yield Entry(_key(entry, link), link, _date(entry, *_PUBLISHED), found)


def _key(entry: etree._Element, link: str | None) -> str:
    """What the feed knows the entry by: its own id, else its link, else its title and date."""
    own = _child_text(entry, "guid") or _child_text(entry, "id") or entry.get(_RDF_ABOUT) or link
    return own or " ".join(filter(None, (_child_text(entry, "title"), _date(entry, *_PUBLISHED))))


def _read_entry(entry: etree._Element, file: str, site: str | None, language: str | None, link: str | None) -> Story:
    html = _child_text(entry, "encoded") or _child_html(entry, "content")
    summary = _child_text(entry, "description") or _child_html(entry, "summary")
    body = _paragraphs(html or summary)
    dek = " ".join(_paragraphs(summary)) if html and summary else None
    authors = [_child_text(a, "name") or a.text for a in entry if _local(a) in {"author", "creator"}]
    names = dict.fromkeys(name for text in authors for name in split_authors(text))
    return build_story(
        file=file,
        url=link,
        site=site,
        language=language,
        headline=" ".join(_paragraphs(_child_text(entry, "title"))) or None,
        dek=dek if dek and not _repeats(dek, body) else None,
        authors=tuple(Author(name) for name in names),
        published=_date(entry, *_PUBLISHED),
        modified=_date(entry, "updated", "modified"),
        body=body,
    )


def _local(element: etree._Element) -> str:
    """A tag's name without its namespace or an undeclared prefix; none for what describes pictures and sound."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return "" if tag.startswith(_MEDIA) else tag.rpartition("}")[2].rpartition(":")[2]


def _child(entry: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in entry if _local(child) == name), None)


def _child_text(entry: etree._Element, name: str) -> str | None:
    child = _child(entry, name)
    return (clean_xml(child) or None) if child is not None else None


def clean_xml(element: etree._Element) -> str:
    """All text in an element, markup inside a CDATA section left as it is."""
    return "".join(element.itertext()).strip()


def _child_html(entry: etree._Element, name: str) -> str | None:
    """An Atom text construct: escaped markup, or markup that stands in the feed itself (type="xhtml")."""
    child = _child(entry, name)
    if child is None:
        return None
    if not len(child):
        return str(child.text) if child.text else None
    return str(etree.tostring(child, encoding="unicode", method="html"))


def _paragraphs(html: str | None) -> tuple[str, ...]:
    if not html or not clean(html):
        return ()
    tree = parse_html(f"<div>{html}</div>")
    return clean_paragraphs(block_paragraphs(tree)) if tree is not None else ()


def _repeats(dek: str, body: tuple[str, ...]) -> bool:
    return bool(body) and clean(" ".join(body)).startswith(dek.rstrip(" .…[]")[:120])


def _link(entry: etree._Element) -> str | None:
    """The page that an entry points to, whole when the feed's address is known."""
    for child in entry:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            link = (child.get("href") or child.text or "").strip()
            return _whole(link, child.base) if link else None
    guid = _child_text(entry, "guid")
    return guid if guid and guid.startswith("http") else None


def _whole(link: str, base: str | None) -> str:
    try:
        return urljoin(base, link) if base else link
    except ValueError:
        return link


def _date(entry: etree._Element, *names: str) -> str | None:
    return next((d for name in names if (d := parse_date(_child_text(entry, name)))), None)
