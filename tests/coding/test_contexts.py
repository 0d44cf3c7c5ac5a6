"""Contexts by cue words, in the ontology's order."""

from __future__ import annotations

import pytest

from whowhom.coding.contexts import find_contexts
from whowhom.ontology import load_ontology


@pytest.mark.parametrize(
    ("lemmas", "context"),
    [("voter|in|the|election", "election"), ("the|refugee|camp", "migration"), ("a|suicide|bomber", "terrorism")],
)
def test_a_cue_tells_its_context(lemmas: str, context: str) -> None:
    assert context in find_contexts(lemmas.split("|"), ())


@pytest.mark.parametrize("lemmas", ["the|president|of|the|government", "", "a|cat|sit"])
def test_idle_words_tell_none(lemmas: str) -> None:
    assert find_contexts(lemmas.split("|"), ()) == ()


def test_a_cyber_act_is_in_the_cyber_context() -> None:
    assert find_contexts([], ("cyber",)) == ("cyber",)


def test_the_order_is_the_ontologys() -> None:
    found = find_contexts("refugee election troop court virus".split(), ("cyber",))
    assert len(found) > 2
    assert list(found) == sorted(found, key=list(load_ontology().contexts).index)
