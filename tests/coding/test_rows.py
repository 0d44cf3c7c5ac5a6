"""Tables with comment lines and a header; a row of another width is told with its line."""

from __future__ import annotations

import pytest

from whowhom.coding import rows
from whowhom.errors import LexiconError


def test_comments_header_and_blank_lines_are_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "read_table", lambda name: "# note\nverb\tact\n\nkill \t ASSAULT\n")
    assert list(rows.read_rows("verbs.tsv", 2)) == [(4, ["kill", "ASSAULT"])]


def test_a_row_of_another_width_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "read_table", lambda name: "verb\tact\nkill\n")
    with pytest.raises(LexiconError) as caught:
        list(rows.read_rows("verbs.tsv", 2))
    assert (caught.value.file, caught.value.line) == ("verbs.tsv", 2)
    assert "1 columns, expected 2" in caught.value.reason
