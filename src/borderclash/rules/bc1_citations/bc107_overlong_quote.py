"""A quote has more than twelve words.

## Why it matters

A quote is there to show the one wording that matters. A longer one is no longer ours to publish under an open licence, and it brings
the speaker's whole voice, loaded words and all, into a table that keeps to neutral sentences.

## How to fix

Cut the quote down to the words on which something hangs, at most twelve; `text` says the rest in our own.

## Breaks

```csv citations
claim_id,source_id,relation,quote
2021-05-28-nakhchivan.am-mod,tass-1295233,reported,"We strongly refute the statement of the other side, which is untrue from the first word"
2021-05-28-nakhchivan.am-mod,newsleader-295,reported,մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը տասը տասնմեկ տասներկու տասներեք
```

Found:

- `2021-05-28-nakhchivan.am-mod/tass-1295233`
- `2021-05-28-nakhchivan.am-mod/newsleader-295`

## Holds

Dashes and dots that stand alone are no words, and a word with a hyphen is one.

```csv citations
claim_id,source_id,relation,quote
2021-05-28-nakhchivan.am-mod,tass-1295233,reported,"We refute the statement - which is completely untrue ... - in the south-east today"
2021-05-28-nakhchivan.am-mod,newsleader-295,reported,մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը տասը տասնմեկ տասներկու
2021-05-28-nakhchivan.am-mod,trend-3430808,reported,
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope

MOST = 12
_WORD = r"[^\s\p{Z}]*[\p{L}\p{N}][^\s\p{Z}]*"


@over_rows(
    "BC107",
    "overlong-quote",
    table="citations",
    reads=("citations",),
    message=f"the quote of {{key}} has {{words}} words; at most {MOST}",
    field="quote",
)
def overlong_quote(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the citations whose quote has more than `MOST` words; a word is a run of signs that holds a letter or a digit."""
    quoted = scope["citations"].select("_row", "claim_id", "source_id", "quote").filter(~nw.col("quote").is_null())
    marks = nw.col("quote").str.replace_all("/", "").str.replace_all(_WORD, "/").str.replace_all("[^/]", "")
    return quoted.with_columns(words=marks.str.len_chars()).filter(nw.col("words") > MOST)
