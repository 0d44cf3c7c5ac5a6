from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.actors.words import fold, is_acronym, is_capital, normal_parts, split_words


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("U.S.", ("us",)),
        ("U.S", ("us",)),
        ("al-Shabab", ("al", "shabab")),
        ("al–Shabab", ("al", "shabab")),
        ("-", ()),
        ("'s", ("s",)),
        ("People's", ("people", "s")),
        ("Workers'", ("workers",)),
        ("Sana’a", ("sanaa",)),
        ("Élysée", ("elysee",)),
        ("Erdoğan", ("erdogan",)),
        (",", (",",)),
        ("DHKP/C", ("dhkp", "c")),
    ],
)
def test_words_are_brought_to_one_form(token: str, parts: tuple[str, ...]) -> None:
    assert normal_parts(token) == parts


@given(st.text(max_size=30))
def test_the_form_is_lower_case_and_never_empty(token: str) -> None:
    assert all(part and part == part.lower() for part in normal_parts(token) if part.isascii())


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_brackets_are_words() -> None:
    assert split_words("CPI (Maoist), party") == ["CPI", "(", "Maoist", ")", ",", "party"]


def test_capitals() -> None:
    assert is_capital("Chad")
    assert is_capital("d'Ivoire")
    assert not is_capital("chad")
    assert is_acronym("UN")
    assert is_acronym("MPs")
    assert not is_acronym("Chad")
