"""What counts as a capital letter, in scripts with two cases and in others."""

from __future__ import annotations

import re

import pytest

from whowhom.read.credits import CAPITAL
from whowhom.read.posted import opens_entry


@pytest.mark.parametrize("letter", "AZÀÞŁŚŻČŘĞŞŐİЯЁЖҐΑΩაבغ中")
def test_capitals_and_letters_without_case_open_names(letter: str) -> None:
    assert re.fullmatch(CAPITAL, letter)


@pytest.mark.parametrize("letter", "azàÿłśżčřğşőıяёжґαωế1_ ")
def test_small_letters_and_signs_open_no_names(letter: str) -> None:
    assert re.fullmatch(CAPITAL, letter) is None


@pytest.mark.parametrize(
    "line", ["This blog was set up", "This blogpost was", "This blog post was", "This blog\npost was"]
)
def test_the_sentence_below_a_post_opens_in_many_ways(line: str) -> None:
    assert opens_entry(line)
