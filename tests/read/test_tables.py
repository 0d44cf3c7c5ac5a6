"""One row to a story."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from whowhom.errors import InputError
from whowhom.read import read_record
from whowhom.records import Author


def test_flat_comments_and_other_tools_numbers() -> None:
    row = {
        "body": "One.",
        "comments": [
            {"id": 71, "author": "Ann", "text": "First."},
            {"id": 72, "parent": 71, "text": "Second."},
            "Third.",
        ],
    }
    comments = read_record(row, file="rows.jsonl").comments
    assert [(c.id, c.parent, c.author, c.text) for c in comments] == [
        (0, None, "Ann", "First."),
        (1, 0, None, "Second."),
        (2, None, None, "Third."),
    ]


@pytest.mark.parametrize(
    "authors",
    [
        "Jane Doe; Omar Haddad",
        ["Jane Doe", "Omar Haddad"],
        [{"name": "Jane Doe"}, {"name": "Omar Haddad"}],
        '["Jane Doe", "Omar Haddad"]',
    ],
)
def test_authors_in_any_shape(authors: object) -> None:
    assert read_record({"body": "One.", "authors": authors}, file=None).authors == (
        Author("Jane Doe"),
        Author("Omar Haddad"),
    )


@pytest.mark.parametrize(
    "row", [{}, {"body": None}, {"body": ""}, {"body": []}, {"body": 7}, {"body": [1, 2]}, {"body": {"a": 1}}]
)
def test_a_row_without_text_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(InputError):
        read_record(row, file="rows.jsonl")


def test_given_id_file_and_url_are_kept() -> None:
    story = read_record(
        {"body": "One.", "story_id": "abc", "file": "old.html", "url": "https://post.example/1"}, file="rows.jsonl"
    )
    assert (story.story_id, story.file, story.url) == ("abc", "old.html", "https://post.example/1")


def test_columns_name_other_fields() -> None:
    story = read_record({"content": "One.", "body": "not this"}, file=None, columns={"text": "content"})
    assert story.body == ("One.",)


@pytest.mark.parametrize("name", ["body", "text", "Body", " TEXT "])
def test_usual_names_of_the_text_need_no_map(name: str) -> None:
    assert read_record({name: "One."}, file=None).body == ("One.",)


def test_parquet_is_loaded_only_for_parquet() -> None:
    code = "import sys, whowhom.read; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2017-01-23T08:00:00Z", "2017-01-23T08:00:00+00:00"),
        ("20170123", "2017-01-23"),
        ("1485158400", "2017-01-23T08:00:00+00:00"),
        ("23 January 2017", "2017-01-23"),
        ("1898-02-15", "1898-02-15"),
        ("9999-12-31", None),
        ("0001-01-01", None),
        ("03/04/2017", None),
        ("soon", None),
    ],
)
def test_a_date_column_is_understood_or_left_empty(told: str, kept: str | None) -> None:
    assert read_record({"body": "Talks were held.", "published": told}, file=None).published == kept


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (None, "no body among id, words (name its column: --map text=COLUMN)"),
        ({"text": "nope"}, "no body: there is no column 'nope' among id, words"),
        ({"text": "words"}, "no body: column 'words' is empty"),
    ],
)
def test_a_row_without_a_body_says_which_columns_it_has(columns: dict[str, str] | None, said: str) -> None:
    with pytest.raises(InputError, match=re.escape(said)):
        read_record({"id": "1", "words": None}, file=None, columns=columns)
