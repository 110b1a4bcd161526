"""Our own words take a side: a loaded word stands outside quotation marks.

## Why it matters

"Provocation", "occupier", "liberated", "adversary": each is one side's word for what the other calls something else, and each slips in
when a bulletin is put in other words at two in the morning. Who reads it takes it for ours.

## How to fix

Take the neutral word, or put the loaded one in quotation marks if the wording itself is the point. The words, and what to write
instead, are listed as `loaded_words` under `borderclash` in `datapackage.json`.

## Breaks

```json settings
{"loaded_words": [{"word": "adversary", "instead": "the other side"}, {"word": "provocation", "instead": "incident"},
 {"word": "so-called", "instead": "the name alone"}]}
```

```csv claims
claim_id,incident_id,speaker,text,note
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,Says the Adversary's fire was suppressed.,
2021-05-28-nakhchivan.az-mfa,2021-05-28-nakhchivan,az-mfa,Says its positions came under fire.,One of several provocations of that week.
2021-05-28-nakhchivan.am-mod,2021-05-28-nakhchivan,am-mod,Rejects a «blatant lie» and the so-called map.,
```

```csv incidents
incident_id,title,date_start,date_precision,place_precision
2021-05-28-nakhchivan,Provocation in Nakhchivan,2021-05-28,day,province
```

Found:

- `2021-05-28-nakhchivan`
- `2021-05-28-nakhchivan.am-mod`
- `2021-05-28-nakhchivan.az-mfa`
- `2021-05-28-nakhchivan.az-mod`

## Holds

```json settings
{"loaded_words": [{"word": "adversary", "instead": "the other side"}, {"word": "provocation", "instead": "incident"}]}
```

```csv claims
claim_id,incident_id,speaker,text,note
2021-05-28-nakhchivan.az-mod,2021-05-28-nakhchivan,az-mod,"Says the other side's fire was a ""provocation"".",Adversarial wording.
2021-05-28-nakhchivan.az-mfa,2021-05-28-nakhchivan,az-mfa,Says it was a “pre-planned provocation”.,The Russian text has «provocation».
```

```csv sources
source_id,publisher,title
trend-3430808,trend,Provocation of the adversary suppressed
```
"""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from narwhals.stable import v2 as nw

from borderclash.findings import NotRun
from borderclash.rules.bc5_wording.prose import PROSE, QUOTATION, any_of, blamed, listed, unquoted
from borderclash.rules.rule import Broken, over_tables
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

_READS = tuple(dict.fromkeys(table for table, _ in PROSE))
_ENDING = "(?:s|es)?"


@over_tables(
    "BC501",
    "loaded-word",
    severity=Severity.WARNING,
    reads=_READS,
    needs=("loaded_words",),
    message="the {field} of {key} has a loaded word in our own voice",
)
def loaded_word(scope: Scope) -> Iterable[Broken | NotRun]:
    """Find the cells of ours in which a word of the package's list stands outside quotation marks."""
    words = {entry.word.lower(): entry.instead for entry in scope.settings.loaded_words}
    pattern = f"(?i){any_of(words, _ENDING)}"

    def likely(cells: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        return cells.filter(nw.col("cell").str.to_lowercase().str.contains(listed(words))) if words else cells.head(0)

    def broken(cells: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        return cells.filter(unquoted("cell").str.contains(pattern))

    return blamed("BC501", scope, PROSE, likely, broken, partial(_instead, words))


def _instead(words: Mapping[str, str], text: str) -> str | None:
    """Say what to write for each loaded word in the text."""
    text = re.sub(QUOTATION, " ", text).lower()
    there = [word for word in words if re.search(rf"(?<!\w){re.escape(word)}{_ENDING}(?!\w)", text)]
    return "; ".join(f"for '{word}': {words[word]}" for word in there) or None
