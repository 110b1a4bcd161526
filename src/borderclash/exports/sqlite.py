"""Tables and views as one SQLite file, with keys, indexes and full-text search, such as Datasette opens.

Beside the parts it holds `about` (what this is, and how to cite it) and `column_docs` (what each column means).
"""
# ruff: noqa: S608 - the names in the SQL are those of our own tables, and go through `quoted`

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

from borderclash.about import NAME, VERSION
from borderclash.columns import TABLES
from borderclash.errors import UnreadableError
from borderclash.exports.parts import Part, PartColumn, Stock
from borderclash.exports.place import put_file
from borderclash.package.engine import quoted
from borderclash.views import View

__all__ = ["sqlite"]

_MAGIC: Final = b"SQLite format 3\x00"
_TYPES: Final = {"integer": "INTEGER", "boolean": "INTEGER", "decimal": "REAL"}
_SEARCHED: Final = {"claims": ("text", "note"), "incidents": ("title", "note"), "sources": ("title",)}
"""The columns that full-text search covers."""


def sqlite(stock: Stock, out: Path) -> Path:
    """Write one SQLite database; days and times are ISO text, booleans 0 and 1.

    Raises:
        UnreadableError: if a key is there twice, or a reference leads nowhere.
    """

    def write(file: Path) -> None:
        with closing(sqlite3.connect(file)) as base:
            _fill(base, stock)
            base.commit()

    return put_file(out, write, _MAGIC)


def _fill(base: sqlite3.Connection, stock: Stock) -> None:
    present = {part.name for part in stock.parts}
    for part in stock.parts:
        base.execute(_create(part, present))
        marks = ", ".join("?" for _ in part.columns)
        try:
            base.executemany(f"INSERT INTO {quoted(part.name)} VALUES ({marks})", _rows(stock, part))
        except sqlite3.IntegrityError as error:
            raise _unfit(stock, f"{part.name}: {error}") from error
        for column in part.columns:
            if _refers(column, present) and column.name != part.key[0]:
                index, table = quoted(f"{part.name}_{column.name}"), quoted(part.name)
                base.execute(f"CREATE INDEX {index} ON {table} ({quoted(column.name)})")
    loose = base.execute("PRAGMA foreign_key_check").fetchone()
    if loose:
        raise _unfit(stock, f"a row of {loose[0]} names something that is not in {loose[2]}")
    for name in present & _SEARCHED.keys():
        _search(base, name, _SEARCHED[name])
    _tell(base, stock)
    base.execute("ANALYZE")


def _unfit(stock: Stock, what: str) -> UnreadableError:
    where = f" {stock.tables.package.root}" if stock.tables.package else ""
    return UnreadableError(f"the data cannot be exported: {what}; to see every fault, type: borderclash validate{where}")


def _refers(column: PartColumn, present: Collection[str]) -> bool:
    return column.references is not None and column.references in present


def _create(part: Part, present: Collection[str]) -> str:
    lines = [
        f"{quoted(column.name)} {_TYPES.get(column.storage, 'TEXT')}{' NOT NULL' if column.required else ''}" for column in part.columns
    ]
    if not isinstance(part.of, View):  # a view's key may have empty cells
        lines.append(f"PRIMARY KEY ({', '.join(quoted(name) for name in part.key)})")
    for column in part.columns:
        if column.references and _refers(column, present):
            target = quoted(TABLES[column.references].key[0])
            lines.append(f"FOREIGN KEY ({quoted(column.name)}) REFERENCES {quoted(column.references)} ({target})")
    inner = ",\n  ".join(lines)
    return f"CREATE TABLE {quoted(part.name)} (\n  {inner}\n)"


def _rows(stock: Stock, part: Part) -> Iterator[list[Any]]:
    return ([_plain(cell) for cell in row] for row in stock.tables.rows(stock.frame(part)))


def _plain(cell: Any) -> Any:
    """Return a cell as SQLite holds it, times as we type them."""
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="minutes")
    if isinstance(cell, time):
        return cell.isoformat(timespec="minutes")
    return cell.isoformat() if isinstance(cell, date) else cell


def _search(base: sqlite3.Connection, name: str, columns: Iterable[str]) -> None:
    """Make full-text search over a table, where this SQLite has it."""
    listed = ", ".join(quoted(column) for column in columns)
    index = quoted(f"{name}_fts")
    try:
        base.execute(f"CREATE VIRTUAL TABLE {index} USING fts5({listed}, content={quoted(name)}, tokenize='unicode61 remove_diacritics 2')")
    except sqlite3.OperationalError:
        return
    base.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _tell(base: sqlite3.Connection, stock: Stock) -> None:
    known = stock.known_on.isoformat() if stock.known_on else None
    told = {"title": stock.title, "cite": stock.citation, "as of": known, "written by": f"{NAME} {VERSION}"}
    base.execute('CREATE TABLE about ("name" TEXT PRIMARY KEY, "value" TEXT NOT NULL)')
    base.executemany("INSERT INTO about VALUES (?, ?)", [(name, value) for name, value in told.items() if value])
    columns = ", ".join(f"{quoted(name)} TEXT" for name in ("part", "column", "type", "meaning", "refers_to"))
    base.execute(f'CREATE TABLE column_docs ({columns}, PRIMARY KEY ("part", "column"))')
    docs = ((part.name, each.name, each.storage, each.description, each.references) for part in stock.parts for each in part.columns)
    base.executemany("INSERT INTO column_docs VALUES (?, ?, ?, ?, ?)", docs)
