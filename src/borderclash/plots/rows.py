"""What a plot is drawn of: a dataset, or the frame of the view that holds the same; either becomes the same few plain rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from narwhals.stable import v2 as nw

from borderclash.dataset import Dataset
from borderclash.errors import UnreadableError
from borderclash.models import Incident, Place
from borderclash.vocab import LocationRole, Measure, PlacePrecision, ReplyStatus

__all__ = ["NO_VOICE", "RADIUS_KM", "Charge", "Spot", "Start", "Toll", "charges", "located", "spots", "starts", "tolls_stated"]

NO_VOICE: Final = "voices of no side"
_NO_ACCUSED: Final = "accused of no side"
_LOSSES: Final = tuple(
    measure.value
    for measure in (Measure.KILLED, Measure.WOUNDED, Measure.CAPTURED, Measure.MISSING, Measure.KILLED_OR_MISSING, Measure.CASUALTIES)
)
RADIUS_KM: Final = {
    PlacePrecision.EXACT: 1.0,
    PlacePrecision.SETTLEMENT: 2.0,
    PlacePrecision.NEAR_SETTLEMENT: 6.0,
    PlacePrecision.DISTRICT: 18.0,
    PlacePrecision.BORDER_SECTOR: 25.0,
    PlacePrecision.PROVINCE: 35.0,
}
"""How far from its point an incident may have been, where the place itself does not say; a country is not drawn."""


@dataclass(frozen=True)
class Charge:
    """One accusation: the sides by name, the day it was said, and how and how soon it was answered."""

    accuser: str
    accused: str
    said: date | None
    status: str
    answered: bool
    lag: int | None


@dataclass(frozen=True)
class Start:
    """One incident: its first day, and the sides whose media are among its sources, by name."""

    day: date
    sides: tuple[str, ...]


@dataclass(frozen=True)
class Toll:
    """One figure of people lost, as one speaker stated it."""

    incident: str
    title: str
    speaker: str
    said: date | None
    measure: str
    category: str
    party: str
    low: float
    high: float
    qualifier: str


@dataclass(frozen=True)
class Spot:
    """A point, what it is called, and how many kilometres around it an incident may have been."""

    key: str
    name: str
    longitude: float
    latitude: float
    km: float


def charges(data: Any) -> list[Charge]:
    """Return the accusations of a dataset or of the view `accusations`."""
    if isinstance(data, Dataset):
        return [
            Charge(
                _side_of(data, claim.speaker, NO_VOICE),
                _side_of(data, claim.accused, _NO_ACCUSED),
                (outcome := data.outcomes[claim.claim_id]).said,
                outcome.status.value,
                outcome.replies > 0,
                outcome.reply_lag_days,
            )
            for claim in data.claims.values()
            if claim.accused
        ]
    needed = ("speaker_side", "accused_side", "said_on", "reply_status", "replies", "reply_lag_days")
    rows = _read(data, "accusations", needed, ("speaker", "speaker_name", "accused", "accused_name"))
    names = {row.get(who): row.get(f"{who}_name") for row in rows for who in ("speaker", "accused")}
    known = {status.value for status in ReplyStatus}
    strange = next((row["reply_status"] for row in rows if row["reply_status"] not in known), None)
    if rows and strange is not None:
        raise UnreadableError(f"{strange!r} is no reply status; draw the view as it comes: {_ASKED['accusations']}")
    return [
        Charge(
            _called(row["speaker_side"], names, NO_VOICE),
            _called(row["accused_side"], names, _NO_ACCUSED),
            _day(row["said_on"]),
            row["reply_status"],
            (row["replies"] or 0) > 0,
            None if row["reply_lag_days"] is None else int(row["reply_lag_days"]),
        )
        for row in rows
    ]


def starts(data: Any) -> list[Start]:
    """Return the incidents of a dataset or of the view `incidents`."""
    if isinstance(data, Dataset):
        return [
            Start(incident.date_start, tuple(data.actors[side].name for side in _sourced(data, incident.incident_id)))
            for incident in data.incidents.values()
        ]
    rows = _read(data, "incidents", ("date_start", "sides_sourced"))
    return [
        Start(day, tuple(_called(side, {}, "") for side in (row["sides_sourced"] or "").split()))
        for row in rows
        if (day := _day(row["date_start"]))
    ]


def tolls_stated(data: Any) -> list[Toll]:
    """Return the figures of people lost of a dataset or of the view `tolls`."""
    if isinstance(data, Dataset):
        return [
            Toll(
                claim.incident_id,
                data.incidents[claim.incident_id].title,
                data.actors[claim.speaker].name,
                data.outcomes[claim.claim_id].said,
                figure.measure.value,
                figure.category.value,
                data.actors[figure.party].name,
                float(figure.low),
                float(figure.low if figure.high is None else figure.high),
                figure.qualifier.value,
            )
            for figure in data.figures
            if figure.measure.value in _LOSSES and figure.low is not None and (claim := data.claims[figure.claim_id])
        ]
    needed = ("incident_id", "title", "speaker_name", "said_on", "measure", "category", "party_name", "low", "high", "qualifier")
    return [
        Toll(
            row["incident_id"],
            row["title"],
            row["speaker_name"],
            _day(row["said_on"]),
            row["measure"],
            row["category"],
            row["party_name"],
            float(row["low"]),
            float(row["low"] if row["high"] is None else row["high"]),
            row["qualifier"],
        )
        for row in _read(data, "tolls", needed)
        if row["measure"] in _LOSSES and row["low"] is not None
    ]


def spots(data: Any) -> tuple[list[Spot], int]:
    """Return where the incidents of a dataset or of the view `incidents` are drawn, and how many incidents there are."""
    if isinstance(data, Dataset):
        found = [each for incident in data.incidents.values() if (each := located(data, incident))]
        return [
            Spot(place.place_id, place.name, float(place.longitude or 0), float(place.latitude or 0), radius) for place, radius in found
        ], len(data.incidents)
    needed = ("place_id", "place", "place_precision", "latitude", "longitude", "uncertainty_km")
    rows = _read(data, "incidents", needed)
    radii = {word.value: radius for word, radius in RADIUS_KM.items()}
    return [
        Spot(row["place_id"], row["place"], float(row["longitude"]), float(row["latitude"]), max(radius, float(row["uncertainty_km"] or 0)))
        for row in rows
        if row["latitude"] is not None and row["longitude"] is not None and (radius := radii.get(row["place_precision"]))
    ], len(rows)


def located(dataset: Dataset, incident: Incident) -> tuple[Place, float] | None:
    """Return the place that stands for an incident on a map, and how many kilometres around it may be; None if none is known.

    It is the incident's own place if that has coordinates, else the first place with coordinates that its claims say was hit; then
    the incident is known no better than by its own precision.
    """
    radius = RADIUS_KM.get(incident.place_precision)
    if radius is None:
        return None
    own = dataset.places.get(incident.place_id) if incident.place_id else None
    targets = (
        dataset.places[location.place_id]
        for claim in dataset.claims_of(incident.incident_id)
        for location in dataset.of("locations", claim.claim_id)
        if location.role is LocationRole.TARGET
    )
    place = next((each for each in (own, *targets) if each and each.latitude is not None and each.longitude is not None), None)
    return (place, max(radius, float(place.uncertainty_km or 0))) if place else None


def _sourced(dataset: Dataset, incident_id: str) -> Sequence[str]:
    return sorted({side for claim in dataset.claims_of(incident_id) for side in dataset.outcomes[claim.claim_id].sides_sourced})


def _side_of(dataset: Dataset, actor: str, nobody: str) -> str:
    side = dataset.actors[actor].side
    return dataset.actors[side].name if side else nobody


def _called(side: str | None, names: Mapping[Any, Any], nobody: str) -> str:
    """Return what a side is called: by the frame, if the party itself is in it, else by its id in words."""
    if side is None:
        return nobody
    words = side.replace("-", " ")
    return names.get(side) or words[:1].upper() + words[1:]


_ASKED: Final = {view: f'bc.view("{view}")' for view in ("accusations", "incidents", "tolls")}


def _read(frame: Any, view: str, needed: Sequence[str], wanted: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Return the rows of a frame as plain Python values, an empty cell as None.

    Raises:
        UnreadableError: if it is no frame, or lacks a column that is needed.
    """
    hint = f"give a dataset, as bc.load() returns, or the view {view}, as {_ASKED[view]} returns"
    try:
        made: Any = nw.from_native(frame)
        there = made.collect_schema().names()
    except (TypeError, AttributeError) as error:
        raise UnreadableError(f"this cannot be drawn of {type(frame).__name__}; {hint}") from error
    if isinstance(made, nw.LazyFrame) and not made.implementation.is_duckdb():
        raise UnreadableError(f"this is a lazy frame of {made.implementation.value}; collect it first, then pass the result")
    missing = [name for name in needed if name not in there]
    if missing:
        raise UnreadableError(f"this frame has no column {', '.join(missing)}; {hint}")
    names = [*needed, *(name for name in wanted if name in there)]
    return [dict(zip(names, map(_plain, row), strict=True)) for row in _fetched(made.select(*names))]


def _fetched(frame: Any) -> Iterable[Sequence[Any]]:
    native = frame.to_native()
    if hasattr(native, "fetchall"):  # DuckDB, whose own fetch needs no pyarrow
        rows: Iterable[Sequence[Any]] = native.fetchall()
        return rows
    fetched: Iterable[Sequence[Any]] = frame.iter_rows()
    return fetched


def _plain(value: Any) -> Any:
    """Return a cell, None for what the library at hand writes for an empty one."""
    return None if value is None or type(value).__name__ in ("NAType", "NaTType") or value != value else value  # noqa: PLR0124 - NaN


def _day(value: Any) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    return value.date() if isinstance(value, datetime) else date.fromisoformat(str(value)[:10])
