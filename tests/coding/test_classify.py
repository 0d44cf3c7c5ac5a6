"""The rule classifier keeps the lexicon's answer and orders its kinds of rows."""

from __future__ import annotations

from tests.coding.trees import candidate, tree_of
from whowhom.coding.classify import RuleClassifier

RULES = RuleClassifier()


def test_the_type_is_the_lexicons() -> None:
    tree = tree_of("Police arrested ten students.")
    verdict = RULES.classify(tree, candidate(tree, "arrested"))
    assert (verdict.act, verdict.mode) == ("COERCE", "arrest")


def test_a_named_object_weighs_more_than_a_verb_and_a_verb_more_than_a_noun() -> None:
    scores = []
    for text, word in (
        ("France imposed sanctions on Iran.", "imposed"),
        ("France attacked Iran.", "attacked"),
        ("The invasion of Iran was long.", "invasion"),
    ):
        tree = tree_of(text)
        scores.append(RULES.classify(tree, candidate(tree, word)).score)
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3
    assert all(0 < s < 1 for s in scores)
