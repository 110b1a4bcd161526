"""What is derived and never stored: reply status, attribution, kinds, lag, evidence. One definition, used everywhere.

Every function takes the typed tables (anything that gives a narwhals `LazyFrame` by table name) and returns a lazy frame; nothing is
fetched here. Where the definitions of the words leave a choice, it was made so:

- A claim's day is `said_on`, else the earliest `published` of its sources; an undated reply counts as earlier than any dated one.
- Two replies of one day are ordered only if both have `said_at`; whatever is not ordered is a tie, and ties all stand.
- A reply that denies, confirms, justifies, counters or retracts is replaced by a later such reply of the same speaker to the same
  claim on the same aspect or on `whole`; nothing else replaces or is replaced.
- Queries and no-comment count only where no denial, confirmation, justification or counter-claim of the accused's side stands.
- A reply on `figures` neither counts nor replaces, for the status and for the voices beside it; nor does it make an echo.
- A reply whose every citation is `quoted-by-opponent` neither counts nor replaces; a reply without any citation counts here, because
  another rule already refuses it.
- A claim that answers itself is no reply.
- Sides compare `actors.side`; an actor with no side stands for itself.
- Where accuser and accused are of one side, sides cannot tell them apart: its own side is then the very speaker, and the accused's
  side the very accused actor.
- Where nobody is accused, or `unspecified` is, every voice with a side other than the speaker's answers; a voice without a side shows
  only in `others_deny` and `others_confirm`.
- An echo is a claim that `repeats` another of its own side, whatever carries it; it takes the status of the earliest said if it
  repeats several (of a tie, the one whose id sorts first), and so on through at most sixteen steps.
- Replies to an echo and searches for it are pooled with those of what it repeats, and judged by that claim's speaker and accused.
- A side's own `retracts` or `denies` makes a claim retracted on the aspects whole, act and intent; on target and place it decides
  nothing.
- Counters may stand beside a confirmation (admitted), and confirmations beside a justification (justified).
- A row of `replies` whose stance or aspect is no word of ours, or whose speaker is not to be found, counts as nothing; the claim it
  might have answered or echoed is then `doubtful`, so that nobody is blamed for a silence that may be a slip of the pen.
- The replies that are counted and dated are those of the accused's side that count, replaced or not: the first answer stays the first.
- Of claims said first at one time, the gravest act gives an incident its kind.
- A source's side is its publisher's; copies of one agency's text are one independent source, as are texts of one publisher.
"""

from borderclash.derive.base import Frame, Tables, minutes_between, said
from borderclash.derive.evidence import attribution, charging_sides, evidence, incident_evidence, kinds, speaking_sides
from borderclash.derive.replies import UNSPECIFIED, echoes_of
from borderclash.derive.status import answers, denied_aspects, exchanges, reply_status

__all__ = [
    "UNSPECIFIED",
    "Frame",
    "Tables",
    "answers",
    "attribution",
    "charging_sides",
    "denied_aspects",
    "echoes_of",
    "evidence",
    "exchanges",
    "incident_evidence",
    "kinds",
    "minutes_between",
    "reply_status",
    "said",
    "speaking_sides",
]
