"""Numbers stated in a sentence: dead, injured, arrested, participants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whowhom.coding.arguments import objects_of, subjects_of, unwrap
from whowhom.coding.tree import Tree
from whowhom.records import Counts

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split()
)
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
_SMALL = {word: n for n, word in enumerate(_UNITS)} | _TENS

_DEAD = frozenset(
    {"kill", "die", "murder", "execute", "massacre", "slay", "behead", "drown", "assassinate", "slaughter"}
)
_INJURED = frozenset({"injure", "wound", "hurt", "maim"})
_ARRESTED = frozenset({"arrest", "detain", "jail", "imprison", "apprehend"})
_JOINED = frozenset({"protest", "demonstrate", "rally", "march", "strike", "riot", "gather", "attend", "take"})
_DEAD_WORDS = frozenset({"dead"})
_INJURED_WORDS = frozenset({"injured", "wounded", "hurt"})
_FIGURE = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d+$")


def find_counts(tree: Tree, trigger: int) -> Counts:
    """Numbers of people tied to the act at ``trigger`` or to a verb of dying beside it."""
    dead = injured = arrested = participants = None
    here = _clause(tree, trigger)
    for i, token in enumerate(tree.tokens):
        lemma = tree.lemmas[i]
        if token.pos not in {"VERB", "ADJ"} or not _belongs(tree, i, here):
            continue
        if token.pos == "VERB" and lemma in _DEAD | _INJURED | _ARRESTED:
            number = _people(tree, _patients(tree, i))
            if lemma in _DEAD:
                dead = dead if dead is not None else number
            elif lemma in _INJURED:
                injured = injured if injured is not None else number
            elif i == trigger or (tree.tokens[i].dep != "conj" and tree.tokens[trigger].dep != "conj"):
                arrested = arrested if arrested is not None else number
        elif token.pos == "ADJ" and lemma in _DEAD_WORDS | _INJURED_WORDS:
            number = _people(tree, _beside(tree, i))
            if lemma in _DEAD_WORDS:
                dead = dead if dead is not None else number
            else:
                injured = injured if injured is not None else number
    dead = dead if dead is not None else _number_before(tree, _DEAD_WORDS | {"killed"}, here)
    injured = injured if injured is not None else _number_before(tree, _INJURED_WORDS, here)
    if tree.lemmas[trigger] in _JOINED and tree.tokens[trigger].pos == "VERB":
        subject = tree.own_subject(trigger)
        participants = _people(tree, [subject]) if subject is not None else None
    return Counts(dead, injured, arrested, participants)


def _clause(tree: Tree, i: int) -> int:
    """The word that heads the statement ``i`` stands in; one joined by "and" with a subject of its own is another."""
    for j in (i, *tree.ancestors(i)):
        token = tree.tokens[j]
        is_own = token.dep in {"conj", "ccomp", "parataxis"} and token.pos in {"VERB", "AUX"}
        if token.head == j or (is_own and tree.own_subject(j) is not None):
            return j
    return i


def _belongs(tree: Tree, i: int, here: int) -> bool:
    """Whether people killed at ``i`` are this act's: of its statement, or of nobody named ("… and ten were killed")."""
    there = _clause(tree, i)
    is_orphan = there > here and tree.is_passive(i) and not subjects_of(tree, i)
    return there == here or is_orphan or _is_told_in(tree, there, here) or _is_told_in(tree, here, there)


def _is_told_in(tree: Tree, inner: int, outer: int) -> bool:
    return tree.tokens[inner].dep != "conj" and outer in tree.ancestors(inner)


def _number_before(tree: Tree, words: frozenset[str], here: int) -> int | None:
    """ "six soldiers dead and more than twenty-five wounded": the figure within three words before."""
    for i, word in enumerate(tree.lower):
        if (
            word not in words
            or not _belongs(tree, i, here)
            or tree.tokens[i].tag == "VBD"
            or tree.child(i, "dobj") is not None
        ):
            continue
        for j in range(i - 1, max(i - 4, -1), -1):
            if tree.tokens[j].pos == "NUM":
                first = j
                while first > 0 and (tree.tokens[first - 1].pos == "NUM" or tree.tokens[first - 1].text == "-"):
                    first -= 1
                return read_number(tree.lower[first : j + 1])
            if tree.tokens[j].pos in {"VERB", "PUNCT", "CCONJ"}:
                break
    return None


def _patients(tree: Tree, i: int) -> list[int]:
    if tree.lemmas[i] in {"die", "drown"}:
        subject = tree.own_subject(i)
        return [subject] if subject is not None else []
    return objects_of(tree, i)


def _beside(tree: Tree, i: int) -> list[int]:
    """ "left five people dead", "five dead", "the dead numbered …": the noun the adjective speaks of."""
    head = tree.tokens[i].head
    if tree.tokens[head].pos in {"VERB", "AUX"}:
        return [*tree.kids(head, "dobj", "nsubj", "nsubjpass"), *tree.kids(i, "nsubj", "nummod")]
    return [i, head]


def _people(tree: Tree, heads: list[int]) -> int | None:
    for head in heads:
        for i in (head, unwrap(tree, head)):
            for c in [*tree.kids(i, "nummod"), *([i] if tree.tokens[i].pos == "NUM" else [])]:
                number = read_number(list(_number_words(tree, c)))
                if number is not None:
                    return number
    return None


def _number_words(tree: Tree, i: int) -> Iterator[str]:
    for j in tree.subtree(i):
        if tree.tokens[j].pos == "NUM" or tree.tokens[j].text == "-":
            yield tree.lower[j]


def read_number(words: list[str]) -> int | None:
    """ "twenty - five", "1,200", "two hundred" as an integer; None when the words are no plain number."""
    total, current, seen = 0, 0, False
    for word in (part for w in words for part in w.split("-") if part):
        if _FIGURE.match(word):
            current, seen = current + int(word.replace(",", "")), True
        elif word in _SMALL:
            current, seen = current + _SMALL[word], True
        elif word in _SCALES:
            scale = _SCALES[word]
            current, seen = max(current, 1) * scale, True
            if scale >= 1_000:
                total, current = total + current, 0
        else:
            return None
    return total + current if seen else None
