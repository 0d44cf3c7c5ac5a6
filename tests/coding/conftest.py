"""One coder for all tests of the room: loading takes a second."""

from __future__ import annotations

import pytest

from whowhom import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()
