"""A dossier has a key that the form does not have.

## Why it matters

What stands under it reaches no table: it would be lost without a word, and the key really meant is missing.

## How to fix

Take the key out, or give it the name suggested; `borderclash new` writes out every key there is.

## Breaks

Files that break it stand in `tests/cases/unknown-key/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC922", "unknown-key", since="0.2.0")
def unknown_key(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("unknown-key")
