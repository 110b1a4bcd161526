"""A file mixes line ends, or holds a carriage return that ends no line.

## Why it matters

Readers disagree on whether a lone carriage return ends a line. One then sees a row more than the other, and line numbers part
ways.

## How to fix

Save the file with the same line end throughout, best a line feed alone.

## Breaks

Files that break it stand in `tests/cases/stray-carriage-return/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC904", "stray-carriage-return")
def stray_carriage_return(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("stray-carriage-return")
