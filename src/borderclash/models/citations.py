"""The table `citations`."""

from typing import Annotated

from borderclash.kinds import KEY, ClaimRef, Note, Quote, SourceRef
from borderclash.models.row import Row
from borderclash.vocab import Relation

__all__ = ["Citation"]


class Citation(Row):
    """A source that carries a claim."""

    claim_id: Annotated[ClaimRef, KEY]
    """The claim."""
    source_id: Annotated[SourceRef, KEY]
    """The source it was read in."""
    relation: Relation
    """How the source carries it."""
    locator: Note | None = None
    """Where in a long document: a page, a paragraph, a heading."""
    quote: Quote | None = None
    """At most twelve words of the speaker's own, only where the wording matters, in the source's language."""
