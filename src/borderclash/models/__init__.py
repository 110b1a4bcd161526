"""The twelve tables as frozen Pydantic models, one file a table: a field is written once, here."""

from typing import Final

from borderclash.models.actors import Actor
from borderclash.models.citations import Citation
from borderclash.models.claims import Claim
from borderclash.models.figures import Figure
from borderclash.models.incidents import Incident
from borderclash.models.locations import Location
from borderclash.models.place_names import PlaceName
from borderclash.models.places import Place
from borderclash.models.replies import Reply
from borderclash.models.row import Row
from borderclash.models.searches import Search
from borderclash.models.sources import Source
from borderclash.models.waivers import Waiver

__all__ = [
    "MODELS",
    "Actor",
    "Citation",
    "Claim",
    "Figure",
    "Incident",
    "Location",
    "Place",
    "PlaceName",
    "Reply",
    "Row",
    "Search",
    "Source",
    "Waiver",
]

MODELS: Final[dict[str, type[Row]]] = {
    "actors": Actor,
    "places": Place,
    "place_names": PlaceName,
    "sources": Source,
    "incidents": Incident,
    "claims": Claim,
    "locations": Location,
    "citations": Citation,
    "replies": Reply,
    "searches": Search,
    "figures": Figure,
    "waivers": Waiver,
}
"""The model of each table, in the order in which tables are read and printed."""
