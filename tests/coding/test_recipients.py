"""Whom an act is aimed at where its own slots name nobody."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import Story


@pytest.mark.parametrize(
    ("text", "event", "recipient"),
    [
        ("France rejected a request from Iran to let its planes land.", "REJECT", {"IRN"}),
        ("France rejected every offer made by Iran to discuss the border.", "REJECT", {"IRN"}),
        ("France rejected Iran's suggestion that Europe would recognise Jerusalem as the capital.", "REJECT", {"IRN"}),
        ("France has conceded to the demands of the Iranian government.", "CONCEDE", {"IRN"}),
        ("France has agreed to allow Iranian officials wider access to the records.", "AGREE", {"IRN"}),
        ("France received an invitation from Iran to join the summit.", "AGREE", {"FRA"}),
        ("French police used tear gas to disperse thousands of Iranian protesters.", "ASSAULT", {"IRN"}),
        ("French doctors went on strike, demanding that the French government pay them.", "PROTEST", {"FRA"}),
        ("French doctors went on strike in response to Iran's decision to close the border.", "PROTEST", {"IRN"}),
        ("Police in France launched an investigation into claims that two Iranian spies lied.", "ACCUSE", {"IRN"}),
        ("France voiced its rejection and strong condemnation of the Iranian president's remarks.", "ACCUSE", {"IRN"}),
    ],
)
def test_who_it_is_aimed_at(text: str, event: str, recipient: set[str], coder: Coder) -> None:
    found = [m for m in coder.code(Story("s", body=(text,))) if m.event == event]
    assert found
    assert {entity.code for entity in found[0].recipient} == recipient


def test_mediation_is_for_the_sides_of_the_quarrel(coder: Coder) -> None:
    text = "Kuwait launched a mediation effort to resolve the rift between Qatar and Bahrain."
    (mention,) = coder.code(Story("s", body=(text,)))
    assert [entity.code for entity in mention.actor] == ["KWT", "QAT", "BHR"]
