"""Tables and a hand-written head -> the descriptor of a Data Package v2 (`datapackage.json`).

The head is every package-level key but `$schema`, `profile` and `resources`: name, title, description, version, licenses, contributors,
keywords, and the properties of our own that v2 lets any descriptor carry (`temporal`, `spatial`, and the settings under `borderclash`).
It is kept word for word and in its order; the rest is generated from the tables.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from borderclash.columns import TABLES, Table
from borderclash.projections.tableschema import table_schema

__all__ = ["descriptor", "resource"]

_PROFILES: Final = "https://datapackage.org/profiles/2.0"
_GENERATED: Final = frozenset({"$schema", "profile", "resources"})
_DIALECT: Final = {
    "$schema": f"{_PROFILES}/tabledialect.json",
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}


def descriptor(head: Mapping[str, Any], tables: Iterable[Table] = TABLES.values()) -> dict[str, Any]:
    """Return the package descriptor: the head's own keys, and one resource a table in the order given."""
    kept = {key: value for key, value in head.items() if key not in _GENERATED}
    return {"$schema": f"{_PROFILES}/datapackage.json", **kept, "resources": [resource(of) for of in tables]}


def resource(of: Table) -> dict[str, Any]:
    """Return the resource of a table: `data/<table>.csv`, with dialect and schema inline."""
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": of.name,
        "type": "table",
        "path": f"data/{of.name}.csv",
        "description": of.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": dict(_DIALECT),
        "schema": table_schema(of),
    }
