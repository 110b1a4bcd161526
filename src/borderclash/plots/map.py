"""The map: where incidents are said to have been, as areas as wide as what is known, never as pins.

The borders are those of Natural Earth (1:10m, public domain, as packed in world-atlas 2.0.2), cut to the region and simplified to about
400 metres; they are the internationally recognised ones and take no part in the dispute.
"""

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from borderclash.dataset import Dataset
from borderclash.models import Incident, Place
from borderclash.plots.style import altair, finished, words
from borderclash.vocab import PlacePrecision

__all__ = ["borders", "incident_map", "located"]

_RADIUS_KM: Final = {
    PlacePrecision.EXACT: 1.0,
    PlacePrecision.SETTLEMENT: 2.0,
    PlacePrecision.NEAR_SETTLEMENT: 6.0,
    PlacePrecision.DISTRICT: 18.0,
    PlacePrecision.BORDER_SECTOR: 25.0,
    PlacePrecision.PROVINCE: 35.0,
}
"""How far from its point an incident may have been, where the place itself does not say; a country is not drawn."""
_KM_A_DEGREE: Final = 111.2
_CORNERS: Final = 36
_BORDER: Final = (43.9, 47.4, 38.75, 41.4)
"""West, east, south and north of what is always drawn."""
_LETTER: Final = 12
_STATES: Final[Sequence[dict[str, Any]]] = (
    {"name": "ARMENIA", "lon": 44.65, "lat": 40.45},
    {"name": "AZERBAIJAN", "lon": 46.9, "lat": 40.45},
    {"name": "IRAN", "lon": 45.1, "lat": 38.88},
    {"name": "GEORGIA", "lon": 44.4, "lat": 41.32},
    {"name": "TURKEY", "lon": 44.15, "lat": 39.95},
)


@cache
def borders() -> dict[str, Any]:
    """Return the states of the region as GeoJSON."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "borders.geojson").read_text(encoding="utf-8"))
    return found


def located(dataset: Dataset, incident: Incident) -> tuple[Place, float] | None:
    """Return the place that stands for an incident on a map, and how many kilometres around it may be; None if none is known.

    It is the incident's own place if that has coordinates, else the first place with coordinates that its claims say was hit; then
    the incident is known no better than by its own precision.
    """
    radius = _RADIUS_KM.get(incident.place_precision)
    if radius is None:
        return None
    own = dataset.places.get(incident.place_id) if incident.place_id else None
    targets = (
        dataset.places[location.place_id]
        for claim in dataset.claims_of(incident.incident_id)
        for location in dataset.of("locations", claim.claim_id)
        if location.role.value == "target"
    )
    place = next((each for each in (own, *targets) if each and each.latitude is not None and each.longitude is not None), None)
    return (place, max(radius, float(place.uncertainty_km or 0))) if place else None


def incident_map(dataset: Dataset, *, width: int = 680, height: int = 560) -> Any:
    """Return the incidents over the borders of the region, in a picture of so many pixels; what is written on it keeps its size."""
    alt = altair()
    there = [(incident, found) for incident in dataset.incidents.values() if (found := located(dataset, incident))]
    counted = Counter((place.place_id, radius) for _, (place, radius) in there)
    areas: list[dict[str, Any]] = [
        {"type": "Feature", "geometry": _circle(place, radius), "place": place.name, "n": n, "km": radius}
        for (place_id, radius), n in sorted(counted.items(), key=lambda pair: -pair[0][1])
        for place in (dataset.places[place_id],)
    ]
    view = _view([corner for area in areas for corner in area["geometry"]["coordinates"][0]], width, height)
    often = Counter(place.place_id for _, (place, _) in there)
    top = [(dataset.places[place_id], n) for place_id, n in sorted(often.items(), key=lambda pair: (-pair[1], pair[0]))]
    labels = _labels(view, top)
    land = alt.Chart(alt.Data(values=borders()["features"])).mark_geoshape(fill="#F4F1EA", stroke="#777777", strokeWidth=0.8)
    drawn = (
        alt.Chart(alt.Data(values=areas))
        .mark_geoshape(stroke="#0072B2", strokeWidth=0.6, fill="#0072B2")
        .encode(
            fillOpacity=alt.FillOpacity("n:Q", scale=alt.Scale(type="sqrt", range=[0.12, 0.6]), legend=None),
            tooltip=["place:N", "n:Q", "km:Q"],
        )
    )
    chart = (
        alt.layer(land, _written(_STATES, color="#6B6B6B"), drawn, _written(labels, stroke="#FFFFFF", strokeWidth=3), _written(labels))
        .project(type="mercator", center=list(view.centre), scale=view.scale)
        .properties(width=width, height=height)
    )
    off = len(dataset.incidents) - len(there)
    subtitle = [
        "each area is as wide as what is known of the place; the darker, the more incidents",
        f"{words(off, 'incident')} with no coordinates in a gazetteer, or of a whole country, {'is' if off == 1 else 'are'} not drawn",
    ]
    says = f"Map of {words(len(there), 'incident')} at {words(len(counted), 'place')}; most at " + ", ".join(
        place.name for place, _ in top[:3]
    )
    return finished(chart, "Where incidents are said to have been", subtitle, f"{says}. {off} are not drawn.")  # type: ignore[arg-type]


def _written(labels: Any, **look: Any) -> Any:
    """Return names written on the map, each about its point."""
    alt = altair()
    return (
        alt.Chart(alt.Data(values=labels))
        .mark_text(**{"fontSize": _LETTER, "color": "#111111", **look})
        .encode(longitude="lon:Q", latitude="lat:Q", text="name:N")
    )


@dataclass(frozen=True)
class _View:
    """What of the world is drawn: Mercator about a centre, so many pixels to a radian."""

    centre: tuple[float, float]
    scale: float
    width: int
    height: int

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a place is drawn, in pixels right of and below the upper left corner."""
        across = math.radians(longitude - self.centre[0]) * self.scale
        up = (_stretched(latitude) - _stretched(self.centre[1])) * self.scale
        return self.width / 2 + across, self.height / 2 - up

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return which longitude and latitude are drawn at a point."""
        longitude = self.centre[0] + math.degrees((x - self.width / 2) / self.scale)
        return longitude, _unstretched(_stretched(self.centre[1]) + (self.height / 2 - y) / self.scale)


def _view(corners: list[list[float]], width: int, height: int) -> _View:
    """Return the view that holds the border from end to end, and all of the corners."""
    west, east, south, north = _BORDER
    west, east = min([west, *(corner[0] for corner in corners)]), max([east, *(corner[0] for corner in corners)])
    south, north = min([south, *(corner[1] for corner in corners)]), max([north, *(corner[1] for corner in corners)])
    low, high = _stretched(south), _stretched(north)
    scale = min(width / math.radians(east - west), height / (high - low))
    return _View(((west + east) / 2, _unstretched((low + high) / 2)), scale, width, height)


def _labels(view: _View, places: Sequence[tuple[Place, int]]) -> list[dict[str, Any]]:
    """Return the names of places with their incidents, each where no other is: those that come first choose first, the rest go without."""
    taken: list[tuple[float, float, float, float]] = []
    for state in _STATES:
        x, y = view.point(state["lon"], state["lat"])
        taken.append(_box(x, y, state["name"]))
    found = []
    for place, n in places:
        name = f"{place.name} ({n})"
        x, y = view.point(float(place.longitude or 0), float(place.latitude or 0))
        wide = len(name) * _LETTER * 0.3 + 6
        spots = ((x, y - _LETTER), (x, y + _LETTER), (x + wide, y), (x - wide, y), (x, y - 2.4 * _LETTER), (x, y + 2.4 * _LETTER))
        spot = next((spot for spot in spots if not any(_overlap(_box(*spot, name), box) for box in taken)), None)
        if spot:
            taken.append(_box(*spot, name))
            longitude, latitude = view.place(*spot)
            found.append({"name": name, "lon": round(longitude, 4), "lat": round(latitude, 4)})
    return found


def _box(x: float, y: float, text: str) -> tuple[float, float, float, float]:
    """Return the left, right, upper and lower end of what a text about a point takes up."""
    return x - len(text) * _LETTER * 0.3, x + len(text) * _LETTER * 0.3, y - _LETTER * 0.6, y + _LETTER * 0.6


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _stretched(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def _unstretched(up: float) -> float:
    return math.degrees(2 * math.atan(math.exp(up)) - math.pi / 2)


def _circle(place: Place, radius: float) -> dict[str, Any]:
    """Return a circle around a place as GeoJSON, its corners in the order in which what they enclose is small."""
    latitude, longitude = float(place.latitude or 0), float(place.longitude or 0)
    high = radius / _KM_A_DEGREE
    wide = high / math.cos(math.radians(latitude))
    turns = [-2 * math.pi * corner / _CORNERS for corner in range(_CORNERS)]
    ring = [[round(longitude + wide * math.cos(turn), 4), round(latitude + high * math.sin(turn), 4)] for turn in turns]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
