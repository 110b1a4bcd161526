"""The lists of actors and of sources: who speaks for whom, how often, and which incidents rest on what."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from borderclash.dataset import Dataset
from borderclash.models import Actor
from borderclash.vocab import ActorKind

__all__ = ["Group", "groups", "resting_on"]

_MEDIA: Final = {ActorKind.NEWS_AGENCY, ActorKind.NEWS_OUTLET}


@dataclass(frozen=True)
class Group:
    """The actors of one side, those who speak most first: bodies and voices, and apart from them its media.

    Attributes:
        side: the side, or None for those of none.
        voices, media: the actors.
    """

    side: str | None
    voices: tuple[Actor, ...]
    media: tuple[Actor, ...]


def groups(dataset: Dataset, parties: Sequence[str]) -> tuple[Group, ...]:
    """Return all actors by side: the parties in their order, then the other sides by who speaks most, at the end those of no side."""
    said = Counter(claim.speaker for claim in dataset.claims.values())
    members: dict[str | None, list[Actor]] = defaultdict(list)
    for actor in sorted(dataset.actors.values(), key=lambda actor: (-said[actor.actor_id], actor.name.casefold())):
        members[actor.side].append(actor)
    loud = {side: sum(said[actor.actor_id] for actor in actors) for side, actors in members.items()}

    def rank(side: str | None) -> tuple[bool, int, int, str]:
        return (side is None, [*parties, side].index(side), -loud[side], side or "")

    return tuple(
        Group(
            side,
            tuple(actor for actor in members[side] if actor.kind not in _MEDIA),
            tuple(actor for actor in members[side] if actor.kind in _MEDIA),
        )
        for side in sorted(members, key=rank)
    )


def resting_on(dataset: Dataset) -> Mapping[str, Mapping[str, int]]:
    """Return by source the incidents that cite it, in order of their ids, each with the number of claims that do."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for citation in sorted(dataset.citations, key=lambda citation: citation.claim_id):
        found[citation.source_id][dataset.claims[citation.claim_id].incident_id] += 1
    return found
