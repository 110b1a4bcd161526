"""Two codings side by side: what was matched, how far the matched agree field by field, and what is left to settle."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from borderclash.contribute.agreement.match import match_accusations, match_incidents
from borderclash.contribute.agreement.statistics import Score, score
from borderclash.dataset import Dataset
from borderclash.models import Claim, Incident, Reply

__all__ = ["Agreement", "Disagreement", "agree"]

_NOTHING: Final = "-"


@dataclass(frozen=True)
class Disagreement:
    """One thing two coders wrote differently: of which incident (the first coder's id), which claim, which field, and what each wrote."""

    incident: str
    claim: str | None
    field: str
    a: str
    b: str


@dataclass(frozen=True)
class Agreement:
    """How far two codings agree.

    Attributes:
        incidents: the matched pairs of incident ids; only_a, only_b: the ids that one coder alone has.
        same_id: how many of the pairs have one id.
        accusations: the matched pairs of accusation ids.
        accusations_a, accusations_b: in matched incidents, the accusations that one coder alone has.
        scores: by field, how far the matched agree.
        disagreements: what is left to settle, by incident, claim and field.
    """

    incidents: tuple[tuple[str, str], ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    same_id: int
    accusations: tuple[tuple[str, str], ...]
    accusations_a: tuple[str, ...]
    accusations_b: tuple[str, ...]
    scores: Mapping[str, Score]
    disagreements: tuple[Disagreement, ...]


OfIncident = Callable[[Dataset, Incident], str]
OfClaim = Callable[[Dataset, Claim], str]

_OF_INCIDENT: Final[Mapping[str, OfIncident]] = {
    "date": lambda _, incident: f"{incident.date_start}/{incident.date_end or ''}",
    "date precision": lambda _, incident: incident.date_precision.value,
    "place": lambda _, incident: incident.place_id or _NOTHING,
    "place precision": lambda _, incident: incident.place_precision.value,
}
_OF_CLAIM: Final[Mapping[str, OfClaim]] = {
    "accused": lambda _, claim: claim.accused or _NOTHING,
    "act": lambda _, claim: claim.act.value if claim.act else _NOTHING,
    "reply status": lambda ds, claim: ds.outcomes[claim.claim_id].status.value,
    "aspect": lambda ds, claim: _joined(reply.aspect.value for reply in _counted(ds, claim)),
    "stance": lambda ds, claim: _joined(reply.stance.value for reply in _counted(ds, claim)),
    "said on": lambda ds, claim: str(ds.outcomes[claim.claim_id].said or _NOTHING),
    "figures": lambda ds, claim: _joined(
        f"{figure.measure.value} {figure.party} {figure.category.value} {figure.low}-{figure.high or ''} {figure.qualifier.value}"
        for figure in ds.of("figures", claim.claim_id)
    ),
}


def agree(a: Dataset, b: Dataset, *, leave_out: Collection[str] = (), since: date | None = None, until: date | None = None) -> Agreement:
    """Compare two codings.

    Args:
        a: one coder's dataset.
        b: the other's.
        leave_out: ids of incidents that were there before either began, so that nobody is praised for them.
        since: only incidents not over before this day.
        until: only incidents begun by this day.

    Raises:
        MissingExtraError: if a library that does the statistics is not installed.
    """
    ours, theirs = (_chosen(dataset, leave_out, since, until) for dataset in (a, b))
    pairs = match_incidents(a, b, ours, theirs)
    claims = [(one, other, match_accusations(a, b, one, other)) for one, other in pairs]
    matched = [(x, y) for _, _, found in claims for x, y in found]
    values: dict[str, list[tuple[str, str]]] = {
        field: [(tell(a, one), tell(b, other)) for one, other in pairs] for field, tell in _OF_INCIDENT.items()
    }
    values |= {field: [(tell(a, x), tell(b, y)) for x, y in matched] for field, tell in _OF_CLAIM.items()}
    taken_a, taken_b = {x.claim_id for x, _ in matched}, {y.claim_id for _, y in matched}
    return Agreement(
        incidents=tuple((one.incident_id, other.incident_id) for one, other in pairs),
        only_a=_single(ours, {one.incident_id for one, _ in pairs}),
        only_b=_single(theirs, {other.incident_id for _, other in pairs}),
        same_id=sum(one.incident_id == other.incident_id for one, other in pairs),
        accusations=tuple((x.claim_id, y.claim_id) for x, y in matched),
        accusations_a=_unmatched(a, [one for one, _ in pairs], taken_a),
        accusations_b=_unmatched(b, [other for _, other in pairs], taken_b),
        scores={field: score(pairs_) for field, pairs_ in values.items()},
        disagreements=tuple(_disagreements(a, b, claims)),
    )


def _disagreements(
    a: Dataset, b: Dataset, claims: Sequence[tuple[Incident, Incident, list[tuple[Claim, Claim]]]]
) -> Iterator[Disagreement]:
    for one, other, pairs in claims:
        for field, of_incident in _OF_INCIDENT.items():
            first, second = of_incident(a, one), of_incident(b, other)
            if first != second:
                yield Disagreement(one.incident_id, None, field, first, second)
        for x, y in pairs:
            for field, of_claim in _OF_CLAIM.items():
                first, second = of_claim(a, x), of_claim(b, y)
                if first != second:
                    yield Disagreement(one.incident_id, x.claim_id, field, first, second)


def _chosen(dataset: Dataset, leave_out: Collection[str], since: date | None, until: date | None) -> list[Incident]:
    return [
        incident
        for incident in dataset.incidents.values()
        if incident.incident_id not in leave_out
        and (since is None or (incident.date_end or incident.date_start) >= since)
        and (until is None or incident.date_start <= until)
    ]


def _single(incidents: Sequence[Incident], taken: set[str]) -> tuple[str, ...]:
    return tuple(incident.incident_id for incident in incidents if incident.incident_id not in taken)


def _unmatched(dataset: Dataset, incidents: Sequence[Incident], taken: set[str]) -> tuple[str, ...]:
    claims = (claim for incident in incidents for claim in dataset.claims_of(incident.incident_id) if claim.accused)
    return tuple(claim.claim_id for claim in claims if claim.claim_id not in taken)


def _counted(dataset: Dataset, claim: Claim) -> Iterator[Reply]:
    """Yield the replies that are not echoes, updates or corrections: those that a coder judges the aspect and the stance of."""
    for reply in dataset.replies_to(claim.claim_id):
        if reply.stance.value not in ("repeats", "updates", "corrects"):
            yield reply


def _joined(parts: Iterator[str]) -> str:
    return ", ".join(sorted(set(parts))) or _NOTHING
