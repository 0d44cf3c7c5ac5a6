"""Pages saved as text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whowhom.errors import InputError
from whowhom.read import read_text
from whowhom.records import Story

DUMP = """Harbour Talks Open Without the North

Harbour Talks Open Without the North | Ambassador will watch from the gallery, however

The northern government will not send a delegation to the harbour talks, its foreign ministry said on Sunday.

The hosts had invited it only last week.

Last 5 posts by Jane Doe

  • Walkout over seating - April 3rd, 2016
  • The long road to the harbour - March 1st, 2016

Author: Jane Doe

Jane Doe is the news editor of

  • Ann

    First point.

    Second point.

    • Ben

      I disagree.

      • Dora

        So do I.

  • Cem

    Interesting! Very.
"""


def test_dump_with_box_and_thread() -> None:
    story = read_text(DUMP, file="dump.txt")
    assert story.headline == "Harbour Talks Open Without the North"
    assert story.dek == "Ambassador will watch from the gallery, however"
    assert len(story.body) == 2
    assert [a.name for a in story.authors] == ["Jane Doe"]
    assert story.published is None
    assert story.author_profile is not None
    assert story.author_profile.bio == "Jane Doe is the news editor of"
    assert [(p.title, p.published) for p in story.author_profile.recent_posts] == [
        ("Walkout over seating", "2016-04-03"),
        ("The long road to the harbour", "2016-03-01"),
    ]


def test_thread_is_nested_by_indentation() -> None:
    comments = read_text(DUMP).comments
    assert [(c.author, c.parent) for c in comments] == [("Ann", None), ("Ben", 0), ("Dora", 1), ("Cem", None)]
    assert comments[0].text == "First point.\n\nSecond point."


def test_plain_text_with_headline_byline_and_date() -> None:
    story = read_text(
        "Talks resume\n\nBy Jane Doe and Omar Haddad\nJanuary 3, 2017\n\nThe talks resumed on Tuesday.\n\nThey end on Friday.\n"
    )
    assert (story.headline, [a.name for a in story.authors], story.published) == (
        "Talks resume",
        ["Jane Doe", "Omar Haddad"],
        "2017-01-03",
    )
    assert story.body == ("The talks resumed on Tuesday.", "They end on Friday.")


def test_list_in_the_article_is_no_thread() -> None:
    story = read_text(
        "Agenda set\n\nThe agenda has three points:\n\n  • borders\n  • families\n  • trade\n\nTalks go on.\n"
    )
    assert story.comments == ()
    assert story.body[1:4] == ("borders", "families", "trade")


def test_first_sentence_is_no_headline() -> None:
    story = read_text("The talks resumed on Tuesday.\n\nThey end on Friday.\n")
    assert story.headline is None
    assert len(story.body) == 2


def test_wrapped_lines_are_one_paragraph() -> None:
    line = "The delegations met in the old harbour hall on Monday and agreed on"
    text = (
        "Talks open\n\n" + "\n".join([line] * 5 + ["an agenda."]) + "\n\n" + "\n".join([line] * 5 + ["a plan."]) + "\n"
    )
    assert len(read_text(text).body) == 2


@settings(deadline=None)
@given(st.text(max_size=600))
def test_any_text_gives_a_story_or_an_input_error(text: str) -> None:
    try:
        story = read_text(text, file="x.txt")
    except InputError:
        return
    assert isinstance(story, Story)
    assert all(paragraph.strip() for paragraph in story.body)
    assert all(c.parent is None or c.parent < c.id for c in story.comments)


def test_empty_text() -> None:
    with pytest.raises(InputError):
        read_text(" \n\n ")
