"""An answer while it is being put together, and the small words that steer it."""

from __future__ import annotations

from dataclasses import dataclass

from whowhom.actors.words import word_set


@dataclass(slots=True)
class Draft:
    """An answer while it is being put together."""

    kind: str
    name: str | None = None
    code: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    office: str | None = None
    person: str | None = None
    identifier: str | None = None
    weak: bool = False
    why: str = ""
    is_guess: bool = False  # the code is the story's, not told by the words

    def because(self, reason: str) -> Draft:
        self.why = f"{self.why}; {reason}" if self.why else reason
        return self


UNSPOKEN = word_set("the a an some his her their its mr mrs ms dr")
FORMER = word_set("former ex ousted deposed toppled erstwhile onetime one-time retired ex-")
ELDER_SECTORS = frozenset({"GOV", "LEG", "JUD", "SPY", "COP", "PTY"})
PLACED = word_set(
    "north northern northeast northeastern northwest northwestern south southern southeast southeastern southwest "
    "southwestern east eastern west western central upper lower nearby neighboring neighbouring"
)
BODIES = frozenset({"organisation", "group", "party", "body", "generic", "seat"})
LANDS = frozenset({"state", "adjective", "demonym", "territory", "capital", "city"})
ORIGIN = frozenset({"of", "from"})
PLACE = frozenset({"in", "at", "within", "inside", "across", "near", "throughout"})
SERVICE = frozenset({"for", "with", "at", "to", "on", "representing", "by", "under"})
FAR_OFFICES = frozenset(
    {"Ambassador", "Envoy", "Diplomat", "High Representative", "Representative", "Negotiator", "Chargé d'affaires"}
)
ALLIES = word_set("ally allies neighbor neighbors neighbour neighbours partner partners backer backers donor donors")
# An adjective before a thing, a rank before a name: "major investment", "private company", "general strike".
RANKS = word_set("private major general corporal minor")
# What is done, not who does it: "military intervention" is nobody.
DEEDS = word_set(
    "intervention interventions action actions operation operations campaign aid assistance support investment "
    "spending budget rule law policy policies response pressure presence control security exercise exercises "
    "drill drills training "
    "cooperation reform reforms corruption violence brutality abuse abuses repression crackdown takeover involvement "
    "buildup build-up escalation conflict activity activities ambition ambitions capability capabilities strength "
    "option options solution success defeat victory punishment service means might superiority confrontation"
)
MINORITIES = frozenset({"minority", "minorities", "population", "populations", "community", "communities"})
QUANTITIES = word_set(
    "number dozens scores hundreds thousands tens millions majority most some many several all both one two three "
    "handful pair series lot lots rest remnants remains part parts half couple range spate mass masses dozen hundred "
    "thousand million residents body heart kind sort type types tens"
)
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
