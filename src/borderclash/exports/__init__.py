"""The tables and views in other forms: CSV and Parquet files, an SQLite database, a frictionless package. Whole, or not at all."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from borderclash.citation import cite, work_of
from borderclash.dataset import Dataset, refuse_faults, tables_of
from borderclash.errors import UnknownNameError
from borderclash.exports.files import csv, parquet
from borderclash.exports.parts import NAMES, Part, Stock, parts_of
from borderclash.exports.sqlite import sqlite
from borderclash.package.locate import locate
from borderclash.package.read import read

if TYPE_CHECKING:
    from frictionless import Package

__all__ = ["FORMS", "NAMES", "Part", "export", "package"]

FORMS: Final[Mapping[str, Callable[[Stock, Path], Path]]] = {"csv": csv, "parquet": parquet, "sqlite": sqlite}
"""Every form by name: what writes the parts of a stock to a path, and returns it."""


def export(
    form: str,
    out: str | Path,
    *,
    only: Iterable[str] | None = None,
    path: str | Path | None = None,
    dataset: Dataset | None = None,
    begun: Callable[[str], None] | None = None,
) -> Path:
    """Write tables and views to files, whole or not at all, and return where.

    Args:
        form: `csv` or `parquet` (a folder of files), or `sqlite` (one file).
        out: the folder or the file. It is replaced only if it holds nothing that an export of this form would not write.
        only: the parts wanted, by the names of `NAMES`: tables by their own, views as `view_accusations`; all if None.
        path: a package's folder or descriptor; without it, the data that borderclash ships.
        dataset: a dataset that was loaded already, instead of a path, such as one `as_of` a day.
        begun: is called with the name of each part as it is begun, for those who wait.

    Raises:
        UnknownNameError: if there is no such form or part.
        MissingPackageError: if there is no package at `path`.
        UnreadableError: if something of the package would be lost, because its files hold faults.
        UnwritableError: if it cannot be written, or would replace something else.
        TypeError: if both a path and a dataset are given.
    """
    if form not in FORMS:
        raise UnknownNameError("form of export", form, FORMS)
    if dataset is not None and path is not None:
        raise TypeError("export() takes a path or a dataset, not both")
    chosen = parts_of(NAMES if only is None else only)
    place = locate(path) if dataset is None else dataset.package
    known_on = dataset.known_on if dataset else None
    work = work_of(place) if place else None
    title, citation = (work.title, cite(work).strip()) if work else ("", "")
    with tables_of(dataset) if dataset is not None else read(locate(path)) as tables:
        refuse_faults(tables)
        searches = len(dataset.searches) if dataset is not None else None
        return FORMS[form](Stock(tables, chosen, searches, title, citation, known_on, begun), Path(out))


def package(path: str | Path | None = None) -> "Package":
    """Return the data package as a `frictionless.Package`, whose resources are the tables with their schemas.

    Args:
        path: a package's folder or descriptor; without it, the data that borderclash ships.

    Raises:
        MissingPackageError: if there is no package at `path`.
        UnreadableError: if frictionless cannot read its descriptor.
    """
    from frictionless import FrictionlessException, Package  # noqa: PLC0415 - half a second, for those who ask for it

    from borderclash.errors import UnreadableError  # noqa: PLC0415

    found = locate(path)
    try:
        return Package(str(found.descriptor.resolve()))
    except FrictionlessException as error:
        hint = f"to see every fault, type: borderclash validate {found.root}"
        raise UnreadableError(f"{found.descriptor} is no package to frictionless ({error.error.note}); {hint}") from error
