"""How sure a mention is: what speaks for and against it, each reason with a weight fitted on judged mentions.

A logistic regression laid out as a table (``data/confidence.tsv``): the weights of the reasons that hold are added up
and mapped to the share of such mentions that readers found right. ``whowhom.learn.sure`` fits the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from whowhom.coding.candidates import Candidate
from whowhom.coding.memory import Named
from whowhom.coding.participants import FIGHTERS, Participants
from whowhom.coding.political import crosses_borders
from whowhom.coding.rows import read_rows
from whowhom.coding.status import Reading
from whowhom.coding.tree import Tree
from whowhom.errors import LexiconError

TABLE = "confidence.tsv"
ALWAYS = "always"
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_CONDITIONS = frozenset({"if", "unless", "whether", "until"})
_ANY = frozenset({"any", "each", "every", "those", "some", "other", "all", "no"})
_MUCH = 0.5
_LONG = 45  # tokens: the small parser slips more often in longer sentences
_FAR = 12  # tokens between the act and its actor
_CLAUSES = {
    "ROOT": "main", "ccomp": "told", "relcl": "relative", "acl": "relative", "advcl": "adverbial",
    "xcomp": "infinitive", "pcomp": "after a preposition", "parataxis": "main",
}  # fmt: skip


def find_reasons(tree: Tree, cand: Candidate, reading: Reading, parts: Participants) -> Iterator[str]:
    """What holds of an act as it was read, in words that the table weighs."""
    yield ALWAYS
    word = _word(cand)
    yield f"word: {word}"
    yield f"event: {reading.event}"
    yield f"{word}: {reading.event}"
    if reading.event != reading.act:
        yield f"folded: {reading.act} to {reading.event}"
    yield f"status: {reading.status}"
    yield from dict.fromkeys(f"under: {effect}" for effect, _ in cand.governors)
    yield f"clause: {_clause(tree, cand)}"
    if reading.weight < 1:
        yield "reading in much doubt" if reading.weight < _MUCH else "reading in doubt"
    actor, recipient = _kind(parts.actor), _kind(parts.recipient)
    yield f"actor: {actor}"
    yield f"recipient: {recipient}"
    yield f"between: {actor} and {recipient}"
    if crosses_borders(parts):
        yield "between states"
    yield from _of_sentence(tree, cand, parts)


def _word(cand: Candidate) -> str:
    if cand.is_nominal:
        return "noun under a verb" if cand.pred != cand.head or cand.governors else "noun"
    return "verb and its object" if cand.is_specific else "verb"


def _clause(tree: Tree, cand: Candidate) -> str:
    """Where in the sentence the act is told; a coordinated verb stands where the first one does."""
    i = cand.pred
    while tree.tokens[i].dep == "conj" and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    if tree.tokens[i].pos in {"NOUN", "PROPN"}:
        return "in a noun phrase"
    return _CLAUSES.get(tree.tokens[i].dep, "elsewhere")


def _kind(side: tuple[Named, ...]) -> str:
    """The most telling party of one side."""
    if not side:
        return "nobody"
    known = [n for n in side if n.is_known]
    if not known:
        return "unknown name"
    own = [n for n in known if not n.is_echo]
    if not own:
        return "pronoun"
    strong = [n for n in own if not n.is_weak and n.entity.sector]
    if not strong:
        return "place" if all(n.is_place for n in own) else "private"
    if any(n.entity.sector in FIGHTERS for n in strong):
        return "fighters"
    return "state" if any(n.entity.code for n in strong) else "office"


def _of_sentence(tree: Tree, cand: Candidate, parts: Participants) -> Iterator[str]:
    if tree.sent.section != "body":
        yield f"section: {tree.sent.section}"
    before = sum(1 for i in range(cand.head) if tree.tokens[i].text in _QUOTES)
    if before % 2:
        yield "in quotation marks"
    if len(tree.tokens) > _LONG:
        yield "long sentence"
    if not any(tree.is_finite(i) for i, token in enumerate(tree.tokens) if token.pos in {"VERB", "AUX"}):
        yield "no finite verb"
    if any(_is_general(n) for n in parts.all()):
        yield "a party in general"
    if any(tree.lower[m] in _CONDITIONS for i in (cand.pred, *tree.ancestors(cand.pred)) for m in tree.kids(i, "mark")):
        yield "under a condition"
    if tree.is_infinitive(cand.pred) and tree.tokens[cand.pred].dep in {"advcl", "acl", "relcl"}:
        yield "for a purpose"
    if tree.tokens[cand.pred].tag in {"VBZ", "VBP"} and tree.sent.section == "body":
        yield "simple present"
    starts = [n.entity.start for n in parts.actor if not n.is_echo]
    if starts and abs(_token_at(tree, min(starts)) - cand.head) > _FAR:
        yield "actor far off"


def _is_general(named: Named) -> bool:
    """ "countries", "any government", "those who": nobody in particular."""
    first, _, rest = named.entity.text.lower().partition(" ")
    if named.entity.code is not None:
        return False
    return first in _ANY or (not rest and first.endswith("s") and named.entity.text[:1].islower())


def _token_at(tree: Tree, offset: int) -> int:
    return next((i for i, token in enumerate(tree.tokens) if token.end > offset), len(tree.tokens))


@dataclass(frozen=True, slots=True)
class Sureness:
    """The table at work."""

    weights: Mapping[str, float]

    def share(self, reasons: Iterable[str]) -> float:
        """The share of such mentions that is right, 0–1; a reason not in the table weighs nothing."""
        return 1 / (1 + exp(-sum(self.weights.get(reason, 0.0) for reason in reasons)))

    def weigh(self, reasons: Iterable[str]) -> float:
        """The same with two decimals, as a mention states it; nothing is quite sure."""
        return round(min(max(self.share(reasons), 0.01), 0.99), 2)


@cache
def load_sureness() -> Sureness:
    """The shipped table; LexiconError names the line that is no number."""
    weights = {}
    for number, (reason, weight, _) in read_rows(TABLE, 3):
        try:
            weights[reason] = float(weight)
        except ValueError as error:
            raise LexiconError(TABLE, number, f"{weight!r} is no number") from error
    return Sureness(weights)
