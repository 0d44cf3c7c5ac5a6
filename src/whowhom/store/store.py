"""The store: stories, comments, authors, mentions and events in one DuckDB file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, Unpack

import duckdb

import whowhom
from whowhom.errors import SettingsError, StoreError
from whowhom.link import Expectation
from whowhom.records import EventMention, Skipped, Story
from whowhom.store.authors import AuthorPage, find_author
from whowhom.store.batches import in_batches
from whowhom.store.door import clear_errors, connect, transaction, utc_now
from whowhom.store.history import ask_history, find_expectations
from whowhom.store.ledger import write_talks
from whowhom.store.migrations import check_migrated, migrate
from whowhom.store.named import ask_learned, ask_unknown
from whowhom.store.query import (
    FilterArguments,
    Filters,
    Query,
    ask_authors,
    ask_cited_events,
    ask_events,
    ask_mentions,
    ask_mentions_of,
    ask_stories,
)
from whowhom.store.questions import ask_coverage, ask_daily, ask_meetings, ask_pairs, ask_series
from whowhom.store.result import Result
from whowhom.store.write import Counts, Pair, is_kept, kept_as, write_batch, write_skipped
from whowhom.talks import Talks

# A batch is one transaction: large enough that commits cost nothing beside coding, small and frequent enough that a
# run cut short by the machine loses seconds.
BATCH_STORIES = 256
BATCH_SECONDS = 5.0
# Stories that are handed to a coder at a time: it works over many sentences at once.
CODED_TOGETHER = 32


class CodesStories(Protocol):
    """What the store asks of a coder when it is given stories that nobody has coded yet."""

    @property
    def version(self) -> str: ...

    def code_many(self, stories: Iterable[Story]) -> Iterator[tuple[Story, list[EventMention]]]: ...


class Store:
    """A store that is open; use it in a ``with`` block or close it."""

    def __init__(
        self,
        path: Path,
        connection: duckdb.DuckDBPyConnection,
        make_coder: Callable[[], CodesStories] | None = None,
    ) -> None:
        self.path = path
        self._connection = connection
        self._make_coder = make_coder
        self._coder: CodesStories | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added is on disk already."""
        with clear_errors(self.path):
            self._connection.close()

    # --- adding -----------------------------------------------------------------------------------------------

    def add(self, items: Iterable[Story | Pair | Skipped], coder: str | None = None) -> Counts:
        """Keep stories, coded here or before, and what was skipped; what is kept already is left as it is.

        ``coder`` says what made the mentions that come with the stories; another coder's mentions are replaced. When
        the stream of items breaks off, every whole story before that is kept.
        """
        label = coder or self._own_coder().version
        run = self._begin_run(label)
        counts, pending, last = Counts(), list[Pair | Skipped](), time.monotonic()
        try:
            for item in self._code_bare_stories(items):
                pending.append(item)
                if len(pending) >= BATCH_STORIES or time.monotonic() - last > BATCH_SECONDS:
                    counts += self._write(pending, label, run)
                    pending, last = [], time.monotonic()
        except StoreError:
            raise
        except BaseException:
            self._write(pending, label, run)
            raise
        counts += self._write(pending, label, run)
        self._end_run(run)
        return counts

    def known(self, stories: Iterable[Story], coder: str) -> set[str]:
        """The ids of those of these stories that are kept just so, coded by this coder."""
        wanted = list(stories)
        with clear_errors(self.path):
            kept = kept_as(self._connection, (story.story_id for story in wanted))
        return {story.story_id for story in wanted if is_kept(story, coder, kept)}

    def keep_talks(self, ledger: Iterable[Talks]) -> int:
        """Keep this ledger for the views ``talks`` and ``parties``, in the place of an earlier one; how many talks."""
        talks = list(ledger)
        with clear_errors(self.path), transaction(self._connection):
            write_talks(self._connection, talks)
        return len(talks)

    def _write(self, items: list[Pair | Skipped], coder: str, run: int) -> Counts:
        pairs = [item for item in items if not isinstance(item, Skipped)]
        skipped = [item for item in items if isinstance(item, Skipped)]
        with clear_errors(self.path), transaction(self._connection):
            counts = write_batch(self._connection, pairs, coder, run)
            counts += write_skipped(self._connection, pairs, skipped, run)
            self._connection.execute(
                "UPDATE kept.runs SET stories_new = stories_new + ?, stories_changed = stories_changed + ?,"
                " stories_known = stories_known + ?, mentions = mentions + ?, skipped = skipped + ? WHERE run = ?",
                [*counts.values(), run],
            )
        return counts

    def _begin_run(self, coder: str) -> int:
        with clear_errors(self.path):
            row = self._connection.execute(
                "INSERT INTO kept.runs SELECT coalesce(max(run), 0) + 1, ?, ?, ?, NULL, 0, 0, 0, 0, 0"
                " FROM kept.runs RETURNING run",
                [whowhom.__version__, coder, utc_now()],
            ).fetchone()
        assert row is not None  # an INSERT of one row returns one
        return int(row[0])

    def _end_run(self, run: int) -> None:
        with clear_errors(self.path):
            self._connection.execute("UPDATE kept.runs SET finished = ? WHERE run = ?", [utc_now(), run])

    def _own_coder(self) -> CodesStories:
        if self._coder is None:
            if self._make_coder is None:
                raise SettingsError("stories without mentions need a coder: open the store with whowhom.open")
            self._coder = self._make_coder()
        return self._coder

    def _code_bare_stories(self, items: Iterable[Story | Pair | Skipped]) -> Iterator[Pair | Skipped]:
        """The items as they come, but stories that nobody has coded wait for one another and are coded together."""
        waiting: list[Story] = []
        for item in items:
            if isinstance(item, Story):
                waiting.append(item)
            if not isinstance(item, Story) or len(waiting) >= CODED_TOGETHER:
                yield from self._code(waiting)
                waiting = []
            if not isinstance(item, Story):
                yield item
        yield from self._code(waiting)

    def _code(self, stories: list[Story]) -> Iterator[Pair]:
        if not stories:
            return
        coder = self._own_coder()
        known = self.known(stories, coder.version)
        yield from ((story, ()) for story in stories if story.story_id in known)
        yield from coder.code_many(story for story in stories if story.story_id not in known)

    # --- asking -----------------------------------------------------------------------------------------------

    def events(self, *, extras: bool = False, **filters: Unpack[FilterArguments]) -> Result:
        """The happenings, by day; with ``extras`` also their day, quad class and source words."""
        return self._ask(ask_events(Filters(**filters), extras=extras))

    def cited_events(self, **filters: Unpack[FilterArguments]) -> Result:
        """Events, each with the mention that its status rests on, that mention's story in brief, all its reports."""
        return self._ask(ask_cited_events(Filters(**filters)))

    def history(self, event_id: str) -> Result:
        """What was reported of a happening: when, by whom, with which status and words; the earliest first."""
        return self._ask(ask_history(event_id))

    def outlook(self, *, as_of: str | None = None, **filters: Unpack[FilterArguments]) -> list[Expectation]:
        """What was announced, promised or threatened, and what became of it by a day (that of the newest story)."""
        with clear_errors(self.path):
            return list(find_expectations(self._connection, self.path, ask_events(Filters(**filters)), as_of))

    def mentions(self, **filters: Unpack[FilterArguments]) -> Result:
        """What sentences say, by day and place in the story."""
        return self._ask(ask_mentions(Filters(**filters)))

    def mentions_of(self, story_ids: Iterable[str]) -> Iterator[dict[str, Any]]:
        """The mentions of these stories, in the order of the ids."""
        for batch in in_batches(dict.fromkeys(story_ids), BATCH_STORIES):
            yield from self._ask(ask_mentions_of(batch))

    def stories(self, **filters: Unpack[FilterArguments]) -> Result:
        """The stories, by day."""
        return self._ask(ask_stories(Filters(**filters)))

    def authors(self, **filters: Unpack[FilterArguments]) -> Result:
        """The authors, by number of stories."""
        return self._ask(ask_authors(Filters(**filters)))

    def daily(self, *, sectors: bool = False, **filters: Unpack[FilterArguments]) -> Result:
        """Events a day and dyad; with ``sectors`` a side is "SYR REB" and not "SYR"."""
        return self._ask(ask_daily(Filters(**filters), sectors=sectors))

    def series(self, *, by: str = "month", sectors: bool = False, **filters: Unpack[FilterArguments]) -> Result:
        """Cooperation and conflict by day, week, month or year and dyad: mean PLOVER score, counts by quad class."""
        return self._ask(ask_series(Filters(**filters), by=by, sectors=sectors))

    def meetings(self, *, sectors: bool = False, **filters: Unpack[FilterArguments]) -> Result:
        """Who met whom, how often, from when to when and where."""
        return self._ask(ask_meetings(Filters(**filters), sectors=sectors))

    def pairs(self, *, sectors: bool = False, **filters: Unpack[FilterArguments]) -> Result:
        """The most active pairs, whichever side acts."""
        return self._ask(ask_pairs(Filters(**filters), sectors=sectors))

    def coverage(self, **filters: Unpack[FilterArguments]) -> Result:
        """What each site tells, and what it alone tells."""
        return self._ask(ask_coverage(Filters(**filters)))

    def author(self, name: str) -> AuthorPage | None:
        """An author's profile, last five stories in the store, and the posts that the page itself listed."""
        with clear_errors(self.path):
            return find_author(self._connection, name)

    def unknown_actors(self, limit: int | None = None) -> Result:
        """The names in mentions that got no code, the most frequent first."""
        return self._ask(ask_unknown(limit))

    def learned_actors(self, limit: int | None = None) -> Result:
        """The persons outside the tables whose office or country a sentence told, with that sentence."""
        return self._ask(ask_learned(limit))

    def _ask(self, query: Query) -> Result:
        return Result(self._connection, self.path, query.sql, query.parameters)


def open_store(
    path: str | Path, *, read_only: bool = False, make_coder: Callable[[], CodesStories] | None = None
) -> Store:
    """The store in this file, made when it is not there and may be."""
    path = Path(path)
    connection = connect(path, read_only=read_only)
    try:
        with clear_errors(path):
            if read_only:
                check_migrated(connection, path)
            else:
                migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return Store(path, connection, make_coder)
