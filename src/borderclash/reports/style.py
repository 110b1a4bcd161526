"""ANSI colours, for reports that are asked to use them."""

from typing import Final

from borderclash.vocab import Severity

__all__ = ["OF_SEVERITY", "paint"]

_CODES: Final = {"red": "31", "yellow": "33", "blue": "34", "bold": "1", "dim": "2"}

OF_SEVERITY: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
"""The colour of each severity."""


def paint(text: str, *styles: str, colour: bool) -> str:
    """Return the text in the styles named, or as it is if no colour is wanted."""
    return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m" if colour and styles else text
