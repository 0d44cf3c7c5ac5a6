"""The marked pair: always an answer, one a row, in order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whowhom import Coder
from whowhom.ontology import load_ontology
from whowhom.records import Relation

ROWS = [
    ("a", "France attacked Iran after Iran met Chad.", "France", "Iran"),
    ("b", "France attacked Iran after Iran met Chad.", "Iran", "Chad"),
    ("c", "France accused Iran of spying.", "France", "Iran"),
    ("d", "France refused to meet Iran.", "France", "Iran"),
]


def test_each_pair_gets_the_event_between_its_two(coder: Coder) -> None:
    assert [(r.uid, r.event) for r in coder.relate(ROWS)] == [
        ("a", "ASSAULT"),
        ("b", "CONSULT"),
        ("c", "ACCUSE"),
        ("d", "REJECT"),
    ]


@pytest.mark.parametrize(
    ("source", "target", "event"),
    [("Chadian soldiers", "Kenyan rebels", "ASSAULT"), ("the Kenyan government", "Chadian soldiers", "ACCUSE")],
)
def test_the_pair_decides_among_the_acts_of_a_sentence(source: str, target: str, event: str, coder: Coder) -> None:
    sentence = "Chadian soldiers attacked Kenyan rebels on Monday, the Kenyan government accused the Chadian soldiers."
    (relation,) = coder.relate([("x", sentence, source, target)])
    assert relation.event == event


def test_a_name_may_stand_twice(coder: Coder) -> None:
    sentence = "Chad attacked Kenya on Monday, and Kenya sharply criticized Chad on Friday."
    (relation,) = coder.relate([("x", sentence, "Kenya", "Chad")])
    assert relation.event == "ACCUSE"


def test_answers_do_not_depend_on_their_neighbours(coder: Coder) -> None:
    assert list(coder.relate(reversed(ROWS))) == [next(coder.relate([row])) for row in reversed(ROWS)]


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("The cat sat on the mat.", "cat", "mat"),
        ("", "", ""),
        (" ", "France", "Iran"),
        ("France attacked Iran.", "Kenya", "Chad"),
        ("France attacked Iran.", "", ""),
        ("🙂", "🙂", "\u202e"),
    ],
)
def test_there_is_always_an_answer(sentence: str, source: str, target: str, coder: Coder) -> None:
    (relation,) = coder.relate([("x", sentence, source, target)])
    assert relation.event in load_ontology().types
    assert 0 < relation.confidence < 1


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=8), st.text(max_size=8))
def test_any_words_at_all_get_an_answer(coder: Coder, sentence: str, source: str, target: str) -> None:
    relations = list(coder.relate([("x", sentence, source, target), ROWS[0]]))
    assert [r.uid for r in relations] == ["x", "a"]
    assert all(isinstance(r, Relation) for r in relations)
