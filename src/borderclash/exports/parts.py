"""What is exported: each table by its own name, and each view as `view_<name>`, since a table and a view may share one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES, Table
from borderclash.errors import UnknownNameError
from borderclash.kinds import Storage
from borderclash.package.tables import Tables
from borderclash.views import VIEWS, View

__all__ = ["NAMES", "Part", "PartColumn", "Stock", "parts_of"]

_PREFIX: Final = "view_"

NAMES: Final = (*TABLES, *(f"{_PREFIX}{name}" for name in VIEWS))
"""The names of all parts: tables first."""


@dataclass(frozen=True)
class PartColumn:
    """One column of a part: name, meaning, storage, whether it must be filled, and the table whose key it is, or None."""

    name: str
    description: str
    storage: Storage | Literal["boolean"]
    required: bool
    references: str | None


@dataclass(frozen=True)
class Part:
    """A table or a view, as it is exported.

    Attributes:
        name: the name of its file or table.
        of: the table or the view.
        description: what one row is.
        columns: its columns.
        key: the columns that tell its rows apart.
    """

    name: str
    of: Table | View
    description: str
    columns: tuple[PartColumn, ...]
    key: tuple[str, ...]


@dataclass(frozen=True)
class Stock:
    """The parts chosen, and where their rows come from.

    Attributes:
        tables: the tables.
        parts: the parts, in order.
        searches: how many of the rows of searches are written; None for all. Those after are no rows of the dataset.
        title: what the dataset is called; empty if nobody knows.
        citation: how to cite it; empty if nobody knows.
        known_on: the day as of which it is known, or None.
        begun: is called with the name of each part as it is begun.
    """

    tables: Tables
    parts: tuple[Part, ...]
    searches: int | None = None
    title: str = ""
    citation: str = ""
    known_on: date | None = None
    begun: Callable[[str], None] | None = None

    def frame(self, part: Part) -> nw.LazyFrame[Any]:
        """Return the rows of a part, typed and in their order."""
        if self.begun:
            self.begun(part.name)
        if isinstance(part.of, View):
            return part.of.over(self.tables)
        rows = self.tables[part.name]
        if part.name == "searches" and self.searches is not None:
            rows = rows.filter(nw.col("_row") < self.searches)
        return rows.sort("_row").select(*part.of.names)


def parts_of(names: Iterable[str]) -> tuple[Part, ...]:
    """Return the parts of these names, in the order of `NAMES`.

    Raises:
        UnknownNameError: if there is no such part.
    """
    wanted = set(names)
    for name in sorted(wanted):
        if name not in NAMES:
            raise UnknownNameError("table or view to export", name, NAMES)
    return tuple(_part(name) for name in NAMES if name in wanted)


def _part(name: str) -> Part:
    if name in TABLES:
        table = TABLES[name]
        columns = (PartColumn(each.name, each.description, each.kind.storage, each.required, each.references) for each in table.columns)
        return Part(name, table, table.description, tuple(columns), table.key)
    view = VIEWS[name.removeprefix(_PREFIX)]
    columns = (PartColumn(each.name, each.description, each.storage, False, each.references) for each in view.columns)
    return Part(name, view, view.description, tuple(columns), view.key)
