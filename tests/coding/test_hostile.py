"""Paragraphs that no newspaper prints and some page will hold: they are coded or passed over, in bounded time."""

from __future__ import annotations

import time

import pytest

from whowhom import Coder
from whowhom.records import Story

# Links of a chain, enough to fill one paragraph of 20,000 characters.
CHAINS = [
    "France and ",
    "attacked and ",
    "they and he and ",
    "the president of ",
    "Iran agreed to ",
    "talks between France and Iran and ",
    "France and Iran attacked Chad, and ",
    "rebels killed soldiers who killed ",
]
SECONDS = 10


@pytest.mark.parametrize("link", CHAINS)
def test_an_endless_sentence_is_coded_in_bounded_time(link: str, coder: Coder) -> None:
    started = time.process_time()
    list(coder.code(Story("s", body=("Russia said " + link * (20_000 // len(link)),))))
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("text", ["France attacked Iran \ud83d on Monday.", "\udc00", "France\ud83d attacked Iran."])
def test_half_a_surrogate_pair_is_a_character_like_others(text: str, coder: Coder) -> None:
    for mention in coder.code(Story("s", body=(text,))):
        assert mention.text == text[mention.sentence_start : mention.sentence_start + len(mention.text)]


def test_half_a_surrogate_pair_in_an_id_is_no_trouble(coder: Coder) -> None:
    assert len(list(coder.code(Story("\ud83d", body=("France attacked Iran.",))))) == 1


@pytest.mark.parametrize("text", ["(" * 1000, '"' * 1000, "." * 1000, "\n" * 1000, "\u202e" * 1000, "a\u0301" * 1000])
def test_marks_alone_say_nothing(text: str, coder: Coder) -> None:
    assert list(coder.code(Story("s", body=(text,)))) == []
