"""A speaker's running total has become smaller, and nothing says that it was corrected.

## Why it matters

The dead do not come back. A ministry that counted 3,773 in August and counts 3,621 in September has changed what it counts, or the
rows are in the wrong order, or a number of one day stands where the total belongs. Whoever plots the totals should know which.

## How to fix

Add a row to `replies.csv` by which the later claim `updates` or `corrects` the earlier one. If the later number is of another place or
another time, its claim belongs to another incident, or needs a waiver that says so.

In a dossier: name the earlier claim under `answers:` of the later one, which `updates` or `corrects` it.

## Breaks

```csv claims
claim_id,incident_id,speaker,text,said_on
2020-09-27-karabakh.am-mod,2020-09-27-karabakh,am-mod,Says the dead number 3773.,2021-08-24
2020-09-27-karabakh.am-mod-2,2020-09-27-karabakh,am-mod,Says the dead number 3621.,2021-09-24
```

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2020-09-27-karabakh.am-mod,killed,armenia,unspecified,persons,3773,,exact
2020-09-27-karabakh.am-mod-2,killed,armenia,unspecified,persons,3621,,exact
```

```csv replies
reply_id,answers,aspect,stance,basis
2020-09-27-karabakh.am-mod-2,2020-09-27-karabakh.az-mod,whole,denies,named
```

Found:

- `2020-09-27-karabakh.am-mod-2/killed/armenia/unspecified/persons`

## Holds

Each number is held against the last one before it, so a correction holds for what follows; those who are missing may be found.

```csv claims
claim_id,incident_id,speaker,text,said_on
2020-09-27-karabakh.am-mod,2020-09-27-karabakh,am-mod,Says the dead number 3773.,2021-08-24
2020-09-27-karabakh.am-mod-2,2020-09-27-karabakh,am-mod,Says the dead number 3621.,2021-09-24
2020-09-27-karabakh.am-mod-3,2020-09-27-karabakh,am-mod,Says the dead number 3621 and five are missing.,2021-09-25
2020-09-27-karabakh.am-mod-4,2020-09-27-karabakh,am-mod,Says the dead number 3700 or more and two are missing.,2021-09-26
2020-09-27-karabakh.am-mod-5,2020-09-27-karabakh,am-mod,Says the dead number about 3000.,2021-09-27
2020-09-27-karabakh.am-mfa,2020-09-27-karabakh,am-mfa,Says the dead number 3000.,2021-09-27
```

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2020-09-27-karabakh.am-mod,killed,armenia,unspecified,persons,3773,,exact
2020-09-27-karabakh.am-mod-2,killed,armenia,unspecified,persons,3621,,exact
2020-09-27-karabakh.am-mod-3,killed,armenia,unspecified,persons,3621,,exact
2020-09-27-karabakh.am-mod-3,missing,armenia,unspecified,persons,5,,exact
2020-09-27-karabakh.am-mod-4,killed,armenia,unspecified,persons,3700,,at-least
2020-09-27-karabakh.am-mod-4,missing,armenia,unspecified,persons,2,,exact
2020-09-27-karabakh.am-mod-5,killed,armenia,unspecified,persons,3000,,about
2020-09-27-karabakh.am-mfa,killed,armenia,unspecified,persons,3000,,exact
```

```csv replies
reply_id,answers,aspect,stance,basis
2020-09-27-karabakh.am-mod-2,2020-09-27-karabakh.am-mod,figures,corrects,named
```
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.absence import unless_unread
from borderclash.rules.bc3_figures.stated import as_written, number, stated
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Measure, Severity, Stance

GROWING: Final = (
    Measure.KILLED,
    Measure.WOUNDED,
    Measure.CASUALTIES,
    Measure.KILLED_OR_MISSING,
    Measure.DRONES,
    Measure.EQUIPMENT_LOST,
    Measure.DAMAGED,
)
"""What only grows as an incident goes on."""
_SERIES: Final = ("incident_id", "speaker", "measure", "party", "category", "unit")


@over_rows(
    "BC307",
    "shrinking-total",
    severity=Severity.WARNING,
    table="figures",
    reads=("claims", "citations", "sources", "replies", "figures"),
    absent=("figures", "replies"),
    message="{speaker} states {low} {measure} ({category}, {party}) after {before} in {before_claim}, and corrects nothing",
    field="low",
)
def shrinking_total(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the figures below the one before them in the same series, whose claim neither updates nor corrects nor retracts any."""
    totals = stated(scope).filter(is_word("measure", *GROWING)).drop_nulls(["said", *_SERIES])
    before = {"before": "floor", "before_claim": "claim_id", "before_said": "said"}
    totals = totals.with_columns(
        **{name: nw.col(column).shift(1).over(*_SERIES, order_by=["said", "_row"]) for name, column in before.items()}
    )
    less = totals.filter((nw.col("ceiling") < nw.col("before")) & (nw.col("said") > nw.col("before_said")))
    amends = is_word("stance", Stance.UPDATES, Stance.CORRECTS, Stance.RETRACTS) | ~is_word("stance", *Stance)
    amending = scope["replies"].filter(amends).select(claim_id="reply_id")
    broken = unless_unread(scope, less.join(amending, on="claim_id", how="anti"), "replies", "reply_id")
    return as_written(scope, broken.with_columns(before=number("before")), "before", "before_claim", "speaker")
