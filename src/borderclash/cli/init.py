"""`borderclash init`."""

from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import emit

__all__ = ["init"]


def init(
    folder: Annotated[Path, typer.Argument(help="The folder of the new package.")],
    side: Annotated[list[str] | None, typer.Option(help="A party, as an id such as northland; once for each.")] = None,
    language: Annotated[
        list[str] | None, typer.Option(help="A language that every place must be named in, such as hy; once for each.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="What the package is about.", show_default=False)] = None,
) -> None:
    """Make a new, empty and valid claims package for another dispute."""
    from borderclash.contribute.init import init as make

    files = make(folder, side or (), title=title, languages=language or ())
    emit(f"wrote {len(files)} files to {folder}; to go on, type: borderclash validate {folder}")
