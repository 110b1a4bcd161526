"""The table `claims`."""

from typing import Annotated

from borderclash.kinds import KEY, ActorRef, ClaimId, Clock, Day, IncidentRef, Minute, Note, Sentence
from borderclash.models.row import Row
from borderclash.vocab import Act

__all__ = ["Claim"]


class Claim(Row):
    """One thing that one speaker said about one incident. With `accused` it is an accusation."""

    claim_id: Annotated[ClaimId, KEY]
    """`<incident_id>.<actor_id>[-n]`, in order of entry; given once, never renamed."""
    incident_id: IncidentRef
    """The incident it is about."""
    speaker: ActorRef
    """Who said it."""
    accused: ActorRef | None = None
    """Whose forces or organs it charges with the act; one a claim."""
    act: Act | None = None
    """The gravest act alleged; a bare denial has none."""
    text: Sentence
    """What was said, in one neutral sentence of ours whose unspoken subject is the speaker."""
    said_on: Day | None = None
    """The day it was said; when empty, read as the earliest day one of its sources was published."""
    said_at: Clock | None = None
    """The local time it was said."""
    alleged_from: Minute | None = None
    """The first minute of what is alleged, only where an hour is given."""
    alleged_to: Minute | None = None
    """The last minute of what is alleged, only where an hour is given."""
    note: Note | None = None
    """What a reader must know about it."""
