"""A file has an empty line between its rows.

## Why it matters

Some readers skip it, some make a row of nulls, some stop there.

## How to fix

Take the empty line out.

## Breaks

Files that break it stand in `tests/cases/blank-line/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC910", "blank-line")
def blank_line(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("blank-line")
