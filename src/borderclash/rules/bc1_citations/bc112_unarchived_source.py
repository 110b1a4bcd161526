"""A source has no archived copy.

## Why it matters

Pages of ministries move with every new site, and news that turned out to be wrong is taken down without a word. In ten years an address
without a copy proves nothing.

## How to fix

Save the page in a web archive and put the address of the copy into `archive_url`.

## Breaks

```csv sources
source_id,publisher,title,url,archive_url,accessed,language,kind
trend-3430808,trend,Positions under fire,https://en.trend.az/azerbaijan/politics/3430808.html,,2021-06-01,en,news-agency
```

Found:

- `trend-3430808`

## Holds

```csv sources
source_id,publisher,title,url,archive_url,accessed,language,kind
trend-3430808,trend,A,https://en.trend.az/3430808.html,https://web.archive.org/web/2021/https://en.trend.az/3430808.html,2021-06-01,en,news-agency
trend-3430429,trend,B,https://en.trend.az/3430429.html,not an address,2021-06-01,en,news-agency
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC112",
    "unarchived-source",
    severity=Severity.INFO,
    table="sources",
    reads=("sources",),
    message="no archived copy of {source_id} is named",
    field="archive_url",
)
def unarchived_source(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the sources whose `archive_url` is empty as read, so that a misspelt one is not called missing."""
    return scope.text("sources").filter(nw.col("archive_url").is_null())
