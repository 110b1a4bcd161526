"""A place lies outside the package's bounds.

## Why it matters

The commonest slips are latitude and longitude in each other's column, and the namesake: a gazetteer's first hit for a village may be a
village of that name a thousand kilometres off. On a map such a point draws the border where there is none.

## How to fix

Correct the coordinates from the gazetteer; see whether the two are swapped. If the place is right, widen `bounds` under `borderclash`
in `datapackage.json`.

## Breaks

```json settings
{"bounds": [43.4, 38.3, 50.7, 42.0]}
```

```csv places
place_id,name,kind,latitude,longitude
sotk,Sotk,village,45.86951,40.20007
sisian,Sisian,town,39.52191,
kut,Kut,village,39.9,32.8
```

Found:

- `sotk`
- `kut`

## Holds

```json settings
{"bounds": [43.4, 38.3, 50.7, 42.0]}
```

```csv places
place_id,name,kind,latitude,longitude
sotk,Sotk,village,40.20007,45.86951
kut,Kut,village,,
corner,Corner,village,38.3,50.7
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC407",
    "place-outside-bounds",
    table="places",
    reads=("places",),
    needs=("bounds",),
    message="place {place_id} lies at {latitude} north, {longitude} east, outside the bounds of the package",
    field="latitude",
)
def place_outside_bounds(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the places with a coordinate outside the box in the settings; none where no box is given."""
    places, box = scope["places"], scope.settings.bounds
    if box is None:
        return places.head(0)
    north, east = nw.col("latitude"), nw.col("longitude")
    beyond = (north < box.south, north > box.north, east < box.west, east > box.east)
    return places.filter(nw.any_horizontal(*beyond, ignore_nulls=True))
