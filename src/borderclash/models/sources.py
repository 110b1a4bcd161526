"""The table `sources`."""

from typing import Annotated

from borderclash.kinds import KEY, ActorRef, Day, LanguageTag, SourceId, Title, Url
from borderclash.models.row import Row
from borderclash.vocab import SourceKind

__all__ = ["Source"]


class Source(Row):
    """One document that was read."""

    source_id: Annotated[SourceId, KEY]
    """The source's id."""
    publisher: ActorRef
    """Who published it; a mirror domain has its original's publisher."""
    agency: ActorRef | None = None
    """The body the text comes from, such as a wire or a ministry whose text is reprinted; copies count once as evidence."""
    title: Title
    """The document's own title, in its own language."""
    url: Url
    """The address at which it was read, exactly."""
    archive_url: Url | None = None
    """The address of an archived copy."""
    published: Day | None = None
    """The day it was published, local time; empty where the page does not say."""
    accessed: Day
    """The day it was read."""
    language: LanguageTag
    """The language it was read in."""
    kind: SourceKind
    """What sort of document it is."""
