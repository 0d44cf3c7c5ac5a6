"""Title Case lowered to what the sentence would be, at the same length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.annotate.casing import is_form_of, is_title_case, lower_titles

LEMMAS = frozenset({"decline", "talk", "stop", "deny", "strike"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran Refuses Talks With Washington", True),
        ("IRAN REFUSES TALKS WITH WASHINGTON", True),
        ("Iran refuses talks with Washington", False),
        ("Iran Votes", False),
        ("", False),
    ],
)
def test_title_case_is_told_from_sentence_case(text: str, expected: bool) -> None:
    assert is_title_case(text) is expected


def test_forms_of_known_lemmas_are_lowered() -> None:
    assert lower_titles("Obama Declines Talks In Geneva", (), LEMMAS) == "Obama declines talks in Geneva"


def test_words_that_the_body_writes_small_are_lowered() -> None:
    assert lower_titles("Obama Visits Flooded Towns", ("He visits towns.",), ()) == "Obama visits Flooded towns"


def test_acronyms_stay() -> None:
    assert lower_titles("Obama Declines Talks With US", ("between us",), LEMMAS).endswith("with US")


def test_a_headline_in_sentence_case_stays() -> None:
    text = "Obama declines Talks with Iran again today"
    assert lower_titles(text, ("talks",), LEMMAS) == text


@pytest.mark.parametrize(
    "word", ["declines", "declined", "declining", "stopped", "stopping", "denies", "denied", "strike"]
)
def test_usual_endings_lead_back_to_the_lemma(word: str) -> None:
    assert is_form_of(word, LEMMAS)


@pytest.mark.parametrize("word", ["does", "decliner", "strikingly", "ed"])
def test_other_words_do_not(word: str) -> None:
    assert not is_form_of(word, LEMMAS)


@given(st.text(), st.lists(st.text(), max_size=3))
def test_lowering_never_changes_a_length(text: str, body: list[str]) -> None:
    lowered = lower_titles(text, body, LEMMAS)
    assert len(lowered) == len(text)
    assert lowered.lower() == text.lower()


def test_a_letter_whose_small_form_is_longer_stays() -> None:
    text = "İstanbul Stops Talks Today"
    assert lower_titles(text, (), LEMMAS | {"İstanbul".lower()}) == "İstanbul stops talks Today"
