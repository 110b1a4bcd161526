"""Small packages out of rows, judged on DuckDB as users have it, and on polars as a second opinion."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import polars as pl
import pytest
from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.package.door import from_frames
from borderclash.package.settings import read_settings
from borderclash.package.tables import Tables

Rows = Mapping[str, Iterable[Mapping[str, str | None]]]


class PolarsEngine:
    """polars in the place of DuckDB."""

    def keep(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        return nw.from_native(frame.to_native().collect().lazy())

    def rows(self, frame: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        return frame.to_native().collect().rows()

    def may_fill(self, frame: nw.LazyFrame[Any]) -> bool:
        return not frame.to_native().head(1).collect().is_empty()

    def close(self) -> None:
        pass


def on_duckdb(tables: Tables) -> Tables:
    return tables


def on_polars(tables: Tables) -> Tables:
    """Move tables that DuckDB read to polars, columns and rows as they are."""
    typed = {name: nw.from_native(tables.native(tables[name]).pl().lazy()) for name in TABLES}
    text = {name: nw.from_native(tables.native(tables.text(name)).pl().lazy()) for name in TABLES}
    return tables.over(typed, text, PolarsEngine())


ENGINES = {"duckdb": on_duckdb, "polars": on_polars}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Callable[[Tables], Tables]:
    """Return what moves tables to an engine."""
    return ENGINES[request.param]


@pytest.fixture
def lay(engine: Callable[[Tables], Tables]) -> Iterator[Callable[..., Tables]]:
    """Return a function that makes tables out of rows of text; cells and tables left out are empty."""
    opened = []

    def make(rows: Rows, settings: Mapping[str, Any] | None = None) -> Tables:
        given, faults = read_settings(dict(settings or {}), "datapackage.json")
        assert not faults
        frames = {}
        for name, table in TABLES.items():
            cells = [dict(row) for row in rows.get(name, ())]
            frames[name] = pl.DataFrame(
                {column: [row.get(column) for row in cells] for column in table.names}, schema=dict.fromkeys(table.names, pl.String)
            )
        tables = from_frames(frames, given)
        opened.append(tables)
        return engine(tables)

    yield make
    for tables in opened:
        tables.close()
