"""Which places count as one and the same neighbourhood: those of one sector, and those a few kilometres apart."""

import math
from itertools import product
from typing import Any

from narwhals.stable import v2 as nw

from borderclash.rules.scope import Scope
from borderclash.vocab import PlaceKind

__all__ = ["NEAR_KM", "areas", "near"]

NEAR_KM = 5
"""How far two points may lie apart, in kilometres, and still be near."""

_SECTORS = [kind.value for kind in (PlaceKind.BORDER_SECTOR, PlaceKind.DISTRICT)]
_WIDE = [kind.value for kind in (PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.COUNTRY)]
_SPREAD = [*_SECTORS, *_WIDE, PlaceKind.ROAD.value, PlaceKind.RIVER.value]
_STEPS = 5
_CELLS = 10
_NORTH_KM, _EAST_KM = 110.57, 111.32


def areas(scope: Scope) -> nw.LazyFrame[Any]:
    """Return place_id and area: a place's border sector or district, or the place itself where it lies in none and is not wider."""
    places = scope["places"].select("place_id", "kind", "within")
    kinds = places.select(at="place_id", kind="kind", within="within")
    found, walk = [], places.select("place_id", at="place_id")
    for _ in range(_STEPS):
        here = walk.join(kinds, on="at")
        found.append(here.filter(nw.col("kind").is_in(_SECTORS)).select("place_id", area="at"))
        walk = here.filter(~nw.col("kind").is_in(_SECTORS)).select("place_id", at="within").drop_nulls()
    sectors = nw.concat(found, how="vertical")
    alone = places.filter(~nw.col("kind").is_in(_WIDE)).join(sectors, on="place_id", how="anti")
    return nw.concat([sectors, alone.select("place_id", area="place_id")], how="vertical")


def near(scope: Scope) -> nw.LazyFrame[Any]:
    """Return place_id and other, for every ordered pair of two points at most `NEAR_KM` apart.

    Places are keyed by cells of a tenth of a degree, and only those of neighbouring cells are measured, on the plane.
    """
    points = scope["places"].filter(~nw.col("kind").is_in(_SPREAD)).select("place_id", "latitude", "longitude").drop_nulls()
    cells = points.with_columns(
        row=(nw.col("latitude") * _CELLS).floor().cast(nw.Int64), column=(nw.col("longitude") * _CELLS).floor().cast(nw.Int64)
    )
    steps = product((-1, 0, 1), repeat=2)
    around = [cells.with_columns(row=nw.col("row") + north, column=nw.col("column") + east) for north, east in steps]
    others = nw.concat(around, how="vertical").select("row", "column", other="place_id", north="latitude", east="longitude")
    pairs = cells.join(others, on=["row", "column"]).filter(nw.col("place_id") != nw.col("other"))
    narrow = (nw.col("latitude") * (math.pi / 180)).cos()
    far_north = (nw.col("latitude") - nw.col("north")) * _NORTH_KM
    far_east = (nw.col("longitude") - nw.col("east")) * _EAST_KM * narrow
    return pairs.filter(far_north * far_north + far_east * far_east <= NEAR_KM**2).select("place_id", "other")
