"""A dossier has the same key twice in one place.

## Why it matters

Only one of the two can be meant, and other readers of YAML take the last where this one takes the first.

## How to fix

Take one of the two out; for two rows, begin each with `- `.

## Breaks

Files that break it stand in `tests/cases/repeated-key/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC923", "repeated-key", since="0.2.0")
def repeated_key(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("repeated-key")
