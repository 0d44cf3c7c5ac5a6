"""Small tools over lxml trees: safe parsing, class words, and text with its paragraphs kept apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator
from functools import lru_cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction

from whowhom.read.build import clean

MAX_DEPTH = 120
"""Tags nested deeper than this are read as if they were not there (the parser gives up at 256)."""

BLOCKS = frozenset(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6"
    " header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
LINES = BLOCKS | {"br"}
"""What parts lines where a break counts as much as a block: bylines, author boxes."""
SILENT = frozenset(
    "script style noscript template textarea select option button input form head iframe object embed "
    "svg canvas audio video map".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORDS = re.compile(r"[A-Za-zÀ-ɏͰ-ӿ]+")
_BLOCK, _LINE = "\x00b", "\x00l"
"""Marks in a text; a tree never gives out the character that they open with."""
_LINES = re.compile(r"\x00l[ \r\n]*(?:\x00l[ \r\n]*)+")
_count_text = etree.XPath("string-length()")
_join_text = etree.XPath("string()", smart_strings=False)
_HTML_CLASSES = etree.ElementDefaultClassLookup(HtmlElement, HtmlComment, HtmlProcessingInstruction, HtmlEntity)
"""One class for all tags: lxml's own choice, by tag, is a call into Python for each element that is touched."""


# lxml reads control characters into tag names and then refuses to look those up.
_CONTROLS = bytes.maketrans(bytes({*range(32)} - {*b"\t\n\f\r"}), b" " * 28)


def parse_html(html: str) -> HtmlElement | None:
    """The page's tree; None when nothing in it is markup or text."""
    tree, too_deep = _parse(html)
    if too_deep:
        tree, _ = _parse(_flatten(html))
    return tree


def _parse(html: str) -> tuple[HtmlElement | None, bool]:
    """A tree, and whether the parser stopped because tags were nested too deeply."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_HTML_CLASSES)
    try:
        tree = etree.fromstring(html.encode("utf-8", "replace").translate(_CONTROLS), parser)
    except (etree.XMLSyntaxError, etree.ParserError, ValueError):
        return None, False
    too_deep = any("depth" in (entry.message or "").lower() for entry in parser.error_log)
    return (tree if isinstance(tree, HtmlElement) else None), too_deep


def _flatten(html: str) -> str:
    """The markup without the tags that are nested too deeply; their text stays."""
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in _VOID:
            return match[0]
        depth = max(0, depth - 1) if match[1] else depth + 1
        return " " if depth + bool(match[1]) > MAX_DEPTH else match[0]

    return _TAG.sub(keep, html)


_NO_WORDS: frozenset[str] = frozenset()


_SERVER_PATH = re.compile(r"(?<!\S)\w*_(?=(?:lbl|lnk|lit|ltr|hyp|hl|txt|div|pnl|img|spn)[A-Z]\w*(?!\S))")
"""The boxes around a control of a page, in whose ids servers repeat theirs: "ctl00_Comments_List_lblName"."""


@lru_cache(maxsize=20_000)
def _split_words(names: str) -> frozenset[str]:
    text = " ".join(name for name in names.split("\0") if not _is_meaningless(name))
    text = _SERVER_PATH.sub("", text) if "_" in text else text
    parted = text if text.islower() else _CAMEL.sub(" ", text).lower()
    return frozenset(_WORDS.findall(parted))


def _is_meaningless(names: str) -> bool:
    """True for what build tools leave of class names: "fr nd up" holds no word, though one looks like it."""
    tokens = names.split()
    return len(tokens) > 2 and all(len(token) < 4 for token in tokens)


def words(element: HtmlElement) -> frozenset[str]:
    """The words in an element's class, id and itemprop, and "author" for an author's link.

    "commentAuthor" gives comment and author.
    """
    get = element.get
    rel = "author" if "author" in get("rel", "") else ""  # "nofollow", "noopener follow" are for machines
    names = f"{get('class', '')}\0{get('id', '')}\0{get('itemprop', '')}\0{rel}"
    return _split_words(names[:600]) if len(names) > 3 else _NO_WORDS  # the cache keeps what it is given


def walk(root: HtmlElement, skip: Container[HtmlElement] = ()) -> Iterator[HtmlElement]:
    """Every element below and with root in page order; skipped ones are left out whole, the root never is."""
    if skip and any(map(skip.__contains__, islice(root.iter("*"), 1, None))):
        return _walk_around(root, skip)
    elements: Iterator[HtmlElement] = root.iter("*")  # ten times as quick
    return elements


def _walk_around(root: HtmlElement, skip: Container[HtmlElement]) -> Iterator[HtmlElement]:
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if element in skip and element is not root:
            walker.skip_subtree()
        else:
            yield element


def block_paragraphs(
    root: HtmlElement, skip: Container[HtmlElement] = (), *, blocks: Collection[str] = BLOCKS, line_break: str = "br"
) -> list[str]:
    """The text below an element as paragraphs: blocks and double line breaks part them."""
    pieces: list[str] = []
    for block in _marked_text(root, skip, blocks, line_break).split(_BLOCK):
        if _LINE in block:
            pieces += (piece.replace(_LINE, " ") for piece in _LINES.split(block))
        else:
            pieces.append(block)
    return [text for piece in pieces if piece.strip() and (text := clean(piece))]


def inline_text(root: HtmlElement, skip: Container[HtmlElement] = ()) -> str:
    """All text below an element on one line."""
    return clean(_marked_text(root, skip, BLOCKS, "br").replace(_BLOCK, " ").replace(_LINE, " "))


def _marked_text(root: HtmlElement, skip: Container[HtmlElement], blocks: Collection[str], line_break: str) -> str:
    """The text below an element that is shown, with marks where blocks begin and end and where lines break."""
    if not len(root):
        return "" if root.tag in SILENT else root.text or ""
    parts: list[str] = []
    silent: HtmlElement | None = None  # the element passed over, whose end comes next
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in SILENT or (element in skip and element is not root):
                walker.skip_subtree()
                silent = element
                continue
            if tag in blocks:
                parts.append(_BLOCK)
            parts.append(element.text or "")
        else:
            parts.append(_BLOCK if tag in blocks else " " if element is silent else _LINE if tag == line_break else "")
            if element is not root:
                parts.append(element.tail or "")
    return "".join(parts)


def raw_text(element: HtmlElement) -> str:
    """All text below an element as it stands in the markup, that of scripts included."""
    return str(_join_text(element))


def raw_length(element: HtmlElement) -> int:
    """How many characters of text lie below an element, quickly and roughly."""
    return int(_count_text(element))


def is_hidden(element: HtmlElement) -> bool:
    """True when the page says not to show the element."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def class_and_id(element: HtmlElement) -> str:
    """Class and id in one string of small letters."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()
