"""A claim repeats one that in the end repeats it.

## Why it matters

An echo takes the status of what it repeats, down to the claim that was there first. In a circle nobody was first, and what became of
the accusation depends on where one begins to read.

## How to fix

Find out which of them was said first, and take out the row by which it repeats another.

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
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan,azerbaijan,armenia,small-arms-fire,Says that positions came under fire.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan.azerbaijan,whole,repeats,named
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan.az-mod,whole,repeats,named
```

Found:

- `2021-05-28-nakhchivan.az-mod`
- `2021-05-28-nakhchivan.azerbaijan`

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
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan,azerbaijan,armenia,small-arms-fire,Says that positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Denies it.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan.az-mod,whole,repeats,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.azerbaijan,whole,denies,named
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan.am-mod,whole,denies,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.replies import echoes_of
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC206",
    "circular-echo",
    table="claims",
    reads=("actors", "sources", "claims", "citations", "replies"),
    message="claim {claim_id} repeats {about}, and no first claim is ever reached",
    field="claim_id",
)
def circular_echo(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the echoes that, sixteen steps on, are still at an echo."""
    echoes = echoes_of(scope)
    circles = echoes.join(echoes.select(about="claim_id"), on="about", how="semi")
    return scope["claims"].select("_row", "claim_id").join(circles, on="claim_id")
