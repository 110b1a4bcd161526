"""A claim repeats one that alleges another act, or accuses another side or nobody.

## Why it matters

An echo takes the status of what it repeats, and needs no reply of its own. A claim that says something else, or accuses somebody whom
the first did not, would borrow a denial that was never made of it.

## How to fix

Take the row out if the claim says something of its own, and look for its reply. If it says the same, give both claims the same `act` and
the same `accused`.

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
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan,azerbaijan,armenia,shelling,Says that mortars were used.,2021-05-28
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,,deployment,Says that its forces moved.,2021-05-28
2021-05-28-nakhchivan.turan,2021-05-28-nakhchivan,turan,armenia,,Says that Armenia moved.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan.az-mod,whole,repeats,named
2021-05-28-nakhchivan.turan,2021-05-28-nakhchivan.az-mod-2,whole,repeats,named
```

Found:

- `2021-05-28-nakhchivan.azerbaijan/2021-05-28-nakhchivan.az-mod/whole`
- `2021-05-28-nakhchivan.turan/2021-05-28-nakhchivan.az-mod-2/whole`

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
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,am-mod,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan,azerbaijan,armenia,small-arms-fire,Says that positions came under fire.,2021-05-28
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,,,Says that it stands by its statement.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan.az-mod,whole,repeats,named
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan.az-mod,whole,repeats,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc2_replies.threads import PAGES, once, threads
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Act, Aspect, Severity, Stance


@over_rows(
    "BC207",
    "unlike-echo",
    severity=Severity.WARNING,
    table="replies",
    reads=PAGES,
    message="claim {reply_id} ({voice_act}, against {voice_accused}) repeats {answers} ({act}, against {accused})",
    field="stance",
)
def unlike_echo(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the echoes of one's own side that differ in act or accused, or accuse where nobody was accused."""
    acts = is_word("voice_act", *Act) & is_word("act", *Act) & (nw.col("voice_act") != nw.col("act"))
    sides = (nw.col("voice_accused_party") != nw.col("accused_party")).fill_null(value=False)
    widened = ~nw.col("voice_accused").is_null() & nw.col("accused").is_null()
    echo = is_word("stance", Stance.REPEATS) & is_word("aspect", *(aspect for aspect in Aspect if aspect is not Aspect.FIGURES))
    rows = threads(scope).filter(echo & nw.col("kin") & (acts | sides | widened))
    return once(rows.select("_row", "reply_id", "answers", "aspect", "stance", "voice_act", "voice_accused", "act", "accused"))
