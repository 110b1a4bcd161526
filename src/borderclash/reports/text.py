"""The report for people: each finding with its place, what to do and where to read more; then one line that leaves nothing out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from borderclash.findings import Finding, NotRun, Run
from borderclash.reports.style import OF_SEVERITY, paint
from borderclash.vocab import Severity

__all__ = ["report"]

_PLURAL: Final[Mapping[Severity, str]] = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}


def report(run: Run, *, colour: bool = False) -> str:
    """Return the report as text."""
    blocks = [_finding(finding, colour=colour) for finding in run.findings]
    if run.hidden:
        blocks.append("\n".join(_hidden(run)))
    if run.not_run:
        blocks.append("\n".join(_gaps(run, colour=colour)))
    blocks.append(_closing(run, colour=colour))
    return "\n\n".join(blocks) + "\n"


def _finding(finding: Finding, *, colour: bool) -> str:
    head = paint(f"{finding.severity}[{finding.code}]", OF_SEVERITY[finding.severity], "bold", colour=colour)
    lines = [f"{head} {paint(finding.name, 'bold', colour=colour)}: {finding.message}"]
    details = [("-->", finding.place)]
    if finding.suggestion:
        details.append(("did you mean:", finding.suggestion))
    details += [("fix:", finding.fix), ("more:", f"borderclash explain {finding.code}")]
    return "\n".join(lines + [f"  {paint(label, 'dim', colour=colour)} {detail}" for label, detail in details])


def _hidden(run: Run) -> Iterator[str]:
    shown: dict[str, int] = defaultdict(int)
    for finding in run.findings:
        shown[finding.code] += 1
    more = [f"{number - shown[code]:,} {code}" for code, number in run.counts.items() if number > shown[code]]
    yield f"{_number(run.hidden, 'more finding')} not shown: {', '.join(more)}"
    yield "  to see them: borderclash validate --max-findings 0"


def _gaps(run: Run, *, colour: bool) -> Iterator[str]:
    codes: dict[str, list[NotRun]] = defaultdict(list)
    for gap in run.not_run:
        codes[gap.reason].append(gap)
    yield paint("could not run, and so passed nothing:", "yellow", "bold", colour=colour)
    for reason, gaps in codes.items():
        yield f"  {reason}: {', '.join(dict.fromkeys(_part(gap) for gap in gaps))}"


def _part(gap: NotRun) -> str:
    return f"{gap.code} ({gap.table}.{gap.field})" if gap.field else gap.code


def _closing(run: Run, *, colour: bool) -> str:
    tables, rows = len(run.rows), sum(run.rows.values())
    counts = ", ".join(_number(run.by_severity.get(severity, 0), severity.value, _PLURAL[severity]) for severity in Severity)
    rules = len({gap.code for gap in run.not_run})
    parts = [counts, f"{run.hidden:,} hidden", f"{run.ignored:,} ignored", f"{run.waived:,} waived", f"{_number(rules, 'rule')} not run whole"]
    if run.undated:
        parts.append(f"{_number(run.undated, 'rule')} not asked for want of a day")
    if run.unselected:
        parts.append(f"{_number(run.unselected, 'rule')} not selected")
    verdict = paint("ok", "bold", colour=colour) if run.ok else paint("not ok", "red", "bold", colour=colour)
    checked = f"{_number(run.rows.get('claims', 0), 'claim')}, {_number(rows, 'row')} in {_number(tables, 'table')}"
    return f"{verdict}: checked {checked} of {run.target}: {'; '.join(parts)}"


def _number(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
