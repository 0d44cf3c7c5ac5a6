"""Which element of a comment's block holds the words and nothing else, where the markup tells."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from whowhom.read.dom import inline_text, raw_length, walk, words
from whowhom.read.signs import WRITER_WORDS, Named

_TEXT_WORDS = frozenset(
    "content text body message texte copy bodytext entry inhalt msg cbody wysiwyg txt metin corps cuerpo corpo mesaj "
    "mensaje mensagem messaggio nachricht tresc".split()
)
_LAYOUT_WORDS = frozenset(
    "datetime date time timestamp btn button buttons vote votes action actions controls flex justify align "
    "display".split()
)
"""What says that "text" or "content" in a class is no comment's: times, tools, utility classes ("justifyContent")."""
_NAME_WORDS = frozenset({"username", "nickname", "avatar"})
_NAME_PARTS = frozenset({"name", "actor", "user", "nick", "nickname", "commenter", "displayname"})
_META_WORDS = WRITER_WORDS | {"meta", "header", "footer", "form"}
_NO_TEXT_WORDS = _META_WORDS | {"action", "actions", "controls"}
_TEXT_ENDS = tuple("text texte texto testo tekst body message content contenido conteudo icerik".split())


def find_text(nodes: Sequence[HtmlElement], named: Named) -> HtmlElement | None:
    """The element that holds the words and nothing else, when the page marks one."""
    marks = [(m, found) for m, found in named.items() if m not in nodes and not _is_tool(found)]
    for is_text in (_is_plain_text, _says_text, _ends_in_text):
        if (text_mark := _longest_text([m for m, found in marks if is_text(found)])) is not None:
            return text_mark
    return None


def _is_tool(found: frozenset[str]) -> bool:
    return bool(
        found & (_LAYOUT_WORDS | _NAME_WORDS) or (found & _NO_TEXT_WORDS and not found & {"text", "message", "content"})
    )


def _longest_text(marks: Sequence[HtmlElement]) -> HtmlElement | None:
    best, best_length = None, 0
    for element in marks:
        length = raw_length(element)
        if length > best_length and not _holds_meta(element):
            best, best_length = element, length
    return best


def _is_plain_text(found: frozenset[str]) -> bool:
    return _says_text(found) and not found & _META_WORDS


def _says_text(found: frozenset[str]) -> bool:
    return not found.isdisjoint(_TEXT_WORDS)


def _ends_in_text(found: frozenset[str]) -> bool:
    """True for run-together classes like "ctext" and "postbody"."""
    return any(word.endswith(_TEXT_ENDS) and word != "context" for word in found)


def _opens(inner: HtmlElement, element: HtmlElement) -> bool:
    """True for a short text that an element opens with, and that is not all of it."""
    text = inline_text(inner) if raw_length(inner) < 60 else ""
    return bool(text) and inline_text(element).startswith(text) and raw_length(element) > raw_length(inner) + 2


def _holds_meta(element: HtmlElement) -> bool:
    """True when an element holds more than the words: a name, a time, the whole comment."""
    for inner in walk(element):
        if inner is element:
            continue
        if (inner.tag == "time" or (inner.tag == "cite" and words(inner))) and len(inline_text(inner)) < 60:
            return True
        found = words(inner)
        if found & _NAME_PARTS and inner.tag in {"a", "span", "b", "strong"} and _opens(inner, element):
            return True
        if inner.tag not in {"p", "blockquote"} and found & {
            "author",
            "username",
            "fn",
            "vcard",
            "commentdate",
            "timestamp",
            "metadata",
            "commentmetadata",
        }:
            return True
    return False
