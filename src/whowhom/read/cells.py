"""The cells of a line of a tab-separated table whose sentences may open with a quotation mark."""

from __future__ import annotations


def split_cells(line: str) -> list[str]:
    """The line's cells, those that were quoted as CSV without their quotes; a byte order mark is left out."""
    return [_unquote(cell) for cell in line.removeprefix("\ufeff").rstrip("\r\n").split("\t")]


def _unquote(cell: str) -> str:
    """A cell that was quoted as CSV, without its quotes; any other as it is.

    The csv module would take a sentence that opens with a quotation mark for a quoted cell and run on over the lines
    to the next mark; news opens sentences so.
    """
    inner = cell[1:-1]
    quoted = len(cell) >= 2 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if quoted else cell
