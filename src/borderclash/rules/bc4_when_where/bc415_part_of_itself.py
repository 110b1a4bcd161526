"""A place lies within itself, or an incident is part of itself.

## Why it matters

Whoever asks for all that happened in a district walks up from each village. In a circle the walk has no end, and none of its places
belongs anywhere.

## How to fix

Empty the cell, or name the larger one. In a circle of several rows, one names a smaller place where a larger is meant.

## Breaks

```csv places
place_id,name,kind,within
kut,Kut,village,gegharkunik
gegharkunik,Gegharkunik,province,armenia
armenia,Armenia,country,gegharkunik
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision,part_of
2021-05-12-kut,Alleged advance near Kut,2021-05-12,days,settlement,2021-05-12-kut
```

Found:

- `gegharkunik`
- `armenia`
- `2021-05-12-kut`

## Holds

```csv places
place_id,name,kind,within
kut,Kut,village,gegharkunik
sotk,Sotk,village,gegharkunik
gegharkunik,Gegharkunik,province,armenia
armenia,Armenia,country,
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision,part_of
2021-05-12-kut,Alleged advance near Kut,2021-05-12,days,settlement,2021-05-12-border
2021-05-12-border,Alleged advances on the border,2021-05-12,days,province,
```
"""

from collections.abc import Iterable
from functools import reduce
from typing import Any

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope

_STEPS = 6


@over_tables("BC415", "part-of-itself", reads=("places", "incidents"), message="{key} is, by way of {value}, a part of itself")
def part_of_itself(scope: Scope) -> Iterable[Broken]:
    """Find the places and incidents that are reached again when walking up from them, six steps at most."""
    return [_circle(scope, "places", "within"), _circle(scope, "incidents", "part_of")]


def _circle(scope: Scope, table: str, upward: str) -> Broken:
    (key,) = TABLES[table].key
    rows = scope[table].select("_row", key, upward).drop_nulls()
    edges = rows.select(nw.col(key).alias("_at"), nw.col(upward).alias("_next"))
    walk = rows.with_columns(_at=nw.col(upward), _met=nw.col(key) == nw.col(upward))
    walk = reduce(lambda at, _: _step(at, edges, key), range(_STEPS - 1), walk)
    return Broken(table, walk.filter(nw.col("_met")), upward)


def _step(walk: nw.LazyFrame[Any], edges: nw.LazyFrame[Any], key: str) -> nw.LazyFrame[Any]:
    """Walk one step up; who has met themselves, or stands at the top, stays there."""
    up = walk.join(edges, on="_at", how="left")
    up = up.with_columns(_at=nw.when(nw.col("_met")).then(nw.col("_at")).otherwise(nw.col("_next"))).drop("_next")
    return up.with_columns(_met=nw.col("_met") | (nw.col("_at") == nw.col(key)).fill_null(value=False))
