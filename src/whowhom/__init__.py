"""Whowhom reads the news and keeps the record of diplomacy and conflict.

    import whowhom
    story = whowhom.read("page.html")            # -> Story
    coder = whowhom.Coder()                       # loads the models once
    for mention in coder.code(story): ...         # -> EventMention
    with whowhom.open("news.duckdb") as store:    # -> Store
        store.add(stories)                        # read, coded, linked, kept; safe to repeat
        store.events(country="SYR").df()          # pandas; .pl() polars; .arrow()

Nothing heavy is imported before it is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from whowhom.records import (
    Attribution,
    Author,
    AuthorProfile,
    Comment,
    Counts,
    Dateline,
    Entity,
    Event,
    EventMention,
    InferredDate,
    RecentPost,
    Relation,
    Sentence,
    Skipped,
    Span,
    Story,
    Token,
    When,
    Where,
    as_dict,
)
from whowhom.version import __version__

if TYPE_CHECKING:
    from whowhom.coding.coder import Coder
    from whowhom.pipeline import code_inputs
    from whowhom.pipeline import open_store as open
    from whowhom.read import read
    from whowhom.store import Store

__all__ = [
    "Attribution",
    "Author",
    "AuthorProfile",
    "Coder",
    "Comment",
    "Counts",
    "Dateline",
    "Entity",
    "Event",
    "EventMention",
    "InferredDate",
    "RecentPost",
    "Relation",
    "Sentence",
    "Skipped",
    "Span",
    "Store",
    "Story",
    "Token",
    "When",
    "Where",
    "__version__",
    "as_dict",
    "code_inputs",
    "open",
    "read",
]

# Where the names live that cost something to import: loaded on first use.
_ON_FIRST_USE = {
    "Coder": ("whowhom.coding.coder", "Coder"),
    "Store": ("whowhom.store", "Store"),
    "code_inputs": ("whowhom.pipeline", "code_inputs"),
    "open": ("whowhom.pipeline", "open_store"),
    "read": ("whowhom.read", "read"),
}


class _Package(ModuleType):
    """Keeps ``whowhom.read`` the function: importing the room of that name would put the module in its place."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _ON_FIRST_USE and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    if name not in _ON_FIRST_USE:
        raise AttributeError(f"module 'whowhom' has no attribute {name!r}")
    module, attribute = _ON_FIRST_USE[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
