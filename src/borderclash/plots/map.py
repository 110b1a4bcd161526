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

from borderclash.plots.rows import RADIUS_KM, Spot, spots
from borderclash.plots.style import altair, finished, lines, words

__all__ = ["borders", "incident_map"]

_KM_A_DEGREE: Final = 111.2
_CORNERS: Final = 36
_MARGIN: Final = 0.97
"""How much of the picture is used, so that nothing is cut off at its edge."""
_BORDER: Final = (43.9, 47.4, 38.75, 41.4)
"""West, east, south and north of what is always drawn."""
_LETTER: Final = 12
_LAND: Final = "#F4F1EA"
_INK: Final = "#0072B2"
_SHADES: Final = ((1, "1"), (3, "2 or 3"), (8, "4 to 8"), (math.inf, "9 or more"))
"""How many incidents have which shade, and how that is told."""
_STRENGTHS: Final = (("1", 0.18), ("2 or 3", 0.4), ("4 to 8", 0.62), ("9 or more", 0.9))
_STATES: Final[Sequence[dict[str, Any]]] = (
    {"name": "ARMENIA", "lon": 44.65, "lat": 40.45},
    {"name": "AZERBAIJAN", "lon": 46.9, "lat": 40.45},
    {"name": "IRAN", "lon": 45.1, "lat": 38.88},
    {"name": "GEORGIA", "lon": 44.4, "lat": 41.32},
    {"name": "TURKEY", "lon": 44.15, "lat": 39.95},
)
_AROUND: Final = ((0, -1), (0, 1), (1, 0), (-1, 0), (0, -2.4), (0, 2.4), (1, -1.2), (-1, -1.2), (1, 1.2), (-1, 1.2))
"""Where a name may stand about its point: half its width across, a letter's height down."""
_REGIONS: Final[Sequence[dict[str, Any]]] = (
    {"name": "Nakhchivan", "lon": 45.55, "lat": 39.3},
    {"name": "Nagorno-Karabakh", "lon": 46.95, "lat": 39.97},
)
"""What the places of the data are often said to lie in, for finding one's way; no border is drawn around either."""


@cache
def borders() -> dict[str, Any]:
    """Return the states of the region as GeoJSON."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "borders.geojson").read_text(encoding="utf-8"))
    return found


def incident_map(data: Any, *, width: int = 640, height: int = 530) -> Any:
    """Return the incidents over the borders of the region, in a picture of so many pixels; what is written on it keeps its size.

    Args:
        data: a dataset, or the view `incidents` as a frame of pandas, polars, pyarrow or DuckDB. Of an incident whose own place has no
            coordinates, a dataset also knows the places that its claims say were hit; the view does not, and draws it not at all.
        width: of the map, in pixels.
        height: of the map, in pixels.

    Raises:
        UnreadableError: if `data` is neither.
    """
    alt = altair()
    there, every = spots(data)
    counted = Counter(there)
    often = Counter(spot.key for spot in there)
    names = {spot.key: spot for spot in there}
    top = [(names[key], n) for key, n in sorted(often.items(), key=lambda pair: (-pair[1], pair[0]))]
    areas = [_area(spot, n) for spot, n in sorted(counted.items(), key=lambda pair: (-pair[0].km, pair[1], pair[0].key))]
    view = _view([corner for area in areas for corner in area["geometry"]["coordinates"][0]], width, height)
    bar = _scale_bar(view)
    labels = _labels(view, top)
    land = alt.Chart(alt.Data(values=borders()["features"]))
    chart = (
        alt.layer(
            land.mark_geoshape(fill=_LAND),
            _shaded(areas),
            land.mark_geoshape(filled=False, stroke="#777777", strokeWidth=0.8),
            alt.Chart(alt.Data(values=areas)).mark_geoshape(filled=False, stroke=_INK, strokeWidth=0.8),
            _written(_STATES, color="#6B6B6B"),
            _written(_REGIONS, color="#6B6B6B", fontStyle="italic"),
            alt.Chart(alt.Data(values=[bar]))
            .mark_rule(stroke="#777777", strokeWidth=3)
            .encode(longitude="west:Q", latitude="lat:Q", longitude2="east:Q", latitude2="lat:Q"),
            _written([{"name": bar["name"], "lon": bar["middle"], "lat": bar["above"]}], color="#6B6B6B"),
            _written(labels, stroke="#FFFFFF", strokeWidth=3, strokeJoin="round"),
            _written(labels),
            _key(view),
        )
        .project(type="mercator", center=list(view.centre), scale=view.scale)
        .properties(width=width, height=height)
    )
    off = every - len(there)
    missing = f"{words(off, 'incident')} with no coordinates in a gazetteer, or of a whole country, {'is' if off == 1 else 'are'} not drawn"
    radii = ", ".join(f"{word.value.replace('-', ' ')} {km:g}" for word, km in RADIUS_KM.items())
    subtitle = lines(
        "An area is as wide as the place is known; the stronger its shade, the more incidents. The smaller area lies over the wider.",
        f"Its radius is what the place itself states, but by convention no less than, in km: {radii}.",
        f"{missing}.",
        width=width,
    )
    most = ", ".join(f"{spot.name} ({n})" for spot, n in top[:3])
    says = f"Map of {words(len(there), 'incident')} at {words(len(often), 'place')}{f'; most at {most}' if most else ''}. {missing}."
    return finished(chart, "Where incidents are said to have been", subtitle, says)


def _area(spot: Spot, n: int) -> dict[str, Any]:
    shade = next(name for most, name in _SHADES if n <= most)
    return {"type": "Feature", "geometry": _circle(spot), "place": spot.name, "n": n, "km": spot.km, "incidents": shade}


def _shaded(areas: Sequence[dict[str, Any]]) -> Any:
    """Return the areas filled; each first covers what lies beneath it with bare land, so that no two shades add up."""
    alt = altair()
    strength = dict(_STRENGTHS)
    rows = [
        {**area, "fill": fill, "strength": 1 if fill == _LAND else strength[area["incidents"]]} for area in areas for fill in (_LAND, _INK)
    ]
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_geoshape()
        .encode(
            fill=alt.Fill("fill:N", scale=None),
            fillOpacity=alt.FillOpacity("strength:Q", scale=None),
            tooltip=["place:N", "n:Q", "km:Q"],
        )
    )


def _key(view: "_View") -> Any:
    """Return the key to the shades, and nothing else that is seen."""
    alt = altair()
    longitude, latitude = view.centre
    names = [name for name, _ in _STRENGTHS]
    rows = [{"incidents": name, "lon": longitude, "lat": latitude} for name in names]
    scale = alt.Scale(type="ordinal", domain=names, range=[strength for _, strength in _STRENGTHS])
    legend = alt.Legend(title="incidents", symbolType="circle", symbolSize=160)
    return (
        alt.Chart(alt.Data(values=rows))
        .mark_point(filled=True, size=0, color=_INK)
        .encode(longitude="lon:Q", latitude="lat:Q", opacity=alt.Opacity("incidents:O", sort=names, scale=scale, legend=legend))
    )


def _scale_bar(view: "_View") -> dict[str, Any]:
    """Return a bar of so many whole kilometres in the lower left, about a fifth of the picture wide, and its label above it."""
    west, south = view.place(12, view.height - 14)
    km_a_pixel = math.degrees(1 / view.scale) * _KM_A_DEGREE * math.cos(math.radians(south))
    km = max((km for km in (10, 20, 50, 100, 200, 500, 1000) if km / km_a_pixel <= view.width / 5), default=10)
    middle, above = view.place(12 + km / km_a_pixel / 2, view.height - 25)
    east = view.place(12 + km / km_a_pixel, 0)[0]
    return {"name": f"{km} km", "west": west, "east": east, "lat": south, "middle": middle, "above": above}


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
    scale = min(width / math.radians(east - west), height / (high - low)) * _MARGIN
    return _View(((west + east) / 2, _unstretched((low + high) / 2)), scale, width, height)


def _labels(view: _View, places: Sequence[tuple[Spot, int]]) -> list[dict[str, Any]]:
    """Return the names of places with their incidents, each where no other is: those that come first choose first, the rest go without."""
    taken = [_box(*view.point(region["lon"], region["lat"]), region["name"]) for region in (*_STATES, *_REGIONS)]
    found = []
    for place, n in places:
        name = f"{place.name} ({n})"
        x, y = view.point(place.longitude, place.latitude)
        wide = len(name) * _LETTER * 0.3 + 6
        spots = [(x + across * wide, y + down * _LETTER) for across, down in _AROUND]
        free = (spot for spot in spots if not any(_overlap(_box(*spot, name), box) for box in taken))
        inside = (spot for spot in free if _box(*spot, name)[0] >= 0 and _box(*spot, name)[1] <= view.width)
        spot = next(inside, None)
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


def _circle(spot: Spot) -> dict[str, Any]:
    """Return a circle around a place as GeoJSON, its corners in the order in which what they enclose is small."""
    high = spot.km / _KM_A_DEGREE
    wide = high / math.cos(math.radians(spot.latitude))
    turns = [-2 * math.pi * corner / _CORNERS for corner in range(_CORNERS)]
    ring = [[round(spot.longitude + wide * math.cos(turn), 4), round(spot.latitude + high * math.sin(turn), 4)] for turn in turns]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
