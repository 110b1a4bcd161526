"""The text of a claim says what happened, and not what the speaker says.

## Why it matters

Nothing here says what happened. "Armenian forces fired on positions near Kut" is a verdict; "Says Armenian forces fired on its
positions near Kut" is a claim. Copied into a table or a map, the first speaks with our voice.

## How to fix

Begin the text with what the speaker does: `Says`, `Denies`, `Calls`, `Demands`. The unspoken subject is the speaker.

## Breaks

```csv claims
claim_id,incident_id,speaker,text
2021-05-25-kut.am-mod,2021-05-25-kut,am-mod,Azerbaijani forces fired on positions near Kut.
2021-05-25-kut.am-mfa,2021-05-25-kut,am-mfa,Positions near Kut came under fire.
2021-05-25-kut.am-mod-2,2021-05-25-kut,am-mod,The fire was opened by the other side.
```

Found:

- `2021-05-25-kut.am-mod`
- `2021-05-25-kut.am-mfa`
- `2021-05-25-kut.am-mod-2`

## Holds

```csv claims
claim_id,incident_id,speaker,text
2021-05-25-kut.am-mod,2021-05-25-kut,am-mod,Says Azerbaijani forces fired on its positions near Kut.
2021-05-25-kut.am-mfa,2021-05-25-kut,am-mfa,"Categorically denies the statement, and calls it disinformation."
2021-05-25-kut.az-mod,2021-05-25-kut,az-mod,"Asked about the shooting, refuses to comment."
2021-05-25-kut.az-mfa,2021-05-25-kut,az-mfa,Refuted the report.
2021-05-25-kut.az-mfa-2,2021-05-25-kut,az-mfa,"In a call with its counterpart, calls for calm."
```
"""

from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.rules.rule import over_rows
from borderclash.rules.scope import Scope
from borderclash.vocab import Severity

_SPEAKS: Final = (
    "accept accuse acknowledge add address admit advise affirm agree allege allow announce answer apologise appeal argue ascribe ask "
    "assert assess assure attribute believe blame brief call categorise caution characterise charge cite claim classify comment commit "
    "complain concede conclude condemn confirm congratulate consider contend contest contradict contrast convey correct count criticise "
    "date dedicate decide declare decline demand denounce deny deplore depict describe detail dismiss dispute doubt echo emphasise "
    "enumerate estimate exclude expect explain express extend find follow forecast give greet grieve guarantee hail highlight hint hold "
    "hope identify imply indicate inform insist instruct invite invoke issue judge justify lament lay leave liken link list locate "
    "maintain mark mention mourn name note notify object offer oppose order outline own pay place play pledge point portray post praise "
    "predict present press proclaim promise propose protest publish put question quote raise rate react read reaffirm rebuff rebuke "
    "recall recognise recommend record refer refrain refuse refute regard register regret reiterate reject release relay remark remind "
    "repeat reply report reproach request require reserve resolve respond restate retort retract reveal review rule salute say see send "
    "set show sign speak specify speculate spell state stress submit suggest sum support suppose suspect swear take tell testify thank "
    "apologize back beg brand categorize challenge characterize corroborate criticize deem disagree emphasize mock open reassure "
    "recognize reconfirm share shrug stand term think "
    "threaten trace underline underscore urge use view voice vote vow warn welcome wish withdraw withhold wonder write"
)
_IRREGULAR: Final = (
    "Said Told Gave Given Held Laid Left Paid Put Read Saw Sent Set Shown Spoke Swore Took Withdrew Withheld Wrote Found Made Makes "
    "Denies Denied Replies Replied Justifies Justified Identifies Identified Specifies Specified Clarifies Clarified Testifies "
    "Testified Notifies Notified Classifies Classified Implies Implied Is Was Has Had Cannot Does Did"
)


def _opening() -> str:
    """Return the pattern of a text that begins with what somebody says, perhaps after a phrase or an adverb."""
    stems = {verb.removesuffix("e").removesuffix("y").title() for verb in _SPEAKS.split()}
    verbs = "|".join(sorted(stems))
    forms = rf"(?:{verbs})(?:e?s|e?d|ies|ied|ys|yed|\p{{L}}ed)"
    words = "|".join(_IRREGULAR.split())
    return rf"(?i)^[\"“«(]*(?:[^,.]{{1,60}}, )?(?:(?:\p{{L}}+ly|again|also|once more),? )?(?:{forms}|{words})(?:[^\p{{L}}\p{{M}}\p{{N}}]|$)"


@over_rows(
    "BC503",
    "claim-in-our-voice",
    severity=Severity.WARNING,
    table="claims",
    reads=("claims",),
    message="the text of claim {claim_id} does not begin with what its speaker says or does: {text}",
    field="text",
)
def claim_in_our_voice(scope: Scope) -> nw.LazyFrame[Any]:
    """Find the texts whose first word, but for an adverb or a phrase and a comma, is no verb of saying."""
    return scope.text("claims").select("_row", "claim_id", "text").filter(~nw.col("text").str.contains(_opening()))
