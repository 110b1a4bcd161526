"""A source was published more than a day before the claim it carries was said.

## Why it matters

A page of 26 May cannot report what was said on the 28th. One of the two days is wrong, or the citation points to an earlier report of
the same outlet: in a week of daily bulletins the headlines hardly differ. A day's grace is left for the clock of another zone.

## How to fix

Look at the page again and correct `published` in `sources.csv`, `said_on` in `claims.csv`, or the source this row names. A page
that was written on after its day keeps that day, and gets a waiver that says so.

In a dossier: look at the page again and correct `published` under `sources:`, `said_on` of the claim, or the source it cites.

## Breaks

```csv claims
claim_id,incident_id,speaker,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.,2021-05-28
```

```csv sources
source_id,publisher,title,url,published,accessed,language,kind
trend-3430429,trend,Positions under fire,https://en.trend.az/azerbaijan/politics/3430429.html,2021-05-26,2021-06-01,en,news-agency
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,trend-3430429,reported
```

Found:

- `2021-05-28-nakhchivan.az-mod/trend-3430429`

## Holds

```csv claims
claim_id,incident_id,speaker,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,Rejects the statement in full.,
```

```csv sources
source_id,publisher,title,url,published,accessed,language,kind
trend-3430808,trend,Positions under fire,https://en.trend.az/azerbaijan/politics/3430808.html,2021-05-27,2021-06-01,en,news-agency
trend-3430429,trend,Positions under fire,https://en.trend.az/azerbaijan/politics/3430429.html,,2021-06-01,en,news-agency
tass-1295233,tass,Yerevan denies,https://tass.com/world/1295233,2021-05-20,2021-06-01,en,news-agency
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,trend-3430808,reported
2021-05-28-nakhchivan.az-mod,trend-3430429,reported
2021-05-28-nakhchivan.am-mod,tass-1295233,reported
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc1_citations.carriers import ends
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope

_DAY = 24 * 60


@over_rows(
    "BC103",
    "source-older-than-claim",
    table="citations",
    reads=("claims", "citations", "sources"),
    message="{source_id} was published on {published}, and claim {claim_id} was said on {said_on}",
    field="source_id",
)
def source_older_than_claim(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the citations whose source was published more than a day before `said_on`."""
    day, earlier = (nw.col(name).cast(nw.Datetime("us")) for name in ("said_on", "published"))
    early = ends(scope).filter((day - earlier).dt.total_minutes() > _DAY).select("_row", "said_on", "published")
    return scope["citations"].select("_row", "claim_id", "source_id").join(early, on="_row")
