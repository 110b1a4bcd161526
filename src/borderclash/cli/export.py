"""`borderclash export`."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import PackageOption, day, emit, meant, watched

__all__ = ["export"]


class Form(StrEnum):
    """The forms there are."""

    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"


def export(
    form: Annotated[Form, typer.Argument(help="csv or parquet (a folder of files), or sqlite (one file).")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder or file to write; what is not ours is never replaced.")],
    only: Annotated[
        list[str] | None,
        typer.Option(help="Only these tables and views, such as claims or view_accusations; may be repeated or joined with commas."),
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="As it could be known on this day, such as 2021-05-28.", show_default=False)] = None,
    package: PackageOption = None,
) -> None:
    """Write the tables and the views to files, whole or not at all."""
    from borderclash.exports import export as write

    names = [name.strip() for part in only or () for name in part.split(",") if name.strip()] or None
    known_on = day(as_of, "--as-of")
    dataset = None
    if known_on is not None:
        from borderclash.dataset import load

        dataset = load(meant(package)).as_of(known_on)
    with watched("reading") as begun:
        write(form.value, output, only=names, path=package if dataset is None else None, dataset=dataset, begun=begun)
    if sys.stdout.isatty():
        emit(f"wrote {output}")
