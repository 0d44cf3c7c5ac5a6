"""The pair model: what it is shown, and that its files are the ones recorded."""

from __future__ import annotations

import json
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.coding import encoder
from whowhom.coding.encoder import MARKERS, PairModel, find_pair, load_pair_model, mark
from whowhom.errors import ModelMissing

SENTENCE = "France imposed sanctions on Iran."


def test_both_stretches_are_marked():
    assert mark(SENTENCE, (0, 6), (28, 32)) == "[S] France [/S] imposed sanctions on [T] Iran [/T] ."


def test_one_stretch_may_be_missing():
    assert mark(SENTENCE, None, (28, 32)) == "France imposed sanctions on [T] Iran [/T] ."


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_long_sentence_keeps_its_marks(before, between):
    text = "word " * before + "Iran met " + "word " * between + "Chad there " + "word " * 50
    places = find_pair(text, "Iran", "Chad")
    shown = mark(text, *places).split()
    assert all(marker in shown for marker in MARKERS)
    assert len(shown) <= between + 80


@pytest.mark.parametrize(
    ("source", "target", "places"),
    [
        ("France", "Iran", ((0, 6), (28, 32))),
        ("Iran", "Iran", ((28, 32), None)),
        ("Chad", "Iran", (None, (28, 32))),
        ("", "Chad", (None, None)),
    ],
)
def test_where_a_pair_stands(source, target, places):
    assert find_pair(SENTENCE, source, target) == places


def test_shares_sum_to_one_and_repeat():
    model = load_pair_model()
    text = "France accused Iran of spying."
    first, again = (model.tell(text, *find_pair(text, "France", "Iran")) for _ in range(2))
    assert first == again
    assert sum(first.types.values()) == pytest.approx(1)
    assert 0 <= first.none <= 1
    assert first.best[0] == "ACCUSE"


@pytest.mark.parametrize("harm", ["gone", "altered", "no manifest"])
def test_files_that_are_not_the_recorded_ones_are_refused(tmp_path, monkeypatch, harm):
    folder = tmp_path / "model"
    shutil.copytree(encoder.FOLDER, folder)
    monkeypatch.setattr(encoder, "FOLDER", folder)
    if harm == "gone":
        (folder / "tokenizer.json").unlink()
    elif harm == "altered":
        (folder / "tokenizer.json").write_text(json.dumps({}))
    else:
        (folder / "labels.json").write_text("{}")
    with pytest.raises(ModelMissing, match="pair model"):
        PairModel()
