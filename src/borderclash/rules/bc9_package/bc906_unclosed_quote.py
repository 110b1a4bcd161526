"""A quoted cell is never closed, or goes on after its closing quote.

## Why it matters

The rest of the file, to the next quote, is swallowed into one cell: a hundred rows can vanish into a note.

## How to fix

Close the quote, and write a quote inside a quoted cell twice.

## Breaks

Files that break it stand in `tests/cases/unclosed-quote/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC906", "unclosed-quote")
def unclosed_quote(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("unclosed-quote")
