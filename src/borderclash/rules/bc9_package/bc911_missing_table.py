"""A table of the package has no file.

## Why it matters

The promises are about how tables hang together; where one is missing, whoever reads the others cannot tell what is absent from
what was never delivered.

## How to fix

Add the file, with its header even if the table has no rows.

## Breaks

Files that break it stand in `tests/cases/missing-table/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC911", "missing-table")
def missing_table(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("missing-table")
