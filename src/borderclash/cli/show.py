"""`borderclash show`."""

import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import PackageOption, day, emit, meant, wants_colour

__all__ = ["show"]

_TWO_COLUMNS = 140
"""How wide a terminal is in which answers stand beside what they answer."""


class Format(StrEnum):
    """How an incident can be told."""

    TEXT = "text"
    YAML = "yaml"


def show(
    incident: Annotated[str, typer.Argument(help="An incident's id; `borderclash list` names them.")],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="text to read; yaml, the dossier that merges back unchanged.")
    ] = Format.TEXT,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it to this file.", show_default=False)] = None,
    package: PackageOption = None,
    as_of: Annotated[str | None, typer.Option(help="As it could be known on this day, such as 2021-05-28.", show_default=False)] = None,
) -> None:
    """Show one incident whole: claims, what answers them (beside them in a wide terminal), searches, figures, sources."""
    from borderclash.dataset import load
    from borderclash.package.editor import editor
    from borderclash.reports.dossier import Names, report

    dataset, known_on = load(meant(package)), day(as_of, "--as-of")
    dataset.dossier(incident)  # so that an id misspelt is not taken for one that nothing was said of yet
    if known_on is not None:
        dataset = dataset.as_of(known_on)
    if incident not in dataset.incidents:
        emit(f"nothing had been said of {incident} by {known_on}", output)
        return
    if form is Format.YAML:
        emit(dataset.dossier(incident).to_yaml(editor(dataset.package, output)), output)
        return
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() and output is None else 100
    beside = columns >= _TWO_COLUMNS
    width = min(columns, 200 if beside else 120)
    names = Names(dataset.actors, dataset.places)
    emit(report(dataset.dossier(incident), names, colour=wants_colour(output), width=width, beside=beside), output)
