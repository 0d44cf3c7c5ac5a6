"""Who does it and to whom, from syntax alone: token indices of noun heads, found through control, passives and gaps."""

from __future__ import annotations

from collections.abc import Iterator

from whowhom.coding.tree import CAUSING, Tree

# "a series of attacks": the noun that counts stands after "of".
CONTAINERS = frozenset(
    "series number wave round kind type set string dozen group lot majority hundred thousand billion trillion program "
    "programme act part spate flurry campaign handful couple range form package first second third rest batch "
    "policy process scores score bulk half most many some all one each several any pair crowd million list "
    "array use case means line way plan possibility idea prospect sort variety total measure flow "
    "level amount portion share slice instalment installment chunk consignment bag sack crate pallet truckload "
    "planeload shipload van ton tonne barrel litre "
    "liter gallon bushel megawatt dose message note expression token hour day week month".split()
)
_ASKED_AT = frozenset({"request", "urging", "behest", "insistence", "instigation", "prompting"})
# Verbs whose infinitive is done by their object: "urged Iran to release", "accused Iran of attacking".
OBJECT_CONTROL = frozenset(
    "urge ask tell order force allow help accuse suspect charge blame press pressure persuade convince invite "
    "encourage require instruct command permit enable let make have get want expect call advise warn beg "
    "implore compel oblige condemn criticize criticise convict cause lead direct authorize authorise find see "
    "catch stop prevent bar ban block prohibit forbid request appoint train send use summon thank praise "
    "fault sue dissuade discourage assign lobby prompt spur push drive inspire goad tempt entitle hire dare".split()
)
# Those they are said or done to did what "for", "on suspicion of" or "over" tells: "jailed two men for bombing".
ANSWERING_FOR = frozenset(
    "arrest detain question interrogate investigate hold jail imprison sentence punish fine execute hang try prosecute "
    "indict arraign sanction expel deport extradite sack fire dismiss suspend censure reprimand rebuke impeach "
    "denounce penalise penalize discipline seize capture berate chide scold rap reward honour honor commend admonish "
    "cite remand slam blast lambast attack seek hunt pursue impugn flog behead".split()
)
_SCOLDING = frozenset("lash hit rail rage rant fume sneer jeer thunder snap".split())
_ACCUSATIONS = frozenset("suspicion charge count accusation allegation pretext ground".split())
_PAPERS = frozenset(
    "plan decision agreement deal report effort attempt program programme move campaign policy operation mission "
    "statement resolution law bill decree order directive amendment treaty pact accord document letter measure package "
    "proposal offer pledge warrant memorandum".split()
)
# What one party sends or says to another: "a request from Rome" is Rome's.
SENT = frozenset(
    "request offer demand call appeal plea proposal petition complaint letter message invitation warning threat "
    "ultimatum bid application suggestion claim criticism pressure condition objection accusation allegation order "
    "statement declaration remark comment decision plan idea initiative resolution report".split()
)
DEMANDING = frozenset({"demand", "call", "urge", "ask", "press", "want", "seek"})
# "in response to": one preposition of three words, no place for another to hang on.
_COMPLEX = frozenset(
    "response reaction addition relation contrast opposition regard line comparison return spite eye view aim "
    "behest insistence urging anniversary height eve wake expense".split()
)
# What somebody says of another's deed.
_SUFFERED = frozenset("kill wound injure hurt maim damage destroy steal shoot lose refuse reject deny".split())
_NAMING = frozenset({"call", "term", "dub", "describe", "label", "consider", "deem", "see", "regard", "denounce"})
_ADDRESSING = frozenset(
    "ask urge call demand warn accuse blame condemn promise vow pledge order appeal thank say".split()
)
_PHRASAL = frozenset(
    (verb, word)
    for word, verbs in {
        "down": "vote burn shoot strike gun mow cut tear turn shut knock pull take water stand scale",
        "up": "break round call lock blow beat tear",
        "off": "seal cordon cut call fend beat carry choke finish",
        "in": "draft call haul rope",
        "out": "throw kick wipe order carry flush knock",
        "over": "hand take",
    }.items()
    for verb in verbs.split()
)
_PARTICLES = frozenset({"in", "out", "up", "down", "off", "back", "away", "over", "on", "across"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def unwrap(tree: Tree, i: int) -> int:
    """Through containers: "a series of attacks" gives "attacks"."""
    for _ in range(3):
        if tree.lemmas[i] not in CONTAINERS:
            return i
        inner = next((o for p, _, o in tree.prepositions(i) if p == "of"), None)
        if inner is None:
            return i
        i = inner
    return i


def objects_of(tree: Tree, i: int) -> list[int]:
    """Noun heads that the verb ``i`` is done to, coordinated ones included; a passive's subject is its object."""
    if tree.is_passive(i):
        subject = tree.child(i, "nsubjpass", "nsubj")
        dobj = tree.child(i, "dobj")
        if subject is not None:
            return [*_antecedent(tree, i, subject), *([dobj] if dobj is not None else [])]
        token = tree.tokens[i]
        if token.dep in {"acl", "amod"}:
            return tree.conjuncts(token.head)
        if token.dep == "conj" and tree.is_passive(token.head):
            return objects_of(tree, token.head)
        if token.dep == "relcl":
            return [token.head]
        if token.dep in {"xcomp", "advcl"}:
            return subjects_of(tree, token.head)[:4]
        return [dobj] if dobj is not None else []
    out: list[int] = []
    for c in tree.kids(i, "dobj"):
        out.extend(_antecedent(tree, i, c) if tree.lower[c] in _RELATIVE else tree.conjuncts(c))
    if not out:  # "handed in their weapons", the particle taken for a preposition
        out.extend(o for c in tree.kids(i, "prt") for o in tree.kids(c, "pobj"))
    if not out and tree.tokens[i].dep == "relcl" and tree.own_subject(i) is not None:
        subject = tree.own_subject(i)
        has_adverb = any(tree.lower[c] in {"where", "when", "why"} for c in tree.children[i])
        if subject is not None and tree.lower[subject] not in _RELATIVE and not has_adverb:
            out.append(tree.tokens[i].head)  # "the rebels (whom) Russia bombed"
    if not out:
        out.extend(o for c in tree.kids(i, "prep") if is_particle(tree, i, c) for o in tree.kids(c, "pobj"))
    if not out and tree.tokens[i].dep == "conj" and tree.tokens[i].head < i:
        shared = tree.kids(i, "dobj")
        out.extend(shared)
    return out or controlled(tree, i)


def controlled(tree: Tree, i: int) -> list[int]:
    """ "let EU monitors inspect", "wants Iran to release": the doer of the infinitive is whom the verb is said to."""
    if tree.lemmas[i] not in OBJECT_CONTROL:
        return []
    for c in tree.kids(i, "ccomp"):
        subject = tree.own_subject(c)
        is_bare = (
            tree.is_infinitive(c)
            or tree.tokens[c].tag == "VB"
            or (tree.tokens[c].tag == "VBP" and not tree.kids(c, "aux", "mark"))
        )
        if subject is not None and is_bare and tree.tokens[subject].dep == "nsubj":
            return tree.conjuncts(subject)
    return []


def is_particle(tree: Tree, verb: int, prep: int) -> bool:
    """ "voted down a proposal": a particle that the parser took for a preposition, so that the object hangs on it."""
    return prep == verb + 1 and (tree.lemmas[verb], tree.lower[prep]) in _PHRASAL


def _antecedent(tree: Tree, verb: int, subject: int) -> list[int]:
    """The noun a relative pronoun stands for, or the subject with its conjuncts."""
    if tree.lower[subject] not in _RELATIVE:
        return tree.conjuncts(subject)
    clause = verb
    for ancestor in [verb, *tree.ancestors(verb)]:
        clause = ancestor
        if tree.tokens[ancestor].dep in {"relcl", "acl"}:
            return tree.conjuncts(tree.tokens[clause].head)
    return []


def subjects_of(tree: Tree, i: int, depth: int = 0) -> list[int]:
    """Noun heads of who does the verb ``i``: own subject, agent of a passive, or the one that controls it."""
    if depth > 8:
        return []
    if tree.is_passive(i):
        return _agents(tree, i)
    subject = tree.own_subject(i)
    if subject is not None:
        return _antecedent(tree, i, subject)
    token = tree.tokens[i]
    head = token.head
    if head == i:
        return []
    if token.dep == "conj":
        own = _repaired_subject(tree, i) or _tellers(tree, i)
        return own or subjects_of_clause(tree, head, depth + 1)
    if token.dep in {"acl", "relcl"} and tree.tokens[head].pos in {"NOUN", "PROPN", "PRON"}:
        return _owner_or_noun(tree, i, head)
    if token.dep == "pcomp":
        return _subject_through_preposition(tree, head, depth + 1)
    if token.dep in {"xcomp", "advcl", "ccomp", "prep", "dep", "parataxis"} and tree.tokens[head].pos in {
        "VERB",
        "AUX",
    }:
        if tree.lemmas[head] in OBJECT_CONTROL and token.dep in {"xcomp", "ccomp"}:
            controlled = objects_of(tree, head)
            if controlled:
                return controlled
        return subjects_of_clause(tree, head, depth + 1)
    if token.dep in {"acomp", "attr", "oprd"}:
        return subjects_of_clause(tree, head, depth + 1)
    if token.dep == "xcomp" and tree.tokens[head].pos == "ADJ":  # "was unwilling to meet"
        return subjects_of_clause(tree, tree.tokens[head].head, depth + 1)
    return []


def subjects_of_clause(tree: Tree, i: int, depth: int = 0) -> list[int]:
    """Like ``subjects_of``, but a passive's own subject counts: "Trump is expected to end it" """
    if tree.is_passive(i):
        subject = tree.child(i, "nsubjpass", "nsubj")
        if subject is not None:
            return _antecedent(tree, i, subject)
        token = tree.tokens[i]
        if token.dep in {"acl", "amod"}:
            return [token.head]
        if token.dep == "conj" and token.head != i and depth < 8:
            return subjects_of_clause(tree, token.head, depth + 1)
    return subjects_of(tree, i, depth)


def _agents(tree: Tree, i: int) -> list[int]:
    """Who does a passive: "by X", or who has it done."""
    for c in tree.kids(i, "agent", "prep"):
        if tree.lower[c] == "by":
            for o in tree.kids(c, "pobj"):
                return tree.conjuncts(o)
    token = tree.tokens[i]
    if token.dep == "conj" and tree.is_passive(token.head) and tree.child(i, "nsubjpass") is None:
        return _agents(tree, token.head)
    return _causers(tree, i)


def _causers(tree: Tree, i: int) -> list[int]:
    """ "had the envoy expelled": who had it done; not who "had its assets frozen" or "had three men wounded"."""
    token = tree.tokens[i]
    thing, verb = tree.own_subject(i), token.head
    if token.dep == "acl" and tree.tokens[token.head].dep == "dobj":
        thing, verb = token.head, tree.tokens[token.head].head
    is_caused = tree.lemmas[verb] in CAUSING and (token.dep == "acl" or tree.is_caused(i))
    if thing is None or not is_caused or tree.lemmas[i] in _SUFFERED:
        return []
    is_own = any(tree.tokens[c].pos == "PRON" for c in tree.kids(thing, "poss"))
    return [] if is_own else subjects_of(tree, verb, 1)


def _owner_or_noun(tree: Tree, i: int, noun: int) -> list[int]:
    """ "rebels fighting in Aleppo": the rebels. "Iran's decision to resume": Iran."""
    infinitive = tree.is_infinitive(i)
    if not infinitive and tree.tokens[i].tag == "VBG" and not is_act_or_abstract(tree, noun):
        return tree.conjuncts(noun)
    owners = noun_owners(tree, noun)
    if not owners and infinitive:  # "the U.S. decision to leave"
        owners = [c for c in tree.kids(noun, "compound", "amod", "nmod") if tree.tokens[c].ent in {"GPE", "NORP"}]
    if owners:
        return owners
    head = tree.tokens[noun].head
    if tree.tokens[noun].dep in {"dobj", "attr", "oprd", "acomp"} and tree.tokens[head].pos in {"VERB", "AUX"}:
        if tree.lemmas[head] in _NAMING:
            return []  # "what Delhi called an attempt to kill its envoy": not Delhi's attempt
        return subjects_of(tree, head, 1)
    is_headline = tree.tokens[noun].dep == "ROOT"  # "Macron to visit Morocco"
    return tree.conjuncts(noun) if not infinitive or is_headline else []


def is_act_or_abstract(tree: Tree, noun: int) -> bool:
    """Whether the noun is a paper or an undertaking, whose owner acts: "signed a decree granting citizenship"."""
    return tree.lemmas[noun] in _PAPERS


def _subject_through_preposition(tree: Tree, prep: int, depth: int) -> list[int]:
    """ "accused Iran of attacking": Iran. "left after meeting": who left. "its role in ending": whose role."""
    head = tree.tokens[prep].head
    if tree.tokens[head].pos in {"VERB", "AUX"}:
        of_object = tree.lemmas[head] in OBJECT_CONTROL and tree.lower[prep] in {"of", "for", "with", "from", "into"}
        if of_object or (tree.lower[prep] in {"for", "over"} and tree.lemmas[head] in ANSWERING_FOR):
            controlled = objects_of(tree, head)
            if controlled:
                return controlled
        if tree.lower[prep] == "for" and tree.lemmas[head] in _SCOLDING:  # "lashed out at Jordan for hosting him"
            scolded = prepositional(tree, [head, *tree.kids(head, "prt", "advmod")], "at")
            if scolded:
                return scolded
        return subjects_of_clause(tree, head, depth)
    if tree.tokens[head].dep == "prep" or tree.tokens[head].pos == "ADP":
        return _subject_through_preposition(tree, head, depth + 1) if depth < 8 else []
    if tree.tokens[head].pos == "ADJ":  # "found the regime guilty of murdering": the regime
        subject = tree.own_subject(head)
        return (
            tree.conjuncts(subject) if subject is not None else subjects_of_clause(tree, tree.tokens[head].head, depth)
        )
    owner = tree.child(head, "poss")
    if owner is not None:
        return tree.conjuncts(owner)
    verb = next((a for a in tree.ancestors(head) if tree.tokens[a].pos in {"VERB", "AUX"}), None)
    if verb is None:
        return []
    accused = tree.lemmas[head] in _ACCUSATIONS and tree.lemmas[verb] in OBJECT_CONTROL | ANSWERING_FOR
    return (objects_of(tree, verb) if accused else []) or subjects_of_clause(tree, verb, depth)


def _tellers(tree: Tree, i: int) -> list[int]:
    """ "said ten citizens were hurt and asked Kabul for help": who said it asked, not those who were hurt."""
    head = tree.tokens[i].head
    is_told = tree.tokens[head].dep == "ccomp" and tree.is_passive(head) and tree.tokens[i].tag == "VBD"
    if not is_told or tree.lemmas[i] not in _ADDRESSING:
        return []
    return subjects_of(tree, tree.tokens[head].head, 1)


def _repaired_subject(tree: Tree, i: int) -> list[int]:
    """A finite "conjunct" with no coordinator before it is a clause whose subject hangs on an "as" or "while"."""
    head = tree.tokens[i].head
    if (
        head > i
        or not tree.is_finite(i)
        or any(tree.tokens[c].dep == "cc" for c in tree.children[head] if head < c < i)
        or tree.child(i, "cc") is not None  # "denounced it as aggression, withdrew his envoy and threatened": a list
    ):
        return []
    for c in reversed(tree.children[head]):
        if (
            head < c < i
            and tree.tokens[c].dep == "prep"
            and tree.lower[c] in {"as", "after", "before", "while", "since", "until"}
        ):
            return tree.kids(c, "pobj")
    return []


def prepositional(tree: Tree, holders: Iterator[int] | list[int], prep: str) -> list[int]:
    """Noun heads after ``prep`` on any of the holders, coordinated ones included; "caved in to X" has its particle."""
    out: list[int] = []
    for holder in holders:
        for words, _, head in tree.prepositions(holder):
            first, _, last = words.rpartition(" ")
            if last == prep and (not first or first in _PARTICLES):
                out.extend(h for h in tree.conjuncts(head) if h not in out)
    return out


def means_of(tree: Tree, i: int) -> list[int]:
    """Nouns on which what belongs to ``i`` may hang: "spoke by phone with Macron"; not "in response to Macron"."""
    found = [
        o
        for c in tree.kids(i, "prep")
        for o in tree.kids(c, "pobj")
        if tree.lemmas[o] not in _COMPLEX and (tree.lower[c], tree.lemmas[o]) != ("at", "request")
    ]
    fused = [c for c in tree.kids(i, "ccomp", "xcomp") if (tree.lemmas[i], tree.lower[c]) == ("let", "go")]
    out_of = [o for c in tree.kids(i, "prep") for d in tree.kids(c, "prep") for o in tree.kids(d, "pobj")]
    return found + out_of + [c for c in fused if tree.own_subject(c) is None]  # "let go of X"


def noun_owners(tree: Tree, i: int) -> list[int]:
    """Who stands behind an act noun: its possessor, "by X", the X of "at the request of X", or nothing."""
    owner = tree.child(i, "poss")
    if owner is not None:
        return tree.conjuncts(owner)
    return prepositional(tree, [i], "by") or (prepositional(tree, [i], "of") if is_asked_for(tree, i) else [])


def is_asked_for(tree: Tree, i: int) -> bool:
    """ "at the request of Chad", "at Washington's urging": asked by whom the noun belongs to."""
    return tree.lemmas[i] in _ASKED_AT and tree.tokens[i].dep == "pobj" and tree.lower[tree.tokens[i].head] == "at"
