"""A figure is called exact and has two ends.

## Why it matters

"Exactly 500 to 600" is no number. Whoever takes `low` of exact figures as the number, as one may, is then wrong.

## How to fix

Write `about`, or what else the speaker said; or empty `high` if one number was given.

## Breaks

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2021-05-12-sev-lich.am-prime-minister-6,strength,azerbaijan,military,persons,500,600,exact
```

Found:

- `2021-05-12-sev-lich.am-prime-minister-6/strength/azerbaijan/military/persons`

## Holds

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2021-05-12-sev-lich.am-prime-minister-6,strength,azerbaijan,military,persons,500,600,about
2021-05-12-sev-lich.am-prime-minister-3,strength,azerbaijan,military,persons,250,,exact
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc3_figures.stated import as_written
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Qualifier


@over_rows(
    "BC304",
    "exact-range",
    table="figures",
    reads=("figures",),
    message="{measure} of {claim_id} is called exact and runs from {low} to {high}",
    field="qualifier",
)
def exact_range(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the figures with a `high` whose qualifier is `exact`."""
    broken = scope["figures"].filter(is_word("qualifier", Qualifier.EXACT) & ~nw.col("high").is_null())
    return as_written(scope, broken)
