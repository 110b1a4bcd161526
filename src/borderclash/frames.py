"""The tables as frames of the library a person works with, each column of the right type.

Vocabularies are categorical with all their words as categories, in their order; integers and decimals keep their nulls; days are
days. The libraries are imported when they are asked for, and never else.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES, Table, table
from borderclash.dataset import Dataset, refuse_faults
from borderclash.errors import MissingExtraError, UnknownNameError, UnreadableError
from borderclash.package.locate import locate
from borderclash.package.read import read
from borderclash.package.tables import Tables
from borderclash.projections.dtypes import arrow_dtype, pandas_dtype

__all__ = ["BACKENDS", "Words", "frame", "materialise", "ready"]

Words = Mapping[str, tuple[str, ...]]
"""The words of each column that has a vocabulary."""


def frame(name: str, *, backend: str = "pandas", path: str | Path | None = None, dataset: Dataset | None = None) -> Any:
    """Return a table as a frame.

    Args:
        name: the table, such as `claims`.
        backend: `pandas`, `polars`, `pyarrow`, or `duckdb` (a relation, which keeps its own connection alive).
        path: a package's folder or descriptor; without it, the data that borderclash ships.
        dataset: a dataset that was loaded already, instead of a path.

    Raises:
        UnknownNameError: if there is no such table or backend.
        MissingExtraError: if the library is not installed.
        MissingPackageError: if there is no package at `path`.
        UnreadableError: if something of the package would be lost, because its files hold faults.
        TypeError: if both a path and a dataset are given.
    """
    wanted = table(name)
    ready(backend)
    if dataset is not None:
        if path is not None:
            raise TypeError("frame() takes a path or a dataset, not both")
        return _of_rows(wanted, dataset, backend)
    words = {column.name: column.words for column in wanted.columns if column.vocabulary}
    with read(locate(path)) as tables:
        refuse_faults(tables)
        return materialise(tables, tables[name].sort("_row").select(*wanted.names), words, backend)


def ready(backend: str) -> None:
    """Make sure that the backend can be used.

    Raises:
        UnknownNameError: if there is no such backend.
        MissingExtraError: if its library is not installed.
    """
    if backend not in BACKENDS:
        raise UnknownNameError("backend", backend, BACKENDS)
    for library in _NEEDS[backend]:
        _library(library, "polars" if backend == "polars" else "pandas")


def materialise(tables: Tables, lazy: nw.LazyFrame[Any], words: Words, backend: str) -> Any:
    """Return a lazy frame over `tables` as a frame of the backend, which outlives them.

    Raises:
        UnreadableError: if a cell of a column with a vocabulary is none of its words.
    """
    names = lazy.collect_schema().names()
    if backend == "duckdb":
        _refuse_strangers({name: {word for (word,) in tables.rows(lazy.select(name).unique())} for name in words}, words)
        return _relation(tables.native(lazy), names, words)
    return BACKENDS[backend](_worded(tables.native(lazy).to_arrow_table(), words), words)


def _library(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(name, extra) from error


def _refuse_strangers(found: Mapping[str, Iterable[str | None]], words: Words) -> None:
    for name, values in found.items():
        strangers = sorted(value for value in values if value is not None and value not in words[name])
        if strangers:
            raise UnreadableError(f"{strangers[0]!r} is no word of {name}; to see every fault, type: borderclash validate PATH")


def _worded(arrow: Any, words: Words) -> Any:
    """Turn the text of each vocabulary into a dictionary of all its words, in order."""
    pa, pc = import_module("pyarrow"), import_module("pyarrow.compute")
    _refuse_strangers({name: pc.unique(arrow[name]).to_pylist() for name in words}, words)
    for name, known in words.items():
        dictionary = pa.array(known, pa.string())
        column = arrow[name].combine_chunks()
        indices = pc.index_in(column, value_set=dictionary)
        arrow = arrow.set_column(arrow.schema.get_field_index(name), name, pa.DictionaryArray.from_arrays(indices, dictionary))
    return arrow


def _pandas(arrow: Any, words: Words) -> Any:
    """Give each column the type that `projections.dtypes` names for what it is in Arrow."""
    pandas = import_module("pandas")
    columns = [column for each in TABLES.values() for column in each.columns if not column.vocabulary]
    names = {arrow_dtype(column): pandas_dtype(column) for column in columns} | {"bool": "boolean"}
    kinds = {
        str(name): pandas.api.types.pandas_dtype(names[str(name)])
        for name in {str(field.type) for field in arrow.schema}
        if str(name) in names
    }
    extension = {name: kind for name, kind in kinds.items() if not name.startswith(("date", "timestamp"))}
    result = arrow.to_pandas(types_mapper=lambda kind: extension.get(str(kind)), date_as_object=False)
    return result.astype({field.name: kinds[str(field.type)] for field in arrow.schema if field.name not in words})


def _polars(arrow: Any, words: Words) -> Any:
    pa, polars = import_module("pyarrow"), import_module("polars")
    plain = arrow.cast(pa.schema([pa.field(field.name, pa.string() if field.name in words else field.type) for field in arrow.schema]))
    return polars.from_arrow(plain).with_columns(polars.col(name).cast(polars.Enum(list(known))) for name, known in words.items())


def _arrow(arrow: Any, words: Words) -> Any:  # noqa: ARG001 - every backend is called alike
    return arrow


def _duckdb(arrow: Any, words: Words) -> Any:
    pa, duckdb = import_module("pyarrow"), import_module("duckdb")
    plain = arrow.cast(pa.schema([pa.field(field.name, pa.string() if field.name in words else field.type) for field in arrow.schema]))
    connection = duckdb.connect()
    connection.from_arrow(plain).create("frame")
    return connection.table("frame").project(_enums(plain.schema.names, words))


def _relation(native: Any, names: Iterable[str], words: Words) -> Any:
    """Move a relation to a connection of its own, by way of a file: the tables' engine closes with them, and Arrow may not be there."""
    connection = import_module("duckdb").connect()
    with TemporaryDirectory(prefix="borderclash-") as folder:
        file = str(Path(folder) / "frame.parquet")
        native.write_parquet(file)
        connection.read_parquet(file).create("frame")
    return connection.table("frame").project(_enums(names, words))


def _enums(names: Iterable[str], words: Words) -> str:
    """Return the SQL that selects the columns, vocabularies as enums; words are slugs and need no escaping."""
    enums = {name: "', '".join(known) for name, known in words.items()}
    return ", ".join(f'CAST("{name}" AS ENUM (\'{enums[name]}\')) AS "{name}"' if name in words else f'"{name}"' for name in names)


def _of_rows(wanted: Table, dataset: Dataset, backend: str) -> Any:
    """Make the frame of rows that are Python objects already."""
    pa = _library("pyarrow", "pandas")
    rows = getattr(dataset, wanted.name)
    rows = list(rows.values() if isinstance(rows, Mapping) else rows)
    arrays = {}
    for column in wanted.columns:
        cells = [getattr(row, column.name) for row in rows]
        if column.kind.storage == "decimal":
            cells = [None if cell is None else float(cell) for cell in cells]
        kind = pa.string() if column.vocabulary else pa.type_for_alias(arrow_dtype(column))
        arrays[column.name] = pa.array(cells, kind)
    words = {column.name: column.words for column in wanted.columns if column.vocabulary}
    return BACKENDS[backend](_worded(pa.table(arrays), words), words)


BACKENDS: Final[Mapping[str, Callable[[Any, Words], Any]]] = {"pandas": _pandas, "polars": _polars, "pyarrow": _arrow, "duckdb": _duckdb}
"""How each backend makes a frame of an Arrow table whose vocabularies are dictionaries."""

_NEEDS: Final[Mapping[str, tuple[str, ...]]] = {
    "pandas": ("pandas", "pyarrow"),
    "polars": ("polars", "pyarrow"),
    "pyarrow": ("pyarrow",),
    "duckdb": (),
}
