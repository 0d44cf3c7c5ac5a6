"""Persons: known ones in the office of the day, strangers by the title and country beside their name."""

from __future__ import annotations

from whowhom.actors.drafts import BODIES, ELDER_SECTORS, ORIGIN, Draft
from whowhom.actors.facts import Fact, Match
from whowhom.actors.people import PersonReading, pick_person
from whowhom.actors.roles import RoleReader
from whowhom.actors.words import word_set

# What may stand capitalised before a surname without being another person's given name.
_ADJECTIVE_ENDS = ("ed", "ing", "ous", "ive", "ful", "ern", "less")
_NAME_JOINTS = word_set("- al el bin")
_HONOURS = word_set("h e he dr mr mrs ms prof sir gen lt col maj capt")
_BEFORE_SURNAMES = word_set("mr mrs ms dr sir lord lady the new then")


class PersonReader(RoleReader):
    """Reads "Sergei Lavrov", "the late Mr Arafat", "German journalist Mesale Tolu"."""

    def read_body(self, lo: int, match: Match, fact: Fact, hi: int) -> Draft:
        """The answer for an organisation or institution; told by the reader of whole phrases."""
        raise NotImplementedError

    def is_surname(self, lo: int, match: Match) -> bool:
        """Whether a role word is a surname, as in "Mayor Dayton King"."""
        capital = match.end - match.start == 1 and self.phrase.words[match.start][:1].isupper()
        before = match.start - 1
        if match.of("role")[0].role not in {"office", "person"}:
            return False
        return capital and before > lo and self.phrase.is_name_word(before) and self.title(lo, before) is not None

    def name_after(self, match: Match, hi: int) -> int | None:
        """The last word of a name right after a title that a parser took for the head."""
        at = match.end
        if at < hi and self.phrase.match_at(at) is not None and match.of("role")[0].defers:
            return self.phrase.head_in(at, self.phrase.stop(at, hi))
        while at < hi:
            beside = self.phrase.match_at(at)
            if beside is not None and beside.of("person"):
                return beside.start
            if not (self.phrase.is_name_word(at) or (at > match.end and self.phrase.words[at] in {"-", "al", "bin"})):
                break
            at += 1
        return at - 1 if at > match.end and self.phrase.is_name_word(at - 1) else None

    def read_person(self, lo: int, hi: int, match: Match, facts: list[Fact]) -> Draft | None:
        """A known office-holder, in the office of the day; the title in the text has the last word."""
        title = self.title(lo, match.start)
        countries = self.phrase.countries(lo, match.start) or self._told_after(hi, facts)
        role = self.read_role(lo, title[0].end, title[0], title[1]) if title else None
        if role is not None and role.code and not role.is_guess and role.code not in countries:
            countries = [role.code, *countries]
        office, former = title[1].office if title else None, self.is_former(lo, match.start)
        if title is None:
            office, former = self._office_after(hi, former)
        reading = pick_person(
            facts, day=self.phrase.day, countries=countries or self.phrase.story, office=office, former=former
        )
        if reading is None or not self._is_same_person(lo, match, reading.fact, countries):
            return self.read_stranger(lo, hi, match.start, match.end)
        return self._office(lo, reading, title, role, former)

    def _told_after(self, at: int, facts: list[Fact]) -> list[str]:
        """Which of a person's countries and bodies a comma explains: "Agnès Callamard, the U.N. special rapporteur"."""
        if at >= len(self.phrase.words) or self.phrase.words[at] != ",":
            return []
        beside = self.phrase.between(at + 1, len(self.phrase.words))
        told = {fact.code for match in beside for fact in match.facts if fact.kind not in {"person", "role"}}
        return [code for code in dict.fromkeys(fact.code for fact in facts) if code and code in told]

    def _office_after(self, at: int, former: bool) -> tuple[str | None, bool]:
        """The office told after a comma, and whether it is over: "Yang Jiechi, the former State Councillor"."""
        if at >= len(self.phrase.words) or self.phrase.words[at] != ",":
            return None, former
        for match in self.phrase.between(at + 1, self.phrase.stop(at + 1, len(self.phrase.words))):
            offices = [fact.office for fact in match.of("role") if fact.office]
            if offices:
                return offices[0], former or self.is_former(at + 1, match.start)
        return None, former

    def _office(
        self, lo: int, reading: PersonReading, title: tuple[Match, Fact] | None, role: Draft | None, former: bool
    ) -> Draft:
        """A known person's answer: the office of the day, unless the title beside the name says more."""
        fact = reading.fact
        draft = Draft("person", fact.name, fact.code, fact.sector, fact.other_sectors, fact.office, fact.name)
        draft.identifier, draft.why = fact.identifier, f"{fact.name}, {reading.why}"
        if reading.is_over or former:
            draft.sector, draft.other_sectors = ("ELI", ()) if fact.sector in ELDER_SECTORS else (fact.sector, ())
            draft.office = f"Former {fact.office}" if fact.office else None
        elif reading.is_early:
            draft.sector, draft.office, draft.other_sectors = None, None, ()
        then = any(word in {"then", "then-"} for word in self.phrase.lower[lo : title[0].start]) if title else False
        newer = bool(
            title and title[1].office != fact.office and (title[1].role == "office" or title[1].sector != "GOV")
        )
        if title and role and title[1].sector and not former and (then or newer or not reading.is_over):
            same = role.office is not None and role.office == fact.office
            draft.sector = role.sector or draft.sector
            draft.other_sectors = draft.other_sectors if same else role.other_sectors
            draft.office = role.office if title[1].role == "office" else draft.office or role.office
            draft.code = draft.code if role.is_guess else role.code or draft.code
            draft.because(f"title {title[1].name!r}")
        return draft

    def _is_same_person(self, lo: int, match: Match, fact: Fact, countries: list[str]) -> bool:
        """Whether a surname is the known person's: not in "Melania Trump", nor "the Syrian Brown"."""
        if self.phrase.is_full_name(match):
            return True
        if countries and fact.code not in countries:
            return False
        known = self.phrase.knowledge.names_of(fact.identifier)
        if self.phrase.is_name_word_at(match.end) and self.phrase.lower[match.end] not in known:
            return False  # "Jiang Jinfu" is not Jiang Zemin
        previous = match.start - 1
        while previous >= lo and self.phrase.words[previous] in _NAME_JOINTS:
            previous -= 1
        if previous < lo or not self.phrase.is_name_word(previous):
            return True
        word = self.phrase.lower[previous].rstrip(".")
        if word in known or len(word) == 1 or word in _BEFORE_SURNAMES:
            return True
        # "Furious Theresa May" begins a sentence; "Melania Trump" is somebody else.
        return previous == 0 and word.endswith(_ADJECTIVE_ENDS)

    def read_stranger(self, lo: int, hi: int, start: int, end: int) -> Draft | None:
        """A person not in the tables: the title and country in the phrase say what is known."""
        while start > lo and (self._goes_on(start - 1) or self.phrase.words[start - 1] in _NAME_JOINTS):
            start -= 1
        title = self.title(lo, start)
        while start < end - 1 and self.phrase.lower[start].replace(".", "") in _HONOURS:
            start += 1
        name = self.text(start, end)
        if known := self._known_by_sound(lo, start, end, title):
            return known
        if title is not None:
            draft = self.read_role(lo, hi if title[0].end >= start else start, title[0], title[1])
            if title[1].role in {"office", "person"} and not (
                title[1].role == "person" and title[1].name.endswith("s")
            ):
                draft.person = name
            draft.name, draft.kind = name, "person" if draft.person else "role"
            return draft.because("name not in the tables")
        before = self.phrase.between(lo, start)
        if before and before[-1].end == start and self.phrase.facts(before[-1])[:1]:
            owner = self.phrase.facts(before[-1])[0]
            if owner.kind in BODIES:
                return self.read_body(lo, before[-1], owner, hi).because(f"part of it: {name}")
        codes = self.phrase.countries(lo, start) or self.origin(end, hi)
        if not codes:
            return None
        return Draft("name", name, codes[0], why="unknown name with a country beside it")

    def _known_by_sound(self, lo: int, start: int, end: int, title: tuple[Match, Fact] | None) -> Draft | None:
        """A known person under another spelling of the full name, unless the phrase names another country."""
        facts = self.phrase.knowledge.variants(self.phrase.words[start:end])
        countries = self.phrase.countries(lo, start)
        role = self.read_role(lo, title[0].end, title[0], title[1]) if title else None
        if not facts or (countries and not any(fact.code in countries for fact in facts)):
            return None
        former, office = self.is_former(lo, start), title[1].office if title else None
        reading = pick_person(facts, day=self.phrase.day, countries=countries, office=office, former=former)
        if reading is None:
            return None
        return self._office(lo, reading, title, role, former).because(f"{self.text(start, end)!r} is another spelling")

    def is_name_end(self, match: Match, at: int) -> bool:
        """Whether the word after a person's known name is the rest of that name: "Salva Kiir Mayardit"."""
        known = self.phrase.knowledge.names_of(match.of("person")[0].identifier)
        return match.end == at and (self.phrase.is_full_name(match) or self.phrase.lower[at] in known)

    def _goes_on(self, at: int) -> bool:
        """Whether the word before a name is part of it: an unknown capitalised word, or a given name."""
        return self.phrase.is_name_word(at) or self.phrase.is_given(at)

    def origin(self, at: int, hi: int) -> list[str]:
        """The countries after "of" or "from" behind a name."""
        if at < hi and self.phrase.lower[at] in ORIGIN | {"in"}:
            return self.phrase.countries(at + 1, self.phrase.stop(at + 1, hi))
        return []
