"""Scores to shares: rising steps that keep the counts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.errors import LexiconError
from whowhom.learn.answers import Answer
from whowhom.learn.calibrate import (
    Step,
    apply_steps,
    calibration_error,
    fit_steps,
    held_out_error,
    read_steps,
    scores_of,
    write_steps,
)

scored = st.lists(st.tuples(st.integers(0, 100).map(lambda n: n / 100), st.booleans()), min_size=1, max_size=200)


@given(scored, st.integers(1, 30))
def test_steps_rise_touch_and_cover_everything(pairs, smallest):
    steps = fit_steps(pairs, smallest=smallest)
    assert (steps[0].score_from, steps[-1].score_to) == (0.0, 1.0)
    assert sum(step.n for step in steps) == len(pairs)
    for before, after in pairwise(steps):
        assert before.score_to == after.score_from
        assert before.precision <= after.precision
    assert len(steps) == 1 or all(step.n >= smallest for step in steps)


@given(scored)
def test_the_mean_of_the_shares_is_the_share(pairs):
    steps = fit_steps(pairs, smallest=1)
    mean = sum(step.precision * step.n for step in steps) / len(pairs)
    assert mean == pytest.approx(sum(right for _, right in pairs) / len(pairs), abs=1e-3)


def test_violators_are_pooled():
    pairs = [(0.2, True), (0.2, False), (0.4, False), (0.4, False), (0.9, True), (0.9, True)]
    assert fit_steps(pairs, smallest=1) == [Step(0.0, 0.65, 0.25, 4), Step(0.65, 1.0, 1.0, 2)]


def test_a_score_gets_the_share_of_its_step():
    steps = [Step(0.0, 0.5, 0.3, 20), Step(0.5, 1.0, 0.9, 20)]
    assert [apply_steps(steps, score) for score in (0.0, 0.49, 0.5, 1.0)] == [0.3, 0.3, 0.9, 0.9]
    assert apply_steps([], 0.7) == 0.7


def test_calibration_error():
    assert calibration_error([(0.75, True)] * 3 + [(0.75, False)]) == 0
    assert calibration_error([(1.0, False)] * 4) == 1
    assert calibration_error([]) == 0


def test_held_out_error_uses_whole_sentences():
    answers = [Answer(str(i), f"s{i // 2}", "AID", "AID" if i % 4 else "COERCE", 0.5) for i in range(200)]
    assert held_out_error(answers) == pytest.approx(0, abs=0.05)
    assert len(scores_of(answers)) == 200


@given(scored)
def test_the_table_gives_back_its_steps(tmp_path_factory, pairs):
    path = tmp_path_factory.mktemp("c") / "calibration.tsv"
    steps = fit_steps(pairs, smallest=5)
    write_steps(steps, path, source="gold.tsv")
    assert read_steps(path) == steps


@pytest.mark.parametrize(
    ("rows", "line"),
    [("", 1), ("0\t1\tmuch\t3", 2), ("0\t0.5\t0.9\t3\n0.5\t1\t0.2\t3", 3), ("0\t0.4\t0.1\t3\n0.5\t1\t0.2\t3", 3)],
)
def test_a_wrong_table_is_named_with_its_line(tmp_path, rows, line):
    path = tmp_path / "calibration.tsv"
    header = "score_from\tscore_to\tprecision\tn\n" if rows else "x\n"
    path.write_text(header + rows, encoding="utf-8")
    with pytest.raises(LexiconError) as error:
        read_steps(path)
    assert (error.value.file, error.value.line) == ("calibration.tsv", line)
