"""Small typed tables for the tests of what is derived: written as rows of words, read by DuckDB and by polars."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import duckdb
import polars as pl
import pytest
from narwhals.stable import v2 as nw

from borderclash.columns import TABLES

DTYPES = {
    "text": pl.String,
    "word": pl.String,
    "integer": pl.Int64,
    "decimal": pl.Float64,
    "date": pl.Date,
    "time": pl.Time,
    "datetime": pl.Datetime("us"),
}

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def typed(rows: Rows) -> dict[str, pl.DataFrame]:
    """Return all twelve tables as typed polars frames; cells may be text or already typed, absent ones are null."""
    frames = {}
    for name, table in TABLES.items():
        columns = {column.name: [] for column in table.columns}
        for row in rows.get(name, ()):
            for column in table.columns:
                cell = row.get(column.name)
                cell = column.kind.read(cell) if isinstance(cell, str) and DTYPES[column.kind.storage] != pl.String else cell
                columns[column.name].append(float(cell) if column.kind.storage == "decimal" and cell is not None else cell)
        frames[name] = pl.DataFrame(columns, schema={column.name: DTYPES[column.kind.storage] for column in table.columns})
    return frames


class Shelf(dict):
    """Lazy tables by name, which fetch themselves with their own engine."""

    def fetch(self, frame: nw.LazyFrame) -> list[dict[str, Any]]:
        native = frame.to_native()
        if isinstance(native, pl.LazyFrame):
            return native.collect().to_dicts()
        return [dict(zip(native.columns, row, strict=True)) for row in native.fetchall()]


class RememberingShelf(Shelf):
    """As the package's own tables do, make once what several derivations need."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, *args: Any) -> None:
        super().__init__(*args)
        self.connection, self.made = connection, {}

    def shared(self, name: str, build: Callable[["Shelf"], nw.LazyFrame]) -> nw.LazyFrame:
        if name not in self.made:
            build(self).to_native().create(f"made_{len(self.made)}")
            self.made[name] = nw.from_native(self.connection.table(f"made_{len(self.made)}"))
        return self.made[name]


def on_polars(frames: Mapping[str, pl.DataFrame]) -> Shelf:
    return Shelf({name: nw.from_native(frame.lazy()) for name, frame in frames.items()})


def _connected(frames: Mapping[str, pl.DataFrame]) -> tuple[duckdb.DuckDBPyConnection, dict[str, nw.LazyFrame]]:
    connection = duckdb.connect()
    for name, frame in frames.items():
        connection.register("incoming", frame.to_arrow())
        connection.execute(f"create table {name} as select * from incoming")
        connection.unregister("incoming")
    return connection, {name: nw.from_native(connection.table(name)) for name in frames}


def on_duckdb(frames: Mapping[str, pl.DataFrame]) -> Shelf:
    return RememberingShelf(*_connected(frames))


def on_plain_duckdb(frames: Mapping[str, pl.DataFrame]) -> Shelf:
    return Shelf(_connected(frames)[1])


ENGINES = {"duckdb": on_duckdb, "duckdb-unshared": on_plain_duckdb, "polars": on_polars}


@pytest.fixture(params=list(ENGINES))
def shelf(request) -> Callable[[Rows], Shelf]:
    """Put rows (or ready polars frames) on an engine's shelf."""

    def put(rows: Any) -> Shelf:
        ready = all(isinstance(frame, pl.DataFrame) for frame in rows.values())
        return ENGINES[request.param](rows if ready else typed(rows))

    return put
