"""Dossiers into a package: judged as if merged, then written as one change, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final

from borderclash.columns import TABLES
from borderclash.contribute.changes import Changes, compare, state_of
from borderclash.errors import UnreadableError
from borderclash.findings import Run
from borderclash.package.drafts import Draft, read_drafts
from borderclash.package.fold import Folded, as_tables, fold
from borderclash.package.journal import exclusive, replace_files
from borderclash.package.locate import Package, nearest
from borderclash.package.sheets import read_sheets
from borderclash.package.write import canonical
from borderclash.validate import validate
from borderclash.vocab import Severity

__all__ = ["Merge", "merge"]

_SHARED: Final = ("sources", "actors", "places")


@dataclass(frozen=True)
class Merge:
    """What a merge did, or would do.

    Attributes:
        package: into which.
        run: what the rules say of the package with the dossiers in it.
        changes: what differs from the package as it was.
        held: the incidents, sources, actors and places that are there already and would change; empty if that was asked for.
        files: the files written, relative to the package; empty if nothing was.
    """

    package: Package
    run: Run
    changes: Changes
    held: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing stands in the way."""
        return self.run.ok and not self.held


def merge(
    dossiers: Sequence[Path | BinaryIO | Draft],
    into: str | Path | None = None,
    *,
    update: bool = False,
    dry_run: bool = False,
    fail_on: Severity | str | None = None,
    on: date | None = None,
) -> Merge:
    """Fold dossiers into a package, all of them or none.

    Args:
        dossiers: files, folders of files, streams such as standard input, or dossiers already read.
        into: the package; the one around the folder one works in if None.
        update: whether incidents, sources, actors and places that are there already may change.
        dry_run: whether to leave the package as it is.
        fail_on: the mildest severity that stops the merge; as the package says if None, else `error`.
        on: the day to judge by.

    Raises:
        MissingPackageError: if there is no package.
        UnreadableError: if the package has faults, cannot be written to, or is the data of borderclash itself and not named; or if a
            folder holds no dossier.
        OSError: if it cannot be written, and then it is as it was.
    """
    package = nearest(into)
    if package.origin != "argument":
        raise UnreadableError("the data of borderclash itself is not to be changed from elsewhere; name a package of yours: --into PATH")
    if dry_run:
        return _judged(package, dossiers, update=update, fail_on=fail_on, on=on)[0]
    with exclusive(package):
        judged, folded = _judged(package, dossiers, update=update, fail_on=fail_on, on=on)
        if not judged.ok:
            return judged
        contents = _contents(folded, judged.changes)
        replace_files(package.root, contents)
    return Merge(package, judged.run, judged.changes, files=tuple(contents))


def _judged(
    package: Package, dossiers: Sequence[Path | BinaryIO | Draft], *, update: bool, fail_on: Severity | str | None, on: date | None
) -> tuple[Merge, Folded]:
    base = read_sheets(package)
    read = read_drafts([each for each in dossiers if not isinstance(each, Draft)])
    folded = fold(base, [*read, *(each for each in dossiers if isinstance(each, Draft))])
    with as_tables(folded) as tables:
        run = replace(validate(tables, fail_on=fail_on, on=on), target=f"{package.root.as_posix()} with the dossiers merged into it")
    changes = compare(state_of(base), state_of(folded))
    return Merge(package, run, changes, () if update else _held(changes)), folded


def _held(changes: Changes) -> tuple[str, ...]:
    """Return what is there already and would change."""
    shared = (change for change in changes.rows if change.table in _SHARED and change.kind == "changed")
    return (*changes.incidents("changed"), *(change.key[0] for change in shared))


def _contents(folded: Folded, changes: Changes) -> dict[str, bytes]:
    """Return the new content of each file whose table changed."""
    changed = {change.table for change in changes.rows}
    return {
        folded.base[name].file: canonical(table, [row.cells for row in folded.rows[name]])
        for name, table in TABLES.items()
        if name in changed
    }
