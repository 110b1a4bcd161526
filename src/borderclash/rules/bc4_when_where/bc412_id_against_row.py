"""An id does not say what its row says.

## Why it matters

Ids are given once and never renamed, so one that disagrees with its row stays as it is: perhaps the day was corrected since. Where the
row is new, the id shows that a day, a place or a speaker was mistyped.

## How to fix

If the row is new, correct the row or the id. If others may know the id already, leave it and say why in `note`.

## Breaks

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_id,place_precision
2021-05-27-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-27,2021-05-28,night,nakhchivan,province
2021-05-25-shorzha,Alleged fire near Verin Shorzha,2021-05-25,2021-05-25,day,verin-shorzha,near-settlement
2021-06-21-yerevan,Early elections,2021-06-20,2021-06-20,day,armenia,country
```

```csv claims
claim_id,incident_id,speaker,text
2021-05-25-shorzha.am-mod,2021-05-25-shorzha,am-mfa,Says a soldier was wounded.
2021-05-25-shorzha.az-mod,2021-05-27-nakhchivan,az-mod,Says its positions came under fire.
```

Found:

- `2021-05-27-nakhchivan`
- `2021-05-25-shorzha`
- `2021-06-21-yerevan`
- `2021-05-25-shorzha.am-mod`
- `2021-05-25-shorzha.az-mod`

## Holds

```csv incidents
incident_id,title,date_start,date_end,date_precision,place_id,place_precision
2021-05-28-nakhchivan,Alleged fire at positions in Nakhchivan,2021-05-27,2021-05-28,night,nakhchivan,province
2021-05-25-sector-7-2,Alleged fire on the border,2021-05-25,2021-05-25,day,sector-7,border-sector
2021-05-25-sector-7,Alleged fire on the border,2021-05-25,,day,sector-7,border-sector
2021-06-20-yerevan,Early elections,2021-06-20,2021-06-20,day,armenia,country
2021-06-30-talks,Talks on the border,2021-06-30,,day,,country
2021-07-01-kut,Alleged fire near Kut,2021-07-0l,,day,kut,settlement
```

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says its positions came under fire.
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,Says one soldier was wounded.
2021-05-28-nakhchivan.news-1,2021-05-28-nakhchivan,news-1,Says one soldier was wounded.
```
"""

from collections.abc import Iterable

from narwhals.stable import v2 as nw

from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope
from borderclash.vocab import DatePrecision, PlacePrecision, Severity


@over_tables(
    "BC412",
    "id-against-row",
    severity=Severity.INFO,
    reads=("incidents", "claims"),
    message="{key} would be {expected} by its row",
)
def id_against_row(scope: Scope) -> Iterable[Broken]:
    """Find the incidents whose id is not day and place, and the claims whose id is not incident and speaker, but for a last number."""
    return [_incidents(scope), _claims(scope)]


def _incidents(scope: Scope) -> Broken:
    night = (nw.col("date_precision") == DatePrecision.NIGHT.value).fill_null(value=False)
    day = nw.when(night).then(nw.col("date_end")).otherwise(nw.col("date_start"))
    agreed = (nw.col("place_precision") == PlacePrecision.COUNTRY.value).fill_null(value=False) | nw.col("place_id").is_null()
    rows = scope["incidents"].with_columns(_day=nw.concat_str(day.dt.to_string("%Y-%m-%d"), nw.lit("-")), _agreed=agreed)
    rows = rows.with_columns(expected=nw.concat_str("_day", nw.when("_agreed").then(nw.lit("…")).otherwise(nw.col("place_id"))))
    undated = ~nw.col("incident_id").str.starts_with(nw.col("_day"))
    return Broken("incidents", rows.filter(nw.when("_agreed").then(undated).otherwise(_differs("incident_id"))), "incident_id")


def _claims(scope: Scope) -> Broken:
    rows = scope["claims"].select("_row", "claim_id", expected=nw.concat_str("incident_id", nw.lit("."), "speaker"))
    return Broken("claims", rows.filter(_differs("claim_id")), "claim_id")


def _differs(key: str) -> nw.Expr:
    expected = nw.col("expected")
    return (nw.col(key) != expected) & (nw.col(key).str.replace_all("-[0-9]+$", "") != expected)
