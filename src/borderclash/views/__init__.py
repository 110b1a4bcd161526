"""Analysis-ready frames made of several tables, one file a view."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from borderclash.columns import TABLES
from borderclash.dataset import Dataset, refuse_faults, tables_of
from borderclash.errors import UnknownNameError
from borderclash.frames import materialise, ready
from borderclash.package.locate import locate
from borderclash.package.read import read
from borderclash.views.accusations import ACCUSATIONS
from borderclash.views.describe import ColumnText, Description, described
from borderclash.views.exchanges import EXCHANGES
from borderclash.views.incidents import INCIDENTS
from borderclash.views.monthly import MONTHLY
from borderclash.views.speakers import SPEAKERS
from borderclash.views.tolls import TOLLS
from borderclash.views.view import View, ViewColumn

__all__ = ["VIEWS", "ColumnText", "Description", "View", "ViewColumn", "describe", "view"]

VIEWS: Final[Mapping[str, View]] = {each.name: each for each in (ACCUSATIONS, EXCHANGES, TOLLS, INCIDENTS, SPEAKERS, MONTHLY)}
"""The views by name."""


def describe(name: str, *, view: bool = False) -> Description:
    """Return what the columns of a table or of a view are and mean: print it, or let a notebook show it.

    Args:
        name: the table or the view, such as `claims` or `accusations`.
        view: whether the view is meant where a table has the same name, as `incidents` has.

    Raises:
        UnknownNameError: if there is no such table or view.
    """
    if name in TABLES and not (view and name in VIEWS):
        return described(TABLES[name])
    if name in VIEWS:
        return described(VIEWS[name])
    raise UnknownNameError("table or view", name, [*TABLES, *(each for each in VIEWS if each not in TABLES)])


def view(name: str, *, backend: str = "pandas", path: str | Path | None = None, dataset: Dataset | None = None) -> Any:
    """Return a view as a frame, sorted by its key; `VIEWS[name].columns` says what each column means.

    Args:
        name: one of `VIEWS`, such as `accusations`; docs/views.md tells of them all.
        backend: `pandas`, `polars`, `pyarrow`, or `duckdb` (a relation, which keeps its own connection alive).
        path: a package's folder or descriptor; without it, the data that borderclash ships.
        dataset: a dataset that was loaded already, instead of a path, such as one `as_of` a day.

    Raises:
        UnknownNameError: if there is no such view or backend.
        MissingExtraError: if the library is not installed.
        MissingPackageError: if there is no package at `path`.
        UnreadableError: if something of the package would be lost, because its files hold faults.
        TypeError: if both a path and a dataset are given.
    """
    if name not in VIEWS:
        raise UnknownNameError("view", name, VIEWS)
    ready(backend)
    wanted = VIEWS[name]
    words = {column.name: column.words for column in wanted.columns if column.vocabulary}
    if dataset is not None and path is not None:
        raise TypeError("view() takes a path or a dataset, not both")
    with tables_of(dataset) if dataset is not None else read(locate(path)) as tables:
        refuse_faults(tables)
        return materialise(tables, wanted.over(tables), words, backend)
