"""Whom an act is aimed at where no slot of the lexicon names them: whose plan, demand or protest it is about."""

from __future__ import annotations

from whowhom.coding.arguments import (
    DEMANDING,
    SENT,
    objects_of,
    prepositional,
    subjects_of,
)
from whowhom.coding.binding import PRONOUNS
from whowhom.coding.candidates import Candidate
from whowhom.coding.entities import Namer
from whowhom.coding.memory import Named
from whowhom.coding.status import Reading
from whowhom.coding.tree import Tree

# What is done to somebody may be told by what it is done for: "pledged a million to help Chad".
_WITH_PURPOSE = frozenset({"PROTEST", "MOBILIZE", "AID"})
_BY_FORCE = frozenset({"ASSAULT", "COERCE"})
_RECEIVING = frozenset({"receive", "get", "accept", "win", "obtain", "secure", "face", "draw", "earn", "attract"})
_PROMISING = frozenset("agree promise pledge vow offer undertake consent commit volunteer ready prepare".split())
_SETTLING = frozenset({"mediation", "mediator", "mediate", "broker", "brokering", "arbitration", "facilitation"})


def implied_recipient(tree: Tree, cand: Candidate, reading: Reading, namer: Namer, *, has_place: bool) -> list[Named]:
    """Who it is that the act is aimed at, from the clause around it; ``has_place`` when a place was found already."""
    if reading.event == "REJECT" and reading.act != "CONSULT" and cand.is_nominal and cand.pred != cand.head:
        return namer.name_owner(cand.head)  # "rejected an Australian ultimatum"
    if reading.event in _WITH_PURPOSE or (reading.event in _BY_FORCE and not has_place):
        found = _purpose(tree, cand, namer)
        if found or reading.event != "PROTEST":
            return found
    if reading.event == "PROTEST":
        return _protested(tree, cand, namer)
    if reading.event == "THREATEN":
        return _warned(tree, cand, reading, namer)
    if has_place:
        return []
    if reading.act == "ACCUSE":
        return _suspected(tree, cand, namer)
    if cand.is_nominal and tree.tokens[cand.head].dep == "dobj":
        verb = tree.tokens[cand.head].head
        if tree.lemmas[verb] in _RECEIVING and namer.name_owner(cand.head):
            return namer.name_all(subjects_of(tree, verb))  # "received an invitation from Putin"
    if reading.event == "CONSULT" and _SETTLING & {tree.lemmas[cand.head], tree.lemmas[cand.pred]}:
        return _quarrelling(tree, cand, namer)
    if reading.event == "AGREE" and tree.lemmas[cand.pred] in _PROMISING:
        return concerned(tree, cand.pred, namer)
    return []


def rejected_wish(tree: Tree, cand: Candidate, reading: Reading, namer: Namer) -> list[Named]:
    """ "rejected Rome's suggestion that Europe recognise …": whose wish it was, whatever it was about."""
    if reading.event != "REJECT" or cand.is_nominal or reading.speaker == cand.pred:
        return []
    wishes = [o for o in objects_of(tree, reading.speaker) if tree.lemmas[o] in SENT]
    return [n for o in wishes for n in namer.name_owner(o) if n.is_known]


def _purpose(tree: Tree, cand: Candidate, namer: Namer) -> list[Named]:
    """ "marched to protest against the government", "used tear gas to disperse the crowd"."""
    inner = [c for o in tree.kids(cand.pred, "dobj") for c in tree.kids(o, "relcl", "acl")]
    for c in [*tree.kids(cand.pred, "advcl", "xcomp"), *inner]:
        if tree.is_infinitive(c):
            objects = objects_of(tree, c)
            heads = [*objects, *prepositional(tree, [c, *tree.kids(c, "dobj")], "against")]
            threats = [o for o in objects if tree.lemmas[o] in SENT]  # "to counter threats from Iran"
            found = [n for n in namer.name_all(heads) if n.is_known] or [
                n for o in threats for n in namer.name_owner(o)
            ]
            if found:
                return found
    return []


def _protested(tree: Tree, cand: Candidate, namer: Namer) -> list[Named]:
    """ "went on strike, demanding that the government pay", "in response to GE's decision"."""
    around = [cand.pred, cand.head, *tree.kids(cand.pred, "dobj")]
    for c in (c for i in around for c in tree.kids(i, "advcl", "acl")):
        if tree.lemmas[c] in DEMANDING:
            heads = [*complement_parties(tree, c, with_objects=False), *prepositional(tree, [c], "on")]
            wanted = [h for h in objects_of(tree, c) if not heads]
            found = namer.name_all(heads) or [n for h in wanted for n in namer.name(h) or namer.name_owner(h)]
            if found := [n for n in found if n.is_known]:
                return found
    for prep, noun in (("in", {"response", "reaction", "protest", "opposition"}), ("over", None), ("at", None)):
        heads = [h for h in prepositional(tree, around, prep) if noun is None or tree.lemmas[h] in noun]
        if noun is not None:
            heads = [h for p in ("to", "at", "against", "over") for h in prepositional(tree, heads, p)]
        found = [
            n for h in heads for n in namer.name(h) or namer.name_owner(h) if n.is_known and (noun or not n.is_place)
        ]
        if found:
            return found
    return []


def _suspected(tree: Tree, cand: Candidate, namer: Namer) -> list[Named]:
    """ "an inquiry into whether she lied", "accusations that soldiers stole": of whom the claim is."""
    told = tree.kids(cand.head, "acl") if cand.is_nominal else []
    for prep in (c for i in (cand.head, *tree.kids(cand.pred, "dobj")) for c in tree.kids(i, "prep")):
        told += tree.kids(prep, "pcomp")
        told += [c for o in tree.kids(prep, "pobj") if tree.lemmas[o] in SENT for c in tree.kids(o, "acl", "ccomp")]
    for clause in told:
        subject = tree.own_subject(clause)
        if subject is not None and tree.tokens[subject].pos != "PRON":
            return namer.name_all(tree.conjuncts(subject))
    return []


def _warned(tree: Tree, cand: Candidate, reading: Reading, namer: Namer) -> list[Named]:
    """Who must give way to a threat: "threatened Chad with a march", "unless Iran stops"."""
    for effect, verb in cand.governors:
        if effect == "threaten" and tree.lemmas[verb] in {"threaten", "menace"} and cand.is_nominal:
            found = [n for n in namer.name_all([o for o in objects_of(tree, verb) if o != cand.head]) if n.is_known]
            if found:
                return found
    for verb in (cand.pred, reading.speaker):
        for c in tree.kids(verb, "advcl"):
            subject = tree.own_subject(c)
            if subject is not None and any(tree.lower[m] in {"if", "unless", "until"} for m in tree.kids(c, "mark")):
                return namer.name_all(tree.conjuncts(subject))
    return []


def _quarrelling(tree: Tree, cand: Candidate, namer: Namer) -> list[Named]:
    """ "launched a mediation to resolve the rift between Qatar and Bahrain": the sides it is for."""
    inside = [i for i in tree.subtree(cand.pred) if i > cand.head]
    return namer.name_all(prepositional(tree, inside, "between") or prepositional(tree, inside, "among"))


def concerned(tree: Tree, verb: int, namer: Namer) -> list[Named]:
    """ "refused to lend Minsk a cent", "agreed to let the envoy see her": whom what is refused or promised is for."""
    for c in tree.kids(verb, "xcomp", "ccomp"):
        objects = objects_of(tree, c)
        inner = [o for v in tree.kids(c, "ccomp", "xcomp") if (o := tree.own_subject(v)) is not None]
        for heads in (datives(tree, c), inner, objects):
            found = [n for n in namer.name_all(heads) if n.is_known]
            if found and (heads is not objects or any(n.entity.code for n in found)):  # not "refused a firm position"
                return found
        owners = [n for o in objects for n in namer.name_owner(o) if n.is_known]
        to_whom = [n for n in namer.name_all(prepositional(tree, [c, *objects], "to")) if n.is_known and not n.is_place]
        if to_whom or owners:
            return to_whom or owners
    return []


def datives(tree: Tree, verb: int) -> list[int]:
    """ "gave Chad a loan", "gave a loan to Chad": Chad."""
    out: list[int] = []
    for c in tree.kids(verb, "dative"):
        out.extend(tree.conjuncts(c) if tree.tokens[c].pos != "ADP" else tree.kids(c, "pobj"))
    return out or [
        c for o in tree.kids(verb, "dobj") for c in tree.kids(o, "nmod", "compound") if _is_dative(tree, c, o)
    ]


def _is_dative(tree: Tree, c: int, obj: int) -> bool:
    """ "promised Kyiv more shells": a name before an article or number is no part of the object."""
    is_name = tree.tokens[c].ent in {"GPE", "PERSON", "ORG", "NORP"} and c == tree.tokens[obj].head + 1
    return is_name and tree.tokens[c + 1].tag in {"DT", "CD", "JJR", "PRP$"}


def complement_parties(tree: Tree, verb: int, *, with_objects: bool) -> list[int]:
    """ "demanded that Iran halt": Iran. "threatened to turn Seoul into ashes": Seoul."""
    for c in tree.kids(verb, "ccomp", "xcomp"):
        subject = None if tree.is_passive(c) else tree.own_subject(c)  # "complained that Chad had not been asked"
        if subject is not None and tree.lower[subject] not in PRONOUNS:
            return tree.conjuncts(subject)
        if with_objects:
            return objects_of(tree, c)
    return []
