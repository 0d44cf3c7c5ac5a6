"""Who did what, as credit lines say it: "Words by A, photographs by B" is A's; "Edited by C" is nobody's byline.

A credit is a kind of work and a little word or a colon ("Text und Fotos:", "Traduit de l'anglais par"). What follows
it, up to the next credit, are its names. The words are in ``data/byline_words.tsv``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from whowhom.read.vocabulary import any_of, read_words

_TABLE = "byline_words.tsv"
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\s*(?:\b(?:e-?mail|mailto|contact)\s*:\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\s@[^\W\d]\w*", re.I)
_LONGEST = 400


_CASED = (*range(0x61, 0x590), *range(0x1E00, 0x2000))
"""Latin, Greek, Cyrillic and Armenian letters; Georgian ones are small to Python, and yet have no capitals in use."""


def _not_small() -> str:
    """A class of every letter but the small ones of scripts that have two cases."""
    ranges: list[list[int]] = []
    for code in filter(lambda code: chr(code).islower(), _CASED):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    small = "".join(chr(first) if first == last else f"{chr(first)}-{chr(last)}" for first, last in ranges)
    return rf"[^\W\d_{small}]"


CAPITAL = _not_small()
"""A pattern for what a name begins with: a capital letter, or one of a script without capitals."""


def words_of(kind: str) -> frozenset[str]:
    """The words of one kind in every language, in small letters."""
    return read_words(_TABLE)[kind]


_BY = any_of(words_of("by"))
_OF = any_of(words_of("of"))
_WORK = any_of(words_of("author") | words_of("other"))
_AND = rf"(?:\s*(?:[,/&+]|\b(?:{any_of(words_of('and') | words_of('thin'))})\b)\s*)+"
_MARK = re.compile(
    rf"(?<![\w'’-])(?:(?P<work>(?:{_WORK})(?:{_AND}(?:{_WORK})(?!\w))*)"
    rf"(?:\.?\s*[:：/]|(?:\s+[\w'’]+){{0,3}}?\s+(?P<by>{_BY})\b:?|\s+courtesy(?:\s+of)?"
    rf"|(?:\s+[\w'’]+){{0,2}}?\s+(?P<of>{_OF})\b|(?<=\bfot)\.|(?<=\bph)\.)"
    rf"|(?P<told>as told to\b)|(?P<plain>by\b:?)|(?<=[.;|•·–—(] )(?P<own>(?:{_BY})\b:?))\s*",
    re.I,
)
_COLON_WORK = re.compile(rf"(?:{any_of(words_of('other') | words_of('label'))})(?:{_AND}(?:{_WORK}))*$", re.I)
"""Work that a colon alone makes a credit; "Report: …" and "Interview: …" open headlines too."""
_WORKS = re.compile(rf"(?<!\w)(?:{_WORK})(?!\w)", re.I)
_AFTER = re.compile(
    rf"(?P<name>[^()\[\],;]*?)\s*[(\[]\s*(?P<work>(?:{_WORK})(?:{_AND}(?:{_WORK}))*)\s*[)\]]"
    rf"(?:{_AND}|\s*;\s*|$)?",
    re.I,
)
_WORK_IN_BRACKET = re.compile(rf"[(\[]\s*(?:{_WORK})(?!\w)", re.I)
_FIRST_WORDS = frozenset(
    word for phrase in words_of("author") | words_of("other") for word in _WORD.findall(phrase)
) | {"told"}


@lru_cache(maxsize=4_000)
def own_words(text: str) -> str:
    """The line with the authors' part only: "Words by A, photographs by B" gives "By A"; empty when nobody wrote.

    Addresses and handles are taken out too. A line without credits comes back as it is.
    """
    if "@" in text:
        text = _ADDRESS.sub(" ;", text).strip(" ;")
    if len(text) > _LONGEST or _FIRST_WORDS.isdisjoint(_WORD.findall(text.lower())):
        return text
    return _authors_of(_without_others_after(text))


def _authors_of(text: str) -> str:
    marks = [mark for mark in _MARK.finditer(text) if _is_credit_mark(mark)]
    if not any(mark["work"] or mark["told"] for mark in marks):
        return text
    kept = [text[: marks[0].start()].rstrip(" ,(–—-|·•")]
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        part = text[mark.end() : after.start() if after else len(text)].strip(" ,;.()–—-|·•")
        if not mark["told"] and part and (not mark["work"] or is_authors_work(mark["work"])):
            kept.append(f"By {part}")
    is_adjective = bool(marks[0]["work"]) and text[: marks[0].start()].strip().isalpha()  # "Original reporting by"
    if is_adjective or not _WORD.search(kept[0]):
        kept[0] = ""
    return "; ".join(part for part in kept if part)


def _is_credit_mark(mark: re.Match[str]) -> bool:
    """True unless the work is an author's and only a colon makes it a credit, or "of": that is how headlines open."""
    work = mark["work"]
    if not work or mark["by"]:
        return True
    return not is_authors_work(work) if mark["of"] else _COLON_WORK.fullmatch(work) is not None


def is_authors_work(work: str) -> bool:
    """True when one of the kinds of work makes an author: "Text und Fotos" does, "Fotos" does not."""
    kinds = [found.lower() for found in _WORKS.findall(work)]
    return any(kind in words_of("author") and kind not in words_of("other") for kind in kinds)


def _without_others_after(text: str) -> str:
    """The line without names that a bracket behind them gives other work: "Von A (Text) und B (Fotos)"."""
    if not _WORK_IN_BRACKET.search(text):
        return text

    def keep(match: re.Match[str]) -> str:
        return f"{match['name']}; " if is_authors_work(match["work"]) else ""

    return _AFTER.sub(keep, text).strip(" ;,")


def is_credit(text: str) -> bool:
    """True for a line that credits others only: "Photograph: A/B", "Edited by C"."""
    return bool(text) and not own_words(text)


def opens_as_credit(text: str) -> bool:
    """True for a line that opens with an author's work and a little word: "Reporting by …"."""
    mark = _MARK.match(text)
    return mark is not None and bool(mark["work"] and mark["by"]) and is_authors_work(mark["work"])


def is_hand(trade: str) -> bool:
    """True for a trade that makes no author: "Staff Photographer", "Übersetzerin"."""
    return _HAND.search(trade) is not None


_HAND = re.compile(rf"(?<!\w)(?:{any_of(words_of('hand'))})(?!\w)", re.I)


def without_more(text: str) -> str:
    """A byline without "and others"."""
    return _MORE.sub("", text)


def names_more(text: str) -> bool:
    """True when a byline says that it does not name everybody: "By A and others"."""
    return _MORE.search(text) is not None


_MORE = re.compile(rf",?\s*(?<!\w)(?:{any_of(words_of('more'))})(?!\w)", re.I)
