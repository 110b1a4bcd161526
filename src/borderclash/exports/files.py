"""Tables and views as a folder of CSV or Parquet files, written by the engine that holds them."""

from pathlib import Path
from typing import Any

from borderclash.exports.parts import NAMES, Part, Stock
from borderclash.exports.place import put_folder
from borderclash.package.engine import quoted

__all__ = ["csv", "parquet"]


def csv(stock: Stock, out: Path) -> Path:
    r"""Write a CSV file a part: UTF-8, comma, `\n`, a header, an empty cell for null, days and times as in the package."""

    def write(folder: Path) -> None:
        for part in stock.parts:
            rows = _native(stock, part).project(", ".join(_cell(column.name, column.storage) for column in part.columns))
            rows.write_csv(str(folder / f"{part.name}.csv"), header=True)

    return put_folder(out, write, [f"{name}.csv" for name in NAMES])


def parquet(stock: Stock, out: Path) -> Path:
    """Write a Parquet file a part, its columns typed; words are text."""

    def write(folder: Path) -> None:
        for part in stock.parts:
            _native(stock, part).write_parquet(str(folder / f"{part.name}.parquet"), compression="zstd")

    return put_folder(out, write, [f"{name}.parquet" for name in NAMES])


def _native(stock: Stock, part: Part) -> Any:
    return stock.tables.native(stock.frame(part))


def _cell(name: str, storage: str) -> str:
    """Return the SQL of a column as it is written in CSV: times without seconds, and whole numbers without a point, as we type them."""
    column = quoted(name)
    if storage == "time":
        return f"left(CAST({column} AS VARCHAR), 5) AS {column}"
    if storage == "datetime":
        return f"strftime({column}, '%Y-%m-%dT%H:%M') AS {column}"
    if storage == "decimal":
        return f"regexp_replace(CAST({column} AS VARCHAR), '\\.0$', '') AS {column}"
    return column
