"""`borderclash show`."""

import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import PackageOption, emit, wants_colour

__all__ = ["show"]


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
) -> None:
    """Show one incident whole: claims, what answers them, searches, figures, sources."""
    from borderclash.dataset import load
    from borderclash.reports.dossier import Names, report

    dataset = load(package)
    if form is Format.YAML:
        emit(dataset.dossier(incident).to_yaml(), output)
        return
    width = min(shutil.get_terminal_size().columns, 120) if sys.stdout.isatty() else 100
    emit(report(dataset.dossier(incident), Names(dataset.actors, dataset.places), colour=wants_colour(output), width=width), output)
