"""A package as plain rows, each with the line it stands on: for whatever writes one, which must know every cell as it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from borderclash.columns import TABLES, Table
from borderclash.errors import UnreadableError
from borderclash.package.descriptor import read_descriptor
from borderclash.package.header import judge_header
from borderclash.package.journal import file_of
from borderclash.package.lines import Place
from borderclash.package.locate import Package
from borderclash.package.records import Records
from borderclash.package.settings import Settings

__all__ = ["Sheet", "Sheets", "Written", "read_sheets"]

Cells = tuple[str | None, ...]


@dataclass(frozen=True)
class Written:
    """One row: its cells in the order of its table, where it stands, and, where each cell has a place of its own, that."""

    cells: Cells
    place: Place
    marks: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """One table as rows, in the order of its file."""

    table: Table
    file: str
    rows: tuple[Written, ...]

    def key(self, row: Written) -> tuple[str, ...]:
        """Return the key of a row, an empty cell of it as an empty text."""
        return tuple(row.cells[self.table.names.index(name)] or "" for name in self.table.key)


@dataclass(frozen=True)
class Sheets:
    """All tables of a package as rows."""

    package: Package
    settings: Settings
    sheets: Mapping[str, Sheet]

    def __getitem__(self, name: str) -> Sheet:
        """Return one table."""
        return self.sheets[name]


def read_sheets(package: Package) -> Sheets:
    """Read every table of a sound package.

    Raises:
        UnreadableError: if a file is missing or holds a fault, so that writing it anew would lose something.
    """
    descriptor = read_descriptor(package)
    sheets = {}
    for name, table in TABLES.items():
        file = descriptor.paths[name]
        if file is None or not file_of(package.root, file).is_file():
            raise UnreadableError(f"{package.root} has no file for {name}; to see every fault, type: borderclash validate {package.root}")
        sheets[name] = _sheet(package, table, file)
    return Sheets(package, descriptor.settings, sheets)


def _sheet(package: Package, table: Table, file: str) -> Sheet:
    records = Records(file_of(package.root, file), table.name, file)
    header = judge_header(table, records.header or (), file, records.header_line)
    places = [header.places.get(name) for name in table.names]
    rows = []
    for record in records:
        if record.cells is not None:
            cells = tuple((record.cells[place] or None) if place is not None else None for place in places)
            rows.append(Written(cells, Place(file, record.line)))
    faults = [*header.faults, *records.faults]
    if faults:
        raise UnreadableError(
            f"{file} cannot be written anew without loss: {faults[0].message} (line {faults[0].line or 1}); "
            f"to see every fault, type: borderclash validate {package.root}"
        )
    return Sheet(table, file, tuple(rows))
