"""Who is no doer although grammar says so."""

from __future__ import annotations

import pytest

from whowhom import Coder
from whowhom.records import Story


@pytest.mark.parametrize(
    "text",
    [
        "A Sunni mosque attacked Shiites in Baghdad.",
        "The New York Times published a report criticizing Saudi Arabia.",
    ],
)
def test_a_building_or_a_printer_is_no_actor(text: str, coder: Coder) -> None:
    assert all(e.sector not in {"REL", "JRN"} for m in coder.code(Story("s", body=(text,))) for e in m.actor)


def test_the_clergy_may_act(coder: Coder) -> None:
    mentions = coder.code(Story("s", body=("Clerics attacked Shiites in Baghdad.",)))
    assert any(e.sector == "REL" for m in mentions for e in m.actor)
