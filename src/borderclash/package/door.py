"""The door for frames a user already has: they come in as the text of their cells, and are judged like files.

A frame is recognised by narwhals, so no frame library is imported here. Its rows go through a scratch file of ours into DuckDB, a
slice at a time, whatever library they come from: one road, one answer.
"""

__all__ = ["from_frames"]

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES, Table
from borderclash.errors import UnknownNameError, UnreadableError
from borderclash.kinds import Storage
from borderclash.package.cells import cell
from borderclash.package.engine import DuckEngine
from borderclash.package.faults import Fault
from borderclash.package.gather import gather, prepare
from borderclash.package.header import judge_header
from borderclash.package.load import Loaded, load_empty, load_records
from borderclash.package.settings import Settings
from borderclash.package.tables import Tables

_SLICE: Final = 20_000
_WHAT: Final = "a pandas or polars DataFrame, a pyarrow Table or a DuckDB relation"
_ROUGH_CELL: Final = 24
"""Bytes that a cell takes in the scratch file, roughly; it decides only whether the tables stay in memory."""

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]


def from_frames(frames: Mapping[str, Any], settings: Settings | None = None) -> Tables:
    """Take frames by table name: pandas or polars DataFrames, pyarrow Tables, DuckDB relations of any connection.

    A table that is not given is missing, and a fault says so. The frames are read once and not kept.

    Raises:
        UnknownNameError: if a name is no table's.
        UnreadableError: if something given is no frame, or one that has not been computed yet.
    """
    for name in frames:
        if name not in TABLES:
            raise UnknownNameError("table", str(name), TABLES)
    known = {name: _frame(name, frame) for name, frame in frames.items()}
    engine = DuckEngine(sum(_size(frame) for frame in known.values() if frame is not None))
    try:
        prepare(engine)
        loaded = {name: _load(engine, table, name in known, known.get(name)) for name, table in TABLES.items()}
        return gather(engine, loaded, settings=settings)
    except BaseException:
        engine.close()
        raise


def _frame(name: str, given: Any) -> Frame | None:
    """Return `given` as a narwhals frame, or None if it names a column twice, which no frame of ours can hold."""
    try:
        frame: Frame = nw.from_native(given)
    except TypeError:
        what = f"{type(given).__module__.partition('.')[0]}.{type(given).__name__}"
        raise UnreadableError(f"{name} is a {what}, which is no frame; pass {_WHAT}, or the path of a package") from None
    except nw.exceptions.DuplicateError:
        return None
    if isinstance(frame, nw.LazyFrame) and not frame.implementation.is_duckdb():
        raise UnreadableError(f"{name} is a lazy frame of {frame.implementation.value}; collect it first, then pass the result")
    return frame


def _size(frame: Frame) -> int:
    if isinstance(frame, nw.DataFrame):
        return frame.shape[0] * frame.shape[1] * _ROUGH_CELL
    return int(frame.select(nw.len()).to_native().fetchall()[0][0]) * len(frame.columns) * _ROUGH_CELL


def _load(engine: DuckEngine, table: Table, given: bool, frame: Frame | None) -> Loaded:
    if not given:
        return load_empty(engine, table, Fault("missing-table", table.name, f"no frame was passed for {table.name}"))
    if frame is None:
        message = "the frame names a column twice, so none of it is read"
        return load_empty(engine, table, Fault("duplicate-header", table.name, message))
    header = judge_header(table, [str(name) for name in frame.columns])
    names = list(header.places)
    storages = [table[name].kind.storage for name in names]
    chosen = frame.select(names)
    slices = _eager(chosen, storages) if isinstance(chosen, nw.DataFrame) else _relation(chosen.to_native(), storages)
    copy = engine.scratch / f"{table.name}.csv"
    with copy.open("w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        rows, longest = 0, 0
        for rows, cells in enumerate((row for part in slices for row in part), start=1):
            longest = max(longest, writer.writerow([rows - 1, *cells]))
    renumbered = judge_header(table, names)
    misfits = load_records(engine, table, copy, renumbered, rows, longest)
    copy.unlink()
    return Loaded(header.faults, missing_columns=header.missing, misfits=misfits)


def _eager(frame: nw.DataFrame[Any], storages: Sequence[Storage]) -> Iterator[Iterable[Sequence[str | None]]]:
    for start in range(0, frame.shape[0], _SLICE):
        part = frame[start : start + _SLICE]
        yield zip(*(_cells(part.get_column(name), storage) for name, storage in zip(part.columns, storages, strict=True)), strict=True)


def _cells(series: nw.Series[Any], storage: Storage) -> list[str | None]:
    values, nulls = series.to_list(), series.is_null().to_list()
    if series.dtype == nw.String:
        return [None if null else value for value, null in zip(values, nulls, strict=True)]
    return [None if null else cell(value, storage) for value, null in zip(values, nulls, strict=True)]


def _relation(relation: Any, storages: Sequence[Storage]) -> Iterator[Iterable[Sequence[str | None]]]:
    """Fetch from a relation made here over the user's, which stays as it was; from DuckDB 2 on a relation hands out an iterator."""
    if hasattr(type(relation), "iter_rows"):
        slices: Iterator[Any] = iter([relation.iter_rows(_SLICE)])
    else:
        slices = iter(lambda: relation.fetchmany(_SLICE), [])
    for part in slices:
        yield ([cell(value, storage) for value, storage in zip(row, storages, strict=True)] for row in part)
