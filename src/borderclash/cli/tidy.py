"""`borderclash tidy`."""

from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import emit

__all__ = ["tidy"]


def tidy(
    path: Annotated[
        Path | None,
        typer.Argument(help="A package folder or a datapackage.json; the one around this folder if none.", show_default=False),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; show the diff, and exit 1 if there is one.")] = False,
) -> None:
    """Put a package edited by hand or in a spreadsheet into its canonical form, and say each mend.

    Exit codes: 0 tidy, 1 something would change (--check) or only a person can mend it, 2 could not run.
    """
    from borderclash.contribute.tidy import tidy as put_in_order

    done = put_in_order(path, check=check)
    if check and done.new:
        emit(done.diff())
    for mend in done.mends:
        emit(f"{'would mend' if check else 'mended'} {mend}")
    for hurt in done.damage:
        emit(f"left {hurt}")
    files = f"{len(done.new)} {'file' if len(done.new) == 1 else 'files'}"
    if done.new:
        emit(f"{files} would change; to write them, type: borderclash tidy {done.package.root}" if check else f"wrote {files}")
    if done.damage:
        cells = "1 cell looks" if len(done.damage) == 1 else f"{len(done.damage)} cells look"
        emit(f"{cells} damaged by a spreadsheet; nobody but you can tell what stood there: mend by hand, then type the same again")
    elif not done.new:
        emit("tidy: nothing to change")
    raise typer.Exit(1 if done.damage or (check and done.new) else 0)
