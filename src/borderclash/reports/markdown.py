"""The report for pull requests: what was found, by severity, as tables."""

import re
from typing import Final

from borderclash.findings import Finding, Run
from borderclash.reports.source import visible
from borderclash.reports.words import PLURAL, checked, gaps, left_out, number, worst_first
from borderclash.vocab import Severity

__all__ = ["COMMENT", "SUMMARY", "code", "plain", "report"]

COMMENT: Final = 60_000
"""The room of a comment on GitHub (65,536 characters), less something to say around it; in bytes, to be safe."""
SUMMARY: Final = 1_000_000
"""The room of the summary of a step on GitHub (1 MiB), less the same; in bytes."""

_HEADINGS: Final = 200
"""What the headings of three tables that have no room for a row take, at most; in bytes."""
_MARKS: Final = re.compile(r"([\\`*_\[\]{}<>~|&])")
_CALLS: Final = re.compile(r"([@#])(?=\w)")
_BREAKS: Final = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")


def plain(text: str) -> str:
    """Return text that Markdown shows as it stands, on one line, in a cell of a table; it calls no person and names no issue."""
    return _CALLS.sub(r"\1<!-- -->", _MARKS.sub(r"\\\1", _line(text)))


def code(text: str) -> str:
    """Return text as code, on one line, in a cell of a table."""
    text = _line(text).replace("|", "\\|")
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def _line(text: str) -> str:
    return visible(_BREAKS.sub(" ", text).strip())


def report(run: Run, *, room: int = COMMENT, **_look: object) -> str:
    """Return the run as Markdown: how many findings there are, and as many of them in tables, worst first, as `room` bytes hold."""
    head = f"### borderclash: {'ok' if run.ok else 'not ok'}\n\nChecked {plain(checked(run))}.\n"
    tail = "\nCould not run, and so passed nothing:\n\n" if run.not_run else ""
    tail += "".join(f"- {plain(reason)}: {plain(parts)}\n" for reason, parts in gaps(run).items())
    tail += f"\n{'; '.join(left_out(run))}.\n"
    totals = [f"| {severity} | {run.by_severity.get(severity, 0):,} |" for severity in Severity]
    head += "\n".join(["", "| severity | findings |", "|---|--:|", *totals, ""])
    body, used = "", len((head + tail).encode()) + _HEADINGS
    for severity, findings in worst_first(run).items():
        table = _table(severity, run.by_severity.get(severity, 0), findings, room - used)
        body += table
        used += len(table.encode())
    return head + body + tail


def _table(severity: Severity, count: int, findings: list[Finding], room: int) -> str:
    """Return the table of one severity, with as many rows as there is room for, and how many are left out."""
    if not count:
        return ""
    title = f"\n#### {number(count, severity.value, PLURAL[severity]).capitalize()}\n"
    head = "\n| rule | where | row | what | fix |\n|---|---|---|---|---|\n"
    rest = f"\n{count:,} of {count:,} not listed.\n"
    rows: list[str] = []
    room -= len((title + head + rest).encode())
    for finding in findings:
        row = _row(finding)
        room -= len(row.encode())
        if room < 0:
            break
        rows.append(row)
    if len(rows) == count:
        return title + head + "".join(rows)
    left = f"\n{count - len(rows):,} of {count:,} not listed.\n"
    return title + (head + "".join(rows) if rows else "") + left


def _row(finding: Finding) -> str:
    what = plain(finding.message)
    if finding.suggestion:
        what += f"; did you mean {code(finding.suggestion)}?"
    row = code(finding.key) if finding.key else ""
    return f"| {finding.code} {plain(finding.name)} | {code(finding.place)} | {row} | {what} | {plain(finding.fix)} |\n"
