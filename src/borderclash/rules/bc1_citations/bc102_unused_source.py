"""A source stands in the table and carries nothing.

## Why it matters

A source that no claim cites and no search names was read for something that never got written down, or its citation was lost on the
way, as when two drafts of one bulletin's rows are merged. Whoever counts sources counts it all the same.

## How to fix

Add the row to `citations.csv` that names it, or to `searches.csv` if it is the page on which no reply was found. If nothing was taken
from it, take it out.

In a dossier: name it under `cites:` of the claim it carries, or as `source:` of the search that found no reply on it; else take it out.

## Breaks

```csv sources
source_id,publisher,title,url,accessed,language,kind
trend-3430808,trend,Armenian armed forces fire at positions,https://en.trend.az/azerbaijan/politics/3430808.html,2021-06-01,en,news-agency
news-am-645843,news-am,Ministry on the capture,https://news.am/eng/news/645843.html,2021-06-01,en,news-report
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,trend-3430808,reported
```

```csv searches
claim_id,searched_on,outlet,language,source_id
2021-05-28-nakhchivan.az-mod,2021-06-02,am-mod,hy,
```

Found:

- `news-am-645843`

## Holds

While a citation's source cannot be read, nothing is said to be unused: it may be the one.

```csv sources
source_id,publisher,title,url,accessed,language,kind
trend-3430808,trend,Armenian armed forces fire at positions,https://en.trend.az/azerbaijan/politics/3430808.html,2021-06-01,en,news-agency
reuters-20210528,reuters,Azerbaijan accuses Armenia of shooting,https://www.reuters.com/world/1,2021-06-01,en,news-agency
news-am-645843,news-am,Ministry on the capture,https://news.am/eng/news/645843.html,2021-06-01,en,news-report
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,trend-3430808,reported
2021-05-28-nakhchivan.am-mod,News AM 645843,reported
```

```csv searches
claim_id,searched_on,outlet,language,source_id
2021-05-28-nakhchivan.az-mod,2021-06-02,am-mod,en,reuters-20210528
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.absence import unless_unread
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC102",
    "unused-source",
    severity=Severity.WARNING,
    table="sources",
    reads=("sources", "citations", "searches"),
    absent=("citations", "searches"),
    message="no claim cites source {source_id}, and no search names it",
    field="source_id",
)
def unused_source(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the sources that neither citations nor searches name."""
    cited = scope["citations"].select("source_id")
    named = nw.concat([cited, scope["searches"].select("source_id")], how="vertical").drop_nulls()
    sources = scope["sources"].select("_row", "source_id").drop_nulls().join(named, on="source_id", how="anti")
    return unless_unread(scope, sources, "citations", "source_id")
