"""The title of an incident says in our own voice who did it.

## Why it matters

An incident is what claims are about, not a finding. "Azerbaijani attack on Kut" is one side's account printed as ours; the title
stands in every list, where no reply stands beside it.

## How to fix

Name what is claimed and by whose word: "Alleged fire on positions near Kut", "Advance alleged near Kut". What both sides say alike
needs no "alleged" if it names no culprit.

## Breaks

```json settings
{"parties": ["armenia", "azerbaijan"]}
```

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-12-kut,Azerbaijani attack on Kut,2021-05-12,day,settlement
2021-05-25-kut,Troops opened fire on positions near Kut,2021-05-25,day,settlement
2021-05-28-nakhchivan,Shelling of positions by Armenia,2021-05-28,day,province
2021-05-30-kut,Soldiers killed two villagers near Kut,2021-05-30,day,settlement
2021-05-29-nakhchivan,"Azerbaijan's incursion in Syunik, an officer killed",2021-05-29,day,province
```

Found:

- `2021-05-12-kut`
- `2021-05-25-kut`
- `2021-05-28-nakhchivan`
- `2021-05-29-nakhchivan`
- `2021-05-30-kut`

## Holds

```json settings
{"parties": ["armenia", "azerbaijan"]}
```

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-12-kut,Azerbaijani advance alleged near Kut,2021-05-12,day,settlement
2021-05-25-kut,Alleged fire on Armenian positions near Kut,2021-05-25,day,settlement
2021-05-27-kut,Capture of six Armenian servicemen near Kut,2021-05-27,day,settlement
2021-05-28-kut,Shelling near Kut,2021-05-28,day,settlement
2021-05-29-kut,Shelling said by Armenia to have hit Kut,2021-05-29,day,settlement
2021-05-30-kut,Proposal by Armenia after an attack,2021-05-30,day,settlement
2021-05-31-kut,"Armenian soldier killed near Kut; visit by Armenia's minister",2021-05-31,day,settlement
```
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.rules.bc5_wording.prose import OUTER, any_of, unquoted
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

_FORCES: Final = "(?:forces|troops|army|military|soldiers?|servicemen|snipers?|units?|side|artillery|drones?|border guards?|saboteurs?)"
_DID: Final = (
    "(?:fires?|fired (?:on|at)|opens? fire|opened fire|shoots?|shot at|shells|attacks|kills|wounds|invades?|invaded|advances?|advanced|"
    "cross|crosses|crossed|captures|abducts|strikes|violates?|violated|bombs|"
    "(?:attacked|shelled|killed|wounded|captured|abducted|struck|bombed) "
    r"(?:an?|the|its|their|one|two|three|four|five|six|[0-9]+|(?-i:\p{Lu}\p{L}+)))"
)
"""What forces do; a participle only before its object, since a soldier killed near a village is nobody's deed in our words."""
_ACT: Final = "(?:attack|shelling|advance|incursion|assault|invasion|strike|raid|ambush|aggression|bombardment|infiltration|fire|sabotage)"
_HEDGED: Final = "alleg|report|claim|accus|said|says|according|deni|disput|suspect|exchange of fire"


@over_rows(
    "BC502",
    "title-that-blames",
    severity=Severity.WARNING,
    table="incidents",
    reads=("incidents", "actors"),
    message="the title of incident {incident_id} says who did it: {title}",
    field="title",
)
def title_that_blames(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the titles in which forces or a party do the act, and nobody is said to allege it."""
    titles = scope.text("incidents").select("_row", "incident_id", "title").filter(~nw.col("title").is_null())
    states = scope["actors"].filter(nw.col("actor_id").is_in(list(scope.settings.parties))).select("name").drop_nulls()
    blames = [f"{OUTER}*{_FORCES} {_DID}(?:{OUTER}|$)"]
    names = sorted({name for (name,) in scope.tables.rows(states) if " " not in name})
    if names:
        party = any_of(names, r"(?:\p{L}*|['’]s)").removesuffix(f"(?:{OUTER}|$)")
        blames += [f"{party} (?:{_FORCES} )?(?:{_ACT}|{_DID})(?:{OUTER}|$)", f"{_ACT}(?: [^ .,:;]+){{0,6}} by(?: the)?{party}"]
    pattern = "(?i)" + "|".join(f"(?:{blame})" for blame in blames)
    return titles.filter(unquoted("title").str.contains(pattern) & ~nw.col("title").str.contains(f"(?i){_HEDGED}"))
