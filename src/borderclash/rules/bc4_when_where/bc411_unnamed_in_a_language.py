"""A place has no name in a language every place must be named in.

## Why it matters

What one side calls a place is how its denial is found: who searches for the accused's reply under the accuser's name finds nothing and
writes down a silence that never was. It is also plain fairness to give both names.

## How to fix

Add a row to `place_names.csv` with the name in that language, as a page in that language writes it. If no such page was found, accept
the finding with a waiver that says where you looked.

In a dossier: add the name in that language under `names:` of the place, as a page in that language writes it.

## Breaks

```json settings
{"name_languages": [["hy", "hy-Latn"], ["az"]]}
```

```csv places
place_id,name,kind
sotk,Sotk,village
kut,Kut,village
```

```csv place_names
place_id,language,name
sotk,hy-Latn,Sotk
kut,ru,Кут
```

Found:

- `sotk`
- `kut`
- `kut`

## Holds

```json settings
{"name_languages": [["hy", "hy-Latn"], ["az"]]}
```

```csv places
place_id,name,kind
sotk,Sotk,village
kut,Kut,village
```

```csv place_names
place_id,language,name
sotk,hy-Latn,Sotk
sotk,az,Zod
kut,hy,Կութ
kut,az,Zərkənd
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC411",
    "unnamed-in-a-language",
    severity=Severity.WARNING,
    table="places",
    reads=("places", "place_names"),
    absent=("place_names",),
    needs=("name_languages",),
    message="place {place_id} has no name in {languages}",
    field="place_id",
)
def unnamed_in_a_language(scope: Scope) -> nw.LazyFrame[Any]:
    """Find, for each required language, the places without a name in it or in what may stand for it."""
    places = scope["places"].select("_row", "place_id").drop_nulls()
    names = scope.text("place_names").select("place_id", "language")
    lacking = [places.with_columns(languages=nw.lit("any")).head(0)]
    for group in scope.settings.name_languages:
        named = names.filter(nw.col("language").is_in(list(group)))
        lacking.append(places.join(named, on="place_id", how="anti").with_columns(languages=nw.lit(" or ".join(group))))
    return nw.concat(lacking, how="vertical")
