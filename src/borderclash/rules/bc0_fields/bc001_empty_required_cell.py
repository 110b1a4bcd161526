"""A cell that must be filled is empty.

## Why it matters

A row without its required cells cannot be read: a claim with no speaker is nobody's, a figure with no qualifier looks firmer than it
was said to be. Silence about a cell is not the same as a cell that may be empty.

## How to fix

Fill the cell, or take the row out if what it needs is not known.

## Breaks

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,,Says its positions came under fire.
```

Found:

- `2021-05-28-nakhchivan.az-mod`

## Holds

```csv claims
claim_id,incident_id,speaker,accused,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,,Says its positions came under fire.
```
"""

from narwhals.stable import v2 as nw

from borderclash.columns import Column
from borderclash.rules.rule import over_cells


@over_cells("BC001", "empty-required-cell", message="{field} is empty, and must not be")
def empty_required_cell(column: Column) -> nw.Expr | None:
    """Find the empty cells of a required column."""
    return nw.col(column.name).is_null() if column.required else None
