"""A cell names a row that does not exist.

## Why it matters

A citation of a source that is not there is no citation, and a claim about an incident that is not there is about nothing. Such a cell
is nearly always a slip in typing an id, and joins drop the row without a word.

## How to fix

Correct the id, or add the row it names.

## Breaks

```csv actors
actor_id,name,kind,side
azerbaijan,Azerbaijan,state,azerbaijan
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
```

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mdo,Says its positions came under fire.
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-28-nakhchivan,Fire at positions in Nakhchivan,2021-05-28,day,province
```

Found:

- `2021-05-28-nakhchivan.az-mod`

## Holds

```csv actors
actor_id,name,kind,side
azerbaijan,Azerbaijan,state,azerbaijan
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
```

```csv claims
claim_id,incident_id,speaker,accused,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,,Says its positions came under fire.
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-28-nakhchivan,Fire at positions in Nakhchivan,2021-05-28,day,province
```
"""

from collections.abc import Iterable

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES, Column
from borderclash.findings import NotRun
from borderclash.rules.fields import Nearest
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope


@over_tables("BC007", "dangling-reference", message="no row of {target} is called '{value}'")
def dangling_reference(scope: Scope) -> Iterable[Broken | NotRun]:
    """Find, column by column, the cells that are not the key of a row in the table they refer to."""
    for table in TABLES.values():
        for column in table.columns:
            if column.references and not scope.lacks(table.name, column.name):
                yield _dangling(scope, column, column.references)


def _dangling(scope: Scope, column: Column, target: str) -> Broken | NotRun:
    reason = scope.gap((target,), absent=(target,))
    (key,) = TABLES[target].key
    if reason is None and scope.lacks(target, key):
        reason = f"{target} has no column {key}"
    if reason:
        return NotRun("BC007", reason, column.table, column.name)
    keys = (part for part in TABLES[column.table].key if not scope.lacks(column.table, part))
    cells = scope[column.table].select("_row", *dict.fromkeys((*keys, column.name))).filter(~nw.col(column.name).is_null())
    known = scope[target].select(nw.col(key).alias("_known")).filter(~nw.col("_known").is_null())
    broken = cells.join(known, left_on=column.name, right_on="_known", how="anti")
    return Broken(column.table, broken, column.name, {"target": target}, Nearest(scope, target))
