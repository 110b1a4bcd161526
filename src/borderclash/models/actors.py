"""The table `actors`."""

from typing import Annotated

from borderclash.kinds import KEY, ActorId, ActorRef, CountryCode, Name, Note, WikidataId
from borderclash.models.row import Row
from borderclash.vocab import ActorKind

__all__ = ["Actor"]


class Actor(Row):
    """Someone who speaks, acts, is accused or publishes: a body or an office, never a private person."""

    actor_id: Annotated[ActorId, KEY]
    """The actor's id."""
    name: Name
    """What the actor is called in English."""
    kind: ActorKind
    """What sort of body it is."""
    side: ActorRef | None = None
    """The party it speaks for, itself an actor whose side is itself; empty where whom it serves is the dispute, or for no party."""
    country: CountryCode | None = None
    """The state it belongs to or is based in, where that is not the dispute."""
    wikidata: WikidataId | None = None
    """Its item in Wikidata."""
    note: Note | None = None
    """What a reader must know about it."""
