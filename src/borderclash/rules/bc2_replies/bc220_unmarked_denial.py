"""A reply's text denies the accusation, and no row of replies says so.

## Why it matters

An explicit denial is a denial, even where it comes with a counter-charge or a ground. If it is recorded only as `counters` or
`justifies`, the status of the accusation is too mild, and the second promise is broken in silence.

## How to fix

Add a row with stance `denies` for the aspect that the text denies. If the text does not deny the accusation, word it so that this is plain.

## Breaks

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
am-mfa,Ministry of Foreign Affairs of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
turan,Turan,news-agency,azerbaijan
oc-media,OC Media,news-outlet,
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,"Denies that its forces fired, and speaks of a coming attack.",2021-05-28
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan,am-mfa,,,Says the report of fire is entirely untrue.,2021-05-28
2021-05-28-nakhchivan.armenia,2021-05-28-nakhchivan,armenia,,,Says its forces did not open fire.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,counters,named
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan.az-mod,whole,queries,named
2021-05-28-nakhchivan.armenia,2021-05-28-nakhchivan.az-mod,whole,counters,named
```

Found:

- `2021-05-28-nakhchivan.am-mod`
- `2021-05-28-nakhchivan.am-mfa`
- `2021-05-28-nakhchivan.armenia`

## Holds

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
am-mfa,Ministry of Foreign Affairs of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
turan,Turan,news-agency,azerbaijan
oc-media,OC Media,news-outlet,
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Neither confirms nor denies the report.,2021-05-28
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan,am-mfa,,,"Says its forces fired back, and denies observers access there.",2021-05-28
2021-05-28-nakhchivan.armenia,2021-05-28-nakhchivan,armenia,,,"Denies that its forces fired first, and says that they answered.",2021-05-28
2021-05-28-nakhchivan.am-mod-2,2021-05-28-nakhchivan,am-mod,,,"Says that it does not deny the fire, and did not rule out more.",2021-05-29
2021-05-28-nakhchivan.am-mod-3,2021-05-28-nakhchivan,am-mod,,,Says the other side draws its border by maps that it calls false.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,no-comment,named
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan.az-mod,act,justifies,named
2021-05-28-nakhchivan.armenia,2021-05-28-nakhchivan.az-mod,act,justifies,named
2021-05-28-nakhchivan.armenia,2021-05-28-nakhchivan.az-mod,intent,denies,named
2021-05-28-nakhchivan.am-mod-2,2021-05-28-nakhchivan.az-mod,act,confirms,named
2021-05-28-nakhchivan.am-mod-3,2021-05-28-nakhchivan.az-mod,whole,counters,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc2_replies.denials import denies
from borderclash.rules.bc2_replies.threads import PAGES, undenied
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC220",
    "unmarked-denial",
    severity=Severity.WARNING,
    table="claims",
    reads=PAGES,
    absent=("replies",),
    message="the text of claim {claim_id} denies what it answers, and none of its rows in replies does",
    field="text",
)
def unmarked_denial(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the answers to an accusation with a denial in their text and none among their stances."""
    claims = scope["claims"].select("_row", "claim_id", "text").join(undenied(scope), on="claim_id", how="semi")
    return claims.filter(denies(nw.col("text")))
