"""The tables of words by kind and language that the rules of this room are made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from whowhom.errors import LexiconError


@cache
def read_words(table: str) -> Mapping[str, frozenset[str]]:
    """The words of each kind in every language, in small letters."""
    found: dict[str, set[str]] = defaultdict(set)
    text = files("whowhom.read").joinpath("data", table).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith(("#", "kind\t")):
            continue
        cells = line.split("\t")
        if len(cells) != 3 or not all(cells):
            raise LexiconError(table, number, "a kind, a language and words are expected")
        found[cells[0]].update(word.strip() for word in cells[2].split(";"))
    return {kind: frozenset(words) for kind, words in found.items()}


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def comment_words(kind: str) -> str:
    """A pattern for any word of a kind that stands around the names of who comments."""
    return any_of(read_words("comment_words.tsv")[kind])


_SIGNS = re.compile(r"[\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u09d7]+")


def without_signs(text: str) -> str:
    """A text without the vowel signs of Indian scripts, which are no letters to patterns."""
    return _SIGNS.sub("", text)


@cache
def _months() -> Mapping[str, int]:
    table = read_words("calendar_words.tsv")
    return {without_signs(word): int(kind) for kind, words in table.items() if kind.isdigit() for word in words}


def month_of(word: str) -> int | None:
    """1 to 12 for the whole name of a month, in small letters, in languages whose months share no first letters."""
    return _months().get(without_signs(word))


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@cache
def weekdays() -> Mapping[str, int]:
    """0 to 6, from Monday on, by the name of a day, or its short form, in small letters, in any language."""
    table = read_words("calendar_words.tsv")
    return {word: number for number, kind in enumerate(_WEEKDAYS) for word in table[kind]}


def is_weekday(text: str) -> bool:
    """True for the name of a day, or its short form, in any language; those that are people's names are not."""
    return text.lower().strip(" .,") in weekdays()
