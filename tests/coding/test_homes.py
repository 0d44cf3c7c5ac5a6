"""Home bodies and crowds take the state of who rules or opposes them; nobody is guessed where that says nothing."""

from __future__ import annotations

import pytest

from tests.coding.test_binding import code_of


@pytest.mark.parametrize(
    ("text", "word", "code"),
    [
        ("The Kenyan government has released opposition politicians.", "politicians", "KEN"),
        ("Kenyan police arrested 18 people after the fire.", "people", "KEN"),
        ("A court in Kenya ordered the arrest of two men.", "men", "KEN"),
        ("Kenyan security forces opened fire on protesters.", "protesters", "KEN"),
        ("The Kenyan authorities pressured lecturers to end the strike.", "lecturers", "KEN"),
        ("The president of Brazil conceded to the demands of truck drivers.", "drivers", "BRA"),
        ("A Kenyan opposition leader surrendered to the authorities.", "authorities", "KEN"),
        ("The Kenyan president refused a request from the justice minister.", "minister", "KEN"),
        # who is told nothing of
        ("Kenyan police deported 18 people after the fire.", "people", None),
        ("The Kenyan government has released journalists.", "journalists", None),
        ("The Kenyan government condemned protesters.", "protesters", None),
        ("Israeli police arrested opposition activists.", "activists", None),
        ("Kenya helped refugees.", "refugees", None),
        ("The Kenyan president met the justice minister.", "minister", None),
        ("Kenya's president and France refused a request from the justice minister.", "minister", None),
        ("Hamas rejected a plan by the government.", "government", None),
    ],
)
def test_whose_a_home_body_is(text: str, word: str, code: str | None) -> None:
    assert code_of(text, word) == code
