"""Marked sentences to learn from: read, checked, split by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from whowhom.errors import InputError
from whowhom.learn.pairs.cases import ROOTS, read_gold, read_written, split

GOLD = "uid\tmarked_sentence\tgold_root\n"
WRITTEN = Path(__file__).parents[2] / "training" / "pairs.tsv"


def gold_file(folder: Path, *rows: str) -> Path:
    path = folder / "gold.tsv"
    path.write_text(GOLD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_a_case_is_what_the_model_is_shown(tmp_path):
    (case,) = read_gold(gold_file(tmp_path, "7\t<s>France</s> met <t>Iran</t>.\tCONSULT"))
    assert (case.uid, case.plain, case.root) == ("7", "France met Iran.", "CONSULT")
    assert case.text == "[S] France [/S] met [T] Iran [/T] ."


@pytest.mark.parametrize(
    ("row", "words"), [("1\t<s>France</s> met.\tDANCE", "DANCE"), ("1\tFrance met Iran.\tCONSULT", "nothing marked")]
)
def test_a_bad_row_is_named(tmp_path, row, words):
    with pytest.raises(InputError, match=f"line 2.*{words}"):
        read_gold(gold_file(tmp_path, row))


def test_a_missing_column_is_named(tmp_path):
    path = tmp_path / "gold.tsv"
    path.write_text("uid\ttext\n", encoding="utf-8")
    with pytest.raises(InputError, match="marked_sentence"):
        read_gold(path)


def test_one_sentence_is_in_one_fold(tmp_path):
    rows = [f"{i}\t<s>A{i // 2}</s> met <t>B{i // 2}</t> on Monday.\t{ROOTS[i // 2 % 3]}" for i in range(60)]
    cases = read_gold(gold_file(tmp_path, *rows))
    folds = split(cases)
    assert [folds[i] for i in range(0, 60, 2)] == [folds[i] for i in range(1, 60, 2)]
    for root in ROOTS[:3]:
        sizes = [sum(f == fold and c.root == root for c, f in zip(cases, folds, strict=True)) for fold in range(5)]
        assert max(sizes) - min(sizes) <= 2
    assert split(cases) == folds


def test_the_written_sentences_are_all_readable():
    cases = read_written(WRITTEN)
    assert {case.root for case in cases} == {*ROOTS, "NONE"}
    assert len({case.text for case in cases}) == len(cases)
