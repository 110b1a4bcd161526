"""A file has a column that its table does not have.

## Why it matters

Nobody checks what stands in a column that nobody knows, and a misspelt name means that the column really meant is missing.

## How to fix

Take the column out, or give it the name suggested.

## Breaks

Files that break it stand in `tests/cases/unknown-column/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC908", "unknown-column")
def unknown_column(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("unknown-column")
