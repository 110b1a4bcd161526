"""The table `searches`."""

from typing import Annotated

from borderclash.kinds import KEY, ActorRef, ClaimRef, Day, LanguageTag, Note, SourceRef
from borderclash.models.row import Row

__all__ = ["Search"]


class Search(Row):
    """A reply to a claim was looked for and not found."""

    claim_id: Annotated[ClaimRef, KEY]
    """The claim whose reply was looked for."""
    searched_on: Annotated[Day, KEY]
    """The day of the search, or of the page that says there was no comment yet."""
    outlet: Annotated[ActorRef, KEY]
    """Whose pages were searched."""
    language: Annotated[LanguageTag, KEY]
    """The language searched in."""
    source_id: SourceRef | None = None
    """The page that itself says no reply had been given, where there is one."""
    note: Note | None = None
    """How it was searched, or what came near."""
