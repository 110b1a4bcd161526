"""A claim alleges an hour that lies outside the days of its incident.

## Why it matters

An incident spans all accounts of it, so an hour outside its days means that the claim is about another one, that the incident was cut
too short, or that an hour given in Moscow or in UTC was not turned into local time.

## How to fix

Correct the hour, widen the days of the incident, or move the claim to the incident it is about. Hours are local.

## Breaks

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-28-kut,Alleged fire near Kut,2021-05-27,2021-05-28,night,settlement
2021-05-29-kut,Alleged blockade near Kut,2021-05-29,,day,settlement
```

```csv claims
claim_id,incident_id,speaker,text,alleged_from,alleged_to
2021-05-28-kut.am-mod,2021-05-28-kut,am-mod,Says its positions came under fire.,2021-05-29T00:00,
2021-05-28-kut.am-mfa,2021-05-28-kut,am-mfa,Says its positions came under fire.,2021-05-27T22:00,2021-05-29T01:00
2021-05-29-kut.am-mod,2021-05-29-kut,am-mod,Says the road was cut.,2021-05-28T23:00,
```

Found:

- `2021-05-28-kut.am-mod`
- `2021-05-28-kut.am-mfa`
- `2021-05-29-kut.am-mod`

## Holds

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-28-kut,Alleged fire near Kut,2021-05-27,2021-05-28,night,settlement
2021-05-29-kut,Alleged blockade near Kut,2021-05-29,,day,settlement
```

```csv claims
claim_id,incident_id,speaker,text,alleged_from,alleged_to
2021-05-28-kut.am-mod,2021-05-28-kut,am-mod,Says its positions came under fire.,2021-05-27T00:00,2021-05-28T23:59
2021-05-28-kut.am-mfa,2021-05-28-kut,am-mfa,Says its positions came under fire.,,
2021-05-29-kut.am-mod,2021-05-29-kut,am-mod,Says the road was cut.,2021-06-03T23:00,
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc4_when_where.days import at, day_after
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC406",
    "window-outside-incident",
    severity=Severity.WARNING,
    table="claims",
    reads=("claims", "incidents"),
    message="claim {claim_id} alleges {alleged_from} to {alleged_to}; its incident lasts {date_start} to {date_end}",
    field="alleged_from",
)
def window_outside_incident(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the claims whose alleged window starts or ends on a day their incident does not have."""
    hours = [nw.col(name) for name in ("alleged_from", "alleged_to")]
    claims = scope["claims"].select("_row", "claim_id", "incident_id", "alleged_from", "alleged_to")
    claims = claims.filter(~hours[0].is_null() | ~hours[1].is_null())
    rows = claims.join(scope["incidents"].select("incident_id", "date_start", "date_end"), on="incident_id")
    outside = [side for hour in hours for side in (hour < at("date_start"), hour >= day_after("date_end"))]
    return rows.filter(nw.any_horizontal(*outside, ignore_nulls=True))
