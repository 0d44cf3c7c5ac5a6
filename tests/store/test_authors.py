"""One author's page."""

import pytest

from whowhom.records import Author, AuthorProfile, RecentPost
from whowhom.store import open_store


@pytest.fixture
def store(tmp_path, make_story):
    stories = [
        make_story(
            f"s{n}",
            published=f"2017-01-{n:02d}",
            headline=f"Story {n}",
            author_profile=AuthorProfile("Ann Writer", f"Bio {n}", (RecentPost(f"Post {n}"), RecentPost("Older"))),
        )
        for n in range(1, 8)
    ]
    stories.append(make_story("other", authors=(Author("Annabel Other"),)))
    with open_store(tmp_path / "news.duckdb") as opened:
        opened.add([(story, []) for story in stories], "coder 1")
        yield opened


def test_the_last_five_stories_and_the_newest_box(store):
    page = store.author("Ann Writer")
    assert [story.headline for story in page.stories] == [f"Story {n}" for n in (7, 6, 5, 4, 3)]
    assert page.bio == "Bio 7"
    assert [post.title for post in page.recent_posts] == ["Post 7", "Older"]


def test_part_of_a_name_in_any_case(store):
    assert store.author("ANNABEL").name == "Annabel Other"
    assert store.author("annabel other").bio is None
    assert store.author("ann").name == "Ann Writer"


def test_nobody(store):
    assert store.author("Nobody") is None
