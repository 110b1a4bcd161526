"""Reports of a run, as siblings: each is a function from a `Run` to text, and knows nothing of the others."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Protocol

from borderclash.findings import Run
from borderclash.reports import github, json, markdown, sarif, text
from borderclash.reports.source import NOTHING, Source

__all__ = ["REPORTS", "Report"]


class Report(Protocol):
    """A way to tell a run."""

    def __call__(self, run: Run, *, colour: bool = False, source: Source = NOTHING) -> str:
        """Return the report, ending with a line feed.

        Args:
            run: the run.
            colour: whether to use ANSI colours, if the form has any.
            source: lines of the files to show with the findings that blame them, if the form shows any.
        """


REPORTS: Final[Mapping[str, Report]] = MappingProxyType(
    {"text": text.report, "json": json.report, "sarif": sarif.report, "github": github.report, "markdown": markdown.report}
)
"""Every report by the name `--format` knows it by."""
