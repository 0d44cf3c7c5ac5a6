"""A coder beside several people, and beside another coder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from whowhom.errors import GoldError
from whowhom.learn import Live, compare, compare_voices, evaluate, read_gold, read_told, score_voice, tell_report
from whowhom.learn.gold import SpanEvent
from whowhom.learn.humans import count, read_root, take_for
from whowhom.learn.sources import RowFault
from whowhom.records import Entity, Relation, Span

SHARED = Path(os.environ.get("BENCH_DATA", Path(__file__).parents[3] / "shared"))
MET = "Russia met Turkey in Astana."
HIT = "Rebels shelled a village."


def event(start, end, cameo, source=(), target=()):
    return {"action": [start, end, ""], "cameo": cameo, "source": list(source), "target": list(target)}


def row(uid, sentence, **coders):
    return {"id": uid, "set": "A", "sentence": sentence, "coders": {k: {"events": v} for k, v in coders.items()}}


MEETING = event(7, 10, "1-4 Consult", [[0, 6, "Russia"]], [[11, 17, "Turkey"]])
ROWS = [
    row("1", MET, ann=[MEETING], bob=[event(7, 10, "1-3 Express Intent to Coop")]),
    row("2", HIT, ann=[event(7, 14, "4-18 Assault")], bob=[event(7, 14, "4-19 Fight"), event(-1, -1, "4-18 x")]),
    row("3", "Ministers spoke.", ann=[event(10, 15, "0-1 Make Public Statement")], bob=[]),
]


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), "utf-8")
    return path


class OneMeeting:
    """Sees the meeting and nothing else."""

    def __init__(self, make_mention):
        self.make_mention = make_mention

    def relate(self, rows):
        for uid, *_ in rows:
            yield Relation(uid, "CONSULT", "CONSULT", "occurred", (), 0.5)

    def code_many(self, stories):
        parties = (Entity("Russia", 0, 6, code="RUS"), Entity("Turkey", 11, 17, code="TUR"))
        for story in stories:
            seen = self.make_mention(trigger=Span("met", 7, 10), actor=parties, recipient=(), cameo="040")
            yield story, [seen] if story.body[0] == MET else []


@pytest.fixture
def coder(make_mention):
    return OneMeeting(make_mention)


def test_levels_and_ratio(people, coder):
    report = evaluate(people, coder, resamples=30)
    assert (report.people, report.sentences, report.human_events, report.answered) == (("ann", "bob"), 3, 4, 1)
    level = {row.level: row for row in report.levels}
    # One of two sentences with an event is found, and all that is found is right.
    assert level["relevance"].f1.value == level["action"].f1.value == pytest.approx(2 / 3)
    assert level["root"].f1.value == level["dyad"].f1.value == pytest.approx(1 / 3)
    assert level["penta"].human_f1.value == 1
    assert level["root"].human_f1.value == 0
    assert level["root"].ratio is None
    assert level["penta"].ratio.value == pytest.approx(2 / 3)
    assert {(c.gold, c.answered): c.count for c in report.confusion} == {
        ("03 AGREE", "04 CONSULT"): 1, ("18 ASSAULT", "none"): 1, ("19 ASSAULT", "none"): 1,
    }  # fmt: skip
    assert [(c.gold, c.count) for c in report.agreed] == [("04 CONSULT", 1)]
    assert "human~human" in tell_report(report)


def test_one_person_has_no_ratio(tmp_path, coder):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(row("1", MET, ann=[MEETING])), "utf-8")
    report = evaluate(path, coder, resamples=5)
    assert {(r.f1.value, r.human_f1, r.ratio) for r in report.levels} == {(1.0, None, None)}
    assert "relevance" in tell_report(report)


def test_bad_rows_of_people(tmp_path):
    bad = [
        {"id": "4", "sentence": "x"},
        row("5", "x", ann=[event(0, "y", "1-4 x")]),
        row("6", "x", ann=[event(0, 1, "high")]),
        row("7", "x", ann="nothing"),
    ]
    path = tmp_path / "people.jsonl"
    path.write_text("\n".join(map(json.dumps, [*ROWS, *bad])), "utf-8")
    gold = read_gold(path)
    assert len(gold.humans) == 3
    assert [skipped.input.rpartition(" ")[2] for skipped in gold.skipped] == ["4", "5", "6", "7"]


def test_sets(tmp_path, people):
    assert len(read_gold(people, only="A").humans) == 3
    with pytest.raises(GoldError, match="no coded sentence of set 'B'"):
        read_gold(people, only="B")
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(map(json.dumps, [row("1", "x", ann=[]), row("2", "y", bob=[])])), "utf-8")
    with pytest.raises(GoldError, match="nobody coded all"):
        read_gold(path)


def test_roots():
    assert [read_root(v) for v in ("1-3 Express", "036", 3, "19", "4-18 x", None, "")] == [3, 3, 3, 19, 18, None, None]
    for wrong in ("high", "99", 0, "4-77 x"):
        with pytest.raises(RowFault):
            read_root(wrong)


def test_an_answer_serves_one_event():
    act = SpanEvent((0, 4), 18)
    assert count([act, act], [act], "root") == (1, 1, 2)
    assert take_for([SpanEvent((0, 4), 19), act], [act]) == {0: None, 1: 0}


def test_the_public_scorer_agrees(tmp_path):
    scorer, people = SHARED / "bench/score_humans.py", SHARED / "data/dev/human_coders.jsonl"
    if not scorer.exists():
        pytest.skip("the people's codings are not here: BENCH_DATA points at their folder")
    gold = read_gold(people, only="A")
    # The first person's events stand in for a coder's.
    rows = []
    for sentence in gold.humans:
        sheet = next(iter(sentence.sheets.values()))
        events = [{"action": e.action, "source": e.source, "target": e.target, "cameo_root": e.root} for e in sheet]
        rows.append(json.dumps({"id": sentence.uid, "events": events}))
    path = tmp_path / "system.jsonl"
    path.write_text("\n".join(rows), "utf-8")
    command = [sys.executable, str(scorer), str(people), "A", str(path)]
    public = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    report = score_voice(gold, read_told(path, gold), resamples=0)
    for level in report.levels:
        figures = f"P {level.precision:.3f} R {level.recall:.3f} F1 {level.f1.value:.3f}"
        assert f"{level.level:10} {figures}  ratio to human {level.ratio.value:.2f}" in public
        assert f"human~human {level.level:10} F1 {level.human_f1.value:.3f}" in public


# --- two coders -------------------------------------------------------------------------------------------

MENTION = {
    "mention_id": "m", "story_id": "1", "text": MET, "sentence_start": 0, "event": "AGREE", "cameo": "036",
    "trigger": {"text": "met", "start": 7, "end": 10}, "actor": [{"start": 0, "end": 6, "code": "RUS"}],
    "recipient": [{"start": 11, "end": 17, "code": "TUR"}], "confidence": 0.7,
}  # fmt: skip


def write(tmp_path, *rows):
    path = tmp_path / "other.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return path


def figures(comparison):
    return {row.figure: (row.first.value, row.second.value, row.difference.value) for row in comparison.figures}


@pytest.mark.parametrize(
    "other",
    [
        MENTION,
        {**MENTION, "story_id": "elsewhere"},
        {**MENTION, "story_id": "elsewhere", "text": "met Turkey in Astana.", "sentence_start": 7},
        {"id": "1", "events": [{"action": [7, 10], "source": [[0, 6]], "target": [[11, 17]], "cameo_root": 3}]},
    ],
)
def test_other_coders_of_sentences(tmp_path, people, coder, other):
    comparison = compare(people, coder, write(tmp_path, other), resamples=40)
    assert (comparison.against, comparison.sentences, comparison.unjoined) == ("other.jsonl", 3, 0)
    # Ann has the meeting as 04 and Bob as 03: each coder agrees with one of them.
    assert figures(comparison)["root F1"] == (pytest.approx(1 / 3), pytest.approx(1 / 3), 0)
    assert figures(comparison)["action F1"][2] == 0
    assert "this coder against other.jsonl" in tell_report(comparison)


def test_offsets_of_a_sentence_within_a_story_are_moved(tmp_path, people, coder):
    far = {**MENTION, "story_id": "s", "sentence_start": 100, "trigger": {"start": 107, "end": 110}}
    far |= {"actor": [{"start": 100, "end": 106}], "recipient": [{"start": 111, "end": 117}]}
    gold = read_gold(people)
    (said,) = read_told(write(tmp_path, far), gold).by_uid["1"]
    assert (said.action, said.source, said.target) == ((7, 10), ((0, 6),), ((11, 17),))


def test_other_coders_of_pairs(tmp_path, coder):
    path = tmp_path / "gold.tsv"
    pairs = ["1\tA met B.\tA\tB\tCONSULT", "2\tA hit B.\tA\tB\tASSAULT", "3\tA aids B.\tA\tB\tAID"]
    path.write_text("\n".join(["uid\tsentence\tsource\ttarget\tgold_root", *pairs]), "utf-8")
    told = [
        {"uid": "1", "event": "CONSULT", "confidence": 1},
        {"uid": "2", "event": "ASSAULT"},
        {"uid": "9", "event": "AID"},
    ]
    comparison = compare(path, coder, write(tmp_path, *told), resamples=60)
    assert comparison.unjoined == 1
    assert figures(comparison)["recall"] == (pytest.approx(1 / 3), pytest.approx(2 / 3), pytest.approx(-1 / 3))
    recall = next(row for row in comparison.figures if row.figure == "recall")
    assert recall.difference.low <= -1 / 3 <= recall.difference.high <= 0
    assert compare(path, coder, write(tmp_path, *told), resamples=60) == comparison


def test_a_coder_against_itself_differs_nowhere(tmp_path, people, coder):
    gold = read_gold(people)
    own = {
        "id": "1",
        "events": [{"action": [7, 10], "source": [[0, 6], [11, 17]], "target": [[0, 6], [11, 17]], "cameo_root": 4}],
    }
    told = read_told(write(tmp_path, own), gold)
    same = compare_voices(gold, Live(coder), told, resamples=40)
    assert {(r.difference.value, r.difference.low, r.difference.high) for r in same.figures} == {(0, 0, 0)}


def test_a_sentence_coded_for_each_of_its_records_counts_once(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(
        "\n".join(json.dumps({"id": i, "text": MET, "event": e}) for i, e in (("a", "CONSULT"), ("b", "AID")))
    )
    gold = read_gold(path)
    told = read_told(write(tmp_path, {**MENTION, "story_id": "a"}, {**MENTION, "story_id": "b"}), gold)
    assert [len(said) for said in told.by_uid.values()] == [1]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (['{"uid": "1", "event": "AID"}'], "holds relations; this gold is compared on mentions or spans"),
        (['{"colour": "red"}'], "line 1: is no mention, no relation"),
        (["{"], "holds no JSON object"),
        ([{**MENTION, "story_id": "x", "text": "Nobody said so."}], "no row joins this gold"),
        ([{**MENTION, "event": "DANCE"}], "no row joins this gold"),
    ],
)
def test_what_is_wrong_with_an_answer_file(tmp_path, people, rows, reason):
    with pytest.raises(GoldError, match=reason):
        read_told(write(tmp_path, *rows), read_gold(people))


@pytest.mark.parametrize(
    "change",
    [
        {"confidence": "sure"}, {"confidence": 7}, {"trigger": "met"}, {"actor": "Russia"}, {"cameo": "high"},
        {"actor": [{"start": "a", "end": 3}]}, {"sentence_start": "x"}, {"event": ""}, {"trigger": {"start": 9, "end": 2}},
    ],
)  # fmt: skip
def test_a_bad_answer_is_left_out(tmp_path, people, change):
    told = read_told(write(tmp_path, MENTION, {**MENTION, **change}, "{"), read_gold(people))
    assert [len(told.skipped), len(told.by_uid["1"])] == [2, 1]
