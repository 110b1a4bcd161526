"""A source was read before the day it was published.

## Why it matters

Nobody reads a page of tomorrow. Mostly day and month have changed places in one of the cells, and then the order in which claims and
replies became known is wrong as well, since a claim without a day of its own takes that of its sources.

## How to fix

Correct `published` or `accessed`; both are written year, month, day.

## Breaks

```csv sources
source_id,publisher,title,url,published,accessed,language,kind
trend-3430808,trend,Positions under fire,https://en.trend.az/azerbaijan/politics/3430808.html,2021-12-06,2021-06-13,en,news-agency
```

Found:

- `trend-3430808`

## Holds

```csv sources
source_id,publisher,title,url,published,accessed,language,kind
trend-3430808,trend,Positions under fire,https://en.trend.az/azerbaijan/politics/3430808.html,2021-06-12,2021-06-12,en,news-agency
trend-3430503,trend,Positions under fire,https://en.trend.az/azerbaijan/politics/3430503.html,,2021-06-12,en,news-agency
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC104",
    "source-read-before-publication",
    table="sources",
    reads=("sources",),
    message="{source_id} was read on {accessed}, and published only on {published}",
    field="accessed",
)
def source_read_before_publication(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the sources read before they were published."""
    return scope["sources"].filter(nw.col("accessed") < nw.col("published"))
