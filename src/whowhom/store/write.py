"""Writing stories and mentions: one batch, one transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any

import duckdb
import pyarrow as pa

from whowhom.link.happening import find_happening, iso_day
from whowhom.link.stories import hash_body
from whowhom.records import EventMention, Skipped, Story, as_dict
from whowhom.store.door import insert_table
from whowhom.store.relink import Place, link_places
from whowhom.store.rows import arrow_schema, arrow_table, escape

Pair = tuple[Story, Sequence[EventMention]]
Connection = duckdb.DuckDBPyConnection

STORY_TABLES = ("stories", "authors", "author_profiles", "recent_posts", "comments", "mentions")

_mention = arrow_schema(EventMention)
MENTION_COLUMNS = pa.schema(
    [field for field in _mention if field.name != "event_id"]
    + [("position", pa.int32()), ("event_key", pa.string()), ("event_day", pa.string()), ("event_window", pa.int32())]
)
_story = arrow_schema(Story)
STORY_COLUMNS = pa.schema(
    [field for field in _story if field.name not in ("authors", "author_profile", "comments")]
    + [("day", pa.string()), ("page_hash", pa.string()), ("body_hash", pa.string())]
    + [("coder", pa.string()), ("run", pa.int64())]
)
AUTHOR_COLUMNS = pa.schema([("story_id", pa.string()), ("position", pa.int32()), ("name", pa.string())])
PROFILE_COLUMNS = pa.schema([("story_id", pa.string()), ("name", pa.string()), ("bio", pa.string())])
POST_COLUMNS = pa.schema(
    [("story_id", pa.string()), ("position", pa.int32())]
    + [(name, pa.string()) for name in ("title", "url", "published")]
)
COMMENT_COLUMNS = pa.schema(
    [("story_id", pa.string()), ("id", pa.int64()), ("parent", pa.int64())]
    + [(name, pa.string()) for name in ("author", "published", "text")]
)
SKIPPED_COLUMNS = pa.schema([*arrow_schema(Skipped), ("run", pa.int64())])


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run did to the store."""

    stories_new: int = 0
    stories_changed: int = 0
    stories_known: int = 0
    mentions: int = 0
    skipped: int = 0

    def values(self) -> tuple[int, ...]:
        """The counts in the order of the fields."""
        return astuple(self)

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(mine + its for mine, its in zip(self.values(), other.values(), strict=True)))


def hash_page(story: Story) -> str:
    """A fingerprint of all that was read; the path is left out, so that a page may move."""
    return hashlib.sha256(json.dumps(as_dict(replace(story, file=None))).encode()).hexdigest()


def kept_as(connection: Connection, story_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The page hash and the coder of those of these stories that are in the store."""
    rows = connection.execute(
        "SELECT story_id, page_hash, coder FROM kept.stories WHERE story_id IN (SELECT unnest(?))", [list(story_ids)]
    ).fetchall()
    return {story_id: (page_hash, coder) for story_id, page_hash, coder in rows}


def write_batch(connection: Connection, batch: Sequence[Pair], coder: str, run: int) -> Counts:
    """Bring the store up to date with these stories; the caller holds the transaction."""
    latest = {story.story_id: (story, mentions) for story, mentions in batch}
    known = kept_as(connection, latest)
    changed = [pair for pair in latest.values() if known.get(pair[0].story_id) != (hash_page(pair[0]), coder)]
    if not changed:
        return Counts(stories_known=len(batch))
    old = [story.story_id for story, _ in changed if story.story_id in known]
    touched = _remove_stories(connection, old)
    touched |= _insert_stories(connection, changed, coder, run)
    link_places(connection, touched)
    return Counts(
        stories_new=len(changed) - len(old),
        stories_changed=len(old),
        stories_known=len(batch) - len(changed),
        mentions=sum(len(mentions) for _, mentions in changed),
    )


def write_skipped(connection: Connection, read: Sequence[Pair], skipped: Sequence[Skipped], run: int) -> Counts:
    """Note what was skipped and why; what has been read after all is struck off."""
    again = [escape(item.input) for item in skipped]
    connection.execute("DELETE FROM kept.skipped WHERE input IN (SELECT unnest(?))", [again])
    # A part of a file is named "FILE, line 3"; what this run has noted itself stays.
    connection.execute(
        "DELETE FROM kept.skipped WHERE run < $run AND EXISTS ("
        "SELECT 1 FROM (SELECT unnest($files) AS file) AS mended"
        " WHERE input = mended.file OR starts_with(input, concat(mended.file, ', ')))",
        {"run": run, "files": sorted({escape(story.file) for story, _ in read if story.file})},
    )
    rows = [as_dict(item) | {"run": run} for item in skipped]
    insert_table(connection, "kept.skipped", arrow_table(rows, SKIPPED_COLUMNS))
    return Counts(skipped=len(rows))


def _remove_stories(connection: Connection, story_ids: list[str]) -> set[Place]:
    """Take these stories out; where their mentions stood, which has to be linked again."""
    if not story_ids:
        return set()
    places = connection.execute(
        "SELECT DISTINCT event_key, event_day FROM kept.mentions WHERE story_id IN (SELECT unnest(?))", [story_ids]
    ).fetchall()
    for table in STORY_TABLES:
        connection.execute(f"DELETE FROM kept.{table} WHERE story_id IN (SELECT unnest(?))", [story_ids])
    return set(places)


def _insert_stories(connection: Connection, pairs: Sequence[Pair], coder: str, run: int) -> set[Place]:
    stories = [story for story, _ in pairs]
    rows = [_story_row(story, coder, run) for story in stories]
    insert_table(connection, "kept.stories", arrow_table(rows, STORY_COLUMNS))
    insert_table(connection, "kept.authors", arrow_table(_author_rows(stories), AUTHOR_COLUMNS))
    insert_table(connection, "kept.author_profiles", arrow_table(_profile_rows(stories), PROFILE_COLUMNS))
    insert_table(connection, "kept.recent_posts", arrow_table(_post_rows(stories), POST_COLUMNS))
    comments = [{"story_id": story.story_id} | as_dict(comment) for story in stories for comment in story.comments]
    insert_table(connection, "kept.comments", arrow_table(comments, COMMENT_COLUMNS))
    mentions = [_mention_row(story, mention, i) for story, found in pairs for i, mention in enumerate(found)]
    insert_table(connection, "kept.mentions", arrow_table(mentions, MENTION_COLUMNS))
    return {(row["event_key"], row["event_day"]) for row in mentions}


def _story_row(story: Story, coder: str, run: int) -> dict[str, Any]:
    row: dict[str, Any] = as_dict(replace(story, comments=(), authors=()))
    return row | {
        "day": iso_day(story.published),
        "page_hash": hash_page(story),
        "body_hash": hash_body(story),
        "coder": coder,
        "run": run,
    }


def _author_rows(stories: Iterable[Story]) -> list[dict[str, Any]]:
    return [
        {"story_id": story.story_id, "position": i, "name": author.name}
        for story in stories
        for i, author in enumerate(story.authors)
    ]


def _profile_rows(stories: Iterable[Story]) -> list[dict[str, Any]]:
    return [
        {"story_id": story.story_id, "name": story.author_profile.name, "bio": story.author_profile.bio}
        for story in stories
        if story.author_profile
    ]


def _post_rows(stories: Iterable[Story]) -> list[dict[str, Any]]:
    return [
        {"story_id": story.story_id, "position": i} | as_dict(post)
        for story in stories
        if story.author_profile
        for i, post in enumerate(story.author_profile.recent_posts)
    ]


def _mention_row(story: Story, mention: EventMention, position: int) -> dict[str, Any]:
    happening = find_happening(mention, story)
    row: dict[str, Any] = as_dict(mention)
    return row | {
        "position": position,
        "event_key": happening.key,
        "event_day": happening.day,
        "event_window": happening.window,
    }
