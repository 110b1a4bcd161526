"""A number is outside the bounds of what it measures.

## Why it matters

A latitude above 90 is no place, and fewer than no people were never wounded. Such a number is a slip of the hand, and one slip moves
a village to another continent.

## How to fix

Read the number again in its source and correct it.

## Breaks

```csv places
place_id,name,kind,latitude,longitude
sev-lich,Sev Lich,lake,396.2,46.1
verin-shorzha,Verin Shorzha,village,40.1,-190
```

Found:

- `sev-lich`
- `verin-shorzha`

## Holds

```csv places
place_id,name,kind,latitude,longitude
sev-lich,Sev Lich,lake,39.62,46.1
verin-shorzha,Verin Shorzha,village,,
```
"""

from narwhals.stable import v2 as nw

from borderclash.columns import Column
from borderclash.rules.fields import well_formed
from borderclash.rules.rule import over_cells


@over_cells("BC004", "out-of-range", message="{value} is outside {bounds}")
def out_of_range(column: Column) -> nw.Expr | None:
    """Find the well-formed numbers below the minimum or above the maximum of the column's kind."""
    kind = column.kind
    if kind.minimum is None and kind.maximum is None:
        return None
    number = nw.when(well_formed(column)).then(nw.col(column.name)).cast(nw.Float64)
    outside = []
    if kind.minimum is not None:
        outside.append(number < float(kind.minimum))
    if kind.maximum is not None:
        outside.append(number > float(kind.maximum))
    return nw.any_horizontal(*outside, ignore_nulls=False)
