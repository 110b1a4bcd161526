"""An accusation has neither a reply of the accused's side nor a record that one was looked for.

## Why it matters

This is the second promise: silence is written down, never implied. A reader who finds an accusation without a denial must be able to
tell "they did not deny it" from "nobody looked". An echo of an accusation takes its status and is not reported beside it.

## How to fix

Add the reply as a claim with its row in `replies.csv`, or rows to `searches.csv` saying where one was looked for, in which language and
when. Look first at the pages of the accused's side on that day and the day after, in its own language. If all that answers it was
read only as quoted by its opponent, or concerns nothing but figures, a search is needed still.

In a dossier: add the reply as a claim with `answers:`, or write under `searches:` where one was looked for, in which language and on
which day.

## Breaks

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says so again.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.az-mod-2,2021-05-28-nakhchivan.az-mod,whole,repeats,named
```

Found:

- `2021-05-28-nakhchivan.az-mod`

## Holds

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
turan,Turan,news-agency,
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Rejects the statement in full.,2021-05-28
2021-05-29-nakhchivan.az-mod,2021-05-29-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire again.,2021-05-29
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,denies,named
```

```csv searches
claim_id,searched_on,outlet,language
2021-05-29-nakhchivan.az-mod,2021-06-02,am-mod,hy
2021-05-29-nakhchivan.az-mod,2021-06-02,turan,ru
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.derive import reply_status
from borderclash.derive.replies import echoes_of
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import ReplyStatus


@over_rows(
    "BC201",
    "unrecorded-denial",
    table="claims",
    reads=("actors", "sources", "claims", "citations", "replies", "searches"),
    absent=("actors", "claims", "citations", "replies", "searches"),
    message="claim {claim_id}: {speaker} accuses {accused}, and neither a reply nor a search for one is recorded",
    field="accused",
)
def unrecorded_denial(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the accusations whose status is `unrecorded`, but for echoes of another, and those whose reply may be there and misspelt."""
    status = scope.shared("derive.reply_status", reply_status)
    silent = status.filter((nw.col("reply_status") == ReplyStatus.UNRECORDED.value) & ~nw.col("doubtful")).select("claim_id")
    actors = scope.text("actors").select("actor_id", "side")
    known, lost = actors.select("actor_id"), _lost(actors)
    claims = scope["claims"].select("_row", "claim_id", "speaker", "accused")
    charges = claims.filter(~nw.col("accused").is_null()).select(about="claim_id")
    echoes = echoes_of(scope).filter(nw.col("claim_id") != nw.col("about")).join(charges, on="about", how="semi")
    unsure = claims.select("speaker", reply_id="claim_id").join(lost, left_on="speaker", right_on="actor_id", how="semi")
    answered = scope["replies"].select("reply_id", claim_id="answers").join(unsure, on="reply_id", how="semi").select("claim_id")
    return (
        claims.join(silent, on="claim_id", how="semi")
        .join(echoes, on="claim_id", how="anti")
        .join(known, left_on="accused", right_on="actor_id", how="semi")
        .join(lost, left_on="accused", right_on="actor_id", how="anti")
        .join(answered, on="claim_id", how="anti")
    )


def _lost(actors: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return the actors whose side is no actor, so that nobody can tell for whom they answer."""
    return actors.filter(~nw.col("side").is_null()).join(actors.select(side="actor_id"), on="side", how="anti").select("actor_id")
