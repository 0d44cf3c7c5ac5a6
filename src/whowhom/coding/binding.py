"""Whose a phrase is when its own words do not say: owner, apposition, allegiance, place, and the story's country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from whowhom.actors import Knowledge
from whowhom.actors.codes import STATE_CODES
from whowhom.actors.facts import Kind, Match
from whowhom.actors.phrase import INSIDE
from whowhom.coding.explained import Explainer
from whowhom.coding.homes import home_code
from whowhom.coding.memory import Named

SINGULAR_PERSON = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})
THING = frozenset({"it", "itself", "its"})
PLURAL = frozenset({"they", "them", "themselves", "their"})
PRONOUNS = SINGULAR_PERSON | THING | PLURAL
# Nouns whose bare mention ("the army", "the ministry") means the one the story last named with its country.
BINDING = frozenset(
    "government army ministry minister president parliament court police military regime administration opposition "
    "delegation envoy ambassador chancellor king premier navy troop force rebel junta cabinet senate embassy mediator "
    "spokesman spokeswoman".split()
)
# "troops loyal to X", "the party led by X": whose they are.
_ALLEGIANCE = {
    "by": frozenset(
        "led headed commanded run owned employed appointed ruled governed founded formed fired launched carried put "
        "proposed sent deployed flown operated".split()
    ),
    "to": frozenset({"loyal", "belonging", "faithful"}),
    "from": frozenset({"hailing", "deported"}),
}
_WITHIN = frozenset("in inside within across throughout at".split())
_EXAMPLES = frozenset({"as", "including", "like"})
# Who is often found in somebody else's country.
_ABROAD = frozenset(
    "soldier troop peacekeeper observer monitor envoy ambassador diplomat delegation delegate mission refugee migrant "
    "tourist foreigner visitor journalist reporter correspondent inspector negotiator mediator embassy consulate "
    "national contractor volunteer expert adviser advisor spokesman spokeswoman spokesperson company investor ally "
    "donor country nation state side".split()
)
# Where these act or are acted on is their country; governments, parties and rebels also meet abroad.
_LOCAL = frozenset({"COP", "JUD", "CVL", "LAB", "EDU", "AGR", "CRM", "REL", "MED"})
_AT_HOME = _LOCAL | {"LEG", "OPP", "PTY", "SOC", "REB", "UAF"}
_ALSO_ABROAD = frozenset({"OPP", "PTY", "REB"})
_CLEARLY = 3  # how many times as often as any other a story's own country is named
# Bodies and offices that a story names without their country when it is its own.
_OF_THE_COUNTRY = BINDING - {
    "delegation", "envoy", "ambassador", "embassy", "mediator", "troop", "force", "spokesman", "spokeswoman",
} | frozenset("authority protester demonstrator prosecutor legislature congress judiciary".split())  # fmt: skip
# Whoever does this in a country comes from another.
_MOVING = frozenset("arrive flee come enter return travel land seek visit move escape migrate resettle stay".split())
_SITES = frozenset(
    "base camp barracks headquarters post checkpoint outpost compound facility installation position target "
    "depot".split()
)
_PLACES = frozenset(
    "capital city town village region province district area north south east west part county northeast northwest "
    "southeast southwest".split()
)
_LANDS: tuple[Kind, ...] = ("state", "adjective", "demonym", "capital", "city", "territory")
_HELD = frozenset({"prisoner", "detainee"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "agent", "dative"})
_OPPOSITE = frozenset({"by", "with", "against", "to", "from", "between", "on"})


class Binder(Explainer):
    """Completes the entities of one sentence from the words around them and from the story."""

    _knowledge: Knowledge

    def name_all(self, heads: Sequence[int]) -> list[Named]:
        raise NotImplementedError

    def name_owner(self, head: int) -> list[Named]:
        raise NotImplementedError

    def name_adjective(self, head: int) -> list[Named]:
        raise NotImplementedError

    @cached_property
    def found(self) -> list[Match]:
        """Every known name of the sentence."""
        return self._knowledge.find([t.text for t in self.tree.tokens])

    @cached_property
    def nations(self) -> list[str]:
        """The states that the sentence names; a name that several share (Congo, Georgia) is settled by the others."""
        told = [match for match in self.found if match.of(*_LANDS)]
        codes = [list(dict.fromkeys(f.code for f in m.of("state", "adjective", "demonym") if f.code)) for m in told]
        shared = [m.of("territory") and bool(c) for m, c in zip(told, codes, strict=True)]
        sure = list(dict.fromkeys(c[0] for c, s in zip(codes, shared, strict=True) if len(c) == 1 and not s))
        placed = [{f.code for f in m.of("territory", "city") if f.code} for m in told if not m.of("state")]
        inside = {code for codes_of in placed if len(codes_of) == 1 for code in codes_of}  # Punjab is in two states
        inside |= {f.code for m in self.found for f in m.of("body", "party") if f.code}
        if len(inside) == 1 and not set(sure) - inside:
            home = inside.pop() or ""
            if any(f.code == home for m in told for f in m.of("territory") if f.needs_country):
                return [home, f"{home}{INSIDE}"]
        seats = {f.code for m in told for f in m.of("capital") if f.code}
        known = {*sure, *seats, *self._memory.countries}
        settled = [next((code for code in c if code in known), c[0]) for c in codes if c]
        bodies = [
            m.facts[0].code for m in self.found if m.facts[0].kind in {"body", "seat", "person"} and len(m.facts) == 1
        ]
        return list(dict.fromkeys([*sure, *settled, *(code for code in bodies if code in STATE_CODES)]))

    def bounds(self, head: int) -> tuple[int, int]:
        """The bounds of a phrase, with the whole of a known name that a parser has cut: "Action Against Hunger"."""
        start, end = self._trimmed(*self.tree.phrase(head), head)
        if match := self._long_names.get(head):
            return min(start, match.start), max(end, match.end)
        return start, end

    def _trimmed(self, start: int, end: int, head: int) -> tuple[int, int]:
        """The bounds without a date or "free" that a parser drew in: "late August US troops", "set free activists"."""
        tokens, first = self.tree.tokens, start
        while first < head and tokens[first].ent == "DATE":
            first += 1
        if tokens[start].lemma == "free" and start > 0 and tokens[start - 1].lemma in {"let", "set"}:
            first = min(start + 1, head)
        return (start, end) if tokens[first].tag == "POS" else (first, end)

    @cached_property
    def _long_names(self) -> dict[int, Match]:
        """The known bodies and persons of several words, by each of their words."""
        long = [
            m for m in self.found if m.end - m.start > 1 and m.of("organisation", "group", "party", "body", "person")
        ]
        return {i: match for match in long for i in range(match.start, match.end)}

    def complete(self, named: Named, head: int) -> Named:
        """The entity with the country that the words around it tell; as it is when they tell none."""
        general = named.entity.code
        told = (
            self._of_owner,
            self._of_state,
            self._of_apposition,
            self._of_allegiance,
            self._of_examples,
            self._bound,
        )
        for tell in told:
            named = tell(named, head)
            if named.entity.code != general:
                return named
        code = self._place_code(named, head) or self._home_code(named, head) or self._story_code(named, head)
        return named if code is None else self._with_code(named, code)

    @staticmethod
    def _with_code(named: Named, code: str) -> Named:
        return replace(named, entity=replace(named.entity, code=code), is_known=True)

    def _of_owner(self, named: Named, head: int) -> Named:
        """ "its warplanes": the code is that of whom "its" stands for."""
        owner = self.tree.child(head, "poss")
        if owner is None or self.tree.lower[owner] not in PRONOUNS:
            return named
        code = next((n.entity.code for n in self.name(owner) if n.entity.code), None)
        return self._with_code(named, code) if code else named

    def _of_state(self, named: Named, head: int) -> Named:
        """ "the government and people of Saudi Arabia": the state after "of", told once for both."""
        tree = self.tree
        holders = [head, tree.tokens[head].head] if tree.tokens[head].dep == "conj" else [head]
        end = self.bounds(head)[1]  # what stands right behind the noun has been read with it
        for holder in holders:
            for prep, _, inside in tree.prepositions(holder):
                found = self.name(inside) if prep == "of" and (inside >= end or inside < head) else []
                code = next((n.entity.code for n in found if n.is_place and n.entity.code), None)
                if code:
                    return self._with_code(named, code)
        return named

    def _of_apposition(self, named: Named, head: int) -> Named:
        """ "the then president, Goodluck Jonathan": name, country and id of whom the apposition names."""
        for c in self.tree.kids(head, "appos"):
            start, end = self.tree.phrase(c)
            told = self.resolve_tokens(start, end, c)
            if told is None or told.code is None:
                continue
            entity = replace(named.entity, code=told.code)
            if told.person and entity.office:
                entity = replace(entity, person=told.person, name=told.name, identifier=told.identifier)
            return replace(named, entity=entity, is_known=True)
        return named

    def _of_allegiance(self, named: Named, head: int) -> Named:
        """ "forces loyal to Alassane Ouattara", "the military led by Sisi"."""
        tree = self.tree
        for c in tree.kids(head, "acl", "amod", "relcl", "advcl", "appos"):
            preps = [p for p in tree.kids(c, "prep", "agent") if tree.lower[c] in _ALLEGIANCE.get(tree.lower[p], ())]
            for prep in preps if c > head else ():
                inside = tree.kids(prep, "pobj")
                code = next((n.entity.code for n in self.name_all(inside) if n.entity.code), None)
                if code := code or self._code_after(prep):
                    return self._with_code(named, code)
        return named

    def _code_after(self, prep: int) -> str | None:
        """The code of the words right after a preposition whose object a parser gave to the verb."""
        tokens = self.tree.tokens
        end = prep + 1
        while end < len(tokens) and tokens[end].pos in {"ADJ", "NOUN", "PROPN", "DET", "PART", "PUNCT"}:
            if tokens[end].text in {",", ";", "("}:
                break
            end += 1
        told = self.resolve_tokens(prep + 1, end, end - 1) if end > prep + 1 else None
        return told.code if told is not None else None

    def examples(self, head: int) -> list[Named]:
        """ "groups such as Oxfam and Greenpeace": those that it names."""
        tree = self.tree
        for c in tree.kids(head, "prep"):
            if tree.lower[c] in _EXAMPLES and (tree.lower[c] != "as" or tree.lower[c - 1] == "such"):
                return self.name_all([m for o in tree.kids(c, "pobj") for m in tree.conjuncts(o)])
        return []

    def _of_examples(self, named: Named, head: int) -> Named:
        """The code that all examples share: "rebel groups such as …"."""
        codes = {n.entity.code for n in self.examples(head)}
        code = codes.pop() if len(codes) == 1 else None
        return self._with_code(named, code) if code else named

    def _bound(self, named: Named, head: int) -> Named:
        """ "the ministry": the one the story last named with its country."""
        known = self._memory.bound(self.tree.lemmas[head], self._states_beside(head), self._nations(head)[0])
        is_definite = any(self.tree.lower[c] in {"the", "its", "their"} for c in self.tree.kids(head, "det", "poss"))
        lemma = self.tree.lemmas[head]
        if known is None or known.code is None or not is_definite or lemma not in BINDING:
            return named
        if lemma in _OF_THE_COUNTRY and known.code not in STATE_CODES:
            return named  # no "government" is that of the United Nations
        return self._with_code(named, known.code)

    def _home_code(self, named: Named, head: int) -> str | None:
        """The state told by the other party to the act; it must be the only one the story has named to be inferred."""
        told = [code for code in self.nations if code in STATE_CODES]
        alone = told if set(self._main_countries()) <= set(told) else []
        return home_code(self.tree, self.name, named, head, alone)

    # --- by place

    def _place_code(self, named: Named, head: int) -> str | None:
        """The country of the place that a court, a crowd or a police force is said to be in."""
        entity, lemma = named.entity, self.tree.lemmas[head]
        at_home = (
            entity.sector in _AT_HOME
            or (entity.sector in {"MIL", "GOV"} and lemma in _SITES)
            or (entity.sector == "GOV" and lemma in _OF_THE_COUNTRY | {"mayor"})
        )
        if not at_home or lemma in _ABROAD or entity.code == "IMG":
            return None
        with_verb = entity.sector in _LOCAL or lemma in _SITES or (entity.sector == "OPP" and lemma in _HELD)
        places: Iterator[int] | list[int] = self._places_of(head, with_verb=with_verb)
        if lemma in _OF_THE_COUNTRY and (fronted := self._fronted()) is not None:
            places = [fronted, *places]
        if entity.sector == "REB":  # they talk in capitals that are not theirs
            places = (o for o in places if not any(m.start <= o < m.end and m.of("capital") for m in self.found))
        codes = [code for o in places if (code := self.country_at(o))]
        if entity.sector in _ALSO_ABROAD and (known := self._main_countries()) and known[0] not in codes:
            return None  # "the opposition, still in Riyadh"
        return codes[0] if codes else None

    def _fronted(self) -> int | None:
        """ "In Kuwait, the government …": the place that opens the sentence."""
        tree = self.tree
        if not tree.tokens or tree.lower[0] != "in" or tree.tokens[0].dep != "prep":
            return None
        inside = tree.child(0, "pobj")
        return (
            inside if inside is not None and inside + 1 < len(tree.tokens) and tree.lower[inside + 1] == "," else None
        )

    def _places_of(self, head: int, *, with_verb: bool) -> Iterator[int]:
        """The objects of "in", "at" … that belong to a noun or its quantity, then those of the verb it stands with."""
        tree = self.tree
        above = tree.tokens[head].head
        outer = tree.tokens[above].head if tree.lower[above] == "of" else head
        verb = next((a for a in tree.ancestors(outer) if tree.tokens[a].pos == "VERB"), None)
        holders = [head, outer] if outer != head else [head]
        if with_verb and verb is not None and tree.lemmas[verb] not in _MOVING and tree.tokens[outer].dep in _ARGUMENTS:
            holders.append(verb)
        for holder in holders:
            for prep, _, inside in tree.prepositions(holder):
                if prep in _WITHIN:
                    yield inside
                if prep in _WITHIN or holder == head:
                    yield from (deeper for word, _, deeper in tree.prepositions(inside) if word in _WITHIN)

    def country_at(self, head: int) -> str | None:
        """The country of a place phrase: "Lyon", "eastern Afghanistan", "Colombia's second city"."""
        named = self.name(head)
        if code := next((n.entity.code for n in named if n.is_place or n.entity.sector is None), None):
            return code
        if self.tree.lemmas[head] in _PLACES:  # "the Turkish capital"
            told = [*named, *self.name_owner(head)]
            return next((n.entity.code for n in told if n.entity.code), None)
        if not named or all(n.is_weak for n in named):
            owner = next((n.entity.code for n in self.name_owner(head) if n.is_place and n.entity.code), None)
            return owner or self.locate(head)
        return None

    def home_of(self, head: int) -> str | None:
        """The country beside a name that is not known: "the U.S. Wildlife Service", "the Museum in Lyon"."""
        if beside := next((n.entity.code for n in self.name_adjective(head) if n.entity.code), None):
            return beside
        inside = [o for prep, _, o in self.tree.prepositions(head) if prep in _WITHIN | {"of"}]
        return next((code for o in inside if (code := self.country_at(o))), None)

    def locate(self, head: int) -> str | None:
        """The country that the map gives for a capitalised name."""
        tree, memory = self.tree, self._memory
        if memory.locate is None or not tree.tokens[head].text[:1].isupper():
            return None
        start, end = head, head + 1
        while start > 0 and tree.tokens[start - 1].text[:1].isupper() and tree.tokens[start - 1].head == head:
            start -= 1
        return memory.locate(tree.span(start, end).text, memory.main_countries())

    # --- by story

    def _story_code(self, named: Named, head: int) -> str | None:
        """The story's country for "the government", "police": one that is not the other party to the same act."""
        tree = self.tree
        if tree.lemmas[head] not in _OF_THE_COUNTRY:
            return None
        if any(tree.lower[c] != "the" for c in tree.kids(head, "det", "poss", "nummod")):
            return None
        opposite, scenes = self._nations(head)
        counts = self._memory.countries
        ranked = [code for code in self._main_countries() if code not in opposite]
        most, next_most = ([counts[code] for code in ranked] + [0, 0])[:2]
        if most >= max(_CLEARLY, _CLEARLY * next_most):
            return ranked[0]
        return scenes[0] if len(scenes) == 1 and named.entity.sector in _LOCAL else None

    def _main_countries(self) -> list[str]:
        """The states that the story names, the most often named first; organisations have no country."""
        return [code for code in self._memory.main_countries() if code in STATE_CODES]

    def _nations(self, head: int) -> tuple[set[str], list[str]]:
        """The states named as the other party to the act, and those the sentence is set in."""
        tree = self.tree
        opposite: set[str] = set()
        scenes: list[str] = []
        for match in self.found:
            fact = next((f for f in match.facts if f.kind in _LANDS and f.code and not f.needs_country), None)
            if fact is None or fact.code is None:
                continue
            top = match.end - 1
            while tree.tokens[top].dep in _MODIFIERS and tree.tokens[top].head != top:
                top = tree.tokens[top].head
            if top == head or self._is_party(top):
                opposite.add(fact.code)
            elif fact.code not in scenes and tree.lower[tree.tokens[top].head] in _WITHIN and self._is_scene(top, head):
                scenes.append(fact.code)
        return opposite, [code for code in scenes if code not in opposite]

    def _is_scene(self, place: int, head: int) -> bool:
        """Whether a place is told with the act of a phrase or above it, not in a clause of its own."""
        tree = self.tree
        acts = [i for i in tree.ancestors(head) if tree.tokens[i].pos in {"VERB", "AUX"}]
        verb = next((i for i in tree.ancestors(place) if tree.tokens[i].pos in {"VERB", "AUX"}), None)
        return verb is None or verb in acts

    def _states_beside(self, head: int) -> set[str]:
        """The states that are by their bare names the other party to the act: "Turkey urged the government"."""
        found = (m for m in self.found if m.of("state") and m.end - 1 != head and self._is_party(m.end - 1))
        return {fact.code for match in found for fact in match.of("state") if fact.code}

    def _is_party(self, top: int) -> bool:
        """Whether a noun is subject or object of a verb, or stands after "with", "against" …"""
        token = self.tree.tokens[top]
        if token.dep in _ARGUMENTS or (token.dep == "conj" and self._is_party(token.head)):
            return True
        return token.dep == "pobj" and self.tree.lower[token.head] in _OPPOSITE
