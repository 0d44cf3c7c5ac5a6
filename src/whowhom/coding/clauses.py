"""What a verb's own auxiliaries and conjunctions say: negation, future, possibility, duty, condition."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whowhom.coding.tree import Tree

_FUTURE = frozenset({"will", "'ll", "wo", "shall", "’ll"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
_DUTY = frozenset({"must", "should", "ought"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "nt"})
# "Had the rebels agreed, …"
_INVERTED = frozenset({"had", "were", "should"})
_ASKING = frozenset("insist demand recommend request order rule move propose suggest ask require decree urge".split())
_ITSELF = frozenset("it he she they we i".split())
_CONDITION = frozenset({"if", "unless", "whether"})
_HEARSAY = frozenset({"say", "believe", "think", "report", "claim", "estimate"})
_TO_COME = frozenset(
    "planned threatened proposed possible potential imminent impending looming expected scheduled upcoming feared "
    "would-be prospective intended anticipated forthcoming".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a verb's own auxiliaries say."""

    negated: bool = False
    future: bool = False
    would: bool = False
    possible: bool = False
    duty: bool = False
    progressive: bool = False
    conditional: bool = False


def read_clause(tree: Tree, i: int) -> Clause:
    """Auxiliaries, negation and conjunction of the verb ``i``; shared ones of a coordinated verb count too."""
    words: set[str] = set()
    tags: set[str] = set()
    for c in tree.children[i]:
        token = tree.tokens[c]
        if token.dep in {"aux", "auxpass"}:
            words.add(tree.lower[c])
            tags.add(token.tag)
        elif (
            token.dep == "neg"
            or (token.dep in {"advmod", "preconj"} and tree.lower[c] in _NEGATIVE)
            or (
                token.dep in {"nsubj", "nsubjpass", "dobj"}
                and any(tree.tokens[d].dep == "det" and tree.lower[d] == "no" for d in tree.children[c])
            )
        ):
            words.add("not")
    if any(tree.lower[c] == "longer" and c and tree.lower[c - 1] == "no" for c in tree.kids(i, "advmod")):
        words.add("not")
    token = tree.tokens[i]
    if (
        token.dep == "conj"
        and token.head < i
        and tree.own_subject(i) is None
        and token.tag in {"VB", "VBN", "VBG", "VBP"}
    ):
        shared = read_clause(tree, token.head) if tree.tokens[token.head].pos in {"VERB", "AUX"} else Clause()
        if not words & (_FUTURE | _POSSIBLE | _DUTY | {"would"}):
            negated = "not" in words or (shared.negated and not _has_contrast(tree, token.head, i))
            return replace(shared, negated=negated, conditional=_is_conditional(tree, i) or shared.conditional)
    subject = tree.own_subject(i)
    inverted = subject is not None and any(
        tree.lower[c] in _INVERTED and c < subject for c in tree.kids(i, "aux", "auxpass")
    )
    present_be = bool(words & {"is", "are", "am", "'s", "'re", "be", "been"})
    return Clause(
        negated="not" in words,
        future=bool(words & _FUTURE) or _is_headline_future(tree, i),
        would=bool(words & {"would", "'d"}),
        possible=bool(words & _POSSIBLE),
        duty=bool(words & _DUTY) or is_subjunctive(tree, i),
        progressive=token.tag == "VBG" and present_be,
        conditional=_is_conditional(tree, i) or inverted,
    )


def is_subjunctive(tree: Tree, i: int) -> bool:
    """ "insisted that the minister step aside": a bare verb after one of asking tells what ought to be."""
    token = tree.tokens[i]
    subject = tree.own_subject(i)
    if token.dep != "ccomp" or subject is None or tree.lemmas[token.head] not in _ASKING:
        return False
    bare = token.tag == "VB" or (token.tag == "VBP" and tree.tokens[subject].tag in {"NN", "NNP"})
    return bare and tree.child(i, "aux") is None and any(tree.lower[c] == "that" for c in tree.kids(i, "mark"))


def _is_headline_future(tree: Tree, i: int) -> bool:
    """ "Biden to meet Xi", "Macron to visit Morocco": an infinitive where the line's verb should be."""
    token = tree.tokens[i]
    if not tree.is_infinitive(i):
        return False
    is_main = token.dep == "ROOT" or tree.own_subject(i) is not None
    return is_main or (token.dep in {"acl", "relcl"} and tree.tokens[token.head].dep == "ROOT")


def is_on_condition(tree: Tree, i: int) -> bool:
    """ "would shell the posts if a soldier fell", "should Baku drill": the verb ``i`` hangs on a condition."""
    for c in tree.kids(i, "advcl"):
        if any(tree.lower[m] in {"if", "unless"} for m in tree.kids(c, "mark")):
            return True
        subject = tree.own_subject(c)
        if subject is not None and any(tree.lower[a] in _INVERTED and a < subject for a in tree.kids(c, "aux")):
            return True
    return False


def is_ultimatum(tree: Tree, i: int) -> bool:
    """ "will leave unless …", "said it would leave unless …": who says so wants what stands after it."""
    if not any(tree.lower[m] == "unless" for c in tree.kids(i, "advcl") for m in tree.kids(c, "mark")):
        return False
    clause, subject = read_clause(tree, i), tree.own_subject(i)
    return clause.future or (clause.would and subject is not None and tree.lower[subject] in _ITSELF)


def _has_contrast(tree: Tree, head: int, i: int) -> bool:
    """ "will not attend but send …": the negation stops at "but" and "instead"."""
    return any(tree.lower[j] in {"but", "instead"} for j in range(head, i))


def _is_open(tree: Tree, i: int) -> bool:
    """Whether what stands after "until" is yet to come: "no talks until the army surrendered"."""
    above = tree.tokens[i].head
    nouns = tree.kids(above, "attr", "nsubj", "dobj", "nsubjpass")
    has_no = any(tree.lower[c] == "no" for noun in nouns for c in tree.kids(noun, "det"))
    return tree.tokens[i].tag in {"VBZ", "VBP"} or has_no or tree.child(above, "neg") is not None


def _is_conditional(tree: Tree, i: int) -> bool:
    chain = [i, *list(tree.ancestors(i))[:2]]
    for j in chain:
        marks = {tree.lower[c] for c in tree.kids(j, "mark")}
        if marks & _CONDITION or ("until" in marks and _is_open(tree, j)):
            return True
        if tree.tokens[j].dep not in {"conj", "xcomp"}:
            return False
    return False


def has_to(tree: Tree, i: int) -> bool:
    """ "said the rebels had to lay down their arms", "needed to withdraw": others are to do it."""
    own = tree.own_subject(i)
    is_bare = tree.lemmas[i] in {"have", "need"} and tree.child(i, "dobj") is None
    return is_bare and own is not None and tree.tokens[own].pos != "PRON"


def is_said_to_come(tree: Tree, i: int) -> bool:
    """ "ahead of a planned assault", "a threatened invasion"."""
    return any(tree.lower[c] in _TO_COME for c in tree.kids(i, "amod"))


def has_no(tree: Tree, i: int) -> bool:
    return any(tree.lower[c] == "no" for c in tree.kids(i, "det"))


def is_hearsay(tree: Tree, g: int) -> bool:
    """ "are said to have", "is believed to be": nobody in particular says so; what is known is no hearsay."""
    return tree.is_passive(g) and tree.lemmas[g] in _HEARSAY
