"""An incident's place is called exact, and no point on the map stands for it.

## Why it matters

`exact` says that the very spot is known. A reader who asks where is owed a point, or the word promises more than the row holds.

## How to fix

Give the place its coordinates with the gazetteer they come from, or take a word that says less, such as `settlement` or
`near-settlement`.

## Breaks

```csv incidents
incident_id,title,date_start,date_precision,place_id,place_precision
2021-05-25-kut,Alleged fire at Kut,2021-05-25,day,kut,exact
2021-05-26-sector,Alleged fire on the border,2021-05-26,day,,exact
```

```csv places
place_id,name,kind,latitude,longitude
kut,Kut,village,,
```

Found:

- `2021-05-25-kut`
- `2021-05-26-sector`

## Holds

```csv incidents
incident_id,title,date_start,date_precision,place_id,place_precision
2021-05-25-sotk,Alleged fire at Sotk,2021-05-25,day,sotk,exact
2021-05-25-kut,Alleged fire at Kut,2021-05-25,day,kut,settlement
2021-05-26-sisian,Alleged fire at Sisian,2021-05-26,day,sisian,exact
```

```csv places
place_id,name,kind,latitude,longitude
sotk,Sotk,village,40.20007,45.86951
sisian,Sisian,town,39.52191,46°
kut,Kut,village,,
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import PlacePrecision, Severity


@over_rows(
    "BC408",
    "exact-without-coordinates",
    severity=Severity.WARNING,
    table="incidents",
    reads=("incidents", "places"),
    message="incident {incident_id} is placed exactly, at {place_id}, which has no coordinates",
    field="place_precision",
)
def exact_without_coordinates(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the exactly placed incidents without a place, or whose place lacks a coordinate; an unreadable one is there."""
    exact = scope.text("incidents").filter(nw.col("place_precision") == PlacePrecision.EXACT.value)
    exact = exact.select("_row", "incident_id", "place_id", "place_precision")
    bare = scope.text("places").filter(nw.col("latitude").is_null() | nw.col("longitude").is_null()).select("place_id")
    placeless = exact.filter(nw.col("place_id").is_null())
    return nw.concat([placeless, exact.join(bare, on="place_id", how="semi")], how="vertical")
