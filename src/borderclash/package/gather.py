"""The common end of both ways in: what was loaded table by table becomes `Tables`."""

__all__ = ["gather", "prepare"]

from collections.abc import Iterator, Mapping
from typing import Final

from borderclash.package.engine import DuckEngine
from borderclash.package.faults import Fault
from borderclash.package.load import Loaded
from borderclash.package.locate import Package
from borderclash.package.settings import Settings
from borderclash.package.tables import Reading, Tables

_NEEDED: Final = ("actors", "sources", "incidents", "claims", "citations")
"""The tables without which there is no claim that cites a source. All others may well be empty: a small package has no figure yet,
nobody has replied yet, every reply was found, nothing is accepted on purpose."""


def prepare(engine: DuckEngine) -> None:
    """Make the places where text, typed views and what holds both will stand."""
    for schema in ("store", "text", "typed"):
        engine.run(f"CREATE SCHEMA {schema}")


def gather(
    engine: DuckEngine,
    loaded: Mapping[str, Loaded],
    *,
    faults: tuple[Fault, ...] = (),
    settings: Settings | None = None,
    package: Package | None = None,
    fresh: Mapping[str, frozenset[int]] | None = None,
) -> Tables:
    """Return the tables that `engine` now holds, with what loading them brought to light after the `faults` already known."""
    reading = Reading(
        faults=(*faults, *(fault for each in loaded.values() for fault in each.faults), *_empty(engine, loaded)),
        missing=frozenset(name for name, each in loaded.items() if each.missing),
        missing_columns=frozenset((name, column) for name, each in loaded.items() for column in each.missing_columns),
        rejected={name: each.rejected for name, each in loaded.items() if each.rejected},
        misfits={(name, column): count for name, each in loaded.items() for column, count in each.misfits.items()},
        settings=settings or Settings(),
        package=package,
        lines={name: each.lines for name, each in loaded.items() if each.lines},
        fresh=fresh,
    )
    typed, text = ({name: engine.frame(f"{form}.{name}") for name in loaded} for form in ("typed", "text"))
    return Tables(typed, text, engine, reading)


def _empty(engine: DuckEngine, loaded: Mapping[str, Loaded]) -> Iterator[Fault]:
    """Yield a fault for each table that must have rows, is there and has none, not even one that could not be read."""
    for name in _NEEDED:
        each = loaded[name]
        if each.missing or each.rejected or engine.run(f"SELECT 1 FROM text.{name} LIMIT 1"):  # noqa: S608 - a name of ours
            continue
        if each.lines and each.lines.file:
            yield Fault("empty-table", name, f"{each.lines.file} has a header and no rows", each.lines.file, 1)
        else:
            yield Fault("empty-table", name, f"the frame passed for {name} has no rows")
