"""A figure's unit does not fit what it measures.

## Why it matters

Numbers are added and set beside each other by measure and unit. Dead counted in `items` fall out of every sum, and a distance in
`persons` gets into one; an area without a unit of area is no area.

## How to fix

Write `persons` where people are counted, and the thing or its unit (`km`, `sq-km`, `trucks`) where they are not. The category is
`not-persons` for things and never for people.

## Breaks

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2021-05-25-verin-shorzha.am-mod,killed,armenia,military,soldiers,1,,exact
2021-05-12-sev-lich.goris-community,distance,azerbaijan,not-persons,items,3,,exact
2021-05-12-sev-lich.goris-community,area,azerbaijan,not-persons,persons,3,,exact
2021-05-12-sev-lich.goris-community,strength,azerbaijan,not-persons,persons,200,,about
2021-05-25-verin-shorzha.az-mod-2,other,armenia,military,trucks,7,,exact
```

Found:

- `2021-05-25-verin-shorzha.am-mod/killed/armenia/military/soldiers`
- `2021-05-12-sev-lich.goris-community/distance/azerbaijan/not-persons/items`
- `2021-05-12-sev-lich.goris-community/area/azerbaijan/not-persons/persons`
- `2021-05-12-sev-lich.goris-community/strength/azerbaijan/not-persons/persons`
- `2021-05-25-verin-shorzha.az-mod-2/other/armenia/military/trucks`

## Holds

```csv figures
claim_id,measure,party,category,unit,low,high,qualifier
2021-05-25-verin-shorzha.am-mod,killed,armenia,military,persons,1,,exact
2021-05-25-verin-shorzha.am-mod,wounded,armenia,mixed,persons,1,,exact
2021-05-12-sev-lich.goris-community,distance,azerbaijan,not-persons,km,3,,exact
2021-05-12-sev-lich.goris-community,strength,azerbaijan,not-persons,tanks,3,,about
2021-05-25-verin-shorzha.az-mod-2,other,armenia,not-persons,trucks,7,,exact
2021-05-25-verin-shorzha.az-mod-2,violations,armenia,not-persons,times,7,,exact
2021-05-25-verin-shorzha.az-mod-2,damaged,armenia,,trucks,7,,exact
2021-05-25-verin-shorzha.az-mod-2,mines,armenia,Things,items,7,,exact
```
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc3_figures.stated import as_written
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Category, Measure

PERSONS: Final = "persons"
PEOPLE: Final = (
    Measure.KILLED,
    Measure.WOUNDED,
    Measure.CASUALTIES,
    Measure.KILLED_OR_MISSING,
    Measure.CAPTURED,
    Measure.MISSING,
    Measure.DISPLACED,
)
"""What is measured in people only; remains may be released, and vehicles deployed."""
THINGS: Final = (Measure.MINES, Measure.DRONES, Measure.EQUIPMENT_LOST, Measure.DAMAGED, Measure.AREA, Measure.DISTANCE)
"""What is never measured in people."""
EXTENT: Final = (Measure.AREA, Measure.DISTANCE)
COUNTS: Final = ("items", "pieces", "units", "times", "number", "count", "none", "unknown", "unspecified")
"""Units that say no more than that something was counted."""


@over_rows(
    "BC306",
    "unfit-unit",
    table="figures",
    reads=("figures",),
    message="{claim_id}: {measure} ({category}) cannot be given in {unit}",
    field="unit",
)
def unfit_unit(scope: Scope) -> nw.LazyFrame[Any]:
    """Find people not in persons, things in persons, extents without a unit, and units at odds with the category."""
    persons = nw.col("unit") == PERSONS
    people_category = is_word("category", *(category for category in Category if category is not Category.NOT_PERSONS))
    no_people = is_word("measure", *THINGS) | is_word("category", Category.NOT_PERSONS)
    bare = is_word("measure", *EXTENT) & nw.col("unit").is_in(COUNTS)
    broken = scope["figures"].filter(((is_word("measure", *PEOPLE) | people_category) & ~persons) | (no_people & persons) | bare)
    return as_written(scope, broken)
