"""Noun phrases to entities, on the story's date; pronouns and "the ministry" are bound within the story."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from functools import cached_property

from whowhom.actors import Knowledge, Resolved, resolve
from whowhom.actors.words import is_acronym
from whowhom.coding.arguments import SENT, noun_owners, prepositional, unwrap
from whowhom.coding.binding import BINDING, PRONOUNS
from whowhom.coding.memory import Memory, Named
from whowhom.coding.pronouns import FIRST_PERSON, REFLEXIVE, SIDES, Referrer
from whowhom.coding.tree import Tree
from whowhom.records import Entity

_NATIONAL = frozenset({"adjective", "demonym", "state"})
_BODIES = frozenset({"organisation", "group", "party", "body"})
_LANDS = frozenset({"capital", "city", "territory"})
_NO_BODIES = _NATIONAL | _LANDS | {"name"}
# In "India and China troops clash" both are forces.
_FIGHTING = frozenset("clash fight battle exchange trade skirmish engage".split())
# What a role word alone says of its owner: that it is an NGO, wherever it works.
_GENERAL = frozenset({"NGO", "IGO", "MNC", "IMG"})
_NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE", "FAC"})


def _key(named: Named) -> tuple[int, int, str | None, str | None]:
    return named.entity.start, named.entity.end, named.entity.code, named.entity.name


class Namer(Referrer):
    """Names the noun phrases of one sentence; answers are kept, since several acts share their arguments."""

    def __init__(self, tree: Tree, knowledge: Knowledge, memory: Memory, act_nouns: Container[str] = ()) -> None:
        self.tree, self._knowledge, self._memory, self._act_nouns = tree, knowledge, memory, act_nouns
        self._kept: dict[int, list[Named]] = {}

    @cached_property
    def _countries(self) -> list[str]:
        """The states the sentence names, then those of the story so far: they settle which Tripoli is meant."""
        return [*self.nations, *(c for c in self._memory.main_countries()[:3] if c not in self.nations)]

    def name(self, head: int) -> list[Named]:
        """The entities that the phrase at ``head`` names; empty when it names none."""
        if head not in self._kept:
            self._kept[head] = []  # a phrase that refers to itself ("the two sides") names nobody
            self._kept[head] = self._name(head)
        return self._kept[head]

    def name_all(self, heads: Sequence[int]) -> list[Named]:
        out: list[Named] = []
        for head in heads:
            for named in self.name(head):
                if all(_key(n) != _key(named) for n in out):
                    out.append(named)
        return out

    def name_owner(self, head: int) -> list[Named]:
        """Who stands behind an abstract noun: "Turkey's plan", "a plan by Turkey", "the Turkish plan"."""
        head = unwrap(self.tree, head)
        found = self.name_all(noun_owners(self.tree, head))
        if not found:
            found = self.name_all(prepositional(self.tree, [head], "of"))
        if not found and self.tree.lemmas[head] in SENT:
            found = self.name_all(prepositional(self.tree, [head], "from"))
        if not found:  # "a truce proposed by the UN"
            found = self.name_all([o for c in self.tree.kids(head, "acl") for o in prepositional(self.tree, [c], "by")])
        return found or self.name_adjective(head)

    def name_adjective(self, head: int) -> list[Named]:
        """The state in an adjective or compound before the noun: "Russian strikes", "US policy"."""
        for c in self.tree.children[head]:
            token = self.tree.tokens[c]
            start = min(self.tree.subtree(c)[0], c)
            if token.dep in {"amod", "compound", "nmod"} and c < head and self.tree.tokens[start].text[:1].isupper():
                end = c + 1
                while end - 1 > start and not self.tree.tokens[end - 1].text[:1].isupper():
                    end -= 1  # "Saudi-led": the name without "-led"
                found = self.resolve_tokens(start, end, end - 1)
                if found is not None and found.code and found.kind not in _LANDS:  # "the Astana talks" are nobody's
                    if found.sector is None and found.kind in _NATIONAL:  # "Russian strikes": the state's
                        found = replace(found, sector="GOV", weak=False)
                    return [self.named(start, end, found)]
        return []

    # --- one phrase

    def _name(self, head: int) -> list[Named]:
        tree = self.tree
        word = tree.lower[head]
        if word in REFLEXIVE:
            return []  # "vowed to defend itself": nobody else
        if word in PRONOUNS:
            return self.pronoun(head, word)
        if word in FIRST_PERSON and tree.tokens[head].pos == "PRON":  # not "the US"
            return self.speaker(head)
        if tree.tokens[head].pos == "PRON" and word not in {
            "some",
            "many",
            "others",
            "thousands",
            "dozens",
            "hundreds",
        }:
            return []
        if (sides := self.sides(head)) is not None:
            return sides
        inner = unwrap(tree, head)
        if inner != head:
            found = self.name(inner)
            if found:
                return found
        if any(tree.lower[c] == "no" for c in tree.kids(head, "det")):
            return []  # "no team" is nobody
        start, end = self.bounds(head)
        if explained := self.explained(start, end, head):
            return [explained]
        resolved = self.resolve_tokens(start, end, head)
        if resolved is None or not (resolved.code or resolved.sector):
            told = self._apposed(head) or self._recalled(start, end, head) or self._unknown(start, end, head)
            return told or self.examples(head)
        if resolved.kind == "generic" and resolved.code in self._states_beside(head):
            # "the Senate approved sanctions on Iran": a state's own house does not act on it as on another
            resolved = self.resolve_tokens(start, end, head, but=self._states_beside(head)) or resolved
        if tree.lemmas[head] in self._act_nouns and (resolved.kind in _NO_BODIES or resolved.weak):
            return []  # "the Syria talks", "a Saudi-led strike": an act, whose owner is asked for apart
        if tree.lemmas[head] in SIDES and resolved.sector is None and resolved.code:
            resolved = replace(resolved, sector="GOV", weak=False)  # "the Turkish side"
        several = self._coordinated_adjectives(start, end, head)
        if several:
            return several
        named = self._with_apposed_name(self.named(start, end, resolved), head)
        shared = self._shared_office(head, named)
        if shared:
            return shared
        if named.entity.code is None or (resolved.kind == "role" and named.entity.code in _GENERAL):
            named = self.complete(named, head)
        elif resolved.kind in _BODIES or tree.lemmas[head] in BINDING:
            self._memory.bind(tree.lemmas[head], named.entity)
        self.learn_person(named.entity)
        return [named]

    def _coordinated_adjectives(self, start: int, end: int, head: int) -> list[Named]:
        """ "Russian and Chinese warships": one entity for each state, the last with the noun."""
        tree = self.tree
        if tree.tokens[head].text[:1].isupper():
            return []
        first = next((c for c in tree.kids(head, "amod", "compound", "nmod") if tree.kids(c, "conj")), None)
        chain = tree.conjuncts(first) if first is not None else self._adjectives_round_and(start, head)
        out: list[Named] = []
        for adjective in chain:
            words = [tree.tokens[adjective].text, tree.tokens[head].text]
            resolved = resolve(words, 1, knowledge=self._knowledge, day=self._memory.day)
            if resolved is None or not resolved.code:
                return []
            if tree.lemmas[head] in SIDES and resolved.sector is None:
                resolved = replace(resolved, sector="GOV", weak=False)
            last = adjective == chain[-1]
            if not last and self._acts_itself(adjective, chain[-1], head, resolved):
                resolved = replace(resolved, sector="GOV", other_sectors=(), weak=False)
            out.append(self.named(adjective, end if last else adjective + 1, resolved))
        return out

    def _acts_itself(self, first: int, last: int, head: int, resolved: Resolved) -> bool:
        """Whether "Ethiopia" of "Ethiopia and Tigray forces" is the state: a bare name, and no fight of two forces."""
        if resolved.sector != "MIL" or is_acronym(self.tree.tokens[first].text) or not self._is_bare(first):
            return False
        verb = next((a for a in self.tree.ancestors(head) if self.tree.tokens[a].pos == "VERB"), None)
        return not (self._is_bare(last) and verb is not None and self.tree.lemmas[verb] in _FIGHTING)

    def _is_bare(self, i: int) -> bool:
        """Whether a word is the name of a state or region and no adjective."""
        match = next((m for m in self.found if m.start <= i < m.end), None)
        return match is not None and bool(match.of("state", "territory")) and not match.of("adjective", "demonym")

    def _adjectives_round_and(self, start: int, head: int) -> list[int]:
        """ "Chinese and Kazakh border guards": the two names, where the parser did not join them."""
        tokens = self.tree.tokens
        found = [i for i in range(start + 1, head - 1) if self.tree.lower[i] == "and"]
        pairs = [(i - 1, i + 1) for i in found if tokens[i - 1].text[:1].isupper() and tokens[i + 1].text[:1].isupper()]
        return list(pairs[0]) if pairs and tokens[pairs[0][0]].pos in {"ADJ", "PROPN"} else []

    def _shared_office(self, head: int, named: Named) -> list[Named]:
        """ "the presidents of Russia and Iran": one entity for each, the first with the noun."""
        tree = self.tree
        if tree.tokens[head].tag != "NNS" or named.entity.sector is None:
            return []
        inside = next((o for p, _, o in tree.prepositions(head) if p in {"of", "from", "in"}), None)
        members = tree.conjuncts(inside) if inside is not None else []
        codes = [n.entity.code for m in members[1:] for n in self.name(m)]
        if not codes or None in codes:
            return []
        first_end = tree.phrase(members[0])[1]
        span = tree.span(tree.phrase(head)[0], first_end)
        first = self.name(members[0])
        code = first[0].entity.code if first else named.entity.code
        # "Representatives of the Taliban and the United States": the sector of the first is not the second's.
        is_lent = named.entity.sector != "GOV" and bool(first) and first[0].entity.sector == named.entity.sector
        base = replace(named.entity, text=span.text, start=span.start, end=span.end, code=code)
        out = [Named(base, named.is_weak, True)]
        for member in members[1:]:
            for other in self.name(member):
                sector = other.entity.sector if is_lent else base.sector
                out.append(Named(replace(other.entity, sector=sector, office=base.office), named.is_weak, True))
        return out

    def resolve_tokens(self, start: int, end: int, head: int, *, but: Container[str] = ()) -> Resolved | None:
        """What the knowledge base says of these words; ``but`` are states that they are surely not of."""
        words = [t.text for t in self.tree.tokens[start:end]]
        return resolve(
            words, head - start, knowledge=self._knowledge, day=self._memory.day,
            story_countries=[code for code in self._countries if code not in but],
        )  # fmt: skip

    def named(self, start: int, end: int, resolved: Resolved) -> Named:
        span = self.tree.span(start, end)
        person = resolved.person or self._person(start, end)
        entity = Entity(
            span.text,
            span.start,
            span.end,
            resolved.name,
            resolved.code,
            resolved.sector,
            tuple(resolved.other_sectors),
            resolved.office,
            person,
            resolved.identifier,
        )
        is_place = resolved.kind in _LANDS or resolved.kind == "state"
        return Named(entity, resolved.weak, bool(resolved.code or resolved.sector), is_place=is_place)

    def _person(self, start: int, end: int) -> str | None:
        """The first person's name inside a phrase, as it is written, without titles and adjectives tagged along."""
        tokens = self.tree.tokens
        other = {i for m in self.found if not m.of("person") for i in range(m.start, m.end)}
        tagged = [i for i in range(start, end) if tokens[i].ent == "PERSON" and tokens[i].pos == "PROPN"]
        names = [i for i in tagged if i not in other and not self._is_of_another(i, start, end)]
        if not names or tagged[-1] in other:
            return None
        first = last = names[0]
        for i in names[1:]:  # "al-Hariri": a hyphen stands between two words of one name
            if any(tokens[k].ent != "PERSON" or k in other for k in range(last + 1, i)):
                break
            last = i
        return self.tree.span(first, last + 1).text

    def _is_of_another(self, i: int, start: int, end: int) -> bool:
        """Whether a name only tells whose people are meant: "opponents of President X"; not "the envoys of Y, X"."""
        tokens = self.tree.tokens
        top = next((k for k in range(start, end) if not start <= tokens[k].head < end or tokens[k].head == k), start)
        if tokens[top].tag != "NNS":
            return False
        while start <= tokens[i].head < end and tokens[i].head != i:
            above = tokens[i].head
            if tokens[i].dep == "pobj" and self.tree.lower[above] == "of":
                return not any(m.start <= above + 1 < m.end and m.of("state", "territory", "city") for m in self.found)
            i = above
        return False

    def _with_apposed_name(self, named: Named, head: int) -> Named:
        """ "the ambassador, George Krol": the name belongs to the office."""
        if named.entity.person is not None or named.entity.office is None:
            return named
        for c in self.tree.kids(head, "appos"):
            person = self._person(*self.tree.phrase(c))
            if person is not None:
                return Named(replace(named.entity, person=person), named.is_weak, named.is_known)
        return named

    def _apposed(self, head: int) -> list[Named]:
        """ "Raila Odinga, the Kenyan opposition leader": the name's code comes from its apposition."""
        tree = self.tree
        for c in tree.kids(head, "appos"):
            start, end = tree.phrase(c)
            resolved = self.resolve_tokens(start, end, c)
            if resolved is not None and (resolved.code or resolved.sector):
                first, last = tree.phrase(head)
                return [self.named(first, last, resolved)]
        if tree.tokens[head].dep == "appos":
            return []
        return []

    def _recalled(self, start: int, end: int, head: int) -> list[Named]:
        """ "the committee": the High Negotiations Committee, once the story has named it."""
        known = self._memory.latest(self.tree.lemmas[head])
        is_definite = any(self.tree.lower[c] == "the" for c in self.tree.kids(head, "det"))
        if known is None or not is_definite or end - start != 2:
            return []
        span = self.tree.span(start, end)
        return [Named(replace(known, text=span.text, start=span.start, end=span.end), False, True)]

    def _unknown(self, start: int, end: int, head: int) -> list[Named]:
        """A named person or body that the base does not know: kept by its words, codes null."""
        tree = self.tree
        if not any(t.ent in _NAMED and t.pos == "PROPN" for t in tree.tokens[start:end]):
            return []
        if tree.tokens[head].ent not in _NAMED:
            return []
        span = tree.span(start, end)
        if tree.tokens[head].ent == "GPE" and (code := self.locate(head)):
            return [Named(Entity(span.text, span.start, span.end, span.text, code), True, True, is_place=True)]
        person = self._person(start, end)
        code = self.home_of(head) if tree.tokens[head].ent == "ORG" else None
        return [Named(Entity(span.text, span.start, span.end, span.text, code, person=person), True, code is not None)]
