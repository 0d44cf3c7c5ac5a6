"""Writing stories and mentions: one batch, one transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any

import duckdb
import pyarrow as pa

from whowhom.link import Clue, Item, iso_day, read_clue, shelve, stretch_told
from whowhom.records import EventMention, Skipped, Story, as_dict
from whowhom.store.batches import in_batches
from whowhom.store.copied import keep_copies
from whowhom.store.door import insert_table
from whowhom.store.near import find_near, near, remove_near
from whowhom.store.relink import link_clues
from whowhom.store.result import fetch_table
from whowhom.store.rows import arrow_schema, arrow_table, escape, record_of

STORIES_LINKED_TOGETHER = 1024

Pair = tuple[Story, Sequence[EventMention]]
Connection = duckdb.DuckDBPyConnection

STORY_TABLES = ("stories", "authors", "author_profiles", "recent_posts", "comments")

_mention = arrow_schema(EventMention)
MENTION_COLUMNS = pa.schema(
    [field for field in _mention if field.name != "event_id"]
    + [("position", pa.int32()), ("event_key", pa.string()), ("event_day", pa.string())]
    + [("stretch", pa.int64()), ("told", pa.int64())]
)
_story = arrow_schema(Story)
STORY_COLUMNS = pa.schema(
    [field for field in _story if field.name not in ("authors", "author_profile", "comments")]
    + [("day", pa.string()), ("page_hash", pa.string())]
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
KEY_COLUMNS = pa.schema(
    [(name, pa.string()) for name in ("mention_id", "new_key", "new_day")]
    + [(name, pa.int64()) for name in ("new_stretch", "new_told")]
)
FIND_STORIES = "SELECT story_id, page_hash, coder, published FROM kept.stories WHERE story_id"
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


@dataclass(frozen=True, slots=True)
class Page:
    """A story as it is kept: fingerprint, what coded it, and the stretch of days in which it was told."""

    page_hash: str
    coder: str
    told: int


def kept_as(connection: Connection, story_ids: Iterable[str]) -> dict[str, Page]:
    """Those of these stories that are in the store, by id."""
    wanted = list(story_ids)
    # Ids are fingerprints, so nothing says where one lies but an index; it is used for values that are written out.
    sql = f"{FIND_STORIES} IN ({', '.join('?' * len(wanted))})"
    rows = connection.execute(sql, wanted).fetchall() if wanted else []
    return {story_id: Page(page_hash, coder, stretch_told(published)) for story_id, page_hash, coder, published in rows}


def is_kept(story: Story, coder: str, known: Mapping[str, Page]) -> bool:
    """Whether a story is kept just so, coded by this coder."""
    page = known.get(story.story_id)
    return page is not None and (page.page_hash, page.coder) == (hash_page(story), coder)


def write_batch(connection: Connection, batch: Sequence[Pair], coder: str, run: int) -> Counts:
    """Bring the store up to date with these stories; the caller holds the transaction."""
    latest = {story.story_id: (story, mentions) for story, mentions in batch}
    known = kept_as(connection, latest)
    changed = [pair for pair in latest.values() if not is_kept(pair[0], coder, known)]
    if not changed:
        return Counts(stories_known=len(batch))
    old = {story.story_id: known[story.story_id].told for story, _ in changed if story.story_id in known}
    left = _remove_stories(connection, old)
    clues = _insert_stories(connection, changed, coder, run)
    retold = keep_copies(connection, (story for story, _ in changed), old)
    link_clues(connection, clues, left, retold)
    return Counts(
        stories_new=len(changed) - len(old),
        stories_changed=len(old),
        stories_known=len(batch) - len(changed),
        mentions=sum(len(mentions) for _, mentions in changed),
    )


def link_again(connection: Connection) -> None:
    """Link all that is kept anew: for a store whose mentions were linked in another way."""
    sql = 'SELECT story_id, published, site, body FROM kept.stories ORDER BY "day", story_id'
    for batch in in_batches(connection.execute(sql).fetchall(), STORIES_LINKED_TOGETHER):
        found = {row[0]: Story(row[0], published=row[1], site=row[2], body=tuple(row[3])) for row in batch}
        rows = fetch_table(
            connection,
            "SELECT * FROM kept.mentions WHERE story_id IN (SELECT unnest($ids)) ORDER BY mention_id",
            {"ids": list(found)},
        ).to_pylist()
        mentions = [record_of(EventMention, row) for row in rows]
        placed = [(mention, shelve(read_clue(mention, found[mention.story_id]))) for mention in mentions]
        keys = [
            {
                "mention_id": mention.mention_id,
                "new_key": clue.key,
                "new_day": clue.value.day,
                "new_stretch": clue.stretch,
                "new_told": stretch_told(found[mention.story_id].published),
            }
            for mention, clue in placed
        ]
        connection.register("incoming", arrow_table(keys, KEY_COLUMNS))
        connection.execute(
            "UPDATE kept.mentions SET event_key = new_key, event_day = new_day, stretch = new_stretch, told = new_told"
            " FROM incoming WHERE kept.mentions.mention_id = incoming.mention_id"
        )
        connection.unregister("incoming")
        retold = keep_copies(connection, found.values(), {})
        link_clues(connection, {clue.key: clue for _, clue in placed}, {}, retold)


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


def _remove_stories(connection: Connection, told: Mapping[str, int]) -> dict[str, int]:
    """Take these stories out, given with the stretches they were told in; the keys and stretches of their clues."""
    if not told:
        return {}
    sql = (
        "SELECT DISTINCT event_key, stretch FROM kept.mentions"
        f" WHERE {near('told')} AND story_id IN (SELECT unnest($keys))"
    )
    clues = {row["event_key"]: row["stretch"] for row in find_near(connection, sql, told)}
    remove_near(connection, "kept.mentions", "story_id", told, "told")
    for table in STORY_TABLES:
        connection.execute(f"DELETE FROM kept.{table} WHERE story_id IN (SELECT unnest(?))", [list(told)])
    return clues


def _insert_stories(connection: Connection, pairs: Sequence[Pair], coder: str, run: int) -> dict[str, Item[Clue]]:
    """Put these stories in; the clues of their mentions, by key."""
    stories = [story for story, _ in pairs]
    rows = [_story_row(story, coder, run) for story in stories]
    insert_table(connection, "kept.stories", arrow_table(rows, STORY_COLUMNS))
    insert_table(connection, "kept.authors", arrow_table(_author_rows(stories), AUTHOR_COLUMNS))
    insert_table(connection, "kept.author_profiles", arrow_table(_profile_rows(stories), PROFILE_COLUMNS))
    insert_table(connection, "kept.recent_posts", arrow_table(_post_rows(stories), POST_COLUMNS))
    comments = [{"story_id": story.story_id} | as_dict(comment) for story in stories for comment in story.comments]
    insert_table(connection, "kept.comments", arrow_table(comments, COMMENT_COLUMNS))
    placed = [
        (mention, i, story, shelve(read_clue(mention, story)))
        for story, found in pairs
        for i, mention in enumerate(found)
    ]
    mentions = [_mention_row(mention, i, story, clue) for mention, i, story, clue in placed]
    insert_table(connection, "kept.mentions", arrow_table(mentions, MENTION_COLUMNS))
    return {clue.key: clue for _, _, _, clue in placed}


def _story_row(story: Story, coder: str, run: int) -> dict[str, Any]:
    row: dict[str, Any] = as_dict(replace(story, comments=(), authors=()))
    return row | {
        "day": iso_day(story.published),
        "page_hash": hash_page(story),
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


def _mention_row(mention: EventMention, position: int, story: Story, clue: Item[Clue]) -> dict[str, Any]:
    row: dict[str, Any] = as_dict(mention)
    return row | {
        "position": position,
        "event_key": clue.key,
        "event_day": clue.value.day,
        "stretch": clue.stretch,
        "told": stretch_told(story.published),
    }
