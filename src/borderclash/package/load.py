"""One file into the engine: at full speed if the byte pass finds nothing in it, else through the careful reader."""
# ruff: noqa: S608 - the names in the SQL are those of our own tables, and every value goes through `text_of`

__all__ = ["Loaded", "load_empty", "load_file", "load_records"]

import csv
import shutil
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import duckdb

from borderclash.columns import Column, Table
from borderclash.package.engine import DuckEngine, quoted, text_of
from borderclash.package.faults import Fault
from borderclash.package.header import Header, judge_header
from borderclash.package.lines import Lines, Whereabouts
from borderclash.package.records import Records
from borderclash.package.scan import Scan, scan
from borderclash.package.typed import cast, fits, is_cast, typed_as

_GLOB: Final = frozenset("*?[]")
_LINE: Final = 2_000_000
"""How many bytes of one row the engine takes if it is told nothing."""
_WIDEST: Final = 6
"""How many bytes a character may take: half of a pair of surrogates is written out as `\\udc80`."""


@dataclass(frozen=True)
class Loaded:
    """A table as it came into the engine.

    Attributes:
        faults: what is wrong with its file.
        missing: whether there is no table to speak of; an empty one stands in.
        missing_columns: the columns that its header lacks; they are null.
        rejected: how many rows were left out.
        misfits: per column how many cells break the pattern or the length of their kind.
        lines: from row to line, or None for a frame.
    """

    faults: tuple[Fault, ...] = ()
    missing: bool = False
    missing_columns: tuple[str, ...] = ()
    rejected: int = 0
    misfits: dict[str, int] = field(default_factory=dict)
    lines: Whereabouts | None = None


def load_file(engine: DuckEngine, table: Table, path: Path, file: str) -> Loaded:
    """Load the file at `path`, called `file` in messages. Bad data never raises."""
    try:
        seen = scan(path)
        loaded = _load_clean(engine, table, path, file, seen) if seen.clean else None
        return loaded or _load_carefully(engine, table, path, file)
    except OSError as error:
        fault = Fault("missing-table", table.name, f"{file} cannot be read: {error.strerror or error}", file)
        return load_empty(engine, table, fault)


def load_empty(engine: DuckEngine, table: Table, *faults: Fault) -> Loaded:
    """Put an empty table where there is none."""
    _build_empty(engine, table)
    return Loaded(faults, missing=True)


def load_records(engine: DuckEngine, table: Table, path: Path, header: Header, rows: int, longest: int) -> dict[str, int]:
    """Load a file of that many rows that we wrote ourselves, whose first cell is the row number; return the misfits.

    The longest row has that many characters.

    Raises:
        duckdb.Error: if the engine cannot read it.
    """
    if not rows:
        _build_empty(engine, table)
        return {}
    return _build(engine, table, _source(path, header, _numbered(len(header.places)), skip=0, longest=longest), row="_row::BIGINT")


def _load_clean(engine: DuckEngine, table: Table, path: Path, file: str, seen: Scan) -> Loaded | None:
    """Let the engine read the file; None if it stumbles, and the careful reader has to say where."""
    header = judge_header(table, seen.header, file, 1)
    if len(header.places) < len(seen.header):
        return None
    names = [f"c{index}" for index in range(len(seen.header))]
    source = _source(_plain_path(engine, path), header, names, skip=1, reject=True, crlf=seen.crlf)
    engine.run("DROP TABLE IF EXISTS reject_scans")
    engine.run("DROP TABLE IF EXISTS reject_errors")
    try:
        misfits = _build(engine, table, source, row=None)
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error:
        return None
    if engine.run("SELECT count(*) FROM reject_errors")[0][0]:
        return None
    rows = engine.run(f"SELECT count(*) FROM store.{table.name}")[0][0]
    if not _accounted_for(engine, table, seen, rows):
        return None
    lines = Lines(path, table.name, file, plain=rows == seen.lines - 1)
    return Loaded(header.faults, False, header.missing, 0, misfits, lines)


def _accounted_for(engine: DuckEngine, table: Table, seen: Scan, rows: int) -> bool:
    """Say whether the rows hold every comma and every line of the file: those between cells and rows, and those inside cells.

    The engine itself skips a blank line, and lets a row pass that ends with one empty cell more than the header has.
    """
    commas = seen.commas - (len(seen.header) - 1) * (rows + 1)
    lines = seen.lines - 1 - rows
    return (commas == 0 or commas == _inside(engine, table, "','")) and (lines == 0 or lines == _inside(engine, table, "chr(10)"))


def _inside(engine: DuckEngine, table: Table, mark: str) -> int:
    """Count a character, given in SQL, inside all cells of a table."""
    names = [quoted(name) for name in table.names]
    counts = ", ".join(
        f"sum(CASE WHEN contains({name}, {mark}) THEN length({name}) - length(replace({name}, {mark}, '')) END)" for name in names
    )
    return sum(int(count or 0) for count in engine.run(f"SELECT {counts} FROM store.{table.name}")[0])


def _load_carefully(engine: DuckEngine, table: Table, path: Path, file: str) -> Loaded:
    records = Records(path, table.name, file)
    if records.header is None:
        return load_empty(engine, table, *records.faults)
    header = judge_header(table, records.header, file, records.header_line)
    copy = engine.scratch / f"{table.name}.csv"
    starts, rejected, longest = array("q"), 0, 0
    with copy.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        for row, record in enumerate(records):
            starts.append(record.line)
            if record.cells is None:
                rejected += 1
            else:
                longest = max(longest, writer.writerow([row, *record.cells]))
    misfits = _build(engine, table, _source(copy, header, _numbered(len(records.header)), skip=0, longest=longest), row="_row::BIGINT")
    copy.unlink()
    faults = (*header.faults, *records.faults)
    return Loaded(faults, False, header.missing, rejected, misfits, Lines(path, table.name, file, plain=False, known=starts))


def _source(
    path: Path, header: Header, names: Sequence[str], *, skip: int, reject: bool = False, crlf: bool = False, longest: int = 0
) -> str:
    r"""Return the SQL that reads a file as text with everything said and nothing guessed: our columns, by our names.

    Of rows longer than the engine is ready for, it must be told: `longest` is in characters.
    Only the line end `\r\n` is left for the engine to see by itself: told of it, it reads no row and reports none.
    """
    room = f"max_line_size={_WIDEST * longest}, " if _WIDEST * longest > _LINE else ""
    ending = "" if crlf else r"new_line='\n', "
    declared = ", ".join(f"{text_of(name)}: 'VARCHAR'" for name in names)
    ours = [f"{quoted(f'c{place}')} AS {quoted(name)}" for name, place in header.places.items()]
    ours += [f"NULL::VARCHAR AS {quoted(name)}" for name in header.missing]
    ours += ["_row"] if "_row" in names else []
    return (
        f"(SELECT {', '.join(ours)} FROM read_csv({text_of(str(path))}, auto_detect=false, columns={{{declared}}}, "
        f"header=false, skip={skip}, {ending}{room}delim=',', quote='\"', escape='\"', comment='', nullstr='', allow_quoted_nulls=true, "
        f"encoding='utf-8', compression='none', strict_mode=true, null_padding=false, store_rejects={'true' if reject else 'false'}))"
    )


def _numbered(width: int) -> list[str]:
    return ["_row", *(f"c{index}" for index in range(width))]


def _build(engine: DuckEngine, table: Table, source: str, *, row: str | None) -> dict[str, int]:
    """Make the table, its text and its typed form from `source`; return per column how many cells do not fit their kind.

    Both forms are tables of their own where they are small, since those are quicker to ask, and else views over the one table.
    """
    name = table.name
    columns = [quoted(column.name) for column in table.columns]
    casts = [f"{cast(column)} AS {_typed(column)}" for column in table.columns if is_cast(column)]
    stored = ", ".join([*columns, *casts, *([f"{row} AS _row"] if row else [])])
    engine.run(f"CREATE OR REPLACE TABLE store.{name} AS SELECT {stored} FROM {source}")
    misfits = _misfits(engine, table)
    number = "_row" if row else "rowid AS _row"
    typed = []
    for column in table.columns:
        plain = quoted(column.name)
        if is_cast(column):
            typed.append(f"{_typed(column)} AS {plain}")
        else:
            typed.append(f"{cast(column)} AS {plain}" if misfits.get(column.name) and column.kind.storage != "word" else plain)
    what = "TABLE" if engine.small else "VIEW"
    engine.run(f"CREATE OR REPLACE {what} text.{name} AS SELECT {', '.join(columns)}, {number} FROM store.{name}")
    engine.run(f"CREATE OR REPLACE {what} typed.{name} AS SELECT {', '.join(typed)}, {number} FROM store.{name}")
    return misfits


def _build_empty(engine: DuckEngine, table: Table) -> None:
    """Make the text and the typed form of a table without a row."""
    for form in ("text", "typed"):
        types = [typed_as(column) if form == "typed" else "VARCHAR" for column in table.columns]
        nothing = ", ".join(f"NULL::{of} AS {quoted(name)}" for name, of in zip(table.names, types, strict=True))
        what = "TABLE" if engine.small else "VIEW"
        engine.run(f"CREATE OR REPLACE {what} {form}.{table.name} AS SELECT {nothing}, 0::BIGINT AS _row LIMIT 0")


def _typed(column: Column) -> str:
    return quoted(f"{column.name}:typed")


def _misfits(engine: DuckEngine, table: Table) -> dict[str, int]:
    counts = ", ".join(
        f"count({quoted(column.name)}) - count({_typed(column)})" if is_cast(column) else f"count(*) FILTER (WHERE NOT {fits(column)})"
        for column in table.columns
    )
    row = engine.run(f"SELECT {counts} FROM store.{table.name}")[0]
    return {column.name: number for column, number in zip(table.columns, row, strict=True) if number}


def _plain_path(engine: DuckEngine, path: Path) -> Path:
    """Return a path that the engine does not take for a pattern."""
    path = path.resolve()
    if not _GLOB.intersection(str(path)):
        return path
    copy = engine.scratch / f"{path.stem.translate(dict.fromkeys(map(ord, _GLOB)))}-plain.csv"
    return Path(shutil.copyfile(path, copy))
