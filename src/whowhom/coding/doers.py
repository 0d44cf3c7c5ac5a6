"""The same words of another doer are another act: police who block a road do not protest, troops do not visit."""

from __future__ import annotations

from dataclasses import replace

from whowhom.coding.candidates import Candidate
from whowhom.coding.participants import Participants
from whowhom.coding.political import crosses_borders
from whowhom.coding.status import Reading
from whowhom.coding.tree import Tree
from whowhom.ontology import fold

# Sectors that fight with military arms: violence by or against them is CAMEO 19, other violence 18.
ARMED = frozenset({"MIL", "REB", "PRM"})
_FIGHTERS = ARMED | {"UAF"}
_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_DEMONSTRATORS = frozenset("protester protesters protestor demonstrator demonstrators rioter rioters marchers".split())
# What a crowd does in a riot; killing and arming are more than that.
_RIOTING = frozenset(
    "clash battle fight storm attack throw hurl pelt lob toss scuffle brawl invade overrun assault stone".split()
)
_ENVOYS = frozenset(
    "representative representatives delegation delegations delegate delegates envoy envoys negotiator negotiators "
    "leader leaders official officials commander commanders chief chiefs general generals spokesman team "
    "mediators".split()
)
_EXERCISE = "152"
_BY_HAND = frozenset({"primitive", "destroy", "beat", "explosives"})


def read_by_doer(tree: Tree, cand: Candidate, reading: Reading, parts: Participants) -> tuple[Reading, Participants]:
    """The reading and the parties that who acts makes of them."""
    sectors = {n.entity.sector for n in parts.actor}
    if reading.event != reading.act or not sectors:
        return reading, parts
    if reading.event == "PROTEST":
        return _protest(tree, cand, reading, sectors), parts
    if reading.event == "CONSULT" and reading.modes == ("visit",) and sectors <= ARMED and not _are_envoys(parts):
        return _as(reading, "MOBILIZE", "troops"), parts
    if _is_exercise(tree, cand, reading) and crosses_borders(Participants(parts.actor, ())):
        event, modes = fold("COOPERATE", (), reading.status)  # "Iran and Oman held naval drills"
        return replace(reading, act="COOPERATE", event=event, modes=modes), parts
    is_riot = tree.lemmas[cand.pred] in _RIOTING and set(reading.modes) <= _BY_HAND
    if reading.event == "ASSAULT" and is_riot and _is_crowd(parts):
        return _as(reading, "PROTEST", "riot"), _against_the_rest(parts)
    return reading, parts


def _are_envoys(parts: Participants) -> bool:
    """Who comes to talk: "Doha hosted representatives of the Taliban" brings no troops."""
    return any(_ENVOYS & set(n.entity.text.lower().split()) or n.entity.person for n in parts.actor)


def _is_exercise(tree: Tree, cand: Candidate, reading: Reading) -> bool:
    """Drills, not tests and launches, which nobody shares."""
    words = {tree.lemmas[i] for i in (cand.head, *cand.completes)}
    return reading.event == "MOBILIZE" and cand.cameo == _EXERCISE and not words & {"test", "launch"}


def _protest(tree: Tree, cand: Candidate, reading: Reading, sectors: set[str | None]) -> Reading:
    """Arson by fighters is an assault, a road closed by police coercion, a government's protest a complaint."""
    if reading.modes in {("riot",), ("vandalize",)} and sectors <= _FIGHTERS:
        return _as(reading, "ASSAULT", "destroy")
    if reading.modes in {("obstruct",), ("riot",)} and sectors <= _STATE:
        return _as(reading, "COERCE", "restrict")
    if tree.lemmas[cand.head] == "protest" and not cand.is_nominal and sectors <= {"GOV", "MIL"}:
        return _as(reading, "ACCUSE", "disapprove")
    return reading


def _as(reading: Reading, act: str, mode: str) -> Reading:
    return replace(reading, act=act, event=act, modes=(mode,))


def _is_crowd(parts: Participants) -> bool:
    return bool(_DEMONSTRATORS & set(parts.actor[0].entity.text.lower().split()))


def _against_the_rest(parts: Participants) -> Participants:
    """Demonstrators who clash with police: the crowd acts, whoever else took part is met by it."""
    if parts.recipient or len(parts.actor) < 2:
        return parts
    return Participants(parts.actor[:1], parts.actor[1:])
