"""`borderclash diff`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from borderclash.cli.options import emit

__all__ = ["diff"]


class Format(StrEnum):
    """How changes can be told."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    CHANGELOG = "changelog"


def diff(
    old: Annotated[str, typer.Argument(help="A package folder, REV:PATH of git, or `installed` for the data that borderclash ships.")],
    new: Annotated[str, typer.Argument(help="The same; the package around this folder if not given.", show_default=False)] = "",
    form: Annotated[Format, typer.Option("--format", "-f", help="How to tell it; changelog is a section to paste.")] = Format.TEXT,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write it to this file.", show_default=False)] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit 1 if anything differs.")] = False,
) -> None:
    """Tell what changed between two states of a package, by incident and claim, and what it means for the version."""
    from borderclash.contribute import words
    from borderclash.contribute.diff import diff as between

    changes = between(old, new or None)
    tell = {
        Format.TEXT: words.as_text,
        Format.JSON: words.as_json,
        Format.MARKDOWN: words.as_markdown,
        Format.CHANGELOG: words.as_changelog,
    }
    emit(tell[form](changes), output)
    raise typer.Exit(1 if exit_code and changes else 0)
