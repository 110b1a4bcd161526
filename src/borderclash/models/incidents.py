"""The table `incidents`."""

from typing import Annotated

from borderclash.kinds import KEY, Day, IncidentId, IncidentRef, Note, PlaceRef, Title
from borderclash.models.row import Row
from borderclash.vocab import DatePrecision, PlacePrecision

__all__ = ["Incident"]


class Incident(Row):
    """What a set of claims is about: not a finding that anything happened."""

    incident_id: Annotated[IncidentId, KEY]
    """The day and the place, `<day>-<place_id>[-n]`; given once, never renamed."""
    title: Title
    """A neutral title in our words, which sides with no account."""
    date_start: Day
    """The first day, as well as `date_precision` says."""
    date_end: Day | None = None
    """The last day; empty while it is still going on."""
    date_precision: DatePrecision
    """How well start and end are known."""
    place_id: PlaceRef | None = None
    """The smallest place into which every account fits."""
    place_precision: PlacePrecision
    """How closely the place is known."""
    part_of: IncidentRef | None = None
    """The larger incident, such as a battle in several sectors, that this is a part of."""
    note: Note | None = None
    """What a reader must know about it."""
