"""Reports of a run, as siblings: each is a function from a `Run` to text, and knows nothing of the others."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Protocol

from borderclash.findings import Run
from borderclash.reports import json, text

__all__ = ["REPORTS", "Report"]


class Report(Protocol):
    """A way to tell a run."""

    def __call__(self, run: Run, *, colour: bool = False) -> str:
        """Return the report, ending with a line feed; with ANSI colours only if asked, and if the form has any."""


REPORTS: Final[Mapping[str, Report]] = MappingProxyType({"text": text.report, "json": json.report})
"""Every report by the name `--format` knows it by."""
