"""A stretch of words read by its head: a state, a people, a body, a person, a role, or a thing that belongs to one."""

from __future__ import annotations

from whowhom.actors.drafts import BODIES, DEEDS, LANDS, ORIGIN, PLACE, PLACED, QUANTITIES, RANKS, SERVICE, Draft
from whowhom.actors.facts import Fact, Match
from whowhom.actors.persons import PersonReader


class Reader(PersonReader):
    """Reads one stretch of words without its appositions."""

    def describe(self, lo: int, hi: int, head: int) -> Draft | None:
        """The answer for one stretch of words without its appositions."""
        match = self.phrase.match_at(head)
        if match is None or match.start < lo:
            return self._unknown(lo, hi, head)
        facts = self.phrase.facts(match, self.phrase.countries(lo, hi, match))
        if not facts:
            return self._unknown(lo, hi, head)
        fact = facts[0]
        persons = [item for item in facts if item.kind == "person"]
        if persons and (fact.kind == "person" or (fact.kind == "role" and match.end - match.start > 1)):
            return self.read_person(lo, hi, match, persons)
        if fact.kind == "role":
            if self.is_surname(lo, match):
                return self.read_stranger(lo, hi, match.start, match.end)
            named = self.name_after(match, hi) if fact.role in {"office", "person"} else self._body_after(match, hi)
            return self.describe(lo, hi, named) if named else self.read_role(lo, hi, match, fact)
        if fact.kind in LANDS:
            return self._land(lo, match, facts)
        return self.read_body(lo, match, fact, hi)

    def _body_after(self, match: Match, hi: int) -> int | None:
        """The proper name right after a word for its kind: "the Shiite group Hezbollah"."""
        after = self.phrase.match_at(match.end) if match.end < hi else None
        return after.start if after is not None and after.facts[0].kind in BODIES else None

    def _land(self, lo: int, match: Match, facts: list[Fact]) -> Draft | None:
        """A state, place, people or adjective that stands for itself."""
        fact, previous = facts[0], match.start - 1
        named = previous > lo and self.phrase.is_name_word(previous) and match.end - match.start == 1
        if named and self.phrase.lower[previous] not in PLACED and fact.kind != "adjective":
            return None  # "George Washington", "Port Sudan"
        draft = Draft(fact.kind, fact.name, fact.code, fact.sector, fact.other_sectors, None, None, fact.identifier)
        draft.weak, draft.why = fact.weak, f"{fact.kind} {fact.name}"
        if fact.kind in {"demonym", "adjective"}:
            return self._people(lo, match, facts, draft)
        if previous >= lo and self.phrase.lower[previous] in PLACED:
            draft.sector, draft.weak = None, True
            return draft.because("a part of it: a place")
        return draft

    def _people(self, lo: int, match: Match, facts: list[Fact], draft: Draft) -> Draft:
        """ "The British", "Syrians", "an Iranian", "displaced Afghans"."""
        for before in self.before(lo, match):
            roles = before.of("role")
            if roles and roles[0].sector:
                draft.kind, draft.sector, draft.weak = "role", roles[0].sector, roles[0].weak
                return draft.because(f"sector from {roles[0].name!r}")
        word, previous = self.phrase.words[match.end - 1], self.phrase.lower[lo : match.start]
        counted = any(item in {"a", "an", "many", "young"} or item[:1].isdigit() for item in previous)
        plural = word.endswith(("s", "men")) and any(fact.kind == "demonym" for fact in facts)
        if any(fact.kind == "demonym" for fact in facts) and (counted or plural):
            draft.kind, draft.sector, draft.weak = "demonym", "CVL", True
            return draft
        draft.kind, draft.sector, draft.weak = "adjective", None, False
        return draft

    def read_body(self, lo: int, match: Match, fact: Fact, hi: int) -> Draft:
        """An organisation, group, party, institution or seat of government."""
        draft = Draft(fact.kind, fact.name, fact.code, fact.sector, fact.other_sectors, None, None, fact.identifier)
        draft.why = f"{fact.kind} {fact.name}"
        # "Burundi's National Security Council" is not the American one; "the Russian FSB" stays as it is.
        named = self.phrase.countries(lo, match.start if fact.kind == "body" else hi, match)
        spelt_out = fact.kind == "body" and match.end - match.start > 1 and fact.code not in named
        if named and (fact.kind == "generic" or spelt_out):
            draft.code, draft.identifier = named[-1 if spelt_out else 0], None
            return draft.because("country named in the phrase")
        if fact.kind != "generic":
            return draft
        if self.phrase.story and fact.code not in self.phrase.story:
            draft.code = self.phrase.story[0]
            return draft.because("country of the story")
        return draft

    def _unknown(self, lo: int, hi: int, head: int) -> Draft | None:
        """A head outside the tables: a stranger's name, an amount, or a thing that belongs to somebody."""
        before = [match for match in self.phrase.between(lo, head) if not self._is_plain_adjective(match)]
        if self.phrase.is_name_word(head) and not (head == lo and self.phrase.lower[head] in QUANTITIES):
            if before and before[-1].of("person") and self.is_name_end(before[-1], head):
                return self.describe(lo, hi, before[-1].start)
            return self.read_stranger(lo, hi, head, head + 1)
        amount = self.phrase.lower[head] in QUANTITIES or not self.phrase.words[head][:1].isalpha()
        after = self._thing_after(head, hi)
        if before and not (amount and after):
            draft = self.describe(lo, head, before[-1].start)
            if draft is not None and draft.code is None and self.phrase.lower[head] in DEEDS:
                draft = None
            if draft is not None:
                draft.weak = True
                if draft.code is None and after is not None:
                    draft.code = after.code
                return draft.because(f"its {self.phrase.lower[head]!r}")
        if after is not None and not amount:
            after.weak = True
        # A participle taken for the head: "occupied Karabakh", "returned asylum seekers".
        stop = self.phrase.stop(head + 1, hi)
        if after is None and self.phrase.between(head + 1, stop):
            return self.describe(head + 1, hi, self.phrase.head_in(head + 1, stop))
        return after

    def _is_plain_adjective(self, match: Match) -> bool:
        """ "private investment", "a major bank": small, a single word, and no rank of anybody."""
        word = self.phrase.words[match.start]
        return match.end - match.start == 1 and word in RANKS and bool(match.of("role"))

    def _thing_after(self, head: int, hi: int) -> Draft | None:
        """Whoever stands behind a preposition after a thing: "the killing of civilians"."""
        at = head + 1
        while at < hi and self.phrase.match_at(at) is None:
            if self.phrase.lower[at] in ORIGIN | PLACE | SERVICE | {"against", "between", "among", "after"}:
                stop = self.phrase.stop(at + 1, hi)
                if stop > at + 1:
                    found = self.describe(at + 1, hi, self.phrase.head_in(at + 1, stop))
                    if found is not None:
                        if found.kind in LANDS and self.phrase.lower[at] in PLACE | {"on", "along", "between"}:
                            found.sector = None
                        return found
            at += 1
        return None
