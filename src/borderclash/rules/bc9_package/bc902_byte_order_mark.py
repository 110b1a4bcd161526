"""A file begins with a byte order mark.

## Why it matters

The three invisible bytes become part of the first column's name, so that a reader that does not expect them finds no such column.

## How to fix

Save the file as UTF-8 without a byte order mark.

## Breaks

Files that break it stand in `tests/cases/byte-order-mark/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC902", "byte-order-mark")
def byte_order_mark(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("byte-order-mark")
