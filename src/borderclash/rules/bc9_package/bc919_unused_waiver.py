"""A waiver accepts nothing.

## Why it matters

What it accepted has been mended, or it never named it rightly. Left standing, it will one day accept a fault that nobody has looked at,
under a reason that was written for another. A waiver is only blamed where its rule was asked and could run; where it was not, nobody
knows what it would have accepted.

## How to fix

Take the waiver out, or correct its rule, table, key or field to those of the finding that it is to accept.

## Breaks

The claim cites a source, so that nothing is left to accept; and no rule has the number of the second waiver.

```csv waivers
rule,table,key,field,reason,added_on
BC101,claims,2021-05-28-nakhchivan.az-mod,*,The page is down and no copy was found.,2021-06-01
BC110,claims,2021-05-28-nakhchivan.az-mod,text,The page is down and no copy was found.,2021-06-01
BC999,claims,2021-05-28-nakhchivan.az-mod,*,The page is down and no copy was found.,2021-06-01
```

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,trend-3430808,reported
```

Found:

- `BC101/claims/2021-05-28-nakhchivan.az-mod/*`
- `BC110/claims/2021-05-28-nakhchivan.az-mod/text`
- `BC999/claims/2021-05-28-nakhchivan.az-mod/*`

## Holds

```csv waivers
rule,table,key,field,reason,added_on
BC101,claims,2021-05-28-nakhchivan.az-mod,*,The page is down and no copy was found.,2021-06-01
```

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.
```
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_run
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

_KEY: Final = ("rule", "table", "key", "field")


@over_run(
    "BC919",
    "unused-waiver",
    severity=Severity.WARNING,
    table="waivers",
    reads=("waivers",),
    message="the waiver {key} accepts nothing",
)
def unused_waiver(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the waivers that were not needed; one of this rule itself is asked too late to be."""
    judged = ~nw.col("rule").is_in(sorted(scope.unjudged | {"BC919"}))
    used = nw.concat_str([nw.col(part) for part in _KEY], separator="/").is_in(sorted(scope.used_waivers))
    return scope["waivers"].filter(judged & ~used)
