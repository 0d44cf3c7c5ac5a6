"""Lists of so many items out of a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in order, in lists of ``size`` (``itertools.batched`` is of Python 3.12)."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
