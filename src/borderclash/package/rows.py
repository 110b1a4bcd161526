"""Rows that are in memory already into tables: the same road as files take, from the text of their cells on."""

__all__ = ["cells_of", "engine_for", "from_rows", "load_rows"]

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from borderclash.columns import TABLES, Table
from borderclash.models import Row
from borderclash.package.engine import DuckEngine
from borderclash.package.gather import gather, prepare
from borderclash.package.header import judge_header
from borderclash.package.load import Loaded, load_records
from borderclash.package.settings import Settings
from borderclash.package.tables import Tables

_CELL: Final = 24
"""Bytes that a cell takes, roughly; it decides only whether the tables stay in memory."""

Cells = Sequence[str | None]


def cells_of(table: Table, row: Row) -> list[str | None]:
    """Return the cells of a row as their canonical text, in the order of its table."""
    values = ((column, getattr(row, column.name)) for column in table.columns)
    return [None if value is None else column.kind.write(value) for column, value in values]


def engine_for(rows: Mapping[str, Sequence[Cells]]) -> DuckEngine:
    """Return an engine that is wide enough for the rows, ready to be filled."""
    engine = DuckEngine(sum(len(cells) * len(TABLES[name].names) * _CELL for name, cells in rows.items()))
    prepare(engine)
    return engine


def load_rows(engine: DuckEngine, table: Table, rows: Iterable[Cells]) -> dict[str, int]:
    """Load the rows of a table, cells in its order, and return how many cells of each column do not fit."""
    copy, number, longest = engine.scratch / f"{table.name}.csv", 0, 0
    with copy.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        for number, cells in enumerate(rows, start=1):
            longest = max(longest, writer.writerow([number - 1, *cells]))
    misfits = load_records(engine, table, copy, judge_header(table, table.names), number, longest)
    copy.unlink()
    return misfits


def from_rows(rows: Mapping[str, Sequence[Cells]], settings: Settings | None = None) -> Tables:
    """Return tables over rows in memory, by table; a table that is not given is empty."""
    engine = engine_for(rows)
    try:
        loaded = {name: Loaded(misfits=load_rows(engine, table, rows.get(name, ()))) for name, table in TABLES.items()}
        return gather(engine, loaded, settings=settings)
    except BaseException:
        engine.close()
        raise
