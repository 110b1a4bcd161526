"""A cell of a controlled vocabulary holds a word that is not in it.

## Why it matters

The words decide what is counted: a stance that nobody knows is no denial, and an act that nobody knows is missing from every table
drawn from the data. Each word has one sentence of meaning in the codebook.

## How to fix

Use the word suggested, or look the right one up in the codebook.

## Breaks

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denys,named
```

Found:

- `2021-05-28-nakhchivan.am-mod/2021-05-28-nakhchivan.az-mod/whole`

## Holds

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
```
"""

from narwhals.stable import v2 as nw

from borderclash.columns import Column
from borderclash.rules.rule import over_cells


@over_cells("BC003", "unknown-word", message="'{value}' is not a word for {field}")
def unknown_word(column: Column) -> nw.Expr | None:
    """Find the cells that hold none of the vocabulary's words."""
    return ~nw.col(column.name).is_in(column.words) if column.vocabulary else None
