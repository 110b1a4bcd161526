"""A reply was said more than a day before the accusation.

## Why it matters

A reply may come first: it is then a parallel account of the same act, and both days are kept. But one that is days older often answers
an earlier accusation, and a denial must not be lent to what it never spoke of.

## How to fix

Look whether an earlier accusation is meant, and name that one in `answers`. If the reply speaks to this very act, leave it.

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
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-26
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,matched
```

Found:

- `2021-05-28-nakhchivan.am-mod/2021-05-28-nakhchivan.az-mod/whole`

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
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-27
2021-05-28-nakhchivan.turan,2021-05-28-nakhchivan,turan,armenia,small-arms-fire,Reported fire.,
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,matched
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.turan,whole,denies,matched
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.turan,turan-2021-05-31,issued
```

```csv sources
source_id,published
turan-2021-05-31,2021-05-31
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc2_replies.threads import ANSWERS, PAGES, dated, once
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

_A_DAY = 24 * 60


@over_rows(
    "BC212",
    "early-reply",
    severity=Severity.INFO,
    table="replies",
    reads=(*PAGES, "citations", "sources"),
    message="claim {reply_id} of {voiced_on} {stance} {answers}, which was said on {said_on}",
    field="answers",
)
def early_reply(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the answers to an accusation that are more than a day older than it."""
    voiced, spoken = (nw.col(name).cast(nw.Datetime("us")) for name in ("voiced_on", "said_on"))
    early = (spoken - voiced).dt.total_minutes() > _A_DAY
    rows = dated(scope).filter(is_word("stance", *ANSWERS) & ~nw.col("kin") & ~nw.col("accused").is_null() & early)
    return once(rows.select("_row", "reply_id", "answers", "aspect", "stance", "voiced_on", "said_on"))
