"""The hinge: tables and their columns, read off the models once.

This is the only module that looks inside Pydantic. Everything else that must know a field's kind, its reference or its
description asks `TABLES`.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, get_args

from pydantic.fields import FieldInfo

from borderclash.errors import UnknownNameError
from borderclash.kinds import WORD, Key, Kind, References
from borderclash.models import MODELS, Row
from borderclash.vocab import Word

__all__ = ["TABLES", "Column", "Table", "table"]


@dataclass(frozen=True)
class Column:
    """One column of one table.

    Attributes:
        table, name: where it stands.
        description: what a cell means.
        kind: what a cell may look like and becomes.
        required: whether a cell must be filled.
        key: whether it is (part of) the table's key.
        references: the table whose key a cell must be, or None.
        vocabulary: the words a cell may be, or None.
    """

    table: str
    name: str
    description: str
    kind: Kind
    required: bool
    key: bool
    references: str | None
    vocabulary: type[Word] | None

    @property
    def words(self) -> tuple[str, ...]:
        """The words a cell may be, in their order; empty where any text of the kind will do."""
        return tuple(word.value for word in self.vocabulary) if self.vocabulary else ()


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        name: its name, which is also its file's stem.
        description: what one row is.
        columns: its columns in order.
        model: the Pydantic model of a row.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    model: type[Row]

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The names of the columns that make the key, in order."""
        return tuple(column.name for column in self.columns if column.key)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(column.name for column in self.columns)

    def __getitem__(self, name: str) -> Column:
        """Return the column of that name.

        Raises:
            UnknownNameError: if there is none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise UnknownNameError(f"column of {self.name}", name, self.names)


def _annotations(info: FieldInfo) -> tuple[Any, tuple[Any, ...]]:
    """Return the type of a field without `| None`, and what `Annotated` says beside it."""
    kind, marks = info.annotation, list(info.metadata)
    for branch in get_args(kind):
        if branch is not type(None):
            marks += getattr(branch, "__metadata__", ())
            kind = getattr(branch, "__origin__", branch)
    return kind, tuple(marks)


def _column(table: str, name: str, info: FieldInfo) -> Column:
    kind, marks = _annotations(info)
    vocabulary = kind if isinstance(kind, type) and issubclass(kind, Word) else None
    return Column(
        table=table,
        name=name,
        description=info.description or "",
        kind=WORD if vocabulary else next(mark for mark in marks if isinstance(mark, Kind)),
        required=info.is_required(),
        key=any(isinstance(mark, Key) for mark in marks),
        references=next((mark.table for mark in marks if isinstance(mark, References)), None),
        vocabulary=vocabulary,
    )


def _table(name: str, model: type[Row]) -> Table:
    columns = tuple(_column(name, field, info) for field, info in model.model_fields.items())
    return Table(name, (model.__doc__ or "").strip(), columns, model)


TABLES: Final[dict[str, Table]] = {name: _table(name, model) for name, model in MODELS.items()}
"""The twelve tables by name, in the order in which they are read and printed."""


def table(name: str) -> Table:
    """Return the table of that name.

    Raises:
        UnknownNameError: if there is none.
    """
    if name not in TABLES:
        raise UnknownNameError("table", name, TABLES)
    return TABLES[name]
