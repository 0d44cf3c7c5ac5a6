"""Sentence bounds by rule: set before the parser runs, which then keeps to them.

The parser's own bounds break headlines, quotations and initials ("Lt. Gen. David Barno"); a paragraph is
already a unit, so all that is needed is to tell a full stop that ends a sentence from one that does not.
"""

from __future__ import annotations

from collections.abc import Sequence

_TERMINAL = frozenset({".", "?", "!", "…", "...", "....", "?!", "!!", "??", ".."})
# No sentence of the practice pages has more tokens; beyond it the parse is worth nothing and costs minutes.
_LONGEST_SENTENCE = 200
_CLOSING = frozenset({'"', "”", "’", "'", ")", "]", "»", "''", "’’"})
_OPENING = frozenset({'"', "“", "‘", "'", "(", "[", "«", "``", "—", "–", "-"})

# Titles and shortenings that are followed by a capital without ending a sentence.
_TITLES = frozenset(
    "mr mrs ms dr prof rev hon fr sr jr st gen lt col maj capt cmdr cpl sgt brig adm sen rep gov pres amb sec "
    "supt insp no nos art vs etc al ft mt jan feb mar apr jun jul aug sept sep oct nov dec ariz calif conn "
    "fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo "
    "ltd inc corp co bros dept est op".split()
)
# A shortening with inner stops ("U.S.", "a.m.") ends a sentence only before a word that usually starts one.
_STARTERS = frozenset(
    "the a an he she it they we i this that these those there in on at but and however meanwhile his her its "
    "their our after before when while as if since although though according some many most both for from "
    "under earlier later".split()
)


def sentence_starts(words: Sequence[str], *, is_title: bool = False) -> list[bool]:
    """For each token of a paragraph, whether a sentence starts there; in a title, after a semicolon too."""
    starts = [False] * len(words)
    if not words:
        return starts
    starts[0] = True
    opened = _open_quotes(words)
    i, last = 0, len(words) - 1
    while i < last:
        if is_title and words[i] == ";":
            starts[i + 1] = True
            i += 1
        elif _ends_sentence(words, i):
            j = i + 1
            while j <= last and (
                (words[j] in _CLOSING and j not in opened) or words[j] in _TERMINAL or words[j].isspace()
            ):
                j += 1
            if j <= last and _may_start(words, j):
                starts[j] = True
            i = max(j, i + 1)
        else:
            i += 1
    return _cut_endless(words, starts)


def _open_quotes(words: Sequence[str]) -> set[int]:
    """Indices of straight quotes that open: every other one of the paragraph."""
    quotes = [i for i, word in enumerate(words) if word == '"']
    return set(quotes[::2])


def _cut_endless(words: Sequence[str], starts: list[bool]) -> list[bool]:
    """A roll of names run together is no sentence: cut after so many tokens, at the last comma before."""
    begin, comma = 0, 0
    for i, word in enumerate(words):
        if starts[i]:
            begin, comma = i, i
        elif i - begin >= _LONGEST_SENTENCE:
            at = comma + 1 if comma > begin else i
            starts[at] = True
            begin, comma = at, at
        if word in {",", ";"}:
            comma = i
    return starts


def _ends_sentence(words: Sequence[str], i: int) -> bool:
    word = words[i]
    if word in _TERMINAL:
        before = words[i - 1].lower() if i else ""
        return not (word == "." and (before in _TITLES or (len(before) == 1 and before.isalpha() and before != "i")))
    if word.endswith(".") and len(word) > 2 and "." in word[:-1]:  # U.S. / a.m.
        return words[i + 1].lower() in _STARTERS and words[i + 1][:1].isupper()
    if word == "\n" or word.startswith("\n"):
        return True
    if len(word) > 2 and word.endswith("."):  # a token the tokenizer kept whole: "Corp.", "end."
        return word[:-1].lower() not in _TITLES and words[i + 1][:1].isupper() and words[i + 1].lower() in _STARTERS
    return False


def _may_start(words: Sequence[str], j: int) -> bool:
    """A sentence starts with a capital, a digit or an opening mark before one of them."""
    while j < len(words) - 1 and words[j] in _OPENING:
        j += 1
    first = words[j][:1]
    return first.isupper() or first.isdigit() or not first.isascii() or first in "#$€£@"
