"""Which acts are records of diplomacy or conflict: a political actor takes part, or a weapon of war does the act."""

from __future__ import annotations

from whowhom.coding.arguments import prepositional, subjects_of
from whowhom.coding.candidates import Candidate
from whowhom.coding.memory import Named
from whowhom.coding.participants import FIGHTERS, WEAPONS, Participants
from whowhom.coding.status import Reading
from whowhom.coding.tree import Tree

# Without an actor these still tell something: the passive hides who did it, or nobody knows who is calling on a state.
_PASSIVE_ACTS = frozenset(
    {"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REJECT", "REQUEST", "RETREAT", "AID", "CONCEDE", "THREATEN"}
)
# What only somebody in power does: "he imposed a curfew and ordered the borders closed".
_OF_POWER = frozenset({"COERCE", "SANCTION", "MOBILIZE", "RETREAT", "REQUEST", "THREATEN"})
# Only a state or its courts and police can do these, named or not.
_STATE_ACTS = frozenset({"COERCE", "SANCTION"})
# Without a country these are private people: a doctor's visit and a firm's deal are no politics.
_PRIVATE = frozenset({"AGR", "BUS", "CRM", "CVL", "MED", "UNK"})
_OF_NO_COUNTRY = "MNC"  # a firm of the world: two of them that sue each other are no politics
_STATE = frozenset({"COP", "GOV", "MIL", "JUD", "LEG"})
_VOICED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_MARCHERS = frozenset("protesters protestors demonstrators marchers strikers rioters".split())
_UNREST = frozenset("protest protests demonstration demonstrations riot riots rioting unrest strike walkout".split())
_CROWDS = frozenset({"people", "men", "women", "children", "police", "others", "youth", "policemen"})
# Violence of these kinds is no private crime, whoever suffers it and though nobody is named; gas may explode too.
_OF_WAR = frozenset({"suicide-attack", "drone", "aerial", "heavy-weapons", "unconventional"})


def is_political(parts: Participants, reading: Reading) -> bool:
    """Whether the record is of diplomacy or conflict: a state, armed, judicial, party or collective actor takes part.

    Crime, accidents, sport and business among private persons are not; coders pass over them.
    """
    if all(n.is_echo or not n.is_known for n in parts.all()):
        # "He shot well", "she asked her husband": who "he" is is too thin a thread; "the two discussed Syria" is not.
        if len(parts.actor) > 1 and crosses_borders(parts):
            return True
        return reading.event in _OF_POWER and any(_is_strong(n) and n.entity.code for n in parts.actor)
    if any(_is_strong(n) for n in parts.actor):
        return reading.event != "ASSAULT" or bool(parts.recipient) or _is_armed(parts)
    known = any(n.is_known for n in parts.recipient)
    if any(n.is_known for n in parts.actor):
        if "PROTEST" in {reading.event, reading.act}:
            return True  # a crowd is what protests are made of
        if reading.event in _VOICED and any(_is_crowd(n) for n in parts.actor):
            return True
        if reading.event == "ASSAULT" and any(n.entity.sector in _STATE for n in parts.recipient):
            return True  # gangs that attack police stations
        return any(_is_strong(n) for n in parts.recipient) or crosses_borders(parts)
    if reading.event == "REJECT" and reading.act != "CONSULT":
        return False  # "was dismissed as a joke": no one's refusal
    is_invited = (reading.event, reading.act, reading.status) == ("AGREE", "CONSULT", "occurred")
    if not known or (reading.event not in _PASSIVE_ACTS and not is_invited):
        return False
    if reading.event == "ASSAULT" and _OF_WAR & set(reading.modes):
        return True
    if reading.event in {"ASSAULT", "COERCE"} and any(_are_many(n) for n in parts.recipient):
        return True
    by_a_state = reading.event in _STATE_ACTS and any(n.entity.code for n in parts.recipient)
    if reading.event == "ASSAULT" and any(_is_of_state(n) for n in parts.recipient):
        return True
    return by_a_state or any(_is_strong(n) for n in parts.recipient) or crosses_borders(parts)


def is_private_journey(cand: Candidate, parts: Participants) -> bool:
    """Whether nobody who counts travels: an airline flies to Tehran, a tenor to Tokyo."""
    return cand.act == "CONSULT" and cand.mode == "visit" and not any(_is_strong(n) for n in parts.actor)


def is_by_weapon(tree: Tree, cand: Candidate, parts: Participants) -> bool:
    """Whether a bomb, missile or air raid does it: no private crime, even with no party known ("a car bomb killed")."""
    if cand.act != "ASSAULT" or parts.actor or not any(n.is_known for n in parts.recipient):
        return False
    if cand.is_nominal and tree.lemmas[cand.head] in WEAPONS:
        return True  # "the bombing of a market"
    near = [
        *subjects_of(tree, cand.pred),
        *prepositional(tree, [cand.pred], "in"),
        *prepositional(tree, [cand.pred], "by"),
    ]
    return any(tree.lemmas[i] in WEAPONS or (tree.lemmas[i] == "strike" and _is_air(tree, i)) for i in near)


def is_unrest(tree: Tree, cand: Candidate) -> bool:
    """ "protests broke out in Khartoum", "a general strike brought Guinea to a halt": told of a place, of no party."""
    if cand.act != "PROTEST" or cand.is_nominal:
        return False
    is_told = any(tree.lemmas[i] in _UNREST for i in subjects_of(tree, cand.pred))
    return is_told and any(tree.tokens[i].ent in {"GPE", "LOC", "FAC"} for i in tree.subtree(cand.pred))


def _is_air(tree: Tree, i: int) -> bool:
    return any(tree.lemmas[c] in {"air", "drone", "missile", "artillery", "rocket"} for c in tree.kids(i, "compound"))


def _is_armed(parts: Participants) -> bool:
    """Fighters may attack with nobody named; a minister who "hits" nobody does not. Two sides clash."""
    return len(parts.actor) > 1 or any(n.entity.sector in FIGHTERS and not n.is_echo for n in parts.actor)


def _is_strong(named: Named) -> bool:
    """A political actor by itself; a mere nationality ("a Russian bank") or calling ("a doctor") is not."""
    if not named.is_known or named.is_weak or named.entity.sector is None or named.entity.code == _OF_NO_COUNTRY:
        return False
    return named.entity.code is not None or named.entity.sector not in _PRIVATE


def _is_of_state(named: Named) -> bool:
    """A place or thing of some country that is attacked: "the attacks in Dhaka", "bombed a Turkish tanker"."""
    return named.entity.code is not None and (named.entity.sector is None or not named.is_weak)


def _is_crowd(named: Named) -> bool:
    """Protesters and strikers, who speak together."""
    return not named.is_echo and not _MARCHERS.isdisjoint(named.entity.text.lower().split())


def _are_many(named: Named) -> bool:
    """Several people: "some 200 people", "two students"; one private victim is mostly a crime."""
    words = named.entity.text.lower().split()
    return (
        named.is_known
        and not named.is_place
        and (words[-1] in _CROWDS or words[-1].endswith("s") or words[-1].isdigit())
    )


def crosses_borders(parts: Participants) -> bool:
    """Whether parties of two states take part."""
    return len({n.entity.code for n in parts.all() if n.entity.code} - {_OF_NO_COUNTRY}) > 1
