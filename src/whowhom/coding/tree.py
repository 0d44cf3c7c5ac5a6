"""A sentence's dependency tree, with the handful of questions that coding asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from whowhom.records import Sentence, Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PREMODIFIERS = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "case", "advmod", "punct"}
)
# Nobody does these with no one to do them to.
_DONE_TO = frozenset(
    "kill arrest detain jail imprison oust injure wound behead assassinate sentence charge indict convict acquit expel "
    "deport extradite kidnap abduct impeach sack topple depose murder execute hospitalize free evacuate".split()
)
CAUSING = frozenset({"have", "get"})  # "had him jailed", "got the envoy expelled"
_CLAUSES = frozenset({"relcl", "acl", "advcl", "pcomp"})
_BREAKS = frozenset({",", ";", ":", "-", "—", "–", "(", ")"})
# Offices that are held to, for or in somewhere.
_POSTED = frozenset(
    "ambassador envoy representative delegate adviser advisor minister secretary spokesman spokeswoman spokesperson "
    "commissioner coordinator mission delegation mediator commander rapporteur candidate".split()
)


class Tree:
    """Children, subtrees and phrases of one sentence; ``tokens[i].head`` is an index, the root's is its own."""

    def __init__(self, sent: Sentence) -> None:
        self.sent = sent
        self.tokens: tuple[Token, ...] = sent.tokens
        self.kept_surroundings: dict[int, Any] = {}
        self.children: list[list[int]] = [[] for _ in sent.tokens]
        for i, token in enumerate(sent.tokens):
            if token.head != i and 0 <= token.head < len(sent.tokens):
                self.children[token.head].append(i)

    @cached_property
    def lemmas(self) -> list[str]:
        return [t.lemma.lower() for t in self.tokens]

    @cached_property
    def lower(self) -> list[str]:
        return [t.text.lower() for t in self.tokens]

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of ``i`` in one of these relations."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def kids(self, i: int, *deps: str) -> list[int]:
        return [c for c in self.children[i] if self.tokens[c].dep in deps]

    def prepositions(self, i: int) -> Iterator[tuple[str, int, int]]:
        """(preposition, its index, head of its object) for every prepositional phrase of ``i``, nested ones too."""
        for c in self.kids(i, "prep", "agent", "dative"):
            if self.tokens[c].dep == "dative" and self.tokens[c].pos != "ADP":
                continue
            word = self.lower[c]
            objects = self.kids(c, "pobj", "pcomp")
            for o in objects:
                yield word, c, o
            for inner in self.kids(c, "prep"):  # "because of X", "out of X", "from under X"
                for o in self.kids(inner, "pobj", "pcomp"):
                    yield f"{word} {self.lower[inner]}", inner, o

    def ancestors(self, i: int) -> Iterator[int]:
        seen = {i}
        while True:
            head = self.tokens[i].head
            if head == i or head in seen or not 0 <= head < len(self.tokens):
                return
            yield head
            seen.add(head)
            i = head

    def subtree(self, i: int) -> list[int]:
        """All tokens under ``i``, itself included, in text order."""
        out, stack = [], [i]
        while stack:
            j = stack.pop()
            out.append(j)
            stack.extend(self.children[j])
        return sorted(out)

    def conjuncts(self, i: int) -> list[int]:
        """``i`` and what is coordinated with it to its right."""
        out = [i]
        for c in self.kids(i, "conj"):
            out.extend(self.conjuncts(c))
        if self.sent.section == "headline" and self.tokens[i].ent == "GPE":
            # "Iran, Russia to hold drills": a comma does for "and"
            out.extend(c for c in self.kids(i, "appos") if self.tokens[c].ent == "GPE" and self.lower[c + 1] != ",")
        return out

    def phrase(self, i: int) -> tuple[int, int]:
        """Token bounds of the noun phrase headed by ``i``: premodifiers, head, and a closing "of/from/to/for X"."""
        start = i
        for c in self.children[i]:
            if (
                c < i
                and self.tokens[c].ent not in {"DATE", "TIME"}
                and self.tokens[c].dep in _PREMODIFIERS
                and self.tokens[c].text not in {",", ";", ":", '"', "“", "”", "-", "—", "–", "("}
            ):
                start = min(start, self.subtree(c)[0])
        end = i + 1
        for c in self.children[i]:
            if c >= end and self.tokens[c].dep in {"prep", "appos", "nummod"} and self.subtree(c)[0] == end:
                tail = self.subtree(c)
                if self.tokens[c].dep == "prep" and not self._belongs(i, c):
                    break
                if self.tokens[c].dep == "appos" and self.tokens[c].pos != "PROPN":
                    break
                if self.tokens[c].dep == "appos":  # "the rebel leader Riek Machar in Addis Ababa": there they met
                    return start, c + 1
                end = self._tail_end(c, tail)
        return start, end

    def _belongs(self, noun: int, prep: int) -> bool:
        """Whether a prepositional phrase says who the noun is: "rebels from Chad", "envoy for Syria"."""
        word = self.lower[prep]
        if self.child(prep, "pcomp") is not None:
            return False  # "of inciting violence"
        if word in {"of", "from"}:
            return True
        if word in {"to", "for"}:
            return self.lemmas[noun] in _POSTED
        inside = self.child(prep, "pobj")
        return (
            word == "in" and self.tokens[noun].pos == "NOUN" and inside is not None and self.tokens[inside].ent == "GPE"
        )

    def _tail_end(self, c: int, tail: list[int]) -> int:
        """The end of a postmodifier, cut before any clause or comma inside it."""
        clauses = {k for j in tail if self.tokens[j].dep in _CLAUSES for k in self.subtree(j)}
        end = c + 1
        for j in tail:
            if j not in {end, c} or j in clauses:
                break
            if self._joins(j):  # "al-Hariri"
                end = j + 1
                continue
            if self.tokens[j].text in _BREAKS:
                break
            end = j + 1
        return end

    def _joins(self, j: int) -> bool:
        """Whether the token is a hyphen inside a word."""
        tokens = self.tokens
        inside = 0 < j < len(tokens) - 1 and tokens[j].text in {"-", "–"}
        return inside and tokens[j - 1].end == tokens[j].start and tokens[j].end == tokens[j + 1].start

    def span(self, start: int, end: int) -> Span:
        """The words of tokens ``start``..``end`` (exclusive), with offsets in the paragraph."""
        tokens = self.tokens
        first, last = tokens[start].start, tokens[end - 1].end
        offset = self.sent.start
        return Span(self.sent.text[first - offset : last - offset], first, last)

    def is_finite(self, i: int) -> bool:
        """Whether the verb ``i`` is finite, by its own tag or its first auxiliary's."""
        if self.tokens[i].tag in _FINITE:
            return True
        return any(self.tokens[c].tag in _FINITE for c in self.kids(i, "aux", "auxpass"))

    def is_infinitive(self, i: int) -> bool:
        return any(self.tokens[c].tag == "TO" for c in self.children[i] if self.tokens[c].dep == "aux")

    def own_subject(self, i: int) -> int | None:
        return next((c for c in self.children[i] if self.tokens[c].dep in _SUBJECTS), None)

    def is_passive(self, i: int) -> bool:
        """A passive verb: with auxiliary, or a bare participle after a noun ("troops sent by Chad")."""
        if self.child(i, "auxpass", "nsubjpass") is not None:
            return True
        token = self.tokens[i]
        if token.tag == "VBD" and self.lemmas[i] in _DONE_TO and self.child(i, "dobj", "prt", "ccomp") is None:
            return (
                True  # "Opposition leader detained", "three soldiers killed": a participle the tagger took for the past
            )
        if token.tag != "VBN" or self.child(i, "aux") is not None:
            return False
        if self.is_caused(i):
            return True
        if token.dep in {"acl", "amod"}:
            return True
        if token.dep == "advcl" and self.child(i, "dobj", "nsubj") is None:
            return True  # "Asked whether he would attack, he said"
        if token.dep == "ROOT" and self.child(i, "dobj") is None and self.own_subject(i) is not None:
            return self.child(i, "xcomp") is None  # a headline's "Two soldiers killed in Kabul"
        if token.dep == "conj":
            head = token.head
            return self.tokens[head].pos in {"VERB", "AUX"} and self.is_passive(head) and self.child(i, "dobj") is None
        return self.child(i, "agent") is not None

    def is_caused(self, i: int) -> bool:
        """ "had him jailed", "got the envoy expelled": done to him, by who had it done."""
        token = self.tokens[i]
        if (
            token.dep != "ccomp"
            or token.tag not in {"VBN", "VBD"}
            or token.head >= i
            or self.lemmas[token.head] not in CAUSING
        ):
            return False
        is_bare = self.child(i, "aux", "auxpass", "mark", "dobj") is None
        return is_bare and self.child(i, "nsubj", "nsubjpass") is not None
