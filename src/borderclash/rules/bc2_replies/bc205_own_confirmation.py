"""A claim is confirmed by a voice of its own side.

## Why it matters

A confirmation weighs because it comes from whoever might have denied. What a side says after itself is an echo: counted as a
confirmation it would look like a second witness, and what answers it would not be found at the claim it repeats.

## How to fix

Write `repeats`. If the voice speaks for another side, mend `side` in `actors.csv`.

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
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan.az-mod,whole,confirms,named
```

Found:

- `2021-05-28-nakhchivan.azerbaijan/2021-05-28-nakhchivan.az-mod/whole`

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
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Says that its forces fired.,2021-05-28
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan,am-mfa,am-mod,other,Says that the ministry of defence knew of it.,2021-05-29
2021-05-28-nakhchivan.am-mod-2,2021-05-28-nakhchivan,am-mod,,,Says that it knew of it.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan.az-mod,whole,repeats,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,confirms,named
2021-05-28-nakhchivan.am-mod-2,2021-05-28-nakhchivan.am-mfa,whole,confirms,named
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
    "BC205",
    "own-confirmation",
    severity=Severity.WARNING,
    table="replies",
    reads=PAGES,
    message="claim {reply_id} of {voice} confirms {answers}, which {speaker} of the same side said",
    field="stance",
)
def own_confirmation(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the confirmations of a claim by its own side, but for one of whom it accuses."""
    clear = nw.col("accused").is_null() | ~nw.col("accused_party").is_null()
    own = nw.col("kin") & clear & ~nw.col("theirs") & (nw.col("reply_id") != nw.col("answers"))
    rows = threads(scope).filter(is_word("stance", Stance.CONFIRMS) & own)
    return once(rows.select("_row", "reply_id", "answers", "aspect", "stance", "voice", "speaker"))
