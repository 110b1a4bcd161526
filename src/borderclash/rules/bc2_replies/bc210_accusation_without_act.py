"""A claim accuses somebody, and says of no act.

## Why it matters

An accusation charges somebody's forces with an act. Without the act nobody can tell what is to be denied, the incident has no kind, and
charges of lying or bad faith, which are no accusations here, come in unseen.

## How to fix

Write in `act` the gravest act that the claim alleges. If it alleges none, leave `accused` empty.

## Breaks

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,,Says that Armenia is responsible.,2021-05-28
```

Found:

- `2021-05-28-nakhchivan.az-mod`

## Holds

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC210",
    "accusation-without-act",
    table="claims",
    reads=("claims",),
    message="claim {claim_id} accuses {accused} of no act",
    field="act",
)
def accusation_without_act(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the claims with an accused and no act, as they stand in the file: a misspelt act is another rule's."""
    claims = scope.text("claims").select("_row", "claim_id", "accused", "act")
    return claims.filter(~nw.col("accused").is_null() & nw.col("act").is_null())
