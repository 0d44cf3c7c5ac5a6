"""Who is meant by "they", "it", "we", "the two leaders": looked for in the sentence, then in the story so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whowhom.coding.arguments import OBJECT_CONTROL, objects_of, prepositional, subjects_of
from whowhom.coding.binding import BINDING, PLURAL, PRONOUNS, SINGULAR_PERSON, THING, Binder
from whowhom.coding.memory import Memory, Named
from whowhom.records import Entity

REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "oneself", "ourselves", "myself"})
# Sides that are people: "both leaders" are no two armies.
_PEOPLE = frozenset("leader man minister president".split())
FIRST_PERSON = frozenset({"we", "us", "i", "me", "our", "my", "ourselves"})
# "the two sides", "both countries": the group the story last named.
SIDES = frozenset(
    "side country nation leader government party state neighbour neighbor man minister president ally power "
    "capital".split()
)
_ALL = frozenset({"two", "both", "three", "four", "five", "six"})
_DEFINITE = frozenset({"the", "these", "those", "all", "our", "their"})
_ABOARD = frozenset("pilot crew captain passenger cargo driver sailor gunner wreckage occupant".split())
_VESSELS = frozenset(
    "jet plane aircraft airliner helicopter ship boat vessel tanker trawler drone truck bus tank".split()
)
_SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass"})


class Referrer(Binder):
    """Binds the words of one sentence that stand for somebody named before."""

    _memory: Memory

    def name_all(self, heads: Sequence[int]) -> list[Named]:
        """The entities of several phrases; told by the namer."""
        raise NotImplementedError

    def sides(self, head: int) -> list[Named] | None:
        """Whom "the two", "both sides", "the three presidents" are; None where nobody is known."""
        tree = self.tree
        is_all = tree.lower[head] in _ALL and any(tree.lower[c] == "the" for c in tree.kids(head, "det"))
        is_all = is_all or (tree.lower[head] == "both" and tree.tokens[head].dep in _SUBJECT_DEPS)
        counted = {tree.lower[c] for c in tree.kids(head, "nummod", "det", "amod", "predet")}
        # "The two countries", "both sides"; "five Southeast Asian countries" are named for the first time.
        is_known = "both" in counted or (bool(counted & _ALL) and bool(counted & _DEFINITE))
        if not is_all and not (tree.lemmas[head] in SIDES and is_known):
            return None
        found = self.pronoun(head, "they")
        if len(found) < 2:
            found = self._here(head, self._memory.last_pair)
        if tree.lemmas[head] in _PEOPLE and not all(n.entity.person or n.entity.office for n in found):
            found = self._here(head, self._memory.two_people())
        return found if len(found) > 1 else None

    def pronoun(self, head: int, word: str) -> list[Named]:
        found = self._earlier_in_sentence(head, word)
        if found:
            return found
        memory = self._memory
        if word in SINGULAR_PERSON:
            known: tuple[Entity, ...] = (memory.last_person,) if memory.last_person else ()
        elif word in THING:
            known = (memory.last_thing,) if memory.last_thing else ()
        else:
            known = memory.last_plural
        return self._here(head, known)

    def _here(self, head: int, known: Iterable[Entity]) -> list[Named]:
        """Those named before, at the words that stand for them now."""
        token = self.tree.tokens[head]
        here = [replace(e, text=token.text, start=token.start, end=token.end) for e in known]
        return [Named(e, False, True, is_echo=True) for e in here]

    def speaker(self, head: int) -> list[Named]:
        """ "We will never recognize it," the president said: the president."""
        for verb in self.tree.ancestors(head):
            subject = self.tree.own_subject(verb)
            if subject is None or subject == head or self.tree.lower[subject] in FIRST_PERSON:
                continue
            return self.name_all(self.tree.conjuncts(subject))
        return []

    def _earlier_in_sentence(self, head: int, word: str) -> list[Named]:
        """The nearest subject (else any named phrase) before the pronoun that fits its number and kind."""
        tree = self.tree
        if word == "its" and tree.lemmas[tree.tokens[head].head] in _ABOARD:
            vessel = next((i for i in range(head - 1, -1, -1) if tree.lemmas[i] in _VESSELS), None)
            if vessel is not None:
                return self.name(vessel)  # "shot down an Indian jet and captured its pilot"
        nouns = [i for i in range(head) if tree.tokens[i].pos in {"NOUN", "PROPN"} and tree.tokens[i].dep != "compound"]
        subjects = [i for i in nouns if tree.tokens[i].dep in _SUBJECT_DEPS]
        groups = [i for i in nouns if tree.kids(i, "conj")]
        own = set(self._own_subjects(head))
        persons = [i for i in nouns if tree.tokens[i].ent == "PERSON" and tree.tokens[i].dep not in {"poss", "nmod"}]
        things = [i for i in nouns if i not in subjects and tree.tokens[i].dep in {"dobj", "pobj", "dative"}]
        rest = groups if word in PLURAL else persons if word in SINGULAR_PERSON else things
        if word in PLURAL and self._is_counted(head):
            subjects = nouns  # "hit some cyclists, killing two of them": of whoever was named last
        for i in [*reversed(subjects), *reversed(rest)]:
            if i in own or not self._agrees(i, word):
                continue
            found = self.name_all(tree.conjuncts(i) if word in PLURAL else [i])
            if word in PLURAL or any(n.is_known for n in found):
                return found
        return []

    def _is_counted(self, head: int) -> bool:
        """Whether the pronoun is the whole that a number is of: "two of them"."""
        tokens, above = self.tree.tokens, self.tree.tokens[head].head
        return self.tree.lower[above] == "of" and tokens[tokens[above].head].tag == "CD"

    def _own_subjects(self, head: int) -> list[int]:
        """Who does the verb whose object the pronoun is: "urged it to send tanks" is not about the one who urges."""
        tokens = self.tree.tokens
        verb = next((a for a in self.tree.ancestors(head) if tokens[a].pos == "VERB"), None)
        if verb is None:
            return []
        if tokens[head].dep not in _SUBJECT_DEPS | {"poss"}:
            return subjects_of(self.tree, verb)
        teller = tokens[verb].head
        is_told = verb > head and tokens[verb].dep in {"ccomp", "xcomp"} and self.tree.lemmas[teller] in OBJECT_CONTROL
        return subjects_of(self.tree, teller) if is_told else []

    def _agrees(self, i: int, word: str) -> bool:
        token = self.tree.tokens[i]
        plural = token.tag in {"NNS", "NNPS"} or bool(self.tree.kids(i, "conj"))
        if word in PLURAL:
            return plural or token.ent == "NORP"
        person = self.is_person(i)
        return person if word in SINGULAR_PERSON else not plural and not person

    def is_person(self, i: int) -> bool:
        """Whether the phrase is one person: tagged so, or an office-holder."""
        if self.tree.tokens[i].ent == "PERSON":  # "On Monday Azerbaijan admitted": taken for a name of somebody
            return not any(m.start <= i < m.end and m.of("state", "territory") for m in self.found)
        found = self.name(i) if self.tree.lower[i] not in PRONOUNS else []
        return any(n.entity.person is not None or n.entity.office is not None for n in found)

    def remember(self) -> None:
        """Leave this sentence's subjects in the story's memory, for the next sentence's pronouns."""
        for i, token in enumerate(self.tree.tokens):
            if self.tree.lemmas[i] in BINDING and token.dep != "compound":
                self.name(i)
            if token.dep not in _SUBJECT_DEPS or token.pos not in {"NOUN", "PROPN"}:
                continue
            members = self.tree.conjuncts(i)
            found = self.name_all(members)
            if len(members) > 1 and found:
                self._memory.last_plural = self._memory.last_pair = tuple(n.entity for n in found if n.is_known)
            elif len(found) == 1 and found[0].is_known and not found[0].is_weak:
                self._note_pair(found[0], token.head)
            for named in found:
                if named.is_known and not named.is_weak:
                    plural = self.tree.tokens[members[0]].tag in {"NNS", "NNPS"}
                    self._memory.note(named.entity, is_person=self.is_person(i), is_plural=plural)
        self._memory.count(self.nations)
        self.learn_acronyms()

    def _note_pair(self, subject: Named, verb: int) -> None:
        """Keep who met, called or attacked whom."""
        others = self.name_all([*objects_of(self.tree, verb), *prepositional(self.tree, [verb], "with")])
        kept = [n.entity for n in others if n.is_known and not n.is_weak and not n.is_place]
        if len(kept) == 1 and kept[0].name != subject.entity.name:
            self._memory.last_pair = (subject.entity, kept[0])
