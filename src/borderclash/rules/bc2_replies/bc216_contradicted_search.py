"""A search found no reply, though one of an earlier day is recorded.

## Why it matters

A search row says: up to this day nothing was found. If an answer to the whole or to the act had been given before, the search was not
thorough, or the reply answers something else. One of the two misleads whoever asks what was known when.

## How to fix

Take the search out if the reply answers this claim. If it was searched for the answer to something else, say so in a claim of its own.

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
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-28-nakhchivan.az-mod,2021-06-02,am-mod,hy
```

Found:

- `2021-05-28-nakhchivan.az-mod/2021-06-02/am-mod/hy`

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
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-28-nakhchivan.az-mod,2021-05-28,am-mod,hy
2021-05-28-nakhchivan.az-mod,2021-05-29,turan,az
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.derive.base import is_word
from borderclash.derive.replies import echoes_of, point, weighed_replies
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Aspect, Severity, Stance


@over_rows(
    "BC216",
    "contradicted-search",
    severity=Severity.WARNING,
    table="searches",
    reads=("actors", "sources", "claims", "citations", "replies", "searches"),
    message="a search of {searched_on} found no reply to {claim_id}, which was answered {answered}",
    field="searched_on",
)
def contradicted_search(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the searches later than an answer of the accused's side that counts; of several, name the earliest."""
    strong = is_word("stance", Stance.DENIES, Stance.CONFIRMS, Stance.JUSTIFIES, Stance.COUNTERS) & is_word(
        "aspect", Aspect.WHOLE, Aspect.ACT
    )
    weighed = scope.shared("derive.weighed", weighed_replies)
    replies = weighed.filter(nw.col("counts") & nw.col("theirs") & strong).select("about", "reply_id", "said")
    rows = point(scope["searches"].select("_row", "claim_id", "searched_on", "outlet", "language"), echoes_of(scope))
    rows = rows.join(replies, on="about").filter(nw.col("said") < nw.col("searched_on"))
    answered = nw.concat_str(nw.lit("on"), nw.col("said").cast(nw.String), nw.lit("by"), "reply_id", separator=" ")
    return rows.with_columns(answered=answered).group_by("_row", *TABLES["searches"].key).agg(nw.col("answered").min())
