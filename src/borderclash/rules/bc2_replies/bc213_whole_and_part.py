"""A reply denies the whole of a claim and lets a part of it stand, or the reverse.

## Why it matters

`whole` says that nothing of the claim is let stand. With it beside "confirms the act", readers are told both that everything is denied
and that the gist is conceded. Where the answer treats parts of an accusation differently, the accusation is two claims.

## How to fix

Write for the `whole` the aspect that the reply does speak to, such as `target` or `intent`. If it treats two acts differently, split the
accusation into two claims.

## Breaks

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,act,justifies,named
```

Found:

- `2021-05-28-nakhchivan.am-mod/2021-05-28-nakhchivan.az-mod/whole`

## Holds

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,act,justifies,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,intent,denies,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod-2,whole,denies,named
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod-2,figures,confirms,named
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive.base import is_word
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Aspect, Severity, Stance


@over_rows(
    "BC213",
    "whole-and-part",
    severity=Severity.WARNING,
    table="replies",
    reads=("replies",),
    message="claim {reply_id} {stance} the whole of {answers}, and {part}",
    field="aspect",
)
def whole_and_part(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the replies to the whole beside which the same reply says the opposite of a part."""
    said = scope["replies"].filter(is_word("stance", Stance.DENIES, Stance.CONFIRMS, Stance.JUSTIFIES))
    whole = said.filter(is_word("aspect", Aspect.WHOLE)).select("_row", "reply_id", "answers", "aspect", "stance")
    parts = said.filter(is_word("aspect", Aspect.ACT, Aspect.TARGET, Aspect.PLACE, Aspect.INTENT))
    part = nw.concat_str("stance", nw.lit("its"), "aspect", separator=" ")
    both = whole.join(parts.select("reply_id", "answers", part=part, other="stance"), on=["reply_id", "answers"])
    opposed = both.filter(is_word("stance", Stance.DENIES) != is_word("other", Stance.DENIES))
    return opposed.group_by("_row", "reply_id", "answers", "aspect", "stance").agg(nw.col("part").min())
