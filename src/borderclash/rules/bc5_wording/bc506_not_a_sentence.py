"""The text of a claim is not one whole sentence.

## Why it matters

Texts are read one after the other, without their speaker's name before each. A heading, half a line that a spreadsheet cut off, or a
few words in small letters shows that the row was left unfinished.

## How to fix

Write one English sentence with a capital at its beginning and a full stop at its end.

## Breaks

```csv claims
claim_id,incident_id,speaker,text
2021-05-25-kut.am-mod,2021-05-25-kut,am-mod,says its positions came under fire.
2021-05-25-kut.am-mfa,2021-05-25-kut,am-mfa,Says its positions came under
2021-05-25-kut.az-mod,2021-05-25-kut,az-mod,Denial.
```

Found:

- `2021-05-25-kut.am-mod`
- `2021-05-25-kut.am-mfa`
- `2021-05-25-kut.az-mod`

## Holds

```csv claims
claim_id,incident_id,speaker,text
2021-05-25-kut.am-mod,2021-05-25-kut,am-mod,Says its positions came under fire.
2021-05-25-kut.am-mfa,2021-05-25-kut,am-mfa,Calls it “disinformation.”
2021-05-25-kut.az-mod,2021-05-25-kut,az-mod,Denies it (in full).
```
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

_BEGINNING: Final = r"^[\"'“‘«(]*\p{Lu}[^ ]* "
_END: Final = r"[.!?…][\"'”’»)]*$"
_SIGNS: Final = 4
"""The last signs of a text, in which its full stop must be."""


@over_rows(
    "BC506",
    "not-a-sentence",
    severity=Severity.WARNING,
    table="claims",
    reads=("claims",),
    message="the text of claim {claim_id} is not a sentence: {text}",
    field="text",
)
def not_a_sentence(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the texts of one word, without a capital at the beginning, or without a full stop at the end."""
    text = nw.col("text")
    whole = text.str.contains(_BEGINNING) & text.str.tail(_SIGNS).str.contains(_END)
    return scope.text("claims").select("_row", "claim_id", "text").filter(~whole)
