"""Table -> Data Package v2 Table Schema, in the dialect that both the standard and frictionless 5 read.

Where the two differ, the form is one that both take: a vocabulary stands as `categories` (with meanings) and again as `enum`, a
one-column key as `uniqueKeys` and again as `unique`, `fieldsMatch` is a string, clock times and minutes name their format. Patterns
are given for text only, in a non-capturing group, because frictionless puts `^` and `$` around them and takes them for no other type.
"""

from collections.abc import Mapping
from typing import Any, Final

from borderclash.columns import Column, Table, table
from borderclash.kinds import Storage

__all__ = ["field", "table_schema"]

_PROFILE: Final = "https://datapackage.org/profiles/2.0/tableschema.json"
_TYPES: Final[Mapping[Storage, str]] = {
    "text": "string",
    "word": "string",
    "integer": "integer",
    "decimal": "number",
    "date": "date",
    "time": "time",
    "datetime": "datetime",
}
_FORMATS: Final[Mapping[Storage, str]] = {"time": "%H:%M", "datetime": "%Y-%m-%dT%H:%M"}


def table_schema(of: Table) -> dict[str, Any]:
    """Return the Table Schema of a table, with its keys and references."""
    schema: dict[str, Any] = {
        "$schema": _PROFILE,
        "title": of.name,
        "description": of.description,
        "fields": [field(column, unique=of.key == (column.name,)) for column in of.columns],
        "fieldsMatch": "exact",
        "missingValues": [""],
        "primaryKey": list(of.key),
        "uniqueKeys": [list(of.key)],
    }
    references = [_foreign_key(column) for column in of.columns if column.references]
    return {**schema, "foreignKeys": references} if references else schema


def field(column: Column, *, unique: bool) -> dict[str, Any]:
    """Return the field descriptor of a column; `unique` says that it alone is its table's key."""
    storage = column.kind.storage
    descriptor: dict[str, Any] = {"name": column.name, "type": _TYPES[storage]}
    if storage in _FORMATS:
        descriptor["format"] = _FORMATS[storage]
    descriptor["description"] = column.description
    if column.vocabulary:
        descriptor["categories"] = [{"value": word.value, "label": word.meaning} for word in column.vocabulary]
    constraints = _constraints(column, unique=unique)
    return {**descriptor, "constraints": constraints} if constraints else descriptor


def _constraints(column: Column, *, unique: bool) -> dict[str, Any]:
    kind = column.kind
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if unique:
        constraints["unique"] = True
    if column.vocabulary:
        constraints["enum"] = list(column.words)
    elif kind.storage == "text":
        constraints["pattern"] = f"(?:{kind.pattern})"
        if kind.max_length is not None:
            constraints["maxLength"] = kind.max_length
    for name, bound in (("minimum", kind.minimum), ("maximum", kind.maximum)):
        if bound is not None:
            constraints[name] = int(bound) if bound == int(bound) else float(bound)
    return constraints


def _foreign_key(column: Column) -> dict[str, Any]:
    """Return the foreign key of a column that refers to a table; a reference to its own table names no resource, as v2 asks."""
    to = table(column.references or "")
    reference: dict[str, Any] = {"fields": list(to.key)}
    return {"fields": [column.name], "reference": reference if to.name == column.table else {"resource": to.name, **reference}}
