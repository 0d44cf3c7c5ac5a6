"""Inputs that once broke a door, found by scripts/fuzz.py: a story or an InputError comes out of each."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest

from whowhom.errors import InputError
from whowhom.read import read_page
from whowhom.read.decode import ungzip
from whowhom.read.warc import read_warc
from whowhom.records import Skipped, Story

CASES = [pytest.param(path, id=path.stem) for path in sorted((Path(__file__).parent / "fuzz_cases").iterdir())]


@pytest.mark.parametrize("path", CASES)
def test_a_fuzzed_input_is_answered(path: Path) -> None:
    data = path.read_bytes()
    if path.suffix == ".warc":
        assert all(isinstance(found, (Story, Skipped)) for found in read_warc(ungzip(io.BytesIO(data)), path.name))
        return
    with suppress(InputError):
        assert isinstance(read_page(data, file=path.name), Story)
