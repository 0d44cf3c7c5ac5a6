"""What stands round a verb, as the lexicon's conditions look at it: objects, particles, prepositions, complements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whowhom.coding.arguments import (
    controlled,
    is_particle,
    means_of,
    objects_of,
    prepositional,
    subjects_of,
    unwrap,
)
from whowhom.coding.clauses import read_clause
from whowhom.coding.lexicon import Surroundings
from whowhom.coding.tree import Tree

_CHARGES = frozenset(
    "safety security protection defence defense welfare care budget policy policing governance administration "
    "coordination maintenance operation management development future success progress running delivery health "
    "education transport peace distribution implementation supply affair business matter portfolio region area".split()
)
_TIMES = frozenset({"DATE", "TIME"})
_GUNS = frozenset({"mortar", "artillery", "rocket", "shell", "missile"})
_ADVERB_PARTICLES = frozenset(
    "back down out off up away aside in over through round around alight ablaze offline foul home incommunicado".split()
)


def surroundings(tree: Tree, i: int) -> Surroundings:
    """What the lexicon's conditions look at, round the verb ``i``; kept, for one verb may be asked about often."""
    if i not in tree.kept_surroundings:
        tree.kept_surroundings[i] = _look_round(tree, i)
    found: Surroundings = tree.kept_surroundings[i]
    return found


def _look_round(tree: Tree, i: int) -> Surroundings:
    objects = objects_of(tree, i)
    preps: dict[str, tuple[str, ...]] = {}
    named: list[int] = []
    led_by: set[str] = set()
    holders = [i, *tree.kids(i, "dobj", "nsubjpass", "oprd", "acomp", "advmod", "prt")]
    holders += means_of(tree, i)
    for holder in holders:
        for words, _, head in tree.prepositions(holder):
            if tree.tokens[head].ent in _TIMES:
                continue  # "fought for a second day" is no fight for something
            first, _, prep = words.rpartition(" ")  # "out of": a particle and a preposition
            led_by.update(filter(None, [first]))
            preps[prep] = (*preps.get(prep, ()), _noun_of(tree, head))
            named.append(head)
    complements = [c for c in tree.children[i] if _is_complement(tree, c)]
    acomp, oprd = tree.child(i, "acomp"), tree.child(i, "oprd")
    particles = led_by | {tree.lower[c] for c in tree.kids(i, "prt")}
    particles |= {
        tree.lower[c]
        for c in tree.kids(i, "advmod", "prep", "acomp")
        if (tree.lower[c] in _ADVERB_PARTICLES and tree.child(c, "pobj") is None) or is_particle(tree, i, c)
    }
    answers = tree.kids(i, "intj", "dobj", "det", "oprd")
    particles |= {tree.lower[c] for c in answers} & {"no", "yes"}  # "said no to"
    return Surroundings(
        obj=tuple(tree.lemmas[inner] for o in objects for inner in (unwrap(tree, o), o)),
        passive=tree.is_passive(i),
        subj=tuple(
            word for s in subjects_of(tree, i) for inner in {s, unwrap(tree, s)} for word in _names(tree, inner)
        ),
        has_obj=bool(objects) or tree.child(i, "dobj") is not None,
        particles=frozenset(particles),
        preps=preps,
        comp=bool(complements),
        comp_verbs=tuple(word for c in complements for word in _verbs_of(tree, c)),
        named_complement=any(_has_named_subject(tree, c) for c in complements),
        infinitive=any(tree.tokens[a].tag == "TO" for c in complements for a in tree.kids(c, "aux")),
        acomp=tree.lemmas[acomp] if acomp is not None else None,
        oprd=tree.lemmas[oprd] if oprd is not None else None,
        dative=tree.child(i, "dative") is not None,
        modifiers=_modifiers(tree, {x for o in objects for x in (unwrap(tree, o), o)}),
        prep_modifiers=_modifiers(tree, named),
        whom=bool(controlled(tree, i)),
        negated=read_clause(tree, i).negated,
        adverbs=frozenset(_adverbs(tree, i)),
    )


def _noun_of(tree: Tree, head: int) -> str:
    """The noun's lemma; fire of some nation is gunfire: "killed by Israeli fire"."""
    is_ones = any(tree.tokens[c].ent == "NORP" for c in tree.kids(head, "amod", "compound"))
    return "gunfire" if tree.lower[head] == "fire" and is_ones else tree.lemmas[head]


def _adverbs(tree: Tree, i: int) -> Iterator[str]:
    """ "came face to face"; also what the verb leaves its object: "set 53 dissidents free"."""
    yield from (tree.lower[c] for c in tree.kids(i, "advmod", "npadvmod"))
    left = (c for c in tree.kids(i, "advcl", "dep") if tree.tokens[c].pos == "ADJ" and tree.own_subject(c) is None)
    yield from (tree.lower[c] for c in left)


def _verbs_of(tree: Tree, c: int) -> Iterator[str]:
    """The lemma of a clause's verb, also with what follows: "be-behind", "bear-responsibility", "will-pay-price"."""
    yield tree.lemmas[c]
    yield from _phrases_of(tree, c)
    if tree.lemmas[c] == "be":
        said = [*tree.kids(c, "acomp"), *(p for p in tree.kids(c, "prep") if tree.child(p, "pobj") is not None)]
        yield from (f"be-{tree.lower[x]}" for x in said if not _is_in_charge(tree, x))


def _phrases_of(tree: Tree, c: int) -> Iterator[str]:
    """ "pay-price", "respond-in-kind", "option+be-on-table"; led by "will" and "not" where the clause has them."""
    clause = read_clause(tree, c)
    lead = f"{'will-' if clause.future or clause.would else ''}{'not-' if clause.negated else ''}"
    said = [tree.lemmas[k] for k in tree.kids(c, "dobj", "attr", "oprd", "xcomp")]
    is_bare = tree.lemmas[c] == "be" and not lead  # its adjectives are told by _verbs_of
    said += [tree.lower[k] for k in tree.kids(c, "prt", "advmod", *(() if is_bare else ("acomp",)))]
    named = tree.kids(c, "dobj", "attr", "oprd")
    said += [f"{tree.lemmas[m]}-{tree.lemmas[o]}" for o in named for m in tree.kids(o, "amod")]
    said += ["-".join([*words.split(), tree.lemmas[o]]) for words, _, o in tree.prepositions(c)]
    subject = tree.own_subject(c)
    for word in said:
        yield f"{lead}{tree.lemmas[c]}-{word}"
        if subject is not None:
            yield f"{tree.lemmas[subject]}+{lead}{tree.lemmas[c]}-{word}"
    if lead:
        yield lead + tree.lemmas[c]
    if "or" in tree.lower:  # "told them to leave or face arrest", whatever the parser hung it on
        inside = tree.subtree(c)
        yield from (f"or-{tree.lemmas[k + 1]}" for k in inside if tree.lower[k] == "or" and k + 1 < len(tree.lower))


def _is_in_charge(tree: Tree, i: int) -> bool:
    """ "responsible for the safety of pilgrims": an office, no guilt."""
    return any(tree.lemmas[o] in _CHARGES for o in prepositional(tree, [i], "for"))


def _modifiers(tree: Tree, nouns: Iterable[int]) -> frozenset[str]:
    return frozenset(tree.lemmas[c] for noun in nouns for c in tree.kids(noun, "amod", "compound", "nmod"))


def _has_named_subject(tree: Tree, c: int) -> bool:
    """Whether somebody else is said to have done it: "said Benin lied"; not "it lied", "his aides had not"."""
    subject = tree.own_subject(c)
    if subject is None or tree.tokens[subject].pos not in {"NOUN", "PROPN"} or tree.child(c, "neg") is not None:
        return False
    owner = tree.child(subject, "poss")
    return owner is None or tree.tokens[owner].pos != "PRON"


def _names(tree: Tree, i: int) -> list[str]:
    """The lemma of a noun; of a name also the words for its kind before it ("Typhoon Haima")."""
    kinds = [tree.lemmas[c] for c in tree.kids(i, "compound")] if tree.lemmas[i] == "fire" else []
    if guns := [kind for kind in kinds if kind in _GUNS]:
        return guns  # "mortar fire killed", no blaze
    if tree.tokens[i].pos != "PROPN":
        return [tree.lemmas[i]]
    return [tree.lemmas[i], *(tree.lower[c] for c in tree.kids(i, "compound"))]


def _is_complement(tree: Tree, c: int) -> bool:
    dep = tree.tokens[c].dep
    return dep in {"xcomp", "ccomp"} or (dep == "advcl" and tree.is_infinitive(c))
