"""A speaker denies its own claim.

## Why it matters

Who takes back what it said retracts it. A ministry that denies what media of its own side reported is another voice, and may deny.
But one and the same speaker that denies its own claim either retracts it, or means another claim, and readers cannot tell which.

## How to fix

Write `retracts` if the speaker takes its own claim back, or `corrects` if it sets a part of it right. If it denies somebody else's
words, name that claim in `answers`.

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
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,,,Says that it did not report any fire.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan.az-mod,whole,denies,named
```

Found:

- `2021-05-28-nakhchivan.az-mod-2/2021-05-28-nakhchivan.az-mod/whole`

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
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,,,Takes its report of fire back.,2021-05-29
2021-05-28-nakhchivan.turan,2021-05-28-nakhchivan,turan,armenia,shelling,Reported that mortars were used.,2021-05-28
2021-05-28-nakhchivan.az-mod-3,2021-05-28-nakhchivan,az-mod,,,Denies the reports of mortar fire.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan.az-mod,whole,retracts,named
2021-05-28-nakhchivan.az-mod-3,2021-05-28-nakhchivan.turan,whole,denies,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc2_replies.threads import PAGES, once, threads
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity, Stance


@over_rows(
    "BC204",
    "own-denial",
    severity=Severity.WARNING,
    table="replies",
    reads=PAGES,
    message="{voice} denies in {reply_id} its own claim {answers}",
    field="stance",
)
def own_denial(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the denials of a claim by its own speaker."""
    own = (nw.col("voice") == nw.col("speaker")) & (nw.col("reply_id") != nw.col("answers"))
    rows = threads(scope).filter(is_word("stance", Stance.DENIES) & own)
    return once(rows.select("_row", "reply_id", "answers", "aspect", "stance", "voice"))
