"""The store in other projects' formats: one module a format, each with its published columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whowhom.errors import SettingsError
from whowhom.export.flat import FLAT
from whowhom.export.gdelt2 import GDELT2
from whowhom.export.icews import ICEWS
from whowhom.export.layout import Column, Layout, Row
from whowhom.export.phoenix import PHOENIX
from whowhom.export.plover import PLOVER, plover_record
from whowhom.export.polecat import POLECAT
from whowhom.export.write import Tally, tell_events, write_parquet, write_text
from whowhom.store import Store

__all__ = [
    "FORMATS",
    "Column",
    "Layout",
    "Tally",
    "export_events",
    "layout_of",
    "plover_record",
    "tell_events",
    "write_parquet",
    "write_text",
]

# The formats by the name that the command line has for them; csv and parquet hold Whowhom's own flat table.
FORMATS: dict[str, Layout] = {
    **{layout.name: layout for layout in (PLOVER, GDELT2, ICEWS, POLECAT, PHOENIX)},
    "csv": FLAT,
    "parquet": FLAT,
}


def layout_of(format: str) -> Layout:
    """The format of this name; SettingsError when there is none."""
    if format not in FORMATS:
        raise SettingsError(f"unknown export format {format!r}: choose from {', '.join(FORMATS)}")
    return FORMATS[format]


def export_events(store: Store, format: str, *, tally: Tally | None = None, **filters: Any) -> Iterator[Row]:
    """The events that the filters let through, as rows of that format; the tally tells what it could not say."""
    layout = layout_of(format)
    return tell_events(store.cited_events(**filters), layout, Tally() if tally is None else tally)
