"""A claim answers itself.

## Why it matters

Nobody can confirm or deny a sentence by that very sentence. The row is nearly always a slip of the pen, and the claim that was
meant stands unanswered.

## How to fix

Write in `answers` the claim that is answered. If the claim answers nothing, take the row out.

## Breaks

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.am-mod,whole,denies,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
```

Found:

- `2021-05-28-nakhchivan.am-mod/2021-05-28-nakhchivan.am-mod/whole`

## Holds

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan.am-mod,whole,denies,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC202",
    "self-reply",
    table="replies",
    reads=("replies",),
    message="claim {reply_id} answers itself",
    field="answers",
)
def self_reply(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the replies whose two ends are one claim."""
    rows = scope["replies"].select("_row", "reply_id", "answers", "aspect")
    return rows.filter(nw.col("reply_id") == nw.col("answers"))
