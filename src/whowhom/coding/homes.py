"""Whose a home body or crowd is, told by the other party to the act: "Venezuela freed opposition leaders"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from whowhom.actors.codes import STATE_CODES
from whowhom.coding.arguments import objects_of, subjects_of
from whowhom.coding.memory import Named
from whowhom.coding.tree import Tree
from whowhom.records import Entity

Name = Callable[[int], list[Named]]

# What a state's own bodies do to those who live under them; who is deported or expelled may come from anywhere.
_POWER = frozenset(
    "arrest detain jail imprison sentence convict prosecute charge indict fine acquit ban outlaw dissolve suspend "
    "censor silence persecute harass evict disperse teargas release free pardon let bar disqualify pressure".split()
)
_POWER_NOUNS = frozenset("arrest detention release imprisonment conviction dissolution pardon".split())
_ORDERS = frozenset("order force compel instruct".split())
_YIELDING = frozenset("concede accept bow meet yield give cede".split())  # to demands, which are made at home
# Parties, unions and protesters live in the state that rules them; journalists and suspects need not.
_RULED = frozenset({"OPP", "PTY", "LEG", "LAB", "EDU", "AGR", "ELI"})
_RULED_NOUNS = frozenset(
    "protester demonstrator activist dissident newspaper daily weekly magazine broadcaster blogger striker".split()
)
_CROWDS = frozenset("person people man woman individual suspect resident villager youth journalist".split())
_SEIZING = frozenset("arrest detain jail imprison apprehend".split())
_RULERS = frozenset({"GOV", "COP", "JUD", "LEG"})
_LAW = frozenset({"COP", "JUD"})
# Whom Israel's police and army act on are as often Palestinians.
_OCCUPIERS = frozenset({"ISR"})
# Who fights or opposes a government does so at home.
_OPPONENTS = frozenset({"OPP", "REB", "PTY", "LAB", "AGR"})
_GOVERNMENT = frozenset("government authority regime administration".split())
_STATE_BODIES = _GOVERNMENT | frozenset("police court parliament army".split())
_ABROAD_TOO = frozenset({"PSE"})  # Hamas and the government it fights: Israel's
_MEETING = frozenset("meet visit host hold talk travel arrive call speak".split())
_CENTRAL = frozenset({"national", "federal", "central"})
# What offices of one state do to each other.
_DOMESTIC = frozenset(
    "refuse reject dismiss sack fire appoint reappoint name nominate dissolve overrule override veto approve impeach "
    "swear task oust".split()
)
_HEADS = frozenset({"President", "Prime Minister", "Premier", "Chancellor", "King", "Queen", "Emir", "Sultan"})


def home_code(tree: Tree, name: Name, named: Named, head: int, nations: Sequence[str]) -> str | None:
    """The state of a body or crowd whose own words do not say it, by the other party to its act; None when unsure."""
    entity = named.entity
    verb, top = _act(tree, head)
    if (code := _of_pair(tree, name, entity, head)) is not None or verb is None:
        return code
    if _is_object(tree, verb, top):
        code = _of_ruler(tree, name, entity, head, verb)
    return code or _of_opponent(tree, name, head, verb, top) or _of_state(tree, name, entity, head, verb, nations)


def _act(tree: Tree, head: int) -> tuple[int | None, int]:
    """The verb a phrase stands with, and the verb's own child above the phrase; of "told X to go" it is "told"."""
    top = head
    for above in tree.ancestors(head):
        if tree.tokens[above].pos in {"VERB", "AUX"}:
            outer = tree.tokens[above].head
            is_told = tree.tokens[top].dep == "nsubj" and tree.tokens[above].dep in {"ccomp", "xcomp"}
            if is_told and tree.is_infinitive(above) and tree.lemmas[outer] in _ORDERS | {"let"}:
                return outer, top
            return above, top
        top = above
    return None, top


def _is_object(tree: Tree, verb: int, top: int) -> bool:
    """Whether the phrase is what the verb is done to, "fire on" and "give in to the demands of" with it."""
    token = tree.tokens[top]
    if token.dep in {"dobj", "nsubjpass", "dative", "attr"} or top in objects_of(tree, verb):
        return True
    if token.dep == "nsubj":
        return tree.lemmas[verb] in _ORDERS | {"let"}
    return token.dep == "prep" and tree.lower[top] in {"on", "to", "against"}


def _codes(name: Name, heads: Iterable[int], sectors: frozenset[str]) -> set[str]:
    """The states of those named whose sector is one of these."""
    found = [named.entity for head in heads for named in name(head) if not named.is_echo]
    return {e.code for e in found if e.code in STATE_CODES and e.sector in sectors}


def _of_ruler(tree: Tree, name: Name, entity: Entity, head: int, verb: int) -> str | None:
    """The state whose government, police or court holds power over the phrase."""
    first = _first(tree, head)
    if first != head and any(named.entity.code for named in name(first)):
        return None  # "an Austrian student, activist and journalist": one person, and no subject of the court's state
    sectors = _rulers_over(tree, entity, head, verb)
    rulers = _codes(name, subjects_of(tree, verb), sectors) if sectors else set()
    return rulers.pop() if len(rulers) == 1 and not rulers & _OCCUPIERS else None


def _rulers_over(tree: Tree, entity: Entity, head: int, verb: int) -> frozenset[str]:
    """The sectors of those whose act tells the state of the phrase; none when the act tells nothing."""
    lemma, act = tree.lemmas[head], _power(tree, head, verb)
    if lemma in {"protester", "demonstrator"} and act == "fire":
        return _RULERS | {"MIL"}
    if (lemma in _CROWDS or entity.sector == "CRM") and entity.person is None and act in _SEIZING:
        return _LAW
    is_ruled = entity.sector in _RULED or (lemma in _RULED_NOUNS and entity.person is None)
    return _RULERS if is_ruled and act is not None and act != "fire" else frozenset()


def _power(tree: Tree, head: int, verb: int) -> str | None:
    """The act of power in a verb or its object: "arrest", "ordered the arrest of", "opened fire on"."""
    lemma = tree.lemmas[verb]
    if lemma in _POWER:
        return lemma
    nouns = [tree.lemmas[i] for i in tree.ancestors(head) if tree.tokens[i].pos == "NOUN"]
    if lemma in _ORDERS:
        return next((noun for noun in nouns if noun in _POWER_NOUNS), lemma)
    if lemma == "fire" or (lemma == "open" and any(tree.lower[o] == "fire" for o in objects_of(tree, verb))):
        return "fire"
    return lemma if lemma in _YIELDING and "demand" in nouns else None


def _of_opponent(tree: Tree, name: Name, head: int, verb: int, top: int) -> str | None:
    """Whose "the government" is that rebels, opposition or unions act on, or that acts on them."""
    if tree.lemmas[head] not in _GOVERNMENT or tree.lemmas[verb] in _MEETING:
        return None
    subjects = subjects_of(tree, verb)
    codes = _codes(name, _others(tree, verb, head) if top in subjects else subjects, _OPPONENTS)
    return codes.pop() if len(codes) == 1 and not codes & _ABROAD_TOO else None


def _others(tree: Tree, verb: int, head: int) -> Iterator[int]:
    """The objects of a verb, direct and after a preposition, without the phrase itself."""
    yield from (i for i in objects_of(tree, verb) if i != head)
    yield from (o for _, _, o in tree.prepositions(verb))


def _of_pair(tree: Tree, name: Name, entity: Entity, head: int) -> str | None:
    """ "The government and the FARC": theirs; "the Australian attorney general and the minister for trade": alike."""
    mates = [i for i in tree.conjuncts(_first(tree, head)) if i != head]
    if not mates:
        return None
    words = {tree.lemmas[head], *(tree.lemmas[i] for i in tree.kids(head, "compound", "amod"))}
    if words & {"government", "army"} and entity.sector in {"GOV", "MIL"}:
        codes = _codes(name, mates, _OPPONENTS)
        return codes.pop() if len(codes) == 1 and not codes & _ABROAD_TOO else None
    if not entity.office or not entity.office.endswith("Minister") or entity.office in _HEADS:
        return None
    # Two of one portfolio are two states'; heads of government meet ministers of others.
    offices = [n.entity for i in mates for n in name(i) if n.entity.office]
    alike = {e.code for e in offices if e.code in STATE_CODES and e.office not in _HEADS | {entity.office}}
    return alike.pop() if len(alike) == 1 and len(offices) == len(mates) else None


def _first(tree: Tree, head: int) -> int:
    """The first of a row of conjuncts."""
    while tree.tokens[head].dep == "conj" and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    return head


def _of_state(tree: Tree, name: Name, entity: Entity, head: int, verb: int, nations: Sequence[str]) -> str | None:
    """ "Romania's president refused a request from the justice minister": one state named, an act within it."""
    if len(nations) != 1 or nations[0] not in STATE_CODES or entity.sector not in _RULERS:
        return None
    if not any(tree.lower[c] == "the" for c in tree.kids(head, "det")):
        return None
    subjects = subjects_of(tree, verb)
    if head in subjects or not _codes(name, subjects, _RULERS) & set(nations):
        return None
    is_central = any(tree.lower[c] in _CENTRAL for c in tree.kids(head, "amod"))
    is_office = bool(entity.office) or tree.lemmas[head] in _STATE_BODIES
    return nations[0] if is_central or (is_office and tree.lemmas[verb] in _DOMESTIC) else None
