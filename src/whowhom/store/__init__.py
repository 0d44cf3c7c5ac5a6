"""The store: what was read and coded, kept in one DuckDB file and asked by filters or anyone's SQL."""

from whowhom.store.authors import AuthorPage, AuthorRow, KeptStory
from whowhom.store.history import HistoryLine
from whowhom.store.query import STATUSES, FilterArguments, Filters
from whowhom.store.result import Result
from whowhom.store.store import CodesStories, Store, open_store
from whowhom.store.write import Counts

__all__ = [
    "STATUSES",
    "AuthorPage",
    "AuthorRow",
    "CodesStories",
    "Counts",
    "FilterArguments",
    "Filters",
    "HistoryLine",
    "KeptStory",
    "Result",
    "Store",
    "open_store",
]
