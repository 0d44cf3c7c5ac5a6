"""Who is behind a weapon or an attack that is told in place of its doer: "a bomb planted by", "in an Israeli raid"."""

from __future__ import annotations

from whowhom.coding.arguments import prepositional, subjects_of
from whowhom.coding.entities import Namer
from whowhom.coding.lexicon import Lexicon
from whowhom.coding.memory import Named
from whowhom.coding.tree import Tree

WEAPONS = frozenset(
    "bomb bomber bombing landmine ied airstrike airstrikes missile rocket mortar shell shelling shellfire grenade "
    "bombardment drone projectile warhead torpedo barrage salvo gunfire mine".split()
)
_USING = frozenset("conduct carry launch fire stage mount plant set detonate drop use order plan lay throw".split())
_PLACING = frozenset(
    {"in", "near", "through", "into", "across", "outside", "over", "off", "along", "within", "at", "on"}
)


def is_placed_weapon(tree: Tree, head: int, namer: Namer) -> bool:
    """ "A car bomb in Baghdad": no Iraqi's for that; "an Israeli drone over Gaza" is Israel's."""
    is_weapon = tree.lemmas[head] in WEAPONS - {"bomber"}
    is_placed = any(tree.lower[p] in _PLACING for p in tree.kids(head, "prep"))
    return is_weapon and is_placed and not namer.name_owner(head)


def users_of(tree: Tree, weapon: int, namer: Namer) -> list[Named]:
    """ "Kyiv carried out an airstrike that killed …": who used the weapon."""
    used_by = [c for c in tree.kids(weapon, "acl") if tree.lemmas[c] in _USING and tree.is_passive(c)]
    if found := namer.name_all([h for c in used_by for h in subjects_of(tree, c)]):
        return found  # "a bomb planted by rebels killed"
    verb = tree.tokens[weapon].head
    is_used = tree.tokens[weapon].dep == "dobj" and tree.lemmas[verb] in _USING
    return namer.name_all(subjects_of(tree, verb)) if is_used else []


def doers_of_attack(tree: Tree, verb: int, namer: Namer, lexicon: Lexicon) -> list[Named]:
    """ "were killed in an Israeli air strike", "in a clash with rebels": who did it, by the attack that is named."""
    for prep in ("in", "by", "during", "from"):
        for noun in prepositional(tree, [verb], prep):
            if any(row.act == "ASSAULT" for row in lexicon.nouns.get(tree.lemmas[noun], ())):
                found = namer.name_owner(noun) or namer.name_all(prepositional(tree, [noun], "with"))
                if found:
                    return found
    return []
