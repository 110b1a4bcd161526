"""Two rows of a table have the same key.

## Why it matters

A key is how rows find each other. With two rows under one key, every join doubles what hangs on it: one claim counts twice, and which
of the two texts a reply answers is anybody's guess.

## How to fix

Take one of the two rows out, or give the later one its own key.

## Breaks

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,trend-3430808,reported
2021-05-28-nakhchivan.am-mod,trend-3430808,reported
2021-05-28-nakhchivan.az-mod,trend-3430808,issued
```

Found:

- `2021-05-28-nakhchivan.az-mod/trend-3430808`

## Holds

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,trend-3430808,reported
2021-05-28-nakhchivan.az-mod,azertag-1789345,issued
```
"""

from collections.abc import Iterable

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.findings import NotRun
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope


@over_tables("BC006", "duplicate-key", message="the key {key} is already that of {other}")
def duplicate_key(scope: Scope) -> Iterable[Broken | NotRun]:
    """Find, in each table, the rows whose whole key an earlier row has."""
    for table in TABLES.values():
        lacking = [column for column in table.key if scope.lacks(table.name, column)]
        if lacking:
            missing = table.name in scope.tables.missing
            reason = f"{table.name} is missing" if missing else f"{table.name} has no column {' and '.join(lacking)}"
            yield NotRun("BC006", reason, table.name)
            continue
        keys = scope[table.name].select("_row", *table.key).drop_nulls(list(table.key))
        doubled = keys.group_by(*table.key).agg(nw.len().alias("_times"), nw.col("_row").min().alias("_other")).filter(nw.col("_times") > 1)
        if scope.tables.may_fill(doubled):
            later = keys.join(doubled, on=list(table.key), how="inner").filter(nw.col("_row") > nw.col("_other"))
            yield Broken(table.name, later, table.key[0])
