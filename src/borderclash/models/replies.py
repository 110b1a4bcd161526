"""The table `replies`."""

from typing import Annotated

from borderclash.kinds import KEY, ClaimRef, Note
from borderclash.models.row import Row
from borderclash.vocab import Aspect, Basis, Stance

__all__ = ["Reply"]


class Reply(Row):
    """A claim that answers another claim."""

    reply_id: Annotated[ClaimRef, KEY]
    """The claim that answers."""
    answers: Annotated[ClaimRef, KEY]
    """The claim that is answered."""
    aspect: Annotated[Aspect, KEY]
    """Which part of it is answered."""
    stance: Stance
    """What the reply does to it."""
    basis: Basis
    """Why it is held to be an answer to it."""
    note: Note | None = None
    """What a reader must know about it."""
