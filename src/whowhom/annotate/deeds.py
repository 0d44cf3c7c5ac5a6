"""Slips of the parser over a deed: whose it is, to whom it is done, and which word tells it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from whowhom.records import Token

PARTIES = frozenset({"GPE", "NORP", "ORG", "PERSON"})
LISTED = frozenset({"GPE", "NORP", "ORG"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FORCES = frozenset(
    "troop troops force forces soldier police commando marine gunman militant rebel fighter guard jet warplane agent "
    "officer paramilitary militiaman ranger insurgent guerrilla extremist settler hacker authority "
    "prosecutor navy army".split()
)


def kids(out: list[Token], i: int, deps: Container[str]) -> list[int]:
    """The words that hang on one in any of these relations."""
    return [k for k, token in enumerate(out) if token.head == i and token.dep in deps]


def part_doers(out: list[Token]) -> None:
    """ "the seizure by Iranian troops of a ship": the ship is seized, they are no "troops of a ship"."""
    for i, token in enumerate(out):
        doer = token.head
        by = out[doer].head
        noun = out[by].head
        if token.text != "of" or token.dep != "prep" or token.ent or (out[by].text, out[by].dep) != ("by", "prep"):
            continue
        if out[noun].pos != "NOUN" or any(out[k].text == "of" for k in kids(out, noun, {"prep"})):
            continue
        is_named = out[doer].pos == "PROPN" and (out[doer].ent in LISTED or out[doer].text.isupper())
        told_by = kids(out, doer, {"amod", "compound", "poss"})
        is_force = out[doer].lemma in _FORCES and any(out[k].ent in PARTIES for k in told_by)
        if is_named or is_force:
            out[i] = replace(token, head=noun)


def wake_second(out: list[Token]) -> None:
    """ "Gunmen on a bicycle shot and killed": no noun is coordinated with a past tense, it is the verb's subject."""
    for i, verb in enumerate(out):
        noun = verb.head
        if verb.dep != "conj" or verb.tag != "VBD" or out[noun].dep != "ROOT" or out[noun].pos not in {"NOUN", "PROPN"}:
            continue
        if noun > i or kids(out, i, SUBJECTS) or kids(out, noun, SUBJECTS):
            continue
        out[i] = replace(verb, dep="ROOT", head=i)
        out[noun] = replace(out[noun], dep="nsubj", head=i)
        for k in range(i + 1, len(out)):
            if out[k].head == noun:
                out[k] = replace(out[k], head=i)


def tell_verb(out: list[Token], verbs: Container[str]) -> None:
    """ "decreed" taken for a present tense, and so for its own lemma: the past of a known verb."""
    for i, token in enumerate(out):
        word = token.text.lower()
        if token.tag not in {"VBP", "VB"} or token.lemma.lower() != word or not word.endswith("ed") or word in verbs:
            continue
        lemma = next((verb for verb in (word[:-1], word[:-2]) if verb in verbs), None)
        if lemma is not None:
            out[i] = replace(token, tag="VBD", lemma=lemma)
