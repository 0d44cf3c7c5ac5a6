"""Which stories are copies of one text, kept up to date as stories come and go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import duckdb
import pyarrow as pa

from whowhom.link import Item, Sketch, is_copy, shelve_sketch, sketch_story
from whowhom.records import Story, as_dict
from whowhom.store.door import insert_table
from whowhom.store.grouped import Kept, file_items, regroup, remove_rows, stretch_of
from whowhom.store.rows import arrow_table

COPY_COLUMNS = pa.schema(
    [(name, pa.string()) for name in ("story_id", "source", "published")]
    + [("stretch", pa.int64()), ("values", pa.list_(pa.uint32()))]
)


def _sketch(row: Mapping[str, Any]) -> Item[Sketch]:
    return shelve_sketch(Sketch(row["story_id"], row["published"], tuple(row["values"])))


COPIES = Kept("kept.copies", "kept.copy_shelves", "kept.copies", "story_id", "source", 0, _sketch, is_copy)


def keep_copies(connection: duckdb.DuckDBPyConnection, stories: Iterable[Story], removed: list[str]) -> set[str]:
    """Note what each of these stories was copied from; the ids of stories whose source has changed or is new."""
    added = {story.story_id: shelve_sketch(sketch_story(story)) for story in stories}
    # A page that has changed is another text under the same id: it goes before it comes.
    changed = dict(_forget(connection, removed)) if removed else {}
    changed |= regroup(connection, COPIES, added.values(), [])
    for story_id in sorted(changed.keys() - added.keys()):
        connection.execute("UPDATE kept.copies SET source = ? WHERE story_id = ?", [changed[story_id], story_id])
    rows = [
        {"story_id": key, "source": changed[key], "stretch": stretch_of(item)} | as_dict(item.value)
        for key, item in added.items()
    ]
    insert_table(connection, "kept.copies", arrow_table(rows, COPY_COLUMNS))
    file_items(connection, COPIES, added.values())
    return set(changed)


def _forget(connection: duckdb.DuckDBPyConnection, removed: list[str]) -> Mapping[str, str]:
    changed = regroup(connection, COPIES, [], removed)
    for table in (COPIES.items, COPIES.shelves):
        remove_rows(connection, table, "story_id", removed)
    for story_id, source in sorted(changed.items()):
        connection.execute("UPDATE kept.copies SET source = ? WHERE story_id = ?", [source, story_id])
    return changed
