"""The confidence is drawn from named reasons and their weights alone."""

from __future__ import annotations

import pytest

from tests.coding.trees import candidate, namer_of, tree_of
from whowhom.coding import confidence
from whowhom.coding.coder import Coder
from whowhom.coding.confidence import ALWAYS, Sureness, find_reasons, load_sureness
from whowhom.coding.lexicon import load_lexicon
from whowhom.coding.participants import find_participants
from whowhom.coding.status import read_status
from whowhom.errors import LexiconError
from whowhom.records import Story


def reasons_of(text: str, word: str) -> set[str]:
    tree = tree_of(text)
    cand = candidate(tree, word)
    reading = read_status(tree, cand)
    assert reading is not None
    parts = find_participants(tree, cand, reading, namer_of(tree), load_lexicon(), ())
    return set(find_reasons(tree, cand, reading, parts))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("France attacked Iran.", "attacked", {"actor: state", "recipient: state", "between states", "clause: main"}),
        (
            "France said it will attack Iran.",
            "attack",
            {"event: THREATEN", "folded: ASSAULT to THREATEN", "status: planned"},
        ),
        ("Ten rebels were killed.", "killed", {"actor: nobody", "recipient: fighters"}),
        ("Police arrested ten students.", "arrested", {"actor: fighters", "recipient: private"}),
        ("France imposed sanctions on Iran.", "imposed", {"word: verb and its object"}),
    ],
)
def test_a_mention_has_its_reasons(text: str, word: str, expected: set[str]) -> None:
    assert expected | {ALWAYS} <= reasons_of(text, word)


def test_weights_are_added_up_and_mapped_to_a_share() -> None:
    table = Sureness({ALWAYS: 1.0, "clause: main": 1.0, "in quotation marks": -4.0})
    assert table.weigh([ALWAYS, "clause: main"]) == 0.88
    assert table.weigh([ALWAYS, "in quotation marks", "not in the table"]) == 0.05
    assert Sureness({ALWAYS: 99.0}).weigh([ALWAYS]) == 0.99


def test_a_weight_that_is_no_number_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "read_rows", lambda name, width: iter([(7, ["always", "much", "3"])]))
    load_sureness.cache_clear()
    with pytest.raises(LexiconError, match="7"):
        load_sureness()
    load_sureness.cache_clear()


def test_unsure_mentions_are_left_out_and_explained_all_the_same(coder: Coder) -> None:
    story = Story("s", body=("Russian troops attacked a base. Iran may one day attack Israel, an analyst wrote.",))
    told = list(coder.explain(story))
    least = max(mention.confidence for mention, _ in told)
    assert [m.confidence for m in coder.code(story, min_confidence=least)] == [least]
    assert len(told) == len(list(coder.code(story, min_confidence=0))) > 1
