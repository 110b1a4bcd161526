"""What is wrong with the files of a package before any rule about their content can run."""

from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["STDIN", "Fault", "FaultRule"]

STDIN: Final = "<stdin>"
"""What the standard input is called where a file would be."""

FaultRule = Literal[
    "not-utf8",
    "byte-order-mark",
    "nul-byte",
    "stray-carriage-return",
    "ragged-row",
    "unclosed-quote",
    "duplicate-header",
    "unknown-column",
    "missing-column",
    "blank-line",
    "missing-table",
    "empty-file",
    "unreadable-descriptor",
    "unsafe-path",
    "altered-file",
    "disagreeing-descriptor",
    "empty-table",
    "unreadable-dossier",
    "unknown-key",
    "repeated-key",
    "taken-id",
]
"""The names of the rules (family BC9xx) that a fault may become a finding of."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file, a header, the descriptor or a dossier.

    Attributes:
        rule: the name of the rule it breaks.
        table: the table concerned, or None for the descriptor.
        message: what is wrong, one sentence without a full stop.
        file: the path relative to the package's root, or None for a frame that was never a file.
        line: the physical line, counted from 1, or None where the whole file is meant.
        column: the character in that line, counted from 1, or None.
        value: the offending text, shortened, or None.
        suggestion: what was probably meant, or None.
        field: the column of the table concerned, or None.
    """

    rule: FaultRule
    table: str | None
    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    value: str | None = None
    suggestion: str | None = None
    field: str | None = None
