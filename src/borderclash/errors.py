"""What goes wrong outside the data: misuse, a file that is not there, an extra that is not installed.

A fault *in* the data is a finding, never an exception. Every message here says what, where, and what to type next.
"""

__all__ = [
    "BorderclashError",
    "MissingExtraError",
    "MissingPackageError",
    "UnknownNameError",
    "UnreadableDayError",
    "UnreadableError",
    "UnwritableError",
    "suggest",
]

from collections.abc import Iterable
from difflib import get_close_matches


class BorderclashError(Exception):
    """The base of every exception borderclash raises on purpose."""


class MissingPackageError(BorderclashError, FileNotFoundError):
    """No data package stands at the path given."""

    def __str__(self) -> str:
        return str(self.args[0])


class UnreadableError(BorderclashError, ValueError):
    """A data package is there, but what was asked of it cannot be given: its files hold faults that `validate` lists."""


class UnwritableError(BorderclashError, OSError):
    """What was to be written cannot be, or would replace what is not ours."""


class UnreadableDayError(BorderclashError, ValueError):
    """What was given as a day is none."""


class UnknownNameError(BorderclashError, KeyError, ValueError):
    """A table, view, backend, rule, incident or claim by that name does not exist."""

    def __init__(self, what: str, name: str, known: Iterable[str], hint: str = "") -> None:
        """Say which `what` is unknown, what looks like it among `known`, and what to type (`hint`)."""
        known = list(known)
        near = suggest(name, known)
        said = f"no {what} is called {name!r}"
        if near:
            said += f"; did you mean {near!r}?"
        elif 0 < len(known) <= 20:
            said += "; choose one of: " + ", ".join(known)
        if hint:
            said += f" {hint[0].upper()}{hint[1:]}" if near else f"; {hint}"
        super().__init__(said)

    def __str__(self) -> str:
        return str(self.args[0])


class MissingExtraError(BorderclashError, ImportError):
    """An optional library is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        """Name the library that is missing and the extra that brings it."""
        super().__init__(f"this needs {library}, which is not installed; type: pip install 'borderclash[{extra}]'", name=library)


def suggest(word: str, known: Iterable[str]) -> str | None:
    """Return the word in `known` that `word` most likely was meant to be, or None."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)
