"""Table -> the form people fill in: one dossier, nested, whose every key is a column of a table or a list of rows of another.

The form is declared once. Reading, writing, the JSON Schema that editors check by and the blank form that `new` writes follow it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from borderclash.columns import TABLES, Column, Table
from borderclash.projections.jsonschema import cell_schema

__all__ = ["DOSSIER", "PERSONS", "Part", "dossier_schema"]

PERSONS: Final = "persons"
"""The unit of a figure that names none."""
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True)
class Part:
    """One part of the form: the rows of one table that stand under one key.

    Attributes:
        name: the key it stands under.
        table: the table of its rows.
        said: what a key is called that is not called like its column: column -> key.
        implied: the columns that follow from where the part stands, and so have no key.
        parts: what stands inside each of its rows.
        many: whether it is a list; else it is one row.
        heir: whether its rows fill in what the row they stand in leaves open, instead of being rows beside it.
        optional: columns that may be left out although their table wants them, since the form knows what is meant.
    """

    name: str
    table: str
    said: Mapping[str, str] = field(default_factory=dict)
    implied: tuple[str, ...] = ()
    parts: tuple["Part", ...] = ()
    many: bool = True
    heir: bool = False
    optional: tuple[str, ...] = ()

    @property
    def of(self) -> Table:
        """The table of its rows."""
        return TABLES[self.table]

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        """Its columns by key, in the order of the table."""
        return {self.said.get(column.name, column.name): column for column in self.of.columns if column.name not in self.implied}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Every key a row of it may have."""
        return (*self.columns, *(part.name for part in self.parts))

    def part(self, name: str) -> "Part | None":
        """Return the part of that name inside its rows."""
        return next((part for part in self.parts if part.name == name), None)


_CLAIM: Final = ("claim_id",)
_LOOKED_IN: Final = Part(
    "looked_in", "searches", {"source_id": "source"}, implied=("claim_id", "searched_on"), heir=True, optional=("outlet", "language")
)
DOSSIER: Final = (
    Part("incident", "incidents", {"incident_id": "id", "place_id": "place"}, many=False, optional=("incident_id",)),
    Part(
        "claims",
        "claims",
        {"claim_id": "id"},
        implied=("incident_id",),
        optional=("claim_id",),
        parts=(
            Part("locations", "locations", {"place_id": "place"}, implied=_CLAIM),
            Part("answers", "replies", {"answers": "claim"}, implied=("reply_id",)),
            Part("cites", "citations", {"source_id": "source"}, implied=_CLAIM),
            Part("figures", "figures", implied=_CLAIM, optional=("unit",)),
        ),
    ),
    Part("searches", "searches", {"claim_id": "claim", "source_id": "source"}, parts=(_LOOKED_IN,), optional=("outlet", "language")),
    Part("sources", "sources", {"source_id": "id"}),
    Part("actors", "actors", {"actor_id": "id"}),
    Part("places", "places", {"place_id": "id"}, parts=(Part("names", "place_names", implied=("place_id",)),)),
)
"""The parts of a dossier, in their order."""


def dossier_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a dossier, as an editor sees its YAML: numbers may be numbers, an empty cell is null."""
    return {
        "$schema": _DIALECT,
        "title": "A borderclash dossier",
        "description": "One incident: its claims, what answers them, where replies were looked for, and new sources, actors and places.",
        "type": "object",
        "properties": {part.name: _listed(part) for part in DOSSIER},
        "required": ["incident", "claims"],
        "additionalProperties": False,
    }


def _listed(part: Part) -> dict[str, Any]:
    row = {
        "type": "object",
        "properties": {
            **{key: _cell(column, column.required and column.name not in part.optional) for key, column in part.columns.items()},
            **{inner.name: _listed(inner) for inner in part.parts},
        },
        "required": [key for key, column in part.columns.items() if column.required and column.name not in part.optional],
        "additionalProperties": False,
    }
    if not part.many:
        return {"description": part.of.description, **row}
    return {"description": part.of.description, "type": ["array", "null"], "items": row}


def _cell(column: Column, required: bool) -> dict[str, Any]:
    """Return the schema of a cell as YAML gives it: references and ids may be short, and a whole number is a number there."""
    schema = cell_schema(column)
    schema.pop("not", None)
    if column.kind.storage in ("integer", "decimal"):
        return {"description": column.description, "type": ["number", "string", "null"]}
    if column.references == "claims" or (column.key and column.table == "claims"):
        schema.pop("pattern", None)
    if not required and schema["type"] == "string":
        schema["type"] = ["string", "null"]
    return schema
