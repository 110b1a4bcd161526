"""The descriptor cannot be read, or says something that cannot be meant.

## Why it matters

`datapackage.json` says where the tables are and what this package asks of itself. Where it cannot be read, defaults stand in for
it, and the package is held to rules it never chose.

## How to fix

Mend `datapackage.json` as the message says.

## Breaks

Files that break it stand in `tests/cases/unreadable-descriptor/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC913", "unreadable-descriptor")
def unreadable_descriptor(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("unreadable-descriptor")
