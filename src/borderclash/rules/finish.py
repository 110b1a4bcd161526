"""From drafts to findings: the line in the file, the order, the cap, the message. Only what will be shown is looked up."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from borderclash.findings import Finding
from borderclash.package.faults import STDIN
from borderclash.package.given import names_dossier
from borderclash.rules.gather import Draft
from borderclash.vocab import Severity

if TYPE_CHECKING:
    from borderclash.package.tables import Tables

__all__ = ["finish"]

_GRAVITY: Final = {severity: rank for rank, severity in enumerate(Severity)}
_LONG: Final = 80
_TABLE: Final = ".csv"
"""How the files end whose cells are found by counting commas; of a dossier each cell's place was noted while reading."""
_LONGEST: Final = 200


class _Placed(NamedTuple):
    """A draft and where it is: the file relative to the package's root, the physical line, and the character if that is known."""

    draft: Draft
    file: str | None
    line: int | None
    column: int | None = None

    @property
    def order(self) -> tuple[str, int, str, str, str, str]:
        draft = self.draft
        return (self.file or draft.table or "", self.line or 0, draft.table or "", draft.key or "", draft.field or "", draft.rule.code)


def finish(drafts: Iterable[Draft], tables: "Tables", most: int | None) -> tuple[Finding, ...]:
    """Return the `most` gravest findings in order of file, line, table, key, field and code; of equal gravity, the first ones."""
    placed = sorted((_place(draft, tables) for draft in drafts), key=lambda item: item.order)
    if most is not None and len(placed) > most:
        gravest = sorted(placed, key=lambda item: _GRAVITY[item.draft.rule.severity])[:most]
        placed = sorted(gravest, key=lambda item: item.order)
    columns = _columns(placed, tables)
    return tuple(_finding(item, tables, item.column or columns.get(place)) for place, item in enumerate(placed))


def _place(draft: Draft, tables: "Tables") -> _Placed:
    if draft.fault is not None:
        return _Placed(draft, draft.fault.file, draft.fault.line, draft.fault.column)
    if draft.table is None or draft.row is None:
        return _Placed(draft, None, None)
    file, line, column = tables.place_of(draft.table, draft.row, draft.field)
    return _Placed(draft, file, draft.row + 1 if file is None else line, column)


def _finding(item: _Placed, tables: "Tables", column: int | None) -> Finding:
    draft, rule = item.draft, item.draft.rule
    fault = draft.fault
    value = draft.words.get("value")
    text = None if value is None else str(value)
    if fault is not None:
        message, text, suggestion = fault.message, fault.value, fault.suggestion
    else:
        message = rule.message.format_map(_said(draft, tables))
        suggestion = draft.suggest(text) if draft.suggest and text else None
        if rule.suggestion:
            suggestion = rule.suggestion.format_map(draft.words)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=message,
        table=draft.table,
        key=draft.key,
        field=draft.field,
        value=None if text is None else _short(text, _LONGEST),
        suggestion=suggestion,
        file=_shown(item.file, tables),
        line=item.line,
        column=column,
        fix=rule.page.advice_in_dossier if item.file and names_dossier(item.file) else rule.page.advice,
    )


def _said(draft: Draft, tables: "Tables") -> dict[str, str]:
    words: dict[str, Any] = dict(draft.words)
    if draft.other is not None and draft.table is not None:
        file, line, _ = tables.place_of(draft.table, draft.other)
        own = draft.row is not None and tables.place_of(draft.table, draft.row).file == file
        words["other"] = f"row {draft.other + 1}" if file is None else f"line {line}" if own else f"{_shown(file, tables)}:{line}"
    return {name: "nothing" if word is None else plain(_short(str(word), _LONG)) for name, word in words.items()}


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def plain(text: str) -> str:
    """Return the text with every sign that cannot be seen on one line written out as an escape."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in text)


def _shown(file: str | None, tables: "Tables") -> str | None:
    """Return a path as a person would type it from where they stand; outside of that folder, whole."""
    if file is None or file == STDIN or tables.package is None:
        return file
    path = tables.package.root / file
    with suppress(ValueError, OSError):
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    return path.as_posix()


def _columns(placed: list[_Placed], tables: "Tables") -> dict[int, int]:
    """Return, by place in the list, the character at which the cell blamed starts; one pass over each file blamed."""
    wanted: dict[str, dict[int, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for place, item in enumerate(placed):
        if item.draft.fault is None and item.file and item.line and item.draft.field and item.file.endswith(_TABLE):
            wanted[item.file][item.line].append((place, item.draft.field))
    found: dict[int, int] = {}
    for file, lines in wanted.items():
        if tables.package is not None:
            with suppress(OSError):
                found.update(_in_file(tables.package.root / file, lines))
    return found


def _in_file(path: Path, lines: dict[int, list[tuple[int, str]]]) -> dict[int, int]:
    found: dict[int, int] = {}
    last, header = max(lines), []
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            if number == 1:
                header = next(csv.reader([line.decode("utf-8-sig", "replace")]), [])
            if number in lines:
                starts = _starts(line.decode("utf-8", "replace"))
                for place, name in lines[number]:
                    index = header.index(name) if name in header else len(starts)
                    if index < len(starts):
                        found[place] = starts[index]
            if number >= last:
                break
    return found


def _starts(line: str) -> list[int]:
    """Return where the cells of a line start, counted from 1."""
    starts, quoted = [1], False
    for place, sign in enumerate(line):
        if sign == '"':
            quoted = not quoted
        elif sign == "," and not quoted:
            starts.append(place + 2)
    return starts
