"""Remembered lemmas are the pipeline's own."""

from __future__ import annotations

import pytest

from whowhom.annotate import Annotator
from whowhom.annotate.lemmas import COMPONENTS, Lemmas
from whowhom.annotate.models import load_model
from whowhom.records import Story

TEXTS = [
    "Envoys from Chad are gonna meet; there is no deal, and there were talks that they've left.",
    "Let's go, he said, but it ain't over: Don't do it. We do, they did, she had gone.",
    "The ministers' left-wing allies left. I saw it; you saw me, you all.",
    "  Two  spaces, “quotes” — and an émigré.",
]


@pytest.fixture(scope="module")
def nlp():
    return load_model()[0]


@pytest.mark.parametrize("text", TEXTS)
def test_as_the_pipeline_says(nlp, text):
    expected = [(t.lemma_, t.pos_, t.tag_) for t in nlp(text)]
    lemmas = Lemmas(nlp)
    for _ in range(2):  # the first time learned, then remembered
        (doc,) = nlp.pipe([text], disable=COMPONENTS)
        assert lemmas.words(doc) == expected


def test_what_was_learned_of_others_changes_nothing(nlp):
    lemmas = Lemmas(nlp)
    for text in TEXTS * 2:
        (doc,) = nlp.pipe([text], disable=COMPONENTS)
        assert lemmas.words(doc) == [(t.lemma_, t.pos_, t.tag_) for t in nlp(text)]


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Moscow re-imposed sanctions.", ["impose"]),
        ("Norway will co-host the talks and re-open its embassy.", ["host", "open"]),
        ("The ex-president won re-election.", ["election"]),
        ("They re-co-ordinated it.", ["co"]),
    ],
)
def test_a_word_with_re_or_co_before_it_is_one_word(text: str, lemmas: list[str], annotator: Annotator) -> None:
    tokens = annotator.annotate(Story("s", body=(text,)))[0].tokens
    assert [token.lemma for token in tokens if token.text.startswith(("re-", "co-"))] == lemmas
