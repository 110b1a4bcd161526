"""A dossier gives an id that belongs to something else.

## Why it matters

Ids are given once, never renamed and never reused: other projects cite them. Merged as it stands, the dossier would put one thing in the
place of another.

## How to fix

Give the new incident, source, actor or place an id of its own. Where the same thing is meant, give it the same way in every dossier.

## Breaks

Files that break it stand in `tests/cases/taken-id/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC924", "taken-id", since="0.2.0")
def taken_id(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("taken-id")
