"""One annotator for all tests of the room: loading takes half a second."""

from __future__ import annotations

import pytest

from whowhom.annotate import Annotator, load_annotator

PLAIN_WORDS = frozenset("decline talk meet refuse agree stop visit".split())


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return load_annotator(PLAIN_WORDS)
