"""A claim repeats, updates, corrects or retracts what another side said.

## Why it matters

Only the side that spoke can say the same again, bring its numbers up to date or take its words back. Of another side's voice such a
word hides what it does: it confirms, or it denies. An echo also takes the status of what it repeats, which must not cross the line.

## How to fix

Write `confirms` where the other side says the same, and `denies` or `counters` where it says otherwise. A number of its own is a claim
that answers nothing.

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
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Says the same.,2021-05-28
2021-05-28-nakhchivan.oc-media,2021-05-28-nakhchivan,oc-media,,,Says that two soldiers were hurt.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,repeats,named
2021-05-28-nakhchivan.oc-media,2021-05-28-nakhchivan.az-mod,figures,updates,matched
```

Found:

- `2021-05-28-nakhchivan.am-mod/2021-05-28-nakhchivan.az-mod/whole`
- `2021-05-28-nakhchivan.oc-media/2021-05-28-nakhchivan.az-mod/figures`

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
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.azerbaijan,2021-05-28-nakhchivan.az-mod,whole,repeats,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,confirms,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc2_replies.threads import OWN, PAGES, once, threads
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC203",
    "foreign-echo",
    table="replies",
    reads=PAGES,
    message="claim {reply_id} of {voice} {stance} {answers}, which {speaker} of another side said",
    field="stance",
)
def foreign_echo(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the replies with a word of one's own side, between claims of two parties."""
    rows = threads(scope).filter(is_word("stance", *OWN) & ~nw.col("kin"))
    return once(rows.select("_row", "reply_id", "answers", "aspect", "stance", "voice", "speaker"))
