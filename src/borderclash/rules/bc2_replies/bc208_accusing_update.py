"""A claim that updates or corrects another accuses somebody.

## Why it matters

A growing toll or a correction changes a number or a detail of an accusation that is already there. Were it an accusation of its own, one
charge would be counted twice, and the second would seem never to have been denied.

## How to fix

Leave `accused` empty if the claim only updates or corrects. If it charges something new, split that off as a claim of its own.

## Breaks

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says that a second soldier was wounded.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan.az-mod,figures,updates,named
```

Found:

- `2021-05-28-nakhchivan.az-mod-2`

## Holds

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,,small-arms-fire,Says that a second soldier was wounded.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan.az-mod,figures,updates,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Stance


@over_rows(
    "BC208",
    "accusing-update",
    table="claims",
    reads=("claims", "replies"),
    message="claim {claim_id} updates or corrects another, and accuses {accused}",
    field="accused",
)
def accusing_update(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the updates and corrections with an accused."""
    later = scope["replies"].filter(is_word("stance", Stance.UPDATES, Stance.CORRECTS)).select(claim_id="reply_id")
    claims = scope["claims"].select("_row", "claim_id", "accused").filter(~nw.col("accused").is_null())
    return claims.join(later, on="claim_id", how="semi")
