"""A person is named: a rank, or a word such as soldier, stands before a name.

## Why it matters

No private person is named here, dead or alive. A conscript's name, once in a table that anyone may copy, stays beside the word captured
or killed for as long as there are search engines, and his family has no say. Bulletins give rank and name in one breath, so it is
copied without a thought.

## How to fix

Take the name out and leave what matters: a contract soldier, an officer, a shepherd. An office is named by its office. If it is no
person's name, put it in other words, or accept the finding with a waiver.

## Breaks

```csv claims
claim_id,incident_id,speaker,text,note
2021-05-25-kut.am-mod,2021-05-25-kut,am-mod,Says that junior sergeant Petros Petrosyan was fatally wounded.,
2021-05-25-kut.am-mfa,2021-05-25-kut,am-mfa,Says a soldier was wounded.,The ministry names Private P. Petrosyan.
2021-05-25-kut.az-mod,2021-05-25-kut,az-mod,"Says Major General Aliyev, commander of the unit, was killed.",
2021-05-25-kut.az-mfa,2021-05-25-kut,az-mfa,Says the conscript Ali Aliyev was detained.,
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-25-kut,Private Petros Petrosyan wounded near Kut,2021-05-25,day,settlement
```

```csv actors
actor_id,name,kind
unit,Group of Captain Petrosyan,group
```

Found:

- `2021-05-25-kut.am-mod`
- `2021-05-25-kut.am-mfa`
- `2021-05-25-kut.az-mod`
- `2021-05-25-kut.az-mfa`
- `2021-05-25-kut`
- `unit`

## Holds

```csv claims
claim_id,incident_id,speaker,text,note
2021-05-25-kut.am-mod,2021-05-25-kut,am-mod,"Says the General Staff and the Prosecutor General's Office confirm it.",A captain was wounded.
2021-05-25-kut.am-mfa,2021-05-25-kut,am-mfa,Says a Major General of the major Azerbaijani unit was there.,To the Secretary General.
2021-05-25-kut.az-mod,2021-05-25-kut,az-mod,Says a lieutenant colonel of the Border Service was wounded.,Major Azerbaijani papers carry it.
2021-05-25-kut.az-mfa,2021-05-25-kut,az-mfa,Says a soldier of the Verin Shorzha post crossed.,Names no soldier. Sotk was meant.
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-25-kut,Major Azerbaijani advance alleged near Kut,2021-05-25,day,settlement
```

```csv actors
actor_id,name,kind
am-general-staff,General Staff of the Armed Forces of Armenia,armed-force
```
"""

from collections.abc import Iterable
from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.findings import NotRun
from borderclash.rules.bc5_wording.prose import OUTER, PROSE, blamed
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope

_COLUMNS: Final = (*PROSE, ("actors", "name"), ("citations", "locator"), ("citations", "quote"), ("waivers", "reason"))
_READS: Final = tuple(dict.fromkeys(table for table, _ in _COLUMNS))

_RANKS: Final = (
    "[Cc]orporal|[Ss]ergeant(?:-[Mm]ajor)?|[Ee]nsign|[Ww]arrant [Oo]fficer|[Ll]ieutenant(?:[ -](?:[Cc]olonel|[Gg]eneral))?|[Cc]aptain|"
    r"[Cc]olonel(?:[ -][Gg]eneral)?|[Mm]ajor[ -][Gg]eneral|Pvt\.?|Cpl\.?|Sgt\.?|Lt\.?|Capt\.?|Maj\.?|Col\.?|Gen\.?"
)
"""Words that are nothing but ranks."""
_GENERAL: Final = "[Mm]ajor[ -][Gg]eneral"
"""A rank whose second word would pass for a name."""
_ADJECTIVES: Final = "Private|Major|General"
"""Ranks that are adjectives too: small, they are let pass; beginning a sentence, they need a name of two words."""
_ROLES: Final = "[Ss]oldier|[Ss]ervice(?:man|woman)|[Cc]onscript|[Oo]fficer|[Ss]hepherd|[Ff]armer|[Vv]illager|[Pp]risoner|[Cc]aptive"
_NAME: Final = r"\p{Lu}[\p{L}.'’]"
_FULL_NAME: Final = rf"{_NAME}[\p{{L}}'’]* (?:{_NAME}[\p{{L}}'’]* )?\p{{Lu}}[\p{{L}}'’]+"
_BODIES: Final = (
    r"(?:Secretary|Prosecutor|Attorney|Director|Governor|Consul|Inspector)[ -]Generals?|"
    r"(?:General|Major|Private|Captain|Colonel) (?:Staff|Assembly|Secretar|Prosecut|Directorate|Department|Headquarters|Council|Command|"
    r"Office|Administration|Inspectorate|Consul|Director|Committee|Court|Congress|Conference|Meeting|Agreement|Police|Power|Crimes?|"
    r"Sector|Compan|Media|Motors|Hospital)"
)
"""Bodies, offices and things whose names begin or end like a rank."""
_BEGINS: Final = r"(?:^|[.!?:] )"
_PERSON: Final = "|".join(
    (
        rf"(?:^|{OUTER})(?:{_RANKS}) {_NAME}",
        rf"[^\p{{L}}\p{{M}}\p{{N}}.!?:] ?(?:{_ADJECTIVES}) {_NAME}",
        rf"{_BEGINS}(?:{_ADJECTIVES}) {_FULL_NAME}",
        rf"(?:^|{OUTER})(?:{_ROLES}) {_FULL_NAME}",
    )
)
_LIKELY: Final = (
    "(?:orporal|ergeant|ergeant-[Mm]ajor|nsign|fficer|ieutenant|olonel|eneral|aptain|Pvt|Cpl|Sgt|Lt|Capt|Maj|Col|Gen|Private|Major|"
    "oldier|onscript|man|hepherd|armer|illager|risoner|aptive)\\.? [^a-z0-9]"
)
"""What every match holds: quick to look for, so that the slow pattern is asked of few."""


@over_tables("BC505", "named-person", reads=_READS, message="the {field} of {key} seems to name a person")
def named_person(scope: Scope) -> Iterable[Broken | NotRun]:
    """Find the cells in which a rank or a private role is followed by what looks like a name."""

    def likely(cells: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        return cells.filter(nw.col("cell").str.contains(_LIKELY))

    def broken(cells: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        return cells.filter(nw.col("cell").str.replace_all(_GENERAL, "colonel").str.replace_all(_BODIES, "it").str.contains(_PERSON))

    return blamed("BC505", scope, _COLUMNS, likely, broken)
