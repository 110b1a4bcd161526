"""A figure hangs on a claim that does nothing but deny.

## Why it matters

"Denies that forty of its men crossed the border" states no number; the forty are the accuser's. Hung on the denial, they seem to be
confirmed by the very side that rejects them.

## How to fix

Take the row out, or move it to the claim of the one who states the number. If the speaker gives a number of its own, that is an account:
give it a claim with its own `act`, or let the reply answer the aspect `figures`.

## Breaks

```csv claims
claim_id,incident_id,speaker,accused,act,text
2021-06-02-kalbajar.az-mod,2021-06-02-kalbajar,az-mod,armenia,incursion,Says forty servicemen crossed the border.
2021-06-02-kalbajar.am-mod,2021-06-02-kalbajar,am-mod,,,Denies that its servicemen crossed the border.
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-06-02-kalbajar.am-mod,2021-06-02-kalbajar.az-mod,whole,denies,named
```

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2021-06-02-kalbajar.am-mod,strength,armenia,military,persons,40,,exact
```

Found:

- `2021-06-02-kalbajar.am-mod/strength/armenia/military/persons`

## Holds

A denial may say "none", or how far away it was, or set a number against a number, or be part of a claim that does more.

```csv claims
claim_id,incident_id,speaker,accused,act,text
2021-06-02-kalbajar.az-mod,2021-06-02-kalbajar,az-mod,armenia,incursion,Says forty servicemen crossed the border.
2021-06-02-kalbajar.am-mod,2021-06-02-kalbajar,am-mod,,,Denies it and says it has no losses.
2021-06-02-kalbajar.am-mod-2,2021-06-02-kalbajar,am-mod,,,Says there were four of them.
2021-06-02-kalbajar.am-mod-3,2021-06-02-kalbajar,am-mod,,works,Denies it and says ten men were building a road.
2021-06-02-kalbajar.am-mod-4,2021-06-02-kalbajar,am-mod,,,Adds that six are missing.
2021-06-02-kalbajar.am-mod-5,2021-06-02-kalbajar,am-mod,,Works,Denies it and says ten men were building a road.
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-06-02-kalbajar.am-mod,2021-06-02-kalbajar.az-mod,whole,denies,named
2021-06-02-kalbajar.am-mod-2,2021-06-02-kalbajar.az-mod,figures,denies,named
2021-06-02-kalbajar.am-mod-3,2021-06-02-kalbajar.az-mod,whole,denies,named
2021-06-02-kalbajar.am-mod-4,2021-06-02-kalbajar.az-mod,whole,denies,named
2021-06-02-kalbajar.am-mod-4,2021-06-02-kalbajar.am-mod-3,whole,updates,named
2021-06-02-kalbajar.am-mod-5,2021-06-02-kalbajar.az-mod,whole,denies,named
```

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2021-06-02-kalbajar.am-mod,killed,armenia,military,persons,0,,exact
2021-06-02-kalbajar.am-mod,distance,unspecified,not-persons,metres,800,,exact
2021-06-02-kalbajar.am-mod-2,strength,armenia,military,persons,4,,exact
2021-06-02-kalbajar.am-mod-3,strength,armenia,military,persons,10,,exact
2021-06-02-kalbajar.am-mod-4,missing,armenia,military,persons,6,,exact
2021-06-02-kalbajar.am-mod-5,strength,armenia,military,persons,10,,exact
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.absence import unless_unread
from borderclash.rules.bc3_figures.stated import as_written
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Aspect, Measure, Severity, Stance


@over_rows(
    "BC303",
    "figure-on-denial",
    severity=Severity.WARNING,
    table="figures",
    reads=("claims", "replies", "figures"),
    absent=("replies",),
    message="claim {claim_id} only denies, and states {low} {measure}",
    field="low",
)
def figure_on_denial(scope: Scope) -> nw.LazyFrame[Any]:
    """Find figures above zero, no distances or areas, of claims without act and accused that do nothing but deny more than figures."""
    figures = scope["figures"].filter((nw.col("low") > 0) & ~is_word("measure", Measure.DISTANCE, Measure.AREA))
    bare = scope.text("claims").filter(nw.col("act").is_null() & nw.col("accused").is_null()).select("claim_id")
    replies = scope["replies"].select("stance", "aspect", claim_id="reply_id").join(figures, on="claim_id", how="semi")
    denies = is_word("stance", Stance.DENIES) & is_word("aspect", *(aspect for aspect in Aspect if aspect is not Aspect.FIGURES))
    denying = replies.filter(denies).join(bare, on="claim_id", how="semi")
    broken = figures.join(denying, on="claim_id", how="semi").join(replies.filter(~denies), on="claim_id", how="anti")
    return as_written(scope, unless_unread(scope, broken, "replies", "reply_id"))
