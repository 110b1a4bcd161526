"""A claim denies something, and no row of replies says what.

## Why it matters

A denial that hangs in the air is recorded and yet not found: the accusation it answers still counts as unanswered, or is not in the
record at all. Every denial is recorded means recorded where it belongs.

## How to fix

Add a row to `replies.csv` naming the claim that is denied. If that claim is not in the record, add it with its source first.

In a dossier: name the claim that is denied under `answers:` of this one.

## Breaks

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Categorically denies that its forces fired.,2021-05-28
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-28-nakhchivan.az-mod,2021-06-02,am-mod,hy
```

Found:

- `2021-05-28-nakhchivan.am-mod`

## Holds

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Denies that its forces fired.,2021-05-28
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan,am-mfa,,political-event,Says the observers recorded no major violations.,2021-05-28
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,armenia,blockade,Says the other side denies convoys passage.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc2_replies.denials import denies
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC223",
    "loose-denial",
    severity=Severity.WARNING,
    table="claims",
    reads=("claims", "replies"),
    absent=("replies",),
    message="claim {claim_id} denies something, and answers no claim",
    field="text",
)
def loose_denial(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the claims that answer nothing and have a denial in their text."""
    claims = scope["claims"].select("_row", "claim_id", "text").filter(~nw.col("claim_id").is_null())
    loose = claims.join(scope["replies"].select(claim_id="reply_id").drop_nulls(), on="claim_id", how="anti")
    return loose.filter(denies(nw.col("text")))
