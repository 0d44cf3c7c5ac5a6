"""A paragraph cut into runs of text, each with the kinds of coded span that cover it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from whowhom.records import EventMention, Section

Kind = Literal["trigger", "actor", "recipient", "attribution", "when", "where"]
# In the order of the legend; where spans overlap, the first in this order gives the colour.
KINDS: tuple[Kind, ...] = ("trigger", "actor", "recipient", "attribution", "when", "where")


@dataclass(frozen=True, slots=True)
class Mark:
    """One coded span of a paragraph."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks; ``kinds`` is empty for plain text."""

    text: str
    kinds: tuple[Kind, ...] = ()

    @property
    def classes(self) -> str:
        """The CSS classes of the run: its colour, and a line under it for each further kind."""
        return " ".join([self.kinds[0], *(f"also-{kind}" for kind in self.kinds[1:])])

    @property
    def label(self) -> str:
        """What the run was coded as, in words."""
        return ", ".join(self.kinds)


def marks_of(mention: EventMention) -> list[Mark]:
    """Every coded span of a mention that lies within its own sentence."""
    first, last = mention.sentence_start, mention.sentence_start + len(mention.text)
    marks = [Mark("trigger", mention.trigger.start, mention.trigger.end)]
    marks += [Mark("actor", entity.start, entity.end) for entity in mention.actor]
    marks += [Mark("recipient", entity.start, entity.end) for entity in mention.recipient]
    said = mention.attribution
    if said.start is not None and said.end is not None:
        marks.append(Mark("attribution", said.start, said.end))
    marks += [Mark("when", mention.when.start, mention.when.end)] if mention.when else []
    marks += [Mark("where", mention.where.start, mention.where.end)] if mention.where else []
    # A source may be named in the sentence before; who stands for "they" keeps offsets of this sentence.
    return [
        mark for mark in marks if mark.start < mark.end and (mark.kind == "attribution" or first <= mark.start < last)
    ]


def cut_runs(text: str, marks: Iterable[Mark]) -> list[Run]:
    """The text as runs, in order; joined they are the text."""
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    edges = sorted({0, len(text), *(m.start for m in inside), *(m.end for m in inside)})
    runs = []
    for start, end in pairwise(edges):
        covering = {mark.kind for mark in inside if mark.start <= start and end <= mark.end}
        runs.append(Run(text[start:end], tuple(kind for kind in KINDS if kind in covering)))
    return runs


def stands_in(mention: EventMention, section: Section, paragraph: int) -> bool:
    """Whether the mention is of this paragraph."""
    return mention.section == section and mention.paragraph == paragraph
