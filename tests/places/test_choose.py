"""The place of an act among the places of its sentence."""

from __future__ import annotations

import pytest

from whowhom.places import Place, choose_place, load_gazetteer

gazetteer = load_gazetteer()


def place(name: str) -> Place:
    found = gazetteer.lookup(name)
    assert found is not None
    return found


# (name, first token, preposition), the trigger's token, the actors' countries, the story's places, the answer
CASES = [
    # Russia(0) bombed(1) rebels(2) in(3) Aleppo(4)
    ([("Russia", 0, None), ("Aleppo", 4, "in")], 1, ["RUS"], [], "Aleppo"),
    ([("Russia", 0, None)], 1, ["RUS"], [], None),
    ([("Moscow", 0, None), ("Germany", 2, None)], 1, ["RUS"], [], None),
    ([("Astana", 1, "compound")], 3, [], [], "Astana"),
    ([("Astana", 1, None)], 2, [], [], "Astana"),
    ([("Syria", 1, "compound")], 2, [], [], None),
    ([("Syria", 4, "in"), ("Aleppo", 7, "in")], 2, [], [], "Aleppo"),
    ([("Syria", 4, "in")], 2, ["SYR"], [], "Syria"),
    ([("Gaza", 3, "from"), ("Sderot", 5, "into")], 1, [], [], "Gaza"),
    ([("Iran", 3, "from")], 1, ["IRN"], [], None),
    ([("Geneva", 2, "in"), ("Damascus", 12, "in")], 11, [], [], "Damascus"),
    ([("Geneva", 2, "in"), ("Damascus", 12, "in")], 3, [], [], "Geneva"),
    ([("Geneva", 6, "in"), ("Vienna", 4, "in")], 5, [], ["Vienna"], "Geneva"),
    ([("Iraq", 4, "with")], 2, [], [], None),
    ([], 0, [], [], None),
]


@pytest.mark.parametrize(("names", "trigger", "countries", "story", "expected"), CASES)
def test_choose_place(
    names: list[tuple[str, int, str | None]], trigger: int, countries: list[str], story: list[str], expected: str | None
) -> None:
    candidates = [(place(name), start, start + 1, preposition) for name, start, preposition in names]
    chosen = choose_place(candidates, trigger, countries, [place(name) for name in story])
    assert (chosen.name if chosen else None) == expected


def test_a_place_the_story_is_about_wins_a_tie() -> None:
    candidates = [(place("Vienna"), 2, 3, "in"), (place("Geneva"), 2, 3, "in")]
    chosen = choose_place(candidates, 1, (), [place("Switzerland")])
    assert chosen is not None
    assert chosen.name == "Geneva"
