"""The store in other projects' formats: one module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from whowhom.errors import SettingsError
from whowhom.export.plover import plover_record
from whowhom.store import Store

__all__ = ["FORMATS", "export_events", "plover_record"]

# A format by name: what it makes of one event with the report it rests on and that report's story.
FORMATS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {"plover": plover_record}


def export_events(store: Store, format: str, **filters: Any) -> Iterator[dict[str, Any]]:
    """The events that the filters let through, as records of that format."""
    if format not in FORMATS:
        raise SettingsError(f"unknown export format {format!r}: choose from {', '.join(FORMATS)}")
    return (FORMATS[format](row) for row in store.cited_events(**filters))
