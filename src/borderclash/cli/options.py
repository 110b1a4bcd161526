"""What several commands share: the version option, days typed by hand, and where output goes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from borderclash.about import NAME, VERSION

__all__ = ["IntoOption", "PackageOption", "around", "day", "emit", "meant", "version", "wants_colour", "watched"]

PackageOption = Annotated[
    Path | None,
    typer.Option(
        "--package",
        "-p",
        help="The package; the one around this folder if not given, else the shipped data, which `installed` names.",
        show_default=False,
    ),
]
IntoOption = Annotated[
    Path | None,
    typer.Option(
        "--into",
        help="The package the dossiers are meant for; the one around this folder if not given, else the shipped data.",
        show_default=False,
    ),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{NAME} {VERSION}")
        raise typer.Exit


def version(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Hold the options that stand before any command."""


def around() -> Path | None:
    """Return the package around the folder one works in; None if there is none, or if it holds the very data that borderclash ships."""
    from borderclash.errors import MissingPackageError
    from borderclash.package.locate import around as look
    from borderclash.package.locate import locate

    found = look()
    try:
        return None if found is None or _alike(found, locate().root) else found
    except MissingPackageError:
        return found


def _alike(found: Path, shipped: Path) -> bool:
    """Whether a folder is that of the shipped data, or a checkout of it with nothing changed."""
    if found.samefile(shipped):
        return True
    tables = [path.relative_to(shipped) for path in shipped.glob("data/*.csv")]
    return bool(tables) and all(
        (found / path).is_file() and (found / path).read_bytes() == (shipped / path).read_bytes() for path in tables
    )


def meant(package: Path | None) -> Path | None:
    """Return the package that a command means: the one named, else the one around this folder; None for the data that borderclash ships.

    Where it is one that nobody named, that is said, and how to name the other.
    """
    from borderclash.package.locate import INSTALLED

    if package is not None or (found := around()) is None:
        return package
    typer.echo(f"{NAME}: of the package in {found.as_posix()}; for the data that borderclash ships, add: -p {INSTALLED}", err=True)
    return found


def day(text: Any, option: str) -> date | None:
    """Read a day typed on the command line after `option`.

    Raises:
        typer.BadParameter: if it is not an ISO day.
    """
    if not text:
        return None
    from borderclash.kinds import DAY

    try:
        result: date = DAY.read(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
    return result


def wants_colour(output: Path | None = None) -> bool:
    """Whether to colour: only for a terminal, never for a file or a pipe."""
    from rich.console import Console

    return output is None and Console().color_system is not None


@contextmanager
def watched(first: str) -> "Iterator[Callable[[str], None]]":
    """Show, to whoever sits at a terminal, what is being done; give what tells it the next step."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status(first) as status:
        yield status.update


def emit(text: str, output: Path | None = None) -> None:
    """Write a report to the file named, or to standard output.

    Raises:
        typer.BadParameter: if the file cannot be written.
    """
    text = text if text.endswith("\n") else text + "\n"
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(
            f"cannot write {output}: {error.strerror}; name a file in a folder that exists", param_hint="--output"
        ) from None
