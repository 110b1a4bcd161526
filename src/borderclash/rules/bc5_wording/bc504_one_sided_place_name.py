"""Our own words use one party's name for a place, and not the neutral one.

## Why it matters

Stepanakert and Khankendi are one city, Zod and Sotk one village: which name is written shows whose account is read. The neutral name
stands in `places.csv`; a party's own name is welcome beside it.

## How to fix

Write the name in `places.csv`, with the party's name in brackets where it helps, or put it in quotation marks. If the party's name has
become the neutral one, change `places.csv`.

In a dossier: write the name the place has in the package, with the party's name in brackets where it helps, or put it in quotation marks.

## Breaks

```json settings
{"name_languages": [["hy", "hy-Latn"], ["az"]]}
```

```csv places
place_id,name,kind
khankendi,Khankendi,city
sotk,Sotk,village
```

```csv place_names
place_id,language,name
khankendi,az,Xankəndi
khankendi,hy-Latn,Stepanakert
sotk,hy-Latn,Sotk
sotk,az,Zod
```

```csv claims
claim_id,incident_id,speaker,text,note
2020-09-27-khankendi.am-mfa,2020-09-27-khankendi,am-mfa,"Says settlements were shelled, Stepanakert among them.",
2021-05-25-sotk.az-mod,2021-05-25-sotk,az-mod,Says its positions came under fire.,Khankendi is far from Zod.
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-25-sotk,Alleged fire near (Zod),2021-05-25,day,settlement
```

Found:

- `2020-09-27-khankendi.am-mfa`
- `2021-05-25-sotk.az-mod`
- `2021-05-25-sotk`

## Holds

```json settings
{"name_languages": [["hy", "hy-Latn"], ["az"]]}
```

```csv places
place_id,name,kind
khankendi,Khankendi,city
sotk,Sotk,village
lachin,Lachin,district
goris,Goris,town
```

```csv place_names
place_id,language,name
khankendi,hy-Latn,Stepanakert
sotk,az,Zod
sotk,ru,Сотк
lachin,az,Laçın
goris,az,Goris
goris,hy-Latn,Lachin
```

```csv claims
claim_id,incident_id,speaker,text,note
2020-09-27-khankendi.am-mfa,2020-09-27-khankendi,am-mfa,Says Khankendi (Stepanakert) was shelled.,Read on Stepanakertpress.
2021-05-25-sotk.az-mod,2021-05-25-sotk,az-mod,"Says its positions near Goris and Lachin came under fire from ""Zod"".",A zodiac.
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-25-sotk,Alleged fire near Sotk,2021-05-25,day,settlement
```
"""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.findings import NotRun
from borderclash.rules.bc5_wording.prose import OUTER, blamed, listed, unquoted
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

_COLUMNS: Final = (("incidents", "title"), ("incidents", "note"), ("claims", "text"), ("claims", "note"))
_AT_ONCE: Final = 500


@over_tables(
    "BC504",
    "one-sided-place-name",
    severity=Severity.WARNING,
    reads=("incidents", "claims", "places", "place_names"),
    absent=("places",),
    message="the {field} of {key} uses one side's name for a place and not the neutral one",
)
def one_sided_place_name(scope: Scope) -> Iterable[Broken | NotRun]:
    """Find the cells of claims and incidents in which a party's name for a place stands, and the place's neutral name does not."""
    names = scope.shared("bc504.names", _one_sided)
    neutral = {theirs: ours for ours, theirs in scope.tables.rows(names.sort("_theirs", "_ours").select("_ours", "_theirs"))}
    spelt = sorted(neutral)
    patterns = [listed(spelt[start : start + _AT_ONCE]) for start in range(0, len(spelt), _AT_ONCE)]

    def likely(cells: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        found = [nw.col("cell").str.contains(pattern) for pattern in patterns]
        return cells.filter(nw.any_horizontal(*found, ignore_nulls=True)) if found else cells.head(0)

    return blamed("BC504", scope, _COLUMNS, likely, partial(_alone, names), partial(_both, neutral))


def _one_sided(scope: Scope) -> nw.LazyFrame[Any]:
    """Return, as `_theirs`, the names in a language of one party that are no place's neutral name, with the neutral one, `_ours`."""
    named = scope["place_names"].select("place_id", "language", _theirs="name").drop_nulls()
    places = scope["places"].select("place_id", _ours="name").drop_nulls()
    sides = [
        named.filter(nw.col("language").is_in(list(group))).with_columns(_side=nw.lit(number))
        for number, group in enumerate(scope.settings.name_languages)
    ]
    said = nw.concat(sides, how="vertical") if sides else named.with_columns(_side=nw.lit(0)).head(0)
    shared = said.group_by("place_id", "_theirs").agg(parties=nw.col("_side").n_unique()).filter(nw.col("parties") > 1)
    said = said.join(shared, on=["place_id", "_theirs"], how="anti")
    said = said.join(places.select(_theirs="_ours"), on="_theirs", how="anti")
    return said.join(places, on="place_id").select("_theirs", "_ours").unique()


def _alone(names: nw.LazyFrame[Any], cells: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Leave the cells that hold a one-sided name, outside quotation marks, and nowhere the neutral name of its place."""
    pairs = cells.with_columns(_left=_words(unquoted("cell"))).join(names, how="cross")
    named = nw.col("_left").str.contains(_words(nw.col("_theirs")), literal=True)
    return pairs.filter(named & ~nw.col("cell").str.contains(nw.col("_ours"), literal=True))


def _words(text: nw.Expr) -> nw.Expr:
    """Return the words of a text, one space before each and one at the end, so that a name in it can be looked for whole."""
    return nw.concat_str(nw.lit(" "), text.str.replace_all(f"{OUTER}+", " "), nw.lit(" "))


def _both(neutral: Mapping[str, str], text: str) -> str | None:
    """Return the names to write for those in the text."""
    there = [f"{ours} ({theirs})" for theirs, ours in neutral.items() if theirs in text and ours not in text]
    return "; ".join(there) or None
