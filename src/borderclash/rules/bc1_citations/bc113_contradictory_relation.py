"""A citation's relation does not fit who published the source.

## Why it matters

`issued` says: these are the speaker's own words, unfiltered. `quoted-by-opponent` says: only the other side mentions it, and takes from
a reply its weight. Put on the wrong page, the first makes hearsay look like a document, and the second makes a denial disappear.

## How to fix

Use `reported` where media tell what the speaker said. `issued` is for a document that the speaker or its side published, or whose text is
the speaker's as `agency` says; `quoted-by-opponent` for the other side's own statement.

## Breaks

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
trend,Trend,news-agency,azerbaijan
tass,TASS,news-agency,
```

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,Rejects the statement in full.
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.
```

```csv sources
source_id,publisher,title,url,accessed,language,kind
trend-1,trend,A,https://en.trend.az/1.html,2021-06-01,en,news-agency
tass-1,tass,B,https://tass.com/world/1,2021-06-01,en,news-agency
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.am-mod,tass-1,issued
2021-05-28-nakhchivan.az-mod,trend-1,quoted-by-opponent
```

Found:

- `2021-05-28-nakhchivan.am-mod/tass-1`
- `2021-05-28-nakhchivan.az-mod/trend-1`

## Holds

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
am-mfa,Ministry of Foreign Affairs of Armenia,ministry,armenia
tass,TASS,news-agency,
```

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,Rejects the statement in full.
2021-05-28-nakhchivan.tass,2021-05-28-nakhchivan,tass,Says the night was calm.
```

```csv sources
source_id,publisher,agency,title,url,accessed,language,kind
am-mfa-1,am-mfa,,A,https://mfa.am/1,2021-06-01,en,official-statement
tass-1,tass,am-mod,B,https://tass.com/world/1,2021-06-01,en,news-agency
tass-2,tass,,C,https://tass.com/world/2,2021-06-01,en,news-agency
tass-3,tass,am-mdo,D,https://tass.com/world/3,2021-06-01,en,news-agency
az-mod-1,az-mod,,E,https://mod.gov.az/1,2021-06-01,en,official-statement
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.am-mod,am-mfa-1,issued
2021-05-28-nakhchivan.am-mod,tass-1,issued
2021-05-28-nakhchivan.am-mod,tass-2,reported
2021-05-28-nakhchivan.am-mod,tass-3,issued
2021-05-28-nakhchivan.am-mod,az-mod-1,quoted-by-opponent
2021-05-28-nakhchivan.tass,tass-2,issued
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc1_citations.carriers import belongs, ends, sided
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Relation, Severity


@over_rows(
    "BC113",
    "contradictory-relation",
    severity=Severity.WARNING,
    table="citations",
    reads=("actors", "sources", "claims", "citations"),
    message="{source_id}, published by {publisher}, cannot be {relation} for a claim of {speaker}",
    field="relation",
)
def contradictory_relation(scope: Scope) -> nw.LazyFrame[Any]:
    """Find what is `issued` by a side that is not the speaker's, and what is `quoted-by-opponent` by its own."""
    told = is_word("relation", Relation.ISSUED, Relation.QUOTED_BY_OPPONENT)
    rows = sided(scope, ends(scope).filter(told)).filter(nw.col("known") & (is_word("relation", Relation.ISSUED) != belongs()))
    return scope["citations"].select("_row", "claim_id", "source_id", "relation").join(rows.drop("relation"), on="_row")
