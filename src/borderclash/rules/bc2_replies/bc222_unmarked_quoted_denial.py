"""A reply is quoted as denying the accusation, and no row of replies says so.

## Why it matters

The speaker's own words decide. A quote such as "does not correspond to reality" is a denial in any language, and a record that has only
`counters` beside it makes less of it than the speaker did.

## How to fix

Add a row with stance `denies` for the aspect that the quote denies. If the words are about something else, quote others.

## Breaks

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
am-mfa,Ministry of Foreign Affairs of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
turan,Turan,news-agency,azerbaijan
oc-media,OC Media,news-outlet,
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Says the situation is calm.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,counters,named
```

```csv sources
source_id,language
armenpress-1,hy
sputnik-1,ru
oc-media-1,en
metbuat-1,az
armenpress-2,fr
```

```csv citations
claim_id,source_id,relation,quote
2021-05-28-nakhchivan.am-mod,armenpress-1,reported,չի համապատասխանում իրականությանը
2021-05-28-nakhchivan.am-mod,sputnik-1,reported,Категорически опровергаем такое заявление
2021-05-28-nakhchivan.am-mod,oc-media-1,reported,does not correspond to reality
2021-05-28-nakhchivan.am-mod,metbuat-1,reported,qəti surətdə təkzib edirik
2021-05-28-nakhchivan.am-mod,armenpress-2,reported,ne correspond pas à la réalité
```

Found:

- `2021-05-28-nakhchivan.am-mod/armenpress-1`
- `2021-05-28-nakhchivan.am-mod/armenpress-2`
- `2021-05-28-nakhchivan.am-mod/metbuat-1`
- `2021-05-28-nakhchivan.am-mod/oc-media-1`
- `2021-05-28-nakhchivan.am-mod/sputnik-1`

## Holds

```csv actors
actor_id,name,kind,side
armenia,Armenia,state,armenia
azerbaijan,Azerbaijan,state,azerbaijan
am-mod,Ministry of Defence of Armenia,ministry,armenia
am-mfa,Ministry of Foreign Affairs of Armenia,ministry,armenia
az-mod,Ministry of Defence of Azerbaijan,ministry,azerbaijan
turan,Turan,news-agency,azerbaijan
oc-media,OC Media,news-outlet,
```

```csv claims
claim_id,incident_id,speaker,accused,act,text,said_on
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,armenia,small-arms-fire,Says its positions came under fire.,2021-05-28
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,,,Says the situation is calm.,2021-05-28
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan,am-mfa,,,Rejects the statement.,2021-05-28
```

```csv replies
reply_id,answers,aspect,stance,basis
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan.az-mod,whole,counters,named
2021-05-28-nakhchivan.am-mfa,2021-05-28-nakhchivan.az-mod,whole,denies,named
```

```csv sources
source_id,language
armenpress-1,hy
sputnik-1,ru
oc-media-1,en
metbuat-1,az
armenpress-2,fr
```

```csv citations
claim_id,source_id,relation,quote
2021-05-28-nakhchivan.am-mod,armenpress-1,reported,չի հերքում
2021-05-28-nakhchivan.am-mod,sputnik-1,reported,не опровергаем и не подтверждаем
2021-05-28-nakhchivan.am-mod,oc-media-1,reported,we do not deny it
2021-05-28-nakhchivan.am-mod,metbuat-1,reported,təkzib etmirik
2021-05-28-nakhchivan.am-mfa,oc-media-1,reported,is not true
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.bc2_replies.denials import quoted_denial
from borderclash.rules.bc2_replies.threads import PAGES, undenied
from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity


@over_rows(
    "BC222",
    "unmarked-quoted-denial",
    severity=Severity.WARNING,
    table="citations",
    reads=(*PAGES, "citations", "sources"),
    absent=("replies",),
    message="claim {claim_id} is quoted as denying what it answers, and none of its rows in replies does",
    field="quote",
)
def unmarked_quoted_denial(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the quotes that deny, in the language of their source, of answers with no denial among their stances."""
    citations = scope["citations"].select("_row", "claim_id", "source_id", "quote").filter(~nw.col("quote").is_null())
    quotes = citations.join(undenied(scope), on="claim_id", how="semi").join(
        scope["sources"].select("source_id", "language"), on="source_id"
    )
    denying = quotes.select("_row", "quote", "language").filter(quoted_denial(nw.col("quote"), nw.col("language")))
    return citations.join(denying, on="_row", how="semi")
