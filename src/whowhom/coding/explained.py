"""Whom a story explains: "Kenyan opposition leader Raila Odinga", "the High Negotiations Committee (HNC)"."""

from __future__ import annotations

from dataclasses import replace

from whowhom.actors import Resolved
from whowhom.actors.words import is_acronym
from whowhom.coding.memory import Memory, Named
from whowhom.coding.tree import Tree
from whowhom.records import Entity

_TITLES = frozenset("the mr mrs ms dr miss gen col capt president senator minister mayor leader then".split())
_LONGEST_NAME = 10  # words


class Explainer:
    """Learns the surnames and acronyms that a story explains, and names them afterwards."""

    tree: Tree
    _memory: Memory

    def name(self, head: int) -> list[Named]:
        """The entities that a phrase names; told by the namer."""
        raise NotImplementedError

    def named(self, start: int, end: int, resolved: Resolved) -> Named:
        raise NotImplementedError

    def resolve_tokens(self, start: int, end: int, head: int) -> Resolved | None:
        raise NotImplementedError

    def country_at(self, head: int) -> str | None:
        """The country of a place phrase; told by the binder."""
        raise NotImplementedError

    def explained(self, start: int, end: int, head: int) -> Named | None:
        """Whom the story has said a surname or an acronym to stand for: "the HNC", "Mr Odinga"."""
        word = self.tree.tokens[head].text
        known = self._memory.learned.get(word)
        if known is None or not self._is_alone(start, head, known):
            return None
        span = self.tree.span(start, end)
        return Named(replace(known, text=span.text, start=span.start, end=span.end), False, True)

    def _is_alone(self, start: int, head: int, known: Entity) -> bool:
        """Whether nothing but a title or the known given name stands before a surname."""
        name = (known.name or "").lower().split()
        words = [t.text for t in self.tree.tokens[start:head]]
        return all(word.lower().rstrip(".") in _TITLES or word.lower() in name for word in words)

    def learn_person(self, entity: Entity) -> None:
        """Keep a person whose country the text gives away for the rest of the story, by surname."""
        words = (entity.person or "").split()
        if entity.code and entity.identifier is None and len(words) > 1 and words[-1][:1].isupper():
            self._memory.learn(words[-1], entity)

    def learn_acronyms(self) -> None:
        """Keep "(HNC)" behind the name that it shortens."""
        tokens = self.tree.tokens
        for i in range(1, len(tokens) - 2):
            word = tokens[i + 1].text
            if tokens[i].text != "(" or tokens[i + 2].text != ")" or not is_acronym(word):
                continue
            head = i - 1
            start = self._long_form(head, word)
            if start is None:
                continue
            told = self.resolve_tokens(start, i, head - start)
            found = [self.named(start, i, told)] if told is not None else self.name(head)[:1]
            span = self.tree.span(start, i)
            entity = found[0].entity if found else Entity(span.text, span.start, span.end)
            code = entity.code or self._code_behind(i + 3)
            self._memory.learn(word, replace(entity, name=span.text, code=code))

    def _code_behind(self, at: int) -> str | None:
        """The country after "of" right behind a bracket: "the High Negotiations Committee (HNC) of Syria"."""
        if at >= len(self.tree.tokens) or self.tree.lower[at] not in {"of", "in"}:
            return None
        return next((code for o in self.tree.kids(at, "pobj") if (code := self.country_at(o))), None)

    def _long_form(self, last: int, acronym: str) -> int | None:
        """Where the name that ends at a word begins, by its initials; None when they do not spell the acronym."""
        letters = [char for char in acronym if char.isupper()]
        at = last
        while at >= 0 and letters and (self.tree.tokens[at].text[:1].isalpha() or self.tree.tokens[at].text == "-"):
            first = self.tree.tokens[at].text[:1]
            if first == letters[-1]:
                letters.pop()
            elif first.isupper() or last - at > _LONGEST_NAME:
                return None
            if not letters:
                return at
            at -= 1
        return None
