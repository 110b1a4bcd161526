"""The table `place_names`."""

from typing import Annotated

from borderclash.kinds import KEY, LanguageTag, Name, PlaceRef
from borderclash.models.row import Row

__all__ = ["PlaceName"]


class PlaceName(Row):
    """A name that somebody uses for a place."""

    place_id: Annotated[PlaceRef, KEY]
    """The place."""
    language: Annotated[LanguageTag, KEY]
    """The language, and the script where it is not the usual one, of the name."""
    name: Annotated[Name, KEY]
    """The name as it is written in that language."""
