"""A reply gives another number, and none is recorded.

## Why it matters

To counter, update or correct a number is to state one: a counter-claim with no account of its own says nothing. Without it the table shows
only the number that was replaced.

## How to fix

Add the number to `figures.csv` under the claim that replies, a stated zero included. If the text gives none, write `denies` or `queries`.

In a dossier: add the number under `figures:` of the claim that replies, a stated zero included.

## Breaks

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Says that nobody was wounded.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,figures,counters,named
```

Found:

- `2021-05-28-nakhchivan.am-mod/2021-05-28-nakhchivan.az-mod/figures`

## Holds

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Says that nobody was wounded.,2021-05-28
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan,am-mfa,,,Denies the number.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,figures,counters,named
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan.az-mod,figures,denies,named
```

```csv figures
claim_id,measure,party,category,unit,low,qualifier
2021-05-28-nakhchivan.am-mod,wounded,azerbaijan,military,persons,0,exact
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Aspect, Severity, Stance


@over_rows(
    "BC215",
    "numberless-counter",
    severity=Severity.WARNING,
    table="replies",
    reads=("claims", "replies", "figures"),
    absent=("figures",),
    message="claim {reply_id} {stance} the figures of {answers}, and states none",
    field="stance",
)
def numberless_counter(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the replies that put a number in the place of another, of claims without a figure."""
    numbers = is_word("aspect", Aspect.FIGURES) & is_word("stance", Stance.COUNTERS, Stance.UPDATES, Stance.CORRECTS)
    rows = scope["replies"].filter(numbers).select("_row", "reply_id", "answers", "aspect", "stance")
    there = scope["claims"].select(reply_id="claim_id").drop_nulls()
    counted = scope["figures"].select(reply_id="claim_id").drop_nulls()
    return rows.join(there, on="reply_id", how="semi").join(counted, on="reply_id", how="anti")
