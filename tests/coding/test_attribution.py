"""On whose word a sentence speaks."""

from __future__ import annotations

import pytest

from tests.coding.trees import candidate, lexicon, namer_of, tree_of
from whowhom.coding.attribution import attribute
from whowhom.records import Attribution


def source(text: str, word: str = "attacked") -> Attribution:
    tree = tree_of(text)
    return attribute(tree, candidate(tree, word), namer_of(tree), lexicon())


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("France attacked Iran.", "outlet", None),
        ("Officials said France attacked Iran.", "unnamed", "Officials"),
        ("France attacked Iran, witnesses said.", "unnamed", "witnesses"),
        ("President Joe Biden said France attacked Iran.", "named", "President Joe Biden"),
        ("France attacked Iran, according to President Joe Biden.", "named", "President Joe Biden"),
        ("France, Joe Biden said, attacked Iran.", "named", "Joe Biden"),
        ("According to a report, France attacked Iran.", "document", "a report"),
        ("The statement said France attacked Iran.", "document", "The statement"),
    ],
)
def test_the_source_is_who_says_the_clause(text: str, kind: str, words: str | None) -> None:
    found = source(text)
    assert (found.kind, found.text) == (kind, words)


def test_the_sources_offsets_point_at_its_words() -> None:
    text = "France attacked Iran, according to President Joe Biden."
    found = source(text)
    assert found.text == text[found.start : found.end]


def test_a_named_source_is_an_entity_of_the_record() -> None:
    found = source("The president of Kenya said France attacked Iran.")
    assert found.entity is not None
    assert (found.entity.code, found.entity.sector) == ("KEN", "GOV")
