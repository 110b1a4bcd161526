"""A place has a latitude and no longitude, or the other way round.

## Why it matters

Half a point is no point: every map and every distance drops the place without a word, though somebody looked it up.

## How to fix

Add the coordinate that is missing from the same gazetteer, or empty both.

## Breaks

```csv places
place_id,name,kind,latitude,longitude
sotk,Sotk,village,40.20007,
sisian,Sisian,town,,46.02696
```

Found:

- `sotk`
- `sisian`

## Holds

```csv places
place_id,name,kind,latitude,longitude
sotk,Sotk,village,40.20007,45.86951
kut,Kut,village,,
sisian,Sisian,town,39.52191,46°
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC409",
    "half-coordinates",
    table="places",
    reads=("places",),
    message="place {place_id} has latitude {latitude} and longitude {longitude}",
    field="latitude",
)
def half_coordinates(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the places of which one coordinate is empty and the other is not."""
    north, east = nw.col("latitude").is_null(), nw.col("longitude").is_null()
    return scope.text("places").filter((north & ~east) | (~north & east))
