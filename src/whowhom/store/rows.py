"""Records as rows and back: Arrow types and values drawn from the dataclasses themselves."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from whowhom.records import as_dict

T = TypeVar("T")
SCALARS = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


@cache
def record_fields(record: type) -> dict[str, Any]:
    """The type of each field by its public name: "from_" is written "from"."""
    hints = get_type_hints(record)
    return {field.name.rstrip("_"): hints[field.name] for field in fields(record)}


def arrow_schema(record: type) -> pa.Schema:
    """The Arrow schema of a record: the same columns in the same order as its JSON."""
    return pa.schema([pa.field(name, _arrow_type(hint)) for name, hint in record_fields(record).items()])


def arrow_table(rows: Iterable[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """Plain rows as an Arrow table; what is no Unicode (half a surrogate pair) is written as its escape."""
    kept = list(rows)
    try:
        return pa.Table.from_pylist(kept, schema=schema)
    except UnicodeEncodeError:  # a file's name that is not UTF-8 comes so from the system; it is rare
        return pa.Table.from_pylist([escape(row) for row in kept], schema=schema)


def escape(value: Any) -> Any:
    """Plain data with every half of a surrogate pair as its escape."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, Mapping):
        return {name: escape(item) for name, item in value.items()}
    if isinstance(value, list):
        return [escape(item) for item in value]
    return value


def records_table(records: Iterable[Any], record: type) -> pa.Table:
    """Records of one kind as an Arrow table."""
    return arrow_table((as_dict(item) for item in records), arrow_schema(record))


def record_of(record: Callable[..., T], row: Mapping[str, Any]) -> T:
    """The record that a row of plain values holds; columns that are no fields are left out."""
    made: T = _builder(record)(row)
    return made


@cache
def _builder(record: Any) -> Callable[[Mapping[str, Any]], Any]:
    """How to make this record of a row: worked out once, for a store reads hundreds of thousands."""
    makers = [(name, _maker(hint)) for name, hint in record_fields(record).items()]

    def build(row: Mapping[str, Any]) -> Any:
        return record(*[row.get(name) if make is None else make(row.get(name)) for name, make in makers])

    return build


def _maker(hint: Any) -> Callable[[Any], Any] | None:
    """How to make a field's value of a plain one; None when that is the value."""
    if get_origin(hint) is tuple:
        make = _maker(get_args(hint)[0])
        return lambda value: tuple(value or ()) if make is None else tuple([make(item) for item in value or ()])
    hint = _without_none(hint)
    if is_dataclass(hint):
        nested: Any = hint
        build = _builder(nested)
        return lambda value: None if value is None else build(value)
    return None


def _arrow_type(hint: Any) -> pa.DataType:
    hint = _without_none(hint)
    if is_dataclass(hint):
        schema = arrow_schema(hint)  # type: ignore[arg-type]
        return pa.struct(list(schema))
    if get_origin(hint) is tuple:
        return pa.list_(_arrow_type(get_args(hint)[0]))
    if get_origin(hint) is Literal:
        return pa.string()
    return SCALARS[hint]


def _without_none(hint: Any) -> Any:
    """``X`` for ``X | None``."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(arg for arg in get_args(hint) if arg is not type(None))
    return hint
