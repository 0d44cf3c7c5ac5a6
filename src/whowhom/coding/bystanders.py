"""Who is no doer of an act although the sentence's grammar says so: a paper that prints it, a building."""

from __future__ import annotations

from whowhom.coding.candidates import Candidate
from whowhom.coding.memory import Named
from whowhom.coding.tree import Tree

_PUBLISHING = frozenset("publish print report carry run air broadcast post quote cite write release".split())
_MACHINES = frozenset(
    "tank tanks helicopter helicopters artillery jet jets plane planes warplane warplanes drone drones vehicles armour "
    "armor gunships bulldozers fire airstrikes aircraft".split()
)
_BUILDINGS = frozenset("mosque church temple synagogue shrine monastery cathedral seminary chapel pagoda".split())


def can_act(tree: Tree, cand: Candidate, named: Named, event: str) -> bool:
    """Whether somebody can be the doer: no paper that only prints, no mosque that attacks, no tank that backs."""
    if named.entity.sector == "REL" and event == "ASSAULT":
        last = named.entity.text.lower().split(" in ")[0].split()[-1]
        return last.removesuffix("es") not in _BUILDINGS and last.removesuffix("s") not in _BUILDINGS
    if event == "SUPPORT" and cand.act == "SUPPORT" and named.entity.text.lower().split()[-1] in _MACHINES:
        return False  # "backed by tanks"
    return named.entity.sector != "JRN" or not _only_publishes(tree, cand, named)


def _only_publishes(tree: Tree, cand: Candidate, named: Named) -> bool:
    """Whether a newspaper did no more than print what somebody else does: "published a report criticizing …"."""
    entity = named.entity
    verbs = [
        tree.tokens[i].head
        for i, token in enumerate(tree.tokens)
        if entity.start <= token.start < entity.end and token.dep in {"nsubj", "nsubjpass"}
    ]
    return any(tree.lemmas[verb] in _PUBLISHING and verb not in {cand.head, cand.pred} for verb in verbs)
