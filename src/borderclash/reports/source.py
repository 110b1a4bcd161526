"""The line a finding blames, cut to one line of a terminal, with a mark under the cell.

What people see stands under what they see: widths are counted in the cells of a terminal, so that combining and wide characters
shift nothing, and what cannot be seen is written out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from rich.cells import cell_len

from borderclash.findings import Finding

__all__ = ["NOTHING", "Excerpt", "Source", "excerpt", "read_source", "visible"]

_WIDTH: Final = 100
"""The widest excerpt, in cells of a terminal."""
_BEFORE: Final = 30
"""What is kept before the cell blamed where a line is cut, in the same."""
_REACH: Final = 1_000
"""How many characters to either side of the one blamed are looked at: a line may be as long as its file."""
_CUT: Final = "…"
_COMMENT: Final = re.compile(r"\s+#")
"""What stands behind a key of a dossier that holds nothing; it is not what is blamed."""


@dataclass(frozen=True)
class Excerpt:
    """A line of a file as it is shown.

    Attributes:
        text: the line, or what is left of it.
        indent: how far in the mark stands, in cells of a terminal; None where no character is blamed.
        width: how wide the mark is, in the same.
    """

    text: str
    indent: int | None = None
    width: int = 1

    @property
    def mark(self) -> str | None:
        """What stands under the text."""
        return None if self.indent is None else " " * self.indent + "^" * self.width


Source = Mapping[Finding, Excerpt]
NOTHING: Final[Source] = MappingProxyType({})
"""For a report that shows no lines."""


def read_source(findings: Iterable[Finding]) -> dict[Finding, Excerpt]:
    """Return the line each finding blames, read from the files as they are now; one pass over each, up to the last line blamed.

    A finding of no file, or of one that cannot be read or has no such line, is left out.
    """
    wanted: dict[str, dict[int, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in findings:
        if finding.file is not None and finding.line is not None:
            wanted[finding.file][finding.line].append(finding)
    found: dict[Finding, Excerpt] = {}
    for file, lines in wanted.items():
        with suppress(OSError):
            found.update(_in_file(Path(file), lines))
    return found


def _in_file(path: Path, lines: Mapping[int, list[Finding]]) -> dict[Finding, Excerpt]:
    found: dict[Finding, Excerpt] = {}
    last = max(lines)
    with path.open("rb") as stream:
        for number, raw in enumerate(stream, start=1):
            if number in lines:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8", "replace")
                found.update((finding, excerpt(line, finding.column, whole=finding.field is not None)) for finding in lines[number])
            if number >= last:
                break
    return found


def excerpt(line: str, column: int | None = None, *, whole: bool = True) -> Excerpt:
    """Cut a line of CSV to what can be shown around a cell.

    Args:
        line: the line, with or without its end.
        column: the character blamed, counted from 1; None for the line as a whole, which then is shown from its start.
        whole: whether the cell that starts at `column` is blamed, not that one character.
    """
    line = line.rstrip("\r\n")
    start = 0 if column is None else min(column - 1, len(line))
    before, after = line[max(0, start - _REACH) : start], line[start : start + _REACH]
    kept = before if len(line) <= _REACH and _wide(line) <= _WIDTH else _tail(before)
    lead = _CUT if len(kept) < start else ""
    indent = len(lead) + _wide(kept)
    shown = after[: _fit(after, _WIDTH - indent, more=start + len(after) < len(line))]
    text = lead + visible(kept + shown) + (_CUT if start + len(shown) < len(line) else "")
    if column is None:
        return Excerpt(text)
    blamed = after[: _cell_end(after)] if whole and not _COMMENT.match(after) else after[:1]
    return Excerpt(text, indent, max(1, min(_wide(blamed), cell_len(text) - indent)))


def _tail(text: str) -> str:
    """Return what is kept before the cell blamed of a line that is cut; it never begins with a sign that joins the one before."""
    used, first = 0, len(text)
    for place in range(len(text) - 1, -1, -1):
        wide = cell_len(_plain(text[place]))
        used += wide
        if used > _BEFORE:
            break
        first = place if wide else first
    return text[first:]


def _fit(text: str, room: int, *, more: bool) -> int:
    """Return how many characters fit, with room left for the sign that says more was cut."""
    used = 0
    for place, sign in enumerate(text):
        used += cell_len(_plain(sign))
        if used > room or (used == room and (more or place + 1 < len(text))):
            return place
    return len(text)


def visible(text: str) -> str:
    """Return text with every sign written out that cannot be seen on one line, such as those that steer a terminal."""
    return text if text.isprintable() else "".join(map(_plain, text))


def _wide(text: str) -> int:
    return sum(cell_len(_plain(sign)) for sign in text)


def _plain(sign: str) -> str:
    return sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii")


def _cell_end(text: str) -> int:
    """Return where the cell that starts a text ends, its quotes included."""
    quoted = False
    for place, sign in enumerate(text):
        if sign == '"':
            quoted = not quoted
        elif sign == "," and not quoted:
            return place
    return len(text)
