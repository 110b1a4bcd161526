"""A package edited by hand or in a spreadsheet, put back into its canonical form: every mend is said, and nothing is guessed.

Mended: the order of columns and rows, quoting, line ends, a byte-order mark, blank lines, spaces at the ends of cells and doubled
ones, the Unicode form NFC, and tracking parameters. What a spreadsheet changed beyond recall is named and left: a day turned round
may be two days, a lost zero may be two numbers.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Final

from borderclash.columns import TABLES, Column, Table
from borderclash.errors import UnreadableError
from borderclash.package.descriptor import read_descriptor
from borderclash.package.header import judge_header
from borderclash.package.journal import exclusive, file_of, replace_files
from borderclash.package.locate import Package, nearest
from borderclash.package.records import Records
from borderclash.package.write import canonical
from borderclash.validate import validate

__all__ = ["Mend", "Tidied", "tidy"]

_MENDABLE: Final = frozenset({"byte-order-mark", "stray-carriage-return", "blank-line"})
_TRACKING: Final = "BC106"
_SPACES: Final = re.compile(r"[ \u00a0]{2,}|\u00a0")
_FORMULA: Final = re.compile(r"[=@]|[+-](?![0-9]+(?:\.[0-9]+)?$)")
_TEXTS: Final = "text"
_IDS: Final = ("id", "claim id", "unit")
_NUMBERS: Final = ("integer", "decimal")
_DAYS: Final = ("date", "datetime")
_HOUR: Final = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?: ?[ap]\.?m\.?)?"


def _day(month: str) -> str:
    """Return the pattern of a day as spreadsheets write it, with that of the name of a month."""
    figures = r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}"
    return rf"(?:{figures}|[0-9]{{1,2}}[ .-]+{month}(?:[ ,.-]+[0-9]{{2,4}})?|{month}[ -]+(?:[0-9]{{1,2}},? )?[0-9]{{1,4}})"


_ANY_DAY: Final = _day(r"(?:[^\W\d_]+, )?[^\W\d_]{3,12}\.?")
_ENGLISH_DAY: Final = _day("(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*")
_SHORTENED: Final = "[+-]?[0-9](?:[.,][0-9]+)?e[+-]?[0-9]+"
_GROUPED: Final = "[+-]?[0-9]{1,3}(?:[.,' \u00a0\u202f][0-9]{3})+(?:[.,][0-9]+)?"
_HURT: Final = (
    (_DAYS, f"{_ANY_DAY}(?:[ T,]+{_HOUR})?|[34][0-9]{{4}}(?:[.,][0-9]+)?", "is a day as a spreadsheet writes it"),
    (("time",), _HOUR, "lost its leading zero, or gained seconds or half a day"),
    (("time",), "0?[.,][0-9]+|[01]", "is an hour as a spreadsheet counts it, in parts of a day"),
    (_NUMBERS, _SHORTENED, "is a number as a spreadsheet shortens it"),
    (_NUMBERS, f"[+-]?[0-9]+[.,]?[0-9]*|[+-]?[.,][0-9]+|{_GROUPED}", "is a number as a spreadsheet writes it"),
    (_NUMBERS, _ENGLISH_DAY, "is a number that a spreadsheet took for a day"),
    (_IDS, f"{_ENGLISH_DAY}|{_SHORTENED}", "is an id that a spreadsheet took for a day or a number"),
)
"""What a spreadsheet does to cells: the storages, or the kinds, it happens to, what the cell then looks like, and what to say."""
_LOST: Final = re.compile(r"#+|#(?:REF!|NAME\?|VALUE!|N/A|DIV/0!|NULL!|NUM!|SPILL!|CALC!)|(?:Err|Error):[0-9]{3}")
"""What a spreadsheet writes where it could not show or reckon a cell, whatever its column."""
_FORMS: Final = {
    "date": "year-month-day",
    "datetime": "year-month-day, T, hours:minutes",
    "time": "hours:minutes",
    "integer": "digits only",
    "decimal": "digits, with a point before decimals",
    "text": "as the row it names has it",
}


@dataclass(frozen=True)
class Mend:
    """One thing that was put right, or that only a person can: `file`, `line`, `key` and `field` say where, `what` says what."""

    file: str
    line: int | None
    key: str | None
    field: str | None
    what: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}{f' ({self.field})' if self.field else ''}: {self.what}"


@dataclass(frozen=True)
class Tidied:
    """What tidying a package comes to.

    Attributes:
        package: which.
        mends: what was put right, or would be.
        damage: what a spreadsheet did that cannot be put right without knowing what stood there.
        old, new: the content of each file that changes, before and after.
    """

    package: Package
    mends: tuple[Mend, ...]
    damage: tuple[Mend, ...]
    old: Mapping[str, bytes]
    new: Mapping[str, bytes]

    def diff(self) -> str:
        """Return what changes, as a unified diff."""
        parts: list[str] = []
        for file, content in self.new.items():
            now = self.old[file].decode("utf-8", "replace").splitlines(keepends=True)
            parts += unified_diff(now, content.decode().splitlines(keepends=True), f"a/{file}", f"b/{file}")
        return "".join(part if part.endswith("\n") else f"{part}\n\\ No newline at end of file\n" for part in parts)


def tidy(path: str | Path | None = None, *, check: bool = False) -> Tidied:
    """Put a package into its canonical form, all its files or none; with `check`, only say what would change.

    Raises:
        MissingPackageError: if there is no package.
        UnreadableError: if a file holds a fault that cannot be mended without losing something, or cannot be written.
    """
    package = nearest(path)
    if check:
        return _tidied(package)
    if package.origin != "argument":
        raise UnreadableError("the data of borderclash itself is not to be changed from elsewhere; type: borderclash tidy PATH")
    with exclusive(package):
        tidied = _tidied(package)
        replace_files(package.root, tidied.new)
    return tidied


def _tidied(package: Package) -> Tidied:
    descriptor = read_descriptor(package)
    mends: list[Mend] = []
    damage: list[Mend] = []
    old: dict[str, bytes] = {}
    new: dict[str, bytes] = {}
    clean = _untracked(package)
    for name, table in TABLES.items():
        file = descriptor.paths[name]
        if file is None or not file_of(package.root, file).is_file():
            continue
        rows, lines = _read(package, table, file, mends)
        tidied = [list(_mended(table, row, Mend(file, line, None, None, ""), mends, damage)) for row, line in zip(rows, lines, strict=True)]
        if name == "sources":
            tidied = [_without_trackers(table, row, line, file, clean, mends) for row, line in zip(tidied, lines, strict=True)]
        content, now = canonical(table, tidied), file_of(package.root, file).read_bytes()
        if content != now:
            old[file], new[file] = now, content
            mends += _silent(table, file, now, tidied)
    return Tidied(package, tuple(mends), tuple(damage), old, new)


def _read(package: Package, table: Table, file: str, mends: list[Mend]) -> tuple[list[list[str | None]], list[int]]:
    """Return the rows of a file by the columns of its table, with their lines; note what its bytes need."""
    records = Records(file_of(package.root, file), table.name, file)
    header = judge_header(table, records.header or (), file, records.header_line)
    rows, lines = [], []
    for record in records:
        if record.cells is not None:
            rows.append([record.cells[place] if (place := header.places.get(name)) is not None else None for name in table.names])
            lines.append(record.line)
    faults = [*header.faults, *records.faults]
    grave = [fault for fault in faults if fault.rule not in _MENDABLE]
    if grave:
        raise UnreadableError(
            f"{file}:{grave[0].line or 1}: {grave[0].message}; tidy would lose something here, mend it by hand, "
            f"then type the same again (borderclash validate {package.root} lists every fault)"
        )
    mends += [Mend(file, fault.line, None, None, fault.message) for fault in faults]
    return rows, lines


def _mended(table: Table, row: list[str | None], at: Mend, mends: list[Mend], damage: list[Mend]) -> Iterator[str | None]:
    key = "/".join(row[table.names.index(name)] or "" for name in table.key)
    for column, cell in zip(table.columns, row, strict=True):
        if not cell:
            yield None
            continue
        tidied = unicodedata.normalize("NFC", cell)
        tidied = _SPACES.sub(" ", tidied) if column.kind.storage == _TEXTS else tidied
        tidied = tidied.strip()
        if tidied != cell:
            what = "Unicode form NFC" if unicodedata.normalize("NFC", cell) != cell else "spaces at the ends or doubled"
            mends.append(Mend(at.file, at.line, key, column.name, f"{what} in {_short(cell)}"))
        hurt = _damage(column, tidied)
        if hurt:
            damage.append(Mend(at.file, at.line, key, column.name, f"{_short(tidied)} {hurt}"))
        yield tidied or None


def _damage(column: Column, cell: str) -> str | None:
    """Say what a spreadsheet seems to have done to a cell, or return None."""
    kind = column.kind
    if _LOST.fullmatch(cell):
        return "is what a spreadsheet shows where it could not show a cell; look up what stood there"
    if kind.storage == _TEXTS and _FORMULA.match(cell) and not column.vocabulary:
        return "begins like a formula, which a spreadsheet runs or refuses; reword it"
    if column.vocabulary or re.fullmatch(kind.pattern, cell):
        return None
    for happens_to, pattern, words in _HURT:
        if (kind.storage in happens_to or kind.name in happens_to) and re.fullmatch(pattern, cell, re.IGNORECASE):
            return f"{words}; look it up and type it like {kind.example} ({_FORMS[kind.storage]})"
    return None


def _untracked(package: Package) -> dict[str, tuple[str, str]]:
    """Return, by source, its address and the one without tracking parameters, of those that the rule blames and no waiver accepts."""
    run = validate(package.descriptor, select=[_TRACKING])
    return {found.key: (found.value, found.suggestion) for found in run.findings if found.key and found.value and found.suggestion}


def _without_trackers(
    table: Table, row: list[str | None], line: int, file: str, clean: Mapping[str, tuple[str, str]], mends: list[Mend]
) -> list[str | None]:
    key, place = row[0] or "", table.names.index("url")
    if key in clean and (row[place] or "").startswith(clean[key][0].removesuffix("…")):
        mends.append(Mend(file, line, key, "url", f"tracking parameters taken out: now {clean[key][1]}"))
        return [*row[:place], clean[key][1], *row[place + 1 :]]
    return row


def _silent(table: Table, file: str, now: bytes, rows: list[list[str | None]]) -> Iterator[Mend]:
    """Name what the canonical form changes besides cells: the order of columns and rows, quoting, line ends."""
    lines = now.decode("utf-8-sig", "replace").splitlines()
    if b"\r" in now:
        yield Mend(file, None, None, None, "line ends are now those of Unix")
    if lines and lines[0].replace('"', "") != ",".join(table.names):
        yield Mend(file, 1, None, None, "columns in their order")
    keys = [[row[table.names.index(name)] or "" for name in table.key] for row in rows]
    if keys != sorted(keys):
        yield Mend(file, None, None, None, "rows in the order of their keys")
    if now and not now.endswith(b"\n"):
        yield Mend(file, len(lines), None, None, "a line end after the last row")
    if b'"' in now and canonical(table, rows).count(b'"') != now.count(b'"'):
        yield Mend(file, None, None, None, "quotes only where a cell needs them")


def _short(cell: str) -> str:
    return repr(cell if len(cell) <= 60 else cell[:59] + "…")
