"""The table `locations`."""

from typing import Annotated

from borderclash.kinds import KEY, ClaimRef, PlaceRef
from borderclash.models.row import Row
from borderclash.vocab import LocationRole

__all__ = ["Location"]


class Location(Row):
    """A place that a claim names."""

    claim_id: Annotated[ClaimRef, KEY]
    """The claim."""
    place_id: Annotated[PlaceRef, KEY]
    """The place."""
    role: Annotated[LocationRole, KEY]
    """What the place is in the claim."""
