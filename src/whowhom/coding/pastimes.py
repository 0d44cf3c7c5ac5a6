"""Words of war for what is none: matches that are won, and people whom an accident kills."""

from __future__ import annotations

import re

from whowhom.coding.candidates import Candidate
from whowhom.coding.lexicon import Lexicon
from whowhom.coding.participants import Participants
from whowhom.coding.tree import Tree
from whowhom.coding.weapons import WEAPONS

_SCORE = re.compile(r"(?<![\w.,$€£–-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\w–-]|\.\d)")
# Who is called so is no player, whatever match the sentence is about: "police clashed with fans after the final".
_NO_PLAYERS = frozenset({"COP", "MIL", "REB", "UAF", "PRM", "SPY", "JUD", "LEG"})
_WINS = frozenset("beat defeat thrash rout trounce edge crush hammer stun humble outclass overcome beating".split())
_HARM = frozenset("kill injure wound hurt maim hit strike bury trap crush burn".split())


def is_pastime(tree: Tree, cand: Candidate, parts: Participants, lexicon: Lexicon) -> bool:
    """Whether an act is a turn of a match, or the harm that an accident did."""
    classes = lexicon.classes
    lemma = tree.lemmas[cand.head]
    if lemma in classes["PLAYS"] and _is_sport(tree, classes["SPORT"], is_win=lemma in _WINS):
        others = any(n.entity.sector in _NO_PLAYERS or n.entity.office for n in parts.all())
        return not others and WEAPONS.isdisjoint(tree.lemmas)
    return cand.act == "ASSAULT" and lemma in _HARM and _is_accident(tree, cand, lexicon)


def _is_sport(tree: Tree, words: frozenset[str], *, is_win: bool) -> bool:
    """Whether the sentence has two words of sport, or one beside a score, or somebody is beaten by one ("3-1")."""
    found = {lemma for lemma in tree.lemmas if lemma in words}
    if len(found) > 1:
        return True
    scores = len(_SCORE.findall(tree.sent.text))
    return scores > 1 or (scores == 1 and (is_win or bool(found)))


def _is_accident(tree: Tree, cand: Candidate, lexicon: Lexicon) -> bool:
    """Whether a crash or a collapse did the harm: "overturned, killing 12", "were killed when a ferry sank"."""
    accidents = lexicon.classes["ACCIDENTS"]
    told = {cand.head, *tree.kids(cand.head, "advcl")}
    i = cand.head
    while tree.tokens[i].dep in {"advcl", "conj", "relcl", "acl"} and tree.tokens[i].head != i:
        i = tree.tokens[i].head
        told |= {i, *tree.kids(i, "advcl")}
    if not any(tree.lemmas[i] in accidents for i in told):
        return False
    return not any(
        lemma in WEAPONS or any(row.act == "ASSAULT" for row in lexicon.nouns.get(lemma, ())) for lemma in tree.lemmas
    )
