"""A part of an incident lies outside the days of the whole.

## Why it matters

A battle holds its sectors, so it starts with the first and ends with the last. Where a part stands out, a day was corrected in one row
and not in the other, and counts by day differ according to whether parts are counted or wholes.

## How to fix

Widen the days of the incident named in `part_of`, correct those of the part, or empty `part_of`.

## Breaks

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision,part_of
2021-05-12-border,Alleged advances on the border,2021-05-12,2021-05-14,days,province,
2021-05-12-kut,Alleged advance near Kut,2021-05-12,2021-05-15,days,settlement,2021-05-12-border
2021-05-11-sotk,Alleged advance near Sotk,2021-05-11,,day,settlement,2021-05-12-border
2021-05-20-sisian,Alleged advance near Sisian,2021-05-20,,days,settlement,2021-05-12-border
```

Found:

- `2021-05-12-kut`
- `2021-05-11-sotk`
- `2021-05-20-sisian`

## Holds

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision,part_of
2021-05-12-border,Alleged advances on the border,2021-05-12,,days,province,
2021-05-12-kut,Alleged advance near Kut,2021-05-12,2021-05-15,days,settlement,2021-05-12-border
2021-05-13-sotk,Alleged advance near Sotk,2021-05-13,,day,settlement,2021-05-12-border
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC414",
    "part-outside-whole",
    severity=Severity.WARNING,
    table="incidents",
    reads=("incidents",),
    message="incident {incident_id} lasts {date_start} to {date_end}; the whole, {part_of}, lasts {whole_start} to {whole_end}",
    field="part_of",
)
def part_outside_whole(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the incidents that start before or end after the incident they are part of, or start after its end."""
    incidents = scope["incidents"].select("_row", "incident_id", "date_start", "date_end", "part_of")
    wholes = incidents.select(part_of="incident_id", whole_start="date_start", whole_end="date_end")
    rows = incidents.filter(~nw.col("part_of").is_null()).join(wholes, on="part_of")
    start, end, last = nw.col("date_start"), nw.col("date_end"), nw.col("whole_end")
    return rows.filter(nw.any_horizontal(start < nw.col("whole_start"), start > last, end > last, ignore_nulls=True))
