"""A claim's text is the quote itself.

## Why it matters

`text` is ours: one neutral sentence in which the speaker is named as the one who says so. A text that is the speaker's own words
states them in the voice of the dataset, and a reader who sees both learns nothing from the second.

## How to fix

Write `text` anew in neutral words, beginning with what the speaker does (`Says`, `Denies`), and keep the quote only if its wording
matters.

## Breaks

```csv claims
claim_id,incident_id,speaker,text
2021-05-16-sev-lich.az-mfa,2021-05-12-sev-lich,az-mfa,These claims are absolutely baseless.
```

```csv citations
claim_id,source_id,relation,quote
2021-05-16-sev-lich.az-mfa,az-mfa-berlin,issued,“These claims are absolutely baseless”
```

Found:

- `2021-05-16-sev-lich.az-mfa/az-mfa-berlin`

## Holds

```csv claims
claim_id,incident_id,speaker,text
2021-05-16-sev-lich.az-mfa,2021-05-12-sev-lich,az-mfa,Rejects the claims as baseless.
2021-05-16-sev-lich.am-mod,2021-05-12-sev-lich,am-mod,Says there was no shooting.
```

```csv citations
claim_id,source_id,relation,quote
2021-05-16-sev-lich.az-mfa,az-mfa-berlin,issued,These claims are absolutely baseless
2021-05-16-sev-lich.am-mod,azatutyun-1,reported,...
```
"""

from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope


@over_rows(
    "BC108",
    "quote-as-text",
    table="citations",
    reads=("claims", "citations"),
    message="the text of claim {claim_id} is the quote from {source_id}, word for word",
    field="quote",
)
def quote_as_text(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the citations whose quote has the letters and digits of the claim's text, in that order."""
    quoted = scope["citations"].select("_row", "claim_id", "source_id", "quote").drop_nulls().with_columns(words=_plain("quote"))
    texts = scope["claims"].join(quoted, on="claim_id", how="semi").select("claim_id", words=_plain("text"))
    return quoted.filter(nw.col("words") != "").join(texts, on=["claim_id", "words"], how="semi")


def _plain(column: str) -> nw.Expr:
    return nw.col(column).str.to_lowercase().str.replace_all(r"[^\p{L}\p{M}\p{N}]+", "")
