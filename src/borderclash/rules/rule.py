"""What a rule is, and the decorators that make one out of a module's docstring and one function.

Rules have four shapes. Over *rows*: the function returns the broken rows, whole enough to hold the key of their table, `_row` and
every column the message names. Over *cells*: the function is given a column and says which of its cells break it; the cells of a
table are judged by all such rules in one scan. Over *files*: it returns faults of bytes, headers and dialect, for which no row exists.
Over the *run*: like rows, but asked last, when it is known which waivers were used.
"""

import dataclasses
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal

from narwhals.stable import v2 as nw

from borderclash.columns import Column
from borderclash.findings import NotRun
from borderclash.rules.examples import Page, parse
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

if TYPE_CHECKING:
    from borderclash.package.faults import Fault

__all__ = ["Broken", "Rule", "Shape", "over_cells", "over_files", "over_rows", "over_run", "over_tables"]

Shape = Literal["rows", "cells", "files", "run"]


@dataclass(frozen=True)
class Broken:
    """Broken rows of one table.

    Attributes:
        table: the table.
        frame: the rows, with the table's key, `_row` and the columns the message names; `_other`, if there, is the row number of
            another row of the table, which the message may name as `{other}`.
        field: the column blamed, if one is.
        words: what else the message may name.
        suggest: what gives the value that was probably meant.
    """

    table: str
    frame: nw.LazyFrame[Any]
    field: str | None = None
    words: Mapping[str, object] = dataclasses.field(default_factory=dict)
    suggest: Callable[[str], str | None] | None = None


RowsFunction = Callable[[Scope], nw.LazyFrame[Any]]
ManyFunction = Callable[[Scope], Iterable[Broken | NotRun]]
CellsFunction = Callable[[Column], nw.Expr | None]
FilesFunction = Callable[[Scope], "Iterable[Fault]"]


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule of the validator.

    Attributes:
        code: its number, never reused; the first digit is its family.
        name: the wrong thing, so that it reads well after "allow".
        severity: how grave a finding is.
        shape: what its function is asked over.
        table: the table its findings are in; None for a rule over several.
        reads: the tables it reads.
        absent: those of them from whose rows it concludes that something is not there.
        message: what is wrong, as a format string over the columns of the row; empty where the fault brings its own.
        field: the column it blames, if always the same.
        suggestion: a format string over the row for what was probably meant, if the rule can tell.
        dated: whether it judges by a day, and so is asked only if one is given.
        needs: the settings of the package it judges by, and is not asked without.
        misfits: of a rule over cells, whether only columns in which some cell breaks pattern or length need be asked.
        since: the version it came with.
        doc, module: its module's docstring, which is its page, and that module's name.
        function: the rule itself.
    """

    code: str
    name: str
    severity: Severity
    shape: Shape
    table: str | None
    reads: tuple[str, ...]
    absent: tuple[str, ...]
    message: str
    field: str | None
    suggestion: str | None
    dated: bool
    needs: tuple[str, ...]
    misfits: bool
    since: str
    doc: str
    module: str
    function: Callable[..., Any]

    @cached_property
    def page(self) -> Page:
        """The docstring in its parts."""
        return parse(self.doc)

    @property
    def summary(self) -> str:
        """What it refuses, in one line."""
        return self.page.summary.split("\n\n", 1)[0]

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The names that the message and the suggestion fill in, each once."""
        parts = [*Formatter().parse(self.message), *Formatter().parse(self.suggestion or "")]
        return tuple(dict.fromkeys(name for _, name, _, _ in parts if name))

    def broken(self, scope: Scope) -> Iterable[Broken | NotRun]:
        """Ask a rule over rows or the run."""
        result = self.function(scope)
        return result if self.table is None else [Broken(self.table, result, self.field)]

    def __repr__(self) -> str:
        return f"<Rule {self.code} {self.name}>"


def _rule(function: Callable[..., Any], shape: Shape, code: str, name: str, **parts: Any) -> Rule:
    defaults: dict[str, Any] = {
        "severity": Severity.ERROR,
        "table": None,
        "reads": (),
        "absent": (),
        "message": "",
        "field": None,
        "suggestion": None,
        "dated": False,
        "needs": (),
        "misfits": False,
        "since": "0.1.0",
    }
    module = function.__module__
    doc = sys.modules[module].__doc__ or ""
    return Rule(code=code, name=name, shape=shape, doc=doc, module=module, function=function, **(defaults | parts))


def over_rows(
    code: str,
    name: str,
    *,
    table: str,
    reads: tuple[str, ...],
    message: str,
    absent: tuple[str, ...] = (),
    **parts: Any,
) -> Callable[[RowsFunction], Rule]:
    """Make a rule of a function that returns the broken rows of `table`; the other attributes of `Rule` may be given by name."""
    return lambda function: _rule(function, "rows", code, name, table=table, reads=reads, message=message, absent=absent, **parts)


def over_tables(code: str, name: str, *, message: str, **parts: Any) -> Callable[[ManyFunction], Rule]:
    """Make a rule of a function that yields the broken rows of several tables, and what of it could not run."""
    return lambda function: _rule(function, "rows", code, name, message=message, **parts)


def over_cells(code: str, name: str, *, message: str, **parts: Any) -> Callable[[CellsFunction], Rule]:
    """Make a rule of a function that says which cells of a column break it, or None where none can.

    The cells are text, null where empty. The rules over cells must exclude each other, so that a fault is one finding. The message
    may name `value`, `field`, and `kind`, `example`, `bounds` and `most` of the column's kind.
    """
    return lambda function: _rule(function, "cells", code, name, message=message, **parts)


def over_files(code: str, name: str, **parts: Any) -> Callable[[FilesFunction], Rule]:
    """Make a rule of a function that returns faults; each brings its own message."""
    return lambda function: _rule(function, "files", code, name, **parts)


def over_run(
    code: str,
    name: str,
    *,
    table: str,
    reads: tuple[str, ...],
    message: str,
    **parts: Any,
) -> Callable[[RowsFunction], Rule]:
    """Make a rule like one over rows that is asked last, with the waivers used so far in its scope."""
    return lambda function: _rule(function, "run", code, name, table=table, reads=reads, message=message, **parts)
