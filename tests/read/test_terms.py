"""What a sentence says of people in office."""

from __future__ import annotations

import pytest

from whowhom.actors import load_knowledge
from whowhom.read.terms import find_signs


def signs(text: str) -> list[tuple[str, str | None]]:
    return [(sign.kind, sign.day) for sign in find_signs(text, load_knowledge())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French President Emmanuel Macron spoke.", [("holds", None)]),
        ("Former President Barack Obama spoke.", [("former", None)]),
        ("Outgoing President Vladimir Putin spoke.", [("outgoing", None)]),
        ("President-elect Joe Biden spoke.", [("elect", None)]),
        ("The Trump administration refused.", [("holds", None)]),
        ("King Salman received him.", [("holds", None)]),
        ("Emmanuel Macron spoke.", []),
        ("In 1987 President Ronald Reagan spoke.", []),
        ("Emmanuel Macron was sworn in on Sunday.", [("begins", "sunday")]),
        ("Since Trump's Friday inauguration much has changed.", [("begins", "friday")]),
        ("Robert Mugabe resigned on Tuesday.", [("ends", "tuesday")]),
        ("Parliament ousted Mariano Rajoy on Friday.", [("ends", "friday")]),
        ("Robert Mugabe resigned.", []),
    ],
)
def test_signs(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert signs(text) == expected


def test_an_office_names_only_its_own_terms() -> None:
    (sign,) = find_signs("President-elect Joe Biden spoke.", load_knowledge())
    assert {term.office for term in sign.terms} == {"President"}
