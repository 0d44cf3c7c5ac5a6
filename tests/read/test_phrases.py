"""What lines of a comment say: names, answers, furniture."""

from __future__ import annotations

import re

import pytest

from whowhom.read.phrases import IN_REPLY_TO, author_from_lines, clean_name, is_furniture, may_answer, said_by


@pytest.mark.parametrize(
    "line",
    ["In reply to Ann", "in response to Ann", "Replying to Ann", "Antwort an Ann", "En réponse à Ann", "Em resposta a Ann",
     "Als antwoord op Ann", "Svar til Ann", "W odpowiedzi na Ann", "Ответ для Ann"],
)  # fmt: skip
def test_lines_that_say_whom_a_comment_answers(line: str) -> None:
    assert re.fullmatch(rf"{IN_REPLY_TO} Ann", line, re.I)
    assert may_answer(line)
    assert may_answer(line.upper())
    assert not may_answer("Ann Lee, 3 May 2014")


@pytest.mark.parametrize("line", ["Reply", "Reply | Report abuse", "Svar på Ann", "3 likes", "Antwort auf: Ann"])
def test_lines_for_replying_and_voting_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ["Replies are slow here.", "In response to the report I wrote to them.", "I like it."])
def test_sentences_are_not(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ann Lee wrote:", "Ann Lee"),
        ("Posted by Ann Lee on 3 May 2014", "Ann Lee"),
        ("Ann Lee on 3 May 2014 at 10:12", "Ann Lee"),
        ("cacá disse...", "cacá"),
        ("Jan Bos schreef:", "Jan Bos"),
        ("They met on Monday.", None),
    ],
)
def test_author_from_lines(line: str, name: str | None) -> None:
    assert author_from_lines([line]) == name


@pytest.mark.parametrize(
    ("text", "name"), [("Ann Lee says:", "Ann Lee"), ("by Ann Lee (Oslo)", "Ann Lee (Oslo)"), ("Reply", None)]
)
def test_clean_name(text: str, name: str | None) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ann Lee said...", "Ann Lee"),
        ("ann from Bel Amar said in reply to Bo Roe...", "ann from Bel Amar"),
        ("bo wrote:", "bo"),
        ("The minister said taxes would fall.", None),
        ("He said it. Then she said...", None),
    ],
)
def test_a_line_that_only_says_who_speaks(line: str, name: str | None) -> None:
    assert said_by(line) == name
