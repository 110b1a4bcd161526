"""A file has another size or another hash than the descriptor gives it.

## Why it matters

Whoever packed the data wrote down size and hash so that whoever unpacks them can tell them from a copy that was cut off, converted or
edited on the way. The copy of the data in the wheel of borderclash carries both; in git neither is kept, since any two changes of the
data would collide there. What the descriptor does not give is not checked.

## How to fix

Get the package anew, or, if the change is meant, write the new `bytes` and `hash` into its descriptor. If the file is one that people
keep editing, take both out and let them be written when the package is built.

## Breaks

Files that break it stand in `tests/cases/altered-file/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC916", "altered-file")
def altered_file(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("altered-file")
