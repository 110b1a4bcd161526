"""A table that no package of claims can do without has no rows.

## Why it matters

Actors, sources, incidents, claims and citations stand or fall together: where one of them is empty, nobody says anything, or nothing says
where it was read. An export that stopped half-way looks like this, and every rule is content with it, since there is no row to blame.
A package that was only just begun looks like this too, so this is said and not held against it. The other tables may well be empty.

## How to fix

Put the rows back, or leave it as it is if the package was only just begun.

## Breaks

Files that break it stand in `tests/cases/empty-table/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_files("BC920", "empty-table", severity=Severity.INFO)
def empty_table(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("empty-table")
