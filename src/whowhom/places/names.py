"""How place names are compared: without case, accents, hyphens and apostrophes."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_ARTICLES = ("al ", "el ", "ar ", "as ", "ash ", "at ", "az ", "ad ", "an ", "the ")
_DIVISION_WORDS = re.compile(
    r"\b(?:province|region|governorate|oblast|krai|prefecture|county|district|state|department|republic|voivodeship|parish"
    r"|canton|territory|emirate|autonomous|special|administrative|of|the|de|du|da|do)\b"
)
_NORTHERN = re.compile(r"\b(north|south|east|west)ern\b")
_SAINT = re.compile(r"\b(?:saint|sainte|ste)\b")
_LATIN = re.compile("[\x20-\u024f\u1e00-\u1eff’‘ʻʿʾʼ–]+")


class _Plain(dict[int, str]):
    """Each letter without its accents, filled as letters come; a table for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", chr(code))
        self[code] = "".join(letter for letter in letters if not unicodedata.combining(letter))
        return self[code]


# Letters that Unicode does not take apart into a base and an accent.
_ACCENTS = _Plain(str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e"}))
_MARKS = str.maketrans(dict.fromkeys("-‐‑–—/", " ") | dict.fromkeys("'’‘`´ʿʾʼʻ.", ""))


def plain_name(text: str) -> str:
    """The form under which a name is filed: "Deir ez-Zor" and "DEIR EZ - ZOR" are one, so are "Genève" and "Geneve"."""
    name = text.casefold()
    if not name.isascii():
        name = name.translate(_ACCENTS)
    if not name.isalpha():
        name = " ".join(name.translate(_MARKS).split())
    return _SAINT.sub("st", name) if "saint" in name or "ste" in name else name


def division_names(name: str) -> set[str]:
    """The plain names under which a first-level division is known: with and without "province", "al" and the like."""
    plain = plain_name(name)
    bare = _DIVISION_WORDS.sub("", plain).strip()
    short = _NORTHERN.sub(r"\1", bare)  # "Northern District", which news calls the North District
    return {form for form in (plain, bare, short, _without_article(bare)) if len(form) > 2}


def is_latin(text: str) -> bool:
    """Whether a name is written in Latin letters, as far as English news writes them."""
    return text.isascii() or _LATIN.fullmatch(text) is not None


def is_spelling_of(plain: str, other: str) -> bool:
    """Whether two plain names look like spellings of one ("odessa", "odesa"), not names in two languages.

    A name with a word more ("quebec city", "new delhi") is not a spelling of the shorter.
    """
    first, second = _without_article(plain), _without_article(other)
    short, long = sorted((first, second), key=len)
    if long.startswith(short + " ") or long.endswith(" " + short):
        return False
    # 0.72 keeps "odessa" with "odesa" and "hama" with "hamah", and parts "parma" from "perm",
    # "florida" from "floridablanca".
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.72


def _without_article(plain: str) -> str:
    for article in _ARTICLES:
        if plain.startswith(article):
            return plain[len(article) :]
    return plain
