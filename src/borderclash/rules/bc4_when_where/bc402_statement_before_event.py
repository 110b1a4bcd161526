"""A claim was made before what it is about began.

## Why it matters

Identical denials recur from year to year, and a search by place and wording drifts: the reply found first is often that to an earlier
incident. It gives itself away by its day. What can be announced beforehand (an agreement, a deployment, a withdrawal, a release, an
appeal, an election) is let pass.

## How to fix

Correct `said_on`, or move the claim to the incident it is about. If the claim has no day, its source was published before the event
and speaks of another.

## Breaks

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-28-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-28,day,province
```

```csv claims
claim_id,incident_id,speaker,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,Rejects the statement in full.,2020-05-28
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan,am-mfa,,Rejects the statement in full.,
```

```csv sources
source_id,publisher,title,published
trend-1,trend,Fire denied,2021-05-20
trend-2,trend,Fire denied again,2021-05-29
```

```csv citations
claim_id,source_id
2021-05-28-nakhchivan.am-mfa,trend-1
2021-05-28-nakhchivan.az-mod,trend-2
```

Found:

- `2021-05-28-nakhchivan.am-mod`
- `2021-05-28-nakhchivan.am-mfa`

## Holds

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-28-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-28,day,province
2021-06-20-yerevan,Early elections,2021-06-20,day,country
```

```csv claims
claim_id,incident_id,speaker,act,text,said_on
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,Rejects the statement in full.,2021-05-28
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan,am-mfa,,Rejects the statement in full.,
2021-06-20-yerevan.am-prime-minister,2021-06-20-yerevan,am-prime-minister,political-event,Says elections will be held.,2021-03-18
```

```csv sources
source_id,publisher,title,published
trend-2,trend,Fire denied again,2021-05-29
trend-3,trend,Fire denied,
```

```csv citations
claim_id,source_id
2021-05-28-nakhchivan.am-mfa,trend-2
2021-05-28-nakhchivan.am-mfa,trend-3
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Act, Severity

_ANNOUNCED = [
    act.value for act in (Act.RELEASE, Act.WITHDRAWAL, Act.AGREEMENT, Act.DEPLOYMENT, Act.APPEAL, Act.POLITICAL_EVENT)
]  # fmt: skip


@over_rows(
    "BC402",
    "statement-before-event",
    severity=Severity.WARNING,
    table="claims",
    reads=("claims", "incidents", "citations", "sources"),
    message="claim {claim_id} was made on {said}, and its incident began on {date_start}",
    field="said_on",
)
def statement_before_event(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the claims said, or if undated first published, before their incident began."""
    announced = nw.col("act").is_in(_ANNOUNCED).fill_null(value=False)
    claims = scope["claims"].filter(~announced).select("_row", "claim_id", "incident_id", "said_on", said="said_on")
    begun = scope["incidents"].select("incident_id", "date_start")
    rows = nw.concat([claims, _undated(scope, claims)], how="vertical").join(begun, on="incident_id")
    return rows.filter(nw.col("said") < nw.col("date_start"))


def _undated(scope: Scope, claims: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return the claims whose `said_on` is empty, with the day their earliest source was published as `said`."""
    empty = scope.text("claims").filter(nw.col("said_on").is_null()).select("_row")
    claims = claims.join(empty, on="_row", how="semi").drop("said")
    cited = scope["citations"].select("claim_id", "source_id").join(claims.select("claim_id"), on="claim_id", how="semi")
    published = cited.join(scope["sources"].select("source_id", "published"), on="source_id")
    first = published.group_by("claim_id").agg(said=nw.col("published").min())
    return claims.join(first, on="claim_id").select("_row", "claim_id", "incident_id", "said_on", "said")
