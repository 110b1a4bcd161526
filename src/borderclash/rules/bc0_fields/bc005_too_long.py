"""A text is longer than its column allows.

## Why it matters

The tables hold short statements, each about one thing, and quotations no longer than fairness to their author allows. A text that
outgrows its column is usually two claims, or a copied paragraph.

## How to fix

Shorten the text, or split the claim where it says more than one thing.

## Breaks

```csv figures
claim_id,measure,party,category,unit,low,qualifier
2021-05-28-nakhchivan.az-mod,other,armenia,not-persons,shots-of-small-arms-of-various-calibres-fired,40,about
```

Found:

- `2021-05-28-nakhchivan.az-mod/other/armenia/not-persons/shots-of-small-arms-of-various-calibres-fired`

## Holds

```csv figures
claim_id,measure,party,category,unit,low,qualifier
2021-05-28-nakhchivan.az-mod,other,armenia,not-persons,shots,40,about
```
"""

from narwhals.stable import v2 as nw

from borderclash.columns import Column
from borderclash.rules.fields import well_formed
from borderclash.rules.rule import over_cells


@over_cells("BC005", "too-long", message="{field} is {length} characters long; at most {most} are allowed", misfits=True)
def too_long(column: Column) -> nw.Expr | None:
    """Find the well-formed texts longer than the column's kind allows, in code points."""
    most = column.kind.max_length
    if most is None or column.vocabulary:
        return None
    return nw.all_horizontal(nw.col(column.name).str.len_chars() > most, well_formed(column), ignore_nulls=False)
