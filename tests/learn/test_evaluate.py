"""Gold files read, answers scored."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import whowhom
from whowhom.errors import GoldError
from whowhom.learn import evaluate, read_gold, tell_report
from whowhom.learn.answers import Answer, judge_mentions
from whowhom.learn.evaluate import score_answers
from whowhom.records import Relation

ROWS = [
    ("1", "A hit B.", "A", "B", "ASSAULT"),
    ("2", "A left B.", "A", "B", "YIELD"),
    ("3", "A met B.", "A", "B", "CONSULT"),
]


class FakeCoder:
    """Gives the events that it is told to give, by sentence."""

    def __init__(self, events, make_mention=None):
        self.events, self.make_mention = events, make_mention

    def relate(self, rows):
        for uid, sentence, _, _ in rows:
            yield Relation(uid, self.events[sentence], "", "occurred", (), 0.5)

    def code_many(self, stories):
        for story in stories:
            events = self.events[story.body[0]]
            yield (
                story,
                [self.make_mention(f"{i}", event=event, confidence=0.9 - i / 10) for i, event in enumerate(events)],
            )


@pytest.fixture
def marked(tmp_path):
    path = tmp_path / "gold.tsv"
    lines = ["uid\tsentence\tsource\ttarget\tgold_root", *("\t".join(row) for row in ROWS)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_marked_pairs(marked):
    coder = FakeCoder({"A hit B.": "ASSAULT", "A left B.": "RETREAT", "A met B.": "AGREE"})
    report = evaluate(marked, coder, resamples=50)
    assert (report.judgements, report.sentences) == (3, 3)
    assert {row.event: (row.precision, row.recall) for row in report.types} == {
        "ASSAULT": (1.0, 1.0), "CONSULT": (0.0, 0.0), "YIELD": (1.0, 1.0),
    }  # fmt: skip
    assert report.macro_f1.value == pytest.approx(2 / 3)
    assert report.macro_f1.low <= report.macro_f1.value <= report.macro_f1.high
    assert [(c.gold, c.answered, c.count) for c in report.confusion] == [("CONSULT", "AGREE", 1)]
    assert report.calibration_error == pytest.approx(abs(0.5 - 2 / 3))
    assert "CONSULT answered AGREE" in tell_report(report)


def test_the_same_seed_gives_the_same_intervals(marked):
    coder = FakeCoder({"A hit B.": "ASSAULT", "A left B.": "REJECT", "A met B.": "AGREE"})
    assert evaluate(marked, coder, resamples=40, seed=3) == evaluate(marked, coder, resamples=40, seed=3)


def test_plover_records(tmp_path, make_mention):
    path = tmp_path / "gold.jsonl"
    rows = [
        {"id": "a", "text": "One.", "event": "FIGHT"},
        {"id": "b", "text": "One.", "event": "DEMAND"},
        {"id": "c", "text": "Two.", "event": "AID"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    report = evaluate(
        path, FakeCoder({"One.": ["ACCUSE", "ASSAULT", "COERCE"], "Two.": []}, make_mention), resamples=20
    )
    told = {(c.gold, c.answered) for c in report.confusion}
    assert told == {("REQUEST", "ACCUSE"), ("none", "COERCE"), ("AID", "none")}
    assert report.recall.value == pytest.approx(1 / 3)


def test_a_perfect_coder_has_no_interval():
    answers = [Answer(str(i), str(i), "AID", "AID", 1.0) for i in range(9)]
    report = score_answers(answers, name="x", resamples=20)
    assert (report.macro_f1.low, report.macro_f1.high, report.confusion) == (1.0, 1.0, ())


def test_mentions_are_judged_only_where_they_join_the_pair(tmp_path, make_mention):
    path = tmp_path / "gold.tsv"
    sentence = "Russia met Turkey in Astana."
    rows = [("1", sentence, "Russia", "Turkey", "CONSULT"), ("2", sentence, "Turkey", "Astana", "AID")]
    text = "\n".join(["uid\tsentence\tsource\ttarget\tgold_root", *("\t".join(row) for row in rows)])
    path.write_text(text, encoding="utf-8")
    turkey = make_mention().recipient[0]
    joined = type(turkey)("Turkey", 11, 17, code="TUR")
    coder = FakeCoder({sentence: ["CONSULT"]}, lambda *a, **k: make_mention(*a, recipient=(joined,), **k))
    assert [(a.uid, a.is_right) for a in judge_mentions(read_gold(path).items, coder)] == [("1", True)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.tsv", b"uid\tsentence\n1\tx\n", "line 1: .* lacks the columns source, target, gold_root"),
        (
            "a.tsv",
            b"uid\tsentence\tsource\ttarget\tgold_root\n1\tx\ty\n",
            r"holds no judgement \(has too few columns\)",
        ),
        (
            "a.tsv",
            b"uid\tsentence\tsource\ttarget\tgold_root\n1\tx\ty\tz\tDANCE\n",
            r"holds no judgement \('DANCE' is no PLOVER type\)",
        ),
        ("a.tsv", b"uid\tsentence\tsource\ttarget\tgold_root\n", "holds no judgement"),
        ("a.tsv", b"\xff\xfe", "line 1: is not UTF-8"),
        ("a.jsonl", b"{\n", "is not JSON"),
        ("a.jsonl", b'{"text": "x"}\n', 'lacks "event"'),
        ("a.json", b'[{"text": "x", "event": "AID"},\n {"text": ]', "line 2: is not JSON"),
        ("a.csv", b"x", "line 1: is neither JSON nor XML"),
        ("a.xml", b"<Sentences>\n<Sentence>\n</Sentences>", "line 3: is not well-formed XML"),
        ("a.xml", b"<a/>", "XML without a Sentence"),
        ("a.tsv", b" \n", "is empty"),
        ("a.gz", b"\x1f\x8bnothing", "is damaged"),
    ],
)
def test_what_is_wrong_with_a_gold_file_is_named(tmp_path, name, content, reason):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GoldError, match=reason):
        read_gold(path)


def test_a_gold_file_that_is_not_there(tmp_path):
    with pytest.raises(GoldError, match="no such file"):
        read_gold(tmp_path / "none.tsv")


def test_no_other_room_imports_this_one():
    package = Path(whowhom.__file__).parent
    files = [path.relative_to(package.parent).with_suffix("") for path in sorted(package.rglob("*.py"))]
    names = [".".join(file.parts).removesuffix(".__init__") for file in files]
    others = [name for name in names if not name.startswith("whowhom.learn") and not name.endswith("__main__")]
    code = f"""
import importlib, sys
for name in {others!r}:
    try:
        importlib.import_module(name)
    except ImportError as error:
        assert (error.name or "").startswith(("starlette", "jinja2", "uvicorn")), (name, error)
assert not [name for name in sys.modules if name.startswith("whowhom.learn")]
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
