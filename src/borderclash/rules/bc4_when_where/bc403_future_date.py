"""A day lies in the future.

## Why it matters

Nothing that was said, published or read lies ahead. Such a day is a slip of the year or of day and month, and it puts the row last in
every timeline. One day is let pass, since it may be tomorrow already where the row was written.

## How to fix

Correct the day. A waiver's `until` may lie ahead; no other day may.

## Breaks

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2031-05-28-nakhchivan,Alleged fire at positions in Nakhchivan,2031-05-28,2031-05-28,day,province
```

```csv claims
claim_id,incident_id,speaker,text,said_on,alleged_from
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.,2021-12-05,2021-05-28T02:00
2021-05-28-nakhchivan.az-mfa,2021-05-28-nakhchivan,az-mfa,Says its positions came under fire.,2021-05-28,2021-08-25T02:00
```

```csv sources
source_id,publisher,title,published,accessed
trend-3430808,trend,Fire at positions,2021-05-28,2021-07-03
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-28-nakhchivan.az-mod,2022-06-02,turan,ru
```

```csv waivers
rule,table,key,field,reason,added_on,until
BC101,claims,2021-05-28-nakhchivan.az-mod,*,No copy was found.,2022-06-02,
```

Found:

- `2031-05-28-nakhchivan`
- `2031-05-28-nakhchivan`
- `2021-05-28-nakhchivan.az-mod`
- `2021-05-28-nakhchivan.az-mfa`
- `trend-3430808`
- `2021-05-28-nakhchivan.az-mod/2022-06-02/turan/ru`
- `BC101/claims/2021-05-28-nakhchivan.az-mod/*`

## Holds

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-28-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-28,,day,province
```

```csv claims
claim_id,incident_id,speaker,text,said_on,alleged_from
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.,,
```

```csv sources
source_id,publisher,title,published,accessed
trend-3430808,trend,Fire at positions,2021-05-28,2021-07-02
```

```csv waivers
rule,table,key,field,reason,added_on,until
BC101,claims,2021-05-28-nakhchivan.az-mod,*,No copy was found.,2021-06-02,2099-01-01
```
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES, Column
from borderclash.findings import NotRun
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope

_READS = ("sources", "incidents", "claims", "searches", "waivers")
_DATED = [
    column
    for name in _READS
    for column in TABLES[name].columns
    if column.kind.storage in ("date", "datetime") and (name, column.name) != ("waivers", "until")
]


@over_tables("BC403", "future-date", reads=_READS, message="{field} is {value}, which lies in the future", dated=True)
def future_date(scope: Scope) -> Iterable[Broken | NotRun]:
    """Find the days and hours more than a day after the day to judge by."""
    return [_ahead(scope, column, scope.on) for column in _DATED if scope.on is not None]


def _ahead(scope: Scope, column: Column, on: date) -> Broken | NotRun:
    if scope.lacks(column.table, column.name):
        return NotRun("BC403", f"{column.table} has no column {column.name}", column.table, column.name)
    last = on + timedelta(days=1)
    limit = last if column.kind.storage == "date" else datetime.combine(last, time.max)
    return Broken(column.table, scope[column.table].filter(nw.col(column.name) > nw.lit(limit)), column.name)
