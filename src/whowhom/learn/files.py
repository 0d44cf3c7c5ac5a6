"""Gold files opened: which of the four forms one has is told by its content, never by its name."""

from __future__ import annotations

from pathlib import Path

from whowhom.errors import GoldError
from whowhom.learn.formats import read_marked, read_petrarch, read_plover
from whowhom.learn.gold import Gold
from whowhom.learn.humans import read_humans
from whowhom.learn.sources import read_bytes, read_json, read_text
from whowhom.records import Skipped


def read_gold(path: Path, *, only: str | None = None) -> Gold:
    """What a gold file (``-``: standard input) holds; ``only`` takes one ``set`` of a file of people's codings.

    A row that cannot be read is among ``skipped``. Raises GoldError when the file cannot be read, its form cannot be
    told, or no row is left.
    """
    data, name = read_bytes(path), str(path)
    gold = _read(data, name, only)
    if only is not None and gold.kind != "humans":
        raise GoldError(name, None, "has no sets: only a file of people's codings has")
    return gold


def _read(data: bytes, name: str, only: str | None) -> Gold:
    if data.lstrip().startswith(b"<"):
        return read_petrarch(data, name)
    text = read_text(data, name)
    if not text.lstrip().startswith(("{", "[")):
        return read_marked(text, name)
    rows = list(read_json(text, name))
    first = next((row for _, row in (r for r in rows if not isinstance(r, Skipped))), {})
    return read_humans(rows, name, only) if "coders" in first else read_plover(rows, name)
