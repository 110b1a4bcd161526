"""The descriptor says of a table what the table is not, or leaves one out.

## Why it matters

Other tools judge the data by the descriptor alone. A schema that lacks a foreign key, or a word of a vocabulary, lets pass what we
refuse or refuses what we ask for; a table that is no resource is never looked at. Then the same package is sound to one reader and
broken to another. Titles, descriptions and properties of your own are free, and so is a descriptor that says less: a resource with no
schema promises nothing, and a descriptor with no resources at all leaves every table where it always lies.

## How to fix

Copy the resource of that table from the `datapackage.json` that borderclash ships, or its schema from `schemas/` of the repository.
Python gives it too: `borderclash.projections.descriptor.descriptor(head)`, where `head` is what you have now; it keeps every key but the
resources. In a checkout of borderclash, type `python -m borderclash.generate`.

## Breaks

Files that break it stand in `tests/cases/disagreeing-descriptor/`.

## Holds

Files that hold stand in `tests/cases/legal/`.
"""

from collections.abc import Iterable

from borderclash.package.faults import Fault
from borderclash.rules.rule import over_files
from borderclash.rules.scope import Scope


@over_files("BC917", "disagreeing-descriptor")
def disagreeing_descriptor(scope: Scope) -> Iterable[Fault]:
    """Pass on what the reader met."""
    return scope.faults("disagreeing-descriptor")
