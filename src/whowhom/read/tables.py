"""Rows to stories: JSONL, CSV, TSV and Parquet, one story a row, streamed."""

from __future__ import annotations

import csv
import json
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any, BinaryIO

from whowhom.errors import InputError
from whowhom.read import decode
from whowhom.read.build import build_story, clean, clean_paragraphs
from whowhom.read.dates import parse_date, parse_epoch
from whowhom.records import (
    Author,
    AuthorProfile,
    Comment,
    Dateline,
    InferredDate,
    RecentPost,
    Skipped,
    Story,
)

Columns = Mapping[str, str]
# What corpora of news that go round call their columns.
_ALIASES = {
    "body": ("text",),
    "headline": ("title",),
    "published": ("date", "published_at", "publish_date", "date_publish", "datetime"),
    "authors": ("author",),
    "url": ("link",),
    "site": ("publication", "domain"),
}
_DELIMITERS = (",", ";", "\t", "|")
_FIRST_NEWSPAPER = 1605  # the Strasbourg Relation
_NAMED_COLUMNS = 12
_DAMAGED = (OSError, EOFError, zlib.error)


def read_record(row: Mapping[str, Any], *, file: str | None, columns: Columns | None = None) -> Story:
    """The story a row holds: any Story field, at least ``body`` (or ``text``) as a string or a list of paragraphs."""
    name = file or "record"
    field = _Fields(row, columns or {})
    return build_story(
        file=_text(field["file"]) or file,
        given_id=_text(field["story_id"]),
        url=_text(field["url"]),
        site=_text(field["site"]),
        language=_text(field["language"]),
        headline=_text(field["headline"]),
        dek=_text(field["dek"]),
        authors=_authors(field["authors"]),
        published=_moment(field["published"]),
        modified=_moment(field["modified"]),
        published_inferred=_inferred(_json(field["published_inferred"])),
        dateline=_dateline(_json(field["dateline"])),
        body=_body(field["body"], name, field),
        author_profile=_profile(_json(field["author_profile"])),
        comments=_comments(_json(field["comments"]), name),
    )


class _Fields:
    """A row seen through the declared columns, then the field's own name, then its aliases, in any case."""

    def __init__(self, row: Mapping[str, Any], columns: Columns) -> None:
        self.row = row
        self.plain = {str(key).strip().lower(): value for key, value in row.items() if value is not None}
        self.columns = {("body" if key == "text" else key): column for key, column in columns.items()}

    def __getitem__(self, field: str) -> Any:
        if field in self.columns:
            return self.row.get(self.columns[field])
        return next((self.plain[key] for key in (field, *_ALIASES.get(field, ())) if key in self.plain), None)

    def lacks(self, field: str, option: str) -> str:
        """What to say of a field that the row does not have, with the columns that it has."""
        column = self.columns.get(field)
        if column in self.row:
            return f"no {field}: column {column!r} is empty"
        has = ", ".join(str(key) for key in list(self.row)[:_NAMED_COLUMNS])
        if column is not None:
            return f"no {field}: there is no column {column!r} among {has}"
        return f"no {field} among {has or 'no columns'} (name its column: --map {option}=COLUMN)"


def _text(value: Any) -> str | None:
    """A scalar as text; empty and missing values are None."""
    if value is None or isinstance(value, (list, dict)) or value != value:
        return None
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return text.strip() or None


def _moment(value: Any) -> str | None:
    """A date as ISO 8601, as pages or Unix clocks write it; None where it is none, or none that news could have."""
    text = _text(value)
    if found := parse_date(text) or parse_epoch(text):
        return found
    try:  # papers older than the pages that parse_date knows
        day = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return day.isoformat() if _FIRST_NEWSPAPER <= day.year < 2100 else None


def _json(value: Any) -> Any:
    """A cell of a CSV that holds JSON, opened; anything else as it is."""
    if isinstance(value, str) and value.strip()[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _body(value: Any, name: str, field: _Fields) -> tuple[str, ...]:
    value = _json(value)
    if isinstance(value, str):
        return clean_paragraphs(value.split("\n\n") if "\n\n" in value.strip() else value.split("\n"))
    if isinstance(value, (list, tuple)):
        if not all(isinstance(paragraph, str) for paragraph in value):
            raise InputError(name, "body must be a string or a list of paragraphs")
        return tuple(paragraph for paragraph in value if paragraph.strip())
    if value is None or value != value:
        raise InputError(name, field.lacks("body", "text"))
    raise InputError(name, "body must be a string or a list of paragraphs")


def _authors(value: Any) -> tuple[Author, ...]:
    value = _json(value)
    if isinstance(value, str):
        value = value.split(";")
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, (list, tuple)):
        return ()
    names = (_text(item.get("name")) if isinstance(item, Mapping) else _text(item) for item in value)
    return tuple(Author(name) for name in names if name)


def _inferred(value: Any) -> InferredDate | None:
    if not isinstance(value, Mapping):
        return None
    why = value.get("why") or ()
    return InferredDate(
        _text(value.get("start")), _text(value.get("end")), (why,) if isinstance(why, str) else tuple(map(str, why))
    )


def _dateline(value: Any) -> Dateline | None:
    if not isinstance(value, Mapping):
        return None
    return Dateline(_text(value.get("place")), _text(value.get("date")))


def _profile(value: Any) -> AuthorProfile | None:
    if not isinstance(value, Mapping):
        return None
    posts = value.get("recent_posts") or ()
    kept = [post for post in posts if isinstance(post, Mapping) and _text(post.get("title"))]
    return AuthorProfile(
        _text(value.get("name")),
        _text(value.get("bio")),
        tuple(RecentPost(str(p["title"]), _text(p.get("url")), _moment(p.get("published"))) for p in kept),
    )


def _comments(value: Any, name: str) -> tuple[Comment, ...]:
    if not isinstance(value, (list, tuple)):
        return ()
    rows = [item if isinstance(item, Mapping) else {"text": item} for item in value if item is not None]
    # Other tools number comments their own way; here a comment's id is its place in the page.
    index = {str(row.get("id")): i for i, row in enumerate(rows) if row.get("id") is not None}
    comments = []
    for i, row in enumerate(rows):
        text = row.get("text", row.get("body"))
        parent = index.get(str(row.get("parent"))) if row.get("parent") is not None else None
        if parent is None and not index and isinstance(row.get("parent"), int) and row["parent"] < i:
            parent = row["parent"]
        comments.append(
            Comment(
                id=i,
                parent=None if parent == i else parent,
                author=_text(row.get("author")),
                published=_text(row.get("published")),
                text=text if isinstance(text, str) else clean(str(text or "")),
            )
        )
    return tuple(comments)


def read_jsonl(stream: BinaryIO, name: str, columns: Columns | None = None) -> Iterator[Story | Skipped]:
    """One story a line; a broken line is named and skipped, the others are done."""
    number = 0
    try:
        while line := stream.readline(decode.MAX_BYTES + 1):
            number += 1
            if len(line) > decode.MAX_BYTES:
                yield Skipped(f"{name}, line {number}", "read", f"line longer than {decode.MAX_BYTES // 1_000_000} MB")
                _drain_line(stream)
            elif line.strip(b"\x00\r\n\t \xef\xbb\xbf"):
                yield _read_line(line, name, number, columns)
    except _DAMAGED as error:
        yield Skipped(name, "read", damage(error, f"after line {number}"))
    if number == 0:
        yield Skipped(name, "read", "empty")


def _drain_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def damage(error: Exception, where: str) -> str:
    """Why a stream broke off, in one line."""
    if isinstance(error, EOFError):
        return f"gzip data ends too early {where}"
    if isinstance(error, zlib.error):
        return f"damaged gzip data {where}"
    return f"{getattr(error, 'strerror', None) or error} {where}"


def _read_line(line: bytes, name: str, number: int, columns: Columns | None) -> Story | Skipped:
    where = f"{name}, line {number}"
    try:
        row = json.loads(decode.decode(line))
    except ValueError as error:
        return Skipped(where, "read", f"broken JSON: {error}")
    except RecursionError:
        return Skipped(where, "read", "broken JSON: nested too deeply")
    if not isinstance(row, dict):
        return Skipped(where, "read", "not a JSON object")
    return read_row(row, name, where, columns)


def read_row(row: Mapping[str, Any], file: str, where: str, columns: Columns | None) -> Story | Skipped:
    """The row's story, or why it has none, named by file and line."""
    try:
        return read_record(row, file=file, columns=columns)
    except InputError as error:
        return Skipped(where, "read", error.reason)


def read_csv(
    stream: BinaryIO, name: str, columns: Columns | None = None, delimiter: str | None = None
) -> Iterator[Story | Skipped]:
    """One story a row of a table with a header line; without a ``delimiter`` the header shows which it is."""
    csv.field_size_limit(decode.MAX_BYTES)
    number, names = 0, None
    try:
        lines = (line.replace("\x00", "") for line in decode.open_text(stream))
        head = next(lines, "")
        rows = csv.DictReader(chain([head], lines), delimiter=delimiter or max(_DELIMITERS, key=head.count))
        for number, row in enumerate(rows, 1):
            yield read_row(row, name, f"{name}, row {number}", columns)
        names = rows.fieldnames
    except csv.Error as error:
        yield Skipped(name, "read", f"broken row after row {number}: {error}")
    except _DAMAGED as error:
        yield Skipped(name, "read", damage(error, f"after row {number}"))
    if number == 0:
        yield Skipped(name, "read", "no rows" if names else "empty")


def read_parquet(stream: BinaryIO, name: str, columns: Columns | None = None) -> Iterator[Story | Skipped]:
    """One story a row, a few hundred rows in memory at a time."""
    # A tenth of a second that other inputs need not wait for.
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        for batch in pq.ParquetFile(stream).iter_batches(batch_size=256):
            for row in batch.to_pylist():
                number += 1
                yield read_row(row, name, f"{name}, row {number}", columns)
    except (pa.ArrowException, OSError, ValueError) as error:
        yield Skipped(name, "read", f"broken Parquet: {str(error).splitlines()[0] if str(error) else error!r}")
