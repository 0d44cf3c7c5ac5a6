"""What the pages ask of the store, as records and as rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from whowhom.records import Event, EventMention, Story
from whowhom.store import Result, open_store
from whowhom.store.rows import record_of

# The newest first; what has no day comes last.
_BY_DAY = 'coalesce("when"."from", first_reported) DESC NULLS LAST, event_id'
_IN_TEXT = "CASE section WHEN 'headline' THEN 0 WHEN 'dek' THEN 1 WHEN 'body' THEN 2 ELSE 3 END, paragraph, sentence"


class Kept:
    """A store opened to read, for the length of one answer."""

    def __init__(self, path: Path) -> None:
        self._store = open_store(path, read_only=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.close()

    def events(self, filters: dict[str, Any], *, page: int, size: int) -> list[Event]:
        """One page of events, and one event more when there is a next page."""
        found = self._store.events(**filters)
        values = {"how_many": size + 1, "from_row": (page - 1) * size}
        rows = _narrow(found, f"ORDER BY {_BY_DAY} LIMIT $how_many OFFSET $from_row", values)
        return [record_of(Event, row) for row in rows]

    def event(self, event_id: str) -> Event | None:
        """The event of this id."""
        return next((record_of(Event, row) for row in _with_id(self._store.events(), "event_id", event_id)), None)

    def story(self, story_id: str) -> Story | None:
        """The story of this id."""
        row = self.story_row(story_id)
        return None if row is None else record_of(Story, row)

    def story_row(self, story_id: str) -> dict[str, Any] | None:
        """The story of this id, with the contract's field names."""
        return next(iter(_with_id(self._store.stories(), "story_id", story_id)), None)

    def stories(self, story_ids: Collection[str]) -> dict[str, Story]:
        """The stories of these ids."""
        rows = _narrow(self._store.stories(), "WHERE story_id IN (SELECT unnest($ids))", {"ids": sorted(story_ids)})
        return {row["story_id"]: record_of(Story, row) for row in rows}

    def mentions_of_event(self, event_id: str) -> list[EventMention]:
        """All that sentences say of one event."""
        found = _with_id(self._store.mentions(), "event_id", event_id, f"ORDER BY story_id, {_IN_TEXT}")
        return [record_of(EventMention, row) for row in found]

    def mentions_of_story(self, story_id: str) -> list[EventMention]:
        """All mentions of one story, in reading order."""
        found = _with_id(self._store.mentions(), "story_id", story_id, f'ORDER BY {_IN_TEXT}, "trigger".start')
        return [record_of(EventMention, row) for row in found]

    def event_rows(self, filters: dict[str, Any]) -> list[dict[str, Any]]:
        """Events with the contract's field names."""
        return self._store.events(**filters).rows()

    def mention_rows(self, filters: dict[str, Any]) -> list[dict[str, Any]]:
        """Mentions with the contract's field names."""
        return self._store.mentions(**filters).rows()


def _with_id(found: Result, column: str, value: str, order: str = "") -> Result:
    return _narrow(found, f"WHERE {column} = $wanted_id {order}", {"wanted_id": value})


def _narrow(found: Result, clause: str, values: dict[str, Any]) -> Result:
    """A query's result narrowed by one clause more."""
    return replace(found, sql=f"SELECT * FROM ({found.sql}) {clause}", parameters={**found.parameters, **values})
