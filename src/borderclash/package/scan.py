"""The byte pass: one quick look at a whole file, which says whether there is anything in it to locate.

It does not say where. A file that is `clean` may be read by the engine at full speed; any other goes through `records`, which is
slower and names every line. The pass may suspect a sound file. What it lets through that is not sound, such as a ragged row or a
blank line, either stops the engine or fails to account for the commas and lines counted here.
"""

__all__ = ["Scan", "scan"]

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_CHUNK: Final = 1 << 22
_TAIL: Final = 1 << 20
_BLANK_FIRST: Final = (b' "', b'\t"')
_OPENS: Final = rb'"(?:[^"]|""|"[ \t]*(?:[,\r\n]|\Z))'
_BEFORE: Final = (re.compile(rb",[ \t]+" + _OPENS), re.compile(rb"\n[ \t]+" + _OPENS))
_AFTER: Final = re.compile(rb'"[ \t]+(?:[",\r\n]|\Z)')
"""Blanks between a quote and the comma, line end or quote beside it: readers differ on whether the quote then quotes.

A doubled quote followed by text is none of these: it stands inside a quoted cell, or the engine refuses the row.
"""


@dataclass(frozen=True)
class Scan:
    r"""What the byte pass found.

    Attributes:
        clean: whether every reader reads the file alike.
        lines: the number of physical lines.
        commas: the number of commas, those inside cells included.
        crlf: whether its lines end with `\r\n`.
        header: the names in the first line; meant for a clean file.
    """

    clean: bool
    lines: int
    commas: int
    crlf: bool
    header: tuple[str, ...]


def scan(path: Path) -> Scan:
    """Look through the bytes of the file at `path`.

    Raises:
        OSError: if the file cannot be read.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    newlines = returns = pairs = commas = 0
    clean, ended, header = True, True, None
    for chunk in _chunks(path):
        if header is None:
            header, clean = _header(chunk)
        newlines += chunk.count(b"\n")
        commas += chunk.count(b",")
        if b"\r" in chunk:
            returns += chunk.count(b"\r")
            pairs += chunk.count(b"\r\n")
        clean = clean and _plain(chunk)
        ended = chunk.endswith(b"\n")
        try:
            if decoder.getstate()[0] or not chunk.isascii():
                decoder.decode(chunk)
        except UnicodeDecodeError:
            clean = False
    clean = clean and header is not None and returns in (0, newlines) and returns == pairs and not decoder.getstate()[0]
    return Scan(clean, newlines + (not ended), commas, returns > 0, header or ())


def _chunks(path: Path) -> Iterator[bytes]:
    """Yield the file in large pieces that end with a line where lines are of a sane length."""
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk + stream.readline(_TAIL)


def _plain(chunk: bytes) -> bool:
    if b"\0" in chunk:
        return False
    if b'"' not in chunk:
        return True
    blank_first = any(pair in chunk for pair in _BLANK_FIRST)
    return not _AFTER.search(chunk) and not (blank_first and any(pattern.search(b"\n" + chunk) for pattern in _BEFORE))


def _header(chunk: bytes) -> tuple[tuple[str, ...], bool]:
    """Return the names in the first line, and whether that line is plain."""
    if chunk.startswith(codecs.BOM_UTF8):
        return (), False
    line = chunk.split(b"\n", 1)[0].removesuffix(b"\r")
    try:
        names = tuple(next(csv.reader([line.decode()], strict=True)))
        return names, bool(names)
    except (UnicodeDecodeError, csv.Error, StopIteration):
        return (), False
