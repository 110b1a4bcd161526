"""The descriptor names a file outside of the package.

## Why it matters

A package that somebody sends you must not read your other files, nor fetch anything from elsewhere. Such a path is not followed.

## How to fix

Put the file inside of the package, and name it by its path from there, such as `data/claims.csv`.

## Breaks

Files that break it stand in `tests/cases/unsafe-path/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC914", "unsafe-path")
def unsafe_path(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("unsafe-path")
