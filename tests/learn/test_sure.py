"""Weights are fitted on judged mentions, and a table of them is checked row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from whowhom.errors import GoldError
from whowhom.learn.sure import Judged, cross_validate, fit, read_judged, weigh, write_judged

ROWS = [
    Judged(
        f"t{i % 40}", i, i + 3, "CONSULT", i % 4 > 0, ("always", "clause: main" if i % 4 > 0 else "in quotation marks")
    )
    for i in range(120)
]


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_judged(tmp_path / "judged.tsv", ROWS)
    assert read_judged(tmp_path / "judged.tsv") == ROWS


def test_a_verdict_that_is_none_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "judged.tsv"
    path.write_text("uid\tstart\tend\tevent\tright\treasons\na\t1\t2\tAID\tmaybe\talways\n")
    with pytest.raises(GoldError, match=r"judged.tsv.*2"):
        read_judged(path)


def test_what_goes_with_right_mentions_weighs_more() -> None:
    pytest.importorskip("sklearn")
    weights = fit(ROWS)
    assert weights["clause: main"] > 0 > weights["in quotation marks"]
    assert weigh(weights, ROWS[1]) > 0.7 > 0.5 > weigh(weights, ROWS[0])


def test_no_text_is_weighed_by_what_was_learned_from_it() -> None:
    pytest.importorskip("sklearn")
    folds: dict[str, set[int]] = {}
    for row, fold, _ in cross_validate(ROWS):
        folds.setdefault(row.uid, set()).add(fold)
    assert all(len(found) == 1 for found in folds.values())
    assert len(set().union(*folds.values())) == 5
