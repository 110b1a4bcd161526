"""Two incidents look like one: the same side alleges the same act, at the same time and in the same sector or nearby.

## Why it matters

Two curators read two pages about one night and enter it twice, under two villages of one sector. Every count doubles, and the denial
hangs on one of the two while the other looks unanswered.

## How to fix

Move the claims of one incident to the other and take it out. If there are two, say so: give the hours in `alleged_from` and
`alleged_to` (more than six apart are two), make one `part_of` the other, or link them by a row of `replies.csv`.

## Breaks

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
am-mod,Ministry of Defence of Armenia,ministry,armenia
am-mfa,Ministry of Foreign Affairs of Armenia,ministry,armenia
```

```csv places
place_id,name,kind,within,latitude,longitude
sector,Sector,border-sector,,,
kut,Kut,village,sector,,
shorzha,Verin Shorzha,village,sector,,
sotk,Sotk,village,,40.20007,45.86951
post,Post,post,,40.21,45.88
```

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_id,place_precision
2021-05-25-kut,Alleged fire near Kut,2021-05-24,2021-05-25,night,kut,settlement
2021-05-25-shorzha,Alleged fire near Verin Shorzha,2021-05-25,2021-05-25,day,shorzha,settlement
2021-05-31-sotk,Alleged fire near Sotk,2021-05-31,2021-06-02,days,sotk,settlement
2021-06-01-post,Alleged fire near the post,2021-06-01,2021-06-01,day,post,settlement
```

```csv claims
claim_id,incident_id,speaker,accused,act,text
2021-05-25-kut.am-mod,2021-05-25-kut,am-mod,az-mod,small-arms-fire,Says its positions came under fire.
2021-05-25-shorzha.am-mfa,2021-05-25-shorzha,am-mfa,az-mod,small-arms-fire,Says its positions came under fire.
2021-05-31-sotk.am-mod,2021-05-31-sotk,am-mod,az-mod,sniper-fire,Says its positions came under fire.
2021-06-01-post.am-mod,2021-06-01-post,am-mod,az-mod,sniper-fire,Says its positions came under fire.
```

Found:

- `2021-05-25-shorzha`
- `2021-06-01-post`

## Holds

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
am-mod,Ministry of Defence of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
```

```csv places
place_id,name,kind,within,latitude,longitude
armenia,Armenia,country,,,
sector,Sector,border-sector,armenia,,
kut,Kut,village,sector,,
shorzha,Verin Shorzha,village,sector,,
sotk,Sotk,village,armenia,40.20007,45.86951
vardenis,Vardenis,town,armenia,40.1827,45.73156
```

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_id,place_precision,part_of
2021-05-25-kut,Alleged fire near Kut,2021-05-24,2021-05-25,night,kut,settlement,
2021-05-26-kut,Alleged fire near Kut,2021-05-25,2021-05-26,night,kut,settlement,
2021-05-25-shorzha,Alleged works near Verin Shorzha,2021-05-25,2021-05-25,day,shorzha,settlement,
2021-06-01-kut,Alleged fire near Kut,2021-06-01,2021-06-01,day,kut,settlement,
2021-06-01-kut-2,Alleged fire near Kut,2021-06-01,2021-06-01,day,kut,settlement,
2021-06-02-shorzha,Alleged battle on the border,2021-06-02,2021-06-02,day,shorzha,settlement,
2021-06-02-sector,Alleged battle on the border,2021-06-02,2021-06-02,day,sector,settlement,2021-06-02-shorzha
2021-06-03-kut,Alleged fire near Kut,2021-06-03,2021-06-03,day,kut,settlement,
2021-06-03-shorzha,Alleged fire near Verin Shorzha,2021-06-03,2021-06-03,day,shorzha,settlement,
2021-06-04-sotk,Alleged fire near Sotk,2021-06-04,2021-06-04,day,sotk,settlement,
2021-06-04-vardenis,Alleged fire near Vardenis,2021-06-04,2021-06-04,day,vardenis,settlement,
2021-06-05-armenia,Alleged blockade,2021-06-05,2021-06-05,day,armenia,country,
2021-06-05-armenia-2,Alleged blockade,2021-06-05,2021-06-05,day,armenia,country,
2021-06-06-kut,Alleged fire near Kut,2021-06-06,2021-06-06,day,kut,settlement,
2021-06-06-kut-2,Alleged fire near Kut,2021-06-06,2021-06-06,day,kut,settlement,
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,alleged_from,alleged_to
2021-05-25-kut.am-mod,2021-05-25-kut,am-mod,az-mod,small-arms-fire,Says its positions came under fire.,,
2021-05-26-kut.am-mod,2021-05-26-kut,am-mod,az-mod,small-arms-fire,Says its positions came under fire.,,
2021-05-25-shorzha.am-mod,2021-05-25-shorzha,am-mod,az-mod,works,Says works were begun.,,
2021-06-01-kut.am-mod,2021-06-01-kut,am-mod,az-mod,sniper-fire,Says its positions came under fire.,2021-06-01T02:00,2021-06-01T03:00
2021-06-01-kut-2.am-mod,2021-06-01-kut-2,am-mod,az-mod,sniper-fire,Says its positions came under fire.,2021-06-01T19:00,
2021-06-02-shorzha.am-mod,2021-06-02-shorzha,am-mod,az-mod,assault,Says its positions came under attack.,,
2021-06-02-sector.am-mod,2021-06-02-sector,am-mod,az-mod,assault,Says its positions came under attack.,,
2021-06-03-kut.am-mod,2021-06-03-kut,am-mod,az-mod,shelling,Says its positions came under fire.,,
2021-06-03-shorzha.am-mod,2021-06-03-shorzha,am-mod,az-mod,shelling,Says its positions came under fire.,,
2021-06-03-kut.az-mod,2021-06-03-kut,az-mod,,,Rejects both statements.,,
2021-06-04-sotk.am-mod,2021-06-04-sotk,am-mod,az-mod,shelling,Says its positions came under fire.,,
2021-06-04-vardenis.am-mod,2021-06-04-vardenis,am-mod,az-mod,shelling,Says its positions came under fire.,,
2021-06-05-armenia.am-mod,2021-06-05-armenia,am-mod,az-mod,blockade,Says the gas was cut.,,
2021-06-05-armenia-2.am-mod,2021-06-05-armenia-2,am-mod,az-mod,blockade,Says the road was cut.,,
2021-06-06-kut.am-mod,2021-06-06-kut,am-mod,az-mod,shelling,Says its positions came under fire.,,
2021-06-06-kut-2.az-mod,2021-06-06-kut-2,az-mod,am-mod,shelling,Says its positions came under fire.,,
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-06-03-kut.az-mod,2021-06-03-shorzha.am-mod,whole,denies,blanket
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc4_when_where.days import at, day_after
from borderclash.rules.bc4_when_where.neighbours import areas, near
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import DatePrecision, Severity

_KEYS = ["side", "act", "month", "where"]
_APART = "6h"


@over_rows(
    "BC413",
    "probable-duplicate",
    severity=Severity.WARNING,
    table="incidents",
    reads=("actors", "places", "incidents", "claims", "replies"),
    absent=("claims", "replies"),
    message="incident {incident_id} looks like {twin}: the same side alleges the same act there and then",
    field="incident_id",
)
def probable_duplicate(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the incidents that share accuser, act, days and neighbourhood with an earlier row, and are neither part nor reply of it."""
    pairs = scope.shared("bc413.pairs", _pairs)
    incidents = scope["incidents"].select("_row", "incident_id", "part_of")
    earlier = incidents.select(_twin="_row", twin="incident_id", twin_of="part_of")
    named = pairs.join(incidents, on="_row").join(earlier, on="_twin")
    part = (nw.col("part_of") == nw.col("twin")).fill_null(value=False) | (nw.col("twin_of") == nw.col("incident_id")).fill_null(
        value=False
    )
    rows = named.filter(~part).join(_answered(scope, pairs), on=["incident_id", "twin"], how="anti")
    return rows.group_by("_row", "incident_id").agg(nw.col("twin").min())


def _pairs(scope: Scope) -> nw.LazyFrame[Any]:
    """Return `_row` and `_twin`, the rows of two incidents that may be one, the earlier row as the twin."""
    cases = scope.shared("bc413.cases", _cases)
    home = scope.shared("bc413.areas", areas).rename({"area": "where"})
    by_sector = cases.join(home, on="place_id")
    itself = cases.with_columns(where="place_id")
    nearby = cases.join(scope.shared("bc413.elsewhere", _elsewhere).rename({"other": "where"}), on="place_id")
    return nw.concat([_met(by_sector, by_sector), _met(itself, nearby)], how="vertical").unique()


def _elsewhere(scope: Scope) -> nw.LazyFrame[Any]:
    """Return place_id and other, for every ordered pair of places that are near each other though in two sectors."""
    home = scope.shared("bc413.areas", areas)
    pairs = (
        scope.shared("bc413.near", near)
        .join(home, on="place_id")
        .join(home.rename({"place_id": "other", "area": "over_there"}), on="other")
    )
    return pairs.filter(nw.col("area") != nw.col("over_there")).select("place_id", "other")


def _cases(scope: Scope) -> nw.LazyFrame[Any]:
    """Return who alleges which act of an incident, one row each, with the incident's row, place, month, span, and the hours alleged."""
    claims = scope["claims"].filter(~nw.col("accused").is_null() & ~nw.col("act").is_null())
    last = nw.coalesce("alleged_to", "alleged_from")
    claims = claims.select("incident_id", "act", "alleged_from", actor_id="speaker", last=last)
    sides = scope["actors"].select("actor_id", side=nw.coalesce("side", "actor_id"))
    grouped = claims.join(sides, on="actor_id").group_by("incident_id", "side", "act")
    cases = grouped.agg(first=nw.col("alleged_from").min(), last=nw.col("last").max())
    night = (nw.col("date_precision") == DatePrecision.NIGHT.value).fill_null(value=False)
    end = nw.coalesce("date_end", "date_start")
    incidents = scope["incidents"].with_columns(date_end=end).filter(~nw.col("date_start").is_null() & ~nw.col("place_id").is_null())
    incidents = incidents.select(
        "_row",
        "incident_id",
        "place_id",
        month=nw.col("date_start").dt.year().cast(nw.Int64) * 12 + nw.col("date_start").dt.month().cast(nw.Int64),
        begin=nw.when(night).then(at("date_start").dt.offset_by("12h")).otherwise(at("date_start")),
        end=nw.when(night).then(at("date_end").dt.offset_by("12h")).otherwise(day_after("date_end")),
    )
    return cases.join(incidents, on="incident_id").drop("incident_id")


def _met(one: nw.LazyFrame[Any], other: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return the pairs with the same side, act and neighbourhood whose spans overlap and whose hours, if both are known, lie close."""
    columns = ["_row", "side", "act", "month", "where", "begin", "end", "first", "last"]
    around = [other.with_columns(month=nw.col("month") + step).select(columns) for step in (-1, 0, 1)]
    twins = nw.concat(around, how="vertical").rename({name: f"{name}_2" for name in ("begin", "end", "first", "last")})
    pairs = one.select(columns).join(twins.rename({"_row": "_twin"}), on=_KEYS)
    meets = (nw.col("begin") < nw.col("end_2")) & (nw.col("begin_2") < nw.col("end"))
    apart = (nw.col("first") > nw.col("last_2").dt.offset_by(_APART)) | (nw.col("first_2") > nw.col("last").dt.offset_by(_APART))
    return pairs.filter(meets & (nw.col("_twin") < nw.col("_row")) & ~apart.fill_null(value=False)).select("_row", "_twin")


def _answered(scope: Scope, pairs: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return incident_id and twin for the incidents of `pairs` of which a claim of one answers a claim of the other, either way round."""
    incidents = scope["incidents"].select("_row", "incident_id")
    wanted = nw.concat([pairs.select("_row"), pairs.select(_row="_twin")], how="vertical")
    claims = (
        scope["claims"].select("claim_id", "incident_id").join(incidents.join(wanted, on="_row", how="semi"), on="incident_id", how="semi")
    )
    replies = scope["replies"].select("reply_id", "answers")
    linked = replies.join(claims.select(reply_id="claim_id", incident_id="incident_id"), on="reply_id")
    linked = linked.join(claims.select(answers="claim_id", twin="incident_id"), on="answers").select("incident_id", "twin")
    return nw.concat([linked, linked.select(incident_id="twin", twin="incident_id")], how="vertical").unique()
