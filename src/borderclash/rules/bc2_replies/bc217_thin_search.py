"""A reply was looked for in one outlet, in one language, or not on the accused's side.

## Why it matters

That an accusation was left unanswered is weak evidence, and weighs only what the search weighs. The accused's side answers first in its own
media and language; a third party's report often has what neither side's media print.

## How to fix

Search in at least two outlets, one of them on the accused's side, and in two languages, and add a row to `searches.csv` for each.

In a dossier: search in at least two outlets, one of them on the accused's side, and in two languages, and add each under `searches:`.

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
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,armenia,build-up,Says that tanks gathered.,2021-05-28
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-28-nakhchivan.az-mod,2021-06-02,oc-media,en
2021-05-28-nakhchivan.az-mod,2021-06-02,turan,az
2021-05-28-nakhchivan.az-mod-2,2021-06-02,am-mod,hy
2021-05-28-nakhchivan.az-mod-2,2021-06-02,oc-media,hy-Latn
```

Found:

- `2021-05-28-nakhchivan.az-mod`
- `2021-05-28-nakhchivan.az-mod-2`

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
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,armenia,build-up,Says that tanks gathered.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-28-nakhchivan.az-mod,2021-05-28,turan,az
2021-05-28-nakhchivan.az-mod-2,2021-06-02,am-mod,hy
2021-05-28-nakhchivan.az-mod-2,2021-06-02,oc-media,en
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc2_replies.denials import language_of
from borderclash.rules.bc2_replies.silences import silences
from borderclash.rules.bc2_replies.threads import party
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

_ENOUGH = 2


@over_rows(
    "BC217",
    "thin-search",
    severity=Severity.WARNING,
    table="claims",
    reads=("actors", "sources", "claims", "citations", "replies", "searches"),
    absent=("actors", "claims", "citations", "replies", "searches"),
    message="no reply to claim {claim_id} was found in {outlets} and {languages}, {near} of the accused's side",
    field="claim_id",
)
def thin_search(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the accusations whose silence rests on too few searches; one with a search that cannot be read is let be."""
    searches = silences(scope)
    sides = party(scope).select(outlet="actor_id", outlet_side="side", known=nw.lit(value=True))
    rows = searches.join(sides, on="outlet", how="left")
    near = (nw.col("outlet_side") == nw.col("accused_side")).fill_null(value=False)
    found = (
        rows.with_columns(
            language=language_of(nw.col("language")), near=near, unknown=nw.col("known").is_null() | nw.col("language").is_null()
        )
        .group_by("_row", "claim_id", "accused_side")
        .agg(
            outlets=nw.col("outlet").n_unique(),
            languages=nw.col("language").n_unique(),
            near=nw.col("near").any(),
            unknown=nw.col("unknown").any(),
        )
    )
    thin = (nw.col("outlets") < _ENOUGH) | (nw.col("languages") < _ENOUGH) | (~nw.col("near") & ~nw.col("accused_side").is_null())
    found = found.filter(~nw.col("unknown") & thin)
    return found.select(
        "_row",
        "claim_id",
        outlets=_counted("outlets", "outlet"),
        languages=_counted("languages", "language"),
        near=nw.when(nw.col("near")).then(nw.lit("one")).otherwise(nw.lit("none")),
    )


def _counted(column: str, thing: str) -> nw.Expr:
    number = nw.concat_str(nw.col(column).cast(nw.String), nw.lit(f" {thing}s"))
    return nw.when(nw.col(column) == 1).then(nw.lit(f"1 {thing}")).otherwise(number)
