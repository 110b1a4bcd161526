"""The header of a table: which of its names are columns we know, and which of ours are not there."""

__all__ = ["Header", "judge_header"]

from collections.abc import Sequence
from dataclasses import dataclass

from borderclash.columns import Table
from borderclash.errors import suggest
from borderclash.package.faults import Fault


@dataclass(frozen=True)
class Header:
    """A header, judged.

    Attributes:
        places: per known column its position, the first where it stands twice.
        missing: the columns of the table that are not there.
        faults: what is wrong with it.
    """

    places: dict[str, int]
    missing: tuple[str, ...]
    faults: tuple[Fault, ...]


def judge_header(table: Table, names: Sequence[str], file: str | None = None, line: int | None = None) -> Header:
    """Hold the `names` of a header against `table`; `file` and `line` say where it stands."""
    places: dict[str, int] = {}
    faults = []
    seen: set[str] = set()
    for position, name in enumerate(names):
        if name in seen:
            message = f"the header names {name!r} twice; the first is read"
            faults.append(
                Fault("duplicate-header", table.name, message, file, line, value=name, field=name if name in table.names else None)
            )
        elif name in table.names:
            places[name] = position
        else:
            faults.append(_unknown(table, name, names, file, line))
        seen.add(name)
    missing = tuple(name for name in table.names if name not in places)
    for name in missing:
        need = "a required column" if table[name].required else "a column"
        faults.append(Fault("missing-column", table.name, f"{name!r}, {need}, is not in the header", file, line, field=name))
    return Header(places, missing, tuple(faults))


def _unknown(table: Table, name: str, names: Sequence[str], file: str | None, line: int | None) -> Fault:
    where = f"{table.name!r} has no column"
    if not name:
        return Fault("unknown-column", table.name, f"{where} without a name; it is left out", file, line, value=name)
    mark = next((mark for mark in ";\t|" if mark in name and len(names) == 1), None)
    if mark:
        message = f"the header is one name; the cells seem to be separated by {mark!r} instead of a comma"
        return Fault("unknown-column", table.name, message, file, line, value=name[:80])
    near = suggest(name.strip().lower(), [column for column in table.names if column not in names])
    return Fault("unknown-column", table.name, f"{where} {name!r}; it is left out", file, line, value=name, suggestion=near)
