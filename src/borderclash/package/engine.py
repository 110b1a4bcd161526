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
_SMALL: Final = 96 << 20
"""Bytes of CSV up to which the tables stay in memory; uncompressed they take about twice that."""
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

    def close(self) -> None:
        """Let everything go."""


class DuckEngine:
    """DuckDB with a memory limit and a scratch folder that is removed on `close`, or when nobody holds the engine any more.

    Attributes:
        connection: the connection; nothing outside this package uses it.
        scratch: the folder for what does not fit in memory and for repaired copies of files.
    """

    def __init__(self, size: int = 0) -> None:
        """Open an engine for about `size` bytes of CSV."""
        self.scratch = Path(tempfile.mkdtemp(prefix="borderclash-"))
        database = ":memory:" if size <= _SMALL else str(self.scratch / "tables.duckdb")
        self.connection = duckdb.connect(database, config={**_CONFIG, "temp_directory": str(self.scratch / "spill")})
        self.connection.execute("SET python_enable_replacements = false")
        self._numbers = count(1)
        self._finish = weakref.finalize(self, _close, self.connection, self.scratch)

    def run(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        return self.connection.execute(sql, parameters or None).fetchall()

    def frame(self, name: str) -> nw.LazyFrame[Any]:
        """Return the table or view `name`."""
        return nw.from_native(self.connection.sql(f"SELECT * FROM {name}"))  # noqa: S608 - a name of ours

    def keep(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Compute `frame` once, into a table of its own, and return a frame over that."""
        name = f"kept_{next(self._numbers)}"
        frame.to_native().create(name)
        return self.frame(name)

    def rows(self, frame: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        """Return the rows of `frame` as plain Python values, fetched by DuckDB itself."""
        rows: list[tuple[Any, ...]] = frame.to_native().fetchall()
        return rows

    def close(self) -> None:
        """Close the connection and remove the scratch folder; a second call does nothing."""
        self._finish()


def _close(connection: duckdb.DuckDBPyConnection, scratch: Path) -> None:
    connection.close()
    shutil.rmtree(scratch, ignore_errors=True)


def quoted(name: str) -> str:
    """Return `name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def text_of(value: str) -> str:
    """Return `value` as an SQL string."""
    return "'" + value.replace("'", "''") + "'"
