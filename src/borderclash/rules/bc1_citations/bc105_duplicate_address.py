"""Two sources have the same address.

## Why it matters

One page under two ids counts as two pages, and a claim seems better attested than it is. It comes about when a page is reached from a
search engine one day, with tracking parameters on its address, and from a phone the next, as an AMP or mobile page.

## How to fix

Keep the source that was entered first, with the plain address, and let the citations of the other name it. Addresses are compared
without scheme, `www.`, slash at the end, tracking parameters, and signs of AMP and mobile pages; other parameters count.

## Breaks

```csv sources
source_id,publisher,title,url,accessed,language,kind
gazeta-1,gazeta-ru,A,https://www.gazeta.ru/army/news/2021/05/27/16029038.shtml,2021-06-01,ru,news-report
gazeta-2,gazeta-ru,A,http://gazeta.ru/amp/army/news/2021/05/27/16029038.shtml?utm_source=feed,2021-06-01,ru,news-report
panarmenian-1,panarmenian,B,https://www.panarmenian.net/eng/news/292844/,2021-06-01,en,news-report
panarmenian-2,panarmenian,B,https://PanArmenian.net/m/eng/news/292844#top,2021-06-01,en,news-report
eadaily-1,eadaily,C,https://eadaily.com/ru/news/2021/05/28/erevan,2021-06-01,ru,news-report
eadaily-2,eadaily,C,https://m.eadaily.com/ru/ampnews/2021/05/28/erevan?yclid=1&amp,2021-06-01,ru,news-report
page-1,turan,D,https://example.org/page.html?id=7&lang=en,2021-06-01,en,news-report
page-2,turan,D,https://example.org/page.amp.html?fbclid=a&id=7&gclid=b&lang=en,2021-06-01,en,news-report
```

Found:

- `gazeta-2`
- `panarmenian-2`
- `eadaily-2`
- `page-2`

## Holds

```csv sources
source_id,publisher,title,url,accessed,language,kind
page-1,turan,D,https://example.org/page.html?id=7,2021-06-01,en,news-report
page-2,turan,D,https://example.org/page.html?id=8,2021-06-01,en,news-report
page-3,turan,D,https://example.org/Page.html?id=8,2021-06-01,en,news-report
page-4,turan,D,https://ru.example.org/page.html?id=8,2021-06-01,en,news-report
page-5,turan,D,https://example.org/ampere.html?id=8,2021-06-01,en,news-report
page-6,turan,D,https://example.org/ere.html?id=8,2021-06-01,en,news-report
page-7,turan,D,https://example.org/app#/a,2021-06-01,en,news-report
page-8,turan,D,https://example.org/app#/b,2021-06-01,en,news-report
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc1_citations.addresses import normal, rough
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC105",
    "duplicate-address",
    table="sources",
    reads=("sources",),
    message="{source_id} has the address of {twin}, {other}",
    field="url",
)
def duplicate_address(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the sources whose address an earlier row has under another id; only those that share a rough key are compared."""
    sources = scope["sources"].select("_row", "source_id", "url").drop_nulls()
    keyed = sources.select("_row", rough=rough("url"))
    shared = keyed.group_by("rough").agg(times=nw.len()).filter(nw.col("times") > 1)
    if not scope.may_fill(shared):
        return sources.with_columns(twin="source_id").head(0)
    rows = keyed.join(shared, on="rough", how="semi").select("_row")
    alike = scope.tables.keep(sources.join(rows, on="_row", how="semi").with_columns(normal=normal("url")))
    firsts = alike.group_by("normal").agg(_other=nw.col("_row").min())
    twins = firsts.join(alike.select(_other="_row", twin="source_id"), on="_other")
    later = alike.join(twins, on="normal").filter(nw.col("_row") > nw.col("_other"))
    return later.filter(nw.col("source_id") != nw.col("twin"))
