"""The people a claim counts, one number a measure and one a category of it.

Numbers are never added: `mixed` contains the other categories, two parties are two sides' losses, and a speaker's total is only
what the speaker gave as one. A claim's own total is its `mixed` figure, or its only figure of that measure; where a claim gives
several and no total, or counts several parties, the cell is empty and the table `figures` tells them apart.
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.package.tables import Tables
from borderclash.views.view import ViewColumn, own
from borderclash.vocab import Category, Measure

__all__ = ["FIGURE_COLUMNS", "figures_of"]

_MEASURES: Final = (Measure.KILLED, Measure.WOUNDED, Measure.CAPTURED)
_CATEGORIES: Final = (Category.MILITARY, Category.CIVILIAN)


def _columns() -> tuple[ViewColumn, ...]:
    columns = []
    for measure in _MEASURES:
        what = measure.meaning.removesuffix(".").lower()
        total = f"The claim's own total of {what}, the lower end of a range: its mixed figure, or its only one. Empty if none, or several."
        columns.append(own(measure.value, "decimal", total))
        for category in _CATEGORIES:
            part = (
                f"The claim's own number of {what}, {category.value} only, the lower end of a range. Empty if none, or of several parties."
            )
            columns.append(own(f"{measure.value}_{category.value}", "decimal", part))
    return (*columns, own("figures", "integer", "How many figures of any sort the claim states."))


FIGURE_COLUMNS: Final = _columns()
"""The columns that `figures_of` gives beside claim_id."""


def figures_of(tables: Tables) -> nw.LazyFrame[Any]:
    """Return claim_id and `FIGURE_COLUMNS` for each claim with a figure."""
    rows = tables["figures"].select("claim_id", "measure", "category", "low", people=nw.col("unit") == "persons")
    marks: dict[str, nw.Expr] = {}
    numbers: dict[str, nw.Expr] = {}
    for measure in _MEASURES:
        counted = nw.col("people") & (nw.col("measure") == measure.value)
        mixed = counted & (nw.col("category") == Category.MIXED.value)
        parts = {f"{measure.value}_{category.value}": counted & (nw.col("category") == category.value) for category in _CATEGORIES}
        for name, holds in {measure.value: counted, f"{measure.value}_mixed": mixed, **parts}.items():
            marks[f"{name}:low"] = nw.when(holds).then(nw.col("low"))
            marks[f"{name}:times"] = nw.when(holds).then(nw.lit(1)).otherwise(nw.lit(0))
        only = nw.when(nw.col(f"{measure.value}:times") == 1).then(nw.col(f"{measure.value}:low"))
        one = nw.when(nw.col(f"{measure.value}_mixed:times") == 1).then(nw.col(f"{measure.value}_mixed:low"))
        numbers[measure.value] = nw.coalesce(one, only)
        for name in parts:
            numbers[name] = nw.when(nw.col(f"{name}:times") == 1).then(nw.col(f"{name}:low"))
    summed = (nw.col(name).sum() if name.endswith(":times") else nw.col(name).max() for name in marks)
    grouped = rows.select("claim_id", **marks).group_by("claim_id").agg(*summed, figures=nw.len())
    return grouped.select("claim_id", figures=nw.col("figures").cast(nw.Int64), **numbers)
