"""Real trees for the tests of this room: one parser, one lexicon and one knowledge base for all of them."""

from __future__ import annotations

from datetime import date
from functools import cache

from whowhom.actors import Knowledge, load_knowledge
from whowhom.annotate import Annotator, load_annotator
from whowhom.coding.candidates import Candidate, find_candidates
from whowhom.coding.entities import Namer
from whowhom.coding.lexicon import Lexicon, load_lexicon
from whowhom.coding.memory import Memory
from whowhom.coding.tree import Tree
from whowhom.records import Section, Story


@cache
def lexicon() -> Lexicon:
    return load_lexicon()


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


@cache
def annotator() -> Annotator:
    return load_annotator(lexicon().lemmas)


def tree_of(text: str, section: Section = "body") -> Tree:
    """The tree of a text's first sentence."""
    story = Story("t", headline=text) if section == "headline" else Story("t", body=(text,))
    return Tree(annotator().annotate(story)[0])


def at(tree: Tree, word: str) -> int:
    """The index of the first token with this text."""
    return tree.lower.index(word.lower())


def namer_of(tree: Tree, day: date | None = None) -> Namer:
    return Namer(tree, knowledge(), Memory(day), lexicon().nouns)


def candidate(tree: Tree, word: str) -> Candidate:
    """The candidate act whose word is this."""
    return next(c for c in find_candidates(tree, lexicon()) if tree.lower[c.head] == word.lower())
