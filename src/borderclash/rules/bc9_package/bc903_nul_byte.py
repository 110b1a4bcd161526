"""A file holds a NUL byte.

## Why it matters

Many readers take a NUL for the end of the text and drop what follows, without a word. It never belongs into a table.

## How to fix

Take the byte out; it usually comes from a broken download or from a file saved as UTF-16.

## Breaks

Files that break it stand in `tests/cases/nul-byte/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC903", "nul-byte")
def nul_byte(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("nul-byte")
