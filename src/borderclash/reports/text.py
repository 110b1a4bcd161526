"""The report for people: each finding with its place, what to do and where to read more; then one line that leaves nothing out."""

import re
from collections.abc import Iterator

from borderclash.findings import Finding, Run
from borderclash.reports.source import NOTHING, Excerpt, Source, visible
from borderclash.reports.style import OF_SEVERITY, paint
from borderclash.reports.words import checked, counts, gaps, hidden, left_out, number

__all__ = ["report"]


def report(run: Run, *, colour: bool = False, source: Source = NOTHING) -> str:
    """Return the report as text, with those lines of the files that `source` holds."""
    blocks = ["\n".join(_finding(finding, source.get(finding), colour=colour)) for finding in run.findings]
    if run.hidden:
        blocks.append(
            f"{number(run.hidden, 'more finding')} not shown: {hidden(run)}\n  to see them: borderclash validate --max-findings 0"
        )
    if run.not_run:
        blocks.append("\n".join(_gaps(run, colour=colour)))
    blocks.append(_closing(run, colour=colour))
    return "\n\n".join(blocks) + "\n"


def _finding(finding: Finding, excerpt: Excerpt | None, *, colour: bool) -> Iterator[str]:
    head = paint(f"{finding.severity}[{finding.code}]", OF_SEVERITY[finding.severity], "bold", colour=colour)
    yield f"{head} {paint(finding.name, 'bold', colour=colour)}: {visible(finding.message)}"
    yield f"  {paint('-->', 'dim', colour=colour)} {visible(finding.place)}"
    if excerpt is not None:
        yield from _quoted(finding, excerpt, colour=colour)
    details = [("fix:", finding.fix), ("more:", f"borderclash explain {finding.code}")]
    if finding.suggestion:
        details.insert(0, ("did you mean:", finding.suggestion))
    if finding.key and not re.search(rf"(?<![\w./-]){re.escape(finding.key)}(?![\w/-])", finding.message):
        details.insert(0, ("row:", finding.key))
    for label, detail in details:
        yield f"  {paint(label, 'dim', colour=colour)} {visible(detail)}"


def _quoted(finding: Finding, excerpt: Excerpt, *, colour: bool) -> Iterator[str]:
    """Yield the line of the file, and under it the mark."""
    count = str(finding.line)
    yield f"  {paint(f'{count} |', 'dim', colour=colour)} {excerpt.text}".rstrip()
    if excerpt.mark is not None:
        bar = paint(f"{' ' * len(count)} |", "dim", colour=colour)
        yield f"  {bar} {' ' * (excerpt.indent or 0)}{paint(excerpt.mark.strip(), OF_SEVERITY[finding.severity], 'bold', colour=colour)}"


def _gaps(run: Run, *, colour: bool) -> Iterator[str]:
    yield paint("could not run, and so passed nothing:", "yellow", "bold", colour=colour)
    for reason, parts in gaps(run).items():
        yield f"  {reason}: {parts}"


def _closing(run: Run, *, colour: bool) -> str:
    verdict = paint("ok", "bold", colour=colour) if run.ok else paint("not ok", "red", "bold", colour=colour)
    return f"{verdict}: checked {checked(run)}: {'; '.join([counts(run), *left_out(run)])}"
