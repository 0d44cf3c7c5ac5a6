"""Whose the sides of talks are where their words do not say: "the opposition", "both delegations", "the rebels"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whowhom.actors.codes import STATE_CODES
from whowhom.records import Entity
from whowhom.talks.groups import find_sides
from whowhom.talks.lookup import Lookup
from whowhom.talks.merge import OPPOSED, Draft
from whowhom.talks.records import Party, TalksPlace

_SIDE = re.compile(
    r"\b(?:opposition|rebels?|government|opponents|regime|insurgents?|fighters|guerrillas?|separatists?|rebellion|army|"
    r"military|militants|junta)\b",
    re.IGNORECASE,
)
# Groups that no word tells from others.
VAGUE = re.compile(
    r"^(?:(?:the|their|its|all|some|other|others|two|three|four|both|several|regional|of|her|his|foreign|defence|one|"
    r"members) ?)*"
    r"(?:ministers?|presidents?|delegations?|delegates?|officials?|leaders?|members?|countries|representatives?|"
    r"experts|others|envoys?|people|participants|groups|parties|states|half|colleagues?|counterparts?|wife|"
    r"sponsors|neighbou?rs|allies|"
    r"mediators?|negotiators|rivals|factions|leadership|hosts?|side)?$",
    re.IGNORECASE,
)  # fmt: skip
_REGION = re.compile(
    r"\b(?:of the )?(?:(?:South|North|East|West|Central|Latin)[- ]?(?:east|west)?(?:ern)? ?)?"
    r"(?:Asian?|Africans?|Europeans?|Arabs?|Western|Caribbean|Americas?|Balkan|Gulf|nine|eight|seven|six|five|ten) ?|"
    r"\bof (?=countries$)|\b(?:of )?countries$"
)
RELATIVE = re.compile(r"(?:who|whose|which|that|whom|where|it|its|they|he|she)\b", re.IGNORECASE)
REBELS = re.compile(
    r"^(?!.*\b(?:government|state|minister|president|king|prime)\b).*\b(?:rebels?|insurgents?|guerrillas?|"
    r"separatists?|militants?|"
    r"armed groups?|(?<!-)opposition)\b",
    re.IGNORECASE,
)
_TWO = re.compile(
    r"(?:[Tt]he )?(?P<a>[\w.-]+(?: [A-Z]\w+)?) and (?P<b>[\w.-]+(?: [A-Z]\w+)?) (?:(?:chief|senior|top|"
    r"foreign|peace) )?"
    r"(?:negotiators|delegations|delegates|envoys|officials|representatives|leaders|teams|sides|ministers|"
    r"diplomats|forces)"
)


def at_scene(party: Party, place: TalksPlace | None) -> Party:
    """A line of "opposition leaders in Burkina Faso" without that country's code: they only meet there."""
    entity = party.entity
    is_there = place is not None and entity.code == place.country and re.search(r" in (?:the )?[A-Z]", entity.text)
    if not is_there or entity.sector not in OPPOSED or entity.identifier:
        return party
    return replace(party, entity=replace(entity, code=None))


def is_nobody(entity: Entity) -> bool:
    """Whether words name nobody in particular: "diplomats from six countries", "a news agency"."""
    if entity.code is not None or find_sides(entity.text, 0, len(entity.text)):
        return False
    if VAGUE.search(_REGION.sub("", entity.text)) or RELATIVE.match(entity.text):
        return True
    plain = entity.person is None and not is_unnamed_side(entity) and entity.sector not in {*OPPOSED, "PTY", "MIL"}
    return plain and not re.search(r"(?<!^)(?<![.“\"] )\b[A-Z]", entity.text)


def pair_of(draft: Draft) -> list[Entity]:
    """The two governments that meet, where no opposition does: "both sides" are theirs."""
    sides = [p.entity for p in draft.parties if p.role in {"attending", "declined"} and p.entity.code]
    states = {entity.code: entity for entity in sides if not find_sides(entity.text, 0, len(entity.text))}
    is_pair = len(states) == 2 and not any(entity.sector in OPPOSED for entity in sides)
    return list(states.values()) if is_pair else []


def own_country(draft: Draft) -> str | None:
    """The country where talks are held, where its rulers and an opposition of no named country meet."""
    own = draft.place.country if draft.place else None
    rules = any(p.entity.code == own and p.entity.sector not in OPPOSED for p in draft.parties if p.role == "attending")
    states = {p.entity.code for p in draft.parties if p.role == "attending" and p.entity.code in STATE_CODES}
    return own if rules and states == {own} and any(is_unnamed_side(p.entity) for p in draft.parties) else None


def sides_known(draft: Draft, home: str) -> list[Entity]:
    """The government and its opponents of a country where talks name both."""
    named = [p.entity for p in draft.parties if not find_sides(p.entity.text, 0, len(p.entity.text))]
    named = [entity for entity in named if entity.code in {home, None}]
    government = [entity for entity in named if entity.sector == "GOV" and entity.code == home][:1]
    against = [entity for entity in named if entity.sector in OPPOSED]
    return government + against[:1] if government and against else []


def at_home(party: Party, home: str, pair: Sequence[Entity] = (), known: Sequence[Entity] = ()) -> list[Party]:
    """A line with the country that talks are about, where it says none: "the opposition"; two for "both sides"."""
    entity = party.entity
    if find_sides(entity.text, 0, len(entity.text)) and entity.code in {None, home}:
        sides = [replace(entity, code=home, sector=sector, name=None) for sector in ("GOV", "OPP")]
        sides = [replace(entity, code=home, sector=who.sector, name=who.name) for who in known] or sides
        sides = [replace(entity, code=who.code, sector=who.sector, name=who.name) for who in pair] or sides
        return [replace(party, entity=side) for side in sides]
    return [replace(party, entity=replace(entity, code=home))] if is_unnamed_side(entity) else [party]


def is_unnamed_side(entity: Entity) -> bool:
    """Whether "the opposition" or "the government" is said without whose, or somebody comes for it."""
    if entity.code is not None or entity.sector not in {"GOV", "OPP", "REB", "UAF", "MIL"}:
        return False
    return bool(_SIDE.search(entity.text)) or (entity.person is not None and entity.identifier is None)


def split_pair(party: Party, lookup: Lookup) -> list[Party]:
    """The two of "government and rebel negotiators"; none where the words name one."""
    text, entity = party.entity.text, party.entity
    found = _TWO.fullmatch(text)
    if found is None:
        return []
    first = lookup.party(text, *found.span("a")) or lookup.party(text.lower(), *found.span("a"))
    second = lookup.party(text, found.start("b"), len(text))
    who = [item for item in (first, second) if item is not None and (item.code or item.sector)]
    if len({(item.code, item.sector) for item in who}) < 2:
        return []
    told = [replace(item, text=text, start=entity.start, end=entity.end) for item in who]
    return [replace(party, entity=item if item.sector else replace(item, sector="GOV")) for item in told]
