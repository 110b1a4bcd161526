"""`borderclash validate`."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from borderclash.cli.options import day, emit, wants_colour
from borderclash.vocab import Severity

__all__ = ["validate"]

_SHOWN: Final = 50


class Format(StrEnum):
    """The reports there are."""

    TEXT = "text"
    JSON = "json"


def validate(
    path: Annotated[
        Path | None, typer.Argument(help="A package folder or a datapackage.json; the shipped data if none is given.", show_default=False)
    ] = None,
    report: Annotated[Format, typer.Option("--format", "-f", help="How to tell the findings.")] = Format.TEXT,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Only these rules: codes or beginnings of codes, such as BC2; may be repeated or joined with commas."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules.")] = None,
    fail_on: Annotated[
        Severity | None, typer.Option(help="The mildest severity that makes the exit code 1; error if not given.", show_default=False)
    ] = None,
    max_findings: Annotated[
        int | None,
        typer.Option(min=0, help="How many findings to show; 50 if not given, 0 shows all. All are counted.", show_default=False),
    ] = None,
    on: Annotated[str | None, typer.Option(help="The day to judge by, such as 2026-01-31; today if not given.", show_default=False)] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even with findings.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the report to this file.", show_default=False)] = None,
) -> None:
    """Check a claims package against the rules.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run or wrong use.
    """
    from borderclash.reports import REPORTS
    from borderclash.validate import validate as judge

    run = judge(
        path,
        select=_codes(select),
        ignore=_codes(ignore),
        fail_on=fail_on,
        max_findings={None: _SHOWN, 0: None}.get(max_findings, max_findings),
        on=day(on) or date.today(),
    )
    emit(REPORTS[report](run, colour=wants_colour(output)), output)
    raise typer.Exit(0 if exit_zero and run.exit_code == 1 else run.exit_code)


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for part in given or () for code in part.split(",") if code.strip())
