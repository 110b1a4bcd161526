"""The two promises of borderclash as checks of the stock `frictionless` command.

    frictionless validate datapackage.json --checks "borderclash-uncited-claim borderclash-unrecorded-denial"

frictionless finds this module by its name, wherever borderclash is installed. The checks hold no logic of their own: they ask
borderclash to judge the package that the resource under check belongs to, and tell what it finds, claim by claim. borderclash reads
the files itself. A resource that frictionless has open hands out each row once, so that a check which read it again would see no row
and pass; and a promise about claims cannot be judged from one table. Where the package cannot be judged, that is an error: nothing
passes by not being looked at.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from frictionless import Check, Error, Plugin, errors

if TYPE_CHECKING:
    from frictionless import Resource, Row

    from borderclash.findings import Finding, Run

__all__ = ["BorderclashPlugin", "uncited_claim", "unrecorded_denial"]

_TABLE: Final = "claims"
_MOST: Final = 1000
"""How many findings are told one by one; frictionless stops at as many errors."""


class NotJudgedError(Error):
    """The package could not be judged. It is no error of data, so that no choice of errors can hide it."""

    type = "borderclash-not-judged"
    title = "Not Judged"
    description = "borderclash could not judge the package of this resource."
    template = "borderclash could not judge this package: {note}"


class UncitedClaimError(errors.RowError):
    """A claim cites no source."""

    type = "borderclash-uncited-claim"
    title = "Uncited Claim"
    description = "Every claim cites its source."
    template = 'Row at position "{rowNumber}" breaks a promise: {note}'


class UnrecordedDenialError(errors.RowError):
    """An accusation has neither a reply nor a record that one was looked for."""

    type = "borderclash-unrecorded-denial"
    title = "Unrecorded Denial"
    description = "Every accusation carries the reply of the accused side, or a dated record that one was looked for."
    template = 'Row at position "{rowNumber}" breaks a promise: {note}'


class _Promise(Check):
    """A check that tells what one rule of borderclash finds; it looks at one resource of a package, that of the claims."""

    rule: ClassVar[str]
    broken: ClassVar[type[errors.RowError]]

    def connect(self, resource: "Resource") -> None:
        """Take note of the resource; a check is used for all resources of a package, one after the other."""
        super().connect(resource)
        self._found: dict[str, Finding] = {}
        self._hidden = 0

    def validate_start(self) -> Iterable[Error]:
        """Judge the package, and say so if it cannot be judged."""
        if not _is_asked(self.resource):
            return
        run, reason = _judge(self.resource, self.rule)
        if run is None or reason:
            yield NotJudgedError(note=reason)
        if run is not None:
            self._found = {finding.key or "": finding for finding in run.findings}
            self._hidden = run.hidden

    def validate_row(self, row: "Row") -> Iterable[Error]:
        """Tell what was found of the claim in this row."""
        finding = self._found.pop(row.get("claim_id"), None) if self._found else None
        if finding:
            yield self.broken.from_row(row, note=_note(finding))

    def validate_end(self) -> Iterator[Error]:
        """Tell what was found of claims that frictionless did not come by, and how many findings were not told."""
        for key, finding in self._found.items():
            yield self.broken(note=_note(finding), cells=[key], row_number=finding.line or 1)
        if self._hidden:
            yield NotJudgedError(note=f"{self._hidden} more claims break this promise; to see all, type: borderclash validate")


class uncited_claim(_Promise):  # noqa: N801 - frictionless names its checks like functions
    """Check that every claim cites a source."""

    type = "borderclash-uncited-claim"
    rule = "uncited-claim"
    broken = UncitedClaimError
    Errors: ClassVar = [broken]


class unrecorded_denial(_Promise):  # noqa: N801 - frictionless names its checks like functions
    """Check that every accusation has a reply, or a record that one was looked for."""

    type = "borderclash-unrecorded-denial"
    rule = "unrecorded-denial"
    broken = UnrecordedDenialError
    Errors: ClassVar = [broken]


class BorderclashPlugin(Plugin):
    """What frictionless asks for the checks and their errors."""

    def select_check_class(self, type: str | None = None) -> type[Check] | None:  # noqa: A002 - frictionless' signature
        """Return the check of that type, if it is ours."""
        return next((check for check in (uncited_claim, unrecorded_denial) if check.type == type), None)

    def select_error_class(self, type: str | None = None) -> type[Error] | None:  # noqa: A002 - frictionless' signature
        """Return the error of that type, if it is ours."""
        ours = (UncitedClaimError, UnrecordedDenialError, NotJudgedError)
        return next((error for error in ours if error.type == type), None)


def _note(finding: "Finding") -> str:
    return f"{finding.message}; to mend it, {finding.fix} ({finding.code})"


def _is_asked(resource: "Resource") -> bool:
    """Say whether to judge when this resource is looked at: the claims, what comes first where none is listed, a file of no package."""
    if resource.package is None:
        return True
    names = resource.package.resource_names
    return bool(resource.name == (_TABLE if _TABLE in names else names[0]))


def _judge(resource: "Resource", rule: str) -> tuple["Run | None", str]:
    """Ask borderclash one rule about the package of a resource; return the run and why it is not whole, if it is not."""
    from borderclash.errors import BorderclashError  # noqa: PLC0415 - loaded when a package is judged, not whenever frictionless starts
    from borderclash.validate import validate  # noqa: PLC0415 - as above

    if resource.package is None:
        return None, "a promise concerns a whole package; name its datapackage.json, not one file of it"
    if resource.remote:
        return None, "it is not on this machine; download it first"
    source = resource.package.to_descriptor_source()
    try:
        if isinstance(source, str) and source.endswith(".json"):
            run = validate(source, select=rule, max_findings=_MOST)
        else:
            run = _validate(resource.package.to_descriptor(), resource.package.basepath, rule)
    except (BorderclashError, OSError) as error:
        return None, str(error)
    reasons = "; ".join(str(gap) for gap in run.not_run)
    return run, reasons


def _validate(descriptor: dict[str, Any], home: str | None, rule: str) -> "Run":
    """Judge a package whose descriptor stands in no file, or was changed after it was read, with its files where they are."""
    from borderclash.package.locate import Package  # noqa: PLC0415 - see _judge
    from borderclash.package.read import read  # noqa: PLC0415 - see _judge
    from borderclash.validate import validate  # noqa: PLC0415 - see _judge

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "datapackage.json")
        path.write_text(json.dumps(descriptor), encoding="utf-8")
        with read(Package(Path(home or "."), path, "argument")) as tables:
            return validate(tables, select=rule, max_findings=_MOST)
