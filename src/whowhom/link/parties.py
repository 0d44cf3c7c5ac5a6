"""Who takes part in a mention, reduced to what can be compared: two stories name one party in many ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from whowhom.records import Entity

STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PRM"})
"""A country acts through all of these: "Turkey", its minister and its army are one party."""
RIVALS = frozenset({"REB", "OPP"})
# Many bodies share one of these codes: which one it is, only the name says.
SHARED_CODES = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})
# Bodies that act as one: a convoy, an agency or an envoy of the United Nations is the United Nations.
ONE_BODY = frozenset({"UNO", "EUR"})


@dataclass(frozen=True, slots=True)
class Party:
    """A party: ``code`` ("" unknown), ``kind`` ("" the country itself, ``state``, ``rival`` or a sector), names."""

    code: str
    kind: str
    person: str
    name: str


def reduce_parties(entities: Iterable[Entity]) -> tuple[Party, ...]:
    """The parties of a side, sorted and without those that say nothing ("officials")."""
    found = {party for entity in entities if (party := _party(entity)) is not None}
    return tuple(sorted(found, key=lambda p: (p.code, p.kind, p.person, p.name)))


def _party(entity: Entity) -> Party | None:
    name = (entity.name or entity.text).casefold()
    kind = _kind(entity.sector)
    if not entity.code:
        if entity.person:
            return Party("", "person", entity.person.casefold(), entity.person.casefold())
        return None if kind in ("", "state", "UNK") else Party("", kind, "", name)
    code = f"{entity.code} {name}" if entity.code in SHARED_CODES else entity.code
    return Party(code, "" if entity.code in ONE_BODY else kind, (entity.person or "").casefold(), "")


def _kind(sector: str | None) -> str:
    if sector in STATE:
        return "state"
    return "rival" if sector in RIVALS else sector or ""


def compare_parties(one: Party, other: Party) -> float:
    """How surely two names mean one party: 1 surely, 0 not at all."""
    if one.code != other.code:
        # "rebels" may be "Syrian rebels"; an unnamed government is nobody in particular.
        if one.code and other.code:
            return 0.0
        if "person" in (one.kind, other.kind):
            # A person whom nobody places may be any state's, as long as that state's own is not named.
            return 0.0 if one.person and other.person else 0.5
        return 0.6 if one.kind == other.kind else 0.0
    if not one.code:
        return 0.8 if one.name == other.name else 0.5 if one.kind == other.kind == "rival" else 0.0
    kinds = {one.kind, other.kind}
    if len(kinds) == 1 or kinds == {"", "state"}:
        return 1.0
    if "rival" in kinds:
        return 0.7 if "" in kinds else 0.0
    return 0.8 if "" in kinds else 0.5


@dataclass(frozen=True, slots=True)
class Overlap:
    """How two sides compare: ``cover`` is the matched share of the smaller, ``share`` that of both together."""

    cover: float
    share: float


def compare_sides(one: tuple[Party, ...], other: tuple[Party, ...]) -> Overlap:
    """How much two sides have in common, each party matched with its best counterpart."""
    one, other = _distinct(one), _distinct(other)
    small, large = sorted((one, other), key=len)
    if not small:
        return Overlap(0.0, 0.0)
    matched = sum(max(compare_parties(party, candidate) for candidate in large) for party in small)
    return Overlap(matched / len(small), matched / (len(small) + len(large) - min(matched, len(small))))


def _distinct(side: tuple[Party, ...]) -> tuple[Party, ...]:
    """One party a code and kind: "Lavrov" and "Moscow" in one sentence do not make two."""
    return tuple({(p.code, p.kind, "" if p.code else p.name): p for p in side}.values())


def compare_people(one: Iterable[Party], other: Iterable[Party]) -> int:
    """1 when some country sends the same person in both, -1 when none does and some sends different ones, 0 unknown."""
    mine, theirs = _people(one), _people(other)
    common = [code for code in mine if code in theirs]
    if not common:
        return 0
    return 1 if any(mine[code] & theirs[code] for code in common) else -1


def _people(side: Iterable[Party]) -> dict[str, set[str]]:
    people: dict[str, set[str]] = {}
    for party in side:
        if party.person:
            people.setdefault(party.code, set()).add(party.person)
    return people
