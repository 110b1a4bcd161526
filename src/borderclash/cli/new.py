"""`borderclash new`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import IntoOption, day, emit

__all__ = ["new"]


def new(
    when: Annotated[str | None, typer.Option("--date", help="The day of the incident, such as 2021-05-28.", show_default=False)] = None,
    place: Annotated[str | None, typer.Option(help="Where: an id, or a name in any language.", show_default=False)] = None,
    accuser: Annotated[str | None, typer.Option(help="Who accuses: an actor's id, such as az-mod.", show_default=False)] = None,
    accused: Annotated[str | None, typer.Option(help="Who is accused: an actor's id, such as am-armed-forces.", show_default=False)] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it to this file.", show_default=False)] = None,
    into: IntoOption = None,
) -> None:
    """Write a blank dossier: one incident to fill in, with the words and ids there are as comments."""
    from borderclash.contribute.blank import blank

    if output is not None and output.exists():
        raise typer.BadParameter(f"{output} is there already; name another file, or take it away first", param_hint="--output")
    said: list[str] = []
    text = blank(day(when, "--date"), place, accuser, accused, into=into, on=date.today(), output=output, say=said.append)
    emit(text, output)
    for line in said:
        typer.echo(f"borderclash: {line}", err=True)
    if output is not None:
        emit(f"wrote {output}; fill it in, then type: borderclash validate {output}")
