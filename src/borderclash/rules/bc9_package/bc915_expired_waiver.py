"""A waiver is past its last day.

## Why it matters

Whoever wrote the waiver meant to look again. It still accepts its findings, so that data which were accepted once do not fail by the
mere passing of time; but somebody should look now.

## How to fix

Mend what the waiver accepts and take it out, or look again and move `until` to a later day.

## Breaks

```csv waivers
rule,table,key,field,reason,added_on,until
BC101,claims,2021-05-28-nakhchivan.az-mod,*,The page is down and no copy was found.,2021-06-01,2021-06-30
```

Found:

- `BC101/claims/2021-05-28-nakhchivan.az-mod/*`

## Holds

```csv waivers
rule,table,key,field,reason,added_on,until
BC101,claims,2021-05-28-nakhchivan.az-mod,*,The page is down and no copy was found.,2021-06-01,2999-12-31
BC101,claims,2021-05-28-nakhchivan.am-mod,*,The page is down and no copy was found.,2021-06-01,
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC915",
    "expired-waiver",
    severity=Severity.WARNING,
    table="waivers",
    reads=("waivers",),
    message="the waiver {key} held until {until}",
    field="until",
    dated=True,
)
def expired_waiver(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the waivers whose last day lies before the day to judge by."""
    return scope["waivers"].filter(nw.col("until") < nw.lit(scope.on))
