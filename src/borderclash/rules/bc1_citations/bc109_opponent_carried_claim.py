"""A claim is carried by the other side's media only.

## Why it matters

What a ministry said on a night of firing is often read first in the other side's press, cut and headlined to be refuted. Where nothing
else carries it, reader and curator know the words of one side as its opponent chose to give them.

## How to fix

Look for the statement with the speaker, in the media of its own side or in those of neither, and cite that too. If it is known only
because the other side's own statement mentions it, the relation is `quoted-by-opponent`. If nothing else was found, a waiver says where
it was looked for.

## Breaks

Whose opponent somebody is follows from who accuses whom.

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
news-az,News.Az,news-outlet,azerbaijan
trend,Trend,news-agency,azerbaijan
```

```csv claims
claim_id,incident_id,speaker,accused,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,Says its positions came under fire.
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,Rejects the statement in full.
```

```csv sources
source_id,publisher,agency,title,url,accessed,language,kind
trend-1,trend,,A,https://en.trend.az/1.html,2021-06-01,en,news-agency
news-az-1,news-az,trend,B,https://news.az/news/1,2021-06-01,en,news-report
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,trend-1,reported
2021-05-28-nakhchivan.am-mod,trend-1,reported
2021-05-28-nakhchivan.am-mod,news-az-1,reported
```

Found:

- `2021-05-28-nakhchivan.am-mod`

## Holds

A text of the speaker's own, reprinted by the other side, counts as its own; so does one of an agency of neither.

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
claim_id,incident_id,speaker,accused,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,Says its positions came under fire.
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,Rejects the statement in full.
2021-05-28-nakhchivan.am-mod-2,2021-05-28-nakhchivan,am-mod,,Says the night was calm.
2021-05-28-nakhchivan.am-mod-3,2021-05-28-nakhchivan,am-mod,,Says nobody was hurt.
2021-05-28-nakhchivan.am-mod-4,2021-05-28-nakhchivan,am-mod,,Says it awaits an answer.
```

```csv sources
source_id,publisher,agency,title,url,accessed,language,kind
trend-1,trend,,A,https://en.trend.az/1.html,2021-06-01,en,news-agency
trend-2,trend,am-mod,B,https://en.trend.az/2.html,2021-06-01,en,news-agency
trend-3,trend,tass,C,https://en.trend.az/3.html,2021-06-01,en,news-agency
tass-1,tass,,D,https://tass.com/world/1,2021-06-01,en,news-agency
nobody-1,nobody,,E,https://nobody.example/1,2021-06-01,en,news-report
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.az-mod,trend-1,reported
2021-05-28-nakhchivan.am-mod,trend-1,reported
2021-05-28-nakhchivan.am-mod,tass-1,reported
2021-05-28-nakhchivan.am-mod-2,trend-2,reported
2021-05-28-nakhchivan.am-mod-3,trend-3,reported
2021-05-28-nakhchivan.am-mod-4,trend-1,reported
2021-05-28-nakhchivan.am-mod-4,nobody-1,reported
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc1_citations.carriers import one_sided
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC109",
    "opponent-carried-claim",
    severity=Severity.WARNING,
    table="claims",
    reads=("actors", "sources", "claims", "citations"),
    absent=("citations",),
    message="claim {claim_id} of {speaker} is carried by nobody but the side of {carrier}",
    field="speaker",
)
def opponent_carried_claim(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the claims all of whose sources are of sides that the speaker's accuses, or that accuse it."""
    carried = one_sided(scope).filter("opposed").select("_row", "carrier")
    return scope["claims"].select("_row", "claim_id", "speaker").join(carried, on="_row")
