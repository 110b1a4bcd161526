"""From a row to the line it starts on."""

__all__ = ["Lines"]

from array import array
from functools import cached_property
from pathlib import Path

from borderclash.package.records import Records


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

    @cached_property
    def _starts(self) -> "array[int]":
        if self._known is not None:
            return self._known
        try:
            return array("q", (record.line for record in Records(self._path, self._table, self.file)))
        except OSError:
            return array("q")
