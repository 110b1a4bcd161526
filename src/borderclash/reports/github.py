"""The report for GitHub Actions: annotations, worst first, as many as GitHub shows of a step, and what is left out said."""

from collections.abc import Mapping
from typing import Final

from borderclash.findings import Finding, Run
from borderclash.reports.source import visible
from borderclash.reports.words import PLURAL, checked, counts, gaps, left_out, number, worst_first
from borderclash.vocab import Severity

__all__ = ["MOST", "report"]

MOST: Final = 10
"""How many annotations of each kind GitHub shows of one step; what comes after them it drops without a word."""
_KINDS: Final[Mapping[Severity, str]] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(run: Run, **_look: object) -> str:
    """Return the run as workflow commands, then a closing line for the log.

    Rules that could not run take the first place among the errors; where something is left out, how much takes the last among
    the notices.
    """
    reasons = "\n".join(f"{parts}: {reason}" for reason, parts in gaps(run).items())
    lines = [_command("error", f"could not run, and so passed nothing:\n{reasons}", title="borderclash")] if reasons else []
    free = dict.fromkeys(Severity, MOST)
    free[Severity.ERROR] -= len(lines)
    if _beyond(run, free):
        free[Severity.INFO] -= 1
    for severity, findings in worst_first(run).items():
        lines += [_annotation(finding) for finding in findings[: free[severity]]]
    left = _beyond(run, free)
    if left:
        words = ", ".join(number(count, severity.value, PLURAL[severity]) for severity, count in left.items())
        said = f"not annotated, as GitHub shows {MOST} of a kind: {words}; see the summary of this step"
        lines.append(_command("notice", said, title="borderclash"))
    verdict = "ok" if run.ok else "not ok"
    return "\n".join([*lines, _data(f"{verdict}: checked {checked(run)}: {'; '.join([counts(run), *left_out(run)])}")]) + "\n"


def _beyond(run: Run, free: Mapping[Severity, int]) -> dict[Severity, int]:
    """Return how many findings of each severity get no annotation, where any do not."""
    shown = worst_first(run)
    left = {severity: run.by_severity.get(severity, 0) - len(shown[severity][: free[severity]]) for severity in Severity}
    return {severity: count for severity, count in left.items() if count}


def _annotation(finding: Finding) -> str:
    said = [finding.message]
    if finding.key:
        said.append(f"row: {visible(finding.key)}")
    if finding.suggestion:
        said.append(f"did you mean: {visible(finding.suggestion)}")
    said += [f"fix: {finding.fix}", f"more: borderclash explain {finding.code}"]
    place: dict[str, object] = {}
    if finding.file is None:
        said.insert(1, f"in {finding.place}")
    else:
        place = {"file": finding.file, "line": finding.line, "col": finding.column}
    return _command(_KINDS[finding.severity], "\n".join(said), **place, title=f"{finding.code} {finding.name}")


def _command(kind: str, message: str, **properties: object) -> str:
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    return f"::{kind} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
