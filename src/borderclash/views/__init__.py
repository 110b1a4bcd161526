"""Analysis-ready frames made of several tables, one file a view."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from borderclash.dataset import refuse_faults
from borderclash.errors import UnknownNameError
from borderclash.frames import materialise, ready
from borderclash.package.locate import locate
from borderclash.package.read import read
from borderclash.views.accusations import ACCUSATIONS
from borderclash.views.exchanges import EXCHANGES
from borderclash.views.incidents import INCIDENTS
from borderclash.views.monthly import MONTHLY
from borderclash.views.speakers import SPEAKERS
from borderclash.views.tolls import TOLLS
from borderclash.views.view import View, ViewColumn

__all__ = ["VIEWS", "View", "ViewColumn", "view"]

VIEWS: Final[Mapping[str, View]] = {each.name: each for each in (ACCUSATIONS, EXCHANGES, TOLLS, INCIDENTS, SPEAKERS, MONTHLY)}
"""The views by name."""


def view(name: str, *, backend: str = "pandas", path: str | Path | None = None) -> Any:
    """Return a view as a frame, sorted by its key; `VIEWS[name].columns` says what each column means.

    Args:
        name: one of `VIEWS`, such as `accusations`; docs/views.md tells of them all.
        backend: `pandas`, `polars`, `pyarrow`, or `duckdb` (a relation, which keeps its own connection alive).
        path: a package's folder or descriptor; without it, the data that borderclash ships.

    Raises:
        UnknownNameError: if there is no such view or backend.
        MissingExtraError: if the library is not installed.
        MissingPackageError: if there is no package at `path`.
        UnreadableError: if something of the package would be lost, because its files hold faults.
    """
    if name not in VIEWS:
        raise UnknownNameError("view", name, VIEWS)
    ready(backend)
    wanted = VIEWS[name]
    words = {column.name: column.words for column in wanted.columns if column.vocabulary}
    with read(locate(path)) as tables:
        refuse_faults(tables)
        return materialise(tables, wanted.over(tables), words, backend)
