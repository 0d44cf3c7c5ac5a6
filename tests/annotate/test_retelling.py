"""Headlines whose verb the parser takes for a noun."""

from __future__ import annotations

import pytest

from whowhom.annotate.syntax import Annotator, load_annotator
from whowhom.coding.lexicon import load_lexicon
from whowhom.records import Sentence, Story


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return load_annotator(load_lexicon().lemmas)


def headline(annotator: Annotator, text: str) -> Sentence:
    (sentence,) = annotator.annotate(Story("s", headline=text))
    return sentence


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Niger junta expels French ambassador, revokes military accords", {"expels": "junta", "revokes": None}),
        ("Kenya police fire tear gas as thousands march against bill", {"fire": "police", "march": "thousands"}),
        ("Sudan's rivals trade blame as Jeddah talks are suspended", {"trade": "rivals"}),
        ("Pakistan frees captured Indian pilot", {"frees": "Pakistan"}),
        ("Thousands rally in Tbilisi against law", {"rally": "Thousands"}),
        ("India, Canada expel diplomats in row over murder", {"expel": "India"}),
        ("Mexico's president cancels meeting with Peru's Boluarte", {"cancels": "president"}),
        ("Iran's foreign minister postpones visit to Berlin", {"postpones": "minister"}),
        ("North Korea fires ballistic missile over Japan", {"fires": "Korea"}),
    ],
)
def test_the_verb_is_found(text: str, verbs: dict[str, str | None], annotator: Annotator) -> None:
    sentence = headline(annotator, text)
    for word, subject in verbs.items():
        at = next(i for i, token in enumerate(sentence.tokens) if token.text == word)
        assert sentence.tokens[at].tag in {"VBZ", "VBP"}
        found = [token.text for token in sentence.tokens if token.head == at and token.dep == "nsubj"]
        assert found == ([subject] if subject else [])


@pytest.mark.parametrize("text", ["Syria peace talks to resume in Geneva", "Taliban attack kills 12 soldiers"])
def test_a_noun_that_could_be_a_verb_stays_a_noun(text: str, annotator: Annotator) -> None:
    tags = {token.text: token.tag for token in headline(annotator, text).tokens}
    assert all(tags[word].startswith("NN") for word in ("talks", "attack") if word in tags)


def test_the_words_are_the_pages_own(annotator: Annotator) -> None:
    text = "Niger junta expels French ambassador, revokes military accords"
    sentence = headline(annotator, text)
    assert all(text[token.start : token.end] == token.text for token in sentence.tokens)
    assert [token.lemma for token in sentence.tokens if token.tag == "VBZ"] == ["expel", "revoke"]


def test_paragraphs_are_read_once(annotator: Annotator) -> None:
    (sentence,) = annotator.annotate(Story("s", body=("Niger junta expels French ambassador",)))
    assert next(token.tag for token in sentence.tokens if token.text == "expels") == "NNS"
