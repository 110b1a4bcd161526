"""A file lacks a column of its table.

## Why it matters

Every rule that asks for the column cannot run, so that less is checked than it seems.

## How to fix

Add the column to the header, with a comma in each row; its cells may be empty where the codebook says so.

## Breaks

Files that break it stand in `tests/cases/missing-column/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC909", "missing-column")
def missing_column(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("missing-column")
