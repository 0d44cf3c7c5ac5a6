"""Pages in the markup of many systems, each with what it holds beside it; found by glob.

``wrong`` in a page's JSON names the fields that are known to be read wrongly: the list may shrink, not grow.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.read.fields import Expected, wrong_fields
from whowhom.read import read_page

PAGES = sorted((Path(__file__).parent / "templates").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_page_is_read_as_expected(path: Path) -> None:
    known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    allowed = set(known.pop("wrong", []))
    found = wrong_fields(read_page(path.read_bytes()), Expected(**known))
    assert {name: pair for name, pair in found.items() if name not in allowed} == {}
    assert allowed <= set(found), "a field listed as wrong is right now: take it off the list"
