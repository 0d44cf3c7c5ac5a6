"""The command that scores the coder on gold."""

import json

import pytest

HEADER = "uid\tsentence\tsource\ttarget\tgold_root\n"
PAIRS = HEADER + "1\tX met Y.\tX\tY\tCONSULT\n2\tX hit Y.\tX\tY\tASSAULT\n"
RECORD = json.dumps({"id": "a", "text": "Russia met Turkey in Astana.", "event": "CONSULT"})
XML = '<Sentences><Sentence id="a" date="20170124"><EventCoding sourcecode="RUS" targetcode="TUR" eventcode="040"/><Text>Russia met Turkey in Astana.</Text></Sentence></Sentences>'
PEOPLE = json.dumps(
    {
        "id": "a",
        "set": "A",
        "sentence": "Russia met Turkey in Astana.",
        "coders": {name: {"events": [{"action": [7, 10, "met"], "source": [], "target": [], "cameo": "1-4 Consult"}]} for name in "xy"},
    }
)  # fmt: skip


@pytest.fixture
def gold(tmp_path):
    def write(text, name="gold"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.mark.parametrize("text", [PAIRS, RECORD, XML])
def test_single_judgements(run, coder, gold, text):
    done = run("evaluate", gold(text))
    assert (done.status, done.err) == (0, "")
    (report,) = done.rows
    assert next(row for row in report["types"] if row["event"] == "CONSULT")["recall"] == 1


def test_people(run, coder, gold):
    done = run("evaluate", gold(PEOPLE), "--set", "A")
    assert done.status == 0
    assert {level["ratio"]["value"] for level in done.rows[0]["levels"]} == {1}


@pytest.mark.parametrize("text", [PAIRS, RECORD, XML, PEOPLE])
@pytest.mark.parametrize("form", ["table", "csv", "parquet"])
def test_other_formats(run, coder, gold, tmp_path, text, form):
    out = tmp_path / f"report.{form}"
    assert run("evaluate", gold(text), "--format", form, "--out", out).status == 0
    assert out.stat().st_size


def test_a_bad_row_is_reported_and_the_rest_scored(run, coder, gold):
    path = gold(PAIRS + "3\tX saw Y.\tX\tY\tSEE\n")
    done = run("evaluate", path)
    assert done.status == 1
    assert done.rows[0]["judgements"] == 2
    assert done.err.splitlines() == [f"whowhom: {path}, line 4: 'SEE' is no PLOVER type"]


@pytest.mark.parametrize("text", ["nothing of the kind", "", "<a>", HEADER, '{"a": 1}'])
def test_gold_that_cannot_be_scored_is_status_2(run, coder, gold, text):
    done = run("evaluate", gold(text))
    assert (done.status, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1


def test_gold_that_is_not_there(run, coder, tmp_path):
    done = run("evaluate", tmp_path / "none")
    assert (done.status, done.out) == (2, "")
    assert "there is no such file" in done.err


def test_two_coders(run, coder, gold):
    other = gold('{"uid": "1", "event": "AID"}\n{"uid": "2", "event": "ASSAULT"}\nnonsense\n', "other.jsonl")
    done = run("evaluate", gold(PAIRS), "--against", other)
    assert done.status == 1
    assert "other.jsonl, line 3: is not JSON" in done.err
    recall = next(row for row in done.rows[0]["figures"] if row["figure"] == "recall")
    assert (recall["first"]["value"], recall["second"]["value"], recall["difference"]["value"]) == (0.5, 0.5, 0)
    assert run("evaluate", gold(PAIRS), "--against", other, "--format", "table").out.startswith("gold: this coder")


def test_an_answer_file_of_the_wrong_form_is_status_2(run, coder, gold):
    done = run("evaluate", gold(PAIRS), "--against", gold('{"story_id": "1", "event": "AID"}', "other.jsonl"))
    assert done.status == 2
    assert "holds mentions; this gold is compared on relations" in done.err
