"""Time words of other languages in English."""

from __future__ import annotations

import pytest

from whowhom.annotate.foreign import load_time_words, translate_time


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "it", "pt", "ru"])
def test_every_language_has_all_months_and_weekdays(language: str) -> None:
    english = set(load_time_words()[language].values())
    assert {"january", "may", "december", "monday", "sunday", "last", "yesterday", "week"} <= english


@pytest.mark.parametrize(
    ("text", "language", "english"),
    [
        ("am 3. Mai 2016", "de", "3 may 2016"),
        ("la semaine dernière", "fr", "last week"),
        ("il y a deux semaines", "fr", "two weeks ago"),
        ("el 3 de mayo de 2016", "es", "3 may 2016"),
        ("das Haus", "de", None),
        ("mañana", "xx", None),
        ("", "de", ""),
    ],
)
def test_translate(text: str, language: str, english: str | None) -> None:
    assert translate_time(text, language) == english
