"""What a column is called in each backend: names only, so that no engine is imported.

A vocabulary is categorical everywhere; its categories, in order, are `column.words`. Decimals become 64-bit floats in frames
(the typed models keep them exact). Days in pandas are timestamps at midnight, because pandas has no day of its own.
"""

from collections.abc import Mapping
from typing import Final

from borderclash.columns import Column
from borderclash.kinds import Storage

__all__ = ["arrow_dtype", "duckdb_dtype", "pandas_dtype", "polars_dtype"]

_PANDAS: Final[Mapping[Storage, str]] = {
    "text": "string",
    "word": "category",
    "integer": "Int64",
    "decimal": "Float64",
    "date": "datetime64[s]",
    "time": "time64[us][pyarrow]",
    "datetime": "datetime64[s]",
}
_POLARS: Final[Mapping[Storage, str]] = {
    "text": "String",
    "word": "Enum",
    "integer": "Int64",
    "decimal": "Float64",
    "date": "Date",
    "time": "Time",
    "datetime": "Datetime",
}
_ARROW: Final[Mapping[Storage, str]] = {
    "text": "string",
    "word": "dictionary<values=string, indices=int32, ordered=0>",
    "integer": "int64",
    "decimal": "double",
    "date": "date32[day]",
    "time": "time64[us]",
    "datetime": "timestamp[us]",
}
_DUCKDB: Final[Mapping[Storage, str]] = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "decimal": "DOUBLE",
    "date": "DATE",
    "time": "TIME",
    "datetime": "TIMESTAMP",
}


def pandas_dtype(column: Column) -> str:
    """Return the name `pandas.api.types.pandas_dtype` reads; `category` takes its categories from `column.words`."""
    return _PANDAS[column.kind.storage]


def polars_dtype(column: Column) -> str:
    """Return the name of the class in `polars`; `Enum` takes its categories from `column.words`."""
    return _POLARS[column.kind.storage]


def arrow_dtype(column: Column) -> str:
    """Return what `str()` of the pyarrow type says."""
    return _ARROW[column.kind.storage]


def duckdb_dtype(column: Column) -> str:
    """Return the SQL type; a vocabulary is an `ENUM` of its words, which are slugs and need no escaping."""
    if column.vocabulary:
        return "ENUM ('" + "', '".join(column.words) + "')"
    return _DUCKDB[column.kind.storage]
