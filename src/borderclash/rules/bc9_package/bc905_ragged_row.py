"""A row has more or fewer cells than the header.

## Why it matters

From the missing or superfluous comma on, every cell stands under the wrong column. Such a row cannot be read, and is left out
until it is mended; rules that blame something absent then cannot run.

## How to fix

Count the commas in that line: a text that holds a comma needs double quotes around it, and an empty cell still needs its comma.

## Breaks

Files that break it stand in `tests/cases/ragged-row/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC905", "ragged-row")
def ragged_row(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("ragged-row")
