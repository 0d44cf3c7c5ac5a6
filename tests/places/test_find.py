"""Place names among the words of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.places import find_places, load_gazetteer

gazetteer = load_gazetteer()


def found(sentence: str, *labelled: str) -> list[tuple[str, str]]:
    """What is found, as (words, name of the likeliest place); ``labelled`` are "LABEL words" in the sentence."""
    words = sentence.split()
    labels = [""] * len(words)
    for entry in labelled:
        label, *phrase = entry.split()
        at = next(i for i in range(len(words)) if words[i : i + len(phrase)] == phrase)
        labels[at : at + len(phrase)] = [label] * len(phrase)
    hits = []
    for hit in find_places(gazetteer, words, labels if labelled else ()):
        place = gazetteer.choose(hit.places, hit.name)
        assert place is not None
        hits.append((" ".join(words[hit.start : hit.end]), place.name))
    return hits


@pytest.mark.parametrize(
    ("sentence", "labelled", "hits"),
    [
        ("talks in Astana , Kazakhstan , on Monday", [], [("Astana , Kazakhstan", "Astana")]),
        ("a man from Paris , Texas , was held", ["GPE Paris", "GPE Texas"], [("Paris , Texas", "Paris")]),
        ("police in Ferguson , Mo. , fired", [], [("Ferguson , Mo.", "Ferguson")]),
        ("in Austin , TX , and in Me", [], [("Austin , TX", "Austin")]),
        ("soldiers in Idlib province and in Homs", [], [("Idlib province", "Idlib"), ("Homs", "Homs")]),
        ("fighting near Deir ez - Zor went on", ["GPE Deir ez - Zor"], [("Deir ez - Zor", "Deir ez-Zor")]),
        ("protests in Rio de Janeiro grew", [], [("Rio de Janeiro", "Rio de Janeiro")]),
        ("in the Gaza Strip", ["GPE the Gaza Strip"], [("Gaza Strip", "Gaza Strip")]),
        ("Russia and Turkey met", [], [("Russia", "Russia"), ("Turkey", "Turkey")]),
        ("crowds in Orange marched", [], []),
        ("crowds in Orange marched", ["GPE Orange"], [("Orange", "Orange")]),
        ("crowds in Orange , California , marched", [], [("Orange , California", "Orange")]),
        ("Reading is Nice , Mobile says", [], []),
        ("Jordan scored twice", ["PERSON Jordan"], []),
        ("the army of Jordan", ["GPE Jordan"], [("Jordan", "Jordan")]),
        ("Victoria Nuland spoke", ["PERSON Victoria Nuland"], []),
        ("the Bank of China Tower", ["ORG the Bank of China Tower"], []),
        ("give us a chance", [], []),
        ("leaders of Europe and Asia", ["LOC Europe", "LOC Asia"], [("Europe", "Europe"), ("Asia", "Asia")]),
        ("aleppo and homs", [], []),
        ("Northern Aleppo was shelled", [], [("Aleppo", "Aleppo")]),
    ],
)
def test_find_places(sentence: str, labelled: list[str], hits: list[tuple[str, str]]) -> None:
    assert found(sentence, *labelled) == hits


WORDS = [
    "Aleppo",
    "in",
    ",",
    "Syria",
    "Texas",
    "Paris",
    "province",
    "the",
    "New",
    "York",
    "Hassan",
    "-",
    "'s",
    "U.S.",
    "May",
]


@given(
    words=st.lists(st.sampled_from(WORDS), max_size=12),
    labels=st.lists(st.sampled_from(["", "GPE", "PERSON", "ORG"]), min_size=12, max_size=12),
)
def test_spans_are_in_order_and_inside(words: list[str], labels: list[str]) -> None:
    hits = find_places(gazetteer, words, labels[: len(words)])
    edges = [edge for hit in hits for edge in (hit.start, hit.end)]
    assert edges == sorted(edges)
    assert all(0 <= hit.start < hit.end <= len(words) and hit.places for hit in hits)
