"""Which incident of one coder is which of the other, and which accusation: by what they say, not by their ids alone.

Of all pairings the one with the greatest sum of likeness is taken, found by `scipy` (each row in one pair at most); pairs that are not
like enough stay single.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from borderclash.dataset import Dataset
from borderclash.errors import MissingExtraError
from borderclash.models import Claim, Incident

__all__ = ["match_accusations", "match_incidents"]

T = TypeVar("T")
_INCIDENT_LEAST = 4.0
_CLAIM_LEAST = 4.0


def match_incidents(a: Dataset, b: Dataset, ours: Sequence[Incident], theirs: Sequence[Incident]) -> list[tuple[Incident, Incident]]:
    """Return the pairs of incidents that are one.

    Likeness: 3 for the same id; up to 3 for days that overlap or lie next to each other, without which nothing is alike; 2 for the same
    place, 1 for one inside the other or places of both named by both; up to 2 for shared pages; 1 for the same side accusing.
    """
    return _paired(ours, theirs, lambda one, other: _incident_likeness(a, b, one, other), _INCIDENT_LEAST)


def match_accusations(a: Dataset, b: Dataset, one: Incident, other: Incident) -> list[tuple[Claim, Claim]]:
    """Return the pairs of accusations of two matched incidents that are one.

    Likeness: 3 for the same speaker, 1 for one of the same side, without either nothing is alike; 2 for the same side accused; 2 for
    the same act; up to 2 for shared pages; up to 1 for shared places; half for the same day.
    """
    ours, theirs = _accusations(a, one), _accusations(b, other)
    return _paired(ours, theirs, lambda x, y: _claim_likeness(a, b, x, y), _CLAIM_LEAST)


def _paired(ours: Sequence[T], theirs: Sequence[T], likeness: Callable[[T, T], float], least: float) -> list[tuple[T, T]]:
    if not ours or not theirs:
        return []
    try:
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - only who compares needs it
    except ImportError as error:
        raise MissingExtraError("scipy", "agreement") from error
    scores = [[likeness(x, y) for y in theirs] for x in ours]
    kept = [[score if score >= least else 0.0 for score in row] for row in scores]
    rows, columns = linear_sum_assignment(kept, maximize=True)
    return [(ours[row], theirs[column]) for row, column in zip(rows, columns, strict=True) if kept[row][column] > 0]


def _accusations(dataset: Dataset, incident: Incident) -> list[Claim]:
    return [claim for claim in dataset.claims_of(incident.incident_id) if claim.accused]


def _incident_likeness(a: Dataset, b: Dataset, one: Incident, other: Incident) -> float:
    days = _days(one, other)
    if not days:
        return 0
    places = _places(a, one) & _places(b, other)
    score = days + (3 if one.incident_id == other.incident_id else 0)
    score += 2 if one.place_id == other.place_id else 1 if places else 0
    score += 2 * _shared(_pages(a, one), _pages(b, other))
    sides = [{ds.actors[claim.speaker].side for claim in _accusations(ds, each)} for ds, each in ((a, one), (b, other))]
    return score + (1 if sides[0] & sides[1] else 0)


def _days(one: Incident, other: Incident) -> float:
    """Return 3 for the same days, 2 for some that overlap, 1 for neighbours, 0 for others."""
    spans = [(each.date_start, each.date_end or each.date_start) for each in (one, other)]
    if spans[0] == spans[1]:
        return 3
    gap = (max(spans[0][0], spans[1][0]) - min(spans[0][1], spans[1][1])).days
    return 2 if gap <= 0 else 1 if gap == 1 else 0


def _claim_likeness(a: Dataset, b: Dataset, one: Claim, other: Claim) -> float:
    same = 3.0 if one.speaker == other.speaker else 1.0 if _side(a, one.speaker) == _side(b, other.speaker) else 0.0
    if not same:
        return 0
    score = same + (2 if _side(a, one.accused) == _side(b, other.accused) else 0) + (2 if one.act == other.act else 0)
    pages = [
        {ds.sources[citation.source_id].url for citation in ds.of("citations", claim.claim_id)} for ds, claim in ((a, one), (b, other))
    ]
    places = [{location.place_id for location in ds.of("locations", claim.claim_id)} for ds, claim in ((a, one), (b, other))]
    return score + 2 * _shared(*pages) + _shared(*places) + (0.5 if one.said_on == other.said_on else 0)


def _side(dataset: Dataset, actor: str | None) -> str | None:
    return dataset.actors[actor].side or actor if actor else None


def _pages(dataset: Dataset, incident: Incident) -> set[str]:
    claims = dataset.claims_of(incident.incident_id)
    return {dataset.sources[citation.source_id].url for claim in claims for citation in dataset.of("citations", claim.claim_id)}


def _places(dataset: Dataset, incident: Incident) -> set[str]:
    named = {location.place_id for claim in dataset.claims_of(incident.incident_id) for location in dataset.of("locations", claim.claim_id)}
    return set(_around(dataset, named | ({incident.place_id} if incident.place_id else set())))


def _around(dataset: Dataset, places: set[str]) -> Iterator[str]:
    """Yield places, and what those lie in up to a province; a country would make everything alike."""
    for place in places:
        at: str | None = place
        while at and dataset.places[at].kind.value != "country":
            yield at
            at = dataset.places[at].within


def _shared(one: set[Any], other: set[Any]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
