"""A file is not written in UTF-8.

## Why it matters

Names in Armenian, Azerbaijani or Russian written in another encoding turn into other letters without an error: `Naxçıvan` becomes
`NaxÃ§Ä±van`, and no search finds it again.

## How to fix

Save the file as UTF-8. In a spreadsheet, choose "CSV UTF-8" when exporting.

## Breaks

Files that break it stand in `tests/cases/not-utf8/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC901", "not-utf8")
def not_utf8(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("not-utf8")
