"""Which of the places that a sentence names can be the scene of an act, and which belong to another act or a party."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from whowhom.coding.tree import Tree
from whowhom.places import Place, Settled
from whowhom.places.choose import WAY, Candidate, choose_candidate
from whowhom.records import Entity

_VERBS = frozenset({"VERB", "AUX"})
_DEEDS = frozenset("ASSAULT COERCE PROTEST MOBILIZE CONSULT AID SANCTION RETREAT COOPERATE".split())
_WORDS = frozenset("ACCUSE REQUEST SUPPORT".split())
# What words are about, by how it hangs on their verb; "condemned it at a meeting in Geneva" tells where they were said.
_SUBJECT_MATTER = frozenset({"dobj", "ccomp", "xcomp", "oprd", "attr", "dative", "pcomp"})
_ON_MATTER = frozenset({"of", "for", "on", "against", "over", "about", "to", "after", "following", "with"})


def choose_scene(
    tree: Tree,
    candidates: Sequence[Candidate],
    pred: int,
    entities: Sequence[Entity],
    known: Collection[Place],
    *,
    event: str,
    is_done_to: bool,
) -> tuple[int | None, bool]:
    """The index of the act's place, and whether any place of the sentence could have been it.

    ``event`` is the type when the act is what it seems, "" when it is folded; ``is_done_to`` lets what the act is done
    to be its place: "seized Mosul".
    """
    seen = [_as_object(tree, c, pred) if is_done_to else c for c in candidates]
    usable = [i for i, c in enumerate(seen) if c[3] == "object" or not _names_a_party(tree, c, entities)]
    usable = [i for i in usable if not _is_way_of_another(tree, seen[i], pred)]
    if event in _WORDS:
        usable = [i for i in usable if not _is_subject_matter(tree, seen[i], pred)]
    # "In Mosul, police said a bomb …" may tell where the bomb was; "police said in Mosul" does not.
    tellings = {i: teller_of(tree, *seen[i][1:3], pred) for i in usable} if event in _DEEDS else {}
    firm = [i for i in usable if tellings.get(i) is None]
    fronted = [i for i in usable if (verb := tellings.get(i)) is not None and _is_fronted(tree, seen[i], verb)]
    countries = [e.code for e in entities if e.code]
    for indices in (firm, fronted):
        chosen = choose_candidate([seen[i] for i in indices], pred, countries, known)
        if chosen is not None:
            return indices[chosen], True
    return None, bool(usable)


def _verb_over(tree: Tree, start: int, end: int) -> int | None:
    """The nearest verb that a phrase hangs under."""
    return next((a for a in tree.ancestors(start) if not start <= a < end and tree.tokens[a].pos in _VERBS), None)


def teller_of(tree: Tree, start: int, end: int, pred: int) -> int | None:
    """The verb of saying that a phrase belongs to when the act is what is said: "said in Madrid that … killed"."""
    verb = _verb_over(tree, start, end)
    path = [pred, *tree.ancestors(pred)]
    if verb is None or verb == pred or verb not in path:
        return None
    return verb if tree.tokens[path[path.index(verb) - 1]].dep == "ccomp" else None


def _is_fronted(tree: Tree, candidate: Candidate, verb: int) -> bool:
    subject = tree.own_subject(verb)
    return subject is not None and candidate[1] < subject and subject not in tree.ancestors(candidate[1])


def _is_subject_matter(tree: Tree, candidate: Candidate, pred: int) -> bool:
    """Whether words are about what happened at the place: "condemned the attack in Kabul", "urged calm in Iraq"."""
    _, start, end, _ = candidate
    path = [start, *tree.ancestors(start)]
    if pred not in path:
        return False
    between = [i for i in path[: path.index(pred)] if not start <= i < end]
    if len(between) < 2:  # the preposition alone
        return False
    top = between[-1]
    return tree.tokens[top].dep in _SUBJECT_MATTER or tree.lower[top] in _ON_MATTER


def preposition_of(tree: Tree, settled: Settled) -> str | None:
    """What a place hangs on: the word before it, articles passed over; "compound" in "the Astana talks"."""
    start, end = settled.found.start, settled.found.end
    last = tree.tokens[end - 1]
    if last.dep in {"compound", "amod", "nmod"} and last.head >= end:
        return "compound"
    i = start - 1
    if i > 0 and tree.tokens[i].dep == "case" and tree.tokens[i - 1].pos == "PROPN":  # "in Yemen's Marib province"
        i = tree.phrase(i - 1)[0] - 1
    while i >= 0 and tree.tokens[i].pos in {"DET", "ADJ"} and start - i < 6:
        i -= 1
    return tree.lower[i] if i >= 0 and tree.tokens[i].pos == "ADP" else None


def _as_object(tree: Tree, candidate: Candidate, pred: int) -> Candidate:
    """The candidate with "object" for its preposition when the act is done to it: "seized (the city of) Mosul"."""
    place, start, end, _ = candidate
    heads = [i for i in range(start, end) if not start <= tree.tokens[i].head < end]
    if place.kind == "country" or not heads:
        return candidate
    token = tree.tokens[heads[0]]
    if token.dep == "pobj" and tree.lower[token.head] == "of":  # "the city of"
        token = tree.tokens[tree.tokens[token.head].head]
    is_object = token.dep in {"dobj", "nsubjpass"} and token.head == pred
    return (place, start, end, "object") if is_object else candidate


def _is_way_of_another(tree: Tree, candidate: Candidate, pred: int) -> bool:
    """ "recalled its envoy from Rome and demanded an end": the envoy came from Rome, the demand did not."""
    _, start, end, preposition = candidate
    verb = _verb_over(tree, start, end)
    if preposition not in WAY or verb is None or verb == pred:
        return False
    is_above = verb in tree.ancestors(pred) and tree.tokens[pred].dep != "conj"
    return not is_above and pred not in _statement_above(tree, verb)


def _statement_above(tree: Tree, i: int) -> Iterator[int]:
    """The words above a verb up to where a statement with a subject of its own begins."""
    for above in [i, *tree.ancestors(i)]:
        yield above
        if tree.tokens[above].dep == "conj" and tree.own_subject(above) is not None:
            return


def _names_a_party(tree: Tree, candidate: Candidate, entities: Sequence[Entity]) -> bool:
    """ "US Ambassador to Kazakhstan": the country belongs to the office; "rebels in Darfur" tells where."""
    _, start, end, preposition = candidate
    first, last = tree.tokens[start].start, tree.tokens[end - 1].end
    inside = any(e.start <= first and last <= e.end for e in entities)
    return inside and preposition not in {"in", "near", "at", "outside"}
