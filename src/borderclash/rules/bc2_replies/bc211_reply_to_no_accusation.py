"""A reply answers a party's claim that accuses nobody.

## Why it matters

What is denied was mostly charged: the accusation may lack its `accused`, and then nobody asks whether it was answered, or the reply is
meant for another claim of the same statement. A reply to an appeal, to a third party's report or to another reply is no such case.

## How to fix

Fill in `accused` and `act` if the claim charges somebody's forces with an act. If the reply was meant for another claim, name that one in
`answers`. Else leave it.

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
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
```

```json settings
{"parties": ["armenia", "azerbaijan"]}
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
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,,appeal,Calls for talks.,2021-05-28
2021-05-28-nakhchivan.oc-media,2021-05-28-nakhchivan,oc-media,,small-arms-fire,Reported fire.,2021-05-28
2021-05-28-nakhchivan.az-mod-3,2021-05-28-nakhchivan,az-mod,,,Stands by its statement.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod-2,whole,counters,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.oc-media,whole,denies,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod-3,whole,denies,named
2021-05-28-nakhchivan.az-mod-3,2021-05-28-nakhchivan.am-mod,whole,counters,named
```

```json settings
{"parties": ["armenia", "azerbaijan"]}
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc2_replies.threads import ANSWERS, PAGES, once, threads
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Act, Severity


@over_rows(
    "BC211",
    "reply-to-no-accusation",
    severity=Severity.INFO,
    table="replies",
    reads=PAGES,
    absent=("replies",),
    message="claim {reply_id} {stance} {answers}, in which {speaker} accuses nobody",
    field="answers",
)
def reply_to_no_accusation(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the answers to claims of a party that accuse nobody, are no appeals and answer nothing themselves."""
    replying = scope["replies"].select(answers="reply_id").drop_nulls()
    parties = scope.settings.parties
    rows = threads(scope).filter(
        is_word("stance", *ANSWERS)
        & ~nw.col("kin")
        & nw.col("accused").is_null()
        & ~is_word("act", Act.APPEAL)
        & (nw.col("side").is_in(parties) if parties else ~nw.col("side").is_null())
    )
    rows = rows.join(replying, on="answers", how="anti")
    return once(rows.select("_row", "reply_id", "answers", "aspect", "stance", "speaker"))
