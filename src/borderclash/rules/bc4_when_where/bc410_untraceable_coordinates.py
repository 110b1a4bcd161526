"""A place has coordinates that cannot be looked up again.

## Why it matters

Names on this map have namesakes on the other side of the line. Only the gazetteer and its number say which village was meant; without
them a point a stranger doubts can be neither checked nor defended.

## How to fix

Name the gazetteer in `coordinates_from`, and for GeoNames the number of the feature in `geonames`. If they are not known, empty the
coordinates.

## Breaks

```csv places
place_id,name,kind,latitude,longitude,geonames,coordinates_from
sotk,Sotk,village,40.20007,45.86951,616041,
sisian,Sisian,town,39.52191,46.02696,,geonames
```

Found:

- `sotk`
- `sisian`

## Holds

```csv places
place_id,name,kind,latitude,longitude,geonames,coordinates_from
sotk,Sotk,village,40.20007,45.86951,616041,geonames
sisian,Sisian,town,39.52191,46.02696,,atlas
kut,Kut,village,,,,
armenia,Armenia,country,,,174982,
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC410",
    "untraceable-coordinates",
    severity=Severity.WARNING,
    table="places",
    reads=("places",),
    message="place {place_id} has coordinates from {coordinates_from}, feature {geonames}",
    field="coordinates_from",
)
def untraceable_coordinates(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the places with both coordinates whose gazetteer, or number in GeoNames, is empty."""
    origin = nw.col("coordinates_from")
    placed = ~nw.col("latitude").is_null() & ~nw.col("longitude").is_null()
    nameless = (origin == "geonames").fill_null(value=False) & nw.col("geonames").is_null()
    return scope.text("places").filter(placed & (origin.is_null() | nameless))
