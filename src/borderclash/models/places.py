"""The table `places`."""

from typing import Annotated

from borderclash.kinds import KEY, CountryCode, Gazetteer, GeonamesId, Kilometres, Latitude, Longitude, Name, Note, PlaceId, PlaceRef
from borderclash.models.row import Row
from borderclash.vocab import PlaceKind

__all__ = ["Place"]


class Place(Row):
    """A place that claims or incidents name."""

    place_id: Annotated[PlaceId, KEY]
    """The place's id."""
    name: Name
    """A side-neutral English name; what each side calls it stands in `place_names`."""
    kind: PlaceKind
    """What sort of place it is."""
    within: PlaceRef | None = None
    """The next larger place that contains it."""
    country: CountryCode | None = None
    """The state it is internationally recognised to belong to; empty for a place that spans two."""
    latitude: Latitude | None = None
    """Degrees north, WGS 84, from the gazetteer named in `coordinates_from`."""
    longitude: Longitude | None = None
    """Degrees east, WGS 84, from the gazetteer named in `coordinates_from`."""
    uncertainty_km: Kilometres | None = None
    """How far from the point the place may reach or lie, in kilometres."""
    geonames: GeonamesId | None = None
    """Its feature in GeoNames (CC BY 4.0)."""
    coordinates_from: Gazetteer | None = None
    """The gazetteer the coordinates were taken from, such as `geonames`."""
    note: Note | None = None
    """What a reader must know about it."""
