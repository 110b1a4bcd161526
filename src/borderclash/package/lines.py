"""From a row to where it stands."""

__all__ = ["Lines", "Place", "Whereabouts"]

from array import array
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from borderclash.package.records import Records


class Place(NamedTuple):
    """Where a row or a cell of it stands: the file, the physical line, and the character, both counted from 1; None where not known."""

    file: str | None = None
    line: int | None = None
    column: int | None = None


class Whereabouts(Protocol):
    """What knows where the rows of one table stand."""

    @property
    def file(self) -> str | None:
        """The file of the table, if its rows are of one file."""

    def place(self, row: int, field: str | None = None) -> Place:
        """Return where the row with that number stands, or its cell of that column."""


class Lines:
    """The physical lines of the rows of one file, counted from 1.

    Where every row takes one line, a row's line is known from its number; else the file is passed over once, when first asked.
    """

    def __init__(self, path: Path, table: str, file: str, *, plain: bool, known: "array[int] | None" = None) -> None:
        """Serve the file at `path`: `plain` if line and row numbers run together, `known` if the lines were noted while reading."""
        self.file = file
        self._path, self._table, self._plain = path, table, plain
        self._known = known

    def of(self, row: int) -> int | None:
        """Return the line of the row with that number, counted from 0; None where the file has no such row any more."""
        if self._plain:
            return row + 2
        return self._starts[row] if row < len(self._starts) else None

    def place(self, row: int, field: str | None = None) -> Place:  # noqa: ARG002 - a row of CSV is one line, whatever the field
        """Return where the row is; the character at which a cell starts is looked up only for what is shown."""
        return Place(self.file, self.of(row))

    @cached_property
    def _starts(self) -> "array[int]":
        if self._known is not None:
            return self._known
        try:
            return array("q", (record.line for record in Records(self._path, self._table, self.file)))
        except OSError:
            return array("q")
