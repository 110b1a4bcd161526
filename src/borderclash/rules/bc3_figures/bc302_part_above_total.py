"""A part is larger than the total that the same speaker gives on the same day.

## Why it matters

"Three civilians among the two dead" cannot be meant. Either a number was misread, or the two count different things, such as one day
and the whole war, and then the reader must be told which.

## How to fix

Correct the number that was misread. Numbers of another time window, or of another place, belong to a claim whose text says so; a total
that is meant as such is `mixed`, or `casualties`, or of `all-sides`.

## Breaks

```csv claims
claim_id,incident_id,speaker,text,said_on
2020-09-27-karabakh.az-mod,2020-09-27-karabakh,az-mod,Says two people were killed.,2020-10-01
2020-09-27-karabakh.am-mod,2020-09-27-karabakh,am-mod,Says four were killed.,2020-10-01
2020-09-27-karabakh.am-mod-2,2020-09-27-karabakh,am-mod,Says there were three casualties.,2020-10-01
```

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2020-09-27-karabakh.az-mod,killed,azerbaijan,mixed,persons,2,,exact
2020-09-27-karabakh.az-mod,killed,azerbaijan,civilian,persons,3,,at-least
2020-09-27-karabakh.am-mod,killed,armenia,military,persons,4,,exact
2020-09-27-karabakh.am-mod-2,casualties,armenia,military,persons,3,,at-most
```

Found:

- `2020-09-27-karabakh.az-mod/killed/azerbaijan/civilian/persons`
- `2020-09-27-karabakh.am-mod/killed/armenia/military/persons`

## Holds

`mixed` needs no part beside it; "at least" sets no upper bound, and "about" no bound at all.

```csv claims
claim_id,incident_id,speaker,text,said_on
2020-09-27-karabakh.az-mod,2020-09-27-karabakh,az-mod,Says two people were killed.,2020-10-01
2020-09-27-karabakh.az-mod-2,2020-09-27-karabakh,az-mod,Says three were wounded.,2020-10-01
2020-09-27-karabakh.az-mod-3,2020-09-27-karabakh,az-mod,Says nine were killed in the war.,2020-10-02
2020-09-27-karabakh.am-mod,2020-09-27-karabakh,am-mod,Says at least two were killed.,2020-10-01
```

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2020-09-27-karabakh.az-mod,killed,azerbaijan,mixed,persons,2,,exact
2020-09-27-karabakh.az-mod,killed,azerbaijan,civilian,persons,2,,exact
2020-09-27-karabakh.az-mod-2,wounded,azerbaijan,civilian,persons,3,,exact
2020-09-27-karabakh.az-mod-3,killed,azerbaijan,military,persons,9,,exact
2020-09-27-karabakh.am-mod,killed,armenia,mixed,persons,2,,at-least
2020-09-27-karabakh.am-mod,killed,armenia,civilian,persons,5,,exact
2020-09-27-karabakh.am-mod,wounded,armenia,mixed,persons,2,many,exact
2020-09-27-karabakh.am-mod,wounded,armenia,civilian,persons,5,,exact
2020-09-27-karabakh.am-mod,missing,armenia,mixed,persons,20,,exact
2020-09-27-karabakh.am-mod,missing,armenia,civilian,persons,25,,about
```
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc3_figures.stated import as_written, number, stated
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Category, Measure, Severity

ALL_SIDES: Final = "all-sides"
"""The actor whose people are those of every party."""

_SUMS: Final = {
    Measure.CASUALTIES: (Measure.KILLED, Measure.WOUNDED),
    Measure.KILLED_OR_MISSING: (Measure.KILLED, Measure.MISSING),
}
_SAME: Final = ("measure", "party", "category")


@over_rows(
    "BC302",
    "part-above-total",
    severity=Severity.WARNING,
    table="figures",
    reads=("claims", "citations", "sources", "figures"),
    message="{measure} {low} ({category}, {party}) is above {total_measure} {total} ({total_category}, {total_party}) of {total_claim}",
    field="low",
)
def part_above_total(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the figures whose floor is above the ceiling of one that contains them: by category, measure or party."""
    figures = stated(scope)
    sums = is_word("category", Category.MIXED) | is_word("measure", *_SUMS) | (nw.col("party") == ALL_SIDES)
    totals = figures.filter(sums & ~nw.col("ceiling").is_null()).select(
        *("incident_id", "speaker", "said", "unit"),
        **{f"total_{name}": nw.col(name) for name in _SAME},
        total="ceiling",
        total_claim="claim_id",
        _total="_row",
    )
    pairs = figures.join(totals, on=["incident_id", "speaker", "unit"]).filter(nw.col("floor") > nw.col("total"))
    one_day = (nw.col("claim_id") == nw.col("total_claim")) | (nw.col("said") == nw.col("said_right"))
    parts = pairs.filter(one_day.fill_null(value=False) & _contained())
    first = parts.group_by("_row").agg(_total=nw.col("_total").min())
    broken = parts.join(first, on=["_row", "_total"], how="semi")
    return as_written(scope, broken.with_columns(total=number("total")), "total", "total_claim", *(f"total_{name}" for name in _SAME))


def _contained() -> nw.Expr:
    """Return whether the one figure counts part of what the other does: in each respect the same or a part, and in one a part."""
    measure: nw.Expr = nw.lit(value=False)
    for total, parts in _SUMS.items():
        measure = measure | (is_word("total_measure", total) & is_word("measure", *parts))
    within = {
        "measure": measure,
        "category": (nw.col("total_category") == Category.MIXED.value) & (nw.col("category") != Category.MIXED.value),
        "party": (nw.col("total_party") == ALL_SIDES) & (nw.col("party") != ALL_SIDES),
    }
    same = {name: nw.col(name) == nw.col(f"total_{name}") for name in _SAME}
    fits = nw.all_horizontal(*(same[name] | within[name] for name in _SAME), ignore_nulls=False)
    return (fits & nw.any_horizontal(*within.values(), ignore_nulls=False)).fill_null(value=False)
