"""A figure's lower end is above its upper end.

## Why it matters

"From 600 to 500" is a slip of the pen, and any sum or plot made of it is wrong by the width of the range, in silence.

## How to fix

Let `low` and `high` change places, or correct the one that was misread. A single number has no `high`.

## Breaks

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2021-05-12-sev-lich.am-prime-minister-6,strength,azerbaijan,military,persons,600,500,about
```

Found:

- `2021-05-12-sev-lich.am-prime-minister-6/strength/azerbaijan/military/persons`

## Holds

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2021-05-12-sev-lich.am-prime-minister-6,strength,azerbaijan,military,persons,500,600,about
2021-05-12-sev-lich.am-prime-minister,distance,azerbaijan,not-persons,km,3.5,,at-most
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc3_figures.stated import as_written
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC301",
    "reversed-range",
    table="figures",
    reads=("figures",),
    message="{measure} of {claim_id} runs from {low} down to {high}",
    field="high",
)
def reversed_range(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the figures whose `low` is above `high`."""
    broken = scope["figures"].filter(nw.col("low") > nw.col("high"))
    return as_written(scope, broken)
