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
    a: Annotated[Path, typer.Argument(help="What the one coder handed in: a package, or a folder of dossiers.", metavar="A")],
    b: Annotated[Path, typer.Argument(help="What the other handed in.", metavar="B")],
    report: Annotated[Format, typer.Option("--format", "-f", help="How to tell it.")] = Format.TEXT,
    since: Annotated[str | None, typer.Option(help="Only incidents not over before this day.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="Only incidents begun by this day.", show_default=False)] = None,
    base: Annotated[
        Path | None,
        typer.Option(help="Leave out the incidents whose ids this package holds, such as the one both started from.", show_default=False),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Keep incidents that stand word for word in both; else they count as copied.")
    ] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the report to this file.", show_default=False)] = None,
    into: IntoOption = None,
) -> None:
    """Compare what two people coded without seeing each other's work: how far they agree, and what is to be settled.

    A folder of dossiers is read as if merged into the package it is meant for, and only the incidents it gives are compared. What
    stands word for word in both was copied from where both started, and is left out.
    """
    from borderclash.contribute.agreement import FORMS, compare
    from borderclash.contribute.coded import read_coded
    from borderclash.dataset import load

    first, last = day(since, "--since"), day(until, "--until")
    known = frozenset(load(base).incidents) if base is not None else frozenset()
    one, other = read_coded(a, into), read_coded(b, into)
    apart = (one.before | known, other.before | known)
    found = compare(one.dataset, other.dataset, names=(str(a), str(b)), since=first, until=last, everything=everything, base=apart)
    emit(FORMS[report.value](found), output)
