"""A file holds nothing, not even a header.

## Why it matters

An empty file cannot be told from one whose writing failed half-way.

## How to fix

Write at least the header line, or restore the file from its last good version.

## Breaks

Files that break it stand in `tests/cases/empty-file/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC912", "empty-file")
def empty_file(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("empty-file")
