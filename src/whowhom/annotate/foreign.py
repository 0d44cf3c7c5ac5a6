"""Time words of other languages, put into the English words that the time rules know."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

from whowhom.annotate.timewords import MO, SEASON, WD, N
from whowhom.errors import LexiconError

_TABLE = "time_words.tsv"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_WORD = re.compile(r"\d+(?:/\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[,]|\S")
_ORDINAL_DOT = re.compile(r"(\d)(?:\.|º|ª|er\b)(?=\s|$)")
_ELISION = re.compile(r"\b([dl])['’](?=\w)")
_NAMED = rf"(?:weeks?|months?|years?|days?|weekend|{WD}|{MO}|{SEASON})"
_AFTER = re.compile(rf"\b({_NAMED}) (last|next|this)\b")
_BEFORE = re.compile(rf"\bago_ ({N}) (day|week|month|year)(s?)\b")
_LONGEST = 3  # words in the longest entry of the table


@cache
def load_time_words() -> dict[str, dict[str, str]]:
    """The English word of each time word, by language."""
    words: dict[str, dict[str, str]] = defaultdict(dict)
    text = files("whowhom.annotate").joinpath("data", _TABLE).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#") or line == "language\tword\tenglish":
            continue
        cells = line.split("\t")
        if len(cells) != 3:
            raise LexiconError(_TABLE, number, f"{len(cells)} cells, expected 3")
        words[cells[0]][cells[1]] = cells[2]
    return dict(words)


def translate_time(text: str, language: str) -> str | None:
    """The words in English, in the order the rules have them; None when one of them is no time word."""
    known = load_time_words().get(language[:2].lower())
    if known is None:
        return None
    text = _ELISION.sub(r"\1 ", _ORDINAL_DOT.sub(r"\1 ", text.translate(_DIGITS).lower())).replace("’", "'")
    parts = _WORD.findall(text)
    english: list[str] = []
    i = 0
    while i < len(parts):
        size = next((n for n in range(_LONGEST, 0, -1) if " ".join(parts[i : i + n]) in known), 1)
        word = " ".join(parts[i : i + size])
        if word not in known and not word[:1].isdigit() and word != ",":
            return None
        english.append(known.get(word, word))
        i += size
    line = " ".join(word for word in english if word)
    return _BEFORE.sub(r"\1 \2\3 ago", _AFTER.sub(r"\2 \1", line))
