"""Role words: their sector, or that of the body they belong to, and their country from the words around them."""

from __future__ import annotations

from whowhom.actors.drafts import (
    ALLIES,
    BODIES,
    ELDER_SECTORS,
    FAR_OFFICES,
    FORMER,
    LANDS,
    MINORITIES,
    ORIGIN,
    PLACE,
    SERVICE,
    UNSPOKEN,
    Draft,
)
from whowhom.actors.facts import Fact, Match
from whowhom.actors.people import pick_person
from whowhom.actors.phrase import Phrase


class RoleReader:
    """Reads "troops from Chad", "a spokesman for the Iraqi police"."""

    def __init__(self, phrase: Phrase) -> None:
        self.phrase = phrase

    def describe(self, lo: int, hi: int, head: int) -> Draft | None:
        """The answer for one stretch of words; told by the reader of whole phrases."""
        raise NotImplementedError

    def text(self, lo: int, hi: int) -> str:
        words = list(self.phrase.words[lo:hi])
        while words and words[0].lower().rstrip(".") in UNSPOKEN:
            words = words[1:]
        return " ".join(words).replace(" - ", "-").replace(" 's", "'s")

    def before(self, lo: int, match: Match) -> list[Match]:
        """The known names before a match, the nearest first."""
        return self.phrase.between(lo, match.start)[::-1]

    def is_former(self, lo: int, at: int) -> bool:
        """Whether "former" or the like stands before ``at`` within the same possessor."""
        for i in range(at - 1, lo - 1, -1):
            if self.phrase.lower[i] in {"'s", "’s", "'"}:
                return False
            if self.phrase.lower[i] in FORMER or self.phrase.lower[i].startswith("ex-"):
                return True
        return False

    def read_role(self, lo: int, hi: int, match: Match, fact: Fact) -> Draft:
        """A role word: its sector or that of the body it belongs to, its country from the words around it."""
        draft = Draft("role", self.text(lo, match.end), None, fact.sector, fact.other_sectors, fact.office)
        draft.weak, draft.why = fact.weak, f"role {fact.name!r}"
        before = self.before(lo, match)
        belongs = self._complement(match.end, hi, fact)
        self._take_sector(draft, fact, before, belongs)
        self._take_code(draft, fact, (lo, match.start), before, belongs)
        draft.code = draft.code or fact.code
        if self.is_former(lo, match.start) and draft.sector in ELDER_SECTORS and fact.role in {"office", "person"}:
            draft.sector, draft.other_sectors = "ELI", ()
            draft.office = f"Former {draft.office}" if draft.office else None
            draft.because("former")
        return draft

    def _complement(self, at: int, hi: int, fact: Fact) -> tuple[str, Draft] | None:
        """The preposition after a role word and what hangs on it: ("for", the Iraqi police)."""
        while at < hi:
            match = self.phrase.match_at(at)
            if match is not None:
                at = match.end
                continue
            word = self.phrase.lower[at]
            if word in ORIGIN | PLACE | SERVICE:
                stop = self.phrase.stop(at + 1, hi)
                found = self.describe(at + 1, hi, self.phrase.head_in(at + 1, stop)) if stop > at + 1 else None
                if found is not None and (found.code or found.sector):
                    # "a source in the government" belongs to it, "observers in Zimbabwe" do not.
                    inside = word in PLACE and fact.defers and fact.sector is None and found.kind not in LANDS
                    if inside or self._belongs_by(word, at, fact):
                        return word, found
            at += 1
        return None

    def _belongs_by(self, word: str, at: int, fact: Fact) -> bool:
        """Whether the preposition tells whose the role is: "of" always, "in" not of soldiers and envoys abroad."""
        if word in ORIGIN:
            return True
        if word in PLACE and not (word == "at" and fact.defers):
            abroad = fact.office in FAR_OFFICES or fact.sector == "MIL" or (fact.defers and fact.sector is None)
            return fact.role == "body" or not abroad
        if word in {"for", "at"}:
            return fact.defers and fact.role in {"office", "person"}
        if word == "by":
            return self.phrase.lower[at - 1] in {"led", "headed", "commanded", "run"}
        return word == "to" and self.phrase.lower[at - 1] in {"loyal", "belonging", "close"}

    def _take_sector(self, draft: Draft, fact: Fact, before: list[Match], belongs: tuple[str, Draft] | None) -> None:
        """Gives a role that belongs to a body ("Taliban militants", "police spokesman") that body's sector."""
        if fact.sector == "MIL" and before and (rebels := self._fighters(before[0])) is not None:
            draft.sector, draft.other_sectors = rebels.sector, rebels.other_sectors
            draft.because(f"sector of {rebels.name!r}")
            return
        if not fact.defers and fact.sector is not None:
            return
        for match in before:
            item = self.phrase.facts(match)[0] if self.phrase.facts(match) else None
            if item is None or not item.sector:
                continue
            body = item.kind in BODIES or (
                item.kind == "role" and not item.weak and item.role in {"body", "group"} and item.sector != "AGR"
            )
            if body and not (fact.sector == "GOV" and item.sector in {"BUS", "CVL"}):
                if not (item.kind == "organisation" and item.sector == "MIL" and fact.sector == "GOV"):
                    draft.sector, draft.other_sectors = item.sector, item.other_sectors
                    draft.because(f"sector of {item.name!r}")
                return
        is_own = fact.sector is None or fact.role == "person"
        if belongs is not None and belongs[1].sector and (is_own or not belongs[1].weak):
            found = belongs[1]
            draft.weak = draft.weak or found.weak
            if fact.sector is None or found.kind not in {"state", "territory", "capital", "adjective"}:
                draft.sector, draft.other_sectors = found.sector, found.other_sectors
                draft.because(f"sector of {found.name!r}")

    def _fighters(self, match: Match) -> Fact | None:
        """The armed group whose own forces are meant: "Hamas forces"; an army's are military."""
        item = next(iter(self.phrase.facts(match)), None)
        return item if item is not None and item.kind == "group" and item.sector in {"REB", "PRM", "UAF"} else None

    def _take_code(
        self, draft: Draft, fact: Fact, span: tuple[int, int], before: list[Match], belongs: tuple[str, Draft] | None
    ) -> None:
        """The country or organisation a role belongs to: the nearest one before it, else the one after "of"."""
        lo, match_start = span
        fallback: str | None = None
        chosen: Fact | None = None
        for match in before:
            facts = self.phrase.facts(match, self.phrase.countries(lo, match.start))
            item = facts[0] if facts else None
            if item is None or item.code is None:
                continue
            if item.kind == "generic" or (item.kind == "city" and chosen is None):
                fallback = fallback or item.code
            elif item.kind == "person":
                self._person_code(draft, [f for f in facts if f.kind == "person"])
                if draft.code:
                    return
            elif chosen is None or self._outranks(item, chosen, fact):
                chosen = item
        beside = chosen or (belongs[1] if belongs is not None else None)
        if fact.name.lower() in ALLIES and beside is not None and beside.kind in LANDS:
            draft.because(f"beside {beside.name}, not {beside.name} itself")
            return
        if chosen is not None and belongs is not None and fact.name in MINORITIES and belongs[1].kind in LANDS:
            chosen = None  # "the Turkish minority in Bulgaria" lives there
        if chosen is not None:
            draft.code = chosen.code
            draft.other_sectors = draft.other_sectors + tuple(
                s for s in chosen.other_sectors if s == "PRE" and s not in draft.other_sectors
            )
            draft.because(f"country from {chosen.name!r}")
        elif belongs is not None and belongs[1].code:
            draft.code = belongs[1].code
            draft.because(f"{belongs[0]} {belongs[1].name!r}")
        elif owner := self._owner_by_sound(match_start):
            self._person_code(draft, owner)
        elif fallback:
            draft.is_guess = bool(self.phrase.story) and fallback not in self.phrase.story
            draft.code = self.phrase.story[0] if draft.is_guess else fallback
            draft.because("country of the body named before it")

    @staticmethod
    def _outranks(item: Fact, chosen: Fact, role: Fact) -> bool:
        """Whether a farther word decides: the UN in "UN Libya envoy", the state in "Syrian UN ambassador"."""
        if role.office == "Ambassador":
            return item.kind in LANDS and chosen.kind not in LANDS
        whole = item.kind == "organisation" and item.code in {"UNO", "EUR", "IGO"}
        return whole and chosen.kind in LANDS and (role.defers or role.sector == "MIL")

    def _person_code(self, draft: Draft, facts: list[Fact]) -> None:
        """The country of a person named before a role: "the Obama administration"."""
        reading = pick_person(facts, day=self.phrase.day, countries=self.phrase.story)
        if reading is None:
            return
        draft.code = reading.fact.code
        draft.because(f"country of {reading.fact.name}")
        if reading.is_over and draft.sector == "GOV":
            draft.sector = "ELI"
            draft.because("whose term is over")

    def _owner_by_sound(self, at: int) -> list[Fact]:
        """The offices of a known person under another spelling right before "'s": "Nikol Pashinian's government"."""
        if at < 3 or self.phrase.lower[at - 1] not in {"'s", "’s"}:
            return []
        start = at - 1
        while start > 0 and (self.phrase.is_name_word(start - 1) or self.phrase.words[start - 1] == "-"):
            start -= 1
        return self.phrase.knowledge.variants(self.phrase.words[start : at - 1])

    def title(self, lo: int, match_start: int) -> tuple[Match, Fact] | None:
        """The role word right before a name."""
        for match in self.phrase.between(lo, match_start)[::-1]:
            roles = match.of("role")
            gap = range(match.end, match_start)
            if roles and all(self.phrase.is_name_word(i) or not self.phrase.words[i].isalpha() for i in gap):
                return match, roles[0]
            if not all(self.phrase.is_name_word(i) for i in gap):
                return None
        return None
