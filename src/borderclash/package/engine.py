"""The engine that holds the tables: DuckDB, in memory while the package is small, in a scratch file where it is not.

`Engine` is all that `Tables` asks of one, so that a test may put another in its place.
"""

__all__ = ["DuckEngine", "Engine", "quoted", "text_of"]

import shutil
import tempfile
import weakref
from itertools import count
from pathlib import Path
from typing import Any, Final, Protocol

import duckdb
from narwhals.stable import v2 as nw

_MEMORY_LIMIT: Final = "640MiB"
_FITS: Final = 96 << 20
"""Bytes of CSV up to which the tables stay in memory; uncompressed they take about twice that."""
_SMALL: Final = 4 << 20
"""Bytes of CSV up to which it costs more to prepare a query than to run it: to optimise it, or to run it in two threads, takes
longer than it saves."""
_CONFIG: Final = {
    "memory_limit": _MEMORY_LIMIT,
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "preserve_insertion_order": "true",
}


class Engine(Protocol):
    """What holds frames: it can make one once and for all, and hand out rows."""

    def keep(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Compute `frame` once and return a frame over the result."""

    def rows(self, frame: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        """Return the rows of `frame` as plain Python values."""

    def may_fill(self, frame: nw.LazyFrame[Any]) -> bool:
        """Return whether `frame` may have a row; False is certain, and True costs little where the rows are many."""

    def close(self) -> None:
        """Let everything go."""


class DuckEngine:
    """DuckDB with a memory limit and a scratch folder that is removed on `close`, or when nobody holds the engine any more.

    Attributes:
        connection: the connection; nothing outside this package uses it.
        scratch: the folder for what does not fit in memory and for repaired copies of files.
        small: whether a query takes longer to prepare than to run; then tables are better than views, even twice the same.
    """

    def __init__(self, size: int = 0, *, beside: "DuckEngine | None" = None) -> None:
        """Open an engine for about `size` bytes of CSV, or another hand on the tables of one that is open."""
        if beside is None:
            self.scratch = Path(tempfile.mkdtemp(prefix="borderclash-"))
            self.small = size <= _SMALL
            database = ":memory:" if size <= _FITS else str(self.scratch / "tables.duckdb")
            self.connection = duckdb.connect(database, config={**_CONFIG, "temp_directory": str(self.scratch / "spill")})
            self._numbers = count(1)
            self._finish = weakref.finalize(self, _close, self.connection, self.scratch)
        else:
            self.scratch, self.small, self._numbers = beside.scratch, beside.small, beside._numbers  # noqa: SLF001 - its own kind
            self.connection = beside.connection.cursor()
            self._finish = weakref.finalize(self, _close, self.connection, None)
        self.connection.execute("SET python_enable_replacements = false")
        if self.small:
            self.connection.execute("SET threads = 1")
            self.connection.execute("PRAGMA disable_optimizer")

    def run(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        return self.connection.execute(sql, parameters or None).fetchall()

    def frame(self, name: str) -> nw.LazyFrame[Any]:
        """Return the table or view `name`.

        Each step a rule takes over a frame is bound by the engine anew, from the bottom: over a table that is four times quicker
        than over a view or a query.
        """
        return nw.from_native(self.connection.table(name))

    def keep(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Compute `frame` once, into a table of its own, and return a frame over that."""
        name = f"kept_{next(self._numbers)}"
        frame.to_native().create(name)
        return self.frame(name)

    def rows(self, frame: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        """Return the rows of `frame` as plain Python values, fetched by DuckDB itself."""
        rows: list[tuple[Any, ...]] = frame.to_native().fetchall()
        return rows

    def may_fill(self, frame: nw.LazyFrame[Any]) -> bool:
        """Return whether `frame` has a row; where the tables are not small, True without a look, which would cost a second scan.

        To look costs half of what it costs to say which rows, in which order, and to fetch them; mostly there are none.
        """
        if not self.small:
            return True
        return bool(self.run(f"SELECT EXISTS (FROM ({frame.to_native().sql_query()}))")[0][0])

    def aside(self) -> "DuckEngine | None":
        """Return another hand on the same tables, for a thread of its own.

        Small tables are asked one query at a time by each of two hands, which is quicker than one query by two threads, since most of
        the time goes into preparing it. None where the tables are not small.
        """
        return DuckEngine(beside=self) if self.small else None

    def close(self) -> None:
        """Close the connection and remove the scratch folder; a second call does nothing."""
        self._finish()


def _close(connection: duckdb.DuckDBPyConnection, scratch: Path | None) -> None:
    connection.close()
    if scratch is not None:
        shutil.rmtree(scratch, ignore_errors=True)


def quoted(name: str) -> str:
    """Return `name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def text_of(value: str) -> str:
    """Return `value` as an SQL string."""
    return "'" + value.replace("'", "''") + "'"
