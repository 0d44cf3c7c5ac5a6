"""Which stories are copies of one text, kept up to date as stories come and go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import duckdb
import pyarrow as pa

from whowhom.link import Item, Sketch, is_copy, shelve_sketch, sketch_story
from whowhom.records import Story, as_dict
from whowhom.store.door import insert_table
from whowhom.store.grouped import Kept, Move, file_items, forget_items, regroup
from whowhom.store.rows import arrow_table

COPY_COLUMNS = pa.schema(
    [(name, pa.string()) for name in ("story_id", "source", "published", "site")]
    + [("stretch", pa.int64()), ("values", pa.list_(pa.uint32()))]
)


def _sketch(row: Mapping[str, Any]) -> Item[Sketch]:
    return shelve_sketch(Sketch(row["story_id"], row["published"], tuple(row["values"])))


COPIES = Kept("kept.copies", "kept.copy_shelves", "kept.copies", "story_id", "source", 0, _sketch, is_copy)


def keep_copies(
    connection: duckdb.DuckDBPyConnection, stories: Iterable[Story], removed: Mapping[str, int]
) -> Mapping[str, int]:
    """Note what each of these stories was copied from; which others have another source now, with their stretches.

    ``removed`` are the ids of stories that go, or went to come back changed, with the stretches they were told in.
    """
    come = {story.story_id: story for story in stories}
    added = {story_id: shelve_sketch(sketch_story(story)) for story_id, story in come.items()}
    # A page that has changed is another text under the same id: it goes before it comes.
    retold = _turn(connection, regroup(connection, COPIES, [], removed)) if removed else {}
    forget_items(connection, COPIES, removed)
    changed = regroup(connection, COPIES, added.values(), {})
    retold |= _turn(connection, {key: move for key, move in changed.items() if key not in added})
    rows = [
        {"source": changed[key].leader.key, "stretch": item.stretch, "site": come[key].site} | as_dict(item.value)
        for key, item in added.items()
    ]
    insert_table(connection, "kept.copies", arrow_table(rows, COPY_COLUMNS))
    file_items(connection, COPIES, added.values())
    return retold


def _turn(connection: duckdb.DuckDBPyConnection, changed: Mapping[str, Move[Sketch]]) -> dict[str, int]:
    """Write down the new sources of stories that are kept; their ids with the stretches they were told in."""
    for story_id, move in sorted(changed.items()):
        connection.execute(
            "UPDATE kept.copies SET source = ? WHERE stretch = ? AND story_id = ?",
            [move.leader.key, move.item.stretch, story_id],
        )
    return {story_id: move.item.stretch for story_id, move in changed.items()}
