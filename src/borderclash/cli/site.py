"""`borderclash site`."""

from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import PackageOption, emit, meant, watched

__all__ = ["site"]


def site(
    out: Annotated[Path, typer.Argument(help="The folder to write; an earlier site in it is replaced.")],
    issues: Annotated[str | None, typer.Option(help="The address where errors are reported, if there is one.", show_default=False)] = None,
    package: PackageOption = None,
) -> None:
    """Write a site that people can read: plain pages, no server, no request to anybody. It needs: pip install 'borderclash[plot]'."""
    from borderclash.dataset import load
    from borderclash.site import build

    with watched("reading the data") as begun:
        dataset = load(meant(package))
        begun("writing the pages")
        files = build(dataset, out, issues=issues)
    emit(f"wrote {len(files)} files; open {out / 'index.html'}")
