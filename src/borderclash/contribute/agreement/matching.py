"""Which incident, accusation, reply and figure of one coder is which of the other's.

Each kind has a likeness, nought where the two cannot be the same; of all ways to pair them one to one, that with the greatest sum is
taken. What is compared afterwards weighs as little as it can: no pair is refused because its acts, its stances or its numbers differ.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any, Final, TypeVar

from borderclash.contribute.agreement.alike import Alike, address
from borderclash.contribute.agreement.library import library
from borderclash.dataset import Dataset
from borderclash.models import Claim, Figure, Reply
from borderclash.vocab import LocationRole

__all__ = ["Answered", "Charge", "Counted", "Scene", "answers_of", "assign", "charges_of", "counts_of", "scene_of"]

_GAP: Final = timedelta(hours=6)
"""Accounts of one sector that lie further apart are two incidents."""

T = TypeVar("T", "Scene", "Charge", "Answered", "Counted")


@dataclass(frozen=True)
class Scene:
    """What tells an incident from others.

    Attributes:
        key: its id.
        start, end: its days; one that is going on ends with time itself.
        hours: the first and last minute that its claims name, if any does.
        around: its place and what that lies within, from the smallest up.
        named: the places that its claims name, and the place itself.
        charges: which party accuses which.
        documents: the addresses of its sources.
    """

    key: str
    start: date
    end: date
    hours: tuple[datetime, datetime] | None
    around: tuple[str, ...]
    named: frozenset[str]
    charges: frozenset[tuple[str, str]]
    documents: frozenset[str]

    def likeness(self, other: "Scene") -> float:
        """Return how like another incident it is: by id, days, place, who accuses whom, and sources."""
        days, place = _overlap((self.start, self.end), (other.start, other.end)), self._near(other)
        charges, documents = _dice(self.charges, other.charges), _dice(self.documents, other.documents)
        sum_of_all = days + place + charges + 2 * documents
        if self.key == other.key:
            return 1 + sum_of_all
        possible = days and place and (documents or (charges and not self._hours_apart(other)))
        return sum_of_all if possible else 0

    def _near(self, other: "Scene") -> float:
        """Return 1 for the same place, less for one within the other or a place that both name, 0 for neither."""
        if self.around[:1] == other.around[:1]:
            return 1 if self.around else 0.25
        within = set(self.around[:1]) & set(other.around) or set(other.around[:1]) & set(self.around)
        return 0.5 if within or self.named & other.named else 0

    def _hours_apart(self, other: "Scene") -> bool:
        if self.hours is None or other.hours is None:
            return False
        return self.hours[0] - other.hours[1] > _GAP or other.hours[0] - self.hours[1] > _GAP


@dataclass(frozen=True)
class Charge:
    """What tells an accusation from others of its incident.

    Attributes:
        claim: the claim.
        speaker, party: who accuses, and for which party.
        accused, accused_party: who is accused, and of which party.
        targets: the places it names as targets, or else all that it names.
        documents: the addresses of its sources.
    """

    claim: Claim
    speaker: str
    party: str
    accused: str
    accused_party: str
    targets: frozenset[str]
    documents: frozenset[str]

    @property
    def key(self) -> str:
        """The id of the claim."""
        return self.claim.claim_id

    def likeness(self, other: "Charge") -> float:
        """Return how like another accusation it is: by accuser, accused, act, target, hour and sources."""
        speaker, documents = self.speaker == other.speaker, _dice(self.documents, other.documents)
        accused = (self.accused == other.accused) + (self.accused_party == other.accused_party)
        if self.party != other.party or not (speaker or documents) or not (accused or documents):
            return 0
        targets = _dice(self.targets, other.targets)
        ours, theirs = self.claim, other.claim
        hour = ours.alleged_from is not None and ours.alleged_from == theirs.alleged_from
        return 0.1 + 2 * speaker + accused / 2 + (ours.act == theirs.act) + targets + hour / 2 + 2 * documents


@dataclass(frozen=True)
class Answered:
    """What tells a reply from others to its accusation.

    Attributes:
        reply: the row of `replies`.
        speaker, party: who answers, and for which party.
        documents: the addresses of the sources of the claim that answers.
    """

    reply: Reply
    speaker: str
    party: str
    documents: frozenset[str]

    @property
    def key(self) -> str:
        """The ids of the claim that answers and of the aspect."""
        return f"{self.reply.reply_id} ({self.reply.aspect})"

    def likeness(self, other: "Answered") -> float:
        """Return how like another reply it is: by who answers, from where that is read, and then by stance and aspect."""
        documents = _dice(self.documents, other.documents)
        if self.speaker != other.speaker and not (documents and self.party == other.party):
            return 0
        stance, aspect = self.reply.stance == other.reply.stance, self.reply.aspect == other.reply.aspect
        return 1 + (self.speaker == other.speaker) + documents + stance / 2 + aspect / 4


@dataclass(frozen=True)
class Counted:
    """What tells a figure from others of its claim: what it counts, of which party."""

    figure: Figure
    party: str

    @property
    def key(self) -> str:
        """The claim, and the key of the row within it."""
        row = self.figure
        return f"{row.claim_id} ({row.measure}/{row.party}/{row.category}/{row.unit})"

    def likeness(self, other: "Counted") -> float:
        """Return how like another figure it is; nought if it counts another thing or another party's."""
        ours, theirs = self.figure, other.figure
        if (ours.measure, self.party) != (theirs.measure, other.party):
            return 0
        return 1 + (ours.category == theirs.category) + (ours.unit == theirs.unit) + (ours.low == theirs.low) / 2


def assign(ours: Sequence[T], theirs: Sequence[T]) -> list[tuple[T, T]]:
    """Return which of ours is which of theirs: one to one, the likeness of all pairs together as great as can be.

    A draw is broken by a fingerprint of the two keys, so that neither the order nor the side of the coders decides it.

    Raises:
        MissingExtraError: if the library that assigns is not installed.
    """
    table = [[_weight(one, other) for other in theirs] for one in ours]
    if not any(map(any, table)):
        return []
    rows, columns = library("scipy.optimize").linear_sum_assignment(table, maximize=True)
    return [(ours[row], theirs[column]) for row, column in zip(rows, columns, strict=True) if table[row][column]]


def _weight(one: T, other: T) -> float:
    found = one.likeness(other)
    if not found:
        return 0
    fingerprint = sha256("\n".join(sorted((one.key, other.key))).encode()).digest()
    return found + int.from_bytes(fingerprint[:4]) / 2**32 * 1e-6


def scene_of(of: Dataset, incident_id: str, alike: Alike) -> Scene:
    """Return what tells the incident from others."""
    incident, claims = of.incidents[incident_id], of.claims_of(incident_id)
    around = alike.around(of, incident.place_id)
    minutes = [minute for claim in claims for minute in (claim.alleged_from, claim.alleged_to) if minute is not None]
    named = {alike.place(row.place_id) or "" for claim in claims for row in of.of("locations", claim.claim_id)}
    return Scene(
        key=incident_id,
        start=incident.date_start,
        end=incident.date_end or date.max,
        hours=(min(minutes), max(minutes)) if minutes else None,
        around=around,
        named=frozenset(named | set(around[:1])),
        charges=frozenset(
            (alike.party(of, claim.speaker) or "", alike.party(of, claim.accused) or "") for claim in claims if claim.accused is not None
        ),
        documents=frozenset().union(*(_documents(of, claim.claim_id) for claim in claims)),
    )


def charges_of(of: Dataset, incident_id: str, alike: Alike) -> list[Charge]:
    """Return the accusations of an incident."""
    return [_charge(of, claim, claim.accused, alike) for claim in of.claims_of(incident_id) if claim.accused is not None]


def _charge(of: Dataset, claim: Claim, accused: str, alike: Alike) -> Charge:
    rows = of.of("locations", claim.claim_id)
    targets = [row for row in rows if row.role is LocationRole.TARGET] or rows
    return Charge(
        claim=claim,
        speaker=alike.actor(claim.speaker) or "",
        party=alike.party(of, claim.speaker) or "",
        accused=alike.actor(accused) or "",
        accused_party=alike.party(of, accused) or "",
        targets=frozenset(alike.place(row.place_id) or "" for row in targets),
        documents=_documents(of, claim.claim_id),
    )


def answers_of(of: Dataset, claim_id: str, alike: Alike) -> list[Answered]:
    """Return the replies to a claim, of whatever incident."""
    speakers = [(reply, of.claims[reply.reply_id].speaker) for reply in of.replies_to(claim_id)]
    return [
        Answered(reply, alike.actor(speaker) or "", alike.party(of, speaker) or "", _documents(of, reply.reply_id))
        for reply, speaker in speakers
    ]


def counts_of(of: Dataset, claim_id: str, alike: Alike) -> list[Counted]:
    """Return the figures of a claim."""
    return [Counted(figure, alike.actor(figure.party) or "") for figure in of.of("figures", claim_id)]


def _documents(of: Dataset, claim_id: str) -> frozenset[str]:
    return frozenset(address(str(of.sources[row.source_id].url)) for row in of.of("citations", claim_id))


def _dice(ours: frozenset[Any], theirs: frozenset[Any]) -> float:
    """Return how much two sets share: 1 all, 0 nothing, and 0 if one is empty."""
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0


def _overlap(ours: tuple[date, date], theirs: tuple[date, date]) -> float:
    """Return how much two spans of days share: 1 all, 0 nothing."""
    shared = (min(ours[1], theirs[1]) - max(ours[0], theirs[0])).days + 1
    return max(shared, 0) / ((max(ours[1], theirs[1]) - min(ours[0], theirs[0])).days + 1)
