"""What a cell becomes: the SQL that makes the typed columns of a table from its text.

A cell is cast only if it matches the pattern of its kind, since a bare cast takes `epoch`, `2021/05/28` and `0x10`. A text that
breaks its pattern or is too long is null too. A word stays as it is, known or not, so that one misspelling is one finding. What lies
outside its bounds is still typed. Decimals become doubles: then a comparison with a plain number, a distance and a remainder mean
the same in every engine, where fixed-point types differ.
"""

__all__ = ["TYPES", "cast", "fits", "is_cast", "typed_as"]

from collections.abc import Mapping
from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.columns import Column
from borderclash.kinds import Storage
from borderclash.package.engine import quoted, text_of

TYPES: Final[Mapping[Storage, Any]] = {
    "text": nw.String(),
    "word": nw.String(),
    "integer": nw.Int64(),
    "decimal": nw.Float64(),
    "date": nw.Date(),
    "time": nw.Time(),
    "datetime": nw.Datetime("us"),
}
"""The type of a typed column by the storage of its kind, in every engine."""

_SQL: Final[Mapping[Storage, str]] = {
    "text": "VARCHAR",
    "word": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DOUBLE",
    "date": "DATE",
    "time": "TIME",
    "datetime": "TIMESTAMP",
}


def is_cast(column: Column) -> bool:
    """Say whether the column's cells become something other than text."""
    return _SQL[column.kind.storage] != "VARCHAR"


def typed_as(column: Column) -> str:
    """Return the SQL type of the typed column."""
    return _SQL[column.kind.storage]


def fits(column: Column) -> str:
    """Return the SQL condition that a cell, if there is one, obeys pattern and length."""
    name = quoted(column.name)
    condition = f"regexp_full_match({name}, {text_of(column.kind.pattern)})"
    limit = column.kind.max_length
    return condition if limit is None else f"({condition} AND length({name}) <= {limit})"


def cast(column: Column) -> str:
    """Return the SQL of the typed cell: null where the text does not fit."""
    name = quoted(column.name)
    value = name if not is_cast(column) else f"TRY_CAST({name} AS {typed_as(column)})"
    return f"CASE WHEN {fits(column)} THEN {value} END"
