"""A claim cites no source.

## Why it matters

This is the first promise: whoever doubts a claim can read it where we read it. A claim without a source may be true, but nobody
outside this table can know it, and nobody inside will remember.

## How to fix

Add a row to `citations.csv` naming the source you read it in. If the source is not yet in `sources.csv`, add it there first. If no
source can be found, the claim has to go.

In a dossier: add the page under `cites:` of the claim, and under `sources:` if the package does not have it yet.

## Breaks

```csv claims
claim_id,incident_id,speaker,accused,act,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,am-armed-forces,small-arms-fire,Says its positions came under fire.
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.am-mod,trend-3430808,reported
```

Found:

- `2021-05-28-nakhchivan.az-mod`

## Holds

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,Rejects the statement in full.
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.am-mod,trend-3430808,reported
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC101",
    "uncited-claim",
    table="claims",
    reads=("claims", "citations"),
    absent=("citations",),
    message="claim {claim_id} cites no source",
    field="claim_id",
)
def uncited_claim(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the claims that no row of citations names."""
    cited = scope["citations"].select("claim_id").drop_nulls()
    return scope["claims"].select("_row", "claim_id").drop_nulls().join(cited, on="claim_id", how="anti")
