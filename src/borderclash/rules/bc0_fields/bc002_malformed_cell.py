"""A cell is not what its column holds, such as a day that is no day.

## Why it matters

One spelling a meaning is what lets a machine count, sort and join. `28.05.2021` and `05/28/21` are the same day to one reader and two
days to another, and a tool that guesses is right until it is not. The pattern of each kind of cell stands in the codebook.

## How to fix

Write the cell as the example in the message is written.

## Breaks

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-28-nakhchivan,Fire at positions in Nakhchivan,28.05.2021,day,province
2021-02-29-nakhchivan,Fire on a day that no calendar has,2021-02-29,day,province
```

Found:

- `2021-02-29-nakhchivan`
- `2021-05-28-nakhchivan`

## Holds

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_precision
2021-05-28-nakhchivan,Fire at positions in Nakhchivan,2021-05-27,2021-05-28,night,province
```
"""

from narwhals.stable import v2 as nw

from borderclash.columns import Column
from borderclash.rules.fields import well_formed
from borderclash.rules.rule import over_cells


@over_cells("BC002", "malformed-cell", message="'{value}' is not {kind}, such as {example}", misfits=True)
def malformed_cell(column: Column) -> nw.Expr | None:
    """Find the cells that do not match the pattern of the column's kind; words of a vocabulary are another rule's."""
    return None if column.vocabulary else ~well_formed(column)
