"""`borderclash merge`."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import IntoOption, day, emit, wants_colour
from borderclash.vocab import Severity

__all__ = ["merge"]


def merge(
    dossiers: Annotated[list[Path], typer.Argument(help="Dossiers, folders of them, or - for standard input.")],
    into: IntoOption = None,
    update: Annotated[bool, typer.Option("--update", help="Also change incidents, sources, actors and places that are there.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    fail_on: Annotated[
        Severity | None, typer.Option(help="The mildest severity that stops the merge; error if not given.", show_default=False)
    ] = None,
    on: Annotated[str | None, typer.Option(help="The day to judge by, such as 2026-01-31; today if not given.", show_default=False)] = None,
) -> None:
    """Fold dossiers into a package: all of them, or none if one has an error.

    Exit codes: 0 merged, 1 refused, 2 could not run or wrong use.
    """
    from borderclash.contribute.merge import merge as fold
    from borderclash.contribute.words import as_text, headline
    from borderclash.reports import REPORTS
    from borderclash.reports.source import read_source

    given = [sys.stdin.buffer if str(path) == "-" else path for path in dossiers]
    done = fold(given, into, update=update, dry_run=dry_run, fail_on=fail_on, on=day(on, "--on") or date.today())
    if done.run.findings or not done.run.ok:
        emit(REPORTS["text"](done.run, colour=wants_colour(), source=read_source(done.run.findings)))
    if not done.run.ok:
        emit("nothing was merged; mend what is said above, then type the same again")
        raise typer.Exit(done.run.exit_code)
    emit(as_text(done.changes))
    if done.held:
        emit(f"nothing was merged: {', '.join(done.held)} would change; to accept that, add --update")
        raise typer.Exit(1)
    if dry_run:
        emit(f"would merge: {headline(done.changes)}; nothing was written")
    elif not done.files:
        emit("nothing to merge: the package says all of it already")
    else:
        emit(f"merged into {done.package.root}: wrote {', '.join(done.files)}")
