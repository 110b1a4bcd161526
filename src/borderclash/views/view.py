"""What a view is: a frame made of the tables, whose columns say what they mean."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.kinds import Storage
from borderclash.package.tables import Tables
from borderclash.vocab import Word

__all__ = ["View", "ViewColumn", "own", "taken"]


@dataclass(frozen=True)
class ViewColumn:
    """One column of a view.

    Attributes:
        name: what it is called.
        description: what a cell means.
        storage: what a cell is, as for the columns of tables; a view may also have booleans.
        vocabulary: the words a cell may be, or None.
        references: the table whose key a cell is, or None.
    """

    name: str
    description: str
    storage: Storage | Literal["boolean"]
    vocabulary: type[Word] | None = None
    references: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words a cell may be, in their order; empty where any text will do."""
        return tuple(word.value for word in self.vocabulary) if self.vocabulary else ()


@dataclass(frozen=True)
class View:
    """An analysis-ready frame.

    Attributes:
        name: what it is called.
        description: what one row is.
        columns: its columns in order.
        key: the columns that tell its rows apart, by which they are sorted; empty cells come first.
        build: makes the frame, with every column and in any order of rows.
    """

    name: str
    description: str
    columns: tuple[ViewColumn, ...]
    key: tuple[str, ...]
    build: Callable[[Tables], nw.LazyFrame[Any]]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the columns in order."""
        return tuple(column.name for column in self.columns)

    def over(self, tables: Tables) -> nw.LazyFrame[Any]:
        """Return the view over these tables: its columns in order, its rows sorted by key."""
        return self.build(tables).select(*self.names).sort(*self.key)


def taken(table: str, name: str, called: str | None = None, description: str | None = None) -> ViewColumn:
    """Return a column that is a table's own, `called` and described as there unless said otherwise."""
    column = TABLES[table][name]
    references = column.references or (table if TABLES[table].key == (name,) else None)
    return ViewColumn(called or name, description or column.description, column.kind.storage, column.vocabulary, references)


def own(
    name: str,
    storage: Storage | Literal["boolean"],
    description: str,
    vocabulary: type[Word] | None = None,
    references: str | None = None,
) -> ViewColumn:
    """Return a column that the view derives."""
    return ViewColumn(name, description, storage, vocabulary, references)
