"""An address carries a tracking parameter.

## Why it matters

`?fbclid=...` says which reader clicked where and nothing about the page. It may give away who contributed the source, it makes one page
look like two, and archives keep each such address apart, so that a copy is not found.

## How to fix

Put the address without the parameter, after making sure that it opens the same page.

## Breaks

```csv sources
source_id,publisher,title,url,accessed,language,kind
al-jazeera-1,al-jazeera,Tensions rise,https://www.aljazeera.com/news/2021/5/28/tensions-rise?traffic_source=KeepReading,2021-06-01,en,news-report
page-1,turan,D,https://example.org/page?id=7&UTM_Source=a&utm_medium=b&lang=en#top,2021-06-01,en,news-report
```

Found:

- `al-jazeera-1`
- `page-1`

## Holds

```csv sources
source_id,publisher,title,url,accessed,language,kind
nor-1,nor-ge,A,https://nor.ge/?p=176787,2021-06-01,en,news-report
council-1,am-security-council,B,https://seco.am/security_council/sessions/84?lang=en,2021-06-01,en,official-statement
page-1,turan,D,https://example.org/fbclid=1?my_utm_source=a&fbclids=3#?fbclid=2,2021-06-01,en,news-report
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc1_citations.addresses import tracked, untracked
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC106",
    "tracking-parameter",
    severity=Severity.WARNING,
    table="sources",
    reads=("sources",),
    message="the address of {source_id} says where its reader came from",
    field="url",
    suggestion="{clean}",
)
def tracking_parameter(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the sources with a tracking parameter in `url`, with the address as it is without."""
    return scope["sources"].select("_row", "source_id", "url").filter(tracked("url")).with_columns(clean=untracked("url"))
