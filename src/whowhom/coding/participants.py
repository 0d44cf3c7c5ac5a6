"""Actor and recipient of a reading: argument heads from syntax, named, and set by PLOVER's rules for each act."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whowhom.coding.arguments import (
    CONTAINERS,
    SENT,
    means_of,
    noun_owners,
    objects_of,
    prepositional,
    subjects_of,
    subjects_of_clause,
)
from whowhom.coding.bystanders import can_act
from whowhom.coding.candidates import Candidate
from whowhom.coding.entities import Namer
from whowhom.coding.lexicon import Lexicon
from whowhom.coding.memory import Named
from whowhom.coding.recipients import complement_parties, concerned, datives, implied_recipient, rejected_wish
from whowhom.coding.status import Reading
from whowhom.coding.tree import Tree
from whowhom.records import Entity

# Under these the noun's owner does the act, and the verb's subject only speaks of it or ends it.
_OWNER_ACTS = frozenset({"mention", "accuse", "deny", "fail"})
_TWO_SIDED = frozenset(
    {"clash", "battle", "skirmish", "exchange", "trade", "fighting", "gunbattle", "firefight", "shootout"}
)
_ORGANISING = frozenset(
    {
        "organize",
        "organise",
        "host",
        "sponsor",
        "convene",
        "broker",
        "arrange",
        "chair",
        "call",
        "mediate",
        "initiate",
        "lead",
    }
)
# "were engaged in fighting": passive in form only.
_RECIPROCAL = frozenset({"engage", "involve", "lock", "embroil"})
FIGHTERS = frozenset({"MIL", "REB", "UAF", "PRM", "COP"})
# Verbs that are said to somebody, who may stand as the subject of what is said.
_ADDRESSING = frozenset({"REQUEST", "THREATEN", "ACCUSE"})
# "praise from Chad", "a request from Chad": the doer; not "the withdrawal from Chad".
_SAYING = frozenset("say tell declare announce insist state add reiterate repeat stress maintain".split())
_FROM_THE_DOER = frozenset({"SUPPORT", "AID", "REQUEST", "THREATEN", "INVITE", "ACCUSE"})
_LOCATIVE = frozenset({"in", "near", "through", "into", "across", "outside", "over", "off", "along", "within"})
_PLACE_WORDS = frozenset("capital city town country province region area south north east west".split())
_EDGES = frozenset(
    "border frontier line boundary water waters coast shore hill hills outskirt outskirts edge crossing approach flank "
    "position trench side road island sea airspace region territory district".split()
)
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
_SERVICES = frozenset({"MIL", "COP", "SPY"})
_REFUSING = frozenset({"refuse", "decline", "balk", "baulk"})
WEAPONS = frozenset(
    "bomb bomber bombing landmine ied airstrike airstrikes missile rocket mortar shell shelling shellfire grenade "
    "bombardment drone projectile warhead torpedo barrage salvo gunfire mine".split()
)
_BESIDE = frozenset({"in", "during", "after", "at", "following", "amid", "over", "through"})
_USING = frozenset("conduct carry launch fire stage mount plant set detonate drop use order plan lay throw".split())
_NUMBERS = frozenset("ten dozen hundred thousand million tens dozens hundreds thousands millions scores".split())
_LAST_RESORT = ("against", "with", "on")


@dataclass(frozen=True, slots=True)
class Participants:
    actor: tuple[Named, ...]
    recipient: tuple[Named, ...]

    def all(self) -> tuple[Named, ...]:
        return (*self.actor, *self.recipient)


def find_participants(
    tree: Tree, cand: Candidate, reading: Reading, namer: Namer, lexicon: Lexicon, organisers: tuple[Named, ...]
) -> Participants:
    """Who and whom, before any filter."""
    if reading.demanded_of is not None:
        actor = namer.name_all(subjects_of(tree, reading.speaker))
        verb = reading.demanded_of if cand.is_nominal else cand.pred
        asked = subjects_of(tree, verb) if tree.tokens[verb].pos in {"VERB", "AUX"} and verb != reading.speaker else []
        recipient = namer.name_all(asked) or namer.name_all(objects_of(tree, reading.speaker))
        recipient = recipient or _by_slots(tree, cand, reading, namer)
    else:
        actor = _actors(tree, cand, reading, namer, lexicon)
        recipient = _by_slots(tree, cand, reading, namer)
    if reading.status == "denied" and reading.act in _DEEDS:
        actor = _denier(tree, cand, namer, actor) or actor
    if "subj" in cand.to:
        actor, recipient = _turned(tree, cand, namer, lexicon)
    if not actor and reading.event == "PROTEST":
        actor = _crowd(tree, cand)
    if not actor and cand.act == "INVITE":
        actor = list(organisers)
    if (
        not actor
        and (reading.event == "MOBILIZE" or cand.act == "AID")
        and (cand.is_nominal or tree.is_passive(cand.pred))
    ):
        # "troops were deployed", "the deployment of troops": they act
        actor = [n for n in namer.name_all(_object_heads(tree, cand)) if n.entity.sector in FIGHTERS]
    is_sent = cand.act == "CONSULT" and (cand.is_specific or cand.is_strict) and "obj" not in cand.to
    if not actor and is_sent and tree.is_passive(cand.pred):
        actor = namer.name_all(_object_heads(tree, cand))  # "the envoy was dispatched to Yerevan": who is sent
    if all(n.is_place for n in recipient):
        recipient = implied_recipient(tree, cand, reading, namer, has_place=bool(recipient)) or recipient
    recipient = rejected_wish(tree, cand, reading, namer) or recipient
    if not recipient and reading.event in {"ASSAULT", "COERCE"}:
        recipient = _victims(tree, cand)
    recipient = [r for r in recipient if all(not _is_same(r, a) for a in actor)]
    if cand.is_reversed and reading.event in {cand.act, "AGREE"}:
        actor, recipient = recipient, actor
    actor = [a for a in actor if can_act(tree, cand, a, reading.event)]
    return _arrange(tree, cand, reading, actor, recipient)


def _actors(tree: Tree, cand: Candidate, reading: Reading, namer: Namer, lexicon: Lexicon) -> list[Named]:
    if cand.is_nominal:
        effect = cand.governors[0][0] if cand.governors else None
        owners = namer.name_all(noun_owners(tree, cand.head))
        if not owners and cand.act in _FROM_THE_DOER and effect not in {"refuse", "cancel"}:
            owners = namer.name_all(prepositional(tree, [cand.head], "from"))
        if not owners and tree.tokens[cand.head].dep == "compound":  # "an assassination attempt by al-Shabab"
            owners = namer.name_all(noun_owners(tree, tree.tokens[cand.head].head))
        if cand.pred == cand.head or effect in _OWNER_ACTS:
            found = owners or _sides(tree, cand.head, namer) or namer.name_adjective(cand.head)
            return found or namer.name_all(_host_clause(tree, cand))
        heads = [h for h in subjects_of(tree, cand.pred) if h != cand.head]
        if not heads and tree.lemmas[cand.pred] in _RECIPROCAL:
            heads = subjects_of_clause(tree, cand.pred)
        return namer.name_all(heads) or owners or _sides(tree, cand.head, namer) or namer.name_adjective(cand.head)
    heads = _ender(tree, cand, reading) or subjects_of(tree, cand.pred) or _far_agents(tree, cand.pred)
    found = namer.name_all([h for h in heads if not _is_placed_weapon(tree, h, namer)])
    if not found:
        for head in heads:
            rows = lexicon.nouns.get(tree.lemmas[head], ())
            if any("of" in row.to for row in rows):  # "the bombing of a market killed …": the market did not
                owners = namer.name_all(noun_owners(tree, head)) or namer.name_adjective(head)
                found = found or owners or _users(tree, head, namer)
            elif rows or tree.lemmas[head] in WEAPONS or tree.child(head, "poss") is not None:
                found = found or namer.name_owner(head) or _users(tree, head, namer)
    if not found and cand.act == "ASSAULT" and tree.is_passive(cand.pred):
        return _doers_of_attack(tree, cand.pred, namer, lexicon)
    return found


def _host_clause(tree: Tree, cand: Candidate) -> list[int]:
    """ "in a call with Merkel, Putin said …", "after talks with Lavrov, Kerry told …": the speaker was there."""
    prep = tree.tokens[cand.head].head
    verb = tree.tokens[prep].head
    is_beside = tree.tokens[cand.head].dep == "pobj" and tree.lower[prep] in _BESIDE
    if cand.act != "CONSULT" or not is_beside or not prepositional(tree, [cand.head], "with"):
        return []
    return subjects_of_clause(tree, verb) if tree.tokens[verb].pos in {"VERB", "AUX"} else []


def _is_placed_weapon(tree: Tree, head: int, namer: Namer) -> bool:
    """ "A car bomb in Baghdad": no Iraqi's for that; "an Israeli drone over Gaza" is Israel's."""
    is_weapon = tree.lemmas[head] in WEAPONS - {"bomber"}
    is_placed = any(tree.lower[p] in _LOCATIVE | {"at", "on"} for p in tree.kids(head, "prep"))
    return is_weapon and is_placed and not namer.name_owner(head)


def _users(tree: Tree, weapon: int, namer: Namer) -> list[Named]:
    """ "Kyiv carried out an airstrike that killed …": who used the weapon."""
    used_by = [c for c in tree.kids(weapon, "acl") if tree.lemmas[c] in _USING and tree.is_passive(c)]
    if found := namer.name_all([h for c in used_by for h in subjects_of(tree, c)]):
        return found  # "a bomb planted by rebels killed"
    verb = tree.tokens[weapon].head
    is_used = tree.tokens[weapon].dep == "dobj" and tree.lemmas[verb] in _USING
    return namer.name_all(subjects_of(tree, verb)) if is_used else []


def _ender(tree: Tree, cand: Candidate, reading: Reading) -> list[int]:
    """ "Trump plans an end to arming the rebels": who ends it, not who did it so far."""
    is_plain = reading.event == reading.act == cand.act
    if is_plain or tree.tokens[reading.speaker].pos != "VERB" or reading.speaker == cand.pred:
        return []
    return subjects_of(tree, reading.speaker)


def _far_agents(tree: Tree, verb: int) -> list[int]:
    """ "was kept out of the summit by Serbia": the agent that the parser hung on the noun before it."""
    if not tree.is_passive(verb):
        return []
    nouns = [o for c in tree.kids(verb, "prep") for o in tree.kids(c, "pobj")]
    return prepositional(tree, nouns, "by")


def _doers_of_attack(tree: Tree, verb: int, namer: Namer, lexicon: Lexicon) -> list[Named]:
    """ "were killed in an Israeli air strike", "in a clash with rebels": who did it, by the attack that is named."""
    for prep in ("in", "by", "during", "from"):
        for noun in prepositional(tree, [verb], prep):
            if any(row.act == "ASSAULT" for row in lexicon.nouns.get(tree.lemmas[noun], ())):
                found = namer.name_owner(noun) or namer.name_all(prepositional(tree, [noun], "with"))
                if found:
                    return found
    return []


def _turned(tree: Tree, cand: Candidate, namer: Namer, lexicon: Lexicon) -> tuple[list[Named], list[Named]]:
    """ "Twelve people died in a Saudi-led raid", "Bern came under fire from Rome": the subject is who it is done to."""
    doers = [h for prep in ("from", "by") for h in prepositional(tree, _holders(tree, cand), prep)]
    actor = namer.name_all(doers) or _doers_of_attack(tree, cand.pred, namer, lexicon)
    subjects = subjects_of(tree, cand.pred)  # "Washington's pleas fell on deaf ears": Washington
    return actor, namer.name_all(subjects) or [n for s in subjects for n in namer.name_owner(s)]


def _denier(tree: Tree, cand: Candidate, namer: Namer, actor: list[Named]) -> list[Named]:
    """ "Moscow denied that its hackers had done it": Moscow, which answers for those it names by no more than that."""
    verb = next((g for effect, g in cand.governors if effect == "deny"), None)
    is_own = all(
        n.entity.text.lower().startswith(("its ", "their ")) or (n.entity.code is None and n.entity.sector in _SERVICES)
        for n in actor
    )
    if verb is None or not is_own:
        return []
    return [n for n in namer.name_all(subjects_of(tree, verb)) if n.is_known]


def _crowd(tree: Tree, cand: Candidate) -> list[Named]:
    """ "Tens of thousands marched": a crowd told by its number alone."""
    for head in subjects_of(tree, cand.pred):
        if tree.lemmas[head] in _NUMBERS and tree.child(head, "prep") is None:
            span = tree.span(*tree.phrase(head))
            return [Named(Entity(span.text, span.start, span.end, sector="CVL"), True, True)]
    return []


def _victims(tree: Tree, cand: Candidate) -> list[Named]:
    """ "kills 10": people told by their number alone."""
    for head in objects_of(tree, cand.pred):
        if tree.tokens[head].tag == "CD" and tree.tokens[head].ent in {"CARDINAL", ""} and not tree.kids(head, "prep"):
            span = tree.span(*tree.phrase(head))
            return [Named(Entity(span.text, span.start, span.end, sector="CVL"), True, True)]
    return []


def _sides(tree: Tree, head: int, namer: Namer) -> list[Named]:
    """ "talks between A and B" """
    return namer.name_all([*prepositional(tree, [head], "between"), *prepositional(tree, [head], "among")])


def _by_slots(tree: Tree, cand: Candidate, reading: Reading, namer: Namer) -> list[Named]:
    """The first slot of the lexicon's row that names a party; a mere place ("in Bangkok") only failing that."""
    holders = _holders(tree, cand)
    places: list[Named] = []
    for slot in cand.to:
        found = _in_slot(tree, cand, namer, slot, holders)
        if found and all(_is_mere_place(n, slot) for n in found):
            places = places or [replace(n, entity=replace(n.entity, sector=None)) for n in found]
        elif found:
            return found
    if places and (cand.act == "PROTEST" or (cand.act == "CONSULT" and cand.mode != "visit")):
        return []  # "boycotted the talks in Stockholm", "marched in Nablus"
    if cand.act == "MOBILIZE":
        places = namer.name_all(_beyond(tree, holders)) or places
    if places:
        return places
    if cand.act == "THREATEN" and "comp" not in cand.to and tree.lemmas[cand.pred] in _SAYING:
        return []  # "Chad would hit back, its minister said": Chad threatens itself with nothing
    if cand.act in _ADDRESSING:
        return namer.name_all(complement_parties(tree, cand.pred, with_objects=cand.act == "THREATEN"))
    if reading.event == "REJECT" and tree.lemmas[cand.pred] in _REFUSING:
        return concerned(tree, cand.pred, namer)
    if "obj" not in cand.to:
        return []
    for prep in _LAST_RESORT:
        found = namer.name_all(prepositional(tree, holders, prep))
        if found:
            return found
    objects = _object_heads(tree, cand)
    owners = [n for h in objects for n in namer.name_owner(h)]
    if owners or cand.act not in {"ASSAULT", "COERCE"}:
        return owners
    near = namer.name_all([h for p in ("in", "near", "at") for h in prepositional(tree, objects, p)])
    return [replace(n, entity=replace(n.entity, sector=None)) for n in near if n.is_place]  # "a depot in Belgorod"


def _beyond(tree: Tree, holders: list[int]) -> list[int]:
    """Whose border, coast or waters: "along the frontier with Belarus", "on hills facing Congo"."""
    out: list[int] = []
    for i in holders:
        if tree.lemmas[i] in _EDGES:
            after = [c for c in (i + 1,) if c < len(tree.tokens) and tree.lower[c] == "with"]  # wherever it was hung
            out.extend(o for c in after for o in tree.kids(c, "pobj"))
            out.extend(prepositional(tree, [i], "with") or prepositional(tree, [i], "of"))
            for prep in ("off", "near", "from", "facing", "opposite"):
                out.extend(prepositional(tree, [i], prep))
            out.extend(o for c in tree.kids(i, "acl") if tree.lemmas[c] == "face" for o in objects_of(tree, c))
            out.extend(o for side in tree.kids(i, "advmod") for o in prepositional(tree, [side], "of"))
    return out


def _is_mere_place(named: Named, slot: str) -> bool:
    """ "in Bangkok" is where; "sanctions on Iran" is whom, "a curfew on Kabul" is where again."""
    if not named.is_place:
        words = named.entity.text.lower().split()
        return slot in _LOCATIVE and named.entity.code is None and words[-1] in _PLACE_WORDS
    is_state = (named.entity.identifier or "").startswith("state:")
    return slot in _LOCATIVE or (slot in {"on", "at", "from"} and not is_state)


def _in_slot(tree: Tree, cand: Candidate, namer: Namer, slot: str, holders: list[int]) -> list[Named]:
    """Whom one slot names: the object, the dative, the owner of an abstract object, or what follows a preposition."""
    if slot == "poss":
        heads = _object_heads(tree, cand)
        owners = [n for h in heads if not namer.name(h) for n in namer.name_owner(h)]
        return owners or namer.name_all(heads) or namer.name_all(_owners_of_named(tree, cand, heads))
    if slot == "obj":
        return namer.name_all(_object_heads(tree, cand))
    if slot == "comp":
        return namer.name_all(complement_parties(tree, cand.pred, with_objects=False))
    if slot == "dative":
        return namer.name_all(datives(tree, cand.pred))
    heads = prepositional(tree, holders, slot)
    found = namer.name_all(heads)
    if not found:  # "conceded to the demands of the drivers"
        found = [n for h in heads if "poss" in cand.to or tree.lemmas[h] in SENT for n in namer.name_owner(h)]
    if not found and cand.act in _DEEDS:  # "fired water cannon at its boats"
        found = namer.name_all([owner for h in heads for owner in tree.kids(h, "poss")])
    return found


def _owners_of_named(tree: Tree, cand: Candidate, heads: list[int]) -> list[int]:
    """ "came to Chad's rescue", "park cash at Chad's central bank": whose the thing is that the row asked for."""
    return [h for c in cand.completes if c not in heads for p in tree.kids(c, "poss") for h in tree.conjuncts(p)]


def _object_heads(tree: Tree, cand: Candidate) -> list[int]:
    if cand.is_nominal:
        return [h for p, _, o in tree.prepositions(cand.head) if p == "of" for h in tree.conjuncts(o)]
    return objects_of(tree, cand.pred)


def _holders(tree: Tree, cand: Candidate) -> list[int]:
    """What a recipient's preposition may hang on: the verb, its object, the act noun, the noun's copula."""
    out = [cand.pred, cand.head, *tree.kids(cand.pred, "dobj", "nsubjpass", "oprd", "prt", "advmod", "acomp")]
    for i in list(out):
        if tree.tokens[i].dep == "dobj":  # "voiced rejection and condemnation of the plan"
            out.extend(tree.conjuncts(i))
        out.extend(means_of(tree, i))
    if not cand.is_nominal:  # "a suspect wanted for fraud to Spain", "debts owed by Chad"
        participles = (c for o in tree.kids(cand.pred, "dobj") for c in tree.kids(o, "acl"))
        for c in participles:
            if tree.tokens[c].tag != "VBG":
                out.extend([c, *(o for p in tree.kids(c, "prep") for o in tree.kids(p, "pobj"))])
    if cand.is_nominal:
        token = tree.tokens[cand.head]
        if token.dep in {"nsubj", "nsubjpass"}:
            out.append(token.head)
        container = tree.tokens[token.head].head
        if token.dep == "pobj" and tree.lemmas[container] in CONTAINERS:  # "a program of arms smuggling … to rebels"
            out.append(container)
    return list(dict.fromkeys(out))


def _arrange(tree: Tree, cand: Candidate, reading: Reading, actor: list[Named], recipient: list[Named]) -> Participants:
    """PLOVER's rules: talks with no host and two-sided violence have actors only; visitor actor, host recipient."""
    if reading.event == "CONSULT" or (reading.act == "CONSULT" and reading.event == "AGREE" and cand.act != "INVITE"):
        if cand.cameo == "043" and recipient:
            return Participants(tuple(recipient), tuple(actor))
        if cand.mode not in {"visit"}:
            return Participants((*actor, *recipient), ())
    if reading.event == "ASSAULT" and tree.lemmas[cand.head] in _TWO_SIDED and actor and recipient:
        return Participants((*actor, *recipient), ())
    return Participants(tuple(actor), tuple(recipient))


def _is_same(a: Named, b: Named) -> bool:
    """The same words, or the same party under another word ("its")."""
    if a.entity.start < b.entity.end and b.entity.start < a.entity.end:
        return True
    return a.entity.identifier is not None and (a.entity.identifier, a.entity.code) == (
        b.entity.identifier,
        b.entity.code,
    )


def find_organisers(tree: Tree, namer: Namer) -> tuple[Named, ...]:
    """ "the talks, organized by Turkey and Russia": who calls the talks, for invitations that do not say."""
    for i, token in enumerate(tree.tokens):
        if token.pos == "VERB" and tree.lemmas[i] in _ORGANISING:
            heads = subjects_of(tree, i) if not tree.is_passive(i) else prepositional(tree, [i], "by")
            objects = objects_of(tree, i)
            if any(
                tree.lemmas[o]
                in {"talk", "talks", "meeting", "conference", "negotiation", "summit", "round", "congress"}
                for o in objects
            ):
                found = namer.name_all(heads)
                if found:
                    return tuple(found)
    return ()
