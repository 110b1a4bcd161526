"""What the reports for people say alike: numbers, the closing line, what is hidden, what could not run, and which finding is worst."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from borderclash.findings import Finding, NotRun, Run
from borderclash.vocab import Severity

__all__ = ["PLURAL", "checked", "counts", "gaps", "hidden", "left_out", "number", "worst_first"]

PLURAL: Final[Mapping[Severity, str]] = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}
"""How more than one finding of a severity is called."""


def number(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun, such as `1,204 errors`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def checked(run: Run) -> str:
    """Return what was looked at, such as `137 claims, 1,143 rows in 12 tables of my-copy`."""
    tables, rows = len(run.rows), sum(run.rows.values())
    return f"{number(run.rows.get('claims', 0), 'claim')}, {number(rows, 'row')} in {number(tables, 'table')} of {run.target}"


def counts(run: Run) -> str:
    """Return how many findings there are of each severity."""
    return ", ".join(number(run.by_severity.get(severity, 0), severity.value, PLURAL[severity]) for severity in Severity)


def left_out(run: Run) -> list[str]:
    """Return what was found and is not shown, and what was not asked."""
    rules = len({gap.code for gap in run.not_run})
    parts = [f"{run.hidden:,} hidden", f"{run.ignored:,} ignored", f"{run.waived:,} waived", f"{number(rules, 'rule')} not run whole"]
    if run.undated:
        parts.append(f"{number(run.undated, 'rule')} not asked for want of a day")
    if run.unset:
        parts.append(f"{number(run.unset, 'rule')} not asked for want of a setting")
    if run.unselected:
        parts.append(f"{number(run.unselected, 'rule')} not selected")
    return parts


def hidden(run: Run) -> str:
    """Return which findings are counted and not shown, such as `1,200 BC101, 3 BC102`."""
    shown = Counter(finding.code for finding in run.findings)
    return ", ".join(f"{count - shown[code]:,} {code}" for code, count in run.counts.items() if count > shown[code])


def gaps(run: Run) -> dict[str, str]:
    """Return, by the reason, which rules or parts of rules could not run."""
    parts: dict[str, list[str]] = defaultdict(list)
    for gap in run.not_run:
        parts[gap.reason].append(_part(gap))
    return {reason: ", ".join(dict.fromkeys(names)) for reason, names in parts.items()}


def _part(gap: NotRun) -> str:
    return f"{gap.code} ({gap.table}.{gap.field})" if gap.field else gap.code


def worst_first(run: Run) -> dict[Severity, list[Finding]]:
    """Return the findings shown by severity, the gravest first, else in the order they have."""
    return {severity: [finding for finding in run.findings if finding.severity is severity] for severity in Severity}
