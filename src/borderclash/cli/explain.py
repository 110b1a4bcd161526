"""`borderclash explain`."""

from enum import StrEnum
from typing import Annotated

import typer

from borderclash.cli.options import emit, wants_colour

__all__ = ["explain"]


class Format(StrEnum):
    """How a rule can be told."""

    TEXT = "text"
    JSON = "json"


def explain(
    code: Annotated[
        str | None, typer.Argument(help="A rule's code or name; the list of all rules if none is given.", show_default=False)
    ] = None,
    report: Annotated[Format, typer.Option("--format", "-f", help="How to tell it.")] = Format.TEXT,
) -> None:
    """Explain one rule whole, or list them all."""
    from borderclash.reports import explain as tell

    emit(tell.as_json(code) if report is Format.JSON else tell.as_text(code, colour=wants_colour()))
