"""`borderclash cite`."""

from enum import StrEnum
from typing import Annotated

import typer

from borderclash.cli.options import PackageOption, emit, meant

__all__ = ["cite"]


class Format(StrEnum):
    """The forms of a citation."""

    TEXT = "text"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


def cite(
    incident: Annotated[str | None, typer.Argument(help="An incident's id; the whole dataset if none.", show_default=False)] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form of the citation.")] = Format.TEXT,
    package: PackageOption = None,
) -> None:
    """Cite the dataset or one incident, with version and date."""
    from borderclash.citation import cite as told
    from borderclash.citation import work_of
    from borderclash.package.locate import locate

    place = locate(package)
    chosen = None
    if incident is not None:
        from borderclash.dataset import load

        chosen = load(meant(package)).dossier(incident).incident
    emit(told(work_of(place), chosen, form.value))
