"""`borderclash agreement`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import IntoOption, day, emit

__all__ = ["agreement"]


class Format(StrEnum):
    """How an agreement can be told."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def agreement(
    a: Annotated[Path, typer.Argument(help="One coder's package, or folder of dossiers.")],
    b: Annotated[Path, typer.Argument(help="The other's.")],
    form: Annotated[Format, typer.Option("--format", "-f", help="How to tell it.")] = Format.TEXT,
    since: Annotated[str | None, typer.Option(help="Only incidents not over before this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="Only incidents begun by this day.", show_default=False)] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it to this file.", show_default=False)] = None,
    into: IntoOption = None,
) -> None:
    """Say how far two people who coded the same pages agree, and what is left to settle.

    Folders of dossiers are read as if merged into the package they are meant for; the incidents it held before are left out, unless a
    dossier gives them anew. It needs the extra: pip install 'borderclash[agreement]'.
    """
    from borderclash.contribute import agreement as room
    from borderclash.contribute.coded import read_coded

    one, other = read_coded(a, into), read_coded(b, into)
    found = room.agree(
        one.dataset, other.dataset, leave_out=one.before & other.before, since=day(since, "--since"), until=day(until, "--until")
    )
    tell = {Format.TEXT: room.as_text, Format.JSON: room.as_json, Format.MARKDOWN: room.as_markdown}
    emit(tell[form](found), output)
