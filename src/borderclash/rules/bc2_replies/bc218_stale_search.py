"""A reply was last looked for before the newest source on the incident appeared.

## Why it matters

A source that appeared after the search shows that people still wrote about the incident; it may carry the answer, or know of one. An
"unanswered" that is older than the news is worth another look.

## How to fix

Read the newer source for a reply and search again, and add the rows to `searches.csv` with today's day.

In a dossier: read the newer source for a reply and search again, and add what you did under `searches:` with today's day.

## Breaks

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
am-mfa,Ministry of Foreign Affairs of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
turan,Turan,news-agency,azerbaijan
oc-media,OC Media,news-outlet,
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-28-nakhchivan.az-mod,2021-05-28,am-mod,hy
2021-05-28-nakhchivan.az-mod,2021-05-29,oc-media,en
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,turan-1,reported
```

```csv sources
source_id,published
turan-1,2021-06-05
```

Found:

- `2021-05-28-nakhchivan.az-mod`

## Holds

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
am-mfa,Ministry of Foreign Affairs of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
turan,Turan,news-agency,azerbaijan
oc-media,OC Media,news-outlet,
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-28-nakhchivan.az-mod,2021-05-28,am-mod,hy
2021-05-28-nakhchivan.az-mod,2021-06-06,oc-media,en
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,turan-1,reported
```

```csv sources
source_id,published
turan-1,2021-06-05
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc2_replies.silences import silences
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC218",
    "stale-search",
    severity=Severity.INFO,
    table="claims",
    reads=("actors", "sources", "claims", "citations", "replies", "searches"),
    absent=("actors", "claims", "citations", "replies", "searches"),
    message="a reply to claim {claim_id} was last looked for on {searched_on}, and a source on the incident is of {published}",
    field="claim_id",
)
def stale_search(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the unanswered accusations whose last search is older than a source on their incident."""
    last = (
        silences(scope)
        .group_by("_row", "claim_id", "incident_id")
        .agg(nw.col("searched_on").max(), clear=~nw.col("searched_on").is_null().any())
    )
    claims = scope["claims"].select("claim_id", "incident_id").join(last, on="incident_id", how="semi")
    cited = scope["citations"].select("claim_id", "source_id").join(claims, on="claim_id")
    newest = (
        cited.join(scope["sources"].select("source_id", "published"), on="source_id").group_by("incident_id").agg(nw.col("published").max())
    )
    rows = last.filter("clear").join(newest, on="incident_id").filter(nw.col("searched_on") < nw.col("published"))
    return rows.select("_row", "claim_id", "searched_on", "published")
