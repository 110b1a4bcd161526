"""An incident, or what a claim alleges, ends before it starts.

## Why it matters

Every bulletin gives hours across midnight, and whoever enters "from 23:40 to 01:15" on one day has turned time round. Durations come
out negative, and no search by day finds the row.

## How to fix

Look at the source again and correct whichever day or hour is wrong. What crosses midnight ends on the next day.

## Breaks

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-28-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-28,2021-05-27,day,province
```

```csv claims
claim_id,incident_id,speaker,text,alleged_from,alleged_to
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.,2021-05-28T23:40,2021-05-28T01:15
```

Found:

- `2021-05-28-nakhchivan`
- `2021-05-28-nakhchivan.az-mod`

## Holds

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-28-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-27,2021-05-28,night,province
2021-05-29-nakhchivan,Alleged blockade of a road in Nakhchivan,2021-05-29,,day,province
```

```csv claims
claim_id,incident_id,speaker,text,alleged_from,alleged_to
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.,2021-05-27T23:40,2021-05-28T01:15
2021-05-28-nakhchivan.az-mfa,2021-05-28-nakhchivan,az-mfa,Says its positions came under fire.,2021-05-27T23:40,
```
"""

from collections.abc import Iterable

from narwhals.stable import v2 as nw

from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope


@over_tables("BC401", "end-before-start", reads=("incidents", "claims"), message="{key} starts {begin} and ends {value}")
def end_before_start(scope: Scope) -> Iterable[Broken]:
    """Find the incidents and alleged windows whose end lies before their start."""
    spans = (("incidents", "date_start", "date_end"), ("claims", "alleged_from", "alleged_to"))
    return [_turned(scope, *columns) for columns in spans]


def _turned(scope: Scope, table: str, start: str, end: str) -> Broken:
    return Broken(table, scope[table].filter(nw.col(end) < nw.col(start)).with_columns(begin=nw.col(start)), end)
