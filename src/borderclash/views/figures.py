"""The people a claim counts, one number a measure and one a category of it.

Numbers are never added: `mixed` contains the other categories, two parties are two sides' losses, and a speaker's total is only
what the speaker gave as one. A claim's own total is its `mixed` figure, or its only figure of that measure; where a claim gives
several and no total, or counts several parties, the cell is empty and the view `tolls` tells them apart. Which party is whose is told
by its part in the claim (the speaker's side, the accused's side), so that the columns are the same on every border.
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.package.tables import Tables
from borderclash.views.view import ViewColumn, own
from borderclash.vocab import Category, Measure

__all__ = ["FIGURE_COLUMNS", "figures_of"]

_MEASURES: Final = (Measure.KILLED, Measure.WOUNDED, Measure.CAPTURED)
_CATEGORIES: Final = (Category.MILITARY, Category.CIVILIAN)
_SIDES: Final = {"speaker_side": "the speaker's own", "accused_side": "the accused's"}


def _columns() -> tuple[ViewColumn, ...]:
    columns = []
    for measure in _MEASURES:
        what = measure.meaning.removesuffix(".").lower()
        total = f"The claim's own total of {what}, the lower end of a range: its mixed figure, or its only one. Empty if none, or several."
        columns.append(own(measure.value, "decimal", total))
        for side, whose in _SIDES.items():
            stated = f"The same, only of {what} who are of {whose} side. Empty if none is stated, or several and no total of that side."
            columns.append(own(f"{measure.value}_{side}", "decimal", stated))
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
    rows = _with_parts(tables)
    marks: dict[str, nw.Expr] = {}
    numbers: dict[str, nw.Expr] = {}
    for measure in _MEASURES:
        counted = nw.col("people") & (nw.col("measure") == measure.value)
        parts = {f"{measure.value}_{category.value}": counted & (nw.col("category") == category.value) for category in _CATEGORIES}
        totals = {measure.value: counted, **{f"{measure.value}_{side}": counted & nw.col(f"of_{side}") for side in _SIDES}}
        mixed = {f"{name}:mixed": holds & (nw.col("category") == Category.MIXED.value) for name, holds in totals.items()}
        for name, holds in {**totals, **mixed, **parts}.items():
            marks[f"{name}:low"] = nw.when(holds).then(nw.col("low"))
            marks[f"{name}:times"] = nw.when(holds).then(nw.lit(1)).otherwise(nw.lit(0))
        numbers |= {name: nw.coalesce(_only(f"{name}:mixed"), _only(name)) for name in totals} | {name: _only(name) for name in parts}
    summed = (nw.col(name).sum() if name.endswith(":times") else nw.col(name).max() for name in marks)
    grouped = rows.select("claim_id", **marks).group_by("claim_id").agg(*summed, figures=nw.len())
    return grouped.select("claim_id", figures=nw.col("figures").cast(nw.Int64), **numbers)


def _only(name: str) -> nw.Expr:
    """The number of the one figure so marked; null if there is none or there are several."""
    return nw.when(nw.col(f"{name}:times") == 1).then(nw.col(f"{name}:low"))


def _with_parts(tables: Tables) -> nw.LazyFrame[Any]:
    """Return the figures, each with whether its party is of the speaker's side, and of the accused's."""
    parties = tables["actors"].select("actor_id", stands_for=nw.coalesce("side", "actor_id"))
    claims = (
        tables["claims"]
        .select("claim_id", "speaker", "accused")
        .join(parties.select(speaker="actor_id", speaker_side="stands_for"), on="speaker", how="left")
        .join(parties.select(accused="actor_id", accused_side="stands_for"), on="accused", how="left")
    )
    figures = tables["figures"].select("claim_id", "measure", "category", "low", "party", people=nw.col("unit") == "persons")
    rows = figures.join(parties.select(party="actor_id", counted_side="stands_for"), on="party", how="left")
    rows = rows.join(claims.select("claim_id", *_SIDES), on="claim_id", how="left")
    sides = {f"of_{side}": (nw.col("counted_side") == nw.col(side)).fill_null(value=False) for side in _SIDES}
    return rows.with_columns(**sides)
