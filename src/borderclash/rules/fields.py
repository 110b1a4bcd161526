"""What the rules over cells and keys share: the pattern as an expression, one fused scan a table, the nearest key.

Every column of every table is judged from `columns.TABLES`; no column has code of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES, Column
from borderclash.errors import suggest
from borderclash.rules.rule import Rule
from borderclash.rules.scope import Scope

__all__ = ["FLAG", "Check", "Nearest", "checks_of", "flagged", "suspects", "well_formed"]

FLAG: Final = "_flag_"
"""What the name of a column's flag begins with in the frame `flagged` returns."""

_FEW: Final = 5_000
_TRIES: Final = 200


def well_formed(column: Column) -> nw.Expr:
    """Return whether each cell of the column is what its kind wants; null where empty."""
    return nw.col(column.name).str.contains(f"^(?:{column.kind.pattern})$")


@dataclass(frozen=True)
class Check:
    """One rule over one column: `broken` holds for the cells that break it."""

    column: Column
    rule: Rule
    broken: nw.Expr


def checks_of(table: str, rules: Iterable[Rule], scope: Scope) -> tuple[Check, ...]:
    """Return what the rules over cells ask of the columns that the table has."""
    there = [column for column in TABLES[table].columns if not scope.lacks(table, column.name)]
    found = []
    for column, rule in product(there, tuple(rules)):
        broken = rule.function(column) if not rule.misfits or scope.may_misfit(table, column.name) else None
        if broken is not None:
            found.append(Check(column, rule, broken))
    return tuple(found)


def suspects(frame: nw.LazyFrame[Any], checks: Sequence[Check]) -> nw.LazyFrame[Any]:
    """Return the rows with a broken cell, whole."""
    return frame.filter(nw.any_horizontal(*(check.broken for check in checks), ignore_nulls=False))


def flagged(frame: nw.LazyFrame[Any], checks: Sequence[Check]) -> nw.LazyFrame[Any]:
    """Return the rows of `suspects`, and beside each column judged a flag: the place in `checks` of what it breaks.

    One scan, however many columns and rules: a cell breaks at most one rule, since the rules exclude each other.
    """
    flags: dict[str, nw.Expr] = {}
    for place, check in enumerate(checks):
        name = FLAG + check.column.name
        flags[name] = nw.when(check.broken).then(nw.lit(place)).otherwise(flags.get(name, nw.lit(None, dtype=nw.Int64)))
    return suspects(frame, checks).with_columns(**flags)


class Nearest:
    """Finds, among the keys of a table, the one a dangling reference was probably meant to be.

    Of a large table only keys that share a half with the value are compared; after some hundred different values no more are
    looked up, since nobody reads that many suggestions.
    """

    def __init__(self, scope: Scope, table: str) -> None:
        """Look into `table`, when first asked."""
        self._scope, self._table = scope, table
        (self._key,) = TABLES[table].key
        self._found: dict[str, str | None] = {}

    @cached_property
    def _keys(self) -> list[str]:
        return self._fetch(self._scope[self._table], _FEW + 1)

    def _fetch(self, frame: nw.LazyFrame[Any], most: int) -> list[str]:
        keys = frame.select(self._key).drop_nulls().unique().sort(self._key).head(most)
        return [key for (key,) in self._scope.tables.rows(keys)]

    def __call__(self, value: str) -> str | None:
        """Return the nearest key, or None."""
        if value not in self._found:
            if len(self._found) >= _TRIES:
                return None
            self._found[value] = suggest(value, self._near(value))
        return self._found[value]

    def _near(self, value: str) -> list[str]:
        if len(self._keys) <= _FEW:
            return self._keys
        key, half = nw.col(self._key), len(value) // 2
        return self._fetch(self._scope[self._table].filter(key.str.starts_with(value[:half]) | key.str.ends_with(value[half:])), 1_000)
