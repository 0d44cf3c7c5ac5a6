"""Candidate acts of a sentence: verbs of the lexicon, act nouns, and the verbs that govern them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from whowhom.coding.arguments import ANSWERING_FOR, CONTAINERS, is_asked_for, objects_of, unwrap
from whowhom.coding.clauses import is_subjunctive, is_ultimatum, read_clause
from whowhom.coding.lexicon import Lexicon, NounAct, Surroundings, VerbAct
from whowhom.coding.surroundings import surroundings
from whowhom.coding.tree import Tree

# Prepositions through which a verb carries over to the act: "focus on fighting"; not "after meeting", "for attacking".
_ACT_CARRYING = frozenset({"in", "on", "to", "for", "with", "into", "from", "of", "against", "at"})
_CARRYING = frozenset({"on", "in", "to", "into", "of", "from", "at", "about", "with"})
_LETTING = frozenset({"let", "allow", "permit"})


# "decided against sending", "refrained from attacking".
_AVERTING = frozenset({"decide", "refrain", "abstain", "desist", "rule", "vote", "opt", "shy", "back", "stop", "cease"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may name an act. ``pred`` is the verb whose arguments count (a light verb), or the word itself."""

    head: int
    pred: int
    act: str
    mode: str | None
    cameo: str | None
    to: tuple[str, ...]
    is_nominal: bool
    is_specific: bool
    governors: tuple[tuple[str, int], ...] = ()  # (effect, token), inner first
    alone: str = "yes"
    completes: tuple[int, ...] = ()  # the words that the row asked for: "on strike" of "went on strike"
    is_reversed: bool = False  # the subject is the one it is done to: "received a loan from Japan"
    is_strict: bool = False  # no event unless both parties are known: "worked with"
    takes_not: bool = False  # the negation is part of the act: "paid no heed to"


def find_candidates(tree: Tree, lexicon: Lexicon) -> list[Candidate]:
    """All candidate acts, left to right; nouns that a verb's row already took are not repeated."""
    out: list[Candidate] = []
    taken: set[int] = set()
    for i, token in enumerate(tree.tokens):
        if token.pos in {"VERB", "AUX"} and token.dep != "amod" and tree.lemmas[i] in lexicon.verbs:
            around = surroundings(tree, i)
            row = lexicon.verb_row(tree.lemmas[i], around)
            if row is not None and row.act == "-":
                taken.update(objects_of(tree, i) if around.has_obj and tree.lemmas[i] != "try" else ())
            elif row is not None:
                out.append(_verb_candidate(tree, lexicon, i, row))
                taken.update(_swallowed(tree, i, row))
    for i, token in enumerate(tree.tokens):
        if tree.lemmas[i] not in lexicon.nouns or token.pos not in {"NOUN", "PROPN"} or token.ent == "DATE":
            continue
        if i in taken or _is_mere_modifier(tree, i) or _is_in_name(tree, i):
            continue
        noun = lexicon.noun_act(tree.lemmas[i], _noun_surroundings(tree, i))
        candidate = _noun_candidate(tree, lexicon, i, noun) if noun is not None else None
        if candidate is not None:
            out.append(candidate)
            if noun is not None and noun.verb is not None:
                taken.update(_done_to(tree, i))  # "the lifting of sanctions" imposes none
    out += list(_duties(tree, lexicon, out))
    out += list(_ultimatums(tree, lexicon, out))
    return sorted(out, key=lambda c: c.head)


def _duties(tree: Tree, lexicon: Lexicon, found: list[Candidate]) -> Iterator[Candidate]:
    """ "X said Y must stop the demolitions", "insisted that Y explain": a demand, whatever is asked for."""
    known = {i for c in found for i in (c.pred, c.head)}
    said = {c.head for c in found if c.act == "STATEMENT"}
    for i, token in enumerate(tree.tokens):
        is_duty = token.tag == "MD" and token.dep == "aux" and tree.lower[i] in {"must", "should", "ought"}
        is_asked = token.pos in {"VERB", "AUX"} and is_subjunctive(tree, i)
        if not (is_duty or is_asked):
            continue
        verb = token.head if is_duty else i
        if tree.own_subject(verb) is None or verb in (known - said if is_asked else known):
            continue
        governors = tuple(_governors(tree, lexicon, verb))
        if any(effect == "report" for effect, _ in governors):
            yield Candidate(verb, verb, "REQUEST", "change", "10", (), False, False, governors)


def _ultimatums(tree: Tree, lexicon: Lexicon, found: list[Candidate]) -> Iterator[Candidate]:
    """ "will shut the valve unless …": a threat, whatever is threatened; "will not let the UN in": a refusal."""
    known = {i for c in found for i in (c.pred, c.head, *(g for _, g in c.governors))}
    for i, token in enumerate(tree.tokens):
        if i in known or token.pos != "VERB":
            continue
        if is_ultimatum(tree, i):
            governors = tuple(_governors(tree, lexicon, i))
            yield Candidate(i, i, "THREATEN", None, "13", ("on", "against"), False, False, governors)
        elif tree.lemmas[i] in _LETTING and surroundings(tree, i).whom and read_clause(tree, i).negated:
            governors = tuple(_governors(tree, lexicon, i))
            yield Candidate(i, i, "AGREE", None, "12", ("obj", "comp"), False, False, governors, is_strict=True)


def _swallowed(tree: Tree, i: int, row: VerbAct) -> set[int]:
    """Act nouns that belong to the verb's own act: its named object, or the object of "hold", "launch" …"""
    if not row.is_specific:
        return set()
    named = set().union(*(n.words for n in row.needs))
    near = [*objects_of(tree, i), *(o for p in tree.kids(i, "prep", "dative") for o in tree.kids(p, "pobj"))]
    out = {unwrap(tree, o) for o in near if tree.lemmas[unwrap(tree, o)] in named}
    own = {o for o in near if tree.lemmas[o] in named}
    return out | own | {unwrap(tree, o) for o in own}  # "held out the prospect of a deal": no deal


def _verb_candidate(tree: Tree, lexicon: Lexicon, i: int, row: VerbAct) -> Candidate:
    governors = tuple(_governors(tree, lexicon, i))
    if row.effect is not None:
        governors = ((row.effect, i), *governors)
    completes = tuple(sorted(_swallowed(tree, i, row)))
    return Candidate(
        i, i, row.act, row.mode, row.cameo, row.to, False, row.is_specific, governors,
        completes=completes, is_reversed=row.is_reversed, is_strict=row.is_strict,
        takes_not=row.takes_not,
    )  # fmt: skip


def _noun_candidate(tree: Tree, lexicon: Lexicon, i: int, noun: NounAct) -> Candidate | None:
    """An act noun with the verb it hangs on, when that verb says what became of the act."""
    act, mode, cameo, to = noun.act, noun.mode, noun.cameo, noun.to
    own: tuple[tuple[str, int], ...] = ()
    if act == "-" and noun.verb is None:
        return None  # "the war on drugs"
    if noun.verb is not None:
        row = lexicon.verb_row(noun.verb, _noun_surroundings(tree, i))
        if row is None or row.act == "-":
            return None
        act, mode, cameo, to = row.act, row.mode, row.cameo, (*noun.to, *row.to)
        own = ((row.effect, i),) if row.effect is not None else ()
    base = Candidate(i, i, act, mode, cameo, to, True, True, own, "yes" if is_asked_for(tree, i) else noun.alone)
    outer = _container(tree, i)
    token = tree.tokens[outer]
    verb, link = token.head, token.dep
    if link == "pobj":
        prep = token.head
        verb = tree.tokens[prep].head
    if tree.tokens[verb].pos not in {"VERB", "AUX"}:
        return _under_noun(tree, lexicon, base, outer, verb)
    if link in {"nsubj", "nsubjpass"} and not (link == "nsubjpass" and tree.lemmas[verb] in lexicon.frames):
        effect = lexicon.governors["happening"].get(tree.lemmas[verb])
    else:
        effect = lexicon.effect(tree.lemmas[verb], surroundings(tree, verb), of="act")
        if link == "pobj" and (tree.lower[token.head] not in _ACT_CARRYING or is_asked_for(tree, i)):
            effect = None
        is_at = link == "pobj" and tree.lower[token.head] == "at"
        if is_at and (effect not in {"do", "begin", "continue"} or _takes_other(tree, verb)):
            effect = None  # "agreed at a summit on a truce": where it was agreed
        if link == "pobj" and tree.lower[token.head] == "in" and effect == "stop" and tree.kids(verb, "dobj"):
            effect = None  # "broke up a ring in a joint operation": it was not the operation that was broken up
        if link == "pobj" and base.alone == "absent":
            effect = None  # "in the absence of Uganda, little was expected": the absence was not
        if (
            link == "pobj"
            and effect == "do"
            and tree.lower[token.head] in {"on", "about", "for"}
            and _has_act(tree, lexicon, verb)
        ):
            effect = None  # "held talks on the truce": what they were about
    ended = _ended_by(tree, lexicon, verb) if link == "pobj" and tree.lower[token.head] in {"to", "of"} else None
    if ended is not None:  # "ordered a halt to the offensive"
        above = tuple(_governors(tree, lexicon, verb))
        return replace(base, pred=verb, governors=(*own, ended, (effect or "do", verb), *above))
    told = _told_in_clause(tree, lexicon, outer) if effect is None or link in {"nsubj", "nsubjpass"} else None
    if told is not None:
        effect, verb = told
    if effect is None:
        return base
    above = tuple(_governors(tree, lexicon, verb))
    return replace(base, pred=verb, governors=(*own, (effect, verb), *above))


def _ended_by(tree: Tree, lexicon: Lexicon, verb: int) -> tuple[str, int] | None:
    """The object of a verb that puts an end to what follows it: "a halt", "an end"."""
    for i in tree.kids(verb, "dobj"):
        if (effect := lexicon.governors["noun"].get(tree.lemmas[i])) in {"stop", "cancel"}:
            return effect, i
    return None


def _has_act(tree: Tree, lexicon: Lexicon, verb: int) -> bool:
    return any(tree.lemmas[unwrap(tree, o)] in lexicon.nouns for o in tree.kids(verb, "dobj", "nsubjpass"))


def _takes_other(tree: Tree, verb: int) -> bool:
    """ "took up the case at a rally": what is done is the object; not "took part at a rally"."""
    return any(tree.lemmas[o] != "part" for o in tree.kids(verb, "dobj"))


def _told_in_clause(tree: Tree, lexicon: Lexicon, noun: int) -> tuple[str, int] | None:
    """ "talks that Chad held with Iran", "attacks launched by rebels": the clause on the noun tells who did it."""
    for c in tree.kids(noun, "relcl", "acl"):
        if tree.lemmas[c] not in {"do", "have"} and tree.lemmas[c] in lexicon.frames and noun in objects_of(tree, c):
            effect = lexicon.effect(tree.lemmas[c], surroundings(tree, c), of="act")
            if effect in {"do", "begin"}:
                return effect, c
    return None


def _is_in_name(tree: Tree, i: int) -> bool:
    """ "the National Movement for the Liberation of Azawad": the noun is part of a name, and no act."""
    token = tree.tokens[i]
    if token.ent not in {"ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT"} or not token.text[:1].isupper():
        return False
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(tree.tokens) and tree.tokens[j].ent == token.ent]
    return i > 0 and bool(beside) and any(t.text[:1].islower() and t.pos in {"NOUN", "VERB"} for t in tree.tokens)


def _is_mere_modifier(tree: Tree, i: int) -> bool:
    """ "attack helicopter" is no attack, but "mediation efforts" is mediation."""
    token = tree.tokens[i]
    return token.dep == "compound" and tree.lemmas[token.head] not in {
        "effort",
        "operation",
        "campaign",
        "process",
        "drive",
        "bid",
        "attempt",
        "plot",
    }


def _container(tree: Tree, i: int) -> int:
    """The outermost noun that merely measures or frames the act: "a program of arms smuggling" gives "program"."""
    for _ in range(3):
        token = tree.tokens[i]
        if token.dep == "compound":
            i = token.head
            continue
        if token.dep == "pobj" and tree.lower[token.head] == "of":
            holder = tree.tokens[token.head].head
            if tree.lemmas[holder] in CONTAINERS:
                i = holder
                continue
        if token.dep == "conj" and tree.tokens[token.head].pos in {"NOUN", "PROPN"}:
            i = token.head
            continue
        break
    return i


def _under_noun(tree: Tree, lexicon: Lexicon, base: Candidate, outer: int, noun: int) -> Candidate:
    """An act noun under another noun: "plans for talks", "an end to sanctions"."""
    effect = lexicon.governors["noun"].get(tree.lemmas[noun]) if tree.tokens[outer].dep == "pobj" else None
    if effect == "plan" and base.act in {"CONSULT", "COOPERATE"}:
        above = _effect_on_noun(tree, lexicon, noun)
        if above is None or above[0] not in {"do", "plan"}:
            return base
        # "announced plans for talks with Chad": who announces them is a party
        return replace(base, pred=above[1], governors=((effect, noun), above, *_governors(tree, lexicon, above[1])))
    if effect is None or base.alone != "yes":
        return base
    claim = tree.tokens[noun]
    if effect == "do" and claim.dep == "dobj" and tree.tokens[claim.head].pos == "VERB":
        # "claimed responsibility for the attack": who claims it did it
        return replace(base, pred=claim.head, governors=(("do", claim.head), *_governors(tree, lexicon, claim.head)))
    return replace(base, governors=((effect, noun), *_governors(tree, lexicon, noun)))


def _noun_surroundings(tree: Tree, i: int) -> Surroundings:
    """For "suspension of aid" or "arms smuggling": the noun seen as its verb."""
    objects = _done_to(tree, i)
    preps = {p: (tree.lemmas[o],) for holder in (i, *objects) for p, _, o in tree.prepositions(holder)}
    modifiers = frozenset(tree.lemmas[c] for c in tree.kids(i, "amod", "compound", "nmod"))
    obj = tuple(tree.lemmas[o] for o in objects)
    return Surroundings(obj=obj, has_obj=bool(objects), preps=preps, modifiers=modifiers)


def _done_to(tree: Tree, i: int) -> list[int]:
    """What an act noun says is done to: "of X", "arms" in "arms smuggling"."""
    objects = [unwrap(tree, o) for p, _, o in tree.prepositions(i) if p == "of"]
    return objects + [c for c in tree.kids(i, "compound") if tree.tokens[c].pos == "NOUN"]


def _governors(tree: Tree, lexicon: Lexicon, i: int) -> list[tuple[str, int]]:
    """The words that govern the verb ``i`` through clauses, inner first, each with its effect."""
    out: list[tuple[str, int]] = []
    for _ in range(8):
        token = tree.tokens[i]
        head, dep = token.head, token.dep
        if head == i:
            break
        if dep == "conj":
            if tree.own_subject(i) is not None and tree.is_finite(i) and _starts_anew(tree, lexicon, i, head):
                break
            i = head
            continue
        if dep == "pcomp":
            carrier = tree.tokens[head].head
            averted = tree.lower[head] in {"against", "from"} and tree.lemmas[carrier] in _AVERTING
            averted = (
                averted and tree.child(carrier, "dobj") is None
            )  # "stopped rioters from burning it": not their refusal
            if averted:
                out.append(("refuse", carrier))
                i = carrier
                continue
            if tree.lower[head] in {"for", "over"} and tree.lemmas[carrier] in ANSWERING_FOR:
                out.append(("accuse", carrier))  # "jailed for insulting the king": so say those who did it
                i = carrier
                continue
            if tree.lower[head] not in _CARRYING and tree.tokens[carrier].pos != "NOUN":
                break
            head = carrier
        elif dep not in {"xcomp", "ccomp", "acl", "acomp", "advcl", "attr", "oprd", "relcl"}:
            break
        effect = _effect_of(tree, lexicon, i, head, dep)
        if effect is None and dep in {"advcl", "relcl"}:
            break
        out.append((effect or "do", head))
        i = head
        while tree.tokens[i].pos == "NOUN":
            above = _effect_on_noun(tree, lexicon, i)
            if above is None:
                return out
            out.append(above)
            i = above[1]
    return out


def _starts_anew(tree: Tree, lexicon: Lexicon, i: int, head: int) -> bool:
    """ "denied that they had agreed, and in March they killed ten": the second is a statement of its own."""
    token = tree.tokens[head]
    if token.dep != "ccomp":
        return token.dep == "ROOT"
    breaks = [j for j in range(head, i) if tree.lower[j] in {"and", "but"} and tree.lower[j - 1] == ","]
    effect = _effect_of(tree, lexicon, head, token.head, token.dep)
    return bool(breaks) and effect != "report" and not any(tree.lower[c] == "that" for c in tree.kids(i, "mark"))


def _effect_on_noun(tree: Tree, lexicon: Lexicon, noun: int) -> tuple[str, int] | None:
    """What is done to the noun that governs the act: "rejected a plan to withdraw", "an end to the scheme"."""
    token = tree.tokens[noun]
    if token.dep == "pobj":
        above = tree.tokens[token.head].head
        effect = lexicon.governors["noun"].get(tree.lemmas[above])
        return (effect, above) if effect is not None and tree.tokens[above].pos == "NOUN" else None
    verb = token.head
    if token.dep not in {"dobj", "nsubjpass"} or tree.tokens[verb].pos != "VERB":
        return None
    effect = lexicon.effect(tree.lemmas[verb], surroundings(tree, verb), of="act")
    if effect == "refuse" and lexicon.governors["noun"].get(tree.lemmas[noun]) in {"expect", "accuse"}:
        return "deny", verb  # "rejected claims that": what was claimed is denied
    return (effect, verb) if effect in {"plan", "refuse", "stop", "cancel", "fail", "deny", "demand"} else ("do", verb)


def _effect_of(tree: Tree, lexicon: Lexicon, i: int, head: int, dep: str) -> str | None:
    token = tree.tokens[head]
    if token.pos in {"VERB", "AUX"}:
        if dep == "advcl" and not tree.is_infinitive(i):
            return None
        if dep == "relcl":
            return None
        if dep in {"acomp", "attr"}:  # "was ready to": the adjective governs, the copula only carries it
            return "do"
        effect = lexicon.effect(tree.lemmas[head], surroundings(tree, head), of="comp")
        if effect == "report" and dep == "advcl":
            return None  # "announced aid to help": the help is not what is said
        return None if effect == "do" and dep == "advcl" else effect
    if token.pos == "ADJ":
        return lexicon.governors["adjective"].get(tree.lemmas[head])
    has_that = any(tree.lower[c] == "that" for c in tree.kids(i, "mark"))
    if dep in {"acl", "relcl", "pcomp"} and (tree.is_infinitive(i) or dep == "pcomp" or has_that):
        return lexicon.governors["noun"].get(tree.lemmas[head])
    return None
