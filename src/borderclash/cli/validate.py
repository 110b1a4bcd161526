"""`borderclash validate`."""

import os
import sys
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from borderclash.cli.options import IntoOption, around, day, emit, wants_colour, watched
from borderclash.vocab import Severity

if TYPE_CHECKING:
    from borderclash.findings import Run

__all__ = ["validate"]

_SHOWN: Final = 50
_ALL: Final = 10**9
"""More than anybody has; an engine can still add one to it."""
_MANY: Final = 10_000
"""What GitHub is given to choose the worst from; its summary has room for about as many."""


class Format(StrEnum):
    """The reports there are."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    MARKDOWN = "markdown"


_USUAL: Final = {
    Format.TEXT: _SHOWN,
    Format.MARKDOWN: _SHOWN,
    Format.GITHUB: _MANY,
    Format.JSON: None,
    Format.SARIF: None,
}
"""How many findings each form tells if nobody says; what machines read is whole."""


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="A package folder or a datapackage.json; or dossiers (.yaml, folders of them, - for standard input). The package around "
            "this folder if none, else the shipped data, which `installed` names.",
            show_default=False,
        ),
    ] = None,
    into: IntoOption = None,
    report: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="How to tell the findings; text, or github in GitHub Actions.", show_default=False),
    ] = None,
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
        typer.Option(
            min=0,
            help="How many findings to show; 0 for all. If not given: as the package says, else 50, in json and sarif all.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[str | None, typer.Option(help="The day to judge by, such as 2026-01-31; today if not given.", show_default=False)] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even with findings.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the report to this file.", show_default=False)] = None,
) -> None:
    """Check a claims package against the rules, or dossiers as if they were merged into one.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 could not run or wrong use.
    """
    from borderclash.package.locate import INSTALLED
    from borderclash.reports import REPORTS
    from borderclash.reports.source import NOTHING, read_source
    from borderclash.validate import validate as judge

    told, target = report or _usual(output), _target(paths or [])
    found = around() if target is None else None
    with watched("checking"):
        run = judge(
            found or target,
            into=into,
            select=_codes(select),
            ignore=_codes(ignore),
            fail_on=fail_on,
            max_findings=_ALL if max_findings == 0 else max_findings,
            usual_findings=_USUAL[told],
            on=day(on, "--on") or date.today(),
        )
    if found is not None:
        run = replace(run, target=f"{found.as_posix()} (around this folder; `borderclash validate {INSTALLED}` is for the shipped data)")
    source = read_source(run.findings) if told is Format.TEXT else NOTHING
    emit(REPORTS[told](run, colour=wants_colour(output), source=source), output)
    if told is Format.GITHUB:
        _summarise(run)
    raise typer.Exit(0 if exit_zero and run.exit_code == 1 else run.exit_code)


def _target(paths: list[Path]) -> Any:
    """Return what is to be judged: a package, or a list of dossiers, one of which may have come by standard input."""
    from borderclash.package.given import is_dossiers

    dossiers = [path for path in paths if str(path) == "-" or is_dossiers(path)]
    if not dossiers:
        if len(paths) > 1:
            raise typer.BadParameter("one package at a time; several paths must all be dossiers (.yaml)", param_hint="PATH")
        return paths[0] if paths else None
    if len(dossiers) < len(paths):
        other = next(path for path in paths if path not in dossiers)
        raise typer.BadParameter(
            f"{other} is no dossier (.yaml); name the package that dossiers are meant for with --into {other}", param_hint="PATH"
        )
    return [sys.stdin.buffer if str(path) == "-" else path for path in dossiers]


def _usual(output: Path | None) -> Format:
    """Return the format where none is named: annotations only where GitHub reads them, which it does not from a file."""
    return Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" and output is None else Format.TEXT


def _summarise(run: "Run") -> None:
    """Append the whole list to the summary of the step, if GitHub names a file for it."""
    from borderclash.reports.markdown import SUMMARY, report

    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8", newline="") as file:
            file.write(report(run, room=SUMMARY))
    except OSError as error:
        typer.echo(f"borderclash: cannot write the summary of the step to {name}: {error.strerror}", err=True)


def _codes(given: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for part in given or () for code in part.split(",") if code.strip())
