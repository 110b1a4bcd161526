"""A reply speaks to the figures of a claim that has none.

## Why it matters

The number that is disputed is not there, so the two sides' numbers cannot stand beside each other. Often it was read and not entered, or
the reply speaks to something else, and then it should count for the status, which `figures` never does.

## How to fix

Add the number to `figures.csv` under the claim that is answered. If that claim states none, write the aspect that the reply does speak to.

In a dossier: add the number under `figures:` of the claim that is answered.

## Breaks

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,figures,denies,named
```

Found:

- `2021-05-28-nakhchivan.am-mod/2021-05-28-nakhchivan.az-mod/figures`

## Holds

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,figures,denies,named
```

```csv figures
claim_id,measure,party,category,unit,low,qualifier
2021-05-28-nakhchivan.az-mod,wounded,azerbaijan,military,persons,1,exact
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Aspect, Severity


@over_rows(
    "BC214",
    "reply-to-no-figure",
    severity=Severity.WARNING,
    table="replies",
    reads=("claims", "replies", "figures"),
    absent=("figures",),
    message="claim {reply_id} {stance} the figures of {answers}, which has none",
    field="aspect",
)
def reply_to_no_figure(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the replies on figures to claims without a figure."""
    rows = scope["replies"].filter(is_word("aspect", Aspect.FIGURES)).select("_row", "reply_id", "answers", "aspect", "stance")
    there = scope["claims"].select(answers="claim_id").drop_nulls()
    counted = scope["figures"].select(answers="claim_id").drop_nulls()
    return rows.join(there, on="answers", how="semi").join(counted, on="answers", how="anti")
