"""The table `figures`."""

from typing import Annotated

from borderclash.kinds import KEY, ActorRef, ClaimRef, Note, Number, Unit
from borderclash.models.row import Row
from borderclash.vocab import Category, Measure, Qualifier

__all__ = ["Figure"]


class Figure(Row):
    """A number that somebody stated. Each side's number belongs to its own claim; there is no best one."""

    claim_id: Annotated[ClaimRef, KEY]
    """The claim that states it."""
    measure: Annotated[Measure, KEY]
    """What is counted."""
    party: Annotated[ActorRef, KEY]
    """Whose people or things are counted."""
    category: Annotated[Category, KEY]
    """Whom it counts."""
    unit: Annotated[Unit, KEY]
    """`persons` for people, else what is counted."""
    low: Number
    """The number, or the lower end of the speaker's own range; whole for persons."""
    high: Number | None = None
    """The upper end of the speaker's own range."""
    qualifier: Qualifier
    """How firmly it is stated."""
    note: Note | None = None
    """What a reader must know about it, such as another number in another source."""
