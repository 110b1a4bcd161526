"""A number of people is not whole.

## Why it matters

Nobody loses two and a half soldiers. Mostly thousands were written with a full stop, as some languages do: `2.783` for 2783.

## How to fix

Write the whole number, without a sign between the thousands. What is not counted in people has another unit.

## Breaks

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2020-09-27-nagorno-karabakh.az-mod-3,killed,azerbaijan,military,persons,2.783,,exact
2020-09-27-nagorno-karabakh.az-mod-4,killed,azerbaijan,military,persons,2,2.9,about
```

Found:

- `2020-09-27-nagorno-karabakh.az-mod-3/killed/azerbaijan/military/persons`
- `2020-09-27-nagorno-karabakh.az-mod-4/killed/azerbaijan/military/persons`

## Holds

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2020-09-27-nagorno-karabakh.az-mod-3,killed,azerbaijan,military,persons,2783,2784.0,about
2021-05-12-sev-lich.am-prime-minister,distance,azerbaijan,not-persons,km,3.5,,at-most
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc3_figures.stated import as_written, number
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope

PERSONS = "persons"


@over_rows(
    "BC305",
    "broken-persons",
    table="figures",
    reads=("figures",),
    message="{measure} of {claim_id}: {broken} persons is not a whole number",
    field="low",
)
def broken_persons(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the figures in persons of which an end is not whole."""
    ends = [nw.when(nw.col(end) % 1 != 0).then(nw.col(end)) for end in ("low", "high")]
    people = scope["figures"].filter(nw.col("unit") == PERSONS).with_columns(broken=nw.coalesce(*ends))
    people = people.filter(~nw.col("broken").is_null()).with_columns(broken=number("broken"))
    return as_written(scope, people, "broken")
