"""The days of an incident are not what its precision says of them.

## Why it matters

`days` speaks of several days, `week` of one unknown day of the seven up to `date_end`, `month` of one of 31. Where a single day stands
beside `month`, one of the two was copied from another row, and a count by day takes a guess for a date.

## How to fix

Correct the days, or the precision. A day that is known is `day`; for `week` and `month` the end is the last day it can have been, and
the start at most six or thirty days before it.

## Breaks

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-01-kut,Alleged advance near Kut,2021-05-01,2021-05-01,days,settlement
2021-05-02-kut,Alleged fire near Kut,2021-05-02,2021-05-12,week,settlement
2021-05-03-kut,Alleged fire near Kut,2021-05-03,2021-05-03,month,settlement
2021-05-04-kut,Alleged fire near Kut,2021-05-04,,month,settlement
```

Found:

- `2021-05-01-kut`
- `2021-05-02-kut`
- `2021-05-03-kut`
- `2021-05-04-kut`

## Holds

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-01-kut,Alleged advance near Kut,2021-05-01,2021-05-03,days,settlement
2021-05-02-kut,Alleged fire near Kut,2021-05-02,2021-05-08,week,settlement
2021-05-03-kut,Alleged fire near Kut,2021-05-01,2021-05-31,month,settlement
2021-05-04-kut,Alleged blockade near Kut,2021-05-04,,day,settlement
2021-05-05-kut,Alleged fire near Kut,2021-05-05,2021-05-32,month,settlement
2021-05-06-kut,Alleged works near Kut,2021-05-06,,days,settlement
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc4_when_where.days import DAY, endless, span
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import DatePrecision

_MOST = {DatePrecision.WEEK: 6, DatePrecision.MONTH: 30}


@over_rows(
    "BC404",
    "dates-against-precision",
    table="incidents",
    reads=("incidents",),
    message="incident {incident_id}: {date_start} to {date_end} cannot be '{date_precision}'",
    field="date_precision",
)
def dates_against_precision(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the incidents whose days contradict `days`, `week` or `month`."""
    rows = scope["incidents"].select("_row", "incident_id", "date_start", "date_end", "date_precision")
    precision, long = nw.col("date_precision"), span("date_start", "date_end")
    unknown = precision.is_in([word.value for word in _MOST])
    single = (precision.is_in([DatePrecision.DAYS.value]) | unknown) & (long == 0)
    wide = [(precision == word.value) & (long > most * DAY) for word, most in _MOST.items()]
    wrong = rows.filter(nw.any_horizontal(single, *wide, ignore_nulls=True))
    return nw.concat([wrong, endless(scope, rows.filter(unknown))], how="vertical")
