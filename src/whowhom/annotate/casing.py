"""Headlines in Title Case, read as the sentences they are: the parser takes "Declines" and "Talks" for names.

A word is lowered when the story's own body writes it small, or when it is a form of a word known to be no name.
Lengths never change, so offsets in the lowered text are offsets in the page's.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = frozenset(
    "a an the and or but nor of in on at to for from by with as into over after before against between about "
    "amid among under is are was were be been being has have had will would may might can could should must "
    "not no it its he his she her they their who which that this these those new more than up out off down".split()
)
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
)


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words start with a capital (or the line is all capitals)."""
    words = [w for w in _WORD.findall(text) if len(w) > 3]
    return len(words) >= 3 and sum(w[:1].isupper() for w in words) >= 0.8 * len(words)


def lower_titles(text: str, body: Iterable[str], plain_words: Container[str]) -> str:
    """The headline with its plain words in lower case; a headline in sentence case is returned as it is."""
    if not is_title_case(text):
        return text
    seen = {w for paragraph in body for w in _WORD.findall(paragraph) if w[:1].islower()}

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        # An acronym stays ("US", "UN"), whatever a small word of the same letters says.
        is_acronym = word.isupper() and len(word) <= 5 and not text.isupper()
        if is_acronym or len(small) != len(word):
            return word
        return small if small in _SMALL or small in seen or is_form_of(small, plain_words) else word

    return _WORD.sub(lowered, text)


def is_form_of(word: str, lemmas: Container[str]) -> bool:
    """Whether the word, less a usual ending, is one of the lemmas."""
    if word in lemmas:
        return True
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)] + instead
            if stem in lemmas or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in lemmas):
                return True
    return False
