r"""Table -> JSON Schema (2020-12) of one row.

**The instance is a row as JSON object whose values are the cells as text, exactly as they stand in the CSV file, and null where a cell
is empty.** Numbers, days and times stay text, so that `5` and `5.0`, or `02:15`, are what was written; it is also what
`Row.model_dump(mode="json")` returns. A column that may be empty may be left out. Numeric bounds are therefore patterns too.

`not: {pattern: "\n"}` says nothing new in ECMAScript. It is there for validators written in Python, whose `$` also matches before a
line break that ends the text.
"""

from typing import Any, Final

from borderclash.columns import Column, Table
from borderclash.projections.intervals import interval

__all__ = ["cell_schema", "row_schema"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NO_LINE_BREAK: Final = {"type": "string", "pattern": "\\n"}


def row_schema(of: Table) -> dict[str, Any]:
    """Return the JSON Schema of one row of a table; keys and references between rows are not in it."""
    return {
        "$schema": _DIALECT,
        "title": f"A row of {of.name}",
        "description": f"{of.description} Every value is the text of the cell as it stands in {of.name}.csv, or null where it is empty.",
        "type": "object",
        "properties": {column.name: cell_schema(column) for column in of.columns},
        "required": [column.name for column in of.columns if column.required],
        "additionalProperties": False,
    }


def cell_schema(column: Column) -> dict[str, Any]:
    """Return the JSON Schema of one cell."""
    kind = column.kind
    schema: dict[str, Any] = {"description": column.description, "type": "string" if column.required else ["string", "null"]}
    if column.vocabulary:
        return {**schema, "enum": [*column.words, *([] if column.required else [None])]}
    schema |= {"pattern": f"^(?:{kind.pattern})$", "not": _NO_LINE_BREAK}
    size = interval(kind.minimum, kind.maximum)
    if size:
        schema["allOf"] = [{"description": kind.bounds, "pattern": f"^(?:{size})$"}]
    if kind.max_length is not None:
        schema["maxLength"] = kind.max_length
    return {**schema, "examples": [kind.example]}
