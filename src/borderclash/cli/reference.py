"""The page of the command line, made of what the commands declare: their names, parameters and help.

typer can write such a page itself (`typer ... utils docs`), but cuts the summaries short, and what it calls a type changes from one
version to the next, on which a check of the page must not hang.
"""

from collections.abc import Iterator
from enum import Enum
from inspect import Parameter, cleandoc, signature
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Final, get_args, get_origin

from typer.models import ArgumentInfo, CommandInfo, OptionInfo

from borderclash.cli import app

__all__ = ["cli_page"]

_HEAD: Final = """# Command line

Every command with its arguments and options, as `borderclash COMMAND --help` tells them; each command also takes `--help`. In Python the
same is done by the functions of [the front door](api.md).

*This file is generated from the commands themselves (`python -m borderclash.generate`); do not edit it.*

| command | what it does |
| --- | --- |
"""
_GAP: Final = "\n\n"
_DAYS: Final = ("since", "until", "on", "as_of", "when")
_FEW: Final = 8
"""As many words are written out where an option takes one of a list; longer lists stand in the codebook."""


def cli_page() -> str:
    """Return all commands with their options as Markdown, ending with a line break."""
    commands = app.registered_commands
    index = "".join(f"| [`{command.name}`](#borderclash-{command.name}) | {_help(command).partition(_GAP)[0]} |\n" for command in commands)
    return _HEAD + index + "".join(f"\n{_command(command)}" for command in commands)


def _help(command: CommandInfo) -> str:
    """Return the help with each paragraph on one line."""
    paragraphs = cleandoc(command.callback.__doc__ or "").split(_GAP) if command.callback else []
    return _GAP.join(" ".join(part.split()) for part in paragraphs)


def _command(command: CommandInfo) -> str:
    parameters = list(_parameters(command))
    arguments = [f"- `{_argument(of, info)}`: {info.help}" for of, info in parameters if isinstance(info, ArgumentInfo)]
    options = [f"- {_option(of, info)}: {info.help}{_default(of)}" for of, info in parameters if isinstance(info, OptionInfo)]
    shown = [_argument(of, info) for of, info in parameters if isinstance(info, ArgumentInfo)]
    usage = " ".join(["borderclash", str(command.name), *shown, *(["[OPTIONS]"] if options else [])])
    parts = [f"## borderclash {command.name}", _help(command), f"```text\n{usage}\n```", "\n".join([*arguments, *options])]
    if command.epilog:
        parts.append(f"Example: `{command.epilog.removeprefix('Example: ')}`")
    return _GAP.join(part for part in parts if part) + "\n"


def _parameters(command: CommandInfo) -> Iterator[tuple[Parameter, ArgumentInfo | OptionInfo]]:
    for of in signature(command.callback).parameters.values() if command.callback else ():
        yield of, next(info for info in of.annotation.__metadata__ if isinstance(info, ArgumentInfo | OptionInfo))


def _type(of: Parameter) -> Any:
    """Return what a parameter takes, without the None of one that may be left out."""
    said = get_args(of.annotation)[0] if get_origin(of.annotation) is Annotated else of.annotation
    kinds = [kind for kind in get_args(said) if kind is not NoneType]
    return kinds[0] if isinstance(said, UnionType) else said


def _argument(of: Parameter, info: ArgumentInfo) -> str:
    if info.metavar:
        return info.metavar
    several = "..." if get_origin(_type(of)) is list else ""
    name = of.name.upper().rstrip("_")
    return f"{name}{several}" if of.default is Parameter.empty else f"[{name}]{several}"


def _option(of: Parameter, info: OptionInfo) -> str:
    kind = _type(of)
    names = ", ".join(f"`{name}`" for name in _declared(of, info))
    if kind is bool:
        return names
    if isinstance(kind, type) and issubclass(kind, Enum) and len(kind) <= _FEW:
        return f"{names} {' or '.join(f'`{word.value}`' for word in kind)}"
    called = "DAY" if of.name in _DAYS else {int: "N", Path: "PATH"}.get(kind) or str(info.metavar or of.name).upper()
    return f"{names} `{called}`"


def _declared(of: Parameter, info: OptionInfo) -> tuple[str, ...]:
    """Return the names of an option; of several that are written out typer keeps the first as if it were a default."""
    written = ((info.default,) if isinstance(info.default, str) else ()) + tuple(info.param_decls or ())
    return written or (f"--{of.name.replace('_', '-')}",)


def _default(of: Parameter) -> str:
    if of.default is Parameter.empty:
        return " Must be given."
    if of.default is None or isinstance(of.default, bool | tuple):
        return ""
    return f" If not given: `{getattr(of.default, 'value', of.default)}`."
