"""Feeds watched: each poll reads the pages that are new and hands them on to be coded and kept.

What has been seen is noted in a small file beside the store, only after it is kept, so that a watch that is killed
loses nothing: the next one reads again at most what the last few seconds brought, and the store keeps nothing twice.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from lxml import etree

from whowhom.errors import InputError, StoreError, WhowhomError
from whowhom.pipeline import CodesMany, Coding, code_stories
from whowhom.read import decode
from whowhom.read.feeds import Entry, read_entries
from whowhom.read.open import is_address, read_fetched
from whowhom.read.web import FetchError, Web
from whowhom.records import Skipped, Story
from whowhom.store import Counts, Store, open_store

# What is kept at a time: as many stories or seconds as a killed watch may have to read again.
KEPT_TOGETHER = 16
KEPT_SECONDS = 5.0
# A page that fails for the moment is asked for at so many polls before the feed's own words must do.
TRIES = 3
# An entry that has left its feed is remembered for so long: feeds bring old entries back, but not for ever.
REMEMBERED = timedelta(days=90)
# Another process may have the store open for a moment, to show or to ask it.
STORE_SECONDS = 60.0

Item = Story | Skipped
Sleep = Callable[[float], None]
Keep = Callable[[Sequence[Item]], None]


@dataclass(slots=True)
class FeedState:
    """What is known of one feed: when it was polled, what to ask with next time."""

    polled: float = 0.0
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class WatchState:
    """What a watch must not forget: its feeds, the entries it has seen (with the day last met), those to try again."""

    feeds: dict[str, FeedState] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> WatchState:
        """The state in a file; a new one when there is none."""
        try:
            found: dict[str, Any] = json.loads(path.read_text("utf-8"))
            feeds = {feed: FeedState(**known) for feed, known in found["feeds"].items()}
            return cls(feeds, dict(found["seen"]), dict(found["tries"]))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise WhowhomError(f"{path}: cannot be read as the state of a watch; delete it to start afresh") from error

    def save(self, path: Path) -> None:
        """Write it whole or not at all."""
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            with part.open("w", encoding="utf-8") as stream:
                json.dump(asdict(self), stream)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
        except OSError as error:
            raise WhowhomError(f"{path}: cannot be written: {error.strerror or error}") from error
        finally:
            part.unlink(missing_ok=True)


def state_file(store: Path) -> Path:
    """Where the state of a watch into this store is: beside it."""
    return store.with_name(f"{store.name}.watch.json")


def list_feeds(source: str) -> tuple[str, ...]:
    """The feeds that a source names: an OPML file's, a plain list's (one a line), or the source itself."""
    if is_address(source):
        return (source,)
    with decode.open_binary(source) as stream:
        data = decode.read_capped(stream, source)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        root = etree.fromstring(data.lstrip(), etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
        if root is None or str(root.tag).lower() != "opml":
            return (source,)
        found = [value for e in root.iter("outline") for name, value in e.items() if name.lower() == "xmlurl"]
    else:
        lines = (line.strip() for line in decode.decode(data).splitlines())
        found = [line for line in lines if line and not line.startswith("#")]
    folder = Path(source).parent
    feeds = (feed.strip() if is_address(feed.strip()) else str(folder / feed.strip()) for feed in found)
    if not (unique := tuple(dict.fromkeys(feeds))):
        raise InputError(source, "names no feed")
    return unique


class Watch:
    """A watch of some feeds; ``keep`` gets the new stories and failures, a few at a time."""

    def __init__(self, feeds: Sequence[str], path: Path, keep: Keep, web: Web) -> None:
        self.feeds, self.path, self.web = feeds, path, web
        self.state = WatchState.load(path)
        self._keep = keep
        self._now: Callable[[], float] = time.time

    def run(self, every: float, sleep: Sleep = time.sleep) -> None:
        """Poll each feed every so many seconds, until interrupted; a restart keeps to the hours of the watch before."""
        while True:
            wait = min(self._due(feed, every) for feed in self.feeds) - self._now()
            if wait > 0:
                sleep(min(wait, every))
            self.poll([feed for feed in self.feeds if self._due(feed, every) <= self._now()])

    def _due(self, feed: str, every: float) -> float:
        known = self.state.feeds.get(feed)
        # A clock that was set back must not silence a feed.
        return min(known.polled, self._now()) + every if known else 0.0

    def poll(self, feeds: Sequence[str] | None = None) -> None:
        """Ask each feed once; one that fails is told of, and the others are asked."""
        for feed in self.feeds if feeds is None else feeds:
            try:
                self._poll_feed(feed)
            except InputError as error:
                self._keep([Skipped(feed, "read", error.reason)])
                self.state.feeds.setdefault(feed, FeedState()).polled = self._now()
                self.state.save(self.path)

    def _poll_feed(self, feed: str) -> None:
        known = self.state.feeds.setdefault(feed, FeedState())
        if is_address(feed):
            page = self.web.fetch(feed, etag=known.etag, modified=known.modified)
            data, etag, modified = page.data, page.etag, page.modified
        else:
            with decode.open_binary(feed) as stream:
                data, etag, modified = decode.read_capped(stream, feed), None, None
        if data is not None:
            entries = list(read_entries(data, file=feed, url=feed if is_address(feed) else None))
            # What must be tried again has to be offered again: then the feed is not asked whether it has changed.
            known.etag, known.modified = (None, None)
            if self._read_new(feed, entries):
                known.etag, known.modified = etag, modified
            self._forget(feed, entries)
        known.polled = self._now()
        self.state.save(self.path)

    def _read_new(self, feed: str, entries: Sequence[Entry]) -> bool:
        """Hand on what is new and note it as seen; False when some of it is to be tried again."""
        whole, items, keys, began = True, list[Item](), list[str](), time.monotonic()
        try:
            for entry in entries:
                names = _names(feed, entry)
                if any(name in self.state.seen or name in keys for name in names):
                    continue
                found = self._read_entry(entry, names[0])
                whole = whole and found is not None
                if found is None:
                    continue
                items += found
                keys += names
                if len(items) >= KEPT_TOGETHER or time.monotonic() - began > KEPT_SECONDS:
                    self._note(items, keys)
                    items, keys, began = [], [], time.monotonic()
        except KeyboardInterrupt:
            self._note(items, keys)  # what is read is kept
            raise
        self._note(items, keys)
        return whole

    def _note(self, items: list[Item], keys: list[str]) -> None:
        if not keys:
            return
        self._keep(items)
        today = self._today()
        for key in keys:
            self.state.seen[key] = today
            self.state.tries.pop(key, None)
        self.state.save(self.path)

    def _read_entry(self, entry: Entry, name: str) -> list[Item] | None:
        """The page behind an entry; what the feed holds when the page is refused; None when it is to be tried again."""
        if entry.link is None or not is_address(entry.link):
            return [entry.found]
        try:
            found = list(read_fetched(self.web.fetch(entry.link), entry.link))
        except FetchError as error:
            self.state.tries[name] = self.state.tries.get(name, 0) + 1
            if error.passing and self.state.tries[name] < TRIES:
                return None
            found = [Skipped(entry.link, "read", error.reason)]
        if not any(isinstance(item, Story) for item in found):
            return [entry.found] if isinstance(entry.found, Story) else found
        return [_complete(item, entry.published) for item in found]

    def _forget(self, feed: str, entries: Sequence[Entry]) -> None:
        """Note what the feed still holds; let go of what no feed has held for long."""
        today, seen = self._today(), self.state.seen
        for entry in entries:
            seen.update((name, today) for name in _names(feed, entry) if name in seen)
        oldest = (date.fromisoformat(today) - REMEMBERED).isoformat()
        self.state.seen = {name: day for name, day in seen.items() if day >= oldest}

    def _today(self) -> str:
        return date.fromtimestamp(self._now()).isoformat()


def _names(feed: str, entry: Entry) -> tuple[str, ...]:
    """What an entry is remembered by: its id in this feed, and its page, which other feeds may name too."""
    own = f"{feed}\n{entry.key}"
    return tuple(sha256(text.encode()).hexdigest()[:20] for text in (own, entry.link) if text)


def _complete(item: Item, published: str | None) -> Item:
    """The story with the feed's date when its page gives none."""
    return replace(item, published=published) if isinstance(item, Story) and item.published is None else item


def keep_stories(
    store: Path, items: Iterable[Story | Skipped], coder: CodesMany, coding: Coding, sleep: Sleep = time.sleep
) -> Counts:
    """Code stories into a store that is open only meanwhile, so that others can ask it between polls."""
    coded = list(code_stories(items, coder, coding))
    with _open_patiently(store, sleep) as opened:
        return opened.add(coded, coding.label(coder.version))


def _open_patiently(store: Path, sleep: Sleep) -> Store:
    """The store, when another process has it open only for a while."""
    waited = 0.0
    while True:
        try:
            return open_store(store)
        except StoreError as error:
            if "in use" not in error.reason or waited >= STORE_SECONDS:
                raise
        sleep(1.0)
        waited += 1.0
