"""Words as the tables and the news spell them, brought to one form for comparison."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "æ": "ae", "Æ": "AE", "đ": "d", "Đ": "D"}
)
_APOSTROPHES = re.compile("[’‘ʼ`´]")
# spaCy parts words at hyphens and slashes: the parts are compared, the signs are not.
_SEPARATORS = re.compile(r"[-‐‑‒–—/]+")
_POSSESSIVE = re.compile(r"'s$", re.IGNORECASE)
_TOKEN = re.compile(r"[()]|[^\s()]+")


def fold(text: str) -> str:
    """The text without accents, with straight apostrophes."""
    if text.isascii():
        return text.replace("`", "'")
    text = _APOSTROPHES.sub("'", text.translate(_SPECIAL))
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 17)
def normal_parts(token: str) -> tuple[str, ...]:
    """The comparable parts of one token: ``U.S.`` is ``us``, ``al-Shabab`` is ``al``, ``shabab``; ``-`` is nothing."""
    if token.isalpha() and token.isascii():
        return (token.lower(),)
    parts: list[str] = []
    for piece in _SEPARATORS.split(fold(token)):
        stem = _POSSESSIVE.sub("", piece)
        if stem:
            kept = stem.replace(".", "").replace("'", "") if any(char.isalnum() for char in stem) else stem
            parts.extend([kept.lower()] if kept and kept != "'" else [])
        if stem != piece:
            parts.append("s")
    return tuple(part for part in parts if part != "'")


def split_words(text: str) -> list[str]:
    """The words of a table cell, brackets apart, as spaCy would part them."""
    if "(" in text or "," in text:
        return _TOKEN.findall(text.replace(",", " , "))
    return text.split()


def is_capital(word: str) -> bool:
    """Whether the word starts with a capital letter, after an article such as ``al-`` or ``d'``."""
    return word[:1].isupper() or (len(word) > 2 and word[0].islower() and word[1] in "'’" and word[2].isupper())


def is_acronym(word: str) -> bool:
    """Whether the word is written in capitals or mixed capitals: ``UN``, ``U.S.``, ``MPs``, ``PiS``, ``G20``."""
    letters = [char for char in word if char.isalpha()]
    return len(letters) > 1 and sum(char.isupper() for char in letters) > 1 and len(word) <= 9


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# Letters that Latin spellings of one name take for each other: Qaddafi and Gadhafi, Yanukovich and Yanukovych.
_ALIKE = (
    ("tch", "ch"), ("tsch", "ch"), ("sch", "sh"), ("dj", "j"), ("dzh", "j"), ("zh", "j"), ("ph", "f"), ("kh", "k"),
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("ck", "k"), ("q", "k"), ("g", "k"), ("w", "v"), ("x", "ks"),
)  # fmt: skip
_WEAK_LETTERS = re.compile(r"[aeiouyh]|c(?!h)")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """The letters of a name that its spellings share: ``mmr kdf`` for Muammar Gaddafi and Moammar Qadhafi."""
    plain = "".join(char for char in fold(word).lower() if char.isalpha()).replace("ch", "č")
    for spelt, same in _ALIKE:
        plain = plain.replace(spelt.replace("ch", "č"), same.replace("ch", "č"))
    plain = plain.replace("c", "k") if "č" not in plain else plain
    first = plain[:1] if plain[:1] not in "aeiouy" else "a"
    return _DOUBLED.sub(r"\1", first + _WEAK_LETTERS.sub("", plain[1:]))
