"""A dossier cannot be read, or a part of it cannot.

## Why it matters

Nothing in it was judged, or a part of it was not: the file is not YAML, holds a tag or an alias, or a list stands where one value
belongs.

## How to fix

Mend the line named. Indent with spaces, put a value that holds `: ` or `#` in quotes, begin each row of a list with `- `.

## Breaks

Files that break it stand in `tests/cases/unreadable-dossier/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC921", "unreadable-dossier", since="0.2.0")
def unreadable_dossier(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("unreadable-dossier")
