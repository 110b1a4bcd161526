"""The rows of a table are not in the order of their keys.

## Why it matters

Files in one order make one change of data one change of lines: two people who add rows do not meet at the end of the file, and whoever
reviews sees what was added and not what was moved. The order is that of the keys as text, cell by cell, sign by sign as Unicode numbers
them; an empty cell comes first. A table has one finding, at the first row that is out of place, however many are.

## How to fix

Sort the rows by their key; `sort` with `LC_ALL=C` does it for the rows below the header as long as no cell is quoted.

## Breaks

```csv claims
claim_id,incident_id,speaker,accused,text
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,Rejects the statement in full.
2021-05-27-kutakan.az-mod,2021-05-27-kutakan,az-mod,,Says six servicemen were stopped near the border.
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,am-armed-forces,Says its positions came under fire.
2021-05-28-nakhchivan.az-mfa,2021-05-28-nakhchivan,az-mfa,,Says that it expects the fire to stop.
```

```csv locations
claim_id,place_id,role
2021-05-27-kutakan.az-mod,verin-shorzha,target
2021-05-27-kutakan.az-mod,kutakan,target
```

Found:

- `2021-05-27-kutakan.az-mod`
- `2021-05-27-kutakan.az-mod/kutakan/target`

## Holds

```csv claims
claim_id,incident_id,speaker,accused,text
2021-05-27-kutakan.az-mod,2021-05-27-kutakan,az-mod,,Says six servicemen were stopped near the border.
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,Rejects the statement in full.
2021-05-28-nakhchivan.az-mfa,2021-05-28-nakhchivan,az-mfa,,Says that it expects the fire to stop.
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,am-armed-forces,Says its positions came under fire.
```

```csv place_names
place_id,language,name
khankendi,az,Xankəndi
khankendi,hy,Ստեփանակերտ
khankendi,hy-Latn,Stepanakert
khankendi-road,az,Xankəndi yolu
```
"""

from collections.abc import Iterator
from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.columns import TABLES
from borderclash.findings import NotRun
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

_BETWEEN: Final = "\x01"
"""What parts a joined key: it sorts before every sign that a cell may hold, so that joined keys sort as their parts do."""


@over_tables(
    "BC918",
    "unsorted-rows",
    severity=Severity.WARNING,
    message="{key} stands after {above}, which sorts after it; out of place in this way: {number}",
)
def unsorted_rows(scope: Scope) -> Iterator[Broken | NotRun]:
    """Find, in each table, the first row whose key sorts before that of the row above it, and how many such rows there are."""
    for name, table in TABLES.items():
        lacking = [column for column in table.key if scope.lacks(name, column)]
        if lacking:
            reason = f"{name} is missing" if name in scope.tables.missing else f"{name} has no column {lacking[0]}"
            yield NotRun("BC918", reason, name)
            continue
        descents = _descents(scope, name)
        if scope.tables.may_fill(descents):
            yield Broken(name, _first(scope.tables.keep(descents)))


def _descents(scope: Scope, name: str) -> nw.LazyFrame[Any]:
    """Return the rows of a table that sort before the row above them, with its key as `above`: one pass over the keys."""
    key = TABLES[name].key
    whole = nw.concat_str([nw.col(part).fill_null("") for part in key], separator=_BETWEEN)
    frame = scope.text(name).select("_row", *key, _whole=whole).with_columns(above=nw.col("_whole").shift(1).over(order_by="_row"))
    return frame.filter(nw.col("_whole") < nw.col("above")).with_columns(above=nw.col("above").str.replace_all(_BETWEEN, "/", literal=True))


def _first(descents: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return the first of the rows, with how many there are."""
    total = descents.select(number=nw.len(), _row=nw.col("_row").min())
    return descents.join(total, on="_row", how="inner")
