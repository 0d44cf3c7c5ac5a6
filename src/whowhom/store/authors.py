"""One author: the profile as pages print it, and what of theirs is in the store."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from whowhom.records import RecentPost

LAST_STORIES = 5


@dataclass(frozen=True, slots=True)
class KeptStory:
    story_id: str
    headline: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class AuthorRow:
    """An author in the list of authors; first and last are the days of their stories."""

    name: str
    stories: int
    sites: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class AuthorPage:
    """An author's profile beside what the store and the page itself list."""

    name: str
    bio: str | None
    stories: tuple[KeptStory, ...]
    recent_posts: tuple[RecentPost, ...]


def find_author(connection: duckdb.DuckDBPyConnection, name: str) -> AuthorPage | None:
    """The author of this name, or the most active of those whose name holds it; None when there is none."""
    found = connection.execute(
        "SELECT name FROM (SELECT name, story_id FROM kept.authors"
        "  UNION SELECT name, story_id FROM kept.author_profiles WHERE name IS NOT NULL)"
        " WHERE contains(lower(name), lower($name))"
        " GROUP BY name ORDER BY lower(name) = lower($name) DESC, count(*) DESC, name LIMIT 1",
        {"name": name},
    ).fetchone()
    if found is None:
        return None
    full_name = found[0]
    bio, posts = _profile(connection, full_name)
    return AuthorPage(full_name, bio, _last_stories(connection, full_name), posts)


def _profile(connection: duckdb.DuckDBPyConnection, name: str) -> tuple[str | None, tuple[RecentPost, ...]]:
    """The bio and posts of the newest page that prints a box for this author."""
    row = connection.execute(
        "SELECT p.story_id, p.bio FROM kept.author_profiles AS p JOIN kept.stories AS s USING (story_id)"
        ' WHERE p.name = $name ORDER BY s."day" DESC NULLS LAST, s.published DESC NULLS LAST, story_id LIMIT 1',
        {"name": name},
    ).fetchone()
    if row is None:
        return None, ()
    posts = connection.execute(
        "SELECT title, url, published FROM kept.recent_posts WHERE story_id = $story_id ORDER BY position",
        {"story_id": row[0]},
    ).fetchall()
    return row[1], tuple(RecentPost(*post) for post in posts)


def _last_stories(connection: duckdb.DuckDBPyConnection, name: str) -> tuple[KeptStory, ...]:
    rows = connection.execute(
        'SELECT DISTINCT s.story_id, s.headline, s.url, s.published, s."day" FROM kept.stories AS s'
        " WHERE story_id IN (SELECT story_id FROM kept.authors WHERE name = $name"
        "   UNION SELECT story_id FROM kept.author_profiles WHERE name = $name)"
        ' ORDER BY s."day" DESC NULLS LAST, s.published DESC NULLS LAST, s.story_id LIMIT $limit',
        {"name": name, "limit": LAST_STORIES},
    ).fetchall()
    return tuple(KeptStory(*row[:4]) for row in rows)
