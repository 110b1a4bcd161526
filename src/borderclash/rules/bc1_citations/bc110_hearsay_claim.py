"""A claim is known only from its opponent.

## Why it matters

"The other side denies this, as always" shows that something was denied, and not in what words. Such a claim tells a reader that a voice
was raised, but does not count as a reply, since anybody could put a denial into an opponent's mouth.

## How to fix

Look for the statement itself, with the speaker or in the media, and add a row to `citations.csv` for it. If it cannot be found, it stays
as it is; the accusation it answers needs a search.

In a dossier: look for the statement itself, with the speaker or in the media, and add it under `cites:` of the claim.

## Breaks

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,Rejects the statement in full.
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.am-mod,az-mod-36019,quoted-by-opponent
2021-05-28-nakhchivan.am-mod,trend-3430808,quoted-by-opponent
```

Found:

- `2021-05-28-nakhchivan.am-mod`

## Holds

```csv claims
claim_id,incident_id,speaker,text
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,Rejects the statement in full.
2021-05-28-nakhchivan.am-mod-2,2021-05-28-nakhchivan,am-mod,Says the night was calm.
```

```csv citations
claim_id,source_id,relation
2021-05-28-nakhchivan.am-mod,az-mod-36019,quoted-by-opponent
2021-05-28-nakhchivan.am-mod,tass-1295233,reported
2021-05-28-nakhchivan.am-mod-2,az-mod-36019,Quoted
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.absence import unless_unread
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Relation, Severity


@over_rows(
    "BC110",
    "hearsay-claim",
    severity=Severity.INFO,
    table="claims",
    reads=("claims", "citations"),
    absent=("citations",),
    message="claim {claim_id} of {speaker} is known only because its opponent mentions it",
    field="claim_id",
)
def hearsay_claim(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the claims that are cited, and only as `quoted-by-opponent`."""
    hearsay = is_word("relation", Relation.QUOTED_BY_OPPONENT)
    citations = scope["citations"].select("claim_id", "relation")
    quoted = scope["claims"].select("_row", "claim_id", "speaker").join(citations.filter(hearsay), on="claim_id", how="semi")
    only = quoted.join(citations.filter(~hearsay), on="claim_id", how="anti")
    return unless_unread(scope, only, "citations", "claim_id")
