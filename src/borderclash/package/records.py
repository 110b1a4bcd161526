r"""The careful reader: every record of a file with the line it starts on, and every fault of the file with its line.

It serves files that the byte pass suspects. A line is what ends with `\n`, as editors and `grep -n` count; a file that has none and
ends its lines with `\r` is read by those. A record is a row: the header is none, a blank line is none. After a quote that never
closes the reader goes on with the next line, so that one slip does not hide what stands below it.
"""

__all__ = ["Record", "Records"]

import codecs
import csv
from collections import Counter, deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from borderclash.package.faults import Fault, FaultRule

_LONGEST_CELL: Final = 1000
"""Lines that a quoted cell may span; beyond, its quote is held never to close."""
_OPEN: Final = "unexpected end of data"


class _Line(NamedTuple):
    number: int
    text: str
    ending: str
    spoilt: bool


class Record(NamedTuple):
    """One row of a file.

    Attributes:
        line: the physical line it starts on, counted from 1.
        cells: its cells, or None if it is rejected.
    """

    line: int
    cells: list[str] | None


class Records:
    """The records of one file. Iterate once; `header` and `header_line` are there at once, `faults` is whole after the last record."""

    def __init__(self, path: Path, table: str, file: str) -> None:
        """Open the file at `path`, called `file` in messages, and read its header.

        Raises:
            OSError: if the file cannot be read.
        """
        self._table, self._file = table, file
        self.faults: list[Fault] = []
        self.header: tuple[str, ...] | None = None
        self.header_line = 1
        self._endings: Counter[str] = Counter()
        self._first_ending: dict[str, int] = {}
        self._ahead: deque[_Line] = deque()
        self._lines = self._read_lines(path)
        header = next(self._records(0), None)
        if header is not None:
            self.header, self.header_line = tuple(header.cells or ()), header.line
        elif not self.faults or {fault.rule for fault in self.faults} <= {"blank-line", "byte-order-mark"}:
            self.faults = [Fault("empty-file", table, f"{file} is empty: not even a header", file)]

    def __iter__(self) -> Iterator[Record]:
        """Yield the records in their order."""
        if self.header is not None:
            yield from self._records(len(self.header))
        self._judge_endings()
        self.faults.sort(key=lambda fault: (fault.line or 0, fault.column or 0, fault.rule))

    def _blame(self, rule: FaultRule, message: str, line: int, column: int | None = None, value: str | None = None) -> None:
        shown = value if value is None or len(value) <= 80 else value[:77] + "..."
        self.faults.append(Fault(rule, self._table, message, self._file, line, column, shown))

    def _records(self, width: int) -> Iterator[Record]:
        """Yield records of `width` cells; a width of 0 stands for the header, which is never rejected."""
        while self._fill(1):
            line = self._ahead[0]
            if not line.text:
                self._blame("blank-line", "a blank line stands between or after the rows" if width else "a blank line", line.number)
                self._drop(1)
                continue
            cells, span = self._cells(line) if '"' in line.text else (line.text.split(","), 1)
            if cells is None and not width:
                cells = line.text.split(",")
            spoilt = any(each.spoilt for each in islice(self._ahead, span))
            if cells is not None and width and len(cells) != width:
                if not spoilt:
                    words = f"the row has {len(cells)} {'cell' if len(cells) == 1 else 'cells'}, the header {width}"
                    self._blame("ragged-row", words, line.number, value=line.text)
                cells = None
            self._drop(span)
            yield Record(line.number, None if spoilt and width else cells)

    def _cells(self, line: _Line) -> tuple[list[str] | None, int]:
        """Return the cells of the record that starts with `line` and how many lines it takes; None and 1 for bad quoting."""
        reader = csv.reader(self._following(), strict=True)
        try:
            return next(reader), reader.line_num
        except csv.Error as error:
            column = line.text.rfind('"') + 1
            if _OPEN in str(error) or reader.line_num > 1:
                self._blame("unclosed-quote", "a quote opens here and never closes as it should", line.number, column, line.text)
            elif "field limit" in str(error):
                self._blame("ragged-row", f"a cell is too long to read: {error}", line.number, value=line.text)
            else:
                self._blame(
                    "unclosed-quote", "text follows a closing quote; a quote inside a cell is doubled", line.number, column, line.text
                )
            return None, 1

    def _following(self) -> Iterator[str]:
        for index in range(_LONGEST_CELL):
            if not self._fill(index + 1):
                return
            line = self._ahead[index]
            yield line.text + line.ending

    def _fill(self, count: int) -> bool:
        """Have `count` lines at hand, if the file has as many; say whether it has."""
        while len(self._ahead) < count:
            line = next(self._lines, None)
            if line is None:
                return False
            self._ahead.append(line)
        return True

    def _drop(self, span: int) -> None:
        """Leave the `span` lines of a record behind, and note how its last one ended."""
        for _ in range(span - 1):
            self._ahead.popleft()
        last = self._ahead.popleft()
        if last.ending:
            self._endings[last.ending] += 1
            self._first_ending.setdefault(last.ending, last.number)

    def _judge_endings(self) -> None:
        if len(self._endings) < 2:
            return
        (usual, _), (other, count) = self._endings.most_common()
        names = {"\n": "LF", "\r\n": "CRLF"}
        some = f"{count} lines end" if count > 1 else "1 line ends"
        self._blame("stray-carriage-return", f"{some} with {names[other]}, the others with {names[usual]}", self._first_ending[other])

    def _read_lines(self, path: Path) -> Iterator[_Line]:
        with path.open("rb") as stream:
            start = stream.read(1 << 16)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            self._blame("not-utf8", "the file is UTF-16; save it as UTF-8", 1)
            return
        if start.startswith(codecs.BOM_UTF8):
            self._blame("byte-order-mark", "the file starts with a byte order mark; save it as UTF-8 without one", 1, 1)
        old_mac = b"\r" in start and b"\n" not in start and not _has_newline(path)
        if old_mac:
            self._blame("stray-carriage-return", "the lines end with a carriage return only; save the file with LF", 1)
        for number, raw in enumerate(_split(path, "\r" if old_mac else "\n"), start=1):
            yield self._line(number, raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw, old_mac)

    def _line(self, number: int, raw: bytes, old_mac: bool) -> _Line:
        ending = next((end for end in ("\r",) if old_mac and raw.endswith(b"\r")), None) or ("\r\n" if raw.endswith(b"\r\n") else "")
        ending = ending or ("\n" if raw.endswith(b"\n") else "")
        raw = raw[: len(raw) - len(ending)]
        spoilt = False
        if b"\0" in raw:
            spoilt = True
            self._blame("nul-byte", "the line holds a NUL byte", number, raw.index(b"\0") + 1)
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            spoilt = True
            text = raw.decode(errors="replace")
            column = len(raw[: error.start].decode()) + 1
            self._blame("not-utf8", f"byte 0x{raw[error.start]:02X} is not UTF-8; save the file as UTF-8", number, column, text)
        if "\r" in text:
            spoilt = True
            self._blame("stray-carriage-return", "a carriage return stands inside the line", number, text.index("\r") + 1)
            text = text.replace("\r", " ")
        return _Line(number, text, ending if ending != "\r" else "\n", spoilt)


def _has_newline(path: Path) -> bool:
    with path.open("rb") as stream:
        return any(b"\n" in chunk for chunk in iter(lambda: stream.read(1 << 20), b""))


def _split(path: Path, newline: str) -> Iterator[bytes]:
    if newline == "\n":
        with path.open("rb") as stream:
            yield from stream
    else:
        with path.open(encoding="latin-1", newline=newline) as text:
            yield from (line.encode("latin-1") for line in text)
