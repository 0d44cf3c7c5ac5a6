"""Groups that depend on the set of items alone, never on the order in which they came, and grow item by item.

Every item has a rank of its own. An item leads a group unless one that leads and ranks before it is alike; then it
follows the most alike of those. So a group is a leader and what follows it; nothing is chained. What an item does
depends only on items that rank before it and stand on the same shelves, hence adding one looks at its shelves alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """Something to group. ``files`` are the shelves it stands on, ``asks`` those where its like may stand.

    Whenever two items are alike, each has to stand on a shelf that the other asks. A shelf's name ends in "@" and the
    number of its stretch of days (0 for none), so that what is kept can be found without reading all of it; ``stretch``
    is the first of those that the item stands on.
    """

    key: str
    rank: tuple[object, ...]
    files: tuple[str, ...]
    asks: tuple[str, ...]
    value: T
    stretch: int = 0


Fetch = Callable[[list[str]], Iterable[tuple[Item[T], str]]]
"""Gives what is kept on these shelves: items with the keys of their leaders."""


class Groups(Generic[T]):
    """The groups as far as they have been looked at; ``fetch`` brings more of them from where they are kept."""

    def __init__(self, likeness: Callable[[T, T], float | None], fetch: Fetch[T] | None = None) -> None:
        self._likeness = likeness
        self._fetch = fetch
        self._items: dict[str, Item[T]] = {}
        self._leader: dict[str, str] = {}
        self._shelves: dict[str, set[str]] = {}
        self._leading: dict[str, set[str]] = {}
        self._fetched: set[str] = set()
        self._gone: set[str] = set()

    def leader_of(self, key: str) -> str:
        """The key of the item that leads this one's group."""
        return self._leader[key]

    def item(self, key: str) -> Item[T]:
        """The item with this key, one of those that have been looked at."""
        return self._items[key]

    def update(self, added: Iterable[Item[T]], removed: Iterable[Item[T]] = ()) -> Mapping[str, str]:
        """Bring the groups up to date; what now has another leader than before, with that leader."""
        added, removed = list(added), list(removed)
        self._bring([*added, *removed])
        before: dict[str, str | None] = {}
        unsettled = _Queue[T]()
        led = [item for item in removed if self._leader.get(item.key) == item.key]
        for item in removed:
            self._take_off(item)
        for item in led:
            unsettled.add(self._followers(item))
        for item in added:
            if item.key not in self._items:
                self._put_on(item)
                unsettled.add([item])
        while unsettled:
            item = unsettled.first()
            if not self._is_at_hand(item):
                self._bring([item, *unsettled.items()])
            old, new = self._leader.get(item.key), self._choose(item)
            before.setdefault(item.key, old)
            if new == old:
                continue
            self._lead(item, new)
            if new == item.key:
                unsettled.add(self._alike_after(item))
            elif old == item.key:
                unsettled.add(self._followers(item))
        return {key: self._leader[key] for key, old in before.items() if self._leader[key] != old}

    def _choose(self, item: Item[T]) -> str:
        """The most alike of what leads and ranks before this item; itself when there is none."""
        best: tuple[float, Item[T]] | None = None
        for key in {key for name in item.asks for key in self._leading.get(name, ())}:
            other = self._items[key]
            if other.rank >= item.rank or (alike := self._likeness(item.value, other.value)) is None:
                continue
            if best is None or (-alike, other.rank) < (-best[0], best[1].rank):
                best = alike, other
        return best[1].key if best else item.key

    def _followers(self, item: Item[T]) -> list[Item[T]]:
        return [other for other in self._near(item) if self._leader.get(other.key) == item.key]

    def _alike_after(self, item: Item[T]) -> list[Item[T]]:
        """What ranks after an item that leads now, and may follow it."""
        return [
            other
            for other in self._near(item)
            if other.rank > item.rank and self._likeness(other.value, item.value) is not None
        ]

    def _near(self, item: Item[T]) -> list[Item[T]]:
        keys = {key for name in item.asks for key in self._shelves.get(name, ())}
        return [self._items[key] for key in keys if key != item.key]

    def _lead(self, item: Item[T], leader: str) -> None:
        self._leader[item.key] = leader
        for name in item.files:
            leading = self._leading.setdefault(name, set())
            leading.add(item.key) if leader == item.key else leading.discard(item.key)

    def _put_on(self, item: Item[T]) -> None:
        self._gone.discard(item.key)
        self._items[item.key] = item
        for name in item.files:
            self._shelves.setdefault(name, set()).add(item.key)

    def _take_off(self, item: Item[T]) -> None:
        self._gone.add(item.key)
        self._items.pop(item.key, None)
        self._leader.pop(item.key, None)
        for name in item.files:
            self._shelves.get(name, set()).discard(item.key)
            self._leading.get(name, set()).discard(item.key)

    def _is_at_hand(self, item: Item[T]) -> bool:
        return self._fetch is None or self._fetched.issuperset(item.asks)

    def _bring(self, items: Iterable[Item[T]]) -> None:
        """See that all that stands on the shelves these items ask is at hand."""
        if self._fetch is None:
            return
        missing = {name for item in items for name in item.asks} - self._fetched
        if not missing:
            return
        self._fetched |= missing
        for item, leader in self._fetch(sorted(missing)):
            if item.key not in self._items and item.key not in self._gone:
                self._put_on(item)
                self._lead(item, leader)


class _Queue(Generic[T]):
    """Items by rank, each once."""

    def __init__(self) -> None:
        self._heap: list[tuple[tuple[object, ...], str]] = []
        self._waiting: dict[str, Item[T]] = {}

    def __bool__(self) -> bool:
        return bool(self._heap)

    def items(self) -> Iterable[Item[T]]:
        return self._waiting.values()

    def add(self, items: Iterable[Item[T]]) -> None:
        for item in items:
            if item.key not in self._waiting:
                self._waiting[item.key] = item
                heapq.heappush(self._heap, (item.rank, item.key))

    def first(self) -> Item[T]:
        return self._waiting.pop(heapq.heappop(self._heap)[1])
