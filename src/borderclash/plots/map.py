"""The map: where incidents are said to have been, as areas as wide as what is known, never as pins.

The borders are those of Natural Earth (1:10m, public domain, as packed in world-atlas 2.0.2), cut to the region and simplified to about
400 metres; they are the internationally recognised ones and take no part in the dispute.
"""

import json
import math
from collections import Counter
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


def incident_map(dataset: Dataset) -> Any:
    """Return the incidents over the borders of the region."""
    alt = altair()
    there = [(incident, found) for incident in dataset.incidents.values() if (found := located(dataset, incident))]
    counted = Counter((place.place_id, radius) for _, (place, radius) in there)
    areas = [
        {"type": "Feature", "geometry": _circle(place, radius), "place": place.name, "n": n, "km": radius}
        for (place_id, radius), n in sorted(counted.items(), key=lambda pair: -pair[0][1])
        for place in (dataset.places[place_id],)
    ]
    top = Counter(place.place_id for _, (place, _) in there).most_common(8)
    labels = [
        {"name": place.name, "lon": float(place.longitude or 0), "lat": float(place.latitude or 0)}
        for place in (dataset.places[name] for name, _ in top)
    ]
    projection = {"type": "mercator", "center": [46.6, 40.05], "scale": 5200}
    land = alt.Chart(alt.Data(values=borders()["features"])).mark_geoshape(fill="#F4F1EA", stroke="#777777", strokeWidth=0.8)
    drawn = (
        alt.Chart(alt.Data(values=areas))
        .mark_geoshape(stroke="#0072B2", strokeWidth=0.6, fill="#0072B2")
        .encode(
            fillOpacity=alt.FillOpacity("n:Q", scale=alt.Scale(type="sqrt", range=[0.12, 0.6]), legend=alt.Legend(title="incidents")),
            tooltip=["place:N", "n:Q", "km:Q"],
        )
    )
    names = (
        alt.Chart(alt.Data(values=labels))
        .mark_text(fontSize=11, dy=-9, stroke="white", strokeWidth=0.3, color="#111111")
        .encode(longitude="lon:Q", latitude="lat:Q", text="name:N")
    )
    states = [
        {"name": "ARMENIA", "lon": 44.75, "lat": 40.45},
        {"name": "AZERBAIJAN", "lon": 47.6, "lat": 40.3},
        {"name": "IRAN", "lon": 46.6, "lat": 38.55},
        {"name": "GEORGIA", "lon": 45.0, "lat": 41.55},
        {"name": "TURKEY", "lon": 43.35, "lat": 40.2},
    ]
    titles = (
        alt.Chart(alt.Data(values=states))
        .mark_text(fontSize=11, color="#888888")
        .encode(longitude="lon:Q", latitude="lat:Q", text="name:N")
    )
    chart = alt.layer(land, titles, drawn, names).project(**projection).properties(width=680, height=520)
    off = len(dataset.incidents) - len(there)
    subtitle = [
        "each area is as wide as what is known of the place; the darker, the more incidents",
        f"{words(off, 'incident')} with no coordinates in a gazetteer, or of a whole country, {'is' if off == 1 else 'are'} not drawn",
    ]
    says = f"Map of {words(len(there), 'incident')} at {words(len(counted), 'place')}; most at " + ", ".join(
        str(label["name"]) for label in labels[:3]
    )
    return finished(chart, "Where incidents are said to have been", subtitle, f"{says}. {off} are not drawn.")  # type: ignore[arg-type]


def _circle(place: Place, radius: float) -> dict[str, Any]:
    """Return a circle around a place as GeoJSON, its corners in the order in which what they enclose is small."""
    latitude, longitude = float(place.latitude or 0), float(place.longitude or 0)
    high = radius / _KM_A_DEGREE
    wide = high / math.cos(math.radians(latitude))
    turns = [-2 * math.pi * corner / _CORNERS for corner in range(_CORNERS)]
    ring = [[round(longitude + wide * math.cos(turn), 4), round(latitude + high * math.sin(turn), 4)] for turn in turns]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
