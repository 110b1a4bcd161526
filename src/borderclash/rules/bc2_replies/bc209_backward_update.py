"""A claim updates, corrects, retracts or repeats what was said only later.

## Why it matters

What comes first cannot bring up to date, or take back, what comes after it. Either a day is wrong, or the row points the wrong way, and
then the first claim of all is taken for an echo.

## How to fix

Compare `said_on` of both claims with their sources. If the days are right, turn the row round.

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
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,,small-arms-fire,Says that a second soldier was wounded.,2021-05-27
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan.az-mod,figures,updates,named
```

Found:

- `2021-05-28-nakhchivan.az-mod-2/2021-05-28-nakhchivan.az-mod/figures`

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
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,,small-arms-fire,Says that a second soldier was wounded.,2021-05-29
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan,azerbaijan,armenia,small-arms-fire,Says that positions came under fire.,2021-05-28
2021-05-28-nakhchivan.turan,2021-05-28-nakhchivan,turan,armenia,small-arms-fire,Reported fire.,
2021-05-28-nakhchivan.az-mod-3,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-27
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan.az-mod,figures,updates,named
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan.az-mod,whole,repeats,named
2021-05-28-nakhchivan.az-mod-3,2021-05-28-nakhchivan.turan,whole,repeats,named
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
from borderclash.rules.bc2_replies.threads import OWN, PAGES, dated, once
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC209",
    "backward-update",
    severity=Severity.WARNING,
    table="replies",
    reads=(*PAGES, "citations", "sources"),
    message="claim {reply_id} of {voiced_on} {stance} {answers}, which was said on {said_on}",
    field="answers",
)
def backward_update(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the words of one's own side about a claim of a later day."""
    rows = dated(scope).filter(is_word("stance", *OWN) & nw.col("kin"))
    return once(rows.select("_row", "reply_id", "answers", "aspect", "stance", "voiced_on", "said_on"))
