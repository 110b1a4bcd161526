"""An incident said to be one night does not cross one midnight.

## Why it matters

A night has two days, and its id carries the second. "In the night of the 28th" entered with the 28th alone loses the evening before,
in which most of it may have happened, and no reply dated by the other day will meet it.

## How to fix

Let `date_end` be the day after `date_start`. What happened at a known hour within one day is `day`; several nights are `days`.

## Breaks

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-28-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-28,2021-05-28,night,province
2021-05-29-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-29,,night,province
2021-06-02-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-30,2021-06-02,night,province
```

Found:

- `2021-05-28-nakhchivan`
- `2021-05-29-nakhchivan`
- `2021-06-02-nakhchivan`

## Holds

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-28-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-27,2021-05-28,night,province
2021-05-29-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-29,2021-05-29,day,province
2021-05-30-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-30,2021-05-3l,night,province
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc4_when_where.days import DAY, endless, span
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import DatePrecision


@over_rows(
    "BC405",
    "night-within-one-day",
    table="incidents",
    reads=("incidents",),
    message="incident {incident_id}: {date_start} to {date_end} is not one night",
    field="date_end",
)
def night_within_one_day(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the nights that do not end on the day after they start."""
    rows = scope["incidents"].filter(nw.col("date_precision") == DatePrecision.NIGHT.value)
    rows = rows.select("_row", "incident_id", "date_start", "date_end")
    long = span("date_start", "date_end")
    return nw.concat([rows.filter((long >= 0) & (long != DAY)), endless(scope, rows)], how="vertical")
