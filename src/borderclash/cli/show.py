"""`borderclash show`."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import emit, wants_colour

__all__ = ["show"]

PackageOption = Annotated[Path | None, typer.Option("--package", "-p", help="Another package than the shipped data.", show_default=False)]


def show(
    incident: Annotated[str, typer.Argument(help="An incident's id; `borderclash list` names them.")],
    package: PackageOption = None,
) -> None:
    """Show one incident whole: claims, what answers them, searches, figures, sources."""
    from borderclash.dataset import load
    from borderclash.reports.dossier import Names, report

    dataset = load(package)
    width = min(shutil.get_terminal_size().columns, 120) if sys.stdout.isatty() else 100
    emit(report(dataset.dossier(incident), Names(dataset.actors, dataset.places), colour=wants_colour(), width=width))
