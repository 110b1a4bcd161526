"""What a validation comes back with: findings, the rules that could not run, and the run as a whole. Plain Python values only."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from os.path import commonpath, sep
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from borderclash.notebook import bold, details, fragment, grid, muted
from borderclash.vocab import Severity

__all__ = ["Finding", "NotRun", "Run", "at_or_above"]

_GRAVITY: Final = {severity: rank for rank, severity in enumerate(Severity)}
_SHOWN: Final = 20
"""How many findings a notebook shows."""
_NOTHING: Final[Mapping[str, int]] = MappingProxyType({})


def at_or_above(severity: Severity, threshold: Severity) -> bool:
    """Return whether `severity` is at least as grave as `threshold`."""
    return _GRAVITY[severity] <= _GRAVITY[threshold]


@dataclass(frozen=True)
class Finding:
    """One fault: which rule, where, what is wrong and what to do.

    Attributes:
        code, name, severity: of the rule.
        table: the table it is in; None for a fault of the package.
        key: the key of the row, a composite one joined with `/`; None where no row is blamed.
        field: the column; None where the whole row or file is blamed.
        message: what is wrong, in one line.
        value: the cell as it stands, if one cell is blamed and holds something.
        suggestion: what was probably meant.
        file: the file, as a person would type it; None for a frame in memory.
        line: the physical line in the file, counted from 1; for a frame in memory, the row, counted from 1.
        column: the character in that line at which the cell starts, counted from 1.
        fix: how to mend it, in one line.
    """

    code: str
    name: str
    severity: Severity
    message: str
    table: str | None = None
    key: str | None = None
    field: str | None = None
    value: str | None = None
    suggestion: str | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None
    fix: str = ""

    @property
    def place(self) -> str:
        """Where it is, such as `datapackage/data/claims.csv:412 (claim_id)`."""
        place = self.file or self.table or "the package"
        place = place if self.line is None else f"{place}:{self.line}"
        return place if self.field is None else f"{place} ({self.field})"

    def __str__(self) -> str:
        return f"{self.severity}[{self.code}] {self.name}: {self.message} ({self.place})"


@dataclass(frozen=True, order=True)
class NotRun:
    """A rule, or its part over one table or column, that could not be asked.

    Attributes:
        code: the rule.
        reason: why, in one line.
        table, field: the part, if the rest of the rule ran.
        broken: whether the rule itself failed, rather than the data it needs being absent.
    """

    code: str
    reason: str
    table: str | None = None
    field: str | None = None
    broken: bool = False

    def __str__(self) -> str:
        part = ".".join(name for name in (self.table, self.field) if name)
        return f"{self.code}{f' on {part}' if part else ''} could not run: {self.reason}"


@dataclass(frozen=True, repr=False)
class Run:
    """The outcome of a validation.

    Attributes:
        target: what was validated, in words.
        findings: the findings shown, in order of file, line, table, key, field, code.
        counts: how many findings there are by code, hidden ones included, ignored and waived ones not; exact.
        by_severity: the same by severity.
        fail_on: the least grave severity that fails the run.
        hidden: how many findings are counted but not in `findings`.
        ignored: how many were left out because their rule is ignored.
        waived: how many were left out because a waiver accepts them.
        not_run: the rules that could not run, and why; none of them counts as passed.
        undated: how many rules were not asked because they judge by a day and none was given.
        unset: how many rules were not asked because they judge by a setting that the package does not give.
        unselected: how many rules were not asked because others were selected.
        rows: how many rows of each table were judged.
    """

    target: str
    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, int] = field(default_factory=lambda: _NOTHING)
    by_severity: Mapping[Severity, int] = field(default_factory=dict)
    fail_on: Severity = Severity.ERROR
    hidden: int = 0
    ignored: int = 0
    waived: int = 0
    not_run: tuple[NotRun, ...] = ()
    undated: int = 0
    unset: int = 0
    unselected: int = 0
    rows: Mapping[str, int] = field(default_factory=lambda: _NOTHING)

    @property
    def complete(self) -> bool:
        """Whether every rule that was asked could run."""
        return not self.not_run

    @property
    def failing(self) -> int:
        """How many findings are at or above `fail_on`."""
        return sum(number for severity, number in self.by_severity.items() if at_or_above(severity, self.fail_on))

    @property
    def ok(self) -> bool:
        """Whether the run is complete and nothing is at or above `fail_on`."""
        return self.complete and not self.failing

    @property
    def exit_code(self) -> int:
        """0 if ok; 1 if the data fails; 2 if a rule broke, or if nothing fails but the run is incomplete."""
        if self.ok:
            return 0
        return 1 if self.failing and not any(gap.broken for gap in self.not_run) else 2

    @property
    def total(self) -> int:
        """How many findings there are, hidden ones included."""
        return sum(self.counts.values())

    def __bool__(self) -> bool:
        """A run is true if it is ok, so that `assert bc.validate()` says what it means."""
        return self.ok

    def __repr__(self) -> str:
        state = "ok" if self.ok else "not ok"
        shares = ", ".join(f"{code} x{number}" for code, number in sorted(Counter(self.counts).items())) or "no findings"
        gaps = f", {len(self.not_run)} not run" if self.not_run else ""
        return f"<Run of {self.target}: {state}, {shares}{gaps}, {sum(self.rows.values())} rows>"

    def _repr_html_(self) -> str:
        state = "ok" if self.ok else "not ok"
        head = f"{sum(self.rows.values()):,} rows, {self.total} findings, {self.ignored} ignored, {self.waived} waived"
        root = _root([each.file for each in self.findings if each.file])
        grave = [each for each in self.findings if each.severity is not Severity.INFO]
        infos = [each for each in self.findings if each.severity is Severity.INFO]
        counted = self.by_severity.get(Severity.INFO, 0)
        found = _table(grave, root, self.total - counted)
        folded = details(f"{counted} {'info' if counted == 1 else 'infos'}", _table(infos, root, counted)) if infos else ""
        gaps = grid(("could not run",), [(str(gap),) for gap in self.not_run]) if self.not_run else ""
        return fragment(f"{bold(self.target)}: {bold(state)}", muted(head), found, folded, gaps)


def _table(findings: Sequence[Finding], root: str, total: int) -> str:
    """Return findings as HTML, each with its place from the package's own folder on, and how many more there are."""
    if not findings:
        return ""
    rows = [(each.severity, each.code, each.name, each.place.removeprefix(root), each.message, each.fix) for each in findings[:_SHOWN]]
    more = total - len(rows)
    table = grid(("severity", "code", "name", "where", "what is wrong", "how to mend it"), rows)
    return table + (f"<p>{muted(f'and {more} more')}</p>" if more > 0 else "")


def _root(files: Sequence[str]) -> str:
    """Return how the path of every file begins: the package's folder, which need not be told in each row."""
    folders = {PurePath(file).parent for file in files}
    if not folders:
        return ""
    shared = PurePath(commonpath([str(folder) for folder in folders]))
    shared = shared.parent if shared.name == "data" else shared
    return "" if shared == PurePath() else f"{shared}{sep}"
