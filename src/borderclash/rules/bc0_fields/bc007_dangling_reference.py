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

from collections.abc import Iterable, Sequence
from typing import Any

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES, Column
from borderclash.findings import NotRun
from borderclash.rules.fields import Nearest
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope


@over_tables("BC007", "dangling-reference", message="no row of {target} is called '{value}'")
def dangling_reference(scope: Scope) -> Iterable[Broken | NotRun]:
    """Find, column by column, the cells that are not the key of a row in the table they refer to."""
    columns = [column for table in TABLES.values() for column in table.columns if not scope.lacks(table.name, column.name)]
    for target in TABLES:
        pointing = [column for column in columns if column.references == target]
        reason = _unasked(scope, target) if pointing else None
        if reason:
            yield from (NotRun("BC007", reason, column.table, column.name) for column in pointing)
        elif pointing:
            yield from _dangling(scope, pointing, target)


def _unasked(scope: Scope, target: str) -> str | None:
    """Return why it cannot be said which cells dangle, if the rows they may mean are not all there."""
    (key,) = TABLES[target].key
    lacking = f"{target} has no column {key}" if scope.lacks(target, key) else None
    return scope.gap((target,), absent=(target,)) or lacking


def _dangling(scope: Scope, pointing: Sequence[Column], target: str) -> Iterable[Broken]:
    """Look through all columns that refer to a table at once, and yield the broken rows of those with a broken cell."""
    (key,) = TABLES[target].key
    known = scope[target].select(nw.col(key).alias("_known")).filter(~nw.col("_known").is_null())

    def lost(frame: nw.LazyFrame[Any], column: str) -> nw.LazyFrame[Any]:
        return frame.filter(~nw.col(column).is_null()).join(known, left_on=column, right_on="_known", how="anti")

    cells = [
        scope[column.table].select(nw.col(column.name).alias("_cell"), nw.lit(place).alias("_of")) for place, column in enumerate(pointing)
    ]
    broken = lost(nw.concat(cells, how="vertical"), "_cell").group_by("_of").agg(nw.len().alias("_times"))
    for place in sorted(place for place, _ in scope.tables.rows(broken)):
        column = pointing[place]
        keys = (part for part in TABLES[column.table].key if not scope.lacks(column.table, part))
        rows = scope[column.table].select("_row", *dict.fromkeys((*keys, column.name)))
        yield Broken(column.table, lost(rows, column.name), column.name, {"target": target}, Nearest(scope, target))
