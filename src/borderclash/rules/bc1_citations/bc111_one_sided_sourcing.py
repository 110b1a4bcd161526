"""A claim is carried by one side's media only, and that is not the speaker's side.

## Why it matters

When a foreign ministry far away says "both sides should step back", each side's press gives the half that suits it. A statement of a
third state, or of an ally, that was read in the media of one side only may lack the other half.

## How to fix

Look for the statement with the speaker, or in media of neither side or of the other one, and cite that too.

## Breaks

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
us-state-department,United States Department of State,ministry,united-states
united-states,United States,state,united-states
osce-minsk-group,OSCE Minsk Group Co-Chairs,intergovernmental,
aysor,Aysor.am,news-outlet,armenia
armradio,Public Radio of Armenia,news-outlet,armenia
```

```csv claims
claim_id,incident_id,speaker,text
2021-05-12-sev-lich.us-state-department,2021-05-12-sev-lich,us-state-department,Says it expects all forces to be pulled back.
2021-05-12-sev-lich.osce-minsk-group,2021-05-12-sev-lich,osce-minsk-group,Calls on both sides to step back.
```

```csv sources
source_id,publisher,title,url,accessed,language,kind
aysor-1833418,aysor,A,https://aysor.am/en/news/2021/05/15/1833418,2021-06-01,en,news-report
armradio-1,armradio,B,https://en.armradio.am/1,2021-06-01,en,news-report
```

```csv citations
claim_id,source_id,relation
2021-05-12-sev-lich.us-state-department,aysor-1833418,reported
2021-05-12-sev-lich.us-state-department,armradio-1,reported
2021-05-12-sev-lich.osce-minsk-group,armradio-1,reported
```

Found:

- `2021-05-12-sev-lich.us-state-department`
- `2021-05-12-sev-lich.osce-minsk-group`

## Holds

Media of both sides will do, and the speaker's own words wherever they are printed.

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
us-state-department,United States Department of State,ministry,united-states
united-states,United States,state,united-states
osce-minsk-group,OSCE Minsk Group Co-Chairs,intergovernmental,
aysor,Aysor.am,news-outlet,armenia
trend,Trend,news-agency,azerbaijan
tass,TASS,news-agency,
```

```csv claims
claim_id,incident_id,speaker,text
2021-05-12-sev-lich.us-state-department,2021-05-12-sev-lich,us-state-department,Says it expects all forces to be pulled back.
2021-05-12-sev-lich.osce-minsk-group,2021-05-12-sev-lich,osce-minsk-group,Calls on both sides to step back.
2021-05-12-sev-lich.osce-minsk-group-2,2021-05-12-sev-lich,osce-minsk-group,Says a meeting is being prepared.
2021-05-12-sev-lich.az-mod,2021-05-12-sev-lich,az-mod,Says nothing has changed.
2021-05-12-sev-lich.az-mod-2,2021-05-12-sev-lich,az-mod,Says its units hold their positions.
```

```csv sources
source_id,publisher,agency,title,url,accessed,language,kind
aysor-1833418,aysor,,A,https://aysor.am/en/news/2021/05/15/1833418,2021-06-01,en,news-report
aysor-2,aysor,osce-minsk-group,B,https://aysor.am/en/news/2021/05/15/2,2021-06-01,en,news-report
trend-1,trend,,C,https://en.trend.az/1.html,2021-06-01,en,news-agency
tass-1,tass,,D,https://tass.com/world/1,2021-06-01,en,news-agency
```

```csv citations
claim_id,source_id,relation
2021-05-12-sev-lich.us-state-department,aysor-1833418,reported
2021-05-12-sev-lich.us-state-department,trend-1,reported
2021-05-12-sev-lich.osce-minsk-group,aysor-2,issued
2021-05-12-sev-lich.osce-minsk-group-2,tass-1,reported
2021-05-12-sev-lich.az-mod,trend-1,reported
2021-05-12-sev-lich.az-mod-2,aysor-1833418,quoted-by-opponent
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc1_citations.carriers import one_sided
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC111",
    "one-sided-sourcing",
    severity=Severity.INFO,
    table="claims",
    reads=("actors", "sources", "claims", "citations"),
    absent=("citations",),
    message="claim {claim_id} of {speaker} is carried by nobody but the side of {carrier}",
    field="speaker",
)
def one_sided_sourcing(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the claims all of whose sources are of one side, which is neither the speaker's nor its opponent."""
    carried = one_sided(scope).filter(nw.col("single") & ~nw.col("opposed")).select("_row", "carrier")
    return scope["claims"].select("_row", "claim_id", "speaker").join(carried, on="_row")
