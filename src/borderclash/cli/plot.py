"""`borderclash plot`."""

from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import PackageOption, emit, meant, watched

__all__ = ["plot"]


def plot(
    name: Annotated[str, typer.Argument(help="timeline, map, replies, lag, tolls or coverage.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A .png or .svg file; NAME.svg if not given.", show_default=False)
    ] = None,
    incident: Annotated[
        str | None, typer.Option(help="For tolls: whose; the one with most figures if not given.", show_default=False)
    ] = None,
    package: PackageOption = None,
) -> None:
    """Draw a plot of the data. It needs the extra: pip install 'borderclash[plot]'."""
    from borderclash.dataset import load
    from borderclash.plots import plot as draw
    from borderclash.plots import save, tolls

    if incident and name != "tolls":
        raise typer.BadParameter("only tolls are drawn of one incident", param_hint="--incident")
    with watched("reading the data") as begun:
        dataset = load(meant(package))
        begun("drawing")
        chart = tolls(dataset, incident) if incident else draw(name, dataset)
        written = save(chart, output or Path(f"{name}.svg"))
    emit(f"wrote {written}")
