"""Two parties are named in an incident, and only one of them is heard.

## Why it matters

Both ends belong in the record. An incident told by one side about both, with no word of the other and no search for one, reads as if
nothing had been said against it.

## How to fix

Add what the other party said of it as a claim, or look for its reply and add the rows to `searches.csv`.

In a dossier: add what the other party said of it as a claim, or look for its reply and write down under `searches:` where.

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

```csv incidents
incident_id,title
2021-05-28-nakhchivan,Alleged fire near Nakhchivan
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,,small-arms-fire,Says three soldiers of the other side were killed.,2021-05-28
```

```csv figures
claim_id,measure,party,category,unit,low,qualifier
2021-05-28-nakhchivan.az-mod,killed,armenia,military,persons,3,exact
```

```json settings
{"parties": ["armenia", "azerbaijan"]}
```

Found:

- `2021-05-28-nakhchivan`

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

```csv incidents
incident_id,title
2021-05-28-nakhchivan,Alleged fire
2021-05-29-a,Alleged fire
2021-05-30-a,Alleged fire
2021-05-31-a,Landslide
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
2021-05-29-a.az-mod,2021-05-29-a,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-29
2021-05-30-a.az-mod,2021-05-30-a,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-30
2021-05-31-a.az-mod,2021-05-31-a,az-mod,,other,Says that a road is closed.,2021-05-31
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
2021-05-28-nakhchivan.am-mod,2021-05-29-a.az-mod,whole,denies,blanket
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-30-a.az-mod,2021-06-02,am-mod,hy
```

```json settings
{"parties": ["armenia", "azerbaijan"]}
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc2_replies.threads import party
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_tables(
    "BC219",
    "one-sided-incident",
    severity=Severity.WARNING,
    reads=("incidents", "actors", "claims", "replies", "searches", "figures"),
    absent=("actors", "claims", "replies", "searches"),
    needs=("parties",),
    message="in incident {incident_id} only {heard} is heard, though {named} is named",
)
def one_sided_incident(scope: Scope) -> list[Broken]:
    """Find the incidents in which one party speaks and another is named, neither heard nor looked for."""
    parties = scope.settings.parties
    sides = party(scope).filter(nw.col("side").is_in(parties)).select("actor_id", "side")
    claims = scope["claims"].select("claim_id", "incident_id", "speaker", "accused")
    voices = claims.join(sides.rename({"actor_id": "speaker"}), on="speaker").group_by("incident_id")
    alone = voices.agg(heard=nw.col("side").min(), last=nw.col("side").max()).filter(nw.col("heard") == nw.col("last"))
    alone = alone.select("incident_id", "heard").join(_unclear(scope, claims), on="incident_id", how="anti")
    rows = claims.join(alone, on="incident_id")
    counted = rows.select("claim_id", "incident_id", "heard").join(scope["figures"].select("claim_id", actor_id="party"), on="claim_id")
    charged = rows.select("claim_id", "incident_id", "heard", actor_id="accused")
    named = nw.concat([counted, charged], how="vertical").join(sides, on="actor_id").filter(nw.col("side") != nw.col("heard"))
    replies = scope["replies"].select("reply_id", claim_id="answers").join(rows.select("claim_id", "incident_id", "heard"), on="claim_id")
    replies = replies.join(claims.select(reply_id="claim_id", actor_id="speaker"), on="reply_id").join(sides, on="actor_id")
    answered = replies.filter(nw.col("side") != nw.col("heard")).select("incident_id")
    named = named.join(answered, on="incident_id", how="anti").group_by("incident_id", "heard").agg(named=nw.col("side").min())
    broken = Broken("incidents", scope["incidents"].select("_row", "incident_id").join(named, on="incident_id"), "incident_id")
    return [broken]


def _unclear(scope: Scope, claims: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return the incidents with a search, or with a speaker who is not known and so may be the one missed."""
    searched = claims.join(scope["searches"].select("claim_id"), on="claim_id", how="semi")
    unknown = claims.join(party(scope).select(speaker="actor_id"), on="speaker", how="anti")
    return nw.concat([frame.select("incident_id") for frame in (searched, unknown)], how="vertical").drop_nulls()
