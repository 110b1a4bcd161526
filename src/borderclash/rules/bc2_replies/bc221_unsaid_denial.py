"""A reply is recorded as a denial, and its text denies nothing.

## Why it matters

The stance is what gets counted, and the text is what people read. A text without a single word of denial either leaves out what the
speaker said, or the stance is a guess: "took adequate measures" counters, and "returned fire" justifies.

## How to fix

Say in the text what the speaker denies. If it gave only another account, write `counters`; if only a ground, `justifies`.

## Breaks

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Says the situation on the border is calm.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
```

Found:

- `2021-05-28-nakhchivan.am-mod`

## Holds

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan,am-mfa,,,Says neither side fired.,2021-05-28
2021-05-28-nakhchivan.armenia,2021-05-28-nakhchivan,armenia,,,Says its forces stand on their own territory.,2021-05-28
2021-05-28-nakhchivan.am-mod-2,2021-05-28-nakhchivan,am-mod,,,Calls the report disinformation.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan.az-mod,whole,denies,named
2021-05-28-nakhchivan.armenia,2021-05-28-nakhchivan.az-mod,place,denies,named
2021-05-28-nakhchivan.am-mod-2,2021-05-28-nakhchivan.az-mod,act,denies,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.bc2_replies.denials import unnegated
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Aspect, Severity, Stance


@over_rows(
    "BC221",
    "unsaid-denial",
    severity=Severity.WARNING,
    table="claims",
    reads=("claims", "replies"),
    message="claim {claim_id} is recorded as a denial, and its text denies nothing",
    field="text",
)
def unsaid_denial(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the denials of a whole, an act or a target in whose text no word denies; the others may say only what is so."""
    main = is_word("stance", Stance.DENIES) & is_word("aspect", Aspect.WHOLE, Aspect.ACT, Aspect.TARGET)
    denying = scope["replies"].filter(main).select(claim_id="reply_id")
    claims = scope["claims"].select("_row", "claim_id", "text").join(denying, on="claim_id", how="semi")
    return claims.filter(unnegated(nw.col("text")))
