"""Two columns of a file have the same name.

## Why it matters

Which of the two is meant is decided by the reader, and readers decide differently.

## How to fix

Take out one of the two columns, or give it the name that it should have.

## Breaks

Files that break it stand in `tests/cases/duplicate-header/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC907", "duplicate-header")
def duplicate_header(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("duplicate-header")
