"""Comparing a story with what a page is known to hold, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from whowhom.records import Story


@dataclass(slots=True)
class Expected:
    """What a page holds; ``loose`` lists paragraphs (subheads) that may be in the body or not."""

    headline: str
    dek: str | None = None
    authors: Sequence[str] = ()
    published: str | None = None
    site: str | None = None
    body: Sequence[str] = ()
    loose: Sequence[str] = ()
    profile: dict[str, Any] | None = None
    comments: Sequence[Sequence[Any]] = field(default_factory=list)
    """Each comment as author, published, text, parent."""


def wrong_fields(story: Story, expected: Expected) -> dict[str, tuple[Any, Any]]:
    """The fields that are not as expected, each with what was found and what was expected."""
    pairs = {**_frame(story, expected), **_thread(story, expected)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


FIELDS = 12
"""How many fields ``wrong_fields`` looks at."""


def _frame(story: Story, expected: Expected) -> dict[str, tuple[Any, Any]]:
    body = [text for text in story.body if text not in expected.loose]
    return {
        "headline": (story.headline, expected.headline),
        "dek": (story.dek, expected.dek),
        "authors": ([author.name for author in story.authors], list(expected.authors)),
        "published": (story.published, expected.published),
        "site": (story.site, expected.site),
        "body": (body, list(expected.body)),
        "profile": (_profile(story), expected.profile),
    }


def _profile(story: Story) -> dict[str, Any] | None:
    if (profile := story.author_profile) is None:
        return None
    posts = [[post.title, post.url, post.published] for post in profile.recent_posts]
    return {"name": profile.name, "bio": profile.bio, "recent_posts": posts}


def _thread(story: Story, expected: Expected) -> dict[str, tuple[Any, Any]]:
    found = [(c.author, c.published, c.text, c.parent) for c in story.comments]
    known = [tuple(comment) for comment in expected.comments]
    names = ("comment authors", "comment dates", "comment texts", "comment parents")
    columns = {name: ([f[i] for f in found], [k[i] for k in known]) for i, name in enumerate(names)}
    return {"comments": (len(found), len(known)), **columns}
