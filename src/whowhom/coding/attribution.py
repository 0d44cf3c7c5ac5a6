"""On whose word: the reporting verb or "according to" that an act stands under."""

from __future__ import annotations

from itertools import pairwise

from whowhom.coding.arguments import subjects_of
from whowhom.coding.binding import PRONOUNS
from whowhom.coding.candidates import Candidate
from whowhom.coding.entities import Namer
from whowhom.coding.lexicon import Lexicon
from whowhom.coding.memory import Named
from whowhom.coding.tree import Tree
from whowhom.records import Attribution

OUTLET = Attribution("outlet")
READER = Attribution("reader")

_DOCUMENTS = frozenset(
    "report statement document letter communique communiqué resolution study survey declaration text poll "
    "footage video record filing memo indictment transcript release article newspaper book cable email "
    "website audit".split()
)
# A source with no name: "officials", "sources close to the talks".
_UNNAMED = frozenset(
    "official officials source sources diplomat diplomats analyst analysts observer observers witness "
    "witnesses resident residents expert experts critic critics reports authorities activists aides insider "
    "insiders people some others many".split()
)


def attribute(tree: Tree, cand: Candidate, namer: Namer, lexicon: Lexicon) -> Attribution:
    """Who says so: the source of the clause the act stands in, or the outlet itself."""
    source = _reporting_source(tree, cand, lexicon)
    if source is None:
        source = _according(tree)
    return OUTLET if source is None else _describe(tree, source, namer)


def _reporting_source(tree: Tree, cand: Candidate, lexicon: Lexicon) -> int | None:
    """The head of the phrase that says the clause in which the act stands."""
    speaks = next((g for effect, g in cand.governors if effect == "report"), None)
    chain = [cand.pred, *tree.ancestors(cand.pred)]
    if speaks is None:
        for below, above in pairwise(chain):
            if tree.tokens[below].dep in {"ccomp", "parataxis"} and _reports(lexicon, tree.lemmas[above]):
                speaks = above
                break
    if speaks is None:
        speaks = _inserted_report(tree, chain, lexicon)
    if speaks is None:
        return None
    subjects = subjects_of(tree, speaks)
    return subjects[0] if subjects and subjects[0] != cand.pred else None


def _inserted_report(tree: Tree, chain: list[int], lexicon: Lexicon) -> int | None:
    """ "The talks, he said, failed": a reporting clause the parser hung below the act."""
    for i in chain:
        for c in tree.kids(i, "parataxis", "ccomp", "advcl"):
            is_clause = tree.own_subject(c) is not None and tree.child(c, "mark", "ccomp", "dobj") is None
            if is_clause and _reports(lexicon, tree.lemmas[c]):
                return c
    return None


def _reports(lexicon: Lexicon, lemma: str) -> bool:
    return any(row.effect == "report" for row in lexicon.frames.get(lemma, ()))


def _according(tree: Tree) -> int | None:
    for i, word in enumerate(tree.lower[:-1]):
        if word == "according" and tree.lower[i + 1] == "to":
            for o in tree.kids(i + 1, "pobj"):
                return o
            return next((o for o in tree.kids(i, "pobj")), None)
    return None


def _describe(tree: Tree, head: int, namer: Namer) -> Attribution:
    start, end = tree.phrase(head)
    span = tree.span(start, end)
    found: list[Named] = namer.name(head)
    entity = found[0].entity if found else None
    lemma = tree.lemmas[head]
    named_person = entity is not None and entity.person is not None
    has_name = any(t.pos == "PROPN" for t in tree.tokens[start:end])
    if lemma in _DOCUMENTS:
        return Attribution("document", span.text, span.start, span.end, entity)
    is_one_body = entity is not None and entity.code is not None and tree.tokens[head].tag != "NNS"
    if (
        named_person
        or (is_one_body and lemma not in _UNNAMED)
        or (has_name and lemma not in _UNNAMED)
        or (tree.lower[head] in PRONOUNS and entity is not None)
    ):
        return Attribution("named", span.text, span.start, span.end, entity)
    return Attribution("unnamed", span.text, span.start, span.end, entity)
