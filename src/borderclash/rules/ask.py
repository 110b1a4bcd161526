"""Asking the rules: one that fails leaves the others running, and whatever could not be asked is said."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock, Thread

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.findings import NotRun
from borderclash.rules.gather import Catch, gather_cells, gather_faults, gather_rows
from borderclash.rules.rule import Rule
from borderclash.rules.scope import Scope
from borderclash.rules.waivers import Waivers

__all__ = ["Inquiry"]


@dataclass
class Inquiry:
    """Asks rules and adds up what they find.

    Attributes:
        scope: what the rules may look at.
        ignored: the codes of the rules whose findings are counted and left out.
        most: how many findings will be shown, so that no more are fetched of any rule; None for all.
        known: the codes of all rules there are, those that will not be asked included.
        caught: what was found by the rules that are not ignored.
        left_out: how many findings the ignored rules have, by code.
        gaps: what could not be asked.
    """

    scope: Scope
    ignored: frozenset[str] = frozenset()
    most: int | None = None
    known: frozenset[str] = frozenset()
    caught: Catch = field(default_factory=Catch)
    left_out: Catch = field(default_factory=Catch)
    gaps: list[NotRun] = field(default_factory=list)
    waivers: Waivers = field(default_factory=Waivers)
    _lock: Lock = field(default_factory=Lock)

    def ask(self, rules: Sequence[Rule]) -> None:
        """Ask the rules: files, then cells, then rows; those over the run last, when it is known which waivers were used."""
        self._read_waivers()
        for rule in rules:
            if rule.shape == "files":
                self._try(rule, self._files)
        for ignored in (False, True):
            self._cells([rule for rule in rules if rule.shape == "cells" and (rule.code in self.ignored) is ignored])
        self._by_two([rule for rule in rules if rule.shape == "rows"])
        judged = {rule.code for rule in rules} - self.ignored - {gap.code for gap in self.gaps}
        unjudged = frozenset(self.known) - judged
        self.scope = replace(self.scope, used_waivers=frozenset(self.waivers.used), unjudged=unjudged)
        for rule in rules:
            if rule.shape == "run":
                self._try(rule, partial(self._rows, self.scope))

    def _by_two(self, rules: Sequence[Rule]) -> None:
        """Ask the rules over rows, in two threads where the tables have two hands; each takes the next that nobody has taken."""
        left = deque(rules)

        def work(scope: Scope) -> None:
            while left:
                try:
                    rule = left.popleft()
                except IndexError:  # the other was quicker
                    return
                self._try(rule, partial(self._rows, scope))

        other = self.scope.tables.aside()
        if other is None:
            work(self.scope)
            return
        helper = Thread(target=work, args=(replace(self.scope, tables=other),))
        helper.start()
        work(self.scope)
        helper.join()  # the other hand stays open: what a rule suggests is looked up when the findings are told

    def _read_waivers(self) -> None:
        try:
            self.waivers = Waivers.read(self.scope)
        except Exception as error:  # noqa: BLE001 - whatever the engine meets is said, and nothing is waived
            self._gap(NotRun("waivers", _why(error), "waivers", broken=True))

    def _try(self, rule: Rule, judge: Callable[[Rule], None]) -> None:
        reason = self.scope.gap(rule.reads, rule.absent)
        if reason:
            self._gap(NotRun(rule.code, reason))
            return
        try:
            judge(rule)
        except Exception as error:  # noqa: BLE001 - a rule that fails must not stop the others, and is never counted as passed
            self._gap(self._failed(rule, error))

    def _failed(self, rule: Rule, error: Exception) -> NotRun:
        lacking = [f"{table} has no column {column}" for table, column in sorted(self.scope.tables.missing_columns) if table in rule.reads]
        return NotRun(rule.code, " and ".join(lacking)) if lacking else NotRun(rule.code, _why(error), broken=True)

    def _files(self, rule: Rule) -> None:
        self._take(rule.code, gather_faults(rule, rule.function(self.scope)))

    def _rows(self, scope: Scope, rule: Rule) -> None:
        limit, waivers = self._terms(rule.code)
        for broken in rule.broken(scope):
            if isinstance(broken, NotRun):
                self._gap(broken)
            else:
                self._take(rule.code, gather_rows(scope, rule, broken, waivers, limit))

    def _cells(self, rules: Sequence[Rule]) -> None:
        if not rules:
            return
        limit, waivers = self._terms(rules[0].code)
        for name, table in TABLES.items():
            if name in self.scope.tables.missing:
                self._gap(*(NotRun(rule.code, f"{name} is missing", name) for rule in rules))
                continue
            for column in table.columns:
                if self.scope.lacks(name, column.name):
                    reason = f"{name} has no column {column.name}"
                    self._gap(*(NotRun(rule.code, reason, name, column.name) for rule in rules if rule.function(column) is not None))
            try:
                self._take(rules[0].code, gather_cells(self.scope, name, rules, waivers, limit))
            except Exception as error:  # noqa: BLE001 - as in _try
                self._gap(*(NotRun(rule.code, _why(error), name, broken=True) for rule in rules))

    def _terms(self, code: str) -> tuple[int | None, Waivers]:
        """Return how many findings of a rule to fetch, and the waivers it heeds: of an ignored rule none, only counted."""
        return (0, Waivers()) if code in self.ignored else (self.most, self.waivers)

    def _take(self, code: str, catch: Catch) -> None:
        with self._lock:
            (self.left_out if code in self.ignored else self.caught).add(catch)

    def _gap(self, *gaps: NotRun) -> None:
        with self._lock:
            self.gaps += [gap for gap in gaps if gap.code not in self.ignored]

    def rows(self) -> dict[str, int]:
        """Return how many rows each table has that could be read."""
        there = [name for name in TABLES if name not in self.scope.tables.missing]
        return {name: int(self.scope.tables.rows(self.scope.tables.text(name).select(nw.len()))[0][0]) for name in there}


def _why(error: Exception) -> str:
    lines: Iterable[str] = str(error).strip().splitlines()
    return f"{type(error).__name__}: {next(iter(lines), 'no more is known')}"
